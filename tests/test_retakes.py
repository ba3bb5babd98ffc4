"""Letterings are kept by what is in a panel: a process that is warm makes what a cold one makes, and less often."""

from __future__ import annotations

import pytest

from kokko_ethics import retakes
from kokko_ethics.breakdown.needs import break_down
from kokko_ethics.compiler import compile_story
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import A5
from kokko_ethics.layout.pages import lay_out_web
from kokko_ethics.source import Source
from kokko_ethics.story.model import Line
from kokko_ethics.table_read import read
from kokko_ethics.workspace import panels_folder

STORY = """---
title: Tea
lang: en
cast: Aino, Jere
place: office
---

# Tea

## Medium

Two people drink tea.

[Aino left happy, Jere right]

AINO: I made tea for both of us.

JERE: You did!

> The cups are still warm.

## Close {#asks}

Jere looks at the cup.

[Jere]

JERE (thinks, worried): What do I say now?

SIGN: Pantry

## Medium

They sit down.

[Aino left sits, Jere right sits]

AINO: Is there anything that you would like to ask me before we begin to plan the day together, or
shall we first have our tea in peace and talk about the weather, the bus, and everything else?

JERE: Yes.
"""
EDITS = {
    "a word is changed": ("You did!", "You did it!"),
    "a line is put before all others": ("# Tea\n", "<!-- a note -->\n\n# Tea\n"),
    "a line is added": ("JERE: You did!", "JERE: You did!\n\nAINO: I did."),
    "a line is taken out": ("> The cups are still warm.\n", ""),
    "a panel is put before all others": ("# Tea\n", "# Tea\n\n## Wide\n\nA room.\n\n[]\n\n> Monday.\n"),
    "a panel is taken out": ("## Close {#asks}\n\nJere looks at the cup.\n\n[Jere]\n", ""),
    "a panel gets an id": ("## Medium\n\nThey", "## Medium {#sits}\n\nThey"),
    "a sign comes up": ("> The cups", "SIGN: Office\n\n> The cups"),
    "somebody feels otherwise": ("[Aino left happy", "[Aino left very angry"),
    "somebody looks otherwise": ("cast: Aino, Jere", "cast:\n  - Aino:\n      hair: long\n  - Jere"),
    "the place is another": ("place: office", "place: street"),
    "the language is another": ("lang: en", "lang: sv"),
}


def edition(text: str) -> Edition:
    made = compile_story(Source.of(text), "tea", panels=panels_folder()).edition
    assert made
    return made


@pytest.mark.parametrize("change", EDITS)
def test_what_is_kept_changes_nothing(change: str) -> None:
    before, after = EDITS[change]
    assert before in STORY
    edited = STORY.replace(before, after, 1)
    edition(STORY)
    warm = edition(edited)
    retakes._best_take.cache_clear()
    assert warm == edition(edited)


def test_only_the_panel_of_a_changed_word_is_lettered_again(monkeypatch: pytest.MonkeyPatch) -> None:
    lettered: list[str] = []
    letter = retakes.letter

    def watched(stage: object, lines: tuple[Line, ...], *rest: object) -> object:
        lettered.extend(line.words.plain for line in lines)
        return letter(stage, lines, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(retakes, "letter", watched)
    retakes._best_take.cache_clear()
    shots = web_shots(STORY)
    assert "Pantry" in lettered
    lettered.clear()
    assert web_shots(STORY) == shots
    assert lettered == []
    web_shots(STORY.replace("# Tea\n", "\n<!-- A note. -->\n\n# Tea\n").replace("say now", "say to her now"))
    assert {*lettered} == {"What do I say to her now?", "Pantry"}


def web_shots(text: str) -> tuple[retakes.Shot, ...]:
    story, _ = read(Source.of(text), "tea", panels=panels_folder())
    assert story
    return retakes.shoot(story, A5.size, lambda asked: lay_out_web(break_down(story, asked), A5.size))


def test_what_a_story_is_told_does_not_depend_on_whether_it_is_drawn() -> None:
    crowded = STORY.replace("Yes.", "Yes, and there is so much more to say about the tea and the cups. " * 4)
    for text in (STORY, crowded):
        source = Source.of(text, "tea.md")
        seen = compile_story(source, "tea", panels=panels_folder(), drawn=False)
        made = compile_story(source, "tea", panels=panels_folder())
        assert (seen.diagnostics, seen.story, seen.edition) == (made.diagnostics, made.story, None)
    assert {one.code for one in seen.diagnostics} & {"balloon-does-not-fit", "panel-split"}
