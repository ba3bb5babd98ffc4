"""Long, rare and hidden: what slows readers down is quoted to the author, gently and seldom."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from dumped import story_of

from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.review import ease, jargon
from kokko_ethics.review.passives import passives
from kokko_ethics.review.rarity import is_common, is_rare
from kokko_ethics.review.words import sentences_in, words_in
from kokko_ethics.wording import LANGUAGES, table

RULES = (
    ease.shorten_words, ease.shorten_sentences, ease.prefer_common_words, ease.name_who_does_it,
    jargon.open_abbreviations, jargon.open_compounds,
)  # fmt: skip


def hints(body: str, lang: str = "fi") -> list[tuple[str, str]]:
    """What the rules find: code and quoted words or numbers."""
    story = story_of(f"# S\n## 1\nAino ja Samir.\n{body}", f"title: T\nlang: {lang}\ncast: Aino, Samir")
    return [(one.code, one.values[0][1]) for rule in RULES for one in rule(story)]


@pytest.mark.parametrize(
    ("lang", "word", "easy", "usual"),
    [
        ("fi", "a" * 16, False, False), ("fi", "a" * 17, True, False), ("fi", "a" * 20, True, False),
        ("fi", "a" * 21, True, True), ("sv", "a" * 14, False, False), ("sv", "a" * 15, True, False),
        ("sv", "a" * 18, True, False), ("sv", "a" * 19, True, True), ("en", "a" * 12, False, False),
        ("en", "a" * 13, True, False), ("en", "a" * 14, True, False), ("en", "a" * 15, True, True),
        ("fi", "a" * 15 + "-" + "a" * 15, False, False), ("se", "a" * 40, False, False),
        ("fi", "Samirille" + "a" * 20, False, False),
    ],
)  # fmt: skip
def test_long_words(lang: str, word: str, easy: bool, usual: bool) -> None:
    assert (("long-word", word) in hints(f"AINO: On {word}.", lang)) == usual
    assert (("easy-long-word", word) in hints(f"AINO: On {'a' * 40}.\n~ On {word}.", lang)) == easy


def test_where_there_is_an_easier_version_the_line_is_left_alone() -> None:
    assert hints("AINO: Subjektiviteetti tehtiin.\n~ Aino kertoi.") == []
    assert [code for code, _ in hints("AINO: Subjektiviteetti tehtiin.")] == ["rare-word", "passive"]


@pytest.mark.parametrize(("count", "usual", "easy"), [(12, 0, 0), (13, 0, 1), (18, 0, 1), (19, 1, 1)])
def test_long_sentences(count: int, usual: bool, easy: bool) -> None:
    words = "sana " * count
    assert (("long-sentence", str(count)) in hints(f"AINO: {words}")) == usual
    assert (("easy-long-sentence", str(count)) in hints(f"AINO: Hm.\n~ {words}")) == easy
    assert not hints(f"AINO: {'sana ' * 10}. {'Sana ' * 10}")


INFLECTED = {
    "fi": "juovat seisovat kysyvät kirjoittaneet kädessäni taloissammekin ihmisiltä odottaisimme lähdettäisiinkö"
    " tehdessään äitini koiralleen mukista lukea luemme nimilappu kehittämisryhmä vuorovaikutus hoitosuunnitelma"
    " palvelujärjestelmän kokemusasiantuntijoille bussikuski kahvitauko nauravat puhuivat pysähtynyt suuttunut",
    "sv": "skrivet stolarna barnens väska skolväska erfarenhetsexpert välfärdsområde bordet pappret yrkesperson skrev",
    "en": "chairs children went cups walking happiest teacher's written notebook asked people's stories",
}
RARE = {
    "fi": "subjektiviteetti implementoida paradigma hymähtää",
    "sv": "paradigm",
    "en": "juxtapose rollator coproduction",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forms_and_compounds_of_common_words_are_not_rare(lang: str) -> None:
    assert [word for word in INFLECTED[lang].split() if is_rare(word, lang, ease.COMMON)] == []
    assert [word for word in RARE[lang].split() if not is_rare(word, lang, ease.COMMON)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lists_of_common_words_are_small_and_say_where_they_come_from(lang: str) -> None:
    path = Path(jargon.__file__).with_name(f"common.{lang}.txt")
    head = path.read_text(encoding="utf-8").split("\n", 4)
    assert path.stat().st_size <= 150_000
    assert "CC BY-SA 4.0" in head[3] and "wordfreq" in head[1]
    assert is_common({"fi": "ja", "sv": "och", "en": "and"}[lang], lang, 20)


def test_names_numbers_and_languages_without_a_list_are_never_rare() -> None:
    assert hints("AINO: Tapasin Xzyqvin. Kello 9:30. Samirilta.\nSAMIR: XZYQVI!") == []
    assert not is_rare("xzyqvi", "se", 10)
    assert not is_rare("hmm", "fi", 10)


@pytest.mark.parametrize(
    ("lang", "sentence", "found"),
    [
        ("fi", "Asiaa käsitellään kokouksessa.", ["käsitellään"]),
        ("fi", "Sinulle ilmoitetaan myöhemmin.", ["ilmoitetaan"]),
        ("fi", "Päätös tehtiin eilen.", ["tehtiin"]),
        ("fi", "Lappu on tehty valmiiksi.", ["on tehty"]),
        ("fi", "Rahat maksettaisiin heti.", ["maksettaisiin"]),
        ("fi", "Aloitetaan!", []),
        ("fi", "Mennäänkö? Me tehdään tää yhdessä.", []),
        ("fi", "Tule pöytään, en tiedä mitään.", []),
        ("fi", "Laitoin viestin nettiin ja menin kotiin.", []),
        ("fi", "Se on tuttu paikka. Hän kertoo mielellään ja viittaa kädellään.", []),
        ("fi", "Hienoa, nähdään!", []),
        ("sv", "Planen ska implementeras snart.", ["implementeras"]),
        ("sv", "Pengarna kan betalas i dag.", ["betalas"]),
        ("sv", "Det bestämdes i går.", ["bestämdes"]),
        ("sv", "Han blev kallad till mötet.", ["blev kallad"]),
        ("sv", "Jag hoppas att det lyckas. Vi ses!", []),
        ("sv", "Millas kort och barnens väska. Hon blev glad och hen blir överraskad.", []),
        ("en", "The plan was written by us.", ["was written"]),
        ("en", "It has been carefully planned.", ["been carefully planned"]),
        ("en", "I am tired, she asked me, we need it.", []),
        ("se", "Dat was written.", []),
    ],
)
def test_passives(lang: str, sentence: str, found: list[str]) -> None:
    assert passives(sentence, lang) == found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("PTAX päättää.", True), ("PTAX:n päätös.", True), ("PTAX eli peruste päättää.", False),
        ("Peruste (PTAX) päättää.", False), ("PTAX tarkoittaa perustetta.", False), ("EI! Anna se minulle.", False),
        ("Katso TV:stä.", False), ("STOP PTAX", False), ("Onko ptax?", False),
    ],
)  # fmt: skip
def test_abbreviations_have_to_be_opened_somewhere(words: str, told: bool) -> None:
    assert any(code == "abbreviation-unopened" for code, _ in hints(f"AINO: {words}")) == told


def test_what_the_glossary_explains_is_neither_jargon_nor_rare_nor_long() -> None:
    reference, _ = reference_for(Path("nowhere"))
    story = story_of("# S\n## 1\nAino.\nAINO: Kokemusasiantuntijoillekin! Voi kyynelehtimisiäänkään!")
    told = [one.values[0][1] for one in ease.shorten_words(replace(story, lang="fi", reference=reference))]
    assert told == ["kyynelehtimisiäänkään"]


def test_an_abbreviation_is_told_once_and_another_line_may_open_it() -> None:
    assert [code for code, _ in hints("AINO: PTAX.\n\nSAMIR: Se PTAX.")].count("abbreviation-unopened") == 1
    assert "abbreviation-unopened" not in [code for code, _ in hints("AINO: Se PTAX?\n~ Mikä PTAX on? PTAX eli tuki.")]
    assert hints("KYLTTI: PTAX") == []


@pytest.mark.parametrize(
    ("lang", "word", "told"),
    [
        ("fi", "palvelujärjestelmän", True), ("fi", "järjestelmän", False), ("fi", "kahvikupillisellinen", False),
        ("sv", "utvecklingsplanen", True), ("sv", "planen", False), ("en", "implementation", True),
        ("en", "planning", False),
    ],
)  # fmt: skip
def test_long_words_of_institutions_are_jargon_once(lang: str, word: str, told: bool) -> None:
    body = f"AINO: Aa {word}.\n\nSAMIR: Aa {word}."
    assert [code for code, found in hints(body, lang) if found == word and code == "jargon"] == ["jargon"] * told
    assert not (told and "long-word" in [code for code, _ in hints(body, lang)])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_claims_that_a_text_is_easy_language(lang: str) -> None:
    claims = ("selko", "lättläst", "lätt språk", "easy language", "easy read", "easy-read")
    for code, texts in table("diagnostics", lang).items():
        if code.startswith(("easy-long", "easy-rare", "easy-passive", "long-", "rare-", "passive", "jargon", "abbr")):
            assert not any(claim in text.lower() for text in texts.values() for claim in claims), code


def test_counting() -> None:
    assert words_in("Kello 9:30, Milla’s — kyllä-ei: vai?") == ["Kello", "9:30", "Milla’s", "kyllä-ei", "vai"]
    assert sentences_in("Yksi. ”Kaksi!” Kolme… neljä? – Viisi") == ["Yksi.", "”Kaksi!", "Kolme…", "neljä?", "– Viisi"]
