"""Readers: how many of them come past each panel of a story that branches.

We let a reader arrive at a choice and take each option as often as the others. A panel that everybody passes counts
one, a panel behind one of three options a third. So an author who writes three endings is not heard three times, and
what a side says in a branch weighs as much as the readers who meet it there. Who goes back in a loop reads again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kokko_ethics.story.model import Panel, Story

_END = "end"
_FEWEST = 1e-9
"""Readers that are no longer followed."""
_ROUNDS = 20
"""How often at most a walk may be as long as the whole story, before we stop following who goes round in circles."""
SPOKEN = frozenset(("speech", "thought", "whisper", "shout", "song", "aside", "voice-over"))
"""Kinds of lines that are somebody's words."""

Speakers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """What readers meet: how often each panel by its id, and how many hear whom first and last."""

    visits: Mapping[str, float]
    first: Mapping[Speakers, float]
    last: Mapping[Speakers, float]


def readings(story: Story) -> Readings:
    """Follow one reader's worth of readers through ``story``."""
    panels = {panel.id: panel for panel in story.panels}
    visits: dict[str, float] = defaultdict(float)
    first: dict[Speakers, float] = defaultdict(float)
    last: dict[Speakers, float] = defaultdict(float)
    there: dict[tuple[str, Speakers, Speakers], float] = {(story.panels[0].id, (), ()): 1.0}
    for _ in range(_ROUNDS * len(panels)):
        next_there: dict[tuple[str, Speakers, Speakers], float] = defaultdict(float)
        for (id, opened, closed), readers in there.items():
            panel = panels.get(id)
            if panel is None:
                first[opened] += readers
                last[closed] += readers
                continue
            visits[id] += readers
            heard = [line.speakers for line in panel.lines if line.kind in SPOKEN and line.speakers]
            state = (opened or heard[0], heard[-1]) if heard else (opened, closed)
            for target, part in _ways(panel):
                if readers * part >= _FEWEST:
                    next_there[(target, *state)] += readers * part
        there = next_there
        if not there:
            break
    return Readings(visits, first, last)


def _ways(panel: Panel) -> Iterator[tuple[str, float]]:
    """Where a panel leads, and which part of its readers goes there."""
    if panel.choice:
        for option in panel.choice.options:
            yield option.target, 1 / len(panel.choice.options)
    else:
        yield panel.goes_to or _END, 1.0
