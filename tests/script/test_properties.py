"""Whatever an author writes: reading never fails, formatting changes nothing but layout."""

# Pieces and lines stand close together so that they can be looked over.
# ruff: noqa: E501, SIM905

from __future__ import annotations

import pytest
from dumped import CAST, story_dump, told
from hypothesis import given, settings
from hypothesis import strategies as st

from kokko_ethics.review import review
from kokko_ethics.script import format_script, parse
from kokko_ethics.script.meaning import meaning
from kokko_ethics.source import Source
from kokko_ethics.story import understand

PIECES = st.sampled_from(
    "# |## |### |> |~ |? |- |• |1. |-> |-> #a|→ end|***|---|[|]|(|)|{#a}|{#b c}|<!--|-->|<!— x —>|\\|*|**|_|: |:|, |; |…|.|!|“|”|"
    "AINO|Aino|NOA|ALL|SIGN|SOUND|NARRATOR|AND|ja|to |happy|left|sits|wide|evening|Later|words and|Words.|9:30|title: |cast: |"
    "Reflection|Facilitator|\n|\n\n|\r\n|\t| |\u00a0|\u00ad|\ufeff|\u2028|\x00|\ufdd0|ä|İ|عربي|\u200b|🙂".split("|")
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))
LINES = st.sampled_from(
    ["# Scene", "#Scene {#s}", "##  Close,evening", "## wide {#b}", "Aino sits  by", "the window.", "Noa stands.", "AINO: Hello", "and more.",
     "noa (HAPPY,to Aino) :  Yes", "AINO AND NOA: We", "mary: who", "XAVER: x", "AINO", ">caption", "> AINO: off", "~ easy", "?  What", "- a -> #b",
     "• b → b", "-> end", "→ #b", "***", "- - -", "[Aino left,Noa]", "[Aino", "sits]", "[Aino] Noa waits.", "<!-- note -->", "a <!-- n --> b",
     "<!-- two", "lines -->", "", "", "### deep", "# Reflection", "- All: why", "sign(Aino) : tag", "SOUND: Thud", "\\# no", "* - -"]
)  # fmt: skip
SCRIPTS = st.lists(LINES, max_size=25).map("\n".join)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_reading_never_fails(text: str) -> None:
    source = Source.of(text)
    script, found = parse(source)
    story, more = understand(script, CAST, id="any")
    for one in (*found, *more, *(review(story) if story else ())):
        assert 0 <= one.span.start <= len(source.text) and one.place[0] >= 1


@pytest.mark.parametrize("unseen", ["\ufeff", "\u200b", "\ufdd0", "\u00ad"])
def test_a_word_that_nobody_sees_does_not_stop_reading(unseen: str) -> None:
    for text in (f"# {unseen}-> #a[{unseen}~", f"# S\n## Wide, {unseen}\n[Aino {unseen} sits, {unseen}]\n"):
        script, _ = parse(Source.of(text))
        assert script is not None


@given(SCRIPTS)
@settings(max_examples=150, deadline=None)
def test_a_story_hangs_together(text: str) -> None:
    story, _ = told(text)
    if story is None:
        return
    ids = [panel.id for panel in story.panels] + [line.id for panel in story.panels for line in panel.lines]
    assert len(ids) == len(set(ids))
    panels = {panel.id for panel in story.panels}
    people = {member.id for member in story.cast}
    for panel in story.panels:
        assert panel.goes_to in panels | {"end"} or (panel.choice and not panel.goes_to)
        assert all(option.target in panels for option in (panel.choice.options if panel.choice else ()))
        assert {actor.character for actor in panel.actors} <= people
        assert {id for line in panel.lines for id in (*line.speakers, *line.to)} <= people
    assert [panel.number for panel in story.panels] == list(range(1, len(story.panels) + 1))


@given(st.one_of(TEXTS, SCRIPTS))
@settings(max_examples=200, deadline=None)
def test_formatting_twice_changes_nothing_and_keeps_the_meaning(text: str) -> None:
    source = Source.of(text)
    formatted = format_script(source)
    again = Source.of(formatted)
    assert format_script(again) == formatted
    assert meaning(parse(again)[0]) == meaning(parse(source)[0])


@given(SCRIPTS)
@settings(max_examples=100, deadline=None)
def test_formatting_keeps_the_story_and_every_letter(text: str) -> None:
    formatted = format_script(Source.of(text))
    assert story_dump(told(formatted)[0]) == story_dump(told(text)[0])
    letters = [c.casefold() for c in Source.of(text).text if c.isalpha()]
    assert [c.casefold() for c in formatted if c.isalpha()] == letters
