"""Screens: an online meeting, where everybody sits before a wall of their own."""

from __future__ import annotations

from itertools import pairwise

from kokko_ethics.drawing.setting.fittings import ground
from kokko_ethics.drawing.setting.palette import mix, shade
from kokko_ethics.drawing.setting.sheet import Sheet

_GUTTER = 2.0
"""Half the gap between two tiles, in points."""
_RIM = 4.0
"""The screen's own edge, in points."""
_BEHIND = 120.0
"""Depth at which the walls behind people stand."""


def online_meeting(sheet: Sheet) -> None:
    """One tile for each person, as on a screen; each tile has its own wall and one thing on it."""
    colour, camera = sheet.palette, sheet.camera
    dark = mix(colour.line, "#39405a", 0.65)
    ground(sheet, dark)
    middles = sorted(figure.head.centre[0] for figure in sheet.stage.figures) or [camera.width / 2]
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(middles)), camera.width]
    walls = (colour.wall, mix(colour.wall, colour.accent, 0.3), mix(colour.wall, colour.second, 0.35))
    for n, (left, right) in enumerate(pairwise(edges)):
        left, right = left + (_GUTTER if n else _RIM), right - (_GUTTER if n < len(middles) - 1 else _RIM)
        if right - left > 6:
            _area(sheet, left, _RIM, right, camera.height - _RIM, walls[n % 3])
            (_print if n % 2 else _books)(sheet, left, right, walls[n % 3])


def _books(sheet: Sheet, left: float, right: float, wall: str) -> None:
    """A shelf with books at the tile's left."""
    colour, unit = sheet.palette, sheet.unit(_BEHIND)
    x, wide, y = left + 6, min(76 * unit, (right - left) * 0.42), _eye_line(sheet)
    _area(sheet, x, y, x + wide, y + 5 * unit, colour.wood)
    for n, (share, tall) in enumerate(((0.08, 30), (0.22, 36), (0.36, 28), (0.62, 33), (0.74, 26))):
        hue = mix((colour.second, colour.accent, colour.trim)[n % 3], wall, 0.35)
        _area(sheet, x + wide * share, y - tall * unit, x + wide * (share + 0.12), y, hue)


def _print(sheet: Sheet, left: float, right: float, wall: str) -> None:
    """A framed print at the tile's right."""
    colour, y = sheet.palette, _eye_line(sheet)
    wide = min(76 * sheet.unit(_BEHIND), (right - left) * 0.42)
    x, tall, edge = right - 6 - wide, wide * 0.75, wide * 0.1
    _area(sheet, x, y - tall, x + wide, y, colour.trim, shade(wall, 0.22))
    _area(sheet, x + edge, y - tall + edge, x + wide - edge, y - edge, mix(colour.sky, wall, 0.3))
    _area(sheet, x + edge, y - tall * 0.42, x + wide - edge, y - edge, mix(colour.second, wall, 0.3))


def _eye_line(sheet: Sheet) -> float:
    """Where things on the walls stand: above the heads, yet inside the tile."""
    unit = sheet.unit(_BEHIND)
    return max(sheet.camera.horizon - 30 * unit, _RIM + 40 * unit)


def _area(sheet: Sheet, x0: float, y0: float, x1: float, y1: float, fill: str, line: str = "") -> None:
    """A rectangle in panel points: a screen has no depth."""
    sheet.area([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], fill, line)
