"""The words for looks that authors are told are those that can be drawn, and every other one gets the nearest."""

from __future__ import annotations

from pathlib import Path

import pytest

from kokko_ethics.drawing.figure import body, coverings, hair, worn
from kokko_ethics.story.looks import WORDS, look_of

GUIDE = Path(__file__).parents[2] / "panels" / "cast" / "README.md"


def test_every_word_that_is_told_can_be_drawn() -> None:
    assert set(WORDS["hair"]) - {"bald"} == {*hair.HAIR_FRONT, *hair.HAIR_BACK}
    assert set(WORDS["headwear"]) - {"", "headscarf"} == set(coverings.HEADWEAR)
    assert set(WORDS["beard"]) - {""} == set(coverings.BEARDS)
    assert set(WORDS["over"]) - {""} == set(body._OVERS)
    assert set(worn._ITEMS) <= set(WORDS["wears"])


def test_the_guide_tells_every_word() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert all(f"`{word}`" in text for words in WORDS.values() for word in words if word)


@pytest.mark.parametrize(
    ("field", "value", "nearest"),
    [("hair", "bobb", "bob"), ("aids", ["rolator"], "rollator"), ("over", "kardigan", "cardigan")],
)
def test_an_unknown_word_gets_the_nearest(field: str, value: object, nearest: str) -> None:
    said: list[tuple[str, str | None]] = []
    look_of({field: value}, lambda code, word, near, values: said.append((code, near)))
    assert said == [("look-value", nearest)]
