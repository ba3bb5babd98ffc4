"""Cropping: marks that lie wholly outside their panel are left out, so that a page need not carry what nobody sees: the
legs of people in a close-up, furniture beside the frame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.geometry import Box, Matrix, Point, bounds, chain
from kokko_ethics.outputs.path_data import steps

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
    at = handle = (0.0, 0.0)
    for command, points in steps(d):
        if command == "S":
            yield (2 * at[0] - handle[0], 2 * at[1] - handle[1])
        yield from points
        if points:
            handle = points[-2] if command in "CS" else points[-1]
            at = points[-1]
