"""Tables and chairs: furniture that people use, seen from the front and a little from above."""

from __future__ import annotations

from kokko_ethics.drawing.ink import lit, tint
from kokko_ethics.drawing.props.tracing import ROUND, Tracing, oval, path, poly, rect

WOOD = "#c68d58"
STEEL = "#5b6673"
BACK, FRONT = -78.0, -67.0
"""The heights on the picture of a table's far and near edge; things stand between them at -72."""


def table(trace: Tracing, width: float) -> None:
    """A meeting table: the top as a thin trapezoid, an apron, four legs."""
    a = width / 2
    trace.shadow(poly((-a + 14, -9), (a - 14, -9), (a - 2, -1), (-a + 2, -1)))
    for x in (-a + 18, a - 18):
        trace.solid(poly((x - 3, -62), (x + 3, -62), (x + 2.4, -6), (x - 2.4, -6)), tint(STEEL, 0.7))
    for x in (-a + 7, a - 7):
        trace.solid(poly((x - 3.6, -62), (x + 3.6, -62), (x + 2.8, 0), (x - 2.8, 0)), STEEL)
    trace.solid(rect(-a + 8, -64, width - 16, 8), tint(WOOD, 0.7))
    _top(trace, width, WOOD)


def desk(trace: Tracing, width: float) -> None:
    """A desk: a pale top, a modesty panel, a drawer unit."""
    a = width / 2
    wood = "#d9b98c"
    trace.shadow(poly((-a + 14, -9), (a - 10, -9), (a - 2, -1), (-a + 2, -1)))
    for x in (-a + 7, a - 7):
        trace.solid(poly((x - 3, -62), (x + 3, -62), (x + 3, 0), (x - 3, 0)), STEEL)
    trace.solid(rect(-a + 10, -64, width - 20, 34), tint(wood, 0.8))
    if width > 100:
        trace.solid(rect(a - 48, -64, 36, 56, 1), "#e8e6dd", rect(a - 22, -64, 10, 56))
        trace.line(path((a - 48, -45), (a - 12, -45)))
        trace.line(path((a - 48, -27), (a - 12, -27)))
        for y in (-54, -36, -18):
            trace.line(path((a - 33, y), (a - 27, y)), 1.8)
    _top(trace, width, wood)


def _top(trace: Tracing, width: float, wood: str) -> None:
    """Table top and its front edge, with two strokes of grain."""
    a = width / 2
    trace.solid(poly((-a + 7, BACK), (a - 7, BACK), (a, FRONT), (-a, FRONT)), lit(wood, 0.16))
    trace.line(path((-a * 0.72, -74.5), (-a * 0.2, -74.5)), 0.6, tint(wood, 0.9))
    trace.line(path((a * 0.1, -70.2), (a * 0.66, -70.2)), 0.6, tint(wood, 0.9))
    trace.solid(rect(-a, FRONT, width, 4.6, 1.2), wood, rect(-a + 1, FRONT + 3, width - 2, 1.6))


def cafe_table(trace: Tracing, width: float) -> None:
    """A round table on one leg."""
    a = width / 2
    trace.solid(oval(0, -4, min(24, a * 0.6), 4), STEEL)
    trace.solid(
        poly((-3.2, -68), (3.2, -68), (3.2, -5), (-3.2, -5)), STEEL, poly((0.8, -68), (3.2, -68), (3.2, -5), (0.8, -5))
    )
    k = a * ROUND
    rim = f"M{-a:.1f} -72C{-a:.1f} -67.5 {-k:.1f} -61.4 0 -61.4C{k:.1f} -61.4 {a:.1f} -67.5 {a:.1f} -72Z"
    trace.solid(rim, tint("#b5764b", 0.9))
    trace.solid(oval(0, -72, a, 6), "#cb8f62")
    trace.line(
        f"M{-a * 0.55:.1f} -74C{-a * 0.2:.1f} -76 {a * 0.2:.1f} -76 {a * 0.5:.1f} -74.2", 0.7, lit("#cb8f62", 0.4)
    )


def chair(trace: Tracing, width: float) -> None:
    """An empty chair, turned a little."""
    trace.shadow(poly((-17, -6), (17, -6), (22, -0.6), (-16, -0.6)))
    for x, foot in ((-15, -5), (14, -5)):
        trace.rod(path((x, -45), (x * 1.1, foot)), 2.4, tint(STEEL, 0.7))
    trace.solid(
        poly((-18, -88), (-21, -50), (15, -50), (14, -88)), "#d9a24e", poly((6, -88), (8, -50), (15, -50), (14, -88))
    )
    trace.solid(poly((-21, -50), (16, -50), (22, -42), (-20, -42)), lit("#d9a24e", 0.2))
    trace.solid(rect(-20, -42, 42, 4.4, 1.5), tint("#d9a24e", 0.85))
    for x in (-18, 20):
        trace.rod(path((x, -38), (x * 1.06, -1.6)), 2.4, STEEL)
