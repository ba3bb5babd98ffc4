"""Reading PDFs: of every kind in every language, by the reference validator of PDF/UA-1.

Three stories have to do here; ``make check-pdfs`` asks about all of them.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pikepdf
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from binding import SCRIPTS, chapters_of, edition_of, reading_pdfs, series_pdfs
from vera import Verdict, is_for_reading, verdicts

pytestmark = pytest.mark.slow

TOLD = (("01-nimilappu", "fi"), ("05-valokuva", "sv"), ("08-lyhennekeitto", "en"))


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """All verdicts by path below a folder, also about files that we spoil: Java is started once."""
    if not shutil.which("java"):
        pytest.skip("java is missing: install default-jdk-headless")
    folder = tmp_path_factory.mktemp("reading")
    editions = {lang: edition_of(SCRIPTS / f"{name}.md", lang) for name, lang in TOLD}
    files = [path for lang, edition in editions.items() for path in reading_pdfs(edition, folder / lang)]
    files += series_pdfs([chapters_of(edition) for edition in editions.values()], folder)
    files += [mute(files[0], folder / "mute.pdf"), cut(files[0], folder / "cut.pdf")]
    return {str(Path(one.file).relative_to(folder)): one for one in verdicts(files)}


def mute(file: Path, to: Path) -> Path:
    """The file without the alternative text of one picture."""
    with pikepdf.open(file) as pdf:
        figure = next(one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure")
        del figure["/Alt"]
        pdf.save(to)
    return to


def cut(file: Path, to: Path) -> Path:
    """The first bytes of the file."""
    to.write_bytes(file.read_bytes()[:2000])
    return to


def test_every_kind_in_every_language_passes(said: dict[str, Verdict]) -> None:
    whole = {path: one for path, one in said.items() if "/" in path}
    assert {path: one.faults for path, one in whole.items() if one.faults} == {}
    assert all(one.checks > 500 for one in whole.values())


def test_all_languages_have_the_same_kinds(said: dict[str, Verdict]) -> None:
    kinds = {lang: {path.partition("/")[2] for path in said if path.startswith(f"{lang}/")} for _, lang in TOLD}
    assert kinds["fi"] == kinds["sv"] == kinds["en"]
    wanted = {"handout-a4.pdf", "booklet-a5.pdf", "large-print-a4.pdf", "easy-a5.pdf", "book-a5.pdf", "guide-a4.pdf"}
    assert wanted <= kinds["fi"]


def test_a_picture_that_says_nothing_is_found(said: dict[str, Verdict]) -> None:
    (fault,) = said["mute.pdf"].faults
    assert fault.startswith("failed 7.3-1 1 ")


def test_half_a_file_is_found(said: dict[str, Verdict]) -> None:
    (fault,) = said["cut.pdf"].faults
    assert fault.startswith("broken ")


def test_print_files_are_told_by_their_names() -> None:
    names = ("booklet-a5.pdf", "booklet-a5-print.pdf", "booklet-a5-press.pdf", "panel.svg")
    assert [is_for_reading(name) for name in names] == [True, False, False, False]
