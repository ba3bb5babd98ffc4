"""Screens: an online meeting, where everybody sits before a wall of their own."""

from __future__ import annotations

from itertools import pairwise

from kokko_ethics.drawing.setting.fittings import ground
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import Sheet

_GUTTER = 2.0


def online_meeting(sheet: Sheet) -> None:
    """One tile for each person, as on a screen; each tile has its own wall and one thing on it."""
    colour, camera = sheet.palette, sheet.camera
    dark = mix(colour.line, "#39405a", 0.65)
    ground(sheet, dark)
    middles = sorted(figure.head.centre[0] for figure in sheet.stage.figures) or [camera.width / 2]
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(middles)), camera.width]
    walls = (
        colour.wall,
        mix(colour.wall, colour.accent, 0.3),
        mix(colour.wall, colour.second, 0.35),
        pale(colour.wood, 0.6),
    )
    for n, (left, right) in enumerate(pairwise(edges)):
        inner = (left + (_GUTTER if n else 4.0), right - (_GUTTER if n < len(edges) - 2 else 4.0))
        if inner[1] - inner[0] > 6:
            _tile(sheet, *inner, walls[n % 4], n)
    sheet.halftone(mix(colour.dots, colour.wall, 0.2), 0.22)


def _tile(sheet: Sheet, left: float, right: float, wall: str, n: int) -> None:
    """A tile of the screen, in panel points, with a shelf or a picture on its wall."""
    camera = sheet.camera
    top, bottom = 4.0, camera.height - 4.0
    sheet.area([(left, top), (right, top), (right, bottom), (left, bottom)], wall)
    unit, colour = sheet.unit(120), sheet.palette
    wide, line = min(76 * unit, (right - left) * 0.42), shade(wall, 0.22)
    x = left + 6 if n % 2 == 0 else right - 6 - wide
    y = max(camera.horizon - 30 * unit, top + 40 * unit)
    if n % 2 == 0:
        sheet.area([(x, y), (x + wide, y), (x + wide, y + 5 * unit), (x, y + 5 * unit)], colour.wood)
        for k, (share, high) in enumerate(((0.08, 30), (0.22, 36), (0.36, 28), (0.62, 33), (0.74, 26))):
            hue = mix((colour.second, colour.accent, colour.trim)[k % 3], wall, 0.35)
            at, w = x + wide * share, wide * 0.12
            sheet.area([(at, y), (at + w, y), (at + w, y - high * unit), (at, y - high * unit)], hue)
        return
    tall = wide * 0.75
    sheet.area([(x, y), (x + wide, y), (x + wide, y - tall), (x, y - tall)], colour.trim, line)
    edge = wide * 0.1
    inner = [
        (x + edge, y - edge),
        (x + wide - edge, y - edge),
        (x + wide - edge, y - tall + edge),
        (x + edge, y - tall + edge),
    ]
    sheet.area(inner, mix(colour.sky, wall, 0.3))
    sheet.area(
        [
            (x + edge, y - edge),
            (x + edge, y - tall * 0.45),
            (x + wide - edge, y - tall * 0.3),
            (x + wide - edge, y - edge),
        ],
        mix(colour.second, wall, 0.3),
    )
