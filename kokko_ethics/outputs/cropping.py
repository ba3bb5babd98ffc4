"""Cropping: marks that lie wholly outside their panel are left out, so that a page need not carry what nobody sees: the
legs of people in a close-up, furniture beside the frame."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.geometry import Box, Matrix, Point, bounds, chain

_TOKEN = re.compile(r"[MLCSQZmlcsqz]|-?(?:\d+\.?\d*|\.\d+)")
_STEPS = {"M": 1, "L": 1, "C": 3, "S": 2, "Q": 2}
"""How many points follow each command."""
_WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def cropped(drawing: Drawing) -> Drawing:
    """``drawing`` without the paths that no part of its picture shows. What is left looks the same."""
    return replace(drawing, marks=_kept(drawing.marks, _WHOLE, Box(0.0, 0.0, drawing.width, drawing.height)))


def _kept(marks: Iterable[Mark], matrix: Matrix, frame: Box) -> tuple[Mark, ...]:
    return tuple(kept for mark in marks if (kept := _seen(mark, matrix, frame)) is not None)


def _seen(mark: Mark, matrix: Matrix, frame: Box) -> Mark | None:
    if isinstance(mark, Group):
        inner = _kept(mark.marks, chain(matrix, mark.matrix) if mark.matrix else matrix, frame)
        return replace(mark, marks=inner) if inner else None
    if isinstance(mark, Path):
        reach = mark.width / 2 * math.hypot(*matrix[:2]) if mark.stroke else 0.0
        return mark if _touch(_reach(mark.d).mapped(matrix).grown(reach), frame) else None
    return mark


def _touch(one: Box, other: Box) -> bool:
    return one.x <= other.right and one.right >= other.x and one.y <= other.bottom and one.bottom >= other.y


@cache
def _reach(d: str) -> Box:
    """A box that no curve of ``d`` leaves: round its points and handles."""
    return bounds(tuple(_points(d)) or ((0.0, 0.0),))


def _points(d: str) -> Iterator[Point]:
    """The points and handles of path data, in the coordinates of the path."""
    tokens = _TOKEN.findall(d)
    at, start, command, k = (0.0, 0.0), (0.0, 0.0), "M", 0
    handle = at
    while k < len(tokens):
        if tokens[k].isalpha():
            command, k = tokens[k], k + 1
            if command in "Zz":
                at = handle = start
                continue
        base = at if command.islower() else (0.0, 0.0)
        count = _STEPS[command.upper()]
        values = [float(token) for token in tokens[k : k + 2 * count]]
        points = [(base[0] + x, base[1] + y) for x, y in zip(values[::2], values[1::2], strict=True)]
        if command in "Ss":
            yield (2 * at[0] - handle[0], 2 * at[1] - handle[1])
        yield from points
        handle = points[-2] if command in "CcSs" else points[-1]
        at, k = points[-1], k + 2 * count
        if command in "Mm":
            start, command = at, "l" if command == "m" else "L"
