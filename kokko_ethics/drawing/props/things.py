"""Things within reach on a table: cups, papers, telephones. A little larger than life, so that small panels read."""

from __future__ import annotations

from kokko_ethics.drawing.ink import lit
from kokko_ethics.drawing.props.tracing import Tracing, oval, path, poly, rect

PAPER = "#fbf7ea"
GREY = "#9aa4ad"
PRINT = "#a9b3bd"


def cup(trace: Tracing, width: float) -> None:
    """A mug of coffee."""
    trace.shadow(oval(1.6, -0.7, 5.6, 1))
    trace.rod("M4.4 -9C9.4 -10.4 9.4 -3 3.8 -3.4", 0.8, "#f3efe4")
    trace.solid(
        "M-5.4 -11L5.4 -11L4.8 -1.6Q4.6 -0.4 3 -0.4L-3 -0.4Q-4.6 -0.4 -4.8 -1.6Z",
        "#f7f3e8",
        "M2 -11L5.4 -11L4.8 -1.6Q4.6 -0.4 3 -0.4L1 -0.4Z",
    )
    trace.solid(oval(0, -11, 5.4, 1.6), "#6b4431")


def thermos(trace: Tracing, width: float) -> None:
    """A thermos jug, as on every meeting table."""
    trace.shadow(oval(2, -0.9, 8.4, 1.3))
    trace.rod("M6 -24C13 -25 13 -10 6.4 -9", 1.4, "#39424c")
    trace.solid(
        "M-6.5 -26L6.5 -26Q8 -14 7.4 -1L-7.4 -1Q-8 -14 -6.5 -26Z",
        "#c5523f",
        "M3 -26L6.5 -26Q8 -14 7.4 -1L3.4 -1Q4.6 -14 3 -26Z",
    )
    trace.solid("M-6.5 -26L-9.6 -29.5L-5 -30.6L6 -30.6L6.5 -26Z", "#39424c")
    trace.solid(rect(-2.2, -33.2, 4.4, 2.6, 0.8), "#39424c")
    trace.line("M-4.6 -22L-5 -9", 0.9, lit("#c5523f", 0.45))


def paper(trace: Tracing, width: float) -> None:
    """One sheet on the table, in perspective."""
    _sheet(trace, 0.0, 0.0)


def papers(trace: Tracing, width: float) -> None:
    """A small pile of papers, not quite straight."""
    trace.solid(poly((-10, -5), (13.6, -6), (14.6, -0.6), (-12.6, 0)), "#e3e2d9")
    _sheet(trace, -0.6, -1.4)


def _sheet(trace: Tracing, x: float, y: float) -> None:
    trace.solid(poly((x - 11, y - 5.2), (x + 10.5, y - 5.2), (x + 13, y), (x - 13.4, y)), PAPER)
    for n, (left, right) in enumerate(((-8.6, 3), (-9, 7.6), (-9.6, 5))):
        trace.line(path((x + left, y - 4 + 1.3 * n), (x + right, y - 4 + 1.3 * n)), 0.4, PRINT)


def name_tag(trace: Tracing, width: float) -> None:
    """A folded name card that stands on the table."""
    trace.solid(poly((-7.5, -8), (7, -8), (9, -0.4), (-9.4, -0.4)), PAPER)
    trace.flat(poly((-7.1, -7.5), (6.7, -7.5), (7.2, -5.6), (-7.6, -5.6)), "#d9825b")
    trace.line(path((-5.6, -3.2), (5, -3.2)), 0.8, PRINT)


def laptop(trace: Tracing, width: float) -> None:
    """An open laptop, its back to us."""
    trace.shadow(oval(1, -0.4, 17.6, 1))
    trace.solid(poly((-17, -2.6), (17, -2.6), (18.4, -0.4), (-18.4, -0.4)), "#b7bdc1")
    trace.solid(
        "M-15 -24.6Q-15 -26 -13.6 -26L13.6 -26Q15 -26 15.1 -24.6L16.6 -2.8L-16.6 -2.8Z",
        GREY,
        "M8.6 -26L13.6 -26Q15 -26 15.1 -24.6L16.6 -2.8L10.4 -2.8Z",
    )
    trace.flat(oval(0, -15, 2, 2), "#cfd2d0")


def phone(trace: Tracing, width: float) -> None:
    """A telephone that lies on the table."""
    upper = "M-5.6 -3.8L4.6 -3.8Q5.6 -3.8 6 -3L7 -1Q7.2 -0.2 6.2 -0.2"
    trace.solid(f"{upper}L-6.2 -0.2Q-7.4 -0.2 -7.2 -1L-6.6 -3Q-6.4 -3.8 -5.6 -3.8Z", "#39424c")
    trace.flat(poly((-5.2, -3.1), (4.6, -3.1), (5.6, -1), (-5.8, -1)), "#9cc7d4")


def calendar(trace: Tracing, width: float) -> None:
    """A desk calendar."""
    trace.solid(poly((9, -16), (12, -0.4), (9.6, -0.4), (7, -10)), GREY)
    trace.solid(poly((-9, -16), (9, -16), (10.6, -0.4), (-10.6, -0.4)), PAPER)
    trace.solid(poly((-9, -16), (9, -16), (9.4, -12.4), (-9.4, -12.4)), "#c5523f")
    for row in range(3):
        for column in range(5):
            trace.flat(
                rect(-7.6 + column * 3.2, -10.4 + row * 3.2, 1.8, 1.6), "#d9825b" if (row, column) == (1, 3) else PRINT
            )
    for x in (-5, 0, 5):
        trace.line(path((x, -17), (x, -14.8)), 0.9)


def sticky_notes(trace: Tracing, width: float) -> None:
    """A pad of notes and two loose ones."""
    trace.solid(poly((-13, -3.4), (-5, -4), (-4, -0.4), (-13.4, 0)), "#8fc1b5")
    trace.solid(poly((5.6, -4.4), (12, -3.6), (13, -0.2), (4.6, -0.6)), "#ef9f76")
    trace.solid(poly((-5.4, -3.4), (5.8, -3.4), (6.4, -0.2), (-6, -0.2)), "#d3a93c")
    trace.solid(poly((-5, -7), (5, -7), (5.8, -3.2), (-5.6, -3.2)), "#f4d25c")


def pen(trace: Tracing, width: float) -> None:
    """A pen that lies on the table."""
    trace.rod(path((-6.4, -1.4), (4.4, -1.9)), 1.2, "#3d6da6")
    trace.line(path((4.8, -1.9), (7, -2)), 0.8)


def water_jug(trace: Tracing, width: float) -> None:
    """A glass jug of water."""
    trace.shadow(oval(2, -0.9, 8.6, 1.3))
    trace.rod("M6.6 -22C14 -23 13 -8 6.6 -7", 1.0, "#dcecf0")
    trace.solid("M-7 -26L-9.4 -27.4L7 -27.4L6.4 -18Q9 -8 7 -0.6L-7 -0.6Q-9 -8 -6.4 -18Z", "#e6f2f3")
    trace.flat("M-6.6 -17L6.6 -17Q8.4 -8 6.6 -1.2L-6.6 -1.2Q-8.4 -8 -6.6 -17Z", "#a9d3de")
    trace.flat("M3 -17L6.6 -17Q8.4 -8 6.6 -1.2L3.4 -1.2Q5 -8 3 -17Z", "#8fc0cf")
    trace.line("M-4.4 -22Q-5.6 -12 -5 -5", 0.9, "#ffffff")


def book(trace: Tracing, width: float) -> None:
    """A thick book that lies."""
    trace.solid(poly((-9, -6), (9, -6), (11, -3.4), (-11, -3.4)), lit("#3d7a78", 0.12))
    trace.solid("M-11 -3.4L11 -3.4L11 -0.4L-11 -0.4Q-12.4 -1.9 -11 -3.4Z", "#2f6664")
    trace.flat(rect(-10, -2.7, 20.4, 1.6), PAPER)


def bun(trace: Tracing, width: float) -> None:
    """A cinnamon bun on a plate."""
    trace.solid("M-10 -2.4L10 -2.4Q7 -0.2 4 -0.2L-4 -0.2Q-7 -0.2 -10 -2.4Z", "#f3efe4")
    trace.solid(
        "M-7 -2.6Q-8 -9 -2 -9.4Q0 -11 3 -9.2Q8 -8.6 7 -2.6Z", "#c98443", "M3.4 -9Q8 -8.6 7 -2.6L3 -2.6Q5.6 -6 3.4 -9Z"
    )
    trace.line("M-4.6 -5.4Q-2.6 -8 0.4 -6.8Q2.4 -5.4 0 -4.2Q-2 -4 -1.6 -5.4", 0.8, "#7d4a25")


def cookies(trace: Tracing, width: float) -> None:
    """A plate of biscuits."""
    trace.solid("M-14 -3L14 -3Q10 -0.2 6 -0.2L-6 -0.2Q-10 -0.2 -14 -3Z", "#f3efe4")
    for x, y in ((-7.4, -4.4), (0.4, -4.4), (7.6, -4.4), (-3.4, -7), (4, -7)):
        trace.solid(oval(x, y, 4.2, 1.9), "#d2a063")
        trace.flat(oval(x + 0.6, y - 0.3, 0.7, 0.5), "#7d4a25")


def bun_halves(trace: Tracing, width: float) -> None:
    """A cinnamon bun cut in two, to share."""
    trace.solid("M-16 -2.4L16 -2.4Q11 -0.2 7 -0.2L-7 -0.2Q-11 -0.2 -16 -2.4Z", "#f3efe4")
    for side in (-1, 1):
        crust = f"M{side * 2} -2.6L{side * 2} -10Q{side * 9} -11.4 {side * 11} -7.6Q{side * 13} -5 {side * 12} -2.6Z"
        trace.solid(crust, "#c98443")
        trace.solid(f"M{side * 2} -2.6L{side * 2} -10Q{side * 5.6} -9 {side * 5.2} -2.6Z", "#f2d9a4")
        trace.line(f"M{side * 7} -7.6Q{side * 9.4} -8.6 {side * 10} -5.6", 0.8, "#7d4a25")


def cracked_mug(trace: Tracing, width: float) -> None:
    """A mug with a crack from the rim to the foot, a piece of its rim beside it, and spilt coffee."""
    trace.solid("M-12 -0.2Q-13.6 -1.8 -8 -2L9 -2Q14 -1.6 12 -0.2Z", "#6b4431")
    trace.rod("M5 -9.6C10.4 -11 10.4 -3.6 4.4 -4", 0.9, "#f3efe4")
    trace.solid(
        "M-6 -12L-2.4 -12L-0.8 -9.8L1.4 -12L6 -12L5.4 -1.8Q5.2 -0.6 3.4 -0.6L-3.4 -0.6Q-5.2 -0.6 -5.4 -1.8Z",
        "#f7f3e8",
        "M3 -12L6 -12L5.4 -1.8Q5.2 -0.6 3.4 -0.6L1.4 -0.6Z",
    )
    trace.line(path((-5.2, -9), (-2.2, -9)) + path((0.6, -9), (5.2, -9)), 1.1, "#d2694a")
    trace.line("M-0.8 -9.8L-2.4 -7.6L-0.2 -5.6L-1.8 -3.4L-0.6 -0.6", 0.7)
    trace.solid(poly((-11.6, -0.4), (-9.8, -3.4), (-7.4, -0.6)), "#f7f3e8")


def mended_mug(trace: Tracing, width: float) -> None:
    """A mug that was mended with tape for all to see, and now holds pens."""
    trace.shadow(oval(1.6, -0.7, 6.4, 1))
    pens = ((-2.6, (-6.4, -24), "#3d6da6"), (0.4, (0.8, -26), "#c5523f"), (2.8, (6.2, -22.6), "#2f7a5c"))
    for foot, top, hue in pens:
        trace.rod(path((foot, -10), top), 1.3, hue)
    trace.rod("M5.4 -11C11 -12.6 11 -4 4.8 -4.4", 0.9, "#f3efe4")
    trace.solid(
        "M-6.4 -14L6.4 -14L5.8 -1.8Q5.6 -0.4 3.8 -0.4L-3.8 -0.4Q-5.6 -0.4 -5.8 -1.8Z",
        "#f7f3e8",
        "M3 -14L6.4 -14L5.8 -1.8Q5.6 -0.4 3.8 -0.4L1.4 -0.4Z",
    )
    trace.line(path((-5.4, -12.6), (5.4, -12.6)), 0.9, "#d2694a")
    trace.line("M-1 -14L-2.6 -11L0 -8.4L-1.8 -5L-0.6 -0.6", 0.6)
    for y in (-8.6, -3.8):
        trace.solid(poly((-6, y - 1.2), (4.6, y - 2.4), (4.8, y + 0.8), (-5.8, y + 2)), "#f2cf4a")


def cards(trace: Tracing, width: float) -> None:
    """Three cards that stand side by side, folded: red, yellow and green, each with its mark."""
    marks = {-13: path((-16, -9), (-10, -9)), 0: path((0, -12), (0, -8)), 13: poly((11, -12), (16, -9), (11, -6))}
    for x, fill in ((-13, "#c8392f"), (0, "#f6c945"), (13, "#3f9a5f")):
        trace.solid(poly((x - 5.4, -16), (x + 5.4, -16), (x + 6, -0.4), (x - 6, -0.4)), fill)
        trace.flat(oval(x, -9, 4.2, 4.6), PAPER)
        trace.line(marks[x], 1.5)
    trace.line(path((0, -6), (0, -5.6)), 1.5)
