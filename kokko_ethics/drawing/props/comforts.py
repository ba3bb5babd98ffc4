"""Comforts: food, flowers, care, and animals."""

from __future__ import annotations

from kokko_ethics.drawing.ink import tint
from kokko_ethics.drawing.props.tracing import Tracing, oval, path, poly, rect

_PAPER, _CHINA, _PRINT = "#fbf7ea", "#f3efe4", "#a9b3bd"


def glass(trace: Tracing, width: float) -> None:
    """A glass of water."""
    trace.shadow(oval(1, -0.6, 4.6, 0.9))
    trace.solid(poly((-4.4, -12), (4.4, -12), (3.4, -0.4), (-3.4, -0.4)), "#eaf4f5")
    trace.flat(poly((-3.9, -8.6), (3.9, -8.6), (3.1, -1), (-3.1, -1)), "#a9d3de")
    trace.line(path((-2.4, -10.4), (-1.9, -3)), 0.6, "#ffffff")


def coffee_pot(trace: Tracing, width: float) -> None:
    """A coffee pot of enamel, as in many a kitchen."""
    trace.shadow(oval(1, -0.8, 9, 1.2))
    trace.rod("M6 -20C15 -22 14 -7 7.4 -6", 1.5, "#39424c")
    trace.solid("M-6 -17L-13 -22L-14 -19L-7 -9Z", "#3d6da6")
    trace.solid(
        "M-5.4 -23L5.4 -23L9 -1.4Q9 -0.4 8 -0.4L-8 -0.4Q-9 -0.4 -9 -1.4Z", "#3d6da6", "M2 -23L5.4 -23L9 -1.4L4 -0.4Z"
    )
    trace.solid("M-5.6 -23Q0 -29 5.6 -23Z", "#4d7db6")
    trace.solid(oval(0, -27, 1.5, 1.3), "#39424c")


def cake(trace: Tracing, width: float) -> None:
    """A cake with strawberries."""
    trace.solid("M-17 -2.4L17 -2.4Q12 -0.2 8 -0.2L-8 -0.2Q-12 -0.2 -17 -2.4Z", _CHINA)
    trace.solid("M-14 -13L14 -13L14 -2.6L-14 -2.6Z", "#e9c88f", "M7 -13L14 -13L14 -2.6L7 -2.6Z")
    trace.solid(
        "M-14 -14Q-14 -17 0 -17Q14 -17 14 -14L14 -10Q11 -8 9 -10.4Q6 -7 3 -10"
        "Q0 -7.4 -3 -10Q-7 -7 -9 -10Q-12 -8 -14 -10Z",
        "#fffaf2",
    )
    for x in (-9, -3, 3.4, 9.4):
        trace.solid(oval(x, -17.6, 2.2, 2.2), "#cf4a3c")


def fruit_bowl(trace: Tracing, width: float) -> None:
    """A bowl of fruit."""
    for x, y, hue in ((-7, -11, "#cf4a3c"), (7, -11.4, "#8fae4f"), (0, -13, "#e59a3c")):
        trace.solid(oval(x, y, 5.6, 5.4), hue)
    trace.solid(
        "M-15 -9L15 -9Q13 -0.4 5 -0.4L-5 -0.4Q-13 -0.4 -15 -9Z", "#5f9a92", "M6 -9L15 -9Q13 -0.4 5 -0.4Q10 -4 6 -9Z"
    )


def candle(trace: Tracing, width: float) -> None:
    """A candle that burns."""
    trace.flat(oval(0, -18.6, 6, 6), "#fbe9b6")
    trace.solid(oval(0, -1.6, 6.4, 1.4), "#c8744f")
    trace.solid(rect(-2.4, -14, 4.8, 12.6), _PAPER, rect(0.8, -14, 1.6, 12.6))
    trace.line(path((0, -14), (0, -16)), 0.7)
    trace.solid("M0 -22Q3.4 -17.6 0 -15.8Q-3.4 -17.6 0 -22Z", "#f2a53a")


def flowers(trace: Tracing, width: float) -> None:
    """Flowers in a vase."""
    trace.shadow(oval(1, -0.8, 6, 1))
    heads = (
        (-9, -27, "#d9698a"),
        (8.6, -28, "#e8b93e"),
        (0, -33, "#d9543f"),
        (-3, -24, "#f3efe4"),
        (5, -22, "#d9698a"),
    )
    for x, y, _ in heads:
        trace.line(f"M0 -12Q{x * 0.4:.1f} {y * 0.6:.1f} {x} {y}", 0.9, "#3f8468")
    for x, y, hue in heads:
        trace.solid(oval(x, y, 4, 3.8), hue)
        trace.flat(oval(x, y, 1.3, 1.2), tint(hue, 0.7))
    trace.solid(
        "M-4 -14L4 -14Q3 -11 5.4 -7Q7 -2 4 -0.4L-4 -0.4Q-7 -2 -5.4 -7Q-3 -11 -4 -14Z",
        "#8fc0cf",
        "M1 -14L4 -14Q3 -11 5.4 -7Q7 -2 4 -0.4Q3 -7 1 -14Z",
    )


def medicine(trace: Tracing, width: float) -> None:
    """A pill dispenser for a week."""
    trace.solid(poly((-15, -6), (14, -6), (16, -0.4), (-16, -0.4)), "#5f7fae")
    for n in range(7):
        x = -13.4 + n * 4
        trace.flat(poly((x, -5), (x + 3, -5), (x + 3.2, -1.4), (x - 0.2, -1.4)), "#dfeaf5")
        if n < 4:
            trace.flat(oval(x + 1.5, -3, 0.9, 0.8), ("#cf4a3c", "#e8b93e")[n % 2])


def tissues(trace: Tracing, width: float) -> None:
    """A box of paper handkerchiefs."""
    trace.solid("M-4 -10Q-6 -16 -1 -19Q4 -21 5 -16Q9 -14 4 -10Z", "#ffffff")
    trace.solid(poly((-12, -11), (11, -11), (13, -7), (-13.6, -7)), "#a8cfc4")
    trace.flat(oval(0, -9, 5, 1), "#4b5661")
    trace.solid(rect(-13.6, -7.4, 26.6, 7), "#8fbfb2", rect(6, -7.4, 7, 7))


def envelope(trace: Tracing, width: float) -> None:
    """A letter."""
    trace.solid(poly((-10, -6.4), (9.6, -6.4), (12, -0.4), (-12.4, -0.4)), _PAPER)
    trace.line("M-10 -6.4L0 -2.6L9.6 -6.4", 0.7)
    trace.flat(rect(5.6, -3, 3, 1.8), "#c5523f")


def folder(trace: Tracing, width: float) -> None:
    """A folder with papers."""
    trace.solid(poly((-11, -7.4), (12, -7.4), (14.6, -1.4), (-13, -1.4)), _PAPER)
    trace.solid("M-13 -6L-5 -6L-4 -7.6L3 -7.6L3.4 -6L12 -6L14.4 -0.4L-14.6 -0.4Z", "#e0b04f")


def notebook(trace: Tracing, width: float) -> None:
    """An open notebook with lines written."""
    trace.solid(poly((-13, -6), (0, -4.8), (0, -0.2), (-15, -1.4)), _PAPER)
    trace.solid(poly((0, -4.8), (13, -6), (15, -1.4), (0, -0.2)), _PAPER)
    for n in range(3):
        trace.line(path((-11 - n * 0.5, -4.8 + n * 1.3), (-3, -4 + n * 1.2)), 0.4, _PRINT)
    trace.rod(path((3, -2.2), (11, -3.6)), 0.8, "#3d6da6")


def guide_dog(trace: Tracing, width: float) -> None:
    """A guide dog in its harness, lying at rest."""
    coat = "#dcb984"
    trace.shadow(oval(2, -1.4, 44, 3))
    trace.line("M-40 -12Q-54 -10 -52 -3", 6.4)
    trace.line("M-40 -12Q-54 -10 -52 -3", 4.0, coat)
    trace.solid(
        "M-44 -3Q-46 -24 -26 -26Q0 -28 14 -26Q24 -24 26 -8L44 -5Q48 -2 42 -0.6L-34 -0.6Q-43 -0.6 -44 -3Z",
        coat,
        "M-30 -4Q0 -1 40 -5L44 -5Q48 -2 42 -0.6L-34 -0.6Z",
    )
    trace.line("M-30 -3Q-22 -16 -10 -4", 1.2)
    trace.line("M2 -27Q-4 -14 2 -2M6 -27L-10 -44L-14 -42", 3.4)
    trace.line("M2 -27Q-4 -14 2 -2M6 -27L-10 -44L-14 -42", 1.8, "#f3efe4")
    trace.solid("M14 -25Q12 -44 26 -46Q36 -48 40 -40L52 -36Q55 -30 48 -28L36 -27Q30 -20 22 -20Z", coat)
    trace.solid("M22 -45Q14 -42 15 -30Q20 -26 24 -32Z", tint(coat, 0.85))
    trace.flat(oval(52, -34.4, 2.6, 2.2) + oval(38, -39, 1.6, 1.8), "#1d1a22")
    trace.line("M50 -30Q44 -28 40 -30", 0.9)


def cat(trace: Tracing, width: float) -> None:
    """A cat that sits and looks at us."""
    coat = "#7d7f86"
    trace.shadow(oval(2, -1, 15, 1.8))
    trace.line("M12 -4Q24 -4 22 -16Q20 -20 18 -18", 5.4)
    trace.line("M12 -4Q24 -4 22 -16Q20 -20 18 -18", 3.2, coat)
    trace.solid(
        "M-13 -1Q-15 -22 -5 -26L5 -26Q15 -20 13 -1Q0 0.4 -13 -1Z", coat, "M5 -26Q15 -20 13 -1L4 -0.4Q12 -12 5 -26Z"
    )
    trace.flat("M-4 -24Q0 -10 4 -24Z", _CHINA)
    trace.line(path((-3, -1), (-3, -10)) + path((4, -1), (4, -10)), 0.8)
    trace.solid("M-10 -34L-10 -43L-4.6 -39.6Q0 -41 4.6 -39.6L10 -43L10 -34Q10 -25 0 -24.6Q-10 -25 -10 -34Z", coat)
    trace.flat(oval(-4, -33.6, 1.5, 1.8) + oval(4, -33.6, 1.5, 1.8), "#1d1a22")
    trace.flat(poly((-1.2, -30.4), (1.2, -30.4), (0, -29)), "#d9698a")
    trace.line("M-8 -30L-14 -31M-8 -28.6L-14 -27.4M8 -30L14 -31M8 -28.6L14 -27.4", 0.5)


def soup(trace: Tracing, width: float) -> None:
    """A bowl of alphabet soup, letters swimming in it, steam above."""
    trace.shadow(oval(1.4, -0.7, 17, 1.4))
    for x in (-6, 6):
        trace.line(f"M{x} -14.4Q{x - 3} -16 {x} -17.2Q{x + 2} -18 {x + 1} -18.6", 0.8, "#b9b2a8")
    trace.solid(
        "M-19 -10.4Q-17.4 -0.4 -8 -0.4L8 -0.4Q17.4 -0.4 19 -10.4Z",
        "#f3efe4",
        "M10 -10.4L19 -10.4Q17.4 -0.4 8 -0.4L3 -0.4Q11 -2.6 10 -10.4Z",
    )
    trace.solid(oval(0, -10.4, 19, 3.8), "#f3efe4")
    trace.flat(oval(0, -10.2, 16.4, 2.9), "#d9743c")
    for letter in (
        "M-11.6 -9.2L-9.8 -12L-8 -9.2M-11 -10L-8.6 -10",
        "M-4.6 -12.4L-0.4 -12.4M-2.5 -12.4L-2.5 -9.6",
        "M3.2 -11.6L3.2 -8.4M6.2 -11.6L6.2 -8.4M3.2 -10L6.2 -10",
        "M13.2 -11.8L10 -11.8L10 -9.2L13.2 -9.2M10 -10.5L12.4 -10.5",
    ):
        trace.line(letter, 1.0, "#fff6d8")
