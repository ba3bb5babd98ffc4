"""Whether the language that a story names is the one that it is written in."""

from __future__ import annotations

import pytest
from dumped import told

WORDS = {
    "fi": "Aino istuu ja Samir seisoo.\nAINO: Minä en tiedä, mitä hän sanoi, mutta olen täällä.",
    "sv": "Aino sitter och Samir står.\nAINO: Jag vet inte vad hon sade, men jag är här.",
    "en": "Aino sits and Samir stands.\nAINO: I do not know what she said, but they are here with you.",
    "nb": "Aino sitter og Samir står.\nAINO: Jeg vet ikke hva hun sa, men jeg er her for å høre på deg.",
    "et": "Aino istub ja Samir seisab.\nAINO: Ma ei tea, mida ta ütles, aga ma olen siin ja kuulan sind.",
}


def likely(lang: str, words: str) -> list[tuple[str, str]]:
    found = told(f"---\ntitle: T\nlang: {lang}\ncast: Aino, Samir\n---\n# S\n## Wide\n{words}")[1]
    return [(dict(one.values)["likely"], one.source.words(one.span)) for one in found if one.code == "language-differs"]


@pytest.mark.parametrize(("lang", "words"), [("se", "sv"), ("fin", "fi"), ("sw", "sv"), ("uk", "en"), ("sv", "fi")])
def test_a_wrong_code_is_told(lang: str, words: str) -> None:
    assert likely(lang, WORDS[words]) == [(words, lang)]


@pytest.mark.parametrize("lang", WORDS)
def test_the_right_one_and_its_regions_stay_silent(lang: str) -> None:
    assert likely(lang, WORDS[lang]) == likely(f"{lang}-XX", WORDS[lang]) == []


@pytest.mark.parametrize("words", ["Hm.\nAINO: Minä olen.", "AINO: The SV och.\nSAMIR: Jag är the and you."])
def test_few_or_mixed_words_tell_nothing(words: str) -> None:
    assert likely("ar", words) == []


@pytest.mark.parametrize("lang", ["", "English please"])
def test_a_language_that_is_not_named_is_not_doubted(lang: str) -> None:
    assert likely(lang, WORDS["en"]) == []
