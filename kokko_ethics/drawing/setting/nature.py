"""Nature: spruces, birches and the forest along the horizon, near or seen through a window."""

from __future__ import annotations

from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import WALL, Sheet
from kokko_ethics.geometry import Point

_CREST = (0.72, 0.82, 0.76, 0.95, 0.84, 0.7, 0.78, 0.66, 0.74, 0.9, 1.0, 0.8)
"""How high the trees of a forest stand, one after another."""
_CROWN = ((0.0, -1.0), (0.5, -0.78), (0.66, -0.3), (1.0, 0.1), (0.86, 0.62), (0.3, 0.84), (-0.3, 0.74), (-0.88, 0.66))
_CROWN_LEFT = ((-1.0, 0.12), (-0.66, -0.26), (-0.54, -0.74))


def treeline(sheet: Sheet, left: float, right: float, foot: float, height: float, step: float, d: float = WALL) -> None:
    """A forest from ``left`` to ``right``: a row of tops, each in its own place whatever part is seen."""
    points: list[Point] = [(left, foot)]
    n = int(left // step) + 1
    while n * step < right:
        top = height * _CREST[n % len(_CREST)]
        points += [(n * step, foot - top), (min(right, (n + 0.55) * step), foot - top * 0.78)]
        n += 1
    points.append((right, foot))
    sheet.area([sheet.at(x, y, d) for x, y in points], sheet.palette.far)


def spruce(sheet: Sheet, x: float, foot: float, height: float, d: float, fill: str = "") -> None:
    """A spruce in three tiers."""
    wide, top = height * 0.23, foot - height
    half = ((0.0, 0.0), (0.5, 0.36), (0.3, 0.36), (0.78, 0.68), (0.5, 0.68), (1.0, 0.94), (0.12, 0.94), (0.12, 1.0))
    points = [(x + wide * dx, top + height * dy) for dx, dy in half]
    outline = [*points, *((2 * x - px, py) for px, py in reversed(points[1:]))]
    sheet.area([sheet.at(px, py, d) for px, py in outline], fill or sheet.palette.tree)


def birch(sheet: Sheet, x: float, d: float, tall: float) -> None:
    """A birch: a pale trunk with dark marks, and a soft crown with its shadow side; paler in the distance."""
    colour = sheet.palette
    leaf = mix(mix(colour.tree, colour.near, 0.28), colour.far, min(0.75, d / 1400))
    trunk = mix(pale(colour.trim, 0.3), colour.far, min(0.5, d / 2500))
    wide, high, middle = tall * 0.27, tall * 0.36, -tall * 0.64
    slim = tall * 0.017
    stem = ((x - slim, 0.0), (x - slim * 0.6, middle), (x + slim * 0.6, middle), (x + slim, 0.0))
    sheet.area([sheet.at(px, py, d) for px, py in stem], trunk)
    for n in range(3):
        sheet.rect(x - slim * 0.9, -tall * (0.07 + 0.08 * n), slim, tall * 0.011, shade(trunk, 0.45), d=d)
    crown = [(x + dx * wide, middle + dy * high) for dx, dy in (*_CROWN, *_CROWN_LEFT)]
    sheet.shape(crown, leaf, d=d)
    dark = ((0.66, -0.3), (1.0, 0.1), (0.86, 0.62), (0.3, 0.84), (-0.3, 0.74), (0.26, 0.5), (0.52, 0.16))
    sheet.shape([(x + dx * wide, middle + dy * high) for dx, dy in dark], shade(leaf, 0.08), d=d)
