"""Hands: seen from their back, wrist at the origin, fingers ahead (x), thumb above (y below 0). About 50 units long.

A hand that holds something is drawn in two halves, the palm behind the thing and the thumb or the fingers over it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kokko_ethics.drawing.ink import solid, spline
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Limb

Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Half:
    """One closed outline of a hand with the lines between its fingers."""

    ring: Ring
    lines: tuple[Ring, ...] = ()


_RELAX = _Half(
    (
        (-4, -9), (6, -12), (14, -19), (26, -22), (33, -18), (29, -12), (22, -10), (36, -12), (45, -8), (50, 0),
        (48, 9), (41, 15), (28, 15), (14, 14), (4, 10), (-4, 9),
    ),
    (((24, -3), (36, -4), (47, -2)), ((25, 4), (36, 4), (49, 5)), ((25, 10), (43, 11)), ((22, -10), (15, -8))),
)  # fmt: skip
_OPEN = _Half(
    (
        (-4, -9), (6, -12), (10, -22), (12, -34), (19, -36), (21, -26), (21, -15), (29, -16), (43, -25), (49, -20),
        (38, -9), (34, -7), (40, -8), (56, -10), (57, -3), (40, 0), (35, 1), (41, 3), (54, 6), (52, 13), (37, 9),
        (32, 9), (36, 13), (45, 20), (39, 25), (26, 18), (12, 13), (-4, 9),
    ),
    (((20, -14), (15, -5)), ((10, 4), (16, 8), (22, 9))),
)  # fmt: skip
_POINT = _Half(
    (
        (-4, -9), (8, -12), (20, -13), (40, -15), (56, -15), (59, -10), (54, -7), (34, -5), (35, 2), (33, 11), (24, 15),
        (12, 14), (4, 11), (-4, 9),
    ),
    (((33, -5), (24, -4)), ((22, 2), (34, 3)), ((20, 9), (32, 9)), ((8, -7), (19, -2), (24, 5), (17, 7))),
)  # fmt: skip
_FIST = _Half(
    (
        (-4, -9), (8, -13), (20, -16), (31, -14), (36, -7), (37, 2), (35, 10), (27, 16), (14, 15), (4, 11), (-4, 9),
    ),
    (((24, -8), (36, -7)), ((22, 0), (37, 1)), ((22, 8), (35, 8)), ((8, -8), (20, -6), (26, 2), (19, 5))),
)  # fmt: skip
_FLAT = _Half(
    (
        (-4, -9), (6, -11), (13, -20), (24, -27), (30, -24), (25, -16), (23, -10), (38, -12), (53, -9), (56, -3),
        (56, 3), (53, 9), (45, 14), (28, 14), (12, 13), (-4, 9),
    ),
    (((25, -4), (40, -5), (54, -3)), ((25, 3), (40, 3), (55, 3)), ((25, 9), (38, 9), (50, 9)), ((22, -10), (15, -7))),
)  # fmt: skip
_CLASP = _Half(
    (
        (-4, -10), (6, -14), (14, -22), (28, -25), (34, -20), (28, -15), (36, -13), (44, -9), (47, -1), (45, 8),
        (39, 15), (26, 16), (12, 14), (-4, 10),
    ),
    (((28, -15), (20, -12)), ((28, -5), (45, -5)), ((27, 3), (46, 3)), ((26, 10), (43, 10))),
)  # fmt: skip
_WRAP = _Half(
    (
        (-4, -10), (6, -14), (16, -17), (38, -16), (43, -11), (42, -8), (46, -4), (44, 0), (46, 4), (42, 8),
        (42, 13), (35, 16), (18, 16), (6, 12), (-4, 10),
    ),
    (((20, -8), (42, -8)), ((20, 0), (44, 0)), ((20, 8), (42, 8)), ((7, -9), (13, -4), (14, 5))),
)  # fmt: skip
_PALM = _Half(
    (
        (-4, -9), (8, -13), (20, -15), (34, -14), (41, -9), (39, -5), (43, -1), (40, 3), (42, 7), (36, 10), (36, 14),
        (26, 16), (12, 14), (-4, 9),
    ),
    (((32, -6), (40, -6)), ((32, 2), (41, 2)), ((30, 9), (37, 10))),
)  # fmt: skip
_THUMB = _Half(
    ((-3, -8), (6, -14), (14, -19), (26, -20), (35, -16), (34, -11), (24, -10), (17, -5), (8, 3), (-2, 4)),
    (((29, -17), (33, -15)),),
)
_PEN = _Half(
    (
        (-4, -9), (8, -13), (20, -14), (30, -8), (43, -2), (46, 3), (40, 6), (36, 12), (26, 16), (12, 14), (4, 11),
        (-4, 9),
    ),
    (((28, 4), (37, 5), (44, 3)), ((24, 10), (34, 11)), ((10, -7), (22, -3), (38, 2))),
)  # fmt: skip
_CHIN = _Half(
    (
        (-4, -9), (6, -13), (16, -22), (30, -31), (36, -28), (32, -20), (24, -12), (35, -12), (41, -6), (40, 2),
        (38, 10), (28, 15), (14, 14), (4, 11), (-4, 9),
    ),
    (((24, -12), (17, -8)), ((25, -4), (40, -4)), ((24, 4), (39, 4)), ((24, 10), (36, 10))),
)  # fmt: skip
_OVER: dict[str, _Half] = {
    "relax": _RELAX, "open": _OPEN, "point": _POINT, "fist": _FIST, "flat": _FLAT, "clasp": _CLASP, "wrap": _WRAP,
    "pinch": _THUMB, "thumb": _THUMB, "pen": _PEN, "chin": _CHIN,
}  # fmt: skip
"""What of a hand lies over the thing it holds, by the shape of the hand."""
_UNDER: dict[str, _Half] = {"pinch": _PALM}
"""What lies behind it: whoever pinches a sheet has the fingers behind and the thumb before."""


def draw_hand(limb: Limb, skin: str, dark: Point) -> list[Mark]:
    """The hand at the end of an arm, or the half of it that lies over what it holds."""
    return _drawn(_OVER[limb.hand], limb, skin, dark)


def draw_hand_behind(limb: Limb, skin: str, dark: Point) -> list[Mark]:
    """The half of a hand that lies behind what it holds; empty for most shapes."""
    return _drawn(_UNDER[limb.hand], limb, skin, dark) if limb.hand in _UNDER else []


def _drawn(half: _Half, limb: Limb, skin: str, dark: Point) -> list[Mark]:
    lines = "".join(spline([_placed(p, limb) for p in line], closed=False, places=1) for line in half.lines)
    outline = solid([_placed(p, limb) for p in half.ring], skin, dark, depth=4.0, width=4.2, places=1)
    return [*outline, Path(lines, "", INK, 2.0)]


def _placed(p: Point, limb: Limb) -> Point:
    angle = math.radians(limb.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    y = -p[1] if limb.flipped else p[1]
    return (limb.wrist[0] + p[0] * cos - y * sin, limb.wrist[1] + p[0] * sin + y * cos)
