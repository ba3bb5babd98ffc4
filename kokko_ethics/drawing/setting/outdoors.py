"""Outdoors: a park, a bus stop and a street of a Finnish town."""

from __future__ import annotations

from kokko_ethics.drawing.setting.fittings import ground
from kokko_ethics.drawing.setting.nature import birch, spruce, treeline
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import Sheet

_FAR = 2200.0
_SQUARE = 1900.0
"""Depth of the houses beyond the square."""
_BIRCHES = ((-780.0, 860.0, 560.0), (240.0, 760.0, 540.0), (-330.0, 420.0, 430.0), (410.0, 300.0, 400.0))
"""Where the birches of the park stand, how far away, how tall."""
_PATH = (
    *((-200, 8), (-100, 0), (0, 2), (80, 14), (160, 36), (240, 66), (330, 104), (420, 138), (520, 164)),
    *((620, 178), (720, 174), (840, 150), (980, 100), (1150, 16), (1350, -90)),
)
"""Depth and middle of the path through the park."""


def park(sheet: Sheet) -> None:
    """A park: birches, a bench, a sandy path, forest along the horizon."""
    _sky(sheet)
    _forest(sheet)
    lawn = sheet.palette.floor
    _field(sheet, _FAR, lawn, pale(lawn, 0.18))
    edge = [sheet.at(x - 130, 0, d) for d, x in _PATH] + [sheet.at(x + 130, 0, d) for d, x in reversed(_PATH)]
    sheet.area(edge, sheet.palette.trim)
    for start, d, tall in _BIRCHES:
        for x in sheet.every(1500.0, start - 130, 260, d):
            birch(sheet, x + 130, d, tall)
    for x in sheet.every(900.0, -330, 160, 170):
        _bench(sheet, x, 170)


def bus_stop(sheet: Sheet) -> None:
    """A bus stop: shelter, sign, a road, trees beyond."""
    _sky(sheet)
    _forest(sheet)
    colour = sheet.palette
    _field(sheet, _FAR, colour.near, pale(colour.near, 0.2))
    for start, d, tall in ((-420.0, 900.0, 480.0), (60.0, 1100.0, 560.0), (500.0, 820.0, 440.0)):
        for x in sheet.every(1300.0, start - 130, 260, d):
            birch(sheet, x + 130, d, tall)
    _road(sheet)
    for x in sheet.every(980.0, 40, 290, 110):
        _shelter(sheet, x)
    for x in sheet.every(980.0, -130, 60, 90):
        _stop_sign(sheet, x + 30)
    _sleet(sheet)


def street(sheet: Sheet) -> None:
    """A street: pale houses across the road, a lamp post, a tree."""
    _sky(sheet)
    _forest(sheet)
    colour = sheet.palette
    _field(sheet, _FAR, colour.floor_far, colour.floor_far)
    hues = (colour.second, colour.accent, colour.trim, mix(colour.sky, colour.second, 0.4))
    for n, (start, wide, floors) in enumerate(
        ((-1500.0, 1060.0, 3), (-400.0, 900.0, 2), (540.0, 1150.0, 3), (1740.0, 760.0, 2))
    ):
        for x in sheet.every(4100.0, start, wide, _SQUARE):
            _house(sheet, x, wide, floors, mix(hues[n], colour.wall, 0.5), _SQUARE)
    _road(sheet)
    for x in sheet.every(900.0, -330, 260, 190):
        birch(sheet, x + 130, 190, 380)
    for x in sheet.every(900.0, 190, 60, 150):
        _lamp_post(sheet, x + 30)


def _sky(sheet: Sheet) -> None:
    colour, camera = sheet.palette, sheet.camera
    ground(sheet, colour.sky)
    sheet.halftone(shade(colour.sky, 0.1))
    low = camera.horizon - 60 * camera.scale
    pair = [(-3.0, low), (camera.width + 3, low), (camera.width + 3, camera.height + 3), (-3.0, camera.height + 3)]
    sheet.area(pair, mix(colour.sky, colour.sky_low, 0.6))


def _forest(sheet: Sheet) -> None:
    """The forest along the horizon, a few spruces standing out of it."""
    colour = sheet.palette
    left, right = sheet.sight(_FAR)
    treeline(sheet, left - 20, right + 20, 0.0, 470.0, 64.0, _FAR)
    for x in sheet.every(1550.0, 130.0, 400, _FAR):
        for beside, tall in ((0.0, 700.0), (240.0, 560.0)):
            spruce(sheet, x + beside, 0, tall, _FAR, mix(colour.far, colour.tree, 0.35))


def _field(sheet: Sheet, far: float, near_fill: str, far_fill: str) -> None:
    """The ground from ``far`` to our feet, paler in the distance."""
    camera = sheet.camera
    for d, fill in ((far, far_fill), (500.0, near_fill)):
        y = sheet.at(0, 0, d)[1]
        if y < camera.height:
            w, h = camera.width + 3, camera.height + 3
            sheet.area([(-3, y), (w, y), (w, h), (-3, h)], fill)


def _road(sheet: Sheet) -> None:
    """A road with its dashes, kerb and the pavement on which people stand."""
    colour = sheet.palette
    left, right = sheet.sight(700)
    asphalt = mix(colour.line, colour.floor, 0.35)
    sheet.floor(left - 9, right + 9, 230, 700, asphalt)
    for x in sheet.every(300.0, 0.0, 150.0, 440):
        sheet.floor(x, x + 150, 425, 455, pale(asphalt, 0.5))
    sheet.floor(left - 9, right + 9, -400, 230, colour.floor)
    sheet.floor(left - 9, right + 9, 206, 230, pale(colour.floor, 0.35))
    seam = shade(colour.floor, 0.07)
    for x in sheet.every(130.0, 0.0, 0.0, 0.0):
        a, b, w = sheet.at(x, 0, 206), sheet.at(x, 0, -150), sheet.fine * 0.5
        sheet.area([(a[0] - w, a[1]), (a[0] + w, a[1]), (b[0] + w, b[1]), (b[0] - w, b[1])], seam)


def _bench(sheet: Sheet, x: float, d: float) -> None:
    colour = sheet.palette
    sheet.floor(x, x + 160, d - 40, d, shade(colour.floor, 0.12))
    dark = mix(colour.line, "#3f4a52", 0.5)
    for leg in (x + 18, x + 128):
        sheet.rect(leg, -80, 6, 80, dark, d=d)
    for y in (-86.0, -68.0, -46.0):
        sheet.rect(x, y, 152, 11, colour.wood, shade(colour.wood, 0.25), d - (20 if y == -46 else 0))


def _shelter(sheet: Sheet, x: float, d: float = 110.0) -> None:
    colour = sheet.palette
    steel = mix(colour.line, "#3f5560", 0.5)
    sheet.floor(x, x + 290, d - 60, d + 30, shade(colour.floor, 0.1))
    glass = mix(colour.sky_low, colour.trim, 0.4)
    for n in range(2):
        sheet.rect(x + 8 + n * 134, -218, 132, 190, glass, steel, d)
        left = x + 8 + n * 134
        slant = [(left + 60, -216), (left + 96, -216), (left + 40, -30), (left + 4, -30)]
        sheet.area([sheet.at(px, py, d) for px, py in slant], mix(glass, colour.trim, 0.5))
    for post in (x + 2, x + 138, x + 274):
        sheet.rect(post, -226, 8, 226, steel, d=d)
    sheet.rect(x + 24, -50, 234, 9, colour.wood, shade(colour.wood, 0.25), d - 20)
    for leg in (x + 46, x + 226):
        sheet.rect(leg, -41, 6, 41, steel, d=d - 20)
    sheet.rect(x - 14, -240, 312, 16, steel, shade(steel, 0.3), d - 30)


def _stop_sign(sheet: Sheet, x: float, d: float = 90.0) -> None:
    """The yellow sign with a bus."""
    colour = sheet.palette
    dark = mix(colour.line, "#39434b", 0.7)
    sheet.rect(x - 3, -250, 6, 250, mix(colour.line, "#3f5560", 0.4), d=d)
    sheet.rect(x - 23, -268, 46, 46, colour.accent, shade(colour.accent, 0.35), d)
    sheet.rect(x - 14, -258, 28, 22, dark, d=d)
    sheet.rect(x - 11, -255, 22, 9, colour.accent, d=d)
    for wheel in (-8, 8):
        sheet.rect(x + wheel - 3, -236, 6, 5, dark, d=d)


def _lamp_post(sheet: Sheet, x: float, d: float = 150.0) -> None:
    colour = sheet.palette
    steel = mix(colour.line, "#3f4a52", 0.4)
    sheet.rect(x - 4, -380, 8, 380, steel, d=d)
    sheet.rect(x - 7, -34, 14, 34, steel, d=d)
    sheet.rect(x - 60, -384, 64, 7, steel, d=d)
    sheet.rect(x - 72, -382, 34, 8, "#fff0bd" if colour.lit else colour.trim, steel, d)


def _house(sheet: Sheet, x: float, w: float, floors: int, fill: str, d: float) -> None:
    """A town house with rows of windows, a stone foot and a low roof."""
    colour = sheet.palette
    tall = floors * 300.0 + 60
    sheet.rect(x, -tall, w, tall, fill, shade(fill, 0.15), d)
    roof = [(x - 20, -tall), (x + 60, -tall - 110), (x + w - 60, -tall - 110), (x + w + 20, -tall)]
    sheet.area([sheet.at(px, py, d) for px, py in roof], shade(fill, 0.2))
    sheet.rect(x, -60, w, 60, shade(fill, 0.1), d=d)
    glass, frame = mix(colour.sky_low, fill, 0.2), mix(fill, colour.trim, 0.7)
    count = int(w // 150)
    for row in range(floors):
        for n in range(count):
            left, top = x + w * (n + 0.5) / count - 38, -tall + 70 + row * 300
            awake = colour.lit and (n * 5 + row * 3) % 7 < 3
            sheet.rect(left, top, 76, 150, "#f3d893" if awake else glass, frame, d)
            if sheet.unit(d) > 0.25:
                sheet.stroke([(left + 38, top), (left + 38, top + 150)], frame, 6, d)
                sheet.stroke([(left, top + 50), (left + 76, top + 50)], frame, 6, d)


def _sleet(sheet: Sheet) -> None:
    """Sleet that falls aslant, and slush along the kerb."""
    colour, camera = sheet.palette, sheet.camera
    wet = mix(colour.floor, colour.sky, 0.55)
    for x, w in ((-190.0, 90.0), (60.0, 60.0), (240.0, 120.0)):
        for left in sheet.every(520.0, x, w, 20.0):
            sheet.floor(left, left + w, 8, 26, wet)
    flake = mix("#ffffff", colour.sky, 0.15)
    step, d = 44.0, []
    for row in range(int(camera.height / step) + 1):
        for column in range(int(camera.width / step) + 1):
            x = column * step + (row * 13) % 44 + (column * 7) % 11
            y = row * step + (column * 17) % 37
            d.append(f"M{x:g} {y:g}l-1.6 5")
    sheet.fleck("".join(d), flake)
