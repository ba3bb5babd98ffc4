"""Sheet: the paper on which a backdrop is drawn, seen in one-point perspective.

World points are centimetres with a depth ``d`` behind the line on which people stand; the eye looks at the middle of
the panel from ``FOCUS`` centimetres before that line. A shot only zooms, so that every panel of a room is a cut-out of
the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.drawing.setting.palette import Palette, pale, shade
from kokko_ethics.geometry import Point, number
from kokko_ethics.staging.model import Stage

FOCUS = 460.0
"""Centimetres from the eye to the line on which people stand."""
WALL = 200.0
"""Depth of a room's back wall."""
_ROUND = 0.5523
"""Where the handles of a quarter circle stand."""


class Sheet:
    """Collects the marks of one backdrop in painting order and leaves out what the panel does not show."""

    def __init__(self, stage: Stage, palette: Palette) -> None:
        self.stage = stage
        self.camera = stage.camera
        self.palette = palette
        self.fine = min(1.5, max(0.6, 0.45 + 0.35 * stage.camera.scale))
        """Thickness of a scenery line, in points."""
        self._marks: list[Path] = []

    def at(self, x: float, y: float, d: float = WALL) -> Point:
        """The panel point of a world point at depth ``d``."""
        camera, near = self.camera, FOCUS / (FOCUS + d)
        middle, horizon = camera.width / 2, camera.horizon
        px, py = camera.point((x, y))
        return (middle + (px - middle) * near, horizon + (py - horizon) * near)

    def unit(self, d: float = WALL) -> float:
        """Points in one centimetre at depth ``d``."""
        return self.camera.scale * FOCUS / (FOCUS + d)

    def sight(self, d: float = WALL) -> tuple[float, float]:
        """The world x of the panel's left and right edge at depth ``d``."""
        half = self.camera.width / 2 / self.unit(d)
        return (self.middle - half, self.middle + half)

    @property
    def middle(self) -> float:
        """The world x of the vanishing point."""
        return (self.camera.width / 2 - self.camera.left) / self.camera.scale

    def every(self, period: float, start: float, width: float, d: float = WALL) -> Iterator[float]:
        """The x of each visible copy of what is ``width`` wide, stands at ``start`` and again after each ``period``."""
        left, right = self.sight(d)
        first = math.ceil((left - width - start) / period)
        for n in range(first, math.floor((right - start) / period) + 1):
            yield start + n * period

    def area(self, points: Sequence[Point], fill: str, line: str = "") -> None:
        """A filled polygon of panel points, with a thin line round it if ``line`` names its colour."""
        if self._unseen(points):
            return
        self._add(_straight(_clockwise(points)) + "z", fill, line, self.fine if line else 0.0)

    def rect(self, x: float, y: float, w: float, h: float, fill: str, line: str = "", d: float = WALL) -> None:
        """An upright rectangle facing us: its left, its top (negative is up), width and height in centimetres."""
        (x0, y0), (x1, y1) = self.at(x, y, d), self.at(x + w, y + h, d)
        self.area([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], fill, line)

    def floor(self, x0: float, x1: float, near: float, far: float, fill: str, y: float = 0.0) -> None:
        """A level rectangle: on the floor, or at height ``y``."""
        self.area([self.at(x0, y, far), self.at(x1, y, far), self.at(x1, y, near), self.at(x0, y, near)], fill)

    def side(self, x: float, y0: float, y1: float, near: float, far: float, fill: str) -> None:
        """An upright rectangle that runs away from us along ``x``."""
        self.area([self.at(x, y0, near), self.at(x, y0, far), self.at(x, y1, far), self.at(x, y1, near)], fill)

    def block(
        self, x: float, top: float, w: float, h: float, fill: str, line: str, near: float, far: float = WALL
    ) -> None:
        """A box from depth ``near`` to ``far``: its front, the side that we see, its top if it is below our eyes."""
        middle = self.middle
        if x > middle:
            self.side(x, top, top + h, near, far, pale(fill, 0.12))
        elif x + w < middle:
            self.side(x + w, top, top + h, near, far, shade(fill, 0.16))
        if -top < self.camera.eye:
            self.floor(x, x + w, near, far, pale(fill, 0.3), top)
        self.rect(x, top, w, h, fill, line, near)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str, line: str = "", d: float = WALL) -> None:
        """An ellipse facing us, about a world point, radii in centimetres."""
        (cx, cy), unit = self.at(x, y, d), self.unit(d)
        rx, ry = rx * unit, ry * unit
        if self._unseen([(cx - rx, cy - ry), (cx + rx, cy + ry)]):
            return
        kx, ky = rx * _ROUND, ry * _ROUND
        turns = [
            *((cx + rx, cy + ky), (cx + kx, cy + ry), (cx, cy + ry)),
            *((cx - kx, cy + ry), (cx - rx, cy + ky), (cx - rx, cy)),
            *((cx - rx, cy - ky), (cx - kx, cy - ry), (cx, cy - ry)),
            *((cx + kx, cy - ry), (cx + rx, cy - ky), (cx + rx, cy)),
        ]
        self._add(_curved((cx + rx, cy), turns), fill, line, self.fine if line else 0.0)

    def shape(self, points: Sequence[Point], fill: str, line: str = "", d: float = WALL) -> None:
        """A soft closed shape through world points at depth ``d``."""
        placed = _clockwise([self.at(x, y, d) for x, y in points])
        if self._unseen(placed):
            return
        count = len(placed)
        turns: list[Point] = []
        for i in range(count):
            a, b, c, e = (placed[(i + k) % count] for k in (-1, 0, 1, 2))
            turns += (
                (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6),
                (c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6),
                c,
            )
        self._add(_curved(placed[0], turns), fill, line, self.fine if line else 0.0)

    def stroke(self, points: Sequence[Point], colour: str, width: float = 0.0, d: float = WALL) -> None:
        """A line through world points at depth ``d``; ``width`` in centimetres, or as thin as scenery lines are."""
        placed = [self.at(x, y, d) for x, y in points]
        if not self._unseen(placed):
            thick = max(width * self.unit(d), self.fine * 0.7) if width else self.fine
            self._add(_straight(placed), "", colour, thick)

    def halftone(self, colour: str, share: float = 0.3, step: float = 5.0) -> None:
        """Dots along the panel's top edge that fade towards the middle. Each row is one dashed line with round ends."""
        width, depth = self.camera.width, min(self.camera.height * share, 60.0)
        rows = max(3, round(depth / (step * 0.866)))
        for row in range(rows):
            y = row * step * 0.866 + 1.0
            dot = step * 0.72 * (1 - row / rows)
            start = -step / 2 if row % 2 else 0.0
            d = _straight([(start, y), (width + step, y)])
            self._marks.append(Path(d, stroke=colour, width=round(dot, 1), dash=(0.1, step - 0.1), role="halftone"))

    def fleck(self, d: str, colour: str) -> None:
        """Short thin strokes all over the panel, in panel points."""
        self._marks.append(Path(d, stroke=colour, width=round(self.fine * 0.9, 1), role="halftone"))

    def marks(self) -> tuple[Mark, ...]:
        """Everything drawn so far."""
        return tuple(self._marks)

    def _add(self, d: str, fill: str, line: str, width: float) -> None:
        """Appends a path; plain neighbours of the same colour become one."""
        path = Path(d, fill=fill, stroke=line, width=round(width, 1))
        last = self._marks[-1] if self._marks else None
        plain = last is not None and not last.dash and not (fill and line)
        if last and plain and (last.fill, last.stroke, last.width) == (fill, line, path.width):
            self._marks[-1] = Path(last.d + d, fill=fill, stroke=line, width=path.width)
        else:
            self._marks.append(path)

    def _unseen(self, points: Sequence[Point]) -> bool:
        xs, ys, edge = [p[0] for p in points], [p[1] for p in points], 3.0
        beside = max(xs) < -edge or min(xs) > self.camera.width + edge
        return beside or max(ys) < -edge or min(ys) > self.camera.height + edge


def _clockwise(points: Sequence[Point]) -> Sequence[Point]:
    """The points in one sense of turning, so that overlapping shapes of one path never cut holes into each other."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    return points if area >= 0 else points[::-1]


def _straight(points: Sequence[Point]) -> str:
    """Path data through ``points``: a place to start from, then short steps, since they take less room."""
    x, y = round(points[0][0], 1), round(points[0][1], 1)
    steps = ""
    for px, py in points[1:]:
        dx, dy = round(px - x, 1), round(py - y, 1)
        steps += _pair(dx, dy, steps)
        x, y = x + dx, y + dy
    return f"M{_pair(points[0][0], points[0][1])}l{steps}"


def _curved(start: Point, turns: Sequence[Point]) -> str:
    """Closed path data of Bézier curves: two handles and an end for each of the ``turns``."""
    x, y = round(start[0], 1), round(start[1], 1)
    steps = ""
    for n, (px, py) in enumerate(turns):
        dx, dy = round(px - x, 1), round(py - y, 1)
        steps += _pair(dx, dy, steps)
        if n % 3 == 2:
            x, y = x + dx, y + dy
    return f"M{_pair(*start)}c{steps}z"


def _pair(x: float, y: float, after: str = "") -> str:
    """Two numbers, with as few spaces before and between them as path data allows."""
    first, second = number(x, 1), number(y, 1)
    before = "" if not after or first.startswith("-") else " "
    return f"{before}{first}{'' if second.startswith('-') else ' '}{second}"
