"""Plain grounds: nowhere, a table top seen from above, and what stands behind a detail."""

from __future__ import annotations

import math

from kokko_ethics.drawing.setting.fittings import ground
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import Sheet


def nowhere(sheet: Sheet) -> None:
    """No place: a soft light on a quiet ground, wherever the camera looks."""
    colour, camera = sheet.palette, sheet.camera
    left, right = sheet.sight()
    middle, low = (left + right) / 2, camera.height + 4
    ground(sheet, colour.wall)
    sheet.ellipse(middle, -130, 300, 230, pale(colour.wall, 0.4))
    sheet.halftone(colour.dots)
    edge = [(left - 20, 0.0), ((left * 3 + right) / 4, -9.0), ((left + right * 3) / 4, -9.0), (right + 20, 0.0)]
    sheet.area([*(sheet.at(x, y) for x, y in edge), (camera.width + 4, low), (-4, low)], colour.floor)
    sheet.ellipse(middle, 6, 230, 26, colour.floor_far, d=30)


def from_above(sheet: Sheet) -> None:
    """A table top seen from above, with its edge along the bottom and a hint of grain."""
    colour, camera = sheet.palette, sheet.camera
    w, h = camera.width, camera.height
    top = mix(colour.wood, colour.trim, 0.35)
    ground(sheet, top)
    grain = shade(top, 0.06)
    for n in range(1, 5):
        y = h * n / 5
        sheet.area([(-2, y), (w * 0.45, y - 1.2), (w + 2, y + 0.6), (w * 0.5, y + 1.0)], grain)
    sheet.area([(w * 0.62, -2), (w + 2, -2), (w + 2, h * 0.5)], pale(top, 0.22))
    y = h * 0.9
    sheet.area([(-2, y), (w + 2, y), (w + 2, y + h * 0.035), (-2, y + h * 0.035)], shade(top, 0.25))
    sheet.area([(-2, y + h * 0.035), (w + 2, y + h * 0.035), (w + 2, h + 2), (-2, h + 2)], shade(colour.floor, 0.2))


def detail(sheet: Sheet) -> None:
    """Behind a detail: one tone, a slanting light, dots along the top."""
    colour, camera = sheet.palette, sheet.camera
    w, h = camera.width, camera.height
    ground(sheet, mix(colour.wall, colour.floor_far, 0.2))
    slant = math.tan(math.radians(24)) * h
    sheet.area(
        [(w * 0.18, -2), (w * 0.62, -2), (w * 0.62 - slant, h + 2), (w * 0.18 - slant, h + 2)], pale(colour.wall, 0.25)
    )
    sheet.halftone(colour.dots, 0.22)
