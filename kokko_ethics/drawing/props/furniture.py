"""Furniture of the room: what stands on the floor or hangs on the wall, drawn in ink because a story points at it."""

from __future__ import annotations

import math

from kokko_ethics.drawing.ink import lit, tint
from kokko_ethics.drawing.props.tracing import Tracing, oval, path, poly, rect

PAPER = "#fbf7ea"
STEEL = "#5b6673"
PRINT = "#a9b3bd"


def wall_calendar(trace: Tracing, width: float) -> None:
    """A calendar on the wall: a picture above, the days below."""
    trace.solid(rect(-19, -52, 38, 51), PAPER)
    trace.flat(rect(-18, -51, 36, 21), "#a9cfd6")
    trace.flat("M-18 -34Q-6 -44 4 -37Q12 -40 18 -36L18 -30L-18 -30Z", "#7eab84")
    trace.line(path((-19, -30), (19, -30)))
    for row in range(4):
        for column in range(7):
            marked = (row, column) == (2, 3)
            trace.flat(rect(-16 + column * 4.8, -26 + row * 6, 3, 3), "#d9543f" if marked else PRINT)
    trace.line(path((-5, -52.4), (0, -56), (5, -52.4)), 0.8)


def flip_chart(trace: Tracing, width: float) -> None:
    """A flip chart on its three legs."""
    trace.shadow(oval(3, -2, 31, 2.6))
    trace.rod(path((0, -80), (4, -8)), 2, tint(STEEL, 0.7))
    for x in (-1, 1):
        trace.rod(path((x * 24, -170), (x * 33, -2)), 2.4, STEEL)
    trace.solid(rect(-35, -176, 70, 100, 2), PAPER, rect(25, -176, 10, 100))
    trace.solid(rect(-36, -180, 72, 7, 2), STEEL)
    for y, left, right, hue in ((-158, -26, 14, "#d9825b"), (-142, -26, 20, "#5f9a92"), (-126, -26, 4, "#5f7fae")):
        trace.line(path((left, y), (right, y - 1)), 3, hue)
    trace.line("M-24 -98Q-14 -114 -4 -102Q6 -90 16 -108", 3, "#d9825b")
    trace.solid(rect(-33, -76, 66, 4, 1), STEEL)


def plant(trace: Tracing, width: float) -> None:
    """A tall pot plant."""
    trace.shadow(oval(3, -1.6, 15, 2.4))
    for n, (dx, dy) in enumerate(((-29, -58), (28, -62), (-17, -84), (18, -86), (0, -100))):
        trace.solid(
            f"M0 -26Q{dx * 0.42 - 7:.1f} {dy * 0.6 - 10:.1f} {dx} {dy}Q{dx * 0.42 + 9:.1f} {dy * 0.6 - 6:.1f} 0 -26Z",
            "#4f9a7a" if n % 2 else "#3f8468",
        )
    trace.solid(
        poly((-15, -28), (15, -28), (11, -0.5), (-11, -0.5)),
        "#c8744f",
        poly((5, -28), (15, -28), (11, -0.5), (4, -0.5)),
    )
    trace.solid(rect(-17, -33, 34, 6.4, 1.5), "#d8875f")


def backpack(trace: Tracing, width: float) -> None:
    """A backpack that stands on the floor."""
    trace.shadow(oval(2, -1.4, 15.6, 2.2))
    trace.rod("M-4 -42Q0 -48 4 -42", 1.6, "#2c4a63")
    body = "M-14 -1Q-17 -22 -12 -36Q-8 -43 0 -43Q8 -43 12 -36Q17 -22 14 -1Z"
    trace.solid(body, "#3f6c8f", "M6 -42Q16 -36 14 -1L7 -1Q12 -24 6 -42Z")
    trace.solid(rect(-10, -19, 20, 15, 3), "#5585a8")
    trace.line("M-13 -30Q0 -25 13 -30")
    trace.line(path((-6, -15), (6, -15)))


def clock(trace: Tracing, width: float) -> None:
    """A wall clock at twenty to ten."""
    trace.solid(oval(0, -15, 14.4, 14.4), STEEL)
    trace.solid(oval(0, -15, 11.4, 11.4), PAPER)
    for hour in range(12):
        x, y = math.sin(math.pi * hour / 6), -math.cos(math.pi * hour / 6)
        trace.line(path((x * 9.2, y * 9.2 - 15), (x * 10, y * 10 - 15)), 0.7, STEEL)
    trace.line(path((0, -15), (-5.4, -18)), 1.3)
    trace.line(path((0, -15), (-7.2, -10.8)), 1)


def lamp(trace: Tracing, width: float) -> None:
    """A floor lamp."""
    trace.solid(oval(0, -3, 14, 2.6), STEEL)
    trace.rod(path((0, -5), (0, -128)), 1.6, STEEL)
    trace.solid(
        poly((-11, -158), (11, -158), (19, -126), (-19, -126)),
        "#eec872",
        poly((6, -158), (11, -158), (19, -126), (9, -126)),
    )


def coat_rack(trace: Tracing, width: float) -> None:
    """A coat rack with one coat and a scarf."""
    trace.shadow(oval(2, -2.2, 20, 2.8))
    for x in (-15, 15):
        trace.rod(path((0, -9), (x, -1.6)), 2.2, "#a8714c")
    trace.rod(path((0, -3), (0, -174)), 2.6, "#a8714c")
    for x in (-1, 1):
        trace.rod(f"M0 -152Q{x * 10} -154 {x * 14} -163", 1.8, "#a8714c")
    for sleeve in (
        "M-17 -154Q-24 -150 -25 -138L-25 -108L-19 -107L-17 -136Z",
        "M-8 -154Q-2 -150 -1.6 -138L-1 -108L-6 -107L-8 -136Z",
    ):
        trace.solid(sleeve, "#4f6f93")
    trace.solid(
        "M-15 -159Q-12 -156 -9 -159Q-4 -156 -4 -148L-4 -92L-22 -92L-21 -148Q-20 -156 -15 -159Z",
        "#4f6f93",
        rect(-9, -152, 5, 60),
    )
    trace.line("M-12.6 -157L-12.6 -93")
    trace.line(path((-19, -116), (-15.6, -116)))
    trace.solid("M12 -160Q18 -160 18 -154L17 -112L9 -112L10 -154Z", "#d9825b")
    for y in (-120, -126):
        trace.line(path((9.4, y), (17, y)), 1.4, lit("#d9825b", 0.5))


def box(trace: Tracing, width: float) -> None:
    """A cardboard box."""
    trace.shadow(poly((-19, -4), (19, -4), (20.6, 0), (-18, 0)))
    trace.solid(poly((-17, -29), (17, -29), (20, -23), (-20, -23)), lit("#c79a66", 0.2))
    trace.solid(rect(-20, -23, 40, 22.4), "#c79a66", rect(11, -23, 9, 22.4))
    trace.line(path((0, -29), (0, -23), (0, -17)), 2.4, "#e7cf9f")
    trace.line(path((-14, -6), (-4, -6)))
