"""The draft note is on every page of everything, until the principles' file says that it need not be."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from made_edition import WORKS, edition, story

from kokko_ethics.drawing.model import Drawing, Group, Mark, Text
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import A4, A5, Format
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.sheets import foot_note, sheet
from kokko_ethics.outputs.templating import css_string
from kokko_ethics.outputs.web import Web
from kokko_ethics.reference.model import Principle, Reference
from kokko_ethics.story.model import Story
from kokko_ethics.typeface import advance

LONG = "Tämä on hyvin pitkä huomautus, jonka yhdistys on kirjoittanut itse eikä se mahdu mihinkään. " * 3
OFFICIAL = {"official_text": {"fi": "Virallinen lause."}, "official_title": {"fi": "Virallinen otsikko"},
            "official_source": "Kokemustiedon keskus 2026"}  # fmt: skip


def with_principle(**changes: object) -> Story:
    """The story, with its principle changed in the file."""
    principles = WORKS.principles
    changed = tuple(replace(one, **changes) if one.number == 2 else one for one in principles.entries)  # type: ignore[arg-type]
    return replace(story(), reference=replace(WORKS, principles=replace(principles, entries=changed)))


def with_note(notes: Mapping[str, str]) -> Story:
    return replace(story(), reference=replace(WORKS, principles=replace(WORKS.principles, notes=notes)))


def pages(made: Edition, name: str, folder: Path) -> list[str]:
    """The words of every page of a PDF."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing: install poppler-utils")
    file = next(artifact for artifact in Pdf().publish(made) if artifact.path == name)
    (folder / name).write_bytes(file.render())
    done = subprocess.run(["pdftotext", "-layout", str(folder / name), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def texts(marks: tuple[Mark, ...]) -> list[Text]:
    """All letters in a drawing."""
    inside = [text for mark in marks if isinstance(mark, Group) for text in texts(mark.marks)]
    return [mark for mark in marks if isinstance(mark, Text)] + inside


def foot(drawing: Drawing) -> list[Text]:
    return [text for text in texts(drawing.marks) if text.role == "foot" and text.lines[0].y > drawing.height - 50]


@pytest.mark.parametrize("name", ["handout-a4.pdf", "booklet-a5.pdf"])
def test_every_page_of_a_pdf_says_that_it_is_a_draft(name: str, tmp_path: Path) -> None:
    said = pages(edition(), name, tmp_path)
    assert len(said) >= 4
    assert all("hankkeen oma luonnos. Se ei ole Ilona Kokon teksti." in page for page in said)


@pytest.mark.parametrize("name", ["handout-a4.pdf", "booklet-a5.pdf"])
def test_a_title_page_that_runs_over_says_it_too(name: str, tmp_path: Path) -> None:
    said = pages(edition(replace(story(), summary="Pitkä tiivistelmä. " * 200)), name, tmp_path)
    assert all("hankkeen oma luonnos" in page for page in said)


@pytest.mark.parametrize("format", [A4, A5], ids=["a4", "a5"])
@pytest.mark.parametrize("tale", [story(), with_note({"fi": LONG}), replace(story(), title="Otsikko " * 30)])
def test_every_page_picture_says_it_on_one_line_inside_the_margins(format: Format, tale: Story) -> None:
    made = edition(tale)
    shown = made.a4 if format == A4 else made.a5
    for page in shown.pages:
        lines = [line for text in foot(sheet(page, shown, tale)) for line in text.lines]
        noted = [line for line in lines if line.runs[0].words.startswith("Tämä on")]
        assert len(noted) == 1
        for line in lines:
            assert format.margin - 0.1 <= line.x
            assert line.x + line.width <= format.width - format.margin + 0.1
            assert format.height - format.foot < line.y < format.height - 11


def test_a_note_without_room_loses_its_last_sentences_then_words_but_never_all() -> None:
    note = "Tämä on luonnos. Se ei ole Kokon teksti. Virallinen teksti on muualla."
    whole = advance(note, "caption")
    assert foot_note(note, whole) == note
    assert foot_note(note, whole - 0.1) == "Tämä on luonnos. Se ei ole Kokon teksti."
    assert foot_note(note, advance("Tämä on lu…", "caption")) == "Tämä on …"
    assert foot_note("2.5.2026 asti luonnos", 99) == "2.5.2026 asti luonnos"


def test_the_web_page_says_it_beside_the_sentence_and_at_the_end() -> None:
    page = next(iter(Web().publish(edition()))).render().decode()
    principle = page[page.index('class="principle"') :]
    assert "Se ei ole Ilona Kokon teksti." in principle[: principle.index("</div>")]
    assert "Se ei ole Ilona Kokon teksti." in page[page.index("<footer") :]


def test_a_principle_that_nobody_knows_is_a_draft() -> None:
    assert matter_of(edition(replace(story(), principle="77"))).draft
    assert matter_of(edition(replace(story(), reference=Reference()))).draft
    assert not matter_of(edition(replace(story(), principle=""))).draft


def test_a_confirmed_principle_says_who_answers_for_it_and_since_when(tmp_path: Path) -> None:
    tale = with_principle(status="confirmed", confirmed_by="Yhdistyksen työryhmä", confirmed_on="2026-05-03")
    for name in ("handout-a4.pdf", "booklet-a5.pdf"):
        said = pages(edition(tale), name, tmp_path)
        assert not any("luonnos" in page for page in said)
        assert "Periaatteen sanamuodon on vahvistanut Yhdistyksen työryhmä, 3.5.2026." in said[-1]


def test_a_replaced_principle_prints_the_official_words_and_their_source(tmp_path: Path) -> None:
    tale = with_principle(status="replaced", **OFFICIAL)
    said = pages(edition(tale), "handout-a4.pdf", tmp_path)
    assert not any("luonnos" in page for page in said)
    assert "Periaate 2: Virallinen otsikko Virallinen lause." in said[0]
    assert "Päätämme" not in " ".join(said)
    assert "Kokemustiedon keskus 2026" in said[-1]
    page = next(iter(Web().publish(edition(tale)))).render().decode()
    assert "Virallinen lause." in page
    assert "luonnos" not in re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)


def test_an_official_text_without_a_title_has_none_of_ours(tmp_path: Path) -> None:
    tale = with_principle(status="replaced", official_text={"fi": "Virallinen lause."})
    assert "Periaate 2 Virallinen lause." in pages(edition(tale), "handout-a4.pdf", tmp_path)[0]


def test_a_space_behind_a_sign_is_not_lost_in_css() -> None:
    assert css_string("a. b") == '"a\\00002e  b"'


def test_principles_tell_their_state() -> None:
    one = WORKS.principles.entries[0]
    assert isinstance(one, Principle)
    assert [replace(one, status=status).is_draft("fi") for status in ("draft", "confirmed", "replaced")] == [
        True, False, True,
    ]  # fmt: skip
