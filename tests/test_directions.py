"""Which way languages run, and how both directions stand in one line."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from kokko_ethics.directions import by_eye, levels, right_to_left, runs_right_to_left

ARABIC = "قال Samir: (نعم) 25%، Kokko (A-2024/5) ثم ذهب!"
LETTERS = st.text(alphabet="abÄز بتאב 0123٤٥ +-%.,:/()[]{}<>«»!؟،ـ\u0301\u064b'\u2013", min_size=1, max_size=24)


@pytest.mark.parametrize("lang", ["ar", "AR-eg", "he", "iw", "fa", "fa_AF", "ur", "ckb", "ps", "yi", "ku-Arab", "dv"])
def test_languages_that_are_read_from_right_to_left(lang: str) -> None:
    assert right_to_left(lang)


@pytest.mark.parametrize("lang", ["fi", "sv", "en", "se", "so", "ru", "ku", "ar-Latn", "az", "arn", ""])
def test_languages_that_are_read_from_left_to_right(lang: str) -> None:
    assert not right_to_left(lang)


@pytest.mark.parametrize(
    ("text", "lang", "backwards"),
    [("مرحبا", "ar", True), ("Samir يفكر", "ar", True), ("OK!", "ar", False), ("25!", "ar", True), ("…", "ar", True),
     ("Moi!", "fi", False), ("مرحبا!", "fi", True), ("Sana مرحبا", "fi", False), ("", "fi", False)],
)  # fmt: skip
def test_a_line_runs_as_its_language_does_unless_all_of_it_runs_the_other_way(
    text: str, lang: str, backwards: bool
) -> None:
    assert runs_right_to_left(text, lang) == backwards


def shown(text: str, backwards: bool) -> str:
    """``text`` as it stands in one line, from left to right."""
    found = levels(text, backwards)
    return "".join(text[place] for place in by_eye(found))


@pytest.mark.parametrize("backwards", [True, False])
def test_names_numbers_and_brackets_stand_as_readers_expect(backwards: bool) -> None:
    assert shown(ARABIC, backwards) == get_display(ARABIC, base_dir="LR"[backwards])


@settings(deadline=None)
@given(LETTERS, st.booleans())
def test_every_line_stands_as_the_other_engine_of_the_library_has_it(text: str, backwards: bool) -> None:
    text = text.strip()
    assert shown(text, backwards) == get_display(text, base_dir="LR"[backwards])


def test_marks_that_override_directions_have_no_say() -> None:
    assert levels("a\u202eb\u2066c\u2069", False) == (0,) * 6
    assert levels("ab", False) == (0, 0)
