"""Turns: who slips, who opens the repair and who decides, as the front matter says. Nobody can count them in the words.

``slips: Samir, Hodan`` are names in the order in which it happens. ``Samir + Hodan`` (or ``Samir and Hodan``) is one
turn of two people.
"""

from __future__ import annotations

import re

from kokko_ethics.script.model import COMMAS, Entry, FrontValue, Script
from kokko_ethics.source import Span
from kokko_ethics.spelling import nearest
from kokko_ethics.story.model import Turn, Turns
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People

TURNS = ("slips", "repairs", "decides")
_BETWEEN = re.compile(f"[{COMMAS}]")
_JOINED = re.compile(r"[+&]")
_LIMIT = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)(?:\s*[:/]\s*1)?")


def read_turns(script: Script, people: People, notes: Notes) -> Turns:
    """The turns of a story; to be read when everybody in it has been met. A name that nobody in the story has is told
    and left out."""
    entries = {entry.key: entry for entry in script.front}
    return Turns(*(_turns(entries.get(key), script, people, notes) for key in TURNS))


def read_limit(script: Script, notes: Notes) -> float:
    """How many times as many words one side may have, as ``balance: 3`` or ``balance: 3 : 1`` says; 0 where it is not
    said, or not as a number from 1."""
    entry = next((entry for entry in script.front if entry.key == "balance"), None)
    if entry is None or not entry.value:
        return 0.0
    written = entry.value if isinstance(entry.value, str) else ""
    found = _LIMIT.fullmatch(written.strip())
    limit = float(found[1].replace(",", ".")) if found else 0.0
    if limit < 1:
        notes.warning("balance-value", entry.span, entry=entry.written.raw)
        return 0.0
    return limit


def _turns(entry: Entry | None, script: Script, people: People, notes: Notes) -> tuple[Turn, ...]:
    turns = []
    for written in _together(entry.value) if entry else ():
        found = [_who(name, entry, people, notes) for name in _names(written, script)] if entry else []
        if turn := tuple(dict.fromkeys(id for id in found if id)):
            turns.append(turn)
    return tuple(turns)


def _together(value: FrontValue) -> list[str]:
    """What stands between commas or on the lines of a list: one turn each."""
    if isinstance(value, dict):
        return list(value)
    parts = value if isinstance(value, tuple) else (value,)
    texts = [text for part in parts for text in ([part] if isinstance(part, str) else _together(part))]
    return [piece.strip() for text in texts for piece in _BETWEEN.split(text) if piece.strip()]


def _names(written: str, script: Script) -> list[str]:
    """The names that one turn joins."""
    names: list[list[str]] = [[]]
    for word in _JOINED.sub(" + ", written).split():
        if word == "+" or script.vocabulary.concept("joiner", word):
            names.append([])
        else:
            names[-1].append(word)
    return [" ".join(words) for words in names if words]


def _who(name: str, entry: Entry, people: People, notes: Notes) -> str | None:
    """The id of somebody in the story."""
    here = dict.fromkeys((*people.declared, *people.met))
    known = people.find(name)
    if known in here:
        return known
    at = notes.source.text.find(name, entry.span.start, entry.span.end)
    shown = {people.members[id].name.split(" ")[0]: id for id in here}
    span = Span(at, at + len(name)) if at >= 0 else entry.span
    notes.warning("unknown-turn-name", span, nearest(name, tuple(shown)), name=name, entry=entry.written.raw)
    return None
