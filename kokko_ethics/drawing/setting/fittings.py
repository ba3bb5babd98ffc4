"""Fittings: what hangs on walls and stands along them, in scenery's thin tinted lines."""

from __future__ import annotations

from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import WALL, Sheet


def wall_and_floor(sheet: Sheet, skirting: float = 9.0) -> None:
    """A plain room: wall with dots along the top edge, skirting, floor in two tones."""
    colour, camera = sheet.palette, sheet.camera
    edge = 4.0
    ground(sheet, colour.wall)
    sheet.halftone(colour.dots)
    foot = sheet.at(0, 0)[1]
    if foot < camera.height:
        left, right, low = -edge, camera.width + edge, camera.height + edge
        sheet.area([(left, foot), (right, foot), (right, low), (left, low)], colour.floor)
        middle = sheet.at(0, 0, 110)[1]
        sheet.area([(left, foot), (right, foot), (right, middle), (left, middle)], colour.floor_far)
    if skirting:
        stripe(sheet, -skirting, skirting, colour.trim)
        stripe(sheet, -skirting, 0.0, colour.line)


def ground(sheet: Sheet, fill: str) -> None:
    """One colour over the whole panel."""
    w, h = sheet.camera.width + 2, sheet.camera.height + 2
    sheet.area([(-2, -2), (w, -2), (w, h), (-2, h)], fill)


def stripe(sheet: Sheet, top: float, h: float, fill: str, d: float = WALL) -> None:
    """A band right across the wall; a height of 0 draws a thin line."""
    left, right = sheet.sight(d)
    if h:
        sheet.rect(left - 4, top, right - left + 8, h, fill, d=d)
    else:
        sheet.stroke([(left - 4, top), (right + 4, top)], fill, d=d)


def floorboards(sheet: Sheet, gap: float = 62.0) -> None:
    """Lines that run away from us to the vanishing point."""
    fill = shade(sheet.palette.floor, 0.09)
    for x in sheet.every(gap, 0.0, 0.0, 0.0):
        a, b = sheet.at(x, 0, WALL), sheet.at(x, 0, -120)
        w = sheet.fine * 0.5
        sheet.area([(a[0] - w * 0.6, a[1]), (a[0] + w * 0.6, a[1]), (b[0] + w, b[1]), (b[0] - w, b[1])], fill)


def radiator(sheet: Sheet, x: float, w: float) -> None:
    """A radiator under a window."""
    colour = sheet.palette
    sheet.rect(x, -66, w, 50, colour.trim, colour.line)
    for n in range(1, round(w / 14)):
        sheet.stroke([(x + 14 * n, -62), (x + 14 * n, -20)], mix(colour.trim, colour.line, 0.5))


def whiteboard(sheet: Sheet, x: float, top: float) -> None:
    """A whiteboard with a few pale marks and its pen tray."""
    colour, w, h = sheet.palette, 190.0, 110.0
    white = mix(pale(colour.trim, 0.3), colour.second, 0.13)
    sheet.rect(x + 4, top + 5, w, h, shade(colour.wall, 0.1))
    sheet.rect(x, top, w, h, white, colour.line)
    for n, (share, hue) in enumerate(((0.42, colour.accent), (0.3, colour.second))):
        y = top + 20 + 17 * n
        sheet.stroke([(x + 14, y), (x + 14 + w * share, y - 1)], mix(white, hue, 0.5), 3)
    for n, hue in enumerate((colour.second, colour.accent)):
        sheet.ellipse(x + w * 0.66 + 30 * n, top + h * 0.62 - 8 * n, 13, 13, mix(white, hue, 0.32))
    sheet.rect(x + w * 0.3, top + h, w * 0.4, 5, colour.trim, colour.line)


def notice_board(sheet: Sheet, x: float, top: float, w: float, h: float) -> None:
    """A cork board with papers."""
    colour = sheet.palette
    cork = mix(colour.wood, colour.wall, 0.35)
    sheet.rect(x, top, w, h, cork, shade(cork, 0.2))
    papers = ((0.06, 0.12, 30, 40, colour.trim), (0.36, 0.1, 26, 32, colour.accent), (0.4, 0.55, 24, 28, colour.trim))
    for sx, sy, pw, ph, hue in (*papers, (0.68, 0.16, 34, 46, colour.second)):
        sheet.rect(x + w * sx, top + h * sy, pw, min(ph, h * (0.94 - sy)), pale(hue, 0.35))


def picture(sheet: Sheet, x: float, top: float, w: float, h: float, abstract: bool = False) -> None:
    """A framed print: a lake with its far shore, or three coloured fields."""
    colour = sheet.palette
    sheet.rect(x + 3, top + 4, w, h, shade(colour.wall, 0.09))
    sheet.rect(x, top, w, h, colour.trim, colour.line)
    left, up, wide, tall = x + 8, top + 8, w - 16, h - 16
    if abstract:
        sheet.rect(left, up, wide * 0.5, tall, mix(colour.second, colour.wall, 0.45))
        sheet.rect(left + wide * 0.5, up, wide * 0.5, tall * 0.6, mix(colour.accent, colour.wall, 0.45))
        sheet.rect(left + wide * 0.5, up + tall * 0.6, wide * 0.5, tall * 0.4, mix(colour.trim, colour.wood, 0.3))
        return
    water = up + tall * 0.62
    shore = [(0.0, 0.62), (0.0, 0.4), (0.4, 0.5), (1.0, 0.34), (1.0, 0.62)]
    sheet.rect(left, up, wide, tall, mix(colour.second, colour.trim, 0.72))
    sheet.area([sheet.at(left + wide * px, up + tall * py) for px, py in shore], mix(colour.second, colour.wall, 0.3))
    sheet.rect(left, water, wide, tall * 0.38, mix(colour.second, colour.trim, 0.5))


def hanging_lamp(sheet: Sheet, x: float, y: float, d: float = 90.0) -> None:
    """A dome lamp on a cord; burns in the evening."""
    colour = sheet.palette
    bulb = "#fff6d2" if colour.lit else colour.trim
    sheet.stroke([(x, y - 500), (x, y - 22)], mix(colour.line, "#4b4a50", 0.45), 1.2, d)
    sheet.ellipse(x, y, 12, 8, bulb, shade(bulb, 0.2), d)
    dome = [(x - 30, y), (x - 28.6, y - 8), (x - 24, y - 15), (x - 16, y - 20.5), (x - 6, y - 23.5)]
    outline = [*dome, *((2 * x - px, py) for px, py in reversed(dome))]
    sheet.area([sheet.at(px, py, d) for px, py in outline], colour.accent, shade(colour.accent, 0.3))
    side = [(x + 30, y), (x + 28.6, y - 8), (x + 24, y - 15), (x + 16, y - 20.5), (x + 14, y - 10), (x + 15, y)]
    sheet.area([sheet.at(px, py, d) for px, py in side], shade(colour.accent, 0.14))


def plant(sheet: Sheet, x: float, size: float = 1.0) -> None:
    """A pot plant with long leaves."""
    colour, d = sheet.palette, WALL - 20
    leaf = mix("#5e9a7e", colour.wall, 0.22)
    for n, (dx, dy) in enumerate(((-44, -66), (-22, -92), (2, -104), (25, -90), (46, -62))):
        tip, bend = (x + dx * size, (dy - 26) * size), 9 * size
        mid = (x + dx * size * 0.42, (dy * 0.55 - 26) * size)
        points = [(x, -24 * size), (mid[0] - bend, mid[1]), tip, (mid[0] + bend, mid[1] + 3)]
        sheet.shape(points, leaf if n % 2 else shade(leaf, 0.12), d=d)
    pot = mix(colour.accent, colour.wall, 0.2)
    outline = [sheet.at(x + dx * size, y * size, d) for dx, y in ((-19, -32), (19, -32), (14, 0), (-14, 0))]
    sheet.area(outline, pot, shade(pot, 0.25))


def shelf(sheet: Sheet, x: float, top: float, w: float, floors: int) -> None:
    """A bookcase with rows of books and binders in muted colours."""
    colour, h, d = sheet.palette, 38.0, WALL - 30
    hues = [mix(hue, colour.wall, 0.4) for hue in (colour.second, colour.accent, colour.trim, colour.line, colour.wood)]
    sheet.block(x, top, w, floors * h + 4, colour.wood, shade(colour.wood, 0.2), d)
    for row in range(floors):
        y = top + 4 + row * h
        sheet.rect(x + 4, y, w - 8, h - 4, shade(colour.wood, 0.22), d=d)
        at = x + 6.0
        for n in range(40):
            thick = (9.0, 13.0, 8.0, 11.0, 16.0)[(n * 3 + row) % 5]
            if at + thick > x + w - 6 - (row * 17 % 29):
                break
            tall = h - 8 - (n * 5 + row * 3) % 4 * 2.6
            sheet.rect(at, y + h - 4 - tall, thick - 1, tall, hues[(n + row * 2) % 5], d=d)
            at += thick


def shadow(sheet: Sheet, x0: float, x1: float, near: float, far: float) -> None:
    """The one hard shadow of a thing that stands on the floor."""
    sheet.floor(x0, x1, near, far, shade(sheet.palette.floor, 0.13))
