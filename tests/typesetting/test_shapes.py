"""Balloons fit their words, break where they may, and are never wider than the room."""

from __future__ import annotations

import pytest

from kokko_ethics.house_style import LEADING
from kokko_ethics.typesetting import CAPTION, Shape, shapes
from kokko_ethics.typesetting.setting import CAP

SHORT = "Mitä kuuluu?"
LONG = "Kokemusasiantuntijatoiminnassa pääsin tekemään yhteistyötä sosiaaliohjaajien kanssa, ja se muutti paljon."


def text_of(shape: Shape) -> list[str]:
    return ["".join(words for words, _ in line) for line in shape.lines]


def set_in(text: str, lang: str = "fi", widest: float = 30.0) -> tuple[Shape, ...]:
    return shapes(((text, "lettering"),), lang, widest)


@pytest.mark.parametrize("text", [SHORT, LONG, "A", "Vi gör det tillsammans, ett papper i taget."])
def test_every_line_lies_inside_the_outline(text: str) -> None:
    for shape in set_in(text):
        for row, width in enumerate(shape.widths):
            top = -shape.text_height / 2 + row * LEADING
            far = max(abs(top), abs(top + CAP)) / (shape.h / 2)
            assert width / 2 <= shape.w / 2 * (1 - far**2.5) ** (1 / 2.5)


@pytest.mark.parametrize("text", [SHORT, LONG])
def test_no_letter_is_lost(text: str) -> None:
    for shape in set_in(text):
        assert "".join(text_of(shape)).replace("-", "").replace(" ", "") == text.replace(" ", "")


def test_long_compounds_break_at_a_joint_first() -> None:
    broken = [line for shape in set_in(LONG, widest=15.0)[:1] for line in text_of(shape) if line.endswith("-")]
    assert broken[0] in {"Kokemusasian-", "Kokemus-", "Kokemusasiantuntija-"}


def test_short_words_are_never_hyphenated() -> None:
    assert all(shape.hyphens == 0 for shape in set_in(SHORT))


def test_the_authors_soft_hyphen_is_the_only_place_where_that_word_breaks() -> None:
    lines = [line for shape in set_in("kokemus\u00adasiantuntijatoiminnassa alkaa nyt heti") for line in text_of(shape)]
    assert {line for line in lines if line.endswith("-")} <= {"kokemus-"}
    assert not any("\u00ad" in line for line in lines)


def test_a_no_break_space_holds_words_together() -> None:
    for shape in set_in("Tavataan kello\u00a09 aamulla kahvilassa, tuletko sinäkin?"):
        assert any("kello\u00a09" in line for line in text_of(shape))


def test_emphasis_keeps_its_face_and_its_spaces() -> None:
    shape = shapes((("Ai. ", "lettering"), ("Ilman", "stress"), (" minua?", "lettering")), "fi", 30.0)[0]
    assert "".join(words for words, _ in shape.lines[0]).startswith("Ai. Ilman")
    assert ("stress") in {face for line in shape.lines for _, face in line}


def test_a_word_wider_than_the_room_has_no_shape() -> None:
    assert set_in("ⵣ" * 40, lang="se", widest=8.0) == ()


def test_a_caption_is_a_tight_rectangle() -> None:
    for shape in shapes((("Kehittämisryhmä kokoontuu ensimmäistä kertaa.", "caption"),), "fi", 20.0, CAPTION):
        assert shape.w == pytest.approx(max(shape.widths) + 1.0)
