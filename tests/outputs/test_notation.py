"""Notation: drawings that were written down come back as they were, and are painted the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outputs.made_edition import edition

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text, TextLine, TextRun
from kokko_ethics.drawing.notation import read, written
from kokko_ethics.geometry import Box
from kokko_ethics.outputs.engraving import Engraved, EngravedGroup, Engraving, Part, engrave
from kokko_ethics.outputs.notation import read_engraved, written_engraved

NUMBERS = st.floats(-1e4, 1e4) | st.integers(-9, 9)
WORDS = st.text(max_size=9)
MATRICES = st.none() | st.tuples(*[st.floats(-9, 9)] * 6)
RUNS = st.builds(TextRun, WORDS, st.sampled_from(["lettering", "caption"]), NUMBERS, st.booleans())
LINES = st.builds(TextLine, NUMBERS, NUMBERS, NUMBERS, st.lists(RUNS, max_size=3).map(tuple))
LEAVES = (
    st.builds(Path, WORDS, WORDS, WORDS, NUMBERS, NUMBERS, WORDS, st.lists(NUMBERS, max_size=3).map(tuple))
    | st.builds(Text, st.lists(LINES, max_size=2).map(tuple), NUMBERS, WORDS, WORDS, WORDS, WORDS, NUMBERS, NUMBERS)
    | st.builds(Picture, st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS), st.binary(max_size=20))
)
DATA = st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple)
MARKS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Group, st.lists(inner, max_size=3).map(tuple), WORDS, DATA, WORDS, MATRICES, WORDS, st.floats(0, 1)
    ),
    max_leaves=6,
)


@given(st.lists(MARKS, max_size=4), WORDS)
def test_whatever_is_written_can_be_read(marks: list[Mark], words: str) -> None:
    drawing = Drawing("a", 10.0, 20.5, tuple(marks), "fi", "Ruutu", words, words)
    assert read(written(drawing)) == drawing


ENGRAVINGS = st.recursive(
    st.builds(Engraving, st.binary(max_size=20), st.lists(st.floats(0, 1), max_size=2).map(tuple)),
    lambda inner: st.builds(Engraving, st.binary(max_size=20), st.just(()), st.lists(inner, max_size=2).map(tuple)),
    max_leaves=4,
)
LETTERED = MARKS.filter(lambda mark: isinstance(mark, Text))
MATRICES = st.none() | st.tuples(*[st.floats(-9, 9)] * 6)
PARTS = st.recursive(
    LETTERED | ENGRAVINGS,
    lambda inner: st.builds(
        EngravedGroup, st.lists(inner, max_size=2).map(tuple), MATRICES, st.sampled_from([b"", b"1 2 m h"])
    ),
    max_leaves=4,
)


@given(st.lists(PARTS, max_size=4), WORDS)
def test_whatever_is_engraved_can_be_read(parts: list[Part], lang: str) -> None:
    drawing = Engraved(10.0, 20.5, lang, tuple(parts))
    assert read_engraved(written_engraved(drawing)) == drawing


def test_a_panel_comes_back_as_it_was() -> None:
    for pane in edition().web:
        assert read(written(pane.drawing)) == pane.drawing
        assert read_engraved(written_engraved(engrave(pane.drawing))) == engrave(pane.drawing)


def test_plain_values_take_no_room() -> None:
    drawing = Drawing("a", 1.0, 1.0, (Path("M0 0", "#fff"), Group(())), "fi", "", "", "")
    assert json.loads(written(drawing))[3] == [["p", "M0 0", "#fff"], ["g", []]]


def test_an_unknown_kind_of_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="no mark of the kind"):
        read('["a", 1, 1, [["x"]], "fi", "", "", ""]')
    with pytest.raises(ValueError, match="no mark of the kind"):
        read_engraved('[1, 1, "fi", [["x"]]]')
