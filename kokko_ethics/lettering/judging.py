"""Judging: checks a finished lettering against the rules, apart from the search that made it, and scores it.

The ids H1–H11 and S1–S10 and their weights are those of the lettering rules (ARCHITECTURE.md tells where they come
from). Everything is in ems.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kokko_ethics.geometry import Box, Point
from kokko_ethics.lettering.candidates import (
    BODY,
    FLOW,
    HAT,
    LOW,
    ROWS,
    SHAPE,
    TAIL_ANGLE,
    TAIL_BODY,
    TAIL_LENGTH,
    UP,
)  # fmt: skip
from kokko_ethics.lettering.field import Field, Item
from kokko_ethics.lettering.model import Placed
from kokko_ethics.lettering.outline import TAIL_BEND
from kokko_ethics.typesetting import Shape

Finding = tuple[str, int, float]
"""A broken rule: id, number of the item (from zero), by how many ems."""
GOOD = 75.0
"""Below this score even a legal lettering looks bad, and the ladder of remedies starts (lettering.md 2.2)."""
_TOUCH = 0.02
TAIL_WIDTH = 0.95
"""Width of a tail at its root, in ems."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says: broken rules and the score (0 to 100, 25 less for each broken rule)."""

    broken: tuple[Finding, ...]
    score: float

    @property
    def good(self) -> bool:
        """Whether every hard rule holds and the score is good enough to print."""
        return not self.broken and self.score >= GOOD


def judge(field: Field, placed: tuple[Placed, ...]) -> Verdict:
    """The verdict on ``placed`` items of ``field``."""
    broken = [*_alone(field, placed), *_together(field, placed), *_tails(field, placed)]
    if not placed:
        return Verdict((), 100.0)
    soft = sum(_soft(field, placed, i) for i in range(len(placed))) / len(placed)
    return Verdict(tuple(broken), max(0.0, 100.0 - soft - 25.0 * len(broken)))


def _box(p: Placed) -> Box:
    return Box(p.x, p.y, p.w, p.h)


def _alone(field: Field, placed: tuple[Placed, ...]) -> list[Finding]:
    """H2 inside the panel, H4 heads free, H8 words inside the outline."""
    out: list[Finding] = []
    for i, (item, p) in enumerate(zip(field.items, placed, strict=True)):
        outside = max(-p.x, -p.y, p.x + p.w - field.w, p.y + p.h - field.h)
        if outside > _TOUCH:
            out.append(("H2", i, outside))
        for head in field.heads:
            depth = _depth(_box(p), head)
            if depth > _TOUCH:
                out.append(("H4", i, depth))
        excess = _overflow(item.shapes[p.shape])
        if excess > _TOUCH:
            out.append(("H8", i, excess))
    return out


def _depth(a: Box, b: Box) -> float:
    """How deep two boxes reach into each other along the easier way; 0 if they don't."""
    dx = min(a.right, b.right) - max(a.x, b.x)
    dy = min(a.bottom, b.bottom) - max(a.y, b.y)
    return max(0.0, min(dx, dy)) if dx > 0 and dy > 0 else 0.0


def _overflow(shape: Shape) -> float:
    """By how much the widest line's corner lies outside the outline, measured along the line (negative: air)."""
    worst = -math.inf
    rx, ry = shape.w / 2, shape.h / 2
    for row, width in enumerate(shape.widths):
        top = -shape.text_height / 2 + row * shape.hand.leading
        far = max(abs(top), abs(top + shape.hand.height))
        if far >= ry:
            return far - ry + 1.0
        n = shape.contour.exponent
        chord = rx if math.isinf(n) else rx * (1 - (far / ry) ** n) ** (1 / n)
        worst = max(worst, width / 2 - chord)
    return worst


def _together(field: Field, placed: tuple[Placed, ...]) -> list[Finding]:
    """H3 no overlap, H5 reading order."""
    out: list[Finding] = []
    for i, b in enumerate(placed):
        for j, a in enumerate(placed[:i]):
            depth = _depth(_box(a), _box(b))
            if depth > _TOUCH:
                out.append(("H3", i, depth))
            if _read(field.items[i]) and _read(field.items[j]) and not _after(_box(a), _box(b), field.backwards):
                out.append(("H5", i, abs(a.y - b.y)))
    return out


def _read(item: Item) -> bool:
    return item.line.kind not in {"sign", "sound"}


def _after(a: Box, b: Box, backwards: bool) -> bool:
    """Whether b is read after a: lower, or in the same row (25 % overlap) further on and hardly higher. Further on is
    right, or left where reading goes ``backwards``."""
    least = min(a.h, b.h)
    if min(a.bottom, b.bottom) - max(a.y, b.y) > 0.25 * least:
        further = b.centre[0] < a.centre[0] if backwards else b.centre[0] > a.centre[0]
        return further and b.y >= a.y - 0.35 * least - 1e-6
    return b.centre[1] > a.centre[1]


def _tails(field: Field, placed: tuple[Placed, ...]) -> list[Finding]:
    """H6 tails do not cross, H7 tails run free of other balloons and heads, S13's floor: a tail must be there."""
    out: list[Finding] = []
    for i, p in enumerate(placed):
        for k, tail in enumerate(p.tails):
            root, aim = (tail[0], tail[1]), (tail[2], tail[3])
            target = field.items[i].targets[k]
            for j, other in enumerate(placed):
                inside = max(_inside(*side, _box(other)) for side in _sides(root, aim)) if j != i else 0.0
                if inside > 0.03:
                    out.append(("H7", i, inside))
            for h, head in enumerate(field.heads):
                if h != target.owner and _inside(root, aim, head) > 0.15 * head.w:
                    out.append(("H7", i, _inside(root, aim, head)))
            for other in placed[:i]:
                if any(_cross(tail, t) for t in other.tails):
                    out.append(("H6", i, 0.0))
    return out


def _sides(root: Point, aim: Point) -> tuple[tuple[Point, Point], ...]:
    """The two sides of a tail from its feet to the aim, each in two stretches: tails are slightly bent."""
    dx, dy = aim[0] - root[0], aim[1] - root[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length, dx / length
    bow = (-TAIL_BEND if dx > 0 else TAIL_BEND) * length
    out: list[tuple[Point, Point]] = []
    for half in (TAIL_WIDTH / 2, -TAIL_WIDTH / 2):
        foot = (root[0] + nx * half, root[1] + ny * half)
        across = half / 2 + bow
        middle = (root[0] + dx / 2 + nx * across, root[1] + dy / 2 + ny * across)
        out += [(foot, middle), (middle, aim)]
    return tuple(out)


def _inside(a: Point, b: Point, box: Box) -> float:
    """The length of a–b inside ``box``."""
    first, last = 0.0, 1.0
    for p, d, low, high in ((a[0], b[0] - a[0], box.x, box.right), (a[1], b[1] - a[1], box.y, box.bottom)):
        if abs(d) < 1e-9:
            if not low <= p <= high:
                return 0.0
            continue
        s, t = sorted(((low - p) / d, (high - p) / d))
        first, last = max(first, s), min(last, t)
    return max(0.0, last - first) * math.hypot(b[0] - a[0], b[1] - a[1])


def _cross(s: tuple[float, float, float, float], t: tuple[float, float, float, float]) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    a, b, c, d = (s[0], s[1]), (s[2], s[3]), (t[0], t[1]), (t[2], t[3])
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _soft(field: Field, placed: tuple[Placed, ...], i: int) -> float:
    """The soft measures of one item, weighted (S1–S10)."""
    item, p = field.items[i], placed[i]
    box = _box(p)
    if item.anchor is not None:
        return SHAPE * item.shapes[p.shape].cost
    cost = SHAPE * item.shapes[p.shape].cost + (UP * p.y / field.h if _read(item) else 0.0)
    for b, body in enumerate(field.bodies):
        own = any(target.owner == b for target in item.targets)
        cost += BODY * (1.0 if own else 1.5) * box.overlap(body) / (box.w * box.h)
    for head in field.heads:
        over = min(box.right, head.right) - max(box.x, head.x)
        if 0 <= head.y - box.bottom < 0.55 and over > 0.3 * head.w:
            cost += HAT
    cost += _tail_measures(field, item, p)
    cost += sum(_row_measure(box, _box(a)) for a in placed[:i])
    if i and _read(item):
        before = _box(placed[i - 1])
        gap = math.hypot(
            max(0.0, before.x - box.right, box.x - before.right), max(0.0, before.y - box.bottom, box.y - before.bottom)
        )
        cost += FLOW * gap / field.diagonal
    return cost


def _tail_measures(field: Field, item: Item, p: Placed) -> float:
    cost = 0.0
    for target, tail in zip(item.targets, p.tails, strict=False):
        dx, dy = tail[2] - tail[0], tail[3] - tail[1]
        length = math.hypot(dx, dy)
        if target.edge:
            cost += TAIL_LENGTH * max(0.0, length / field.diagonal - 0.08) / 0.5
            continue
        cost += TAIL_LENGTH * max(0.0, length / field.diagonal - 0.25) / 0.5
        cost += TAIL_ANGLE * max(0.0, math.degrees(math.atan2(abs(dx), dy)) - 30) / 60
        for b, body in enumerate(field.bodies):
            if b != target.owner and length:
                cost += TAIL_BODY * _inside((tail[0], tail[1]), (tail[2], tail[3]), body) / length
        if target.head is not None:
            cost += LOW * max(0.0, (p.y + p.h - target.head.y) / field.h)
    return cost / max(1, len(item.targets))


def _row_measure(box: Box, before: Box) -> float:
    least = min(box.h, before.h)
    if min(box.bottom, before.bottom) - max(box.y, before.y) > 0.25 * least:
        uneven = abs(box.y - before.y)
        return ROWS * min(1.0, uneven / (0.5 * least)) if uneven > 0.1 else 0.0
    return 0.0
