"""Which words of a story are translated, and under which ids."""

from __future__ import annotations

from made_story import SCRIPT, story

from kokko_ethics.translation.context import comments, longest
from kokko_ethics.translation.retelling import Told, passages, retell

IDS = """\
front/title front/summary cast/aino/name cast/aino/role cast/hoitaja/name cast/hoitaja/role
alku/description alku/description/easy alku/line-1 alku/line-1/easy alku/line-2 alku/sign-1
tiski-2/description tiski-2/line-1 tiski-2/caption-1 tiski-2/question tiski-2/option-1 tiski-2/option-1/easy
tiski-2/option-2
nimi-1/description oma/line pois-1/description pois-1/sound-1
reflection/1 reflection/1/easy facilitator/1 facilitator/2 facilitator/3 facilitator/4 facilitator/5 sources/1
front/credit-1"""


def test_every_text_that_readers_meet_has_an_id() -> None:
    ids = [passage.id for passage in passages(story(), "sv")]
    assert ids == IDS.split()


def test_passages_are_the_words_with_their_marks() -> None:
    words = {passage.id: passage.words for passage in passages(story(), "sv")}
    assert words["alku/line-1"] == "Onko *minulla* nimi?"
    assert words["facilitator/1"] == "**Tavoite.** Jokainen kirjoittaa oman nimensä."
    assert words["facilitator/4"] == "Alku | loppu"


def test_a_story_told_in_its_own_words_is_the_same_story() -> None:
    told = retell(story(), "fi", lambda passage: Told(passage.words))
    assert told.scenes == story().scenes
    assert (told.facilitator, told.sources) == (story().facilitator, story().sources)
    assert (told.title, told.summary, told.credits) == (story().title, story().summary, story().credits)


def test_the_sentence_of_the_principle_is_known_already() -> None:
    ready = {passage.id: passage.ready for passage in passages(story(), "en")}
    assert ready["tiski-2/caption-1"] == "We treat each other as people who think, choose and act for themselves."


def test_names_are_offered_as_they_are_only_where_letters_are_the_same() -> None:
    def ready(lang: str) -> str:
        text = SCRIPT.replace("  Aino: kokemuskouluttaja\n", "")
        return next(p.ready for p in passages(story(text), lang) if p.id == "cast/hoitaja/name")

    assert ready("sv") == ""  # "Hoitaja" is a word of the script, not the name of somebody in the cast


def test_translators_are_told_who_speaks_how_and_what_is_seen() -> None:
    of = story()
    one = next(passage for passage in passages(of, "sv") if passage.id == "alku/line-1")
    said = comments(one, of, "sv")
    assert said == (
        "Ruta 1. Tankebubbla.",
        "Talar: Aino Kallio (tänker, glad)",
        "Högst 175 tecken.",
        "I bilden: Aino katsoo lappua pöydällä.",
        "Bild: output/lappu/fi/panels/001.png",
    )
    assert longest(one) == 175


def test_signs_have_little_room() -> None:
    room = {passage.id: longest(passage) for passage in passages(story(), "sv")}
    assert room["alku/sign-1"] == 24
    assert room["front/title"] == 0
