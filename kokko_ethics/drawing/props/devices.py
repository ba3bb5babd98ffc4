"""Devices: screens, telephones and what belongs to meetings."""

from __future__ import annotations

from kokko_ethics.drawing.ink import tint
from kokko_ethics.drawing.props.tracing import Tracing, oval, path, poly, rect

_DARK, _STEEL, _LIGHT = "#39424c", "#8b98a3", "#cfe3e8"
_GUESTS = (("#e0b04f", "#8a5a3c"), ("#5f9a92", "#f0c8a4"), ("#b8657a", "#c98d62"), ("#5f7fae", "#f6d9bd"))
"""The people of a meeting on a screen: clothes and skin."""


def _meeting(trace: Tracing, x: float, y: float, w: float, h: float) -> None:
    """Four tiles with a person each."""
    for n, (clothes, skin) in enumerate(_GUESTS):
        left, top = x + (n % 2) * w / 2, y + (n // 2) * h / 2
        tile_w, tile_h = w / 2 - w * 0.03, h / 2 - h * 0.04
        cx, foot = left + tile_w / 2, top + tile_h
        trace.flat(rect(left, top, tile_w, tile_h), _LIGHT if n in (0, 3) else "#e6e0d2")
        shoulders = f"M{cx - tile_w * 0.32:.1f} {foot:.1f}Q{cx:.1f} {foot - tile_h * 0.72:.1f}"
        trace.flat(f"{shoulders} {cx + tile_w * 0.32:.1f} {foot:.1f}Z", clothes)
        trace.flat(oval(cx, foot - tile_h * 0.55, tile_w * 0.15, tile_h * 0.24), skin)


def laptop_meeting(trace: Tracing, width: float) -> None:
    """A laptop that shows us a meeting."""
    trace.shadow(oval(1, -0.4, 19, 1))
    trace.solid("M-16 -27.4L16 -27.4Q17.4 -27.4 17.4 -26L17.4 -4L-17.4 -4L-17.4 -26Q-17.4 -27.4 -16 -27.4Z", _DARK)
    _meeting(trace, -15.6, -25.8, 32, 20.6)
    trace.solid(poly((-17.4, -4), (17.4, -4), (20, -0.4), (-20, -0.4)), "#b7bdc1")
    trace.line(path((-12, -2.4), (12, -2.4)), 0.8, _STEEL)


def tablet(trace: Tracing, width: float) -> None:
    """A tablet on its stand."""
    trace.solid(poly((2, -14), (8, -0.4), (4, -0.4)), _STEEL)
    trace.solid(
        "M-11 -19L9 -19Q10 -19 10.2 -18L11.6 -1.4Q11.6 -0.4 10.6 -0.4L-10.6 -0.4Q-11.6 -0.4 -11.6 -1.4L-12 -18Z", _DARK
    )
    trace.flat(poly((-10.4, -17.4), (8.6, -17.4), (9.8, -2), (-10.2, -2)), _LIGHT)
    trace.line(path((-7.6, -13), (3, -13)), 1.2, "#5f9a92")
    trace.line(path((-7.6, -9), (6, -9)), 0.8, _STEEL)
    trace.line(path((-7.6, -6), (4, -6)), 0.8, _STEEL)


def wall_screen(trace: Tracing, width: float) -> None:
    """A large screen on the wall, with a meeting on it."""
    trace.solid(rect(-58, -70, 116, 69, 3), _DARK)
    _meeting(trace, -54, -66, 108, 61)


def microphone(trace: Tracing, width: float) -> None:
    """A microphone on a table stand."""
    trace.shadow(oval(1, -0.8, 7, 1.1))
    trace.rod(path((0, -2), (0, -17)), 1.0, _STEEL)
    trace.solid(oval(0, -1.6, 6, 1.6), _DARK)
    trace.solid(rect(-3.2, -27, 6.4, 10.5, 3), _DARK, rect(0.8, -26.4, 2.2, 9.4, 1))
    trace.line(path((-3, -23.4), (3, -23.4)), 0.7, _STEEL)
    trace.line(path((-3, -20.6), (3, -20.6)), 0.7, _STEEL)


def headphones(trace: Tracing, width: float) -> None:
    """Headphones that lie on the table."""
    trace.rod("M-9 -5C-10 -17 10 -17 9 -5", 1.4, _DARK)
    trace.solid(oval(-9, -4.6, 3.4, 4.2), "#c5523f")
    trace.solid(oval(9, -4.6, 3.4, 4.2), "#c5523f")


def pressure_meter(trace: Tracing, width: float) -> None:
    """A blood-pressure meter with its cuff."""
    trace.shadow(oval(1, -0.6, 17, 1.2))
    trace.rod("M-6 -4C-2 0.4 4 -8 9 -5", 0.7, _DARK)
    trace.solid("M-17 -3Q-17 -9 -11 -9L-6 -9Q-1 -9 -1 -3Q-1 -0.4 -4 -0.4L-14 -0.4Q-17 -0.4 -17 -3Z", "#3d6da6")
    trace.solid(oval(-9, -5.6, 5, 2.2), tint("#3d6da6"))
    trace.solid(poly((3, -11), (15, -11), (17, -0.4), (3, -0.4)), "#f3efe4")
    trace.flat(poly((5, -9.4), (13.6, -9.4), (14.2, -5), (5, -5)), "#b9cdb0")
    trace.line(path((6.4, -7.2), (12, -7.2)), 1.2, _DARK)
    trace.flat(oval(9.6, -2.6, 1.6, 1.1), "#c5523f")


def camera(trace: Tracing, width: float) -> None:
    """A video camera on its tripod, the lamp of recording lit; it looks ahead."""
    trace.shadow(oval(2, -2, 27, 2.6))
    for foot in (4, -27, 27):
        trace.rod(path((0, -116), (foot, -2)), 2.2, "#5b6673")
    trace.rod(path((0, -122), (0, -78)), 3.2, _STEEL)
    trace.rod(path((-5, -124), (-30, -112)), 1.4, "#5b6673")
    trace.solid(poly((14, -144), (31, -149), (31, -127), (14, -132)), "#55606b")
    trace.solid(rect(-20, -150, 36, 25, 3), _DARK, rect(-20, -133, 36, 8, 3))
    trace.solid(rect(-15, -159, 24, 5, 2), _STEEL)
    for x in (-11, 5):
        trace.line(path((x, -154), (x, -150)), 2.0)
    trace.flat(oval(-11, -142, 3.4, 3.4), "#e5402f")
    trace.line(path((-3, -139), (9, -139)), 1.4, _STEEL)
