"""Words are found in the forms that running text gives them, and words that only begin alike are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokko_ethics.inflection.finding import Finder

FINNISH = Finder.of(
    [
        ("expert", ("kokemusasiantuntija", "kokemusasiantuntijan", "kokemusasiantuntijaa", "kokemusasiantuntijoita")),
        ("paid", ("palkattu kokemusasiantuntija", "palkatun kokemusasiantuntijan", "palkattua kokemusasiantuntijaa",
                  "palkattuja kokemusasiantuntijoita")),
        ("knowledge", ("kokemustieto", "kokemustiedon", "kokemustietoa", "kokemustietoja")),
        ("panel", ("asiakasraati", "asiakasraadin", "asiakasraatia", "asiakasraateja", "asiakasraadei-")),
        ("support", ("vertaistuki", "vertaistuen", "vertaistukea", "vertaistukia")),
        ("peer", ("vertainen", "vertaisen", "vertaista", "vertaisia")),
        ("close", ("läheinen", "läheisen", "läheistä", "läheisiä")),
        ("client", ("asiakas", "asiakkaan", "asiakasta", "asiakkaita")),
        ("belonging", ("osallisuus", "osallisuuden", "osallisuutta", "osallisuuksia")),
        ("story", ("oma tarina", "oman tarinan", "omaa tarinaa", "omia tarinoita")),
        ("county", ("hyvinvointialue", "hyvinvointialueen", "hyvinvointialuetta", "hyvinvointialueita")),
        ("agent", ("toimija", "toimijan", "toimijaa", "toimijoita")),
        ("night", ("yö", "yön", "yötä", "öitä")),
    ],
    "fi",
)  # fmt: skip
SWEDISH = Finder.of(
    [
        ("expert", ("erfarenhetsexpert", "erfarenhetsexperten", "erfarenhetsexperter", "erfarenhetsexperterna")),
        ("paid", ("anställd erfarenhetsexpert", "anställda erfarenhetsexperter", "anställda erfarenhetsexperten")),
        ("panel", ("klientråd", "klientrådet", "klientråden")),
        ("client", ("klient", "klienten", "klienter", "klienterna")),
    ],
    "sv",
)
ENGLISH = Finder.of(
    [
        ("expert", ("expert by experience", "experts by experience")),
        ("peer", ("peer", "peers")),
        ("support", ("peer support",)),
        ("fee", ("fee", "fees")),
    ],
    "en",
)


def found(finder: Finder, text: str) -> list[tuple[str, str]]:
    return [(text[one.span.start : one.span.end], one.id) for one in finder.find(text)]


@pytest.mark.parametrize(
    ("word", "id"),
    [
        ("kokemusasiantuntija", "expert"), ("kokemusasiantuntijalle", "expert"), ("kokemusasiantuntijoiden", "expert"),
        ("kokemusasiantuntijoitten", "expert"), ("kokemusasiantuntijoihin", "expert"),
        ("kokemusasiantuntijansakin", "expert"), ("Kokemusasiantuntijako", "expert"),
        ("kokemusasiantuntijoineen", "expert"), ("KOKEMUSASIANTUNTIJANA", "expert"),
        ("kokemustiedon", "knowledge"), ("kokemustiedosta", "knowledge"), ("kokemustietoon", "knowledge"),
        ("kokemustietojen", "knowledge"), ("kokemustiedoissa", "knowledge"), ("kokemustietoni", "knowledge"),
        ("kokemustietoonsa", "knowledge"), ("kokemustietoaan", "knowledge"),
        ("asiakasraadissa", "panel"), ("asiakasraatiin", "panel"), ("asiakasraatien", "panel"),
        ("asiakasraadeissa", "panel"), ("asiakasraateihin", "panel"),
        ("vertaistuen", "support"), ("vertaistukeen", "support"), ("vertaistukensa", "support"),
        ("vertaisille", "peer"), ("vertaisten", "peer"), ("läheistään", "close"), ("läheisilleen", "close"),
        ("asiakkaat", "client"), ("asiakkaaseen", "client"), ("asiakkaisiin", "client"), ("asiakasten", "client"),
        ("osallisuudesta", "belonging"), ("osallisuuteen", "belonging"), ("osallisuutensa", "belonging"),
        ("osallisuuksien", "belonging"), ("omasta tarinastaan", "story"), ("omien\ntarinoiden", "story"),
        ("hyvinvointialueella", "county"), ("hyvinvointialueeseen", "county"), ("hyvinvointialueiden", "county"),
        ("toimijoina", "agent"), ("toimijaksi", "agent"), ("yöllä", "night"), ("öihin", "night"),
        ("palkatulle kokemusasiantuntijalle", "paid"), ("koke\u00admus\u00adtie\u00addos\u00adsa", "knowledge"),
    ],
)  # fmt: skip
def test_finnish_forms_are_found(word: str, id: str) -> None:
    assert found(FINNISH, f"(„{word}”.)") == [(word, id)]


@pytest.mark.parametrize(
    "words",
    [
        "asia, asiaan, asialista, asiat", "asiakkuus ja asiakkuuden", "asiakaspalvelu, asiakastyö", "vertailla",
        "vertaus ja vertauksen", "vertaiskehittäjä", "läheisyys, läheltä, lähellä", "läheisesti",
        "osallistuminen, osallistua, osallinen", "toiminta, toimia, toimii, toimisto", "tarina, omatunto",
        "oma. Tarinan", "oma iloinen tarina", "kokemus, kokemuksesta", "kokemusasiantuntijuus",
        "kokemusasiantuntija- ja ammattilaistyö", "hyvinvointi, hyvinvointialuelaki", "öljy, yötön", "yöpyä",
    ],
)  # fmt: skip
def test_words_that_only_begin_alike_are_not(words: str) -> None:
    assert found(FINNISH, words) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Erfarenhetsexpertens klienter", ["expert", "client"]),
        ("erfarenhetsexperternas klientråd", ["expert", "panel"]),
        ("anställda erfarenhetsexperter", ["paid"]),
        ("klientrådets, klientelets och klientvänlig", ["panel"]),
    ],
)
def test_swedish_definite_forms_plurals_and_genitives(text: str, expected: list[str]) -> None:
    assert [id for _, id in found(SWEDISH, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Experts by experience; the expert by\nexperience’s view", ["expert", "expert"]),
        ("peer support between peers", ["support", "peer"]),
        ("feel, feed, fees, feeling", ["fee"]),
        ("an expert in by-laws", []),
    ],
)
def test_english_plurals_genitives_and_phrases(text: str, expected: list[str]) -> None:
    assert [id for _, id in found(ENGLISH, text)] == expected


def test_the_longer_phrase_counts() -> None:
    assert found(FINNISH, "palkattu kokemusasiantuntija on asiakas") == [
        ("palkattu kokemusasiantuntija", "paid"), ("asiakas", "client"),
    ]  # fmt: skip


def test_other_languages_find_nothing() -> None:
    assert Finder.of([("a", ("asiakas",))], "se").find("asiakas") == ()


def test_a_language_tag_with_a_region_is_the_same_language() -> None:
    assert found(Finder.of([("c", ("klient", "klienten"))], "sv-FI"), "klientens") == [("klientens", "c")]


@given(st.text(alphabet="asikntuäö -\u00ad.\nAT’1_", max_size=60))
def test_occurrences_are_in_order_and_apart(text: str) -> None:
    at = 0
    for one in FINNISH.find(text):
        assert at <= one.span.start < one.span.end <= len(text)
        at = one.span.end
