"""Words break where a reader expects it: at the joints of compounds first, between syllables else, never between two
vowels."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokko_ethics.typesetting.hyphenation import JOINT, breaks, finnish_syllables

# Compounds of the field with their joints marked; every other break must be a syllable's.
FINNISH = [
    "kokemus|asian|tuntija|toiminnassa",
    "yhteis|toimijuudesta",
    "hyvin|vointi|alueella",
    "vertais|tuki|ryhmä",
    "epä|oikeuden|mukaisuus",
    "sosiaali|ohjaaja",
    "kuntoutus|suunnitelma",
    "osallisuus|työ",
    "mielen|terveys|kuntoutuja",
    "päihde|palvelut",
    "toimeen|tulo|tuki|hakemus",
    "sosiaali|työn|tekijä",
    "terveyden|huolto|henkilö|kunta",
    "itse|määräämis|oikeus",
    "vuoro|vaikutus|taidot",
    "ryhmän|ohjaaja|koulutus",
    "palaute|keskustelu",
    "vapaa|ehtois|toiminta",
    "ajan|varaus",
    "työttömyys|turva",
    "perus|turva|lauta|kunta",
    "lasten|suojelu|ilmoitus",
    "ohjaus|ryhmä",
    "puheen|johtaja",
]
SWEDISH = [
    "erfarenhets|expert",
    "välfärds|område",
    "själv|bestämmande",
    "social|arbetare",
    "tystnads|plikt",
    "kamrat|stöd",
]


def joints(word: str, lang: str) -> list[int]:
    return sorted(place for place, cost in breaks(word, lang).items() if cost == JOINT)


@pytest.mark.parametrize("marked", FINNISH)
def test_finnish_compounds_break_at_their_joints(marked: str) -> None:
    word = marked.replace("|", "")
    expected = [sum(map(len, marked.split("|")[: i + 1])) for i in range(marked.count("|"))]
    assert joints(word, "fi") == expected


@pytest.mark.parametrize("marked", SWEDISH)
def test_swedish_compounds_break_at_their_joints(marked: str) -> None:
    word = marked.replace("|", "")
    assert joints(word, "sv") == [marked.index("|")]


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("kokemus", "ko-ke-mus"),
        ("yhteinen", "yh-tei-nen"),
        ("korkeus", "kor-ke-us"),
        ("ruokaa", "ruo-kaa"),
        ("palveluissa", "pal-ve-luis-sa"),
    ],
)
def test_finnish_syllables(word: str, syllables: str) -> None:
    cut = [0, *finnish_syllables(word), len(word)]
    assert "-".join(word[a:b] for a, b in itertools.pairwise(cut)) == syllables


@pytest.mark.parametrize("word", ["ammattilainen", "ulkomaalainen", "kaikenlainen"])
def test_a_derived_word_is_no_compound(word: str) -> None:
    assert len(word) - len("lainen") not in joints(word, "fi")


@pytest.mark.parametrize(("word", "lang"), [("talo", "fi"), ("2026", "fi"), ("...", "en"), ("hus", "sv")])
def test_short_words_and_numbers_never_break(word: str, lang: str) -> None:
    assert breaks(word, lang) == {}


@given(st.text(alphabet="abdeghijklmnoprstuvyäö", min_size=1, max_size=30), st.sampled_from(["fi", "sv", "en", "se"]))
def test_a_break_leaves_two_letters_and_parts_no_vowels(word: str, lang: str) -> None:
    for place, cost in breaks(word, lang).items():
        assert 2 <= place <= len(word) - 2
        assert cost == JOINT or not (word[place - 1] in "aeiouyäöå" and word[place] in "aeiouyäöå")
