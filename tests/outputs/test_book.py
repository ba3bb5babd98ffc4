"""Books: where print puts choices, numbers and the ends of branches."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from made_edition import edition, story

from kokko_ethics.compiler import compile_story
from kokko_ethics.edition import Edition, PageSet, Pane
from kokko_ethics.geometry import Box
from kokko_ethics.outputs.book import BOOKLET, Book, art_place
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.plates import printable
from kokko_ethics.outputs.sheets import shortened
from kokko_ethics.source import Source
from kokko_ethics.story.model import Story
from kokko_ethics.typeface import advance
from kokko_ethics.workspace import panels_folder


def handout(made: Edition) -> str:
    return Book(made.a4, matter_of(made)).html(0)


def filled(made: Edition) -> Edition:
    """The edition with panels that reach down to the foot of every page."""
    live = made.a4.format
    tall = [
        replace(
            page, panes=tuple(replace(pane, frame=Box(40, live.head, 200, live.live_height)) for pane in page.panes)
        )
        for page in made.a4.pages
    ]
    return replace(made, a4=PageSet(live, tuple(tall)))


def test_a_choice_stands_below_its_panel_where_there_is_room() -> None:
    page = handout(edition())
    assert page.index('class="forks"') < page.index("Pohdittavaksi")
    assert "2 – sitten valinta</p>" in page
    assert '<h2 id="_choices">' not in page


def test_a_choice_without_room_gets_a_section_and_the_panel_says_the_page() -> None:
    page = handout(filled(edition()))
    assert '<div class="forks"' not in page
    assert '<h2 id="_choices">Valinnat</h2>' in page
    assert "2 – sitten valinta sivulla" in page


def test_both_parts_of_a_split_panel_are_shown_and_the_last_one_says_where_to_go() -> None:
    made = edition()
    first, second, third = made.a4.pages[0].panes
    parts = (first, second, replace(second, label="2b", drawing=replace(second.drawing, id="katse-2b")), third)
    page = handout(
        replace(made, a4=PageSet(made.a4.format, (replace(made.a4.pages[0], panes=parts), made.a4.pages[1])))
    )
    labels = [line.split(">")[1].split("<")[0].strip() for line in page.splitlines() if 'class="label"' in line]
    assert labels == ["1", "2", "2b – sitten valinta", "3 – sitten loppu", "4 – sitten loppu"]


def test_a_story_without_choices_shows_no_numbers() -> None:
    tale = story()
    (scene,) = tale.scenes
    plain = tuple(
        replace(panel, choice=None, goes_to=after)
        for panel, after in zip(scene.panels, ("katse", "kysyy", "jatkaa", "end"), strict=True)
    )
    page = handout(edition(replace(tale, scenes=(replace(scene, panels=plain),))))
    assert 'class="label"' not in page
    assert "sitten" not in page


def test_a_note_that_says_there_is_none_is_not_printed() -> None:
    def note(text: str) -> Story:
        return replace(story(), note=text)

    assert [matter_of(edition(note(text))).note for text in ("ei", "Ei ole.", "Mainitaan ero.")] == [
        "",
        "",
        "Mainitaan ero.",
    ]


def test_a_draft_note_is_said_once_even_if_the_credits_say_it_too() -> None:
    note = matter_of(edition()).draft
    assert matter_of(edition(replace(story(), credits=("Teksti", note)))).credits == ("Teksti",)


def test_words_that_the_typeface_lacks_are_marked_not_dropped() -> None:
    assert printable("Hei \U0001f600 → äöå\x07") == "Hei \ufffd → äöå"


def test_a_title_page_full_of_words_does_without_art() -> None:
    crowded = replace(story(), summary="Pitkä tiivistelmä. " * 60)
    booklets = (Book(made.a5, matter_of(made), BOOKLET).html(0) for made in (edition(), edition(crowded)))
    assert ['class="art"' in page for page in booklets] == [True, False]


@pytest.mark.parametrize("ems", range(1, 24))
def test_a_foot_ends_with_a_whole_word_where_a_title_is_too_long(ems: int) -> None:
    title = "Bussi puuttuu kartalta, ja kaikki odottavat"
    said = shortened(title, ems)
    assert advance(said, "caption") <= max(ems, advance("…", "caption"))
    kept = said.removesuffix("…").rstrip()
    assert title.startswith(kept)
    assert title[len(kept) :][:1] in ("", " ") or len(kept) < len("Bussi")


def test_markup_in_words_is_escaped() -> None:
    assert "<b>" not in handout(edition(replace(story(), summary="<b>", note="<b>", credits=("<b>",), title="<b>")))


def window(pane: Pane, width: float, height: float) -> tuple[float, float]:
    """The upper and lower edge of what the cover shows of a panel, as shares of the panel's height."""
    whole = pane.drawing.height * max(width / pane.drawing.width, height / pane.drawing.height)
    top = (whole - height) * art_place(pane, width, height) / 100
    return top / whole, (top + height) / whole


def test_nobody_on_the_cover_loses_their_head() -> None:
    panes = {pane for page in compiled("06-kolme-korttia").a5.pages for pane in page.panes}
    for pane, height in product(sorted(panes, key=lambda pane: pane.label), (90.0, 160.0, 230.0)):
        upper, lower = window(pane, 357.0, height)
        tops = [figure.head.y / pane.drawing.height for figure in pane.lettering.stage.figures]
        assert all(upper <= max(top, 0.0) < lower for top in tops), (pane.label, height)
        if tops and min(tops) > 1 - (lower - upper) * 0.8:
            assert lower == pytest.approx(1.0), "who stands low is seen down to the foot of the panel"


def compiled(name: str) -> Edition:
    path = Path(__file__).parents[2] / "scripts" / f"{name}.md"
    made = compile_story(Source.of(path.read_text(encoding="utf-8")), name, panels=panels_folder()).edition
    assert made is not None
    return made
