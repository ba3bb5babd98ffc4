"""Hands: right hands seen from the reader's side, wrist at the origin, fingers ahead, palm down. About 42 units
long."""

from __future__ import annotations

import math

from kokko_ethics.drawing.ink import solid, stroke
from kokko_ethics.drawing.model import Mark
from kokko_ethics.geometry import Point
from kokko_ethics.staging.model import Limb

_RINGS: dict[str, tuple[Point, ...]] = {
    "relax": (
        (-4, -9), (9, -12), (22, -12), (34, -9), (41, -4), (39, 0), (42, 4), (38, 8), (31, 8), (31, 12), (24, 13), (20,
        9), (24, 16), (20, 20),
        (12, 15), (4, 11), (-4, 9),
    ),
    "open": (
        (-4, -9), (8, -11), (12, -22), (17, -27), (20, -22), (19, -12), (30, -15), (43, -17), (44, -12), (34, -8), (47,
        -6), (47, -1), (35, 0),
        (44, 5), (42, 9), (31, 7), (36, 13), (32, 16), (20, 13), (8, 12), (-4, 9),
    ),
    "point": (
        (-4, -9), (10, -12), (20, -12), (34, -13), (50, -14), (52, -9), (36, -6), (27, -5), (29, 2), (27, 9), (18, 12),
        (8, 11), (-4, 9),
    ),
    "fist": ((-4, -9), (8, -12), (20, -13), (29, -9), (31, 0), (28, 9), (18, 13), (6, 11), (-4, 9)),
    "hold": (
        (-4, -9), (8, -11), (14, -18), (20, -19), (21, -13), (18, -8), (26, -9), (31, -4), (31, 4), (27, 10), (16, 13),
        (6, 11), (-4, 9),
    ),
}  # fmt: skip
_CREASES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "relax": (((24, -2), (33, -1), (39, -1)), ((23, 4), (31, 6), (38, 7)), ((8, 4), (13, 8), (20, 9))),
    "open": (((28, -6), (33, -8)), ((28, 1), (34, 0)), ((10, 2), (16, 4))),
    "point": (((16, -4), (24, -4), (28, -1)), ((15, 3), (22, 3), (27, 4)), ((10, -7), (16, -2), (15, 4))),
    "fist": (((14, -5), (24, -5)), ((14, 1), (26, 1)), ((9, -8), (15, -3), (14, 5))),
    "hold": (((20, -3), (29, -2)), ((20, 4), (29, 4))),
}


def draw_hand(limb: Limb, skin: str, dark: Point) -> list[Mark]:
    """The hand at the end of an arm."""
    ring = [_placed(p, limb) for p in _RINGS[limb.hand]]
    creases = [stroke([_placed(p, limb) for p in crease], 2.3) for crease in _CREASES[limb.hand]]
    return [*solid(ring, skin, dark, depth=5.0, width=3.8, places=1), *creases]


def _placed(p: Point, limb: Limb) -> Point:
    angle = math.radians(limb.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    y = -p[1] if limb.flipped else p[1]
    return (limb.wrist[0] + 4 * cos + p[0] * cos - y * sin, limb.wrist[1] + 4 * sin + p[0] * sin + y * cos)
