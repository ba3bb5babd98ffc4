"""Lettering: every balloon, caption, sound effect and sign of a panel in its final place, in points from the panel's
corner."""

from __future__ import annotations

from dataclasses import dataclass, field

from kokko_ethics.drawing.model import TextLine
from kokko_ethics.geometry import Box, Point
from kokko_ethics.staging.model import Stage
from kokko_ethics.story.model import Line


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in its place, in ems: left, top, width, height, number of its shape, the segments of its tails."""

    x: float
    y: float
    w: float
    h: float
    shape: int
    tails: tuple[tuple[float, float, float, float], ...]

    def mirrored(self, width: float) -> Placed:
        """The same in the mirror of a field so wide."""
        tails = tuple((width - a, b, width - c, d) for a, b, c, d in self.tails)
        return Placed(width - self.x - self.w, self.y, self.w, self.h, self.shape, tails)


@dataclass(frozen=True, slots=True)
class Tail:
    """A tail: where it leaves the balloon, where it ends, the mouth it aims at (or the point on the frame), how wide it
    starts."""

    speaker: str
    root: Point
    tip: Point
    mouth: Point
    width: float


@dataclass(frozen=True, slots=True)
class Balloon:
    """A line of the story in its outline. ``outline`` is path data of body and tail in one; ``box`` the body, ``text``
    the block of words.

    ``order`` counts from one through the panel in reading order. Captions, sound effects and signs are balloons of
    their
    kind without tails.
    """

    line: Line
    order: int
    box: Box
    text: Box
    lines: tuple[TextLine, ...]
    size: float
    outline: str
    tails: tuple[Tail, ...] = ()
    trail: tuple[Box, ...] = ()
    """The small bubbles of a thought, from the balloon to the head."""
    bridge: str = ""
    """Path data of the neck that joins this balloon to the one before of the same speaker."""
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule of lettering that the panel breaks: its id (``H1`` … ``H11``), the balloon's order, and by how much in
    points."""

    rule: str
    order: int
    by: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """A lettered panel: ``score`` is 100 for a perfect one, ``broken`` is empty when every hard rule holds. ``placed``
    is what the search found; nothing is where it found no place."""

    stage: Stage
    balloons: tuple[Balloon, ...]
    score: float
    broken: tuple[Broken, ...] = ()
    placed: tuple[Placed, ...] | None = field(default=None, compare=False, repr=False)
