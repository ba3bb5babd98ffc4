"""Aids and seats: wheelchair, rollator, cane at rest, chairs. In figure units from the hip, facing right; the floor
lies at ``floor``."""

from __future__ import annotations

import math
from collections.abc import Callable

from kokko_ethics.drawing.ink import disc, flat, limb, moved, polygon, solid, spline, stroke, tint
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Pose

_STEEL, _TYRE, _GREY = "#b9c2c9", "#2b2b33", "#6d7680"


def _tubes(runs: list[list[Point]], width: float, colour: str) -> list[Mark]:
    """Steel tubes, welded where they meet: an ink line with a coloured core."""
    d = "".join(spline(run, closed=False) for run in runs)
    return [Path(d, "", INK, width + 4.4), Path(d, "", colour, width)]


def _wheels(spots: list[tuple[float, float, float]], tyre: float) -> list[Mark]:
    """Small wheels (middle and radius)."""
    tyres = "".join(spline(disc((x, y), r)) for x, y, r in spots)
    hubs = "".join(spline(disc((x, y), r * 0.3, count=6)) for x, y, r in spots)
    return [Path(tyres, "", _TYRE, tyre + 4), Path(hubs, _STEEL, INK, 2.2)]


def wheelchair_back(pose: Pose, dark: Point) -> list[Mark]:
    """What stands behind the person: back rest, push handle, far caster, foot rest."""
    floor = pose.floor
    rest = [(-62, -92), (-48, -94), (-44, -20), (-40, 20), (-54, 22), (-58, -20)]
    return [
        *_tubes([[(-60, -96), (-56, -30), (-48, 26)], [(64, 30), (92, 96), (104, 124)]], 6.5, _STEEL),
        *solid(rest, "#3a4656", dark, depth=4), *_tubes([[(-62, -98), (-84, -104)]], 8, _TYRE),
        *solid([(98, 118), (152, 118), (158, 126), (100, 128)], "#3a4656", dark, depth=0),
        *_wheels([(86, floor - 16, 13)], 6),
    ]  # fmt: skip


def wheelchair_front(pose: Pose, dark: Point) -> list[Mark]:
    """What stands before the person: seat rail, side guard, the big wheel with spokes and push rim, near caster. The
    wheel leans in at the top, as on chairs for sports."""
    floor = pose.floor
    x, y, r = -18.0, floor - 82.0, 78.0
    tyre, rim = (spline(disc((x, y), radius, count=12)) for radius in (r, r - 13))
    spokes = "".join(_spoke(x, y, math.pi * k / 6 + 0.2) for k in range(12))
    guard = [(-50, -4), (-14, -24), (28, -18), (40, 10), (30, 24), (-46, 24)]
    return [
        *solid([(-58, 18), (74, 18), (76, 30), (-56, 30)], "#3a4656", dark, depth=0),
        *solid(guard, "#c8553d", dark, depth=6),
        *_tubes([[(70, 26), (96, 92), (106, 122)], [(60, 30), (66, floor - 32), (62, floor - 16)]], 5.5, _STEEL),
        *_wheels([(62, floor - 16, 14)], 6), Path(tyre, "", _TYRE, 12.5), Path(rim, "", INK, 7.5),
        Path(rim, "", _STEEL, 4.2), Path(spokes, "", _GREY, 1.7),
        *solid(disc((x, y), 10, count=6), _STEEL, dark, depth=0, width=3.2),
        *solid([(100, 118), (158, 120), (164, 128), (102, 130)], "#3a4656", dark, depth=0),
    ]  # fmt: skip


def _spoke(x: float, y: float, angle: float) -> str:
    """A spoke of the big wheel, from the hub to the push rim."""
    cos, sin = math.cos(angle), math.sin(angle)
    return f"M{round(x + 10 * cos)} {round(y + 10 * sin)}L{round(x + 65 * cos)} {round(y + 65 * sin)}"


def rollator(pose: Pose, dark: Point, *, front: bool) -> list[Mark]:
    """A rollator with seat, basket, brakes and a bicycle bell; the far half first, the near half after the trunk."""
    floor = pose.floor
    red = "#b5443c"
    if not front:
        far: list[list[Point]] = [
            [(112, -52), (136, 40), (150, floor - 26)], [(84, floor - 30), (116, 70), (120, 40)],
        ]  # fmt: skip
        return [*_tubes(far, 6, tint(red)), *_wheels([(150, floor - 19, 17), (80, floor - 19, 17)], 7)]
    basket = [(104, 78), (150, 78), (146, 124), (110, 124)]
    wires = "".join(f"M{106 + k * 13} 80L{111 + k * 10} 122" for k in range(4))
    runs: list[list[Point]] = [[(96, -48), (122, 48), (136, floor - 24)], [(70, floor - 24), (100, 66), (106, 10)]]
    return [
        *solid([(74, 62), (142, 60), (144, 72), (74, 74)], "#3a4656", dark, depth=0),
        Path(polygon(basket), "#8b98a3", INK, 3.2), Path(wires, "", INK, 1.6), *_tubes(runs, 7, red),
        *_wheels([(138, floor - 18, 18), (68, floor - 18, 18)], 7),
        *_tubes([[(64, -47), (86, -54), (112, -48)]], 8, _TYRE), *_bell(112, -22, dark),
    ]  # fmt: skip


def _bell(x: float, y: float, dark: Point) -> list[Mark]:
    dome = [(x - 11, y + 6), (x - 9, y - 5), (x, y - 11), (x + 9, y - 5), (x + 11, y + 6), (x, y + 8)]
    return [
        *solid(dome, "#e2b33c", dark, depth=4, width=3.2, places=1),
        stroke([(x + 10, y + 2), (x + 17, y - 5)], 3.0, start=1, end=0.8),
        flat(disc((x - 3, y - 4), 2.2, count=4), "#fff6d8", places=1),
    ]


def cane_at_rest(pose: Pose) -> list[Mark]:
    """A white cane that leans on a sitting person's shoulder."""
    top, foot = (58.0, -190.0), (104.0, pose.floor - 2)
    red = (top[0] + (foot[0] - top[0]) * 0.84, top[1] + (foot[1] - top[1]) * 0.84)
    grip = (top[0] + 5, top[1] + 30)
    return [
        stroke([top, foot], 11, start=1, end=1), stroke([grip, foot], 6.4, start=1, end=1, colour="#fbfaf5"),
        stroke([red, foot], 6.4, start=1, end=1, colour="#d9433b"), stroke([top, grip], 10, start=1, end=1),
    ]  # fmt: skip


def draw_seat(seat: str, pose: Pose, dark: Point) -> list[Mark]:
    """The seat behind somebody who sits."""
    return _SEATS.get(seat, _chair)(pose.floor, dark)


def _legs_of(floor: float, xs: tuple[tuple[float, float], ...], colour: str, dark: Point) -> list[Mark]:
    marks: list[Mark] = []
    for top, foot in xs:
        marks += solid(limb([(top, 22), (foot, floor)], [11, 8], 1), colour, dark, depth=3)
    return marks


def _chair(floor: float, dark: Point) -> list[Mark]:
    wood, shade = "#c58a5a", "#a86f45"
    back = [(-68, -128), (-52, -132), (-44, -60), (-42, 16), (-56, 16), (-60, -60)]
    return [
        *_legs_of(floor, ((-46, -56), (52, 56)), shade, dark),
        *solid(back, wood, dark, depth=5),
        *solid([(-58, 8), (64, 8), (66, 18), (62, 26), (-56, 26), (-60, 16)], wood, dark, depth=5),
    ]


def _cafe_chair(floor: float, dark: Point) -> list[Mark]:
    steel = "#3d5a66"
    hoop = [*_tubes([[(-48, 16), (-66, -60), (-62, -112), (-44, -120), (-38, -60)]], 7, steel)]
    return [
        *_legs_of(floor, ((-46, -60), (50, 60)), steel, dark),
        *hoop,
        *solid(disc((4, 16), 62, 10), "#d9a441", dark, depth=5),
    ]


def _office_chair(floor: float, dark: Point) -> list[Mark]:
    cloth, base = "#46566b", "#3a3f4a"
    back = [(-74, -126), (-54, -134), (-44, -100), (-40, -30), (-44, 4), (-58, 6), (-66, -40)]
    seat = [(-60, 6), (58, 4), (72, 12), (68, 28), (-52, 30), (-64, 20)]
    star = [
        *_tubes([[(2, 30), (2, floor - 26)]], 10, base),
        *_tubes([[(2, floor - 28), (-50, floor - 12)], [(2, floor - 28), (56, floor - 12)]], 7, base),
    ]
    casters = [
        *solid(disc((-50, floor - 7), 8, count=6), _TYRE, dark, depth=2),
        *solid(disc((56, floor - 7), 8, count=6), _TYRE, dark, depth=2),
    ]
    return [*star, *casters, *solid(back, cloth, dark, depth=7), *solid(seat, cloth, dark, depth=6)]


def _armchair(floor: float, dark: Point) -> list[Mark]:
    cloth = "#b98a6a"
    back = [(-92, -140), (-64, -152), (-46, -120), (-40, 0), (-44, floor - 12), (-90, floor - 12), (-98, -20)]
    seat = [(-60, 4), (70, 2), (84, 18), (82, floor - 12), (-56, floor - 12)]
    return [*solid(back, cloth, dark, depth=10), *solid(seat, cloth, dark, depth=10)]


def _bus_seat(floor: float, dark: Point) -> list[Mark]:
    """A seat of a city bus: a high padded back with a grip, on one foot."""
    cloth, steel = "#4f7796", "#8b98a3"
    back = [(-84, -150), (-62, -160), (-50, -120), (-40, 0), (-48, 18), (-66, 12), (-78, -60)]
    seat = [(-62, 4), (66, 2), (78, 14), (74, 30), (-56, 32), (-66, 20)]
    return [
        *solid([(-18, 28), (22, 28), (26, floor), (-22, floor)], steel, dark, depth=5),
        *_tubes([[(-86, -148), (-74, -178), (-56, -162)]], 7, "#e9b93c"),
        *solid(back, cloth, dark, depth=8), *solid(seat, cloth, dark, depth=6),
    ]  # fmt: skip


def _bench(floor: float, dark: Point) -> list[Mark]:
    wood = "#b98b62"
    slats = [
        *solid([(-120, 8), (120, 8), (122, 22), (-122, 22)], wood, dark, depth=4),
        *solid([(-122, -70), (118, -74), (118, -54), (-120, -50)], wood, dark, depth=4),
    ]
    return [*_legs_of(floor, ((-100, -104), (100, 104)), "#4a5560", dark), *slats]


_SEATS: dict[str, Callable[[float, Point], list[Mark]]] = {
    "chair": _chair, "cafe-chair": _cafe_chair, "office-chair": _office_chair, "armchair": _armchair, "bench": _bench,
    "bus-seat": _bus_seat,
}  # fmt: skip


def floor_shadow(pose: Pose) -> Path:
    """The soft oval in which somebody stands."""
    near, far = pose.joint("near ankle")[0], pose.joint("far ankle")[0]
    seated = {"sits": (40.0, 92.0), "rolls": (20.0, 120.0)}
    middle, wide = seated.get(pose.posture, ((near + far) / 2 + 8, abs(far - near) / 2 + 36))
    return flat(moved(disc((0, 0), wide, 11), middle, pose.floor), "#1d1a22", 0.13)
