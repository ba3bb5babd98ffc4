"""Ink: smooth outlines with a line that is thick away from the light and thin towards it, hard shadows, brush strokes.

A shape is a ring of points passed by a closed Catmull-Rom spline. Its ink line is a stroke, and behind it a crescent
that makes the line swell on the dark side, as an inker does where the shadow falls.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point, number
from kokko_ethics.house_style import INK, LIGHT

Ring = Sequence[Point]
_LENGTH = math.hypot(*LIGHT)
LINE = 4.6
"""Thickness of the ink line in figure units (a head is about 120 units high)."""
_SHADED = 0.12
"""How far a side has to turn away from the light to lie in shadow (the cosine of the angle)."""
_SMALL = 4.0
"""Shapes with a shadow of up to so many units have an even line."""


def away(mirrored: bool = False) -> Point:
    """The direction away from the light, as a unit vector, in the frame of a figure that may be mirrored."""
    x, y = -LIGHT[0] / _LENGTH, -LIGHT[1] / _LENGTH
    return (-x, y) if mirrored else (x, y)


def spline(points: Ring, *, closed: bool = True, places: int = 0) -> str:
    """Path data of a Catmull-Rom spline through ``points``, in relative coordinates with ``places`` decimals (0 or
    1)."""
    scale = 10**places
    grid = [(round(x * scale), round(y * scale)) for x, y in points]
    ring = [grid[-1], *grid, grid[0], grid[1]] if closed else [grid[0], *grid, grid[-1]]
    (x, y), count = grid[0], len(grid) if closed else len(grid) - 1
    form = (_WHOLE if places == 0 else _TENTHS).__getitem__
    parts = [f"M{form(x)} {form(y)}"]
    for i in range(count):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ring[i : i + 4]
        handle = f"{form(x2 - (x3 - x1 + 3) // 6 - x1)} {form(y2 - (y3 - y1 + 3) // 6 - y1)}"
        tail = f"{handle} {form(x2 - x1)} {form(y2 - y1)}"
        parts.append(f"s{tail}" if i else f"c{form((x2 - x0 + 3) // 6)} {form((y2 - y0 + 3) // 6)} {tail}")
    return "".join(parts).replace(" -", "-") + ("z" if closed else "")


def _tenths(value: int) -> str:
    """A number of tenths, written shortly: 5 is ``.5``, -30 is ``-3``."""
    whole, rest = divmod(abs(value), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if value < 0 else text


class _Written(dict[int, str]):
    """Numbers as path data writes them, each written once."""

    def __init__(self, write: Callable[[int], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, value: int) -> str:
        return self.setdefault(value, self._write(value))


_WHOLE, _TENTHS = _Written(str), _Written(_tenths)


def polygon(points: Ring, places: int = 0) -> str:
    """Path data of a closed polygon with straight sides."""
    return "M" + "L".join(f"{number(x, places)} {number(y, places)}" for x, y in points) + "z"


def normals(points: Ring) -> list[Point]:
    """The outward unit normal at every point of a closed ring."""
    count = len(points)
    area = sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(count))
    sign = 1.0 if area > 0 else -1.0
    out = []
    for i in range(count):
        dx, dy = points[(i + 1) % count][0] - points[i - 1][0], points[(i + 1) % count][1] - points[i - 1][1]
        size = math.hypot(dx, dy) or 1.0
        out.append((sign * dy / size, -sign * dx / size))
    return out


def swell(points: Ring, dark: Point, width: float = LINE) -> list[Point]:
    """Where the ink line of a ring thickens: a crescent outside its dark side, up to half of ``width`` at its thickest;
    empty if there is none."""
    return _crescent(points, dark, lambda shade: -width * (0.36 + 0.44 * shade), lambda shade: 1.0)


def shaded(points: Ring, dark: Point, depth: float) -> list[Point]:
    """A shadow along the dark side, ``depth`` units at its thickest; empty if there is none."""
    return _crescent(points, dark, lambda shade: 0.0, lambda shade: depth * shade)


def _crescent(
    points: Ring, dark: Point, outer: Callable[[float], float], inner: Callable[[float], float]
) -> list[Point]:
    """The longest stretch of a ring that turns away from the light, from ``outer`` to ``inner`` units inside it."""
    ring = list(zip(points, normals(points), strict=True))
    shade = [nx * dark[0] + ny * dark[1] for _, (nx, ny) in ring]
    starts = [i for i in range(len(ring)) if shade[i] > _SHADED and shade[i - 1] <= _SHADED]
    best = max((_run(shade, start) for start in starts), key=len, default=[])
    if len(best) < 2:
        return []

    def inside(i: int, by: float) -> Point:
        (x, y), (nx, ny) = ring[i]
        return (x - nx * by, y - ny * by)

    return [inside(i, outer(shade[i])) for i in best] + [
        inside(i, inner(shade[i])) for i in reversed(best[1:-1] or best)
    ]


def _run(shade: list[float], start: int) -> list[int]:
    out = []
    for k in range(len(shade)):
        i = (start + k) % len(shade)
        if shade[i] <= _SHADED:
            break
        out.append(i)
    return out


def solid(
    points: Ring, fill: str, dark: Point, *, depth: float = 8.0, width: float = LINE, places: int = 0
) -> list[Mark]:
    """A filled shape with its ink line and a hard shadow: what bodies and things are made of. The line of small shapes
    is even."""
    marks: list[Mark] = []
    thick = swell(points, dark, width) if depth > _SMALL else []
    if thick:
        marks.append(Path(spline(thick, places=places), INK))
    marks.append(Path(spline(points, places=places), fill, INK, round(width * 0.8, 1)))
    crescent = shaded(points, dark, depth) if depth else []
    if crescent:
        marks.append(Path(spline(crescent, places=places), tint(fill)))
    return marks


def flat(points: Ring, fill: str, opacity: float = 1.0, places: int = 0) -> Path:
    """A filled shape without a line."""
    return Path(spline(points, places=places), fill, opacity=opacity)


def stroke(
    points: Ring, width: float, *, start: float = 0.2, end: float = 0.2, colour: str = INK, places: int = 1
) -> Path:
    """A brush stroke through ``points``: full ``width`` in the middle, tapering to ``start`` and ``end`` of it."""
    if start == end == 1:
        return Path(spline(points, closed=False, places=places), "", colour, width)
    path = curve(points, 2) if len(points) > 2 else [_between(points[0], points[-1], k / 2) for k in range(3)]
    left, right = [], []
    last = len(path) - 1
    for i, (x, y) in enumerate(path):
        a, b = path[max(i - 1, 0)], path[min(i + 1, last)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = math.hypot(dx, dy) or 1.0
        u = i / last
        half = width / 2 * min(1.0, start + (1 - start) * u / 0.35, end + (1 - end) * (1 - u) / 0.35)
        left.append((x - dy / size * half, y + dx / size * half))
        right.append((x + dy / size * half, y - dx / size * half))
    return Path(spline(left + right[::-1], places=places), colour)


def curve(points: Ring, steps: int) -> list[Point]:
    """Points along the open Catmull-Rom spline through ``points``, ``steps`` to a stretch."""
    out: list[Point] = []
    count = len(points)
    for i in range(count - 1):
        p0, p1, p2, p3 = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, count - 1)]
        for k in range(steps):
            t = k / steps
            out.append((_catmull(p0[0], p1[0], p2[0], p3[0], t), _catmull(p0[1], p1[1], p2[1], p3[1], t)))
    return [*out, points[-1]]


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def _between(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def limb(points: Ring, widths: Sequence[float], steps: int = 2) -> list[Point]:
    """The ring of a rounded, tapering tube along ``points`` with a width at each of them."""
    path = curve(points, steps)
    girths = [w for _, w in curve([(0.0, w) for w in widths], steps)]
    left, right = [], []
    last = len(path) - 1
    for i, (x, y) in enumerate(path):
        a, b = path[max(i - 1, 0)], path[min(i + 1, last)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        size = math.hypot(dx, dy) or 1.0
        half = girths[i] / 2
        left.append((x - dy / size * half, y + dx / size * half))
        right.append((x + dy / size * half, y - dx / size * half))
    (sx, sy), (ex, ey) = path[0], path[-1]
    head = _cap((sx, sy), path[1], girths[0] / 2)
    foot = _cap((ex, ey), path[-2], girths[-1] / 2)
    return [*left, foot, *right[::-1], head]


def _cap(end: Point, inner: Point, radius: float) -> Point:
    dx, dy = end[0] - inner[0], end[1] - inner[1]
    size = math.hypot(dx, dy) or 1.0
    return (end[0] + dx / size * radius * 0.8, end[1] + dy / size * radius * 0.8)


def disc(centre: Point, rx: float, ry: float | None = None, count: int = 8) -> list[Point]:
    """A ring of points on an ellipse."""
    ry = rx if ry is None else ry
    return [
        (centre[0] + rx * math.cos(2 * math.pi * i / count), centre[1] + ry * math.sin(2 * math.pi * i / count))
        for i in range(count)
    ]


def rounded(x: float, y: float, w: float, h: float, bulge: float = 0.0) -> list[Point]:
    """A ring for a box with soft corners: doubled corner points keep the spline tight; ``bulge`` rounds its sides."""
    e = min(w, h) * 0.08
    return [
        (x + e, y), (x + w / 2, y - bulge), (x + w - e, y), (x + w, y + e), (x + w + bulge, y + h / 2), (x + w,
        y + h - e),
        (x + w - e, y + h), (x + w / 2, y + h + bulge), (x + e, y + h), (x, y + h - e), (x - bulge, y + h / 2), (x,
        y + e),
    ]  # fmt: skip


def turned(points: Ring, degrees: float, about: Point = (0.0, 0.0)) -> list[Point]:
    """The ring turned clockwise by ``degrees`` about a point."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    ax, ay = about
    return [(ax + (x - ax) * cos - (y - ay) * sin, ay + (x - ax) * sin + (y - ay) * cos) for x, y in points]


def moved(points: Ring, dx: float, dy: float) -> list[Point]:
    """The ring shifted."""
    return [(x + dx, y + dy) for x, y in points]


def tint(colour: str, value: float = 0.80, towards: tuple[int, int, int] = (30, 20, 70)) -> str:
    """A colour in shadow: ``value`` of its lightness, drifting to violet."""
    return hex_of(c * value + t * (1 - value) * 0.55 for c, t in zip(channels(colour), towards, strict=True))


def lit(colour: str, value: float = 0.25) -> str:
    """A colour in light: ``value`` of the way to a warm white."""
    return hex_of(c + (t - c) * value for c, t in zip(channels(colour), (255, 246, 230), strict=True))


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rrggbb``, from 0 to 255."""
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def hex_of(parts: Iterable[float]) -> str:
    """``#rrggbb`` of red, green and blue, from 0 to 255."""
    return "#" + "".join(f"{min(255, round(part)):02x}" for part in parts)
