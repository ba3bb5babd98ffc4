"""Homes: a living room and a kitchen."""

from __future__ import annotations

from kokko_ethics.drawing.setting.fittings import (
    floorboards,
    hanging_lamp,
    picture,
    plant,
    shadow,
    shelf,
    wall_and_floor,
)
from kokko_ethics.drawing.setting.openings import window
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import Sheet


def home(sheet: Sheet) -> None:
    """A living room: sofa and pictures, a curtained window, a bookcase, a rug."""
    period = 760.0
    wall_and_floor(sheet)
    floorboards(sheet)
    rug = mix(sheet.palette.second, sheet.palette.trim, 0.45)
    for x in sheet.every(period, -190, 380, 40):
        sheet.floor(x, x + 380, -60, 110, pale(rug, 0.4))
        sheet.floor(x + 18, x + 362, -48, 98, rug)
    for x in sheet.every(period, -330, 220):
        window(sheet, x, -224, 180, 128, 2)
        _curtain(sheet, x - 30, 44)
        _curtain(sheet, x + 166, 44)
    for x in sheet.every(period, -72, 190):
        picture(sheet, x, -208, 64, 80, abstract=True)
        picture(sheet, x + 84, -208, 100, 72)
    for x in sheet.every(period, -90, 250, 140):
        _sofa(sheet, x)
    for x in sheet.every(period, 190, 120):
        shadow(sheet, x, x + 130, 150, 200)
        shelf(sheet, x, -196, 120, 5)
    for x in sheet.every(period, 330, 60):
        plant(sheet, x + 26, 1.1)


def _curtain(sheet: Sheet, x: float, w: float) -> None:
    colour = sheet.palette
    cloth = mix(colour.accent, colour.wall, 0.55)
    sheet.rect(x, -236, w, 222, cloth)
    for n in (1, 2, 3):
        sheet.stroke([(x + w * n / 4, -230), (x + w * n / 4, -20)], shade(cloth, 0.12))


def _sofa(sheet: Sheet, x: float, d: float = 140.0) -> None:
    colour = sheet.palette
    cloth = mix(colour.second, colour.wall, 0.25)
    dark = shade(cloth, 0.16)
    shadow(sheet, x, x + 250, d - 70, d)
    for leg in (x + 16, x + 214):
        sheet.rect(leg, -14, 8, 14, colour.wood, d=d)
    sheet.rect(x + 12, -86, 214, 60, cloth, dark, d)
    sheet.stroke([(x + 119, -82), (x + 119, -50)], dark, d=d)
    sheet.rect(x + 12, -48, 214, 34, pale(cloth, 0.12), dark, d - 40)
    sheet.stroke([(x + 119, -46), (x + 119, -18)], dark, d=d - 40)
    for arm in (x, x + 214):
        sheet.rect(arm, -62, 24, 50, cloth, dark, d - 40)
    pillow = mix(colour.accent, colour.wall, 0.2)
    sheet.shape([(x + 40, -82), (x + 72, -78), (x + 70, -48), (x + 36, -50)], pillow, shade(pillow, 0.2), d - 30)


def kitchen(sheet: Sheet) -> None:
    """A kitchen: cupboards above and below, tiles between, a window over the sink, a fridge."""
    colour, period = sheet.palette, 760.0
    door = mix(colour.second, colour.trim, 0.35)
    wall_and_floor(sheet, 0.0)
    floorboards(sheet, 80.0)
    for x in sheet.every(period, -320, 560):
        sheet.rect(x, -152, 560, 66, pale(colour.wall, 0.5))
        for n in range(1, 3):
            sheet.stroke([(x, -152 + 22 * n), (x + 560, -152 + 22 * n)], mix(colour.wall, colour.line, 0.3))
    for x in sheet.every(period, -120, 220):
        window(sheet, x, -232, 200, 122, 2)
    for start, doors in ((-320.0, 3), (110.0, 2)):
        for x in sheet.every(period, start, doors * 60):
            _cupboards(sheet, x, -238, 84, doors, door)
    for x in sheet.every(period, -320, 560, 150):
        _worktop(sheet, x, door)
    for x in sheet.every(period, 256, 80, 150):
        _fridge(sheet, x)
    for x in sheet.every(period, -50, 60, 60):
        hanging_lamp(sheet, x + 30, -258, 60)


def _cupboards(sheet: Sheet, x: float, top: float, h: float, doors: int, fill: str) -> None:
    line = shade(fill, 0.2)
    sheet.rect(x, top + h, doors * 60, 5, shade(sheet.palette.wall, 0.1))
    for n in range(doors):
        sheet.rect(x + n * 60, top, 60, h, fill, line)
        sheet.rect(x + n * 60 + 48, top + h - 22, 4, 12, line)


def _worktop(sheet: Sheet, x: float, fill: str, d: float = 150.0) -> None:
    """Lower cupboards with a worktop, a sink and an oven."""
    colour, line = sheet.palette, shade(fill, 0.2)
    shadow(sheet, x, x + 540, d - 26, d)
    sheet.block(x, -86, 540, 78, fill, line, d)
    for n in range(9):
        sheet.rect(x + n * 60, -86, 60, 78, fill, line, d)
        sheet.rect(x + n * 60 + 20, -78, 20, 4, line, d=d)
    sheet.rect(x, -10, 540, 10, shade(fill, 0.3), d=d)
    sheet.rect(x + 420, -84, 60, 76, mix(colour.line, "#4d5560", 0.5), line, d)
    sheet.rect(x + 427, -62, 46, 40, mix(colour.line, "#3b424c", 0.75), d=d)
    sheet.floor(x - 2, x + 542, d, d + 50, pale(colour.wood, 0.25), -90)
    sheet.rect(x - 2, -90, 544, 6, colour.wood, shade(colour.wood, 0.25), d)
    sheet.stroke(
        [(x + 260, -92), (x + 260, -116), (x + 276, -116), (x + 276, -108)], shade(colour.line, 0.2), 3, d + 30
    )
    sheet.rect(x + 70, -112, 30, 20, mix(colour.accent, colour.wall, 0.25), shade(colour.accent, 0.15), d + 20)


def _fridge(sheet: Sheet, x: float, d: float = 150.0) -> None:
    colour = sheet.palette
    shadow(sheet, x, x + 88, d - 26, d)
    sheet.block(x, -186, 80, 186, colour.trim, colour.line, d)
    sheet.stroke([(x, -66), (x + 80, -66)], colour.line, d=d)
    for top, tall in ((-150.0, 40.0), (-56.0, 28.0)):
        sheet.rect(x + 7, top, 5, tall, colour.line, d=d)
    sheet.rect(x + 34, -160, 20, 26, pale(colour.accent, 0.4), d=d)
