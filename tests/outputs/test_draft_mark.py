"""A story that nobody has signed off says DRAFT on every page of everything, in its language."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from made_edition import edition, story
from test_draft_note import pages, texts

from kokko_ethics.house_style import A4, A5
from kokko_ethics.outputs.matter import unreviewed
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.sheets import sheet, sheets
from kokko_ethics.outputs.slideshow import slideshow
from kokko_ethics.outputs.templating import css_string
from kokko_ethics.outputs.web import Web
from kokko_ethics.story.model import Story
from kokko_ethics.wording import LANGUAGES, say

SIGNED = ("expert", "professional")


def signed(tale: Story | None = None) -> Story:
    return replace(tale or story(), signed_by=SIGNED)


def words(drawing_of: Story) -> list[str]:
    """What the pages of pictures say."""
    made = edition(drawing_of)
    return [
        "".join(run.words for text in texts(drawing.marks) for line in text.lines for run in line.runs)
        for path, drawing in sheets(made)
        if path.startswith("pages/")
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_picture_says_so_until_both_have_signed(lang: str) -> None:
    tale = replace(story(), lang=lang)
    mark = say("pages", lang, "sign-off", "mark")
    assert mark.startswith({"fi": "LUONNOS", "sv": "UTKAST", "en": "DRAFT"}[lang])
    assert all(mark in said for said in words(tale))
    assert all(mark in said for said in words(replace(tale, signed_by=("expert",))))
    assert not any(mark in said for said in words(signed(tale)))


@pytest.mark.parametrize("name", ["handout-a4.pdf", "booklet-a5.pdf"])
def test_every_page_of_a_pdf_says_so(name: str, tmp_path: Path) -> None:
    said = pages(edition(), name, tmp_path)
    assert all("LUONNOS" in page for page in said)
    assert "LUONNOS. Odottaa kokemusasiantuntijan ja ammattilaisen tarkistusta." in said[0]
    assert not any("LUONNOS" in page for page in pages(edition(signed()), name, tmp_path))


@pytest.mark.parametrize("number", [0, 1], ids=["handout", "booklet"])
def test_a_screen_reader_is_told_on_the_title_page_and_not_before_every_panel(number: int, tmp_path: Path) -> None:
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is missing: install poppler-utils")
    (tmp_path / "a.pdf").write_bytes(list(Pdf().publish(edition()))[number].render())
    done = subprocess.run(["pdfinfo", "-struct-text", str(tmp_path / "a.pdf")], capture_output=True, check=True)
    heard = done.stdout.decode()
    assert heard.count("LUONNOS") == 1
    assert heard.index("Sovitaan") < heard.index("LUONNOS") < heard.index("Figure")
    assert heard.count("Odottaa kokemusasiantuntijan") == 2, "on the title page and in the credits"


@pytest.mark.parametrize("format", [A4, A5], ids=["a4", "a5"])
def test_the_mark_keeps_off_the_numbers_of_the_panels_and_off_the_edge(format: object) -> None:
    made = edition()
    shown = made.a4 if format == A4 else made.a5
    for page in shown.pages:
        drawing = sheet(page, shown, story())
        heads = [text for text in texts(drawing.marks) if text.role == "foot" and text.lines[0].y < shown.format.head]
        marks = [text for text in heads if text.lines[0].runs[0].words.startswith("LUONNOS")]
        numbers = [text for text in heads if text not in marks]
        assert len(marks) == 1
        assert all(marks[0].lines[0].y <= one.lines[0].y - one.size for one in numbers)
        assert marks[0].lines[0].y - marks[0].size > 10
        assert marks[0].lines[0].x >= shown.format.margin


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("by", [(), ("expert",), ("professional",)])
def test_it_says_whose_eyes_are_missing(lang: str, by: tuple[str, ...]) -> None:
    said = {one: unreviewed(replace(story(), lang=lang, signed_by=one)) for one in ((), ("expert",), ("professional",))}
    assert len(set(said.values())) == 3 and said[by]
    assert unreviewed(replace(story(), lang=lang, signed_by=SIGNED)) == ""


def test_the_web_page_says_it_in_words_at_its_head_and_in_the_credits() -> None:
    page = next(iter(Web().publish(edition()))).render().decode()
    head, credits = page[page.index("<header>") : page.index("</header>")], page[page.index("<footer") :]
    assert '<p class="unreviewed"><strong>LUONNOS.</strong> Odottaa' in head
    assert "Tarkistus: Odottaa kokemusasiantuntijan ja ammattilaisen tarkistusta." in credits
    assert "LUONNOS" not in next(iter(Web().publish(edition(signed())))).render().decode()


def test_the_web_page_says_it_on_every_sheet_when_it_is_printed() -> None:
    style = {file.path: file for file in Web().publish(edition())}["web/page.css"].render().decode()
    assert f"@top-right {{ content: {css_string('LUONNOS – tarkistamatta')};" in style
    signed_style = {file.path: file for file in Web().publish(edition(signed()))}["web/page.css"].render().decode()
    assert "@top-right" not in signed_style


def test_the_draft_of_a_principle_and_of_a_story_are_two_notes() -> None:
    page = next(iter(Web().publish(edition(signed())))).render().decode()
    assert "hankkeen oma luonnos" in page


def test_every_slide_says_so() -> None:
    show = slideshow(edition())
    assert show.note.startswith("LUONNOS – tarkistamatta · ")
    assert "LUONNOS. Odottaa kokemusasiantuntijan ja ammattilaisen tarkistusta." in show.slides[0].paragraphs
    assert "LUONNOS" not in str(slideshow(edition(signed())).slides[0]) + slideshow(edition(signed())).note
