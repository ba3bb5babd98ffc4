"""The words for looks that authors are told are those that can be drawn, and every other one gets the nearest."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from dumped import told

from kokko_ethics.diagnostics import Severity
from kokko_ethics.drawing.figure import body, coverings, hair, worn
from kokko_ethics.script import parse
from kokko_ethics.script.keywords import words_in
from kokko_ethics.source import Source
from kokko_ethics.story import load_cast, understand
from kokko_ethics.story.looks import WORDS, look_of
from kokko_ethics.story.model import Look

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


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_language_has_a_word_for_every_field_and_value(lang: str) -> None:
    words = words_in(lang)
    assert {field.name for field in fields(Look)} | {"voice"} == set(words["look"])
    for field, known in WORDS.items():
        assert set(words[f"look-{field}"]) == set(known) - {""}


WRITTEN = {
    "fi": {
        "hiukset": "polkkatukka", "hiusten väri": "hopea", "päällä": "villatakki", "takin väri": "sinappi",
        "iho": "iho 3", "silmälasit": "pyöreät", "apuvälineet": "rollaattori, kuulolaitteet", "ikä": "61",
        "pisamat": "kyllä", "vartalo": "tukeva",
    },
    "sv": {
        "hår": "page", "hårfärg": "silver", "över": "kofta", "jackans färg": "senap", "hud": "hud 3",
        "glasögon": "runda", "hjälpmedel": "rollator, hörapparater", "ålder": "61", "fräknar": "ja", "kropp": "kraftig",
    },
    "en": {
        "hair": "bob", "hair colour": "silver", "over": "cardigan", "jacket colour": "mustard", "skin": "skin 3",
        "glasses": "round", "aids": ["rollator", "hearing aids"], "age": 61, "freckles": "yes", "build": "sturdy",
    },
}  # fmt: skip


@pytest.mark.parametrize("lang", WRITTEN)
def test_a_look_means_the_same_in_every_language(lang: str) -> None:
    said: list[object] = []
    look = look_of(WRITTEN[lang], lambda *told: said.append(told), lang)
    assert not said
    assert look == Look(
        age=61, build=1.12, skin="#efc4a0", hair="bob", hair_colour="#c9cbd0", glasses="round", freckles=True,
        over="cardigan", over_colour="#d9a227", aids=("rollator", "hearing-aids"),
    )  # fmt: skip


def test_a_wrong_word_gets_a_hint_and_the_choice_in_the_language_of_the_author() -> None:
    said: list[tuple[str, str | None, dict[str, str]]] = []
    look_of({"hiukset": "polkatukka"}, lambda code, word, near, values: said.append((code, near, values)), "fi")
    ((code, near, values),) = said
    assert (code, near) == ("look-value", "polkkatukka")
    assert "kiharat" in values["wanted"] and "curly" not in values["wanted"]


def test_a_voice_is_part_of_a_character() -> None:
    front = "---\ntitle: T\nlang: fi\nhahmot:\n  Sirpa: {ääni: matala, hiukset: nuttura}\n---\n"
    story, _ = told(front + "# S\n## Laaja\nSirpa odottaa.\nSIRPA: Hei.")
    assert story
    (sirpa,) = story.cast
    assert (sirpa.voice, sirpa.look.hair) == ("low", "bun")


@pytest.mark.parametrize(
    ("field", "value", "nearest"),
    [("hair", "bobb", "bob"), ("aids", ["rolator"], "rollator"), ("over", "kardigan", "cardigan")],
)
def test_an_unknown_word_gets_the_nearest(field: str, value: object, nearest: str) -> None:
    said: list[tuple[str, str | None]] = []
    look_of({field: value}, lambda code, word, near, values: said.append((code, near)))
    assert said == [("look-value", nearest)]


def test_a_wrong_value_is_marked_where_it_stands() -> None:
    front = "---\ntitle: T\nlang: fi\nhahmot:\n  Sirpa: {ikä: 61, hiukset: polkatukka}\n---\n"
    _, found = told(front + "# S\n## Laaja\nSirpa odottaa.\nSIRPA: Hei.")
    (wrong,) = [one for one in found if one.code == "look-value"]
    assert (wrong.place, wrong.nearest) == ((5, 29), "polkkatukka")


def test_a_strong_feeling_that_nobody_knows_is_told_once() -> None:
    front = "---\ntitle: T\nlang: fi\nhahmot: Aino\n---\n"
    _, found = told(front + "# S\n## Laaja\nAino odottaa yksin.\nAINO (hyvin ilonen): Hei.")
    assert [one.code for one in found if one.severity] == ["unknown-direction"]


def test_a_story_may_change_one_thing_about_somebody_in_the_cast() -> None:
    front = "---\ntitle: T\nlang: fi\ncast:\n  - Leena: {asusteet: ei mitään, takin väri: vihreä}\n---\n"
    cast, _ = load_cast(GUIDE.parent)
    script, _ = parse(Source.of(front + "# S\n## Laaja\nLeena odottaa.\nLEENA: Hei.", "case.md"))
    story, found = understand(script, cast, id="case")
    assert story and not [one for one in found if one.severity > Severity.HINT]
    assert story.cast[0].look == replace(cast["leena"].look, wears=(), over_colour="#3f8a5a")
