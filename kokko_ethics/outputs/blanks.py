"""Blanks: panels whose balloons wait for words. The drawing stays; a number and lines to write on take their place."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kokko_ethics.drawing.model import Group, Mark, Path, Text, TextLine, TextRun
from kokko_ethics.edition import Pane
from kokko_ethics.geometry import MM, Box, Point, number
from kokko_ethics.house_style import INK
from kokko_ethics.lettering.model import Balloon
from kokko_ethics.outputs.engraving import operators
from kokko_ethics.outputs.matter import Saying, aloud, spoken
from kokko_ethics.typeface import advance
from kokko_ethics.wording import say

LEADING = 8.4 * MM
"""From one writing line to the next: 8 mm, the least for people who seldom write by hand, and a reserve for printers
that shrink pages to fit."""
_SHORTEST, _ROOM = 22 * MM, 60 * MM
"""The shortest line worth writing on, and how long all lines of a balloon have to be together for it to hold words."""
_ABOVE, _BELOW, _AIR = 17.0, 7.0, 4.0
"""Points that stay free above the first line, below the last one, and on both sides of each."""
_LETTERS = 13.0
"""Height of handwriting in points: so high above a line the balloon has to be as wide as the line."""
_HAND = 3.2 * MM
"""The width of a letter written by hand, with its share of spaces."""
_BADGE, _RADIUS = 11.0, 8.5
"""Type size of a blank's number, and the ring round it."""
_RING = 0.5523
"""Handles of a quarter of a circle, as a share of its radius."""
_STEPS = 8
"""Straight pieces for a curve of an outline."""

Rule = tuple[float, float, float]
"""A line to write on: from x to x at y, in the panel."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A balloon or caption without its words, ``number`` in its panel (from one) in reading order.

    ``who`` speaks and how ("Noa ajattelee:"), ``said`` is who and the words that stood there. ``rules`` are the lines
    to write on inside it; where it is too small for any, the words need ``rows`` lines of a given length elsewhere.
    """

    panel: str
    number: int
    who: str
    said: Saying
    letters: int
    rules: tuple[Rule, ...]

    def rows(self, length: float) -> int:
        """How many lines of ``length`` points the words fill when they are written by hand."""
        return max(1, math.ceil(self.letters * _HAND / length))


def emptied(pane: Pane, names: dict[str, str], lang: str) -> tuple[Pane, tuple[Blank, ...]]:
    """The pane with empty balloons and captions, and what they waited for. Signs and sounds stay: they are part of the
    picture. The description says who speaks, without the words. ``names`` of the cast are by id."""
    blanks: list[Blank] = []
    heard: list[str] = []
    for balloon in pane.lettering.balloons:
        line = balloon.line
        if line.kind in ("sign", "sound"):
            heard.append(aloud(line, names, lang, line.words.plain))
            continue
        blanks.append(_blank(balloon, pane.label, len(blanks) + 1, names, lang))
        heard.append(aloud(line, names, lang, say("pages", lang, "worksheet", "empty", number=len(blanks))))
    written = [balloon for balloon in pane.lettering.balloons if balloon.line.kind not in ("sign", "sound")]
    waiting = {balloon.line.id: (blank, balloon) for blank, balloon in zip(blanks, written, strict=True)}
    marks = tuple(_without_words(mark, waiting) for mark in pane.drawing.marks)
    return replace(pane, drawing=replace(pane.drawing, marks=marks, spoken=" ".join(heard))), tuple(blanks)


def _blank(balloon: Balloon, panel: str, count: int, names: dict[str, str], lang: str) -> Blank:
    line = balloon.line
    who, letters = aloud(line, names, lang, "").strip(), len(" ".join(line.words.plain.split()))
    return Blank(panel, count, who, spoken(line, names, lang), letters, _rules(balloon))


def _without_words(mark: Mark, waiting: dict[str, tuple[Blank, Balloon]]) -> Mark:
    if not isinstance(mark, Group) or mark.role not in ("balloon", "caption") or mark.id not in waiting:
        return mark
    blank, balloon = waiting[mark.id]
    shape = tuple(part for part in mark.marks if not isinstance(part, Text))
    return replace(mark, marks=(*shape, *_to_write_on(blank, balloon.box.centre)))


def _to_write_on(blank: Blank, middle: Point) -> Iterator[Mark]:
    """The lines and the number: before the first line, or in the middle where there are none."""
    for left, right, y in blank.rules:
        d = f"M{number(left)} {number(y)}L{number(right)} {number(y)}"
        yield Path(d, "", INK, 0.6, role="writing-line")
    x, y = (blank.rules[0][0] - _RADIUS - 3, blank.rules[0][2] - 5) if blank.rules else middle
    digits = str(blank.number)
    width = advance(digits, "caption-stress") * _BADGE
    yield Path(_ring(x, y), "#ffffff", INK, 0.8, role="badge")
    line = TextLine(x - width / 2, y + _BADGE * 0.36, width, (TextRun(digits, "caption-stress"),))
    yield Text((line,), _BADGE, INK, role="number")


def _rules(balloon: Balloon) -> tuple[Rule, ...]:
    """The lines that a balloon has room for: none where they would not hold a sentence."""
    box = balloon.box
    rim = tuple(_rim(balloon.outline))
    most = int((box.h - _ABOVE - _BELOW) / LEADING) + 1 if box.h > _ABOVE + _BELOW else 0
    for count in range(most, 1, -1):
        spare = (box.h - _ABOVE - _BELOW - (count - 1) * LEADING) / (count + 1)
        levels = [box.y + _ABOVE + spare + k * (LEADING + spare) for k in range(count)]
        rules = [_rule(rim, box, y, 2 * _RADIUS + 4 if k == 0 else 0.0) for k, y in enumerate(levels)]
        if all(right - left >= _SHORTEST for left, right, _ in rules) and _total(rules) >= _ROOM:
            return tuple(rules)
    return ()


def _total(rules: list[Rule]) -> float:
    return sum(right - left for left, right, _ in rules)


def _rule(rim: tuple[Point, ...], box: Box, y: float, indent: float) -> Rule:
    """The widest line at ``y`` above which letters stay inside the outline."""
    chords = [_chord(rim, box, level) for level in (y - _LETTERS, y - _LETTERS / 2, y)]
    return max(left for left, _ in chords) + _AIR + indent, min(right for _, right in chords) - _AIR, y


def _chord(rim: tuple[Point, ...], box: Box, y: float) -> tuple[float, float]:
    """What of the level ``y`` lies inside the body, round its middle; nothing outside it."""
    middle = box.centre[0]
    cuts = [
        ax + (y - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in pairwise((*rim, rim[0]))
        if (ay <= y) != (by <= y)
    ]
    left, right = [x for x in cuts if x <= middle], [x for x in cuts if x > middle]
    if not left or not right:
        return middle, middle
    return max(box.x, max(left)), min(box.right, min(right))


def _rim(d: str) -> Iterator[Point]:
    """The first outline of path data as points."""
    numbers: list[float] = []
    at: Point = (0.0, 0.0)
    for token in operators(d).decode("ascii").split():
        if token == "h":
            return
        if not token.isalpha():
            numbers.append(float(token))
            continue
        ends = list(zip(numbers[::2], numbers[1::2], strict=True))
        yield from (_on_curve(at, ends, k / _STEPS) for k in range(1, _STEPS)) if token == "c" else ()
        at, numbers = ends[-1], []
        yield at


def _on_curve(start: Point, handles: list[Point], t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    (x1, y1), (x2, y2), (x3, y3) = handles
    return a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3


def _ring(x: float, y: float) -> str:
    r, k = _RADIUS, _RADIUS * _RING
    quarters = (
        (x + k, y - r, x + r, y - k, x + r, y), (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y), (x - r, y - k, x - k, y - r, x, y - r),
    )  # fmt: skip
    return f"M{number(x)} {number(y - r)}" + "".join("C" + " ".join(map(number, q)) for q in quarters) + "Z"
