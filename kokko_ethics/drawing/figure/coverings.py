"""Coverings: headscarf, cap, beanie, beards. Origin in the middle of the head."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.ink import LINE, disc, flat, lit, solid, spline, stroke, tint
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.story.model import Look

# The band of a headscarf: its outer edge, the opening for the face, and the shadow along its lower side.
_SCARF_OUTER: tuple[Point, ...] = (
    (-2, -73), (-40, -64), (-58, -26), (-54, 26), (-40, 58), (-10, 76), (26, 70), (46, 48), (51, 12), (50, -30),
    (36, -64),
)  # fmt: skip
_SCARF_INNER: tuple[Point, ...] = (
    (4, -45), (-26, -36), (-37, -8), (-32, 24), (-12, 50), (10, 58), (30, 49), (40, 26), (43, 0), (42, -24), (30, -41),
)  # fmt: skip
_SCARF_SHADE: tuple[Point, ...] = (
    (-50, 26), (-40, 56), (-10, 75), (26, 69), (46, 47), (51, 14), (45, 34), (30, 56), (8, 66), (-14, 62), (-36, 40),
)  # fmt: skip


def scarf_back(look: Look, dark: Point) -> list[Mark]:
    """The part of a headscarf that lies behind the face."""
    ring = (
        (-2, -72),
        (-44, -62),
        (-62, -20),
        (-58, 30),
        (-62, 70),
        (-30, 92),
        (14, 92),
        (40, 76),
        (36, 58),
        (50, 30),
        (50, -30),
        (36, -62),
    )
    return solid(ring, tint(look.headwear_colour, 0.86), dark, depth=10)


def scarf_front(look: Look, dark: Point) -> list[Mark]:
    """A headscarf: one band round the face, drawn as outer and inner edge, an under-cap, folds, and the wrap below the
    chin."""
    colour = look.headwear_colour
    band = Path(spline(_SCARF_OUTER) + spline(_SCARF_INNER[::-1]), colour, INK, 3.4)
    cap = [(4, -50), (-22, -43), (-34, -28), (-24, -36), (4, -43), (28, -39), (41, -26), (40, -34), (28, -47)]
    folds = (
        ((-46, -26), (-28, -52), (6, -61)),
        ((-50, 4), (-44, -22), (-32, -38)),
        ((-36, 40), (-10, 66), (22, 64)),
        ((44, 34), (47, 10), (46, -14)),
    )
    shade = flat(_SCARF_SHADE, tint(colour))
    wrap = ((-54, 44), (-20, 68), (24, 64), (44, 50), (50, 74), (30, 96), (-16, 100), (-58, 84))
    return [
        band, shade, flat(cap, tint(colour, 0.72)), *(stroke(fold, 2.3) for fold in folds),
        *solid(wrap, colour, dark, depth=8), stroke([(-44, 62), (-12, 82), (28, 78)], 2.6),
        stroke([(-34, 80), (0, 92), (30, 88)], 2.1),
    ]  # fmt: skip


def _beanie(look: Look, dark: Point) -> list[Mark]:
    ring = ((-44, -26), (-50, -46), (-34, -72), (0, -84), (32, -76), (48, -52), (47, -34), (0, -42))
    rim = ((-50, -24), (-48, -42), (0, -50), (48, -46), (52, -30), (0, -34))
    return [
        *solid(ring, look.headwear_colour, dark, depth=7),
        *solid(rim, lit(look.headwear_colour, 0.15), dark, depth=3),
    ]


def _peaked_cap(look: Look, dark: Point) -> list[Mark]:
    ring = ((-44, -24), (-48, -48), (-28, -72), (6, -78), (36, -66), (46, -42), (10, -38))
    peak = ((14, -40), (44, -44), (72, -36), (70, -30), (42, -32), (14, -32))
    return [
        *solid(ring, look.headwear_colour, dark, depth=7),
        *solid(peak, tint(look.headwear_colour, 0.8), dark, depth=2),
    ]


HEADWEAR: dict[str, Callable[[Look, Point], list[Mark]]] = {"beanie": _beanie, "cap": _peaked_cap}
"""Headwear over the hair, by the word of the look."""


def _beard(ring: tuple[Point, ...], colour_of: Callable[[Look], str]) -> Callable[[Look, Point], list[Mark]]:
    def draw(look: Look, dark: Point) -> list[Mark]:
        lips = flat(disc((17, 37), 16.5, 8.5), look.skin)
        return [*solid(ring, colour_of(look), dark, depth=6, width=LINE * 0.8), lips]

    return draw


def _hair_colour(look: Look) -> str:
    return look.hair_colour


_FULL = (
    (-40, 2),
    (-37, 34),
    (-15, 58),
    (10, 67),
    (30, 58),
    (41, 34),
    (40, 22),
    (31, 23),
    (18, 20),
    (3, 23),
    (-8, 34),
    (-26, 24),
    (-34, 2),
)
_TRIMMED = (
    (-39, 6),
    (-35, 32),
    (-14, 53),
    (9, 62),
    (29, 54),
    (39, 34),
    (38, 26),
    (31, 25),
    (18, 22),
    (4, 25),
    (-3, 36),
    (-14, 36),
    (-28, 22),
    (-34, 6),
)


def _short_beard(look: Look, dark: Point) -> list[Mark]:
    """A short beard lies on the skin like a shadow."""
    return [
        Path(spline(_TRIMMED), look.hair_colour, opacity=0.62),
        stroke([(-35, 10), (-28, 24), (-14, 37)], 1.6),
    ]


def _moustache(look: Look, dark: Point) -> list[Mark]:
    return solid(
        ((2, 28), (18, 20), (36, 28), (34, 32), (18, 28), (4, 33)), look.hair_colour, dark, depth=2, width=2.6, places=1
    )


BEARDS: dict[str, Callable[[Look, Point], list[Mark]]] = {
    "full": _beard(_FULL, _hair_colour),
    "trimmed": _beard(_TRIMMED, _hair_colour),
    "short": _short_beard,
    "moustache": _moustache,
}
"""Beards by the word of the look; each leaves the lips free."""
