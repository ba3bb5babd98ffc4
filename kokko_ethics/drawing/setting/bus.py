"""A city bus from inside: the far side of the aisle with its windows, seats, poles and straps."""

from __future__ import annotations

from kokko_ethics.drawing.setting.fittings import ground, stripe
from kokko_ethics.drawing.setting.openings import landscape
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import WALL, Sheet

_SIDE = 150.0
"""Depth of the bus's far side."""
_SEAT, _POLE = 108.0, 40.0
"""Depth of the seats along it, and of the poles beside the aisle."""


def bus(sheet: Sheet) -> None:
    """Windows of a bus above a row of seats that all look ahead, yellow poles, straps from a rail."""
    colour = sheet.palette
    ground(sheet, colour.wall)
    sheet.halftone(colour.dots)
    left, right = sheet.sight(_SIDE)
    sheet.floor(left - 9, right + 9, -400, _SIDE, colour.floor)
    sheet.floor(left - 9, right + 9, 70, _SIDE, colour.floor_far)
    stripe(sheet, -262, 12, pale(colour.wall, 0.7) if not colour.lit else "#fff0bd", _SIDE)
    stripe(sheet, -250, 0, colour.line, _SIDE)
    for x in sheet.every(292.0, -280, 276, _SIDE):
        _window(sheet, x)
    stripe(sheet, -26, 26, shade(colour.wall, 0.16), _SIDE)
    for x in sheet.every(146.0, -270, 96, _SEAT):
        _seat(sheet, x)
    for x in sheet.every(438.0, -150, 30, _POLE):
        _pole(sheet, x)
    _rail(sheet)


def _window(sheet: Sheet, x: float) -> None:
    """A wide pane in dark rubber, its upper flap, the town's forest behind."""
    colour = sheet.palette
    rubber = mix(colour.line, "#39434b", 0.55)
    sheet.rect(x, -238, 276, 136, rubber, d=_SIDE)
    landscape(sheet, x + 6, -232, 264, 124, _SIDE)
    sheet.rect(x + 6, -204, 264, 4, rubber, d=_SIDE)
    glint = [(x + 70, -198), (x + 110, -198), (x + 66, -110), (x + 26, -110)]
    sheet.area([sheet.at(px, py, _SIDE) for px, py in glint], pale(colour.sky_low, 0.5))


def _seat(sheet: Sheet, x: float) -> None:
    """A seat for one that looks to the right: back, cushion, foot, a yellow grip."""
    colour = sheet.palette
    cloth = mix(colour.second, colour.wall, 0.3)
    sheet.rect(x + 34, -42, 18, 42, mix(colour.line, colour.wall, 0.3), d=_SEAT)
    sheet.shape([(x, -116), (x + 16, -124), (x + 26, -100), (x + 32, -48), (x + 14, -42), (x + 4, -70)], cloth,
                shade(cloth, 0.2), _SEAT)  # fmt: skip
    sheet.rect(x + 14, -54, 72, 14, cloth, shade(cloth, 0.2), _SEAT)
    sheet.stroke([(x + 2, -116), (x + 4, -132), (x + 18, -132), (x + 18, -122)], colour.accent, 4, _SEAT)


def _pole(sheet: Sheet, x: float) -> None:
    """A yellow pole with its red stop button."""
    colour = sheet.palette
    sheet.rect(x + 12, -300, 6, 300, colour.accent, shade(colour.accent, 0.25), _POLE)
    sheet.rect(x + 5, -140, 20, 26, mix(colour.line, "#39434b", 0.4), d=_POLE)
    sheet.ellipse(x + 15, -127, 6, 6, mix(colour.accent, "#c8392f", 0.8), d=_POLE)


def _rail(sheet: Sheet) -> None:
    """The rail along the ceiling, straps hanging from it."""
    colour = sheet.palette
    left, right = sheet.sight(WALL)
    sheet.stroke([(left - 60, -236), (right + 60, -236)], colour.accent, 5, _POLE)
    for x in sheet.every(146.0, -86, 20, _POLE):
        sheet.stroke([(x + 10, -236), (x + 10, -208)], mix(colour.line, "#39434b", 0.4), 4, _POLE)
        sheet.stroke([(x + 2, -194), (x + 10, -208), (x + 18, -194), (x + 2, -194)], shade(colour.trim, 0.3), 3, _POLE)
