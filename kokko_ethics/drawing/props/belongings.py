"""Belongings: what people bring along, and what lies about at home."""

from __future__ import annotations

from kokko_ethics.drawing.ink import lit, tint
from kokko_ethics.drawing.props.tracing import Tracing, oval, path, poly, rect

_PAPER, _LEATHER, _BRASS = "#fbf7ea", "#9a6a3c", "#d9a63a"


def glasses(trace: Tracing, width: float) -> None:
    """Spectacles that lie folded."""
    trace.line("M-8.6 -4L-11 -1.4M8.6 -4L11.4 -1.4", 0.9)
    for x in (-5, 5):
        trace.flat(oval(x, -3.6, 4, 3), "#dfeef2")
        trace.line(oval(x, -3.6, 4, 3), 1.0)
    trace.line("M-1.2 -4.4Q0 -5.6 1.2 -4.4", 0.9)


def keys(trace: Tracing, width: float) -> None:
    """A bunch of keys."""
    trace.line(oval(-4.6, -3.4, 3.6, 2.6), 1.2, "#5b6673")
    for dx, dy, hue in ((9, -4.2, _BRASS), (8, -0.8, "#aeb8bf")):
        trace.rod(path((-1.4, -3), (dx, dy)), 1.3, hue)
        trace.line(path((dx - 2, dy + 0.2), (dx - 1.6, dy + 1.6)), 0.8)
    trace.solid(oval(-8.6, -2, 2.4, 1.8), "#c5523f")


def wallet(trace: Tracing, width: float) -> None:
    """A purse with a note that looks out."""
    trace.solid(poly((-7, -9), (8, -8), (8, -4), (-7, -4)), "#a9c9a0")
    trace.solid("M-10 -6.4L10 -6.4L10.8 -1.4Q10.8 -0.4 9.8 -0.4L-9.8 -0.4Q-10.8 -0.4 -10.8 -1.4Z", _LEATHER)
    trace.flat(oval(7.6, -3.6, 1.2, 1.0), _BRASS)


def gift(trace: Tracing, width: float) -> None:
    """A parcel with a ribbon."""
    trace.shadow(oval(2, -0.8, 12, 1.4))
    trace.solid(rect(-11, -16, 22, 15.6), "#5f9a92", rect(5, -16, 6, 15.6))
    trace.solid(rect(-2, -16, 4, 15.6), "#e0b04f")
    trace.solid(rect(-12, -19, 24, 4), "#6ba89f")
    trace.solid("M0 -19Q-9 -20 -7 -24Q-3 -26 0 -19ZM0 -19Q9 -20 7 -24Q3 -26 0 -19Z", "#e0b04f")


def teddy(trace: Tracing, width: float) -> None:
    """A teddy bear that sits."""
    fur, pale = "#b98455", "#e2c19a"
    trace.shadow(oval(1, -0.8, 12, 1.4))
    for x in (-6.4, 6.4):
        trace.solid(oval(x, -27, 3, 3), fur)
    for x in (-8, 8):
        trace.solid(oval(x, -3.4, 5, 3.2), fur)
        trace.solid(oval(x * 1.15, -13, 2.8, 4.6), fur)
    trace.solid(oval(0, -9.6, 8, 8.6), fur)
    trace.flat(oval(0, -8.6, 4.6, 5), pale)
    trace.solid(oval(0, -22, 8.4, 7.4), fur)
    trace.flat(oval(0, -19.8, 3.8, 2.8), pale)
    trace.flat(oval(-3.2, -23.4, 1, 1.2) + oval(3.2, -23.4, 1, 1.2) + oval(0, -20.8, 1.4, 1), "#1d1a22")


def ball(trace: Tracing, width: float) -> None:
    """A ball."""
    trace.shadow(oval(2, -0.8, 10, 1.4))
    trace.solid(oval(0, -11, 10.5, 10.5), "#e8e2d2", "M3 -21Q11 -18 10.4 -10Q9 -2 2 -0.8Q10 -10 3 -21Z")
    trace.solid(poly((-3.4, -14), (1.6, -16), (5, -12), (2.4, -7.6), (-2.8, -8.6)), "#c5523f")
    trace.line("M-3.4 -14L-9 -16M1.6 -16L2 -21M5 -12L10 -12M2.4 -7.6L4 -2M-2.8 -8.6L-7 -4", 0.7)


def handbag(trace: Tracing, width: float) -> None:
    """A handbag."""
    trace.shadow(oval(2, -0.9, 15, 1.6))
    trace.line("M-8 -20C-8 -34 8 -34 8 -20", 2.2)
    trace.line("M-8 -20C-8 -34 8 -34 8 -20", 0.9, "#a8446a")
    trace.solid(
        "M-13 -21L13 -21L16 -2Q16 -0.5 14 -0.5L-14 -0.5Q-16 -0.5 -16 -2Z", "#a8446a", "M6 -21L13 -21L16 -2L9 -0.5Z"
    )
    trace.solid("M-13 -21L13 -21L10 -13Q0 -10 -10 -13Z", "#b9557b")
    trace.flat(oval(0, -12.4, 1.7, 1.5), _BRASS)


def umbrella(trace: Tracing, width: float) -> None:
    """A folded umbrella that leans."""
    trace.line("M9 -82Q12 -88 13.4 -82L13.4 -79", 2.6)
    trace.rod(path((9, -82), (-8, -2)), 1.6, "#5b6673")
    trace.solid(
        "M8 -74Q13 -66 8 -50Q2 -22 -7 -8Q-6 -30 0 -52Q2 -70 8 -74Z",
        "#3f8468",
        "M8 -74Q13 -66 8 -50Q2 -22 -7 -8Q4 -40 8 -74Z",
    )


def suitcase(trace: Tracing, width: float) -> None:
    """A suitcase on wheels."""
    trace.shadow(oval(2, -1, 20, 2))
    trace.line("M-8 -58L-8 -82L8 -82L8 -58", 3.0)
    trace.line("M-8 -58L-8 -82L8 -82L8 -58", 1.2, "#aeb8bf")
    trace.solid(rect(-20, -60, 40, 56, 5), "#d08a4a", rect(10, -58, 10, 52, 3))
    trace.line("M-10 -58L-10 -6M0 -58L0 -6M10 -58L10 -6", 0.9, tint("#d08a4a", 0.7))
    trace.solid(oval(-13, -2.6, 3, 2.4), "#39424c")
    trace.solid(oval(13, -2.6, 3, 2.4), "#39424c")


def bin(trace: Tracing, width: float) -> None:
    """A waste-paper bin."""
    trace.shadow(oval(2, -1, 15, 1.8))
    trace.solid(
        poly((-15, -36), (15, -36), (11.5, -0.6), (-11.5, -0.6)),
        "#7d8c98",
        poly((7, -36), (15, -36), (11.5, -0.6), (6, -0.6)),
    )
    trace.solid(oval(0, -36, 15, 2.6), "#4b5661")
    trace.solid("M-7 -36L-9 -42L-2 -44L2 -40L6 -43L8 -36Z", _PAPER)


def stool(trace: Tracing, width: float) -> None:
    """A round stool."""
    for x0, x1 in ((-9, -14), (9, 14)):
        trace.rod(path((x0, -40), (x1, -1.5)), 2.2, "#a8714c")
    trace.rod(path((-12, -18), (12, -18)), 1.4, "#a8714c")
    trace.solid("M-16 -45Q-16 -48 0 -48Q16 -48 16 -45L16 -42Q16 -39 0 -39Q-16 -39 -16 -42Z", "#c08a5b")
    trace.solid(oval(0, -45, 16, 3), lit("#c08a5b", 0.3))


def poster(trace: Tracing, width: float) -> None:
    """A poster: two people and a speech balloon."""
    trace.solid(rect(-24, -70, 48, 69), "#dcebe6")
    trace.solid("M-14 -52Q-14 -60 -2 -60Q11 -60 11 -52Q11 -46 2 -45L-4 -40L-4 -45Q-14 -46 -14 -52Z", "#ffffff")
    trace.flat(oval(-10, -28, 5, 5.6) + "M-20 -8Q-18 -22 -10 -22Q-2 -22 0 -8Z", "#c5523f")
    trace.flat(oval(10, -28, 5, 5.6) + "M0 -8Q2 -22 10 -22Q18 -22 20 -8Z", "#3d7a78")
    trace.line(path((-9, -52), (6, -52)), 1.4, "#a9b3bd")


def door_sign(trace: Tracing, width: float) -> None:
    """A plate beside a door."""
    trace.solid(rect(-15, -18, 30, 17, 1.5), "#35618e")
    trace.flat(rect(-11, -14, 12, 2.4) + rect(-11, -9, 20, 1.8) + rect(-11, -5.6, 16, 1.8), "#ffffff")


def bicycle(trace: Tracing, width: float) -> None:
    """A bicycle on its stand."""
    trace.shadow(oval(2, -1, 78, 3))
    for x in (-52, 52):
        trace.line(oval(x, -33, 31, 31), 4.0)
        trace.line(oval(x, -33, 31, 31), 1.0, "#8b98a3")
        trace.line(
            f"M{x - 22} -55L{x + 22} -11M{x + 22} -55L{x - 22} -11M{x} -64L{x} -2M{x - 31} -33L{x + 31} -33",
            0.5,
            "#8b98a3",
        )
    frame = "M-52 -33L-26 -76L34 -74L0 -30L-26 -76M0 -30L-52 -33M40 -96L34 -74L52 -33"
    trace.line(frame, 5.0)
    trace.line(frame, 2.8, "#c5523f")
    trace.line("M40 -96L24 -100M40 -96L50 -92", 3.2)
    trace.solid("M-40 -86Q-28 -90 -16 -84Q-24 -79 -40 -82Z", "#39424c")
    trace.solid(oval(0, -30, 6, 6), "#8b98a3")
