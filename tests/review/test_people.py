"""Nothing about somebody without them, and names that can be told apart."""

from __future__ import annotations

import pytest
from dumped import story_of

from kokko_ethics.review.people import let_everybody_speak, tell_names_apart

FRONT = "title: T\nlang: fi\ncast: Aino, Samir"
PANEL = "# S\n## 1\nHuone on tyhjä.\n"


def about(body: str, front: str = FRONT) -> list[tuple[str, str]]:
    return [(one.code, one.values[0][1]) for one in let_everybody_speak(story_of(body, front))]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Samir ei tule.", True), ("Kysy Samirilta.", True), ("Samirin paperi.", True), ("Samir’s paper.", True),
        ("Samirissako?", False), ("samir on sana.", False), ("Hän ei tule.", False),
    ],
)  # fmt: skip
def test_who_is_spoken_of_has_a_word(words: str, told: bool) -> None:
    assert about(f"{PANEL}AINO: {words}") == ([("spoken-about", "Samir")] if told else [])
    assert about(f"{PANEL}AINO: {words}\nSAMIR (puhelimesta): Minä tulen.") == []
    assert about(f"{PANEL}AINO: {words}\nSAMIR (ajattelee): Minä tulen.") == []


@pytest.mark.parametrize(("words", "told"), [("Hoitaja kuuli sen.", False), ("Kysy vaikka Hoitajalta.", True)])
def test_who_is_called_by_what_they_are_is_not_meant_by_every_sentence(words: str, told: bool) -> None:
    front = "title: T\nlang: fi\ncast:\n  Aino: x\n  Hoitaja: sairaanhoitaja"
    assert bool(about(f"{PANEL}AINO: {words}", front)) == told


def test_who_is_drawn_and_silent_is_only_a_hint() -> None:
    assert about("# S\n## 1\nKaksi ihmistä.\n[Aino, Samir]\nAINO: Hei.") == [("never-speaks", "Samir")]


def test_a_story_without_words_takes_nobodys_words_away() -> None:
    assert about("# S\n## 1\nKaksi ihmistä.\n[Aino, Samir]\n> Samir ja Aino.") == []


def test_somebody_who_is_only_declared_is_not_there() -> None:
    assert about(f"{PANEL}AINO: Hei.") == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Milla", "Mila", True), ("Anna", "Anni", True), ("Leena", "Lenna", True), ("Marika", "Marjatta", True),
        ("Noa", "Nea", True), ("Aino", "Noa", False), ("Milla", "Leena", False), ("Jere", "Jesse", True),
        ("Samir", "Kerstin", False), ("Ari", "Isa", False), ("Hodan", "Hassan", False), ("Anna", "Hanna", True),
        ("Ea", "Eo", False), ("Pekka", "Pirkko", False),
    ],
)  # fmt: skip
def test_names_that_look_alike(one: str, other: str, alike: bool) -> None:
    front = f"title: T\nlang: fi\ncast:\n  {one}: ohikulkija\n  {other}: ohikulkija"
    assert bool(list(tell_names_apart(story_of(PANEL, front)))) == alike


def test_our_own_cast_can_be_told_apart() -> None:
    names = ("Aino", "Jere", "Hodan", "Milla", "Leena", "Samir", "Noa", "Kerstin")
    front = "title: T\nlang: fi\ncast:\n" + "".join(f"  {name}: ohikulkija\n" for name in names)
    assert list(tell_names_apart(story_of(PANEL, front))) == []
