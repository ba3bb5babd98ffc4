"""Rooms: where people meet and work."""

from __future__ import annotations

from kokko_ethics.drawing.setting.fittings import (
    floorboards,
    hanging_lamp,
    notice_board,
    picture,
    plant,
    radiator,
    shadow,
    shelf,
    stripe,
    wall_and_floor,
    whiteboard,
)
from kokko_ethics.drawing.setting.openings import door, light_patch, sunbeam, window
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import WALL, Sheet


def meeting_room(sheet: Sheet) -> None:
    """A warm room: windows over radiators, a whiteboard, a plant, wooden floor."""
    period = 760.0
    wall_and_floor(sheet)
    for x in sheet.every(period, -90, 270):
        sunbeam(sheet, x, 100)
    floorboards(sheet)
    for x in sheet.every(period, -290, 300):
        light_patch(sheet, x, 210, 3)
    for x in sheet.every(period, -300, 230):
        window(sheet, x, -228, 230, 132, 3)
        radiator(sheet, x + 30, 170)
    for x in sheet.every(period, 30, 200):
        whiteboard(sheet, x, -218)
    for x in sheet.every(period, 262, 60):
        plant(sheet, x + 30, 1.1)
    for x in sheet.every(period, 330, 110):
        door(sheet, x, mix(sheet.palette.wood, sheet.palette.trim, 0.25))


def office(sheet: Sheet) -> None:
    """An open office: windows with blinds, shelves with binders, desks with screens."""
    period = 720.0
    wall_and_floor(sheet)
    for x in sheet.every(period, 90, 270):
        sunbeam(sheet, x, 100)
    for x in sheet.every(period, -150, 220):
        window(sheet, x, -226, 210, 126, 2)
        _blind(sheet, x + 7, -219, 196)
    for x in sheet.every(period, 108, 130):
        shadow(sheet, x, x + 134, 150, WALL)
        shelf(sheet, x, -196, 124, 5)
    for x in sheet.every(period, 300, 150):
        notice_board(sheet, x, -212, 140, 92)
    for x in sheet.every(period, -290, 130):
        picture(sheet, x + 16, -214, 92, 70)
    for x in sheet.every(period, 250, 190, 120):
        _desk(sheet, x)


def _blind(sheet: Sheet, x: float, top: float, w: float) -> None:
    """A roller blind, a third of the way down."""
    colour = sheet.palette
    fill = mix(colour.trim, colour.second, 0.16)
    sheet.rect(x, top, w, 36, fill)
    sheet.rect(x, top + 36, w, 4, mix(fill, colour.line, 0.5))


def _desk(sheet: Sheet, x: float, d: float = 130.0) -> None:
    """A desk with a screen, drawers and some paper."""
    colour = sheet.palette
    dark, top = mix(colour.line, "#3f4a52", 0.45), mix(colour.wood, colour.trim, 0.2)
    shadow(sheet, x + 6, x + 176, d - 40, d + 30)
    for leg in (x + 6, x + 156):
        sheet.rect(leg, -72, 6, 72, dark, d=d)
    sheet.block(x + 112, -68, 38, 52, colour.trim, colour.line, d, d + 50)
    sheet.stroke([(x + 112, -42), (x + 150, -42)], colour.line, d=d)
    sheet.rect(x + 66, -90, 8, 16, dark, d=d + 30)
    sheet.floor(x, x + 168, d, d + 60, pale(top, 0.25), -74)
    sheet.rect(x, -74, 168, 5, top, shade(top, 0.25), d)
    sheet.rect(x + 36, -128, 72, 42, dark, shade(dark, 0.3), d + 20)
    sheet.rect(x + 39, -125, 66, 36, mix(colour.second, colour.trim, 0.4), d=d + 20)
    sheet.rect(x + 66, -86, 10, 11, dark, d=d + 20)
    sheet.rect(x + 122, -82, 34, 8, colour.trim, colour.line, d + 10)


def cafe(sheet: Sheet) -> None:
    """A library café: boarded wall below, mint above, big street window, menu, books, lamps."""
    colour, period = sheet.palette, 850.0
    wall_and_floor(sheet, 0.0)
    _floor_tiles(sheet)
    board = mix(colour.wall, colour.second, 0.12)
    for x in sheet.every(period, -250, 260):
        window(sheet, x, -236, 250, 150, 2)
    stripe(sheet, -84, 84, mix(board, colour.line, 0.35))
    for x in sheet.every(34.0, 0.0, 0.0):
        sheet.stroke([(x, -80), (x, -2)], mix(board, colour.line, 0.62))
    stripe(sheet, -88, 7, colour.trim)
    stripe(sheet, -81, 0, colour.line)
    stripe(sheet, -8, 8, shade(mix(board, colour.line, 0.35), 0.12))
    for x in sheet.every(period, 50, 110):
        _menu(sheet, x)
    for x in sheet.every(period, 200, 190):
        _cup_shelf(sheet, x)
    for x in sheet.every(period, 210, 230, 150):
        _counter(sheet, x)
    for x in sheet.every(period, 430, 100):
        shelf(sheet, x, -176, 94, 4)
    for start in (-190.0, 20.0, 300.0):
        for x in sheet.every(period, start - 30, 60, 90):
            hanging_lamp(sheet, x + 30, -236)


def _floor_tiles(sheet: Sheet) -> None:
    """Checked tiles, only hinted at."""
    tone = mix(sheet.palette.floor, sheet.palette.floor_far, 0.45)
    for row, (near, far) in enumerate(((-90.0, -20.0), (-20.0, 50.0), (50.0, 110.0))):
        for x in sheet.every(140.0, 70.0 * (row % 2), 70.0, far):
            sheet.floor(x, x + 70, near, far, tone)


def _menu(sheet: Sheet, x: float) -> None:
    colour = sheet.palette
    slate = mix("#46565a", colour.wall, 0.25)
    sheet.rect(x, -214, 104, 104, slate, colour.wood)
    sheet.stroke([(x + 26, -198), (x + 78, -198)], mix(slate, colour.accent, 0.7), 4)
    for n, share in enumerate((0.5, 0.62, 0.42, 0.56)):
        y = -180 + 15 * n
        sheet.stroke([(x + 14, y), (x + 14 + 92 * share, y)], mix(slate, colour.trim, 0.5), 2.2)


def _cup_shelf(sheet: Sheet, x: float) -> None:
    colour = sheet.palette
    for row, y in enumerate((-196.0, -156.0)):
        sheet.rect(x, y, 180, 5, colour.wood, shade(colour.wood, 0.2))
        for n in range(6):
            hue = (colour.trim, colour.second, colour.accent)[(n * 2 + row) % 3]
            wide, tall = ((14.0, 14.0), (16.0, 22.0))[(n + row) % 2]
            sheet.rect(x + 12 + n * 28, y - tall, wide, tall, mix(hue, colour.wall, 0.35))


def _counter(sheet: Sheet, x: float, d: float = 150.0) -> None:
    """The counter with its glass case of buns."""
    colour = sheet.palette
    front = mix(colour.wood, colour.wall, 0.12)
    shadow(sheet, x, x + 240, d - 30, d)
    sheet.block(x, -96, 230, 96, front, shade(front, 0.22), d)
    for n in range(1, 5):
        sheet.stroke([(x + 46 * n, -90), (x + 46 * n, -8)], shade(front, 0.14), d=d)
    sheet.block(x - 5, -101, 240, 7, colour.trim, colour.line, d)
    sheet.block(x + 30, -136, 120, 35, mix(colour.wall, colour.trim, 0.6), colour.line, d, d + 30)
    for n in range(5):
        sheet.ellipse(x + 46 + n * 22, -106, 8, 6, mix(colour.accent, colour.wood, 0.35), d=d)
    sheet.stroke([(x + 33, -118), (x + 147, -118)], colour.line, d=d)


def corridor(sheet: Sheet) -> None:
    """A corridor: doors with plates, a handrail, a notice board, and another corridor that leads away to a window."""
    colour, period = sheet.palette, 780.0
    wall_and_floor(sheet)
    stripe(sheet, -106, 97, mix(colour.wall, colour.second, 0.2))
    stripe(sheet, -106, 0, mix(colour.line, colour.wall, 0.3))
    rail = mix(colour.wood, colour.wall, 0.1)
    stripe(sheet, -96, 7, rail)
    stripe(sheet, -88, 0, shade(rail, 0.25))
    sheen = pale(colour.floor, 0.16)
    for x in sheet.every(period, 110, 330):
        sheet.floor(x + 20, x + 110, -150, WALL, sheen)
    stripe_on_floor = mix(colour.second, colour.floor, 0.25)
    left, right = sheet.sight(-60.0)
    sheet.floor(left - 9, right + 9, 62, 72, stripe_on_floor)
    for x in sheet.every(period, -100, 24):
        _sanitiser(sheet, x)
    for x in sheet.every(period, -60, 190):
        if x + 20 < sheet.middle < x + 160:
            _passage(sheet, x)
    for start in (-250, 350):
        for x in sheet.every(period, start, 130):
            door(sheet, x, mix(colour.wood, colour.wall, 0.15), number_plate=True, glass=True)
    for x in sheet.every(period, 160, 130):
        notice_board(sheet, x, -206, 126, 84)


def _sanitiser(sheet: Sheet, x: float) -> None:
    """Disinfectant for hands, as in every wellbeing centre."""
    colour = sheet.palette
    sheet.rect(x, -148, 18, 34, colour.trim, colour.line)
    sheet.rect(x + 3, -140, 12, 12, mix(colour.second, colour.trim, 0.35))
    sheet.rect(x + 6, -114, 6, 5, colour.line)


def _passage(sheet: Sheet, x: float, w: float = 180.0, far: float = 900.0) -> None:
    """An opening in the wall and the corridor behind it; the vanishing point has to lie within."""
    colour, top = sheet.palette, -262.0
    pale_wall, dark = pale(colour.wall, 0.22), shade(colour.wall, 0.09)
    sheet.rect(x, top, w, -top, pale(colour.wall, 0.45))
    sheet.floor(x, x + w, WALL, far, pale(colour.floor, 0.3))
    sheet.floor(x, x + w, WALL, far, pale(colour.wall, 0.6), top)
    sheet.side(x, top, 0, WALL, far, dark)
    sheet.side(x + w, top, 0, WALL, far, pale_wall)
    for near in (250.0, 400.0, 600.0):
        sheet.floor(x + w * 0.34, x + w * 0.66, near, near + 90, pale(colour.trim, 0.8), top)
    for near in (330.0, 560.0):
        sheet.side(x, -208, 0, near, near + 110, mix(colour.wood, colour.wall, 0.3))
        sheet.side(x + w, -208, 0, near, near + 110, mix(colour.wood, colour.wall, 0.45))
    sheet.rect(x, top, w, -top, pale(colour.wall, 0.5), d=far)
    window(sheet, x + w * 0.16, -222, w * 0.68, 132, 2, far)
    sheet.rect(x - 7, top - 7, 7, -top + 7, colour.trim)
    sheet.rect(x + w, top - 7, 7, -top + 7, colour.trim)
    sheet.rect(x - 7, top - 7, w + 14, 7, colour.trim)
