"""From above: what lies on a table that we look down on. Like all props, about the middle of the lower edge."""

from __future__ import annotations

from kokko_ethics.drawing.props.tracing import Tracing, oval, path, poly


def cup(trace: Tracing, width: float) -> None:
    """A cup on its saucer, with coffee in it."""
    trace.shadow(oval(1.0, -9.2, 8.6, 8.6))
    trace.solid(oval(0, -10, 8.2, 8.2), "#e9e4da")
    trace.rod(path((4.4, -11.4), (7.2, -12.6)), 1.5, "#f7f4ec")
    trace.solid(oval(0, -10, 5.0, 5.0), "#f7f4ec")
    trace.flat(oval(0, -10, 4.0, 4.0), "#7b4a2d")
    trace.line("M-2.4 -11.6C-1.6 -12.8 0 -13.2 1.4 -12.8", 0.5, "#a9744f")


def sheet(trace: Tracing, width: float) -> None:
    """A sheet of paper; the letterer writes on it."""
    a = width / 2 - 1.4
    trace.shadow(poly((-a + 1, -27.6), (a + 1, -28.8), (a + 0.4, -1.6), (-a + 1.4, -0.8)))
    trace.solid(poly((-a, -28), (a, -29.2), (a - 0.6, -2), (-a + 0.6, -1.2)), "#fffdf6")


def pen(trace: Tracing, width: float) -> None:
    """A pen that somebody has put down."""
    trace.rod(path((-6, -1.6), (5, -6)), 1.2, "#35618e")
    trace.line(path((5, -6), (6.6, -6.7)), 0.7)
