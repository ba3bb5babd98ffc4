"""Letterings are kept by what is in a panel, and notes on them between builds: whoever has them makes what a cold
process makes, and searches less often."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from kokko_ethics import retakes
from kokko_ethics.breakdown.needs import break_down
from kokko_ethics.compiler import compile_story
from kokko_ethics.continuity import notes_in
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import A5
from kokko_ethics.layout.pages import lay_out_web
from kokko_ethics.lettering import letterer
from kokko_ethics.lettering.field import Field
from kokko_ethics.lettering.model import Placed
from kokko_ethics.source import Source
from kokko_ethics.story.model import Line
from kokko_ethics.table_read import read
from kokko_ethics.workspace import panels_folder, sealed, unsealed

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


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The notes on the story, made by the house called ``ours``."""
    path = tmp_path_factory.mktemp("notes") / "tea.json"
    retakes._best_take.cache_clear()
    with notes_in(path, "ours"):
        edition(STORY)
    return path


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[set[str]]]:
    """What stands in each of the panels whose words are looked for a place."""
    seen: list[set[str]] = []
    arrange = letterer.arrange

    def watched(field: Field) -> tuple[Placed, ...] | None:
        seen.append({item.line.words.plain for item in field.items})
        return arrange(field)

    monkeypatch.setattr(letterer, "arrange", watched)
    retakes._best_take.cache_clear()
    return seen


@pytest.mark.parametrize("change", EDITS)
def test_what_is_kept_changes_nothing(change: str, notes: Path, tmp_path: Path) -> None:
    before, after = EDITS[change]
    assert before in STORY
    edited = STORY.replace(before, after, 1)
    edition(STORY)
    warm = edition(edited)
    retakes._best_take.cache_clear()
    with notes_in(Path(copy(notes, tmp_path)), "ours"):
        noted = edition(edited)
    retakes._best_take.cache_clear()
    assert warm == noted == edition(edited)


def test_with_notes_only_the_panel_of_a_changed_word_is_searched(
    notes: Path, searched: list[set[str]], tmp_path: Path
) -> None:
    mine = Path(copy(notes, tmp_path))
    with notes_in(mine, "ours"):
        edition(STORY)
    assert searched == []
    assert mine.read_bytes() == notes.read_bytes()
    for found in ({"What do I say to her now?", "Pantry"}, set()):
        with notes_in(mine, "ours"):
            web_shots(STORY.replace("say now", "say to her now"))
        assert set().union(*searched) == found
        searched.clear()
        retakes._best_take.cache_clear()


DAMAGE = {
    "another house": lambda text: text.replace('"ours"', '"theirs"'),
    "cut short": lambda text: text[:-40],
    "nothing in it": lambda text: "",
    "a list": lambda text: "[]",
    "another format": lambda text: text.replace('"format":', '"format":1'),
    "a place is missing": lambda text: json.dumps(json.loads(text) | {"notes": {"x": [0, [[1.0]]]}}),
}
LIES = {
    "a place is another": lambda text: re.sub(r"\[\[\d+", "[[7", text),
    "the take is another": lambda text: re.sub(r'":\[\d+,', '":[99,', text),
    "no places": lambda text: re.sub(r'":\[(\d+),\[.*?\]\]\](?=[,}])', r'":[\1,[]]', text),
}
"""Damage after which a file still reads as notes."""


@pytest.mark.parametrize("damage", DAMAGE)
def test_notes_that_do_not_hold_are_not_read(
    damage: str, notes: Path, searched: list[set[str]], tmp_path: Path
) -> None:
    path = tmp_path / "tea.json"
    text = (unsealed(notes.read_bytes()) or b"").decode()
    assert DAMAGE[damage](text) != text
    path.write_bytes(sealed(DAMAGE[damage](text).encode()))
    with notes_in(path, "ours"):
        web_shots(STORY)
    assert {"Yes."} <= set().union(*searched)


@pytest.mark.parametrize("damage", LIES)
def test_damaged_notes_that_still_read_as_notes_are_not_believed(
    damage: str, notes: Path, searched: list[set[str]], tmp_path: Path
) -> None:
    path = tmp_path / "tea.json"
    text = notes.read_text(encoding="utf-8")
    assert LIES[damage](text) != text
    path.write_text(LIES[damage](text), encoding="utf-8")
    with notes_in(path, "ours"):
        shots = web_shots(STORY)
    retakes._best_take.cache_clear()
    assert {"Yes."} <= set().union(*searched)
    assert shots == web_shots(STORY)


def test_notes_hold_no_words(notes: Path) -> None:
    assert "cups" not in notes.read_text(encoding="utf-8")


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
