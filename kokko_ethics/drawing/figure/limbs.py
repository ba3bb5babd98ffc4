"""Legs and sleeves, in figure units from the hip, facing right."""

from __future__ import annotations

import math

from kokko_ethics.drawing.ink import flat, limb, moved, polygon, solid, spline, stroke, tint, turned
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Pose
from kokko_ethics.staging.skeleton import physique_of
from kokko_ethics.story.model import Look

Ring = list[Point]


def draw_legs(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """Both legs with shoes; the far one darker. Skirts and coats are drawn over them."""
    marks: list[Mark] = []
    for side, colour in (("far", tint(look.bottom_colour, 0.86)), ("near", look.bottom_colour)):
        marks += _leg(pose, side, colour, look, dark)
    if look.bottom == "skirt":
        marks += _skirt(pose, look, dark)
    return marks


def _leg(pose: Pose, side: str, colour: str, look: Look, dark: Point) -> list[Mark]:
    hip, knee, ankle = (pose.joint(f"{side} {joint}") for joint in ("hip", "knee", "ankle"))
    k = physique_of(look).hip / 48
    thigh, shin = (
        ((hip[0] + knee[0]) / 2, (hip[1] + knee[1]) / 2),
        ((knee[0] + ankle[0]) / 2 - 3, (knee[1] + ankle[1]) / 2),
    )
    widths = [60 * k, 54 * k, 43 * k, 40 * k, 33 * (0.5 + k / 2)]
    trouser = limb([hip, thigh, knee, shin, (ankle[0], ankle[1] - 5)], widths, 1)
    folds: list[Mark] = [
        stroke([(knee[0] + 18 * k, knee[1] - 3), (knee[0] + 4, knee[1] + 4)], 2.5),
        stroke([(ankle[0] - 13, ankle[1] - 12), (ankle[0] + 5, ankle[1] - 9)], 2.2),
    ]
    if "star-pattern" in look.wears:
        along = ((hip, knee, 0.5, -8), (hip, knee, 0.86, 9), (knee, ankle, 0.3, -6), (knee, ankle, 0.66, 7))
        spots = tuple((a[0] + (b[0] - a[0]) * t + dx, a[1] + (b[1] - a[1]) * t) for a, b, t, dx in along)
        folds += stars(spots, 7.5, "#f6e7a8")
    return [*_shoe(pose, side, ankle, look, dark), *solid(trouser, colour, dark, depth=9), *folds]


def stars(spots: tuple[Point, ...], size: float, colour: str) -> list[Mark]:
    """Five-pointed stars at ``spots``, one path."""
    star = [
        (0, -1),
        (0.24, -0.32),
        (0.95, -0.31),
        (0.38, 0.12),
        (0.59, 0.81),
        (0, 0.4),
        (-0.59, 0.81),
        (-0.38, 0.12),
        (-0.95, -0.31),
        (-0.24, -0.32),
    ]
    return [Path("".join(polygon([(x + px * size, y + py * size) for px, py in star]) for x, y in spots), colour)]


_PROFILE: Ring = [(-17, -8), (8, -13), (24, -2), (42, 4), (47, 11), (44, 16), (14, 16), (-18, 15)]
_TOWARDS_US: Ring = [(-16, -8), (10, -12), (20, 0), (31, 8), (31, 17), (18, 20), (-4, 17), (-17, 12)]
_LACES: tuple[Ring, ...] = ([(8, -2), (18, -5)], [(13, 3), (22, 0)])
_SOLES: dict[str, Ring] = {
    "profile": [(-18, 10), (14, 11), (47, 10), (46, 16), (14, 16), (-18, 15)],
    "towards": [(-17, 8), (-2, 13), (16, 16), (31, 12), (30, 18), (18, 20), (-4, 17), (-17, 12)],
}


def _shoe(pose: Pose, side: str, ankle: Point, look: Look, dark: Point) -> list[Mark]:
    """A shoe from the side; the near one of somebody who stands is turned out towards us."""
    towards = side == "near" and pose.posture == "stands"
    turn = (-14.0 if side == "far" else 30.0) if pose.posture == "walks" else 0.0

    def put(ring: Ring) -> Ring:
        return turned(moved(ring, *ankle), turn, ankle)

    light = "#efe9dc" if look.shoes == "trainers" else tint(look.shoes_colour, 0.62)
    laced = "".join(spline(put(lace), closed=False) for lace in _LACES)
    laces = [Path(laced, "", INK, 2.0)] if look.shoes == "trainers" else []
    return [
        *solid(put(_TOWARDS_US if towards else _PROFILE), look.shoes_colour, dark, depth=4),
        flat(put(_SOLES["towards" if towards else "profile"]), light), *laces,
    ]  # fmt: skip


def _skirt(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    b = look.build
    if pose.posture in {"sits", "rolls"}:
        ring = [(-46 * b, -14), (40 * b, -20), (128, -22), (140, 10), (130, 44), (40, 30), (-40 * b, 22)]
    else:
        ring = [(-46 * b, -10), (46 * b, -10), (60 * b, 60), (66 * b, 120), (0, 132), (-66 * b, 120), (-58 * b, 60)]
    return solid(ring, look.bottom_colour, dark, depth=10)


def draw_arm(pose: Pose, number: int, look: Look, dark: Point) -> list[Mark]:
    """The sleeve of an arm (0 near, 1 far), without the hand: rolled-up sleeves show the forearm."""
    arm = pose.limbs[number]
    colour = look.over_colour if look.over else look.top_colour
    colour = tint(colour, 0.9) if number else colour
    b = 0.5 + look.build / 2
    s, e, w = arm.shoulder, arm.elbow, arm.wrist
    upper = ((s[0] + e[0]) / 2, (s[1] + e[1]) / 2)
    if "rolled-sleeves" in look.wears:
        bare = limb([e, ((e[0] + w[0]) / 2, (e[1] + w[1]) / 2), w], [27 * b, 23 * b, 19 * b], 1)
        sleeve = limb([s, upper, e], [40 * b, 42 * b, 39 * b], 1)
        tattoo = [] if number else _tattoo(look, e, w)
        return [*solid(bare, look.skin, dark, depth=6), *tattoo, *solid(sleeve, colour, dark, depth=8)]
    lower = ((e[0] + w[0]) / 2, (e[1] + w[1]) / 2)
    ring = limb([s, upper, e, lower, w], [40 * b, 41 * b, 36 * b, 33 * b, 27 * b], 1)
    marks: list[Mark] = [*solid(ring, colour, dark, depth=8), *_folds(s, e, w)]
    return marks


def _tattoo(look: Look, elbow: Point, wrist: Point) -> list[Mark]:
    """A lighthouse on the forearm, its foot towards the elbow, its beams to both sides."""
    if "tattoo" not in look.wears:
        return []
    at = (elbow[0] * 0.42 + wrist[0] * 0.58, elbow[1] * 0.42 + wrist[1] * 0.58)
    way = math.degrees(math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0])) + 90

    def put(ring: Ring) -> Ring:
        return turned(moved(ring, *at), way, at)

    tower = put([(-5, 14), (-3, -6), (3, -6), (5, 14)])
    beams = "".join(polygon(put([(side * 2, -10), (side * 9, -14), (side * 9, -6)]), 1) for side in (-1, 1))
    lamp = polygon(put([(-3, -7), (-3, -12), (0, -15), (3, -12), (3, -7)]), 1)
    return [Path(polygon(tower, 1) + lamp + beams, "#2b4a5e")]


def _folds(s: Point, e: Point, w: Point) -> list[Mark]:
    """Two creases on the inner side of a bent elbow."""
    mx, my = (s[0] + w[0]) / 2 - e[0], (s[1] + w[1]) / 2 - e[1]
    size = (mx * mx + my * my) ** 0.5
    if size < 12:
        return []
    ux, uy = mx / size, my / size
    return [
        stroke([(e[0] + ux * 15, e[1] + uy * 15), (e[0] + ux * 3, e[1] + uy * 2)], 2.5, start=0.6, end=0.1),
        stroke(
            [(e[0] + ux * 14 + uy * 7, e[1] + uy * 14 - ux * 7), (e[0] + ux * 4 + uy * 9, e[1] + uy * 4 - ux * 9)],
            2.1,
            start=0.6,
            end=0.1,
        ),
    ]


def shoulder_patch(pose: Pose, look: Look, number: int) -> list[Mark]:
    """Hides the seam where a sleeve grows out of the trunk before it (0 near, 1 far)."""
    arm = pose.limbs[number]
    colour = look.over_colour if look.over else look.top_colour
    colour = tint(colour, 0.9) if number else colour
    s, e = arm.shoulder, arm.elbow
    length = ((e[0] - s[0]) ** 2 + (e[1] - s[1]) ** 2) ** 0.5 or 1.0
    ux, uy = (e[0] - s[0]) / length, (e[1] - s[1]) / length
    b = 0.5 + look.build / 2
    ring = [
        (s[0] - 10 * b, s[1] - 14),
        (s[0] + 10 * b, s[1] - 15),
        (s[0] + ux * 16 + 13 * b, s[1] + uy * 16),
        (s[0] + ux * 20, s[1] + uy * 20),
        (s[0] + ux * 14 - 13 * b, s[1] + uy * 14),
    ]
    return [Path(spline(moved(ring, 0, 1)), colour)]
