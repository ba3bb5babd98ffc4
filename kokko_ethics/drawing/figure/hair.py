"""Hair: cuts of hair by the word of the look, behind and before the head. Origin in the middle of the head."""

from __future__ import annotations

import math
from collections.abc import Callable

from kokko_ethics.drawing.ink import disc, flat, lit, solid, spline, stroke, tint
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.story.model import Look


def _strands(look: Look, lines: tuple[tuple[Point, ...], ...]) -> list[Mark]:
    """A few lines in the hair, lighter in dark hair and darker in light hair."""
    level = sum(int(look.hair_colour[i : i + 2], 16) for i in (1, 3, 5))
    colour = lit(look.hair_colour, 0.22) if level < 260 else tint(look.hair_colour, 0.70)
    return [stroke(line, 2.3, start=0.1, end=0.1, colour=colour) for line in lines]


def _cap(ring: tuple[Point, ...], strands: tuple[tuple[Point, ...], ...] = ()) -> Callable[[Look, Point], list[Mark]]:
    def draw(look: Look, dark: Point) -> list[Mark]:
        return [*solid(ring, look.hair_colour, dark, depth=7), *_strands(look, strands)]

    return draw


_TOP_STRANDS = (((-30, -60), (-8, -65), (14, -59)), ((-40, -46), (-22, -55), (-4, -51)))
_short = _cap(
    (
        (-44, 2),
        (-53, -24),
        (-45, -56),
        (-12, -74),
        (24, -73),
        (48, -56),
        (47, -36),
        (34, -44),
        (10, -46),
        (-14, -38),
        (-30, -32),
        (-34, -8),
    ),
    _TOP_STRANDS,
)
_short_white = _cap(
    (
        (-42, 6),
        (-54, -6),
        (-56, -32),
        (-44, -60),
        (-16, -75),
        (20, -74),
        (46, -60),
        (50, -40),
        (42, -28),
        (34, -42),
        (18, -50),
        (-6, -42),
        (-26, -40),
        (-34, -22),
        (-35, -4),
    ),
    (((-38, -52), (-18, -64), (6, -66)), ((-46, -34), (-34, -50), (-18, -56)), ((14, -64), (32, -60), (42, -48))),
)
_bob_front = _cap(
    (
        (-44, 26),
        (-58, -16),
        (-46, -60),
        (-8, -77),
        (34, -69),
        (51, -42),
        (49, -12),
        (40, -34),
        (22, -46),
        (0, -34),
        (-22, -24),
        (-34, -4),
    ),
    _TOP_STRANDS,
)
_bob_back = _cap(
    (
        (-4, -70),
        (-40, -60),
        (-58, -24),
        (-61, 16),
        (-58, 46),
        (-44, 56),
        (-26, 54),
        (-20, 30),
        (10, -20),
        (46, -30),
        (40, -56),
    )
)
_long_back = _cap(
    ((-4, -70), (-42, -60), (-60, -20), (-62, 40), (-66, 88), (-30, 96), (-14, 60), (0, 0), (46, -30), (40, -56))
)
_bun_back = _cap(((-4, -68), (-40, -58), (-54, -22), (-48, 14), (-20, 20), (10, -20), (44, -36), (36, -58)))
_bun_front = _cap(
    (
        (-42, 6),
        (-53, -24),
        (-44, -58),
        (-8, -73),
        (32, -67),
        (47, -42),
        (44, -34),
        (22, -43),
        (-10, -39),
        (-30, -20),
        (-34, -4),
    ),
    (((-34, -20), (-20, -44), (10, -58)), ((-26, -14), (-10, -34), (16, -46))),
)


def _bun(look: Look, dark: Point) -> list[Mark]:
    knot = solid(disc((-42, -62), 22, 20), look.hair_colour, dark, depth=6)
    return [
        *knot,
        *_strands(look, (((-56, -66), (-44, -74), (-30, -66)), ((-54, -56), (-42, -64), (-30, -56)))),
        *_bun_back(look, dark),
    ]


def _curls(
    locks: tuple[tuple[float, float, float], ...], inner: tuple[Point, ...]
) -> Callable[[Look, Point], list[Mark]]:
    """A crown of curls: round locks (middle and radius) one after the other, closed along ``inner``, each with a small
    spiral line."""

    def draw(look: Look, dark: Point) -> list[Mark]:
        return [*solid((*_scallops(locks), *inner), look.hair_colour, dark, depth=6), *_strands(look, spirals)]

    spirals = tuple(((x - r * 0.5, y + r * 0.2), (x, y - r * 0.5), (x + r * 0.5, y)) for x, y, r in locks[1::2])
    return draw


def _scallops(locks: tuple[tuple[float, float, float], ...]) -> list[Point]:
    """The outer edge of a row of round locks, left to right over the head: a notch, then three points round each."""
    out: list[Point] = []
    for x, y, r in locks:
        way = math.atan2(y + 14, x)
        out += [(x + r * math.cos(way + turn), y + r * math.sin(way + turn)) for turn in (-1.15, -0.4, 0.4, 1.15)]
    return out


_curly_back = _curls(
    (
        (-52, 8, 15), (-60, -16, 17), (-56, -42, 18), (-38, -64, 19), (-10, -76, 20), (20, -74, 18), (44, -58, 15),
    ),
    ((44, -30), (0, -10), (-38, 16)),
)  # fmt: skip
_curly_front = _curls(
    ((-42, -12, 11), (-42, -34, 14), (-27, -52, 15), (-5, -60, 15), (16, -60, 14), (36, -50, 12), (43, -38, 8)),
    ((34, -36), (20, -46), (2, -44), (-16, -40), (-26, -26), (-34, -14)),
)


def _asymmetric_back(look: Look, dark: Point) -> list[Mark]:
    return solid(
        ((-4, -68), (-40, -58), (-54, -24), (-50, 6), (-36, 16), (10, -20), (44, -36), (36, -58)),
        look.hair_colour,
        dark,
        depth=6,
    )


def _asymmetric(look: Look, dark: Point) -> list[Mark]:
    """Short at the near side, a long fringe with a light streak falling over the far brow."""
    near = solid(
        ((-40, 4), (-50, -18), (-44, -44), (-28, -58), (-20, -40), (-32, -24), (-34, -6)),
        tint(look.hair_colour, 0.88),
        dark,
        depth=4,
    )
    ring = (
        (-40, -40),
        (-34, -66),
        (-6, -80),
        (30, -74),
        (54, -50),
        (58, -16),
        (52, 8),
        (44, 2),
        (44, -18),
        (34, -34),
        (14, -42),
        (-12, -40),
        (-30, -30),
    )
    streak = ((16, -72), (34, -66), (50, -46), (55, -18), (51, 2), (46, -4), (45, -24), (34, -44), (18, -56))
    fringe = solid(ring, look.hair_colour, dark, depth=6)
    light = [flat(streak, look.streak)] if look.streak else []
    return [
        *near,
        *fringe,
        *light,
        *_strands(look, (((-26, -60), (-4, -68), (12, -62)), ((-32, -48), (-12, -54), (8, -50)))),
        stroke([(20, -64), (42, -46), (49, -14)], 2.0),
    ]


def _shaved(look: Look, dark: Point) -> list[Mark]:
    """A shaved head: only the shadow of stubble above the ear."""
    ring = (
        (-42, -4),
        (-48, -22),
        (-40, -44),
        (-16, -58),
        (14, -60),
        (36, -52),
        (40, -44),
        (12, -48),
        (-14, -42),
        (-30, -28),
        (-35, -6),
    )
    return [Path(spline(ring), look.hair_colour, opacity=0.30)]


def _greying(look: Look, dark: Point) -> list[Mark]:
    """Short hair, grey at the temple."""
    temple = ((-42, 2), (-51, -18), (-44, -34), (-34, -34), (-32, -18), (-35, -2))
    return [
        *_short(look, dark),
        flat(temple, look.streak or "#a9a49e"),
        *_strands(look, (((-46, -20), (-40, -28), (-36, -30)), ((-44, -10), (-38, -18), (-35, -20)))),
    ]


def _grey_sides(look: Look, dark: Point) -> list[Mark]:
    return solid(
        ((-44, 10), (-54, -16), (-48, -34), (-38, -34), (-33, -14), (-35, 2)), look.hair_colour, dark, depth=4, places=1
    )


HAIR_BACK: dict[str, Callable[[Look, Point], list[Mark]]] = {
    "bob": _bob_back,
    "long": _long_back,
    "bun": _bun,
    "curly": _curly_back,
    "asymmetric": _asymmetric_back,
}
"""What is drawn behind the head, by the word of the look."""
HAIR_FRONT: dict[str, Callable[[Look, Point], list[Mark]]] = {
    "short": _short, "short-white": _short_white, "bob": _bob_front, "long": _bob_front, "bun": _bun_front,
    "curly": _curly_front,
    "asymmetric": _asymmetric, "shaved": _shaved, "greying": _greying, "grey-sides": _grey_sides,
}  # fmt: skip
"""What is drawn before the head, by the word of the look."""
