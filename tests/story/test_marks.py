"""Marks of emphasis: words that are read can be written as an author would, and read again as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kokko_ethics.script.model import Text
from kokko_ethics.source import Span
from kokko_ethics.story.words import marked, words_of

PLACE = Span(0, 1)


@pytest.mark.parametrize(
    ("written", "again"),
    [
        ("Onko *minulla* nimi?", None),
        ("**Nyt!** sanoi hän", None),
        ("_Nyt_ on __aika__", "*Nyt* on **aika**"),
        ("2 * 3 * 4 ja a_b_c", None),
        ("Tähti \\*on\\* tässä", None),
        ("keno \\ viiva", None),
        ("Sana\u00adraja", None),
    ],
)
def test_words_are_written_as_an_author_would(written: str, again: str | None) -> None:
    assert marked(words_of(Text(written, PLACE))) == (again or written)


@settings(deadline=None, max_examples=500)
@given(st.text(st.sampled_from("ab *_\\.,\u00ad"), max_size=30))
def test_words_that_were_read_can_be_written_and_read_again(written: str) -> None:
    words = words_of(Text(" ".join(written.split()), PLACE))
    assert words_of(Text(marked(words), PLACE)) == words


def test_loud_words_inside_stressed_ones_are_written_inside_them() -> None:
    assert marked(words_of(Text("***Nyt** heti.*", PLACE))) == "***Nyt** heti.*"
