"""Openings: windows with what lies outside, doors and doorways."""

from __future__ import annotations

from kokko_ethics.drawing.setting.nature import spruce, treeline
from kokko_ethics.drawing.setting.palette import mix, pale, shade
from kokko_ethics.drawing.setting.sheet import WALL, Sheet

_EYE = -150.0
"""The horizon outside, as high as our eyes."""


def window(sheet: Sheet, x: float, top: float, w: float, h: float, panes: int = 2, d: float = WALL) -> None:
    """A window with deep white reveals, forest outside, and a sill."""
    colour = sheet.palette
    sheet.rect(x, top, w, h, colour.trim, colour.line, d)
    edge = 7.0
    landscape(sheet, x + edge, top + edge, w - 2 * edge, h - 2 * edge, d)
    reveal = mix(colour.trim, colour.line, 0.34)
    sheet.rect(x + edge, top + edge, w - 2 * edge, 4, reveal, d=d)
    sheet.rect(x + edge, top + edge, 4, h - 2 * edge, reveal, d=d)
    for n in range(1, panes):
        sheet.rect(x + w * n / panes - 3, top + edge, 6, h - 2 * edge, colour.trim, d=d)
    sheet.rect(x - 6, top + h, w + 12, 7, colour.trim, colour.line, d)
    sheet.rect(x - 4, top + h + 7, w + 8, 4, shade(colour.wall, 0.12), d=d)


def landscape(sheet: Sheet, x: float, top: float, w: float, h: float, d: float = WALL) -> None:
    """What a Finnish window shows: sky, a line of forest at the height of our eyes, a field, three spruces."""
    colour, bottom = sheet.palette, top + h
    low = min(max(_EYE + 16, top + 8), bottom - 4)
    haze = max(low - 44, top)
    sheet.rect(x, top, w, h, colour.sky, d=d)
    sheet.rect(x, haze, w, bottom - haze, colour.sky_low, d=d)
    treeline(sheet, x, x + w, low, min(26.0, low - top), 11, d)
    sheet.rect(x, low - 0.5, w, bottom - low + 0.5, colour.near, d=d)
    for share, size in ((0.17, 58.0), (0.29, 40.0), (0.84, 50.0)):
        foot = min(bottom, low + size * 0.4)
        spruce(sheet, x + w * share, foot, min(size, foot - top - 6), d)


def light_patch(sheet: Sheet, x: float, w: float, panes: int) -> None:
    """The light of a window on the floor, by day; lit rooms have none."""
    if sheet.palette.lit:
        return
    fill = mix(sheet.palette.floor_far, "#fff6dc", 0.3)
    for n in range(panes):
        left, right = x + w * n / panes + 4, x + w * (n + 1) / panes - 4
        corners = ((left, 150.0), (right, 150.0), (right + 70, 20.0), (left + 70, 20.0))
        sheet.area([sheet.at(px, 0, d) for px, d in corners], fill)


def sunbeam(sheet: Sheet, x: float, w: float) -> None:
    """A slanting light on the wall, by day: a tone and no more."""
    if not sheet.palette.lit:
        fill = pale(sheet.palette.wall, 0.28)
        sheet.area([sheet.at(px, py) for px, py in ((x + 170, -520), (x + 170 + w, -520), (x + w, -9), (x, -9))], fill)


def door(sheet: Sheet, x: float, colour: str, number_plate: bool = False, glass: bool = False) -> None:
    """A closed door, 90 by 208 centimetres, with its frame, a handle, perhaps a narrow pane or a plate beside it."""
    tones = sheet.palette
    sheet.rect(x - 6, -214, 102, 214, tones.trim, tones.line)
    sheet.rect(x, -208, 90, 208, colour, tones.line)
    sheet.rect(x, -208, 5, 208, shade(colour, 0.12))
    sheet.rect(x + 5, -24, 85, 24, shade(colour, 0.07))
    if glass:
        sheet.rect(x + 62, -184, 14, 96, mix(tones.wall, tones.trim, 0.6), shade(colour, 0.25))
    sheet.rect(x + 10, -104, 5, 10, tones.trim)
    sheet.rect(x + 10, -102, 16, 4, mix(tones.line, "#4d5560", 0.4))
    if number_plate:
        sheet.rect(x + 104, -162, 22, 15, tones.trim, tones.line)
        sheet.rect(x + 108, -157, 9, 5, tones.line)
