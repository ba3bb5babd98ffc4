"""Outlines: balloon and tail as one closed path, in points.

Body and tail are one contour by construction: the walk round the body leaves it at the tail's root, runs to the tip and
back, and goes on. No
line can cross the joint, in no renderer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kokko_ethics.geometry import Box, Point, number
from kokko_ethics.lettering.model import Tail

TAIL_BEND = 0.07
"""How far a tail bows out of its straight way, as a share of its length."""
_STEPS = 36
_EXPONENT = 2.5


@dataclass(frozen=True, slots=True)
class _Corner:
    """A point of the contour; ``sharp`` ones keep their corner, others are passed smoothly."""

    point: Point
    sharp: bool = False


def smooth_balloon(box: Box, tails: tuple[Tail, ...]) -> str:
    """A superellipse with its tails: speech, whisper, song."""
    return _path(_with_tails(box, _round(box), tails))


def burst(box: Box, tails: tuple[Tail, ...]) -> str:
    """A shout: spikes all round, alternately longer and shorter; the tail is one more spike."""
    count = max(14, 2 * round((box.w + box.h) / 14))
    ring = []
    for i in range(count * 2):
        angle = 2 * math.pi * (i + 0.5) / (count * 2)
        deep = 0.86 if i % 2 else (1.0 if i % 4 else 0.95)
        ring.append((angle, _Corner(_on_rim(box, angle, deep), sharp=True)))
    return _path(_with_tails(box, ring, tails))


def cloud(box: Box) -> str:
    """A thought: round bumps that just reach the box; the bubbles of its trail are drawn apart."""
    count = max(9, round((box.w + box.h) / 13))
    chord = math.pi * (box.w + box.h) / 2 / count
    inner = box.grown(-0.42 * chord)
    points = [_on_rim(inner, 2 * math.pi * i / count + 0.2) for i in range(count)]
    parts = [f"M{_xy(points[0])}"]
    for a, b in zip(points, [*points[1:], points[0]], strict=True):
        bulge = 0.56 * min(1.0, chord / (math.dist(a, b) or chord))
        dx, dy = (b[0] - a[0]) * bulge, (b[1] - a[1]) * bulge
        c1, c2 = (a[0] + dy, a[1] - dx), (b[0] + dy, b[1] - dx)
        parts.append(f"C{_xy(c1)} {_xy(c2)} {_xy(b)}")
    return "".join(parts) + "Z"


def device(box: Box, tails: tuple[Tail, ...], corner: float) -> str:
    """A voice from a phone or screen: corners cut by ``corner`` points, and a tail like a flash."""
    c = min(corner, box.w * 0.16, box.h * 0.16)
    corners = [
        (box.x + c, box.y), (box.right - c, box.y), (box.right, box.y + c), (box.right, box.bottom - c),
        (box.right - c, box.bottom), (box.x + c, box.bottom), (box.x, box.bottom - c), (box.x, box.y + c),
    ]  # fmt: skip
    ring = [(_angle(box, p), _Corner(p, sharp=True)) for p in corners]
    return _path(_with_tails(box, sorted(ring, key=lambda entry: entry[0]), tails, flash=True))


def plate(box: Box, radius: float = 1.5) -> str:
    """A caption box or a sign: a rectangle with slightly rounded corners."""
    r, k = radius, radius * 0.45
    x0, y0, x1, y1 = box.x, box.y, box.right, box.bottom
    corners = [
        ((x1 - r, y0), (x1 - k, y0), (x1, y0 + k), (x1, y0 + r)), ((x1, y1 - r), (x1, y1 - k), (x1 - k, y1), (x1 - r,
        y1)),
        ((x0 + r, y1), (x0 + k, y1), (x0, y1 - k), (x0, y1 - r)), ((x0, y0 + r), (x0, y0 + k), (x0 + k, y0), (x0 + r,
        y0)),
    ]  # fmt: skip
    body = "".join(f"L{_xy(a)}C{_xy(b)} {_xy(c)} {_xy(d)}" for a, b, c, d in corners)
    return f"M{_xy((x0 + r, y0))}{body}Z"


def neck(a: Box, b: Box, width: float) -> tuple[str, str]:
    """The neck between two joined balloons: the path that fills it and the path of its two sides."""
    (ax, ay), (bx, by) = a.centre, b.centre
    start, end = _rim_towards(a, (bx, by)), _rim_towards(b, (ax, ay))
    dx, dy = end[0] - start[0], end[1] - start[1]
    if math.hypot(dx, dy) < 1e-6 or (dx * (bx - ax) + dy * (by - ay)) < 0:
        dx, dy = bx - ax, by - ay
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    nx, ny = -uy * width / 2, ux * width / 2
    inset = width * 0.55
    s, e = (start[0] - ux * inset, start[1] - uy * inset), (end[0] + ux * inset, end[1] + uy * inset)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    p1, p2, p3, p4 = (s[0] + nx, s[1] + ny), (e[0] + nx, e[1] + ny), (e[0] - nx, e[1] - ny), (s[0] - nx, s[1] - ny)
    q1, q2 = (middle[0] + nx * 0.7, middle[1] + ny * 0.7), (middle[0] - nx * 0.7, middle[1] - ny * 0.7)
    fill = f"M{_xy(p1)}Q{_xy(q1)} {_xy(p2)}L{_xy(p3)}Q{_xy(q2)} {_xy(p4)}Z"
    t1, t2, t3, t4 = (
        (start[0] + nx, start[1] + ny),
        (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny),
        (start[0] - nx, start[1] - ny),
    )
    sides = f"M{_xy(t1)}Q{_xy(q1)} {_xy(t2)}M{_xy(t3)}Q{_xy(q2)} {_xy(t4)}"
    return fill, sides


def _round(box: Box) -> list[tuple[float, _Corner]]:
    angles = [2 * math.pi * i / _STEPS for i in range(_STEPS)]
    return [(angle, _Corner(_on_rim(box, angle))) for angle in angles]


def _on_rim(box: Box, angle: float, share: float = 1.0) -> Point:
    """The point of the superellipse at ``angle`` (of its parameter), pulled in to ``share`` of the way from the
    centre."""
    cos, sin = math.cos(angle), math.sin(angle)
    x = math.copysign(abs(cos) ** (2 / _EXPONENT), cos) * box.w / 2 * share
    y = math.copysign(abs(sin) ** (2 / _EXPONENT), sin) * box.h / 2 * share
    return (box.centre[0] + x, box.centre[1] + y)


def _angle(box: Box, point: Point) -> float:
    """The parameter angle, 0 to 2π, at which the rim lies in the direction of ``point``."""
    dx, dy = (point[0] - box.centre[0]) / (box.w / 2), (point[1] - box.centre[1]) / (box.h / 2)
    x, y = math.copysign(abs(dx) ** (_EXPONENT / 2), dx), math.copysign(abs(dy) ** (_EXPONENT / 2), dy)
    return math.atan2(y, x) % (2 * math.pi)


def _rim_towards(box: Box, point: Point) -> Point:
    return _on_rim(box, _angle(box, point))


def _with_tails(
    box: Box, ring: list[tuple[float, _Corner]], tails: tuple[Tail, ...], *, flash: bool = False
) -> list[_Corner]:
    """The ring with each tail put in at its root: the ring's own points under the root's width make way."""
    out: list[tuple[float, list[_Corner]]] = []
    blocked: list[tuple[float, float]] = []
    for tail in tails:
        middle = _angle(box, tail.root)
        half = _half_angle(box, middle, tail.width)
        first, second = _foot(box, ring, middle - half), _foot(box, ring, middle + half)
        blocked.append((middle, half))
        out.append(
            (
                middle,
                [_Corner(first, sharp=True), *_spur(first, second, tail, flash=flash), _Corner(second, sharp=True)],
            )
        )
    for angle, corner in ring:
        if all(abs((angle - middle + math.pi) % (2 * math.pi) - math.pi) > half for middle, half in blocked):
            out.append((angle, [corner]))
    out.sort(key=lambda entry: entry[0])
    return [corner for _, corners in out for corner in corners]


def _foot(box: Box, ring: list[tuple[float, _Corner]], angle: float) -> Point:
    """Where a side of the tail meets the body: on the rim itself, also of a body with corners or spikes."""
    spiky = any(corner.sharp for _, corner in ring)
    return _on_rim(box, angle, 0.93 if spiky and len(ring) > 8 else 1.0) if len(ring) != 8 else _on_edge(box, angle)


def _on_edge(box: Box, angle: float) -> Point:
    """The point of the rectangle ``box`` in the direction that the rim has at ``angle``."""
    x, y = _on_rim(box, angle)
    dx, dy = x - box.centre[0], y - box.centre[1]
    k = min(box.w / 2 / abs(dx) if dx else math.inf, box.h / 2 / abs(dy) if dy else math.inf)
    return (box.centre[0] + dx * k, box.centre[1] + dy * k)


def _half_angle(box: Box, middle: float, width: float) -> float:
    """Half the angle under which a root of ``width`` points lies on the rim."""
    step = 0.02
    a, b = _on_rim(box, middle - step), _on_rim(box, middle + step)
    speed = math.hypot(b[0] - a[0], b[1] - a[1]) / (2 * step) or 1.0
    return min(0.5, width / 2 / speed)


def _spur(first: Point, second: Point, tail: Tail, *, flash: bool) -> list[_Corner]:
    """The tail between its feet: a slightly bent thorn, or a flash for a voice from a device."""
    tx, ty = tail.tip
    mx, my = (first[0] + second[0]) / 2, (first[1] + second[1]) / 2
    dx, dy = tx - mx, ty - my
    if flash:
        across = (-dy * 0.16, dx * 0.16)
        inner = (mx * 0.4 + second[0] * 0.6, my * 0.4 + second[1] * 0.6)
        before = ((first, 0.52, 1.0), ((mx, my), 0.44, -0.5))
        after = ((inner, 0.50, -1.3), (second, 0.56, 0.2))
        out = [_Corner(_beside(foot, (dx, dy), across, t, k), sharp=True) for foot, t, k in before]
        back = [_Corner(_beside(foot, (dx, dy), across, t, k), sharp=True) for foot, t, k in after]
        return [*out, _Corner((tx, ty), sharp=True), *back]
    bend = TAIL_BEND if dx > 0 else -TAIL_BEND
    nx, ny = dy * bend, -dx * bend
    one = (first[0] * 0.42 + mx * 0.08 + tx * 0.5 + nx, first[1] * 0.42 + my * 0.08 + ty * 0.5 + ny)
    two = (second[0] * 0.42 + mx * 0.08 + tx * 0.5 + nx, second[1] * 0.42 + my * 0.08 + ty * 0.5 + ny)
    return [_Corner(one), _Corner((tx, ty), sharp=True), _Corner(two)]


def _beside(foot: Point, way: Point, across: Point, along: float, out: float) -> Point:
    """A point ``along`` the way from ``foot``, pushed ``out`` across it (shares of both vectors)."""
    return (foot[0] + way[0] * along + across[0] * out, foot[1] + way[1] * along + across[1] * out)


def _path(corners: list[_Corner]) -> str:
    """A closed path through the corners: cubic curves (Catmull-Rom), with real corners where they are sharp."""
    count = len(corners)
    parts = [f"M{_xy(corners[0].point)}"]
    for i, here in enumerate(corners):
        then = corners[(i + 1) % count]
        if here.sharp and then.sharp:
            parts.append(f"L{_xy(then.point)}")
            continue
        c1 = here.point if here.sharp else _handle(corners[i - 1].point, here.point, then.point, then.point)
        after = corners[(i + 2) % count].point
        c2 = then.point if then.sharp else _handle(after, then.point, here.point, here.point)
        parts.append(f"C{_xy(c1)} {_xy(c2)} {_xy(then.point)}")
    return "".join(parts) + "Z"


def _handle(before: Point, at: Point, after: Point, towards: Point) -> Point:
    """The control point at ``at`` on the side of ``towards``, never longer than a third of that side."""
    dx, dy = (after[0] - before[0]) / 6, (after[1] - before[1]) / 6
    side, size = math.hypot(towards[0] - at[0], towards[1] - at[1]) / 3, math.hypot(dx, dy)
    k = min(1.0, side / size) if size > 1e-9 else 0.0
    return (at[0] + dx * k, at[1] + dy * k)


def _xy(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
