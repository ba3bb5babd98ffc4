"""Needs: the least height of a panel at every width, from the shapes of its words and the size of its people.

The words are packed into rows above the heads, as a letterer roughs them in. That errs on the safe side, because real
balloons also find room beside
heads; where it errs on the other, the letterer asks for a retake with more height, or with the panel told in two.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from kokko_ethics.breakdown.model import WIDTHS, Breakdown, Slot
from kokko_ethics.house_style import LONGEST
from kokko_ethics.story.model import Line, Panel, Run, Story
from kokko_ethics.typeface import Face
from kokko_ethics.typesetting import BALLOON, CAPTION, shapes

_STOPS = {".", "!", "?", "…", "؟", "۔"}
"""What ends a sentence."""
_ROW_GAP, _EDGE, _TAIL = 0.45, 0.6, 1.1
_ZONES = {
    "wide": (10.5, 3.6), "medium": (6.6, 4.4), "two-shot": (6.6, 4.4), "over-shoulder": (7.2, 4.8), "close": (6.4, 5.2),
    "detail": (6.0, 5.5),
}  # fmt: skip
"""For each shot, in ems: the height of the figures' zone below the balloons, and the width that one person needs."""
_LEAST = {"wide": 13.0, "medium": 10.5, "two-shot": 10.5, "over-shoulder": 11.0, "close": 9.5, "detail": 9.0}
_WEIGHTS = {"small": 0.65, "": 1.0, "large": 1.7, "full-width": 1.9, "full-page": 4.0}
_GROWTH: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"thought": (2.0, 2.0), "shout": (2.2, 1.9), "song": (2.2, 0.3)}
)


@dataclass(frozen=True, slots=True)
class Retakes:
    """What the letterer asked for in earlier takes: more height for a slot (a factor), or a panel told in several
    (numbers of the lines before which it is cut)."""

    taller: Mapping[str, float] = field(default_factory=dict)
    split: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


NOTHING_YET = Retakes()


def break_down(story: Story, retakes: Retakes = NOTHING_YET) -> Breakdown:
    """Cuts ``story`` into slots; panels named in ``retakes.split`` give several."""
    slots: list[Slot] = []
    for panel in story.panels:
        lines = tuple(breath for line in panel.lines for breath in _in_breaths(line))
        edges = (0, *retakes.split.get(panel.id, ()), len(lines))
        for part, (start, end) in enumerate(pairwise(edges), 1):
            slots.append(_slot(panel, lines[start:end], part if len(edges) > 2 else 0, story.lang, retakes))
    return Breakdown(story, tuple(slots))


def _slot(panel: Panel, lines: tuple[Line, ...], part: int, lang: str, retakes: Retakes) -> Slot:
    factor = retakes.taller.get(f"{panel.id}/{part}", 1.0)
    worded = tuple((line.kind, line.channel, _runs(line), line.words.lang or lang) for line in lines)
    bands = tuple(_band(worded, width - 2 * _EDGE) for width in WIDTHS)
    heights = tuple(_height(panel, band, width) * factor for band, width in zip(bands, WIDTHS, strict=True))
    words = sum(len(line.words.plain.split()) for line in lines)
    weight = _WEIGHTS[panel.size] * (1.15 if panel.shot == "wide" else 1.0) * (0.8 + min(words, 30) / 60)
    return Slot(panel, lines, part, heights, tuple(_EDGE + band + _TAIL if band else 0.0 for band in bands), weight)


def _height(panel: Panel, band: float, width: float) -> float:
    zone, person = _ZONES[panel.shot]
    people = len(panel.actors)
    if math.isinf(band) or (people > 1 and width < people * person * 0.92):
        return math.inf
    return max(_LEAST[panel.shot], _EDGE + band + (_TAIL if band else 0.8) + zone + _EDGE)


def _in_breaths(line: Line) -> tuple[Line, ...]:
    """A speech of more than 25 words is told in several balloons joined by necks, cut where sentences end."""
    words = line.words.plain.split()
    if len(words) <= LONGEST or line.kind in {"caption", "voice-over", "sound", "sign"} or len(line.words.runs) != 1:
        return (line,)
    ends = [
        i for i, word in enumerate(words, 1) if word.rstrip('"”’»)')[-1:] in _STOPS and i < len(words)
    ]
    if not ends:
        return (line,)
    cut = min(ends, key=lambda i: (abs(i - len(words) / 2), i))
    text = line.words.runs[0].text.split()
    first, second = (replace(line.words, runs=(Run(" ".join(part)),)) for part in (text[:cut], text[cut:]))
    return (
        *_in_breaths(replace(line, words=first, carries_on=False)),
        *_in_breaths(replace(line, words=second, id=f"{line.id}+", carried_on=False)),
    )


Worded = tuple[str, str, tuple[tuple[str, Face], ...], str]
"""Kind, channel, runs and language of a line."""


def _runs(line: Line) -> tuple[tuple[str, Face], ...]:
    face: Face = (
        "caption" if line.kind in {"caption", "voice-over"} else "sound" if line.kind == "sound" else "lettering"
    )
    return tuple((run.text, face if run.emphasis == "plain" else "stress") for run in line.words.runs)


@lru_cache(maxsize=4096)
def _band(lines: tuple[Worded, ...], width: float) -> float:
    """The least height of all lines set in rows of ``width`` ems, in reading order; 0 without lines, infinite if one is
    too wide."""
    sizes = [_sizes(line, width) for line in lines if line[0] != "sign"]
    if any(not options for options in sizes):
        return math.inf
    best = [0.0] + [math.inf] * len(sizes)
    for end in range(1, len(sizes) + 1):
        for start in range(max(0, end - 3), end):
            row = _row(sizes[start:end], width)
            best[end] = min(best[end], best[start] + row + (_ROW_GAP if start else 0.0))
    return best[-1]


def _sizes(line: Worded, width: float) -> list[tuple[float, float]]:
    kind, channel, runs, lang = line
    boxed = kind in {"caption", "voice-over", "sound"} or channel in {"phone", "screen"}
    dx, dy = _GROWTH.get(kind, (0.0, 0.0)) if not boxed else (0.0, 0.0)
    k = 1.9 if kind == "sound" else 1.0
    found = shapes(runs, lang, 30.0, CAPTION if boxed else BALLOON)
    return [((s.w + dx) * k, (s.h + dy) * k) for s in found if (s.w + dx) * k <= width and s.cost < 1.4]


def _row(sizes: list[list[tuple[float, float]]], width: float) -> float:
    """The least height of one row that holds all ``sizes`` side by side, infinite if they don't fit."""
    room = width - _ROW_GAP * (len(sizes) - 1)
    heights = sorted({h for options in sizes for _, h in options})
    for height in heights:
        widths = [min((w for w, h in options if h <= height + 1e-9), default=math.inf) for options in sizes]
        if sum(widths) <= room:
            return height
    return math.inf
