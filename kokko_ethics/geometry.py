"""Points, boxes and matrices that every room measures with.

All lengths are points (1/72 inch) unless a docstring says otherwise; y grows downwards, as on a page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""An affine map as SVG writes it: ``x' = a x + c y + e`` and ``y' = b x + d y + f``."""

MM = 72 / 25.4
"""Points in one millimetre."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle: left and top edge, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> Point:
        """The middle of the box."""
        return (self.x + self.w / 2, self.y + self.h / 2)

    def moved(self, dx: float, dy: float) -> Box:
        """The same box shifted by ``dx``, ``dy``."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, by: float) -> Box:
        """The box with every edge pushed outwards by ``by`` (inwards if negative)."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def mapped(self, matrix: Matrix) -> Box:
        """The bounds of the box after ``matrix``."""
        corners = ((self.x, self.y), (self.right, self.y), (self.x, self.bottom), (self.right, self.bottom))
        return bounds(apply(matrix, corner) for corner in corners)

    def overlap(self, other: Box) -> float:
        """The area that both boxes cover, in square units; 0 when they only touch."""
        w = min(self.right, other.right) - max(self.x, other.x)
        h = min(self.bottom, other.bottom) - max(self.y, other.y)
        return w * h if w > 0 and h > 0 else 0.0

    def holds(self, other: Box, slack: float = 1e-6) -> bool:
        """Whether ``other`` lies inside, up to ``slack``."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def bounds(points: Iterable[Point]) -> Box:
    """The smallest box round ``points``.

    Raises:
        ValueError: if there are no points.
    """
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box round all ``boxes`` (at least one)."""
    return bounds([(b.x, b.y) for b in boxes] + [(b.right, b.bottom) for b in boxes])


def apply(matrix: Matrix, point: Point) -> Point:
    """``point`` after ``matrix``."""
    a, b, c, d, e, f = matrix
    x, y = point
    return (a * x + c * y + e, b * x + d * y + f)


def chain(outer: Matrix, inner: Matrix) -> Matrix:
    """One matrix that does ``inner`` first and ``outer`` after it."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def place(x: float, y: float, scale: float = 1.0, *, mirrored: bool = False, turn: float = 0.0) -> Matrix:
    """The matrix that turns by ``turn`` degrees, scales, mirrors left to right if asked, and moves to ``x``, ``y``."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    sx = -scale if mirrored else scale
    return (sx * cos, scale * sin, -sx * sin, scale * cos, x, y)


def number(value: float, places: int = 2) -> str:
    """The one way in which the house writes a number: at most ``places`` decimals (two if unsaid), no ``-0``."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
