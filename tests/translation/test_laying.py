"""A translation laid on a story: its words, its marks where words lack, and what is said about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_story import SCRIPT, catalogue, everything, story

from kokko_ethics.compiler import compile_story
from kokko_ethics.reporting.texts import wording
from kokko_ethics.source import Source
from kokko_ethics.story.model import Line, Story
from kokko_ethics.translation.laying import lay
from kokko_ethics.wording import LANGUAGES
from kokko_ethics.workspace import panels_folder


def lines(told: Story) -> list[Line]:
    return [line for panel in told.panels for line in panel.lines]


def test_a_whole_translation_replaces_every_word() -> None:
    laid = lay(story(), everything())
    assert laid.told == ()
    assert laid.story.lang == "sv"
    assert all(line.words.plain.startswith(("sv: ", "Vi bemöter")) for line in lines(laid.story))
    assert not any(line.words.lang for line in lines(laid.story))
    assert laid.story.title == "sv: Lappu"
    assert laid.story.facilitator.count("sv: ") == 5
    assert "| sv: Alku \\| loppu | 45 |" in laid.story.facilitator


def test_who_stands_where_stays_as_it_was() -> None:
    told = lay(story(), everything()).story
    assert [panel.actors for panel in told.panels] == [panel.actors for panel in story().panels]


def test_emphasis_is_read_like_an_authors() -> None:
    told = lay(story(), catalogue({"alku/line-1": "Har *jag* ett namn?"})).story
    assert [(run.text, run.emphasis) for run in lines(told)[0].words.runs] == [
        ("Har ", "plain"), ("jag", "stress"), (" ett namn?", "plain"),
    ]  # fmt: skip


def test_words_without_a_translation_carry_a_mark_and_their_language() -> None:
    laid = lay(story(), catalogue({"alku/line-2": "Ja. Här."}))
    first, second = lines(laid.story)[:2]
    assert (first.words.plain, first.words.lang) == ("[fi] Onko minulla nimi?", "fi")
    assert (second.words.plain, second.words.lang) == ("Ja. Här.", "")
    assert laid.story.title == "[fi] Lappu"
    assert "[fi] **Tavoite.**" in laid.story.facilitator


def test_what_lacks_is_said_once_with_a_count() -> None:
    (told,) = lay(story(), catalogue({"alku/line-2": "Ja. Här."})).told
    assert told.code == "translation-incomplete"
    values = dict(told.values)
    assert (values["count"], values["total"]) == ("30", "32")
    assert values["names"].startswith("front/title, front/summary, ")
    assert values["names"].endswith("…")
    assert told.source.path == "lappu.sv.po"


def test_fuzzy_translations_are_shown_and_said() -> None:
    made = everything()
    entries = tuple(replace(entry, fuzzy=entry.id == "alku/line-2") for entry in made.entries)
    laid = lay(story(), replace(made, entries=entries))
    assert [told.code for told in laid.told] == ["translation-fuzzy"]
    assert lines(laid.story)[1].words.plain == "sv: On. Tässä."


def test_a_script_that_has_changed_since_is_matched_as_it_is_now() -> None:
    changed = story(SCRIPT.replace("Kirjoitan sen itse.", "Minä kirjoitan sen itse."))
    laid = lay(changed, everything())
    assert sorted(told.code for told in laid.told) == ["catalogue-behind", "translation-fuzzy"]
    assert "sv: Kirjoitan sen itse." in [line.words.plain for line in lines(laid.story)]


def test_what_does_not_fit_is_said_where_the_translator_wrote_it() -> None:
    made = catalogue({"alku/line-2": "Ja, här är det, och här är mer. " * 20})
    compiled = compile_story(Source.of(SCRIPT, "lappu.md"), "lappu", panels=panels_folder(), catalogue=made)
    said = [one for one in compiled.diagnostics if one.code in ("balloon-does-not-fit", "long-balloon")]
    assert {one.source.path for one in said} == {"lappu.sv.po"}
    assert all(one.source.words(one.span).startswith("Ja, här är det") for one in said)
    assert all("Ja, här är det" in dict(one.values)["words"] for one in said if "words" in dict(one.values))


def test_a_translation_cannot_make_blocks_of_its_own() -> None:
    made = catalogue({"facilitator/1": "# Inte\n\n- en | lista", "facilitator/4": "a | b", "sources/1": "1. x"})
    told = lay(story(), made).story
    assert told.facilitator.startswith("\\# Inte - en | lista\n\n|")
    assert "| a \\| b | 45 |" in told.facilitator
    assert told.sources == "- 1\\. x"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_has_no_gaps_in_any_language(lang: str) -> None:
    changed = story(SCRIPT.replace("Kirjoitan sen itse.", "Minä kirjoitan sen itse."))
    made = replace(everything(), entries=everything().entries[4:])
    told = lay(changed, made).told
    assert {one.code for one in told} == {"catalogue-behind", "translation-incomplete", "translation-fuzzy"}
    for one in told:
        said = wording(replace(one, values=tuple((k, v.replace("…", "")) for k, v in one.values)), lang)
        assert said.message
        assert said.hint
        assert "…" not in said.message + said.hint
