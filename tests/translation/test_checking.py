"""What translators are told about single translations, on both sides of each limit."""

from __future__ import annotations

import pytest
from made_story import SCRIPT, catalogue, story

from kokko_ethics.reporting.texts import wording
from kokko_ethics.translation.laying import lay
from kokko_ethics.wording import LANGUAGES

STATE = ("translation-incomplete", "translation-fuzzy", "catalogue-behind")


def told(id: str, words: str) -> list[str]:
    """The codes of what is said about one translation, each with words in every language and at its place."""
    found = [one for one in lay(story(), catalogue({id: words})).told if one.code not in STATE]
    for one in found:
        assert one.source.words(one.span) in words.replace("\n", "\\n")
        for lang in LANGUAGES:
            assert "…" not in wording(one, lang).message + wording(one, lang).hint
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("id", "words", "codes"),
    [
        ("alku/line-1", "Har *jag* ett namn?", []),
        ("alku/line-1", "Har **jag** ett namn?", []),
        ("alku/line-1", "Har jag ett namn?", ["translation-emphasis"]),
        ("alku/line-1", "Har *jag ett namn?", ["translation-emphasis"]),
        ("alku/line-2", "Ja. Här*.", ["translation-emphasis"]),
        ("alku/line-2", "Ja. 3 \\* 4.", []),
        ("facilitator/5", "Ha pennor. Se https://example.org/kynat", []),
        ("facilitator/5", "Ha pennor. Se https://example.org/pennor", ["translation-address"]),
        ("facilitator/5", "Ha pennor.", ["translation-address"]),
        ("sources/1", "Eget utkast, 2 januari 2015.", []),
        ("sources/1", "Eget utkast, januari 2015.", ["translation-number"]),
        ("alku/sign-1", "KUND 2", []),
        ("alku/sign-1", "KUND", ["translation-number"]),
        ("alku/sign-1", "KUND 2 I DET HÄR RUMMET I DAG", ["translation-long"]),
        ("tiski-2/description", "Aino ottaa kynän käteensä.", ["translation-copied"]),
        ("alku/line-2", "On. Tässä.", []),  # too short to tell
        ("tiski-2/caption-1", "Vi bemöter varandra som människor.", ["translation-of-principle"]),
        ("alku/line-1", "\"Har\" *jag*\tett\nnamn?", []),
    ],
)  # fmt: skip
def test_a_translation_is_looked_at(id: str, words: str, codes: list[str]) -> None:
    assert told(id, words) == codes


def test_the_easy_words_of_a_sign_are_read_and_not_drawn_so_they_may_be_long() -> None:
    text = SCRIPT.replace("KYLTTI: ASIAKAS 2\n", "KYLTTI: ASIAKAS 2\n~ Sinä olet asiakas 2.\n")
    made = catalogue({"alku/sign-1/easy": "Du är kund nummer 2 i det här stora rummet i dag."}, text)
    assert "translation-long" not in [one.code for one in lay(story(text), made).told]


def test_a_month_may_become_a_word_in_a_translation() -> None:
    text = SCRIPT.replace("KYLTTI: ASIAKAS 2\n", "KYLTTI: AVATTU 2.1.2015\n")
    for words, codes in (("ÖPPNAT 2 JANUARI 2015", []), ("ÖPPNAT I JANUARI 2015", ["translation-number"])):
        found = lay(story(text), catalogue({"alku/sign-1": words}, text)).told
        assert [one.code for one in found if one.code == "translation-number"] == codes
