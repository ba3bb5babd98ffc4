"""The truth about a lettered panel, measured with shapely from the finished path data, apart from the code that made
it."""

from __future__ import annotations

import math
import re
from itertools import combinations

from extents import ends
from shapely import contains_xy, prepare
from shapely.geometry import LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

from kokko_ethics.geometry import Box
from kokko_ethics.lettering.model import Balloon, Lettering
from kokko_ethics.typeface import outline

_TOKEN = re.compile(r"([MLCQZ])|(-?\d+(?:\.\d+)?)")


def polygon(d: str) -> BaseGeometry:
    """The area inside path data (absolute M L C Q Z), curves sampled."""
    points: list[tuple[float, float]] = []
    numbers: list[float] = []
    command = ""
    for letter, number in _TOKEN.findall(d):
        if letter:
            command, numbers = letter, []
            continue
        numbers.append(float(number))
        need = {"M": 2, "L": 2, "Q": 4, "C": 6}[command]
        if len(numbers) == need:
            points.extend(_curve(points[-1] if points else (0.0, 0.0), numbers))
            numbers = []
    return Polygon(points).buffer(0)


def _curve(start: tuple[float, float], n: list[float]) -> list[tuple[float, float]]:
    if len(n) == 2:
        return [(n[0], n[1])]
    steps = [k / 8 for k in range(1, 9)]
    if len(n) == 4:
        return [
            tuple((1 - t) ** 2 * start[i] + 2 * t * (1 - t) * n[i] + t * t * n[2 + i] for i in (0, 1)) for t in steps
        ]  # type: ignore[misc]
    return [
        tuple(
            (1 - t) ** 3 * start[i] + 3 * t * (1 - t) ** 2 * n[i] + 3 * t * t * (1 - t) * n[2 + i] + t**3 * n[4 + i]
            for i in (0, 1)
        )  # type: ignore[misc]
        for t in steps
    ]


def area(b: Box) -> BaseGeometry:
    """A box as a polygon."""
    return box(b.x, b.y, b.right, b.bottom)


def flaws(lettering: Lettering) -> list[str]:
    """Everything that is wrong with the geometry of a panel; empty if it can be printed."""
    camera = lettering.stage.camera
    frame = box(0, 0, camera.width, camera.height)
    balloons = [b for b in lettering.balloons if b.outline]
    shapes = {b.order: polygon(b.outline) for b in balloons}
    out = []
    for b in balloons:
        body, shape = area(b.box), shapes[b.order]
        if body.difference(frame).area > 0.5:
            out.append(f"{b.order} body leaves the panel")
        for head in (figure.head for figure in lettering.stage.figures):
            if (
                area(head).within(frame)
                and shape.intersection(area(head)).area > 2.0
                and body.intersection(area(head)).area > 0.1
            ):
                out.append(f"{b.order} covers a head")
        out += [
            f"{b.order} line {n} outside its outline"
            for n, line in enumerate(_line_boxes(b), 1)
            if not shape.buffer(0.05).contains(line)
        ]
        out += [f"{b.order} {flaw}" for flaw in _tail_flaws(b)]
    for a, b in combinations(balloons, 2):
        if area(a.box).intersection(area(b.box)).area > 0.5:
            out.append(f"{a.order} and {b.order} overlap")
        if shapes[a.order].intersection(shapes[b.order]).area > 0.5:
            out.append(f"outlines of {a.order} and {b.order} overlap")
    for a, b in combinations([b for b in lettering.balloons if b.line.kind not in {"sign", "sound"}], 2):
        if not read_before(a.box, b.box, lettering.stage.backwards):
            out.append(f"{a.order} is not read before {b.order}")
    return out


def _line_boxes(b: Balloon) -> list[BaseGeometry]:
    return [box(line.x, line.y - 0.70 * b.size, line.x + line.width, line.y) for line in b.lines]


def letters_outside(b: Balloon) -> list[str]:
    """The lines that have a letter, dot or tail outside the outline, measured from the drawn letters themselves."""
    shape = polygon(b.outline).buffer(0.3)
    prepare(shape)
    return [
        "".join(run.words for run in line.runs)
        for line in b.lines
        if (points := ends(outline(line, b.size, b.line.words.lang))) and not contains_xy(shape, points).all()
    ]


def _tail_flaws(b: Balloon) -> list[str]:
    out = []
    for tail in b.tails:
        root_way = math.dist(tail.root, tail.mouth)
        tip_way = math.dist(tail.tip, tail.mouth)
        if tip_way >= root_way and root_way > 1:
            out.append("tail does not run towards the mouth")
        if LineString([tail.root, tail.mouth]).distance(LineString([tail.tip, tail.tip])) > 1.0:
            out.append("tail does not aim at the mouth")
    return out


def read_before(a: Box, b: Box, backwards: bool = False) -> bool:
    """Whether readers come to ``a`` before ``b``: higher, or in the same row further left (right if they read
    ``backwards``)."""
    least = min(a.h, b.h)
    if min(a.bottom, b.bottom) - max(a.y, b.y) > 0.25 * least:
        return (b.centre[0] < a.centre[0]) if backwards else (b.centre[0] > a.centre[0])
    return b.centre[1] > a.centre[1]
