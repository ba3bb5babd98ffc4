"""What the assistant and the search of a site know: all of it from the data and the comics, and nothing but text."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from made_edition import HOSTILE, WORKS, edition, story

from kokko_ethics.outputs.site.chapter import StoryOnSite, said_of, story_on_site
from kokko_ethics.outputs.site.knowing import wits_of
from kokko_ethics.outputs.site.knowledge import knowledge
from kokko_ethics.outputs.site.map import SiteMap
from kokko_ethics.reference.model import Facts, Project, Reference
from kokko_ethics.wording import LANGUAGES

MARK = "globalThis.KokkoKnowledge = "


def told(lang: str = "fi", works: Reference = WORKS) -> dict[str, Any]:
    made = edition(replace(story(), lang=lang, reference=works))
    kept = story_on_site(made, said_of(made))
    text = knowledge(SiteMap.of([StoryOnSite.read(kept.written())]), lang)
    assert text.startswith('"use strict";\n' + MARK) and text.endswith(";\n")
    found: dict[str, Any] = json.loads(text.partition(MARK)[2][:-2])
    return found


@pytest.fixture(scope="module")
def finnish() -> dict[str, Any]:
    return told()


def test_it_knows_all_questions_terms_and_principles_and_the_panels(finnish: dict[str, Any]) -> None:
    ids = {one["id"] for one in finnish["questions"]}
    assert ids >= {one.id for one in WORKS.questions.entries}
    assert ids >= {f"term:{one.id}" for one in WORKS.glossary.terms}
    assert ids >= {f"principle:{one.id}" for one in WORKS.principles.entries}
    assert len(finnish["panels"]) == len(story().panels)
    assert all(one["said"] or one["seen"] for one in finnish["panels"])


def test_every_answer_says_where_it_rests(finnish: dict[str, Any]) -> None:
    for one in finnish["questions"]:
        assert one.get("refs") or one.get("help"), one["id"]
        for ref in one.get("refs", []):
            assert ref["label"] and ref["href"].startswith("fi/")


def test_whoever_writes_in_another_language_is_helped_in_that_of_the_page(finnish: dict[str, Any]) -> None:
    assert {id: set(tongues) for id, tongues in finnish["crisis"].items()} == {
        "o1": set(LANGUAGES), "o2": set(LANGUAGES),
    }  # fmt: skip
    (card,) = (one for one in finnish["questions"] if one["id"] == "o1")
    assert [line[1] for line in card["help"]] == ["112", "09\u00a02525\u00a00111"]


def test_swedish_readers_get_the_swedish_line_and_nobody_a_number_to_be_checked() -> None:
    lines = {lang: [line[1] for one in wits_of(WORKS, lang).questions if one.id == "o1" for line in one.help]
             for lang in LANGUAGES}  # fmt: skip
    assert "09\u00a02525\u00a00112" in lines["sv"] and "09\u00a02525\u00a00112" not in lines["fi"]
    assert "09\u00a02525\u00a00116" not in str(lines)


def test_nobody_in_need_is_left_without_a_line() -> None:
    facts = Facts(tuple(one for one in WORKS.facts.entries if one.id in ("hatanumero", "kriisipuhelin-uk")))
    o2 = replace(next(one for one in WORKS.questions.entries if one.id == "o2"), help=("nollalinja",))
    works = replace(WORKS, facts=facts, questions=replace(WORKS.questions, entries=(o2,)))
    assert len(wits_of(works, "en").questions[0].help) == 2


def test_languages_that_the_house_does_not_speak_get_english_answers() -> None:
    arabic = told("ar")
    assert (arabic["lang"], arabic["tongue"]) == ("ar", "en")
    refs = [ref for one in arabic["questions"] for ref in one.get("refs", []) if "glossary" in ref["href"]]
    assert refs and all(ref["href"].startswith("ar/") and ref["lang"] == "en" for ref in refs)


def test_it_is_called_as_the_project_wants(finnish: dict[str, Any]) -> None:
    assert finnish["name"] == "Kokko"
    assert told(works=replace(WORKS, project=Project(assistant="Keijo")))["name"] == "Keijo"


def test_another_way_to_ask_is_all_it_takes_to_teach_it() -> None:
    taught = replace(WORKS.questions, ways={"term:palkkio": {"fi": ("Saako tästä rahhoo?",)}})
    terms = {one["id"]: one for one in told(works=replace(WORKS, questions=taught))["questions"]}
    assert "Saako tästä rahhoo?" in terms["term:palkkio"]["asked"]


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_authors_stay_words(text: str) -> None:
    one = replace(WORKS.questions.entries[0], asked={"fi": (text,)}, answer={"fi": text})
    known = told(works=replace(WORKS, questions=replace(WORKS.questions, entries=(one,))))
    assert known["questions"][0]["answer"] == text
