"""Behind: somebody over whose shoulder we look. Head and back in figure units from the hip; the frame cuts
the rest."""

from __future__ import annotations

import math

from kokko_ethics.drawing.ink import LINE, disc, flat, limb, lit, moved, solid, stroke, tint
from kokko_ethics.drawing.model import Group, Mark
from kokko_ethics.geometry import Point, place
from kokko_ethics.staging.model import Pose
from kokko_ethics.story.model import Look

_SKULL: tuple[Point, ...] = (
    (0, -62), (-34, -52), (-48, -20), (-44, 16), (-26, 46), (0, 56), (26, 46), (44, 16), (48, -20), (34, -52),
)  # fmt: skip
_EAR: tuple[Point, ...] = ((44, -12), (54, -14), (58, -2), (52, 12), (42, 14))
_CUTS: dict[str, tuple[Point, ...]] = {
    "bob": (
        (0, -78), (-42, -68), (-60, -30), (-58, 20), (-50, 54), (-24, 62), (0, 60), (24, 62), (50, 54), (58, 20),
        (60, -30), (42, -68),
    ),
    "long": (
        (0, -78), (-42, -68), (-60, -30), (-60, 30), (-56, 92), (-24, 104), (0, 100), (24, 104), (56, 92), (60, 30),
        (60, -30), (42, -68),
    ),
}  # fmt: skip
_SHORT: tuple[Point, ...] = (
    (0, -76), (-38, -68), (-56, -36), (-53, -4), (-38, 26), (-18, 38), (0, 34), (18, 38), (38, 26), (53, -4), (56, -36),
    (38, -68),
)  # fmt: skip
_SCARF: tuple[Point, ...] = (
    (0, -76), (-42, -64), (-62, -22), (-60, 26), (-70, 78), (-40, 98), (0, 104), (40, 98), (70, 78), (60, 26),
    (62, -22), (42, -64),
)  # fmt: skip
_CURLS = 11


def draw_behind(pose: Pose, look: Look, dark: Point) -> tuple[Mark, ...]:
    """Somebody's back: trunk, arms, what they carry, neck and head."""
    colour = look.over_colour if look.over else look.top_colour
    marks: list[Mark] = []
    for arm in pose.limbs:
        out = math.copysign(20.0, arm.shoulder[0])
        upper = limb([arm.shoulder, (arm.shoulder[0] + out, -70.0), (arm.shoulder[0] + out * 1.3, 8.0)], [44, 42, 38])
        marks += solid(upper, colour, dark, depth=8)
    marks += solid(_back(pose, look.build), colour, dark, depth=12)
    marks += _on_back(pose, look, dark)
    x, y = pose.joint("neck")
    neck = [(x - 18, y - 30), (x + 18, y - 30), (x + 22, y + 6), (x, y + 14), (x - 22, y + 6)]
    marks += solid(neck, tint(look.skin, 0.9), dark, depth=0, width=LINE * 0.8)
    marks += _collar(pose, look, dark)
    head = Group(tuple(_head(look, dark)), role="face", matrix=place(*pose.joint("head"), turn=pose.tilt * 0.6))
    return (*marks, head)


def _back(pose: Pose, b: float) -> list[Point]:
    """The contour of the back: shoulders, waist, hem."""
    lean, drop = pose.joint("shoulders")
    y = -168 + drop
    waist = lean * 0.4
    right = [(lean + 20, y - 18), (lean + 44 * b, y - 6), (lean + 58 * b, y + 20), (waist + 50 * b, -84), (50 * b, 6)]
    left = [(-50 * b, 6), (waist - 50 * b, -84), (lean - 58 * b, y + 20), (lean - 44 * b, y - 6), (lean - 20, y - 18)]
    return [*right, *left]


def _on_back(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """A backpack, the straps of dungarees, the back of a wheelchair."""
    lean = pose.joint("shoulders")[0]
    marks: list[Mark] = []
    if look.bottom == "dungarees":
        for side in (-1, 1):
            strap = limb([(lean + side * 34, -170), (side * 6, -92)], [15, 15], 1)
            marks += solid(strap, look.bottom_colour, dark, depth=3, width=LINE * 0.8)
    if "backpack" in look.wears:
        bag = [(lean - 40, -150), (lean, -160), (lean + 40, -150), (46, -60), (40, -20), (-40, -20), (-46, -60)]
        marks += solid(bag, "#5b6fa8", dark, depth=9)
        marks.append(stroke([(-36, -84), (0, -78), (36, -84)], 2.8))
    if "wheelchair" in look.aids:
        rest = [(-50, -104), (50, -104), (54, 0), (-54, 0)]
        marks += solid(rest, "#3a3f4a", dark, depth=8)
    return marks


def _collar(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    if look.over == "hoodie":
        hood = [(x - 44, y + 2), (x - 20, y - 16), (x + 20, y - 16), (x + 44, y + 2), (x + 34, y + 44), (x, y + 60),
                (x - 34, y + 44)]  # fmt: skip
        return solid(hood, look.over_colour, dark, depth=7)
    colour = look.over_colour if look.over else look.top_colour
    band = [(x - 30, y + 10), (x, y - 2), (x + 30, y + 10), (x + 26, y + 22), (x, y + 16), (x - 26, y + 22)]
    return solid(band, lit(colour, 0.15), dark, depth=3, width=LINE * 0.8)


def _head(look: Look, dark: Point) -> list[Mark]:
    if look.headwear == "headscarf":
        folds = (((-40, -40), (-12, -8), (-30, 60)), ((34, -44), (14, 10), (26, 74)), ((-8, -60), (4, 0), (-4, 88)))
        return [*solid(_SCARF, look.headwear_colour, dark, depth=11), *(stroke(fold, 2.4) for fold in folds)]
    ears = [(-x, y) for x, y in _EAR]
    marks = [*solid(ears, look.skin, dark, depth=0), *solid(_EAR, look.skin, dark, depth=3)]
    marks += solid(_SKULL, look.skin, dark, depth=9)
    marks += _hair(look, dark)
    if "hearing-aids" in look.aids:
        for x in (-52, 52):
            marks += solid(disc((x, -2), 5, 9), "#c9d2d8", dark, depth=2, width=2.6)
    if look.headwear:
        cap = [(0, -84), (-42, -70), (-56, -34), (-30, -24), (0, -21), (30, -24), (56, -34), (42, -70)]
        marks += solid(cap, look.headwear_colour, dark, depth=8)
    return marks


def _hair(look: Look, dark: Point) -> list[Mark]:
    colour = look.hair_colour
    if look.hair == "bald":
        return []
    if look.hair == "shaved":
        stubble = [(x * 0.97, y * 0.97 - 2) for x, y in _SKULL if y < 30]
        return [flat(stubble, tint(look.skin, 0.84))]
    if look.hair == "curly":
        turns = (2 * math.pi * k / _CURLS for k in range(_CURLS))
        around = ((52 * math.sin(turn), -18 - 50 * math.cos(turn)) for turn in turns)
        marks = [mark for spot in around for mark in solid(disc(spot, 17, 17, 6), colour, dark, depth=4)]
        marks.append(flat(disc((0, -18), 54, 52, 8), colour))
        curls = (((x - 12, y), (x, y - 11), (x + 12, y)) for x, y in ((-22, -35), (18, -39), (-4, -2)))
        return [*marks, *(stroke(curl, 2.6) for curl in curls)]
    marks = solid(_CUTS.get(look.hair, _SHORT), colour, dark, depth=10)
    marks.append(stroke([(-4, -66), (-22, -30), (-24, 8)], 2.4, colour=lit(colour, 0.25)))
    if look.hair == "bun":
        marks += solid(moved(disc((0, 0), 26, 23), 0, -66), colour, dark, depth=7)
    if look.hair == "greying" and look.streak:
        marks += [stroke([(side * 46, -16), (side * 38, 16)], 7, colour=look.streak) for side in (-1, 1)]
    return marks
