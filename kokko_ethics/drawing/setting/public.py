"""Public rooms: a clinic and a lecture hall."""

from __future__ import annotations

from kokko_ethics.drawing.setting.fittings import notice_board, plant, shadow, stripe, wall_and_floor
from kokko_ethics.drawing.setting.openings import door, window
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import WALL, Sheet


def clinic(sheet: Sheet) -> None:
    """A reception room of a health station: couch, basin, cabinet, an eye chart."""
    colour, period = sheet.palette, 720.0
    wall_and_floor(sheet)
    stripe(sheet, -98, 89, mix(colour.wall, colour.second, 0.16))
    stripe(sheet, -98, 0, mix(colour.wall, colour.line, 0.6))
    for x in sheet.every(period, -310, 170):
        window(sheet, x, -224, 170, 118, 2)
    for x in sheet.every(period, -108, 84):
        _eye_chart(sheet, x)
    for x in sheet.every(period, 70, 160):
        _cabinet(sheet, x)
    for x in sheet.every(period, 262, 110):
        door(sheet, x, mix(colour.wood, colour.wall, 0.2))
    for x in sheet.every(period, -260, 220, 150):
        _couch(sheet, x)


def _eye_chart(sheet: Sheet, x: float) -> None:
    """An eye chart: rows of ever smaller signs."""
    colour = sheet.palette
    white = pale(colour.trim, 0.4)
    sheet.rect(x, -218, 74, 112, white, colour.line)
    sign = mix(white, shade(colour.second, 0.3), 0.7)
    for n, (count, size) in enumerate(((1, 17.0), (2, 13.0), (3, 9.5), (4, 6.5), (5, 4.5))):
        y, gap = -208 + (0, 26, 48, 66, 82)[n], size * 1.7
        for k in range(count):
            sheet.rect(x + 37 + (k - (count - 1) / 2) * gap - size / 2, y, size, size, sign)


def _cabinet(sheet: Sheet, x: float) -> None:
    """A wall cabinet over a basin."""
    colour = sheet.palette
    for n in range(2):
        sheet.rect(x + 76 * n, -222, 76, 66, colour.trim, colour.line)
        sheet.rect(x + 76 * n + (64 if n == 0 else 6), -186, 5, 16, colour.line)
    sheet.block(x + 4, -76, 144, 76, mix(colour.trim, colour.wall, 0.3), colour.line, WALL - 40)
    sheet.block(x, -84, 152, 8, pale(colour.trim, 0.5), colour.line, WALL - 40)
    sheet.stroke([(x + 76, -76), (x + 76, -4)], colour.line, d=WALL - 40)
    sheet.stroke([(x + 48, -86), (x + 48, -108), (x + 62, -108), (x + 62, -102)], shade(colour.line, 0.2), 3, WALL - 20)
    sheet.rect(x + 104, -146, 26, 36, colour.trim, colour.line)


def _couch(sheet: Sheet, x: float, d: float = 130.0) -> None:
    """An examination couch with its paper."""
    colour = sheet.palette
    cloth = mix(colour.second, colour.wall, 0.2)
    shadow(sheet, x + 4, x + 216, d - 60, d)
    for leg in (x + 18, x + 178):
        sheet.rect(leg, -58, 6, 58, colour.line, d=d)
    sheet.rect(x, -72, 200, 15, cloth, shade(cloth, 0.2), d)
    head = [(x - 2, -72), (x + 6, -72), (x + 46, -72), (x + 8, -104), (x - 8, -100)]
    sheet.area([sheet.at(px, py, d) for px, py in head], cloth, shade(cloth, 0.2))
    sheet.rect(x + 48, -73, 150, 5, pale(colour.trim, 0.4), d=d)


def lecture_hall(sheet: Sheet) -> None:
    """A lecture hall: a wide screen between wooden panels, a lectern, the low edge of a stage."""
    colour, period = sheet.palette, 900.0
    wall_and_floor(sheet, 0.0)
    panel = mix(colour.wood, colour.wall, 0.42)
    for x in sheet.every(90.0, 20.0, 84.0):
        sheet.rect(x, -150, 84, 132, panel, shade(panel, 0.12))
    stripe(sheet, -154, 5, colour.trim)
    for x in sheet.every(period, -206, 402):
        _screen(sheet, x + 6)
    for x in sheet.every(period, 300, 140):
        door(sheet, x, mix(colour.wood, colour.wall, 0.1))
    for x in sheet.every(period, 450, 140):
        notice_board(sheet, x, -240, 120, 76)
    stripe(sheet, -18, 18, mix(colour.wood, colour.floor, 0.5), WALL - 50)
    left, right = sheet.sight(WALL)
    sheet.floor(left - 9, right + 9, WALL - 50, WALL, mix(colour.wood, colour.floor_far, 0.35), -18)
    for x in sheet.every(period, -294, 84, 120):
        _lectern(sheet, x + 4)
    for x in sheet.every(period, 240, 60):
        plant(sheet, x + 26, 0.9)


def _screen(sheet: Sheet, x: float) -> None:
    """A projection screen with a slide that nobody has to read."""
    colour = sheet.palette
    sheet.rect(x - 6, -262, 402, 182, shade(colour.wall, 0.16))
    sheet.rect(x, -258, 390, 174, mix(colour.trim, colour.second, 0.1), colour.line)
    sheet.stroke([(x + 34, -226), (x + 190, -226)], mix(colour.trim, colour.second, 0.7), 8)
    for n, length in enumerate((186, 150, 168)):
        y = -196 + 24 * n
        sheet.stroke([(x + 34, y), (x + 34 + length, y)], mix(colour.trim, colour.line, 0.5), 4)
    sheet.ellipse(x + 310, -168, 34, 34, mix(colour.trim, colour.accent, 0.5))


def _lectern(sheet: Sheet, x: float) -> None:
    colour = sheet.palette
    wood = mix(colour.wood, colour.wall, 0.1)
    shadow(sheet, x - 4, x + 80, 90, 120)
    sheet.block(x + 6, -104, 58, 104, wood, shade(wood, 0.2), 120, 160)
    sheet.block(x, -114, 70, 12, colour.wood, shade(wood, 0.25), 120, 160)
