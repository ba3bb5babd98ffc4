"""Extents: where the path data of drawn marks really lies, read back from the marks themselves."""

from __future__ import annotations

import re

from kokko_ethics.drawing.figure import draw_figure
from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.geometry import Box, Matrix, Point, apply, bounds, chain
from kokko_ethics.staging.model import Figure
from kokko_ethics.staging.skeleton import strike
from kokko_ethics.story.model import CastMember

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def figure(
    person: CastMember, actions: tuple[str, ...] = (), feeling: str = "neutral", facing: int = 1, speaking: bool = False
) -> Figure:
    """A person on the spot, a unit a centimetre, the origin below the hip on the floor."""
    pose = strike(person.look, actions, feeling, speaking=speaking)
    matrix: Matrix = (float(facing), 0.0, 0.0, 1.0, 0.0, 0.0)
    return Figure(person, pose, feeling, 1 if facing > 0 else -1, matrix, speaking, "chair")


def points(mark: Mark, matrix: Matrix = IDENTITY) -> list[Point]:
    """The end points of all path data below a mark, in the outermost frame."""
    if isinstance(mark, Group):
        inner = chain(matrix, mark.matrix) if mark.matrix else matrix
        return [p for child in mark.marks for p in points(child, inner)]
    return [apply(matrix, p) for p in ends(mark.d)] if isinstance(mark, Path) else []


def ends(d: str) -> list[Point]:
    """The end points of path data."""
    out: list[Point] = []
    start = (0.0, 0.0)
    x = y = 0.0
    for letter, body in re.findall(r"([MLCSQZmlcsqz])([^MLCSQZmlcsqz]*)", d):
        if letter in "zZ":
            x, y = start
        n = [float(v) for v in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", body)]
        step = {"m": 2, "l": 2, "c": 6, "s": 4, "q": 4, "z": 1}[letter.lower()]
        for i in range(0, len(n) - step + 1, step):
            dx, dy = n[i + step - 2], n[i + step - 1]
            x, y = (x + dx, y + dy) if letter.islower() else (dx, dy)
            out.append((x, y))
        if letter in "mM":
            start = (x, y)
    return out


def drawn(one: Figure) -> Box:
    """The extents of a drawn figure, in centimetres."""
    return bounds(points(draw_figure(one)))
