"""Plain grounds: nowhere, a table top seen from above, and what stands behind a detail."""

from __future__ import annotations

import math

from kokko_ethics.drawing.setting.fittings import ground
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import Sheet
from kokko_ethics.geometry import Point


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
    """A table top seen from above: grain, light, the edge along the bottom, a cup and a pen at the sides."""
    colour, camera = sheet.palette, sheet.camera
    w, h = camera.width, camera.height
    top = mix(colour.wood, colour.trim, 0.5)
    ground(sheet, top)
    for n in range(1, 6):
        y = h * n / 6
        sheet.area([(-2, y), (w * 0.45, y - 1.4), (w + 2, y + 0.6), (w * 0.5, y + 1.2)], shade(top, 0.07))
    sheet.area([(w * 0.62, -2), (w + 2, -2), (w + 2, h * 0.5)], pale(top, 0.22))
    edge = h * 0.93
    sheet.area([(-2, edge), (w + 2, edge), (w + 2, edge + h * 0.03), (-2, edge + h * 0.03)], shade(top, 0.25))
    sheet.area([(-2, edge + h * 0.03), (w + 2, edge + h * 0.03), (w + 2, h + 2), (-2, h + 2)], shade(colour.floor, 0.2))
    _cup_from_above(sheet, (w - min(w, h) * 0.1, h * 0.7), min(w, h) * 0.17, shade(top, 0.16))
    size, tilt = min(w, h) * 0.34, 0.22
    pen = [(w * 0.03, edge - size * 0.2), (w * 0.03 + size, edge - size * (0.2 + tilt))]
    for thick, lift, hue in ((0.055, -0.03, shade(top, 0.16)), (0.05, 0.0, colour.second)):
        (x0, y0), (x1, y1) = ((x, y - lift * size) for x, y in pen)
        slim = size * thick
        sheet.area(
            [(x0, y0 - slim), (x1, y1 - slim), (x1 + slim * 1.6, y1 + slim * 0.2), (x1, y1 + slim), (x0, y0 + slim)],
            hue,
        )


def _cup_from_above(sheet: Sheet, middle: Point, radius: float, shadow: str) -> None:
    """A saucer and a cup of coffee, in panel points."""
    colour, camera = sheet.palette, sheet.camera
    x, y = (middle[0] - camera.left) / camera.scale, (middle[1] - camera.floor) / camera.scale
    r = radius / camera.scale
    white = mix(colour.trim, colour.wall, 0.3)
    sheet.ellipse(x + r * 0.08, y + r * 0.1, r, r, shadow, d=0)
    sheet.ellipse(x, y, r, r, white, colour.line, d=0)
    sheet.ellipse(x, y, r * 0.62, r * 0.62, pale(white, 0.5), colour.line, d=0)
    sheet.ellipse(x, y, r * 0.5, r * 0.5, "#80593f", d=0)


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
