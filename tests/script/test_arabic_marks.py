"""Commas, question marks and arrows of the Arabic script are read like their Latin twins."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.script import format_script
from kokko_ethics.source import Source
from kokko_ethics.story.model import Story
from kokko_ethics.table_read import read
from kokko_ethics.workspace import panels_folder

LATIN = """---
title: Cups
lang: en
cast: Hodan, Samir
place: café
---

# Circle

## Medium, evening {#start}

They sit.

[Hodan sits, Samir sits cup]

HODAN, SAMIR (happy, loud): Hello!

? What now?
- He waits. -> #waits
- He goes. -> #goes

## Close, large {#waits}

He waits.

[Samir sits; Hodan stands]

SAMIR: Tea.

-> end

# Gone

## Close {#goes}

Hodan is alone.

[Hodan stands]

HODAN: Well.

-> end
"""
TWINS = (
    ("Hodan, Samir", "Hodan، Samir"), ("Medium, evening", "Medium، evening"), ("sits, Samir", "sits، Samir"),
    ("HODAN, SAMIR (happy, loud)", "HODAN، SAMIR (happy، loud)"), ("? What now?", "؟ What now؟"),
    ("-> #waits", "← #waits"), ("-> end", "← end"), ("Close, large", "Close، large"), ("sits; Hodan", "sits؛ Hodan"),
)  # fmt: skip


def arabic() -> str:
    text = LATIN
    for latin, other in TWINS:
        assert latin in text
        text = text.replace(latin, other)
    return text


def told(text: str) -> tuple[Story, list[str]]:
    story, said = read(Source.of(text, str(Path("scripts") / "x.md")), "x", panels=panels_folder())
    assert story
    return story, [one.code for one in said]


def facts(text: str) -> tuple[object, ...]:
    story, said = told(text)
    panels = [
        (one.shot, one.time, one.size, one.goes_to, [(actor.character, actor.actions) for actor in one.actors],
         [(line.kind, line.speakers, line.feeling) for line in one.lines],
         [(option.words.plain, option.target) for option in one.choice.options] if one.choice else [])
        for one in story.panels
    ]  # fmt: skip
    return [member.name for member in story.cast], panels, said


def test_they_tell_the_same_story() -> None:
    assert facts(arabic()) == facts(LATIN)
    assert [option.target for panel in told(arabic())[0].panels if panel.choice for option in panel.choice.options] == [
        "waits", "goes",
    ]  # fmt: skip


def test_a_script_with_them_is_laid_out_once() -> None:
    once = format_script(Source.of(arabic()))
    assert format_script(Source.of(once)) == once
    assert facts(once) == facts(LATIN)
    assert "HODAN، SAMIR (happy، loud):" in once and "-> #waits" in once
