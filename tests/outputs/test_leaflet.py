"""Leaflets: one sheet that folds, or hangs on a wall; large enough to read, and nothing falls off the paper."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import page
import pikepdf
import pytest
from outputs.handed_out import SCRIPTS, edition, files
from outputs.measured import type_sizes
from PIL import Image

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import MM
from kokko_ethics.outputs.leaflet import Leporello, Zine
from kokko_ethics.outputs.poster import Poster

pytestmark = pytest.mark.slow

SHORT, LONG = "04-bussi-puuttuu", "09-pulla-ja-palkkio"
ALL = sorted(path.stem for path in SCRIPTS.glob("[01]*.md"))


def told(output: type, whole: Edition) -> dict[str, Diagnostic]:
    return {one.code: one for one in output().publish(whole) if isinstance(one, Diagnostic)}


def told_alone(output: type, whole: Edition) -> dict[str, Diagnostic]:
    """What is said where no file is made."""
    made = list(output().publish(whole))
    assert all(isinstance(one, Diagnostic) for one in made)
    return {one.code: one for one in made}


def rewritten(script: str, *changes: tuple[str, str]) -> Edition:
    """A script with other words in some places."""
    text = (SCRIPTS / f"{script}.md").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return edition(script, text=text)


def pages(pdf: bytes) -> int:
    return len(pikepdf.open(io.BytesIO(pdf)).pages)


def words(pdf: bytes) -> list[tuple[float, float, str]]:
    """Every word with the place of its upper left corner, in points from the sheet's upper left."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)<', run.stdout.decode())
    return [(float(x), float(y), word) for x, y, word in found]


@pytest.mark.parametrize(
    ("output", "sheets"),
    [
        (Zine, {"zine-a4-print.pdf": 1}),
        (Leporello, {"leporello-a4-print.pdf": 2}),
        (Poster, {"poster-a3.pdf": 1, "poster-a4-print.pdf": 2}),
    ],
)
def test_nothing_runs_over_onto_another_sheet(output: type, sheets: dict[str, int]) -> None:
    assert {name: pages(pdf) for name, pdf in files(output, SHORT).items()} == sheets


@pytest.mark.parametrize(
    ("output", "lettering", "least"), [(Zine, 10.5, 9.0), (Leporello, 11.0, 9.0), (Poster, 24.0, 10.0)]
)
def test_type_is_large_enough(output: type, lettering: float, least: float) -> None:
    """Feet, credits and panel numbers are the only small words."""
    sizes = {size for pdf in files(output, SHORT).values() for on_page in type_sizes(pdf) for size in on_page}
    assert min(sizes) >= least
    assert {size for size in sizes if size < lettering} <= {9.0, 10.0, 11.0, 15.0}


def test_a_poster_is_accessible_and_says_its_principle(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(files(Poster, SHORT)["poster-a3.pdf"])
    assert page.validate_pdf(str(path), profile="ua1").is_compliant
    said = " ".join(word for _, _, word in words(path.read_bytes()))
    assert "Me kuuntelemme, mitä toinen tietää, ja kerromme, mistä oma tietomme tulee." in said
    assert "Tämä on hankkeen oma luonnos." in said


def test_the_two_halves_of_a_poster_hold_all_its_words() -> None:
    whole, halves = (files(Poster, SHORT)[name] for name in ("poster-a3.pdf", "poster-a4-print.pdf"))
    assert {word for _, _, word in words(whole)} <= {word for _, _, word in words(halves)}


def test_nothing_of_a_halved_poster_lies_where_printers_do_not_reach(tmp_path: Path) -> None:
    """Five millimetres along all edges are white, but where one half goes on on the other."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is missing: install poppler-utils")
    (tmp_path / "halves.pdf").write_bytes(files(Poster, SHORT)["poster-a4-print.pdf"])
    subprocess.run(["pdftoppm", "-r", "72", "-gray", tmp_path / "halves.pdf", tmp_path / "half"], check=True)
    upper, lower = (Image.open(path) for path in sorted(tmp_path.glob("half-*.pgm")))
    (width, height), edge = upper.size, int(5 * MM)
    for half, outer in ((upper, (0, 0, width, edge)), (lower, (0, height - edge, width, height))):
        strips = (outer, (0, 0, edge, height), (width - edge, 0, width, height))
        assert [half.crop(strip).getextrema()[0] for strip in strips] == [255] * 3


def test_a_zine_reads_in_order_when_it_is_folded() -> None:
    """Page numbers and titles stand where the folds put them: 5 4 3 2 above, on their heads; 6 7 8 1 below."""
    placed = words(files(Zine, SHORT)["zine-a4-print.pdf"])
    low, high = 595.3 - 35, 35.0
    feet = {(word, int(x // (841.89 / 4)), y < 297.6) for x, y, word in placed if y < high or y > low}
    assert {("5", 0, True), ("4", 1, True), ("3", 2, True), ("2", 3, True), ("6", 0, False), ("7", 1, False)} <= feet


@pytest.mark.parametrize("script", ALL)
def test_every_story_of_the_house_fits_on_its_sheets(script: str) -> None:
    """Without a panel cut in two, and with all of its type sizes: those are the format's."""
    assert len(ALL) == 10
    made = {**files(Poster, script), **files(Zine, script)}
    assert set(made) == {"poster-a3.pdf", "poster-a4-print.pdf", "zine-a4-print.pdf"}
    sizes = {size for on_page in type_sizes(made["poster-a3.pdf"]) for size in on_page}
    assert {size for size in sizes if size < 24} <= {10.0, 11.0, 15.0} and 24.0 in sizes


def test_a_beginning_that_is_a_little_too_long_leaves_out_what_its_author_drew_small() -> None:
    left_out = told(Zine, edition(LONG))["left-out-of-sheet"]
    assert dict(left_out.values) == {"file": "zine-a4-print.pdf", "panels": "2, 4"}
    said = [word for _, _, word in words(files(Zine, LONG)["zine-a4-print.pdf"])]
    assert "Ruudut 2 ja 4: vain vihkossa." in " ".join(said)
    assert "Lyhyt" not in said and "pysäkinväli." not in said and "Tulisitko" in said
    assert "left-out-of-sheet" not in told(Leporello, edition(LONG))


def test_a_beginning_that_is_much_too_long_is_said_and_the_rest_is_made() -> None:
    more = "".join(f"## Puolikuva\nNoa istuu.\n[Noa istuu]\nNOA: Odotan vielä {k} minuuttia.\n\n" for k in range(9))
    long = rewritten(LONG, ("## Kahden kuva, kahvila {#pulla}", f"{more}## Kahden kuva, kahvila {{#pulla}}"))
    said = told_alone(Zine, long)["too-long-for-sheet"]
    assert dict(said.values) == {"file": "zine-a4-print.pdf", "last": "17", "pages": "18", "most": "6"}
    assert said.source.text[said.span.start :].startswith("## Iso, puolikuva {#nolot}")


@pytest.mark.parametrize("output", [Zine, Leporello])
def test_a_cover_or_a_back_with_too_many_words_is_said_and_not_made(output: type) -> None:
    title, credit = "Kuka päättää, mitä kerrotaan? " * 30, "Kirjoittaja ja kuvittaja ja kaikki muut tekijät. " * 60
    wordy = {"otsikko: Bussi puuttuu kartalta": f"otsikko: {title}", "tekijät:": f"tekijät:\n  - {credit}"}
    for old, new in wordy.items():
        long = rewritten(SHORT, (old, new))
        said = told(output, long)["too-wordy-for-sheet"]
        assert dict(said.values)["words"].strip() in new
        assert not [one for one in output().publish(long) if not isinstance(one, Diagnostic)]


def test_a_poster_without_room_names_the_words_that_take_it() -> None:
    said = " ".join(f"Odotus kestää keskimäärin {k} minuuttia, kun mittaamme päivällä ja illalla." for k in range(8))
    long = rewritten(SHORT, ("Odotus kestää keskimäärin 12 minuuttia.", said))
    values = dict(told_alone(Poster, long)["too-long-for-poster"].values)
    assert (values["file"], values["panel"]) == ("poster-a3.pdf", "1")
    assert said in values["words"]


@pytest.mark.parametrize("output", [Zine, Leporello, Poster])
def test_a_long_title_pushes_nothing_off_the_sheet(output: type) -> None:
    title = "Kokemusasiantuntijoiden yhteiskehittämispäivän suunnittelukokous ja se, mitä siitä seurasi kaikille"
    long = rewritten(SHORT, ("otsikko: Bussi puuttuu kartalta", f"otsikko: {title}"))
    made = {one.path: one.render() for one in output().publish(long) if not isinstance(one, Diagnostic)}
    assert {path: pages(pdf) for path, pdf in made.items()} == {
        path: pages(pdf) for path, pdf in files(output, SHORT).items()
    }
    if output is Zine:
        heads = [word for x, y, word in words(made["zine-a4-print.pdf"]) if 297 < y < 315 and x < 600]
        assert heads == [], "feet of the pages above run over"


def test_sheets_name_the_file_that_everybody_can_read() -> None:
    sheet = pikepdf.open(io.BytesIO(files(Zine, SHORT)["zine-a4-print.pdf"]))
    assert "booklet-a5.pdf" in str(sheet.docinfo["/Title"])
