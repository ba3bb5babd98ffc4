"""The head: skull, ears, hair, beard, headwear, spectacles. Faces right, seen from three quarters; origin in the middle of the head."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.figure.face import draw_brows, draw_features, draw_signs
from kokko_ethics.drawing.ink import LINE, disc, flat, lit, solid, spline, stroke, tint
from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.story.model import Look

_SKULL: tuple[Point, ...] = (
    (-6, -60), (-34, -50), (-47, -22), (-45, 8), (-36, 32), (-16, 52), (8, 60), (28, 53), (39, 34), (43, 10), (42, -10), (44, -34), (26, -54),
)  # fmt: skip
_EAR: tuple[Point, ...] = ((-40, -10), (-50, -14), (-55, -4), (-50, 8), (-41, 12), (-36, 2))


def draw_head(look: Look, feeling: str, *, speaking: bool, gaze: Point, dark: Point) -> Group:
    """The whole head with hair and headwear."""
    skull = [(x, y + (3 if y > 40 and look.build > 1.08 else 0)) for x, y in _SKULL]
    scarf = look.headwear == "headscarf"
    marks: list[Mark] = []
    marks += _scarf_back(look, dark) if scarf else _HAIR_BACK.get(look.hair, _nothing)(look, dark)
    marks += solid(skull, look.skin, dark, depth=8, places=1)
    if not scarf:
        marks += _ear(look, dark)
    marks += _BEARDS.get(look.beard, _nothing)(look, dark)
    marks += draw_features(look, feeling, speaking=speaking, gaze=gaze, dark=dark)
    marks += _scarf_front(look, dark) if scarf else _HAIR_FRONT.get(look.hair, _nothing)(look, dark)
    marks += _HEADWEAR.get(look.headwear, _nothing)(look, dark)
    marks += draw_brows(look, feeling)
    marks += _glasses(look)
    if "hearing-aids" in look.aids and not scarf:
        marks += _hearing_aid(dark)
    return Group((*marks, *draw_signs(feeling)), role="face")


def _nothing(look: Look, dark: Point) -> list[Mark]:
    return []


def _ear(look: Look, dark: Point) -> list[Mark]:
    patch = flat(disc((-37, 1), 8.5), look.skin)
    return [*solid(_EAR, look.skin, dark, depth=3, width=LINE * 0.8, places=1), patch, stroke([(-50, -7), (-46, -3), (-47, 4)], 2.0)]


def _hearing_aid(dark: Point) -> list[Mark]:
    hook = stroke([(-42, -13), (-50, -18), (-58, -10), (-58, 4), (-54, 12)], 5.0, start=0.8, end=0.9, colour="#8b98a3")
    return [hook, *solid(disc((-56, 4), 4.6, 8), "#c9d2d8", dark, depth=2, width=2.4, places=1)]


def _strands(look: Look, lines: tuple[tuple[Point, ...], ...]) -> list[Mark]:
    """A few lines in the hair, lighter in dark hair and darker in light hair."""
    level = sum(int(look.hair_colour[i : i + 2], 16) for i in (1, 3, 5))
    colour = lit(look.hair_colour, 0.22) if level < 260 else tint(look.hair_colour, 0.70)
    return [stroke(line, 2.3, start=0.1, end=0.1, colour=colour) for line in lines]


def _cap(ring: tuple[Point, ...], strands: tuple[tuple[Point, ...], ...] = ()) -> Callable[[Look, Point], list[Mark]]:
    def draw(look: Look, dark: Point) -> list[Mark]:
        return [*solid(ring, look.hair_colour, dark, depth=7, places=1), *_strands(look, strands)]

    return draw


_TOP_STRANDS = (((-30, -60), (-8, -65), (14, -59)), ((-40, -46), (-22, -55), (-4, -51)))
_short = _cap(
    ((-44, 2), (-53, -24), (-45, -56), (-12, -74), (24, -73), (48, -56), (47, -36), (34, -44), (10, -46), (-14, -38), (-30, -32), (-34, -8)),
    _TOP_STRANDS,
)
_short_white = _cap(
    ((-42, 6), (-54, -6), (-56, -32), (-44, -60), (-16, -75), (20, -74), (46, -60), (50, -40), (42, -28), (34, -42), (18, -50), (-6, -42), (-26, -40), (-34, -22), (-35, -4)),
    (((-38, -52), (-18, -64), (6, -66)), ((-46, -34), (-34, -50), (-18, -56)), ((14, -64), (32, -60), (42, -48))),
)
_bob_front = _cap(
    ((-44, 26), (-58, -16), (-46, -60), (-8, -77), (34, -69), (51, -42), (49, -12), (40, -34), (22, -46), (0, -34), (-22, -24), (-34, -4)),
    _TOP_STRANDS,
)
_bob_back = _cap(((-4, -70), (-40, -60), (-58, -24), (-61, 16), (-58, 46), (-44, 56), (-26, 54), (-20, 30), (10, -20), (46, -30), (40, -56)))
_long_back = _cap(((-4, -70), (-42, -60), (-60, -20), (-62, 40), (-66, 88), (-30, 96), (-14, 60), (0, 0), (46, -30), (40, -56)))
_bun_back = _cap(((-4, -68), (-40, -58), (-54, -22), (-48, 14), (-20, 20), (10, -20), (44, -36), (36, -58)))
_bun_front = _cap(
    ((-42, 6), (-53, -24), (-44, -58), (-8, -73), (32, -67), (47, -42), (44, -34), (22, -43), (-10, -39), (-30, -20), (-34, -4)),
    (((-34, -20), (-20, -44), (10, -58)), ((-26, -14), (-10, -34), (16, -46))),
)


def _bun(look: Look, dark: Point) -> list[Mark]:
    knot = solid(disc((-42, -62), 22, 20), look.hair_colour, dark, depth=6, places=1)
    return [*knot, *_strands(look, (((-56, -66), (-44, -74), (-30, -66)), ((-54, -56), (-42, -64), (-30, -56)))), *_bun_back(look, dark)]


def _curls(centres: tuple[tuple[float, float, float], ...]) -> Callable[[Look, Point], list[Mark]]:
    """A crown of curls: each a round lock with a small spiral line."""

    def draw(look: Look, dark: Point) -> list[Mark]:
        marks: list[Mark] = []
        for x, y, r in centres:
            marks += solid(disc((x, y), r, count=6), look.hair_colour, dark, depth=r * 0.3, width=LINE * 0.9)
        marks += [flat(disc((x, y), r * 0.82, count=6), look.hair_colour) for x, y, r in centres]
        curls = tuple(((x - r * 0.4, y + r * 0.2), (x, y - r * 0.45), (x + r * 0.45, y)) for x, y, r in centres[::2])
        return [*marks, *_strands(look, curls)]

    return draw


_curly_back = _curls(((-52, 6, 15), (-60, -16, 17), (-56, -42, 18), (-38, -64, 19), (-10, -76, 20), (20, -74, 18), (44, -58, 15), (-20, -40, 34)))
_curly_front = _curls(((-40, -12, 12), (-40, -34, 15), (-26, -52, 16), (-5, -60, 16), (16, -60, 15), (35, -50, 13), (43, -36, 9)))


def _asymmetric_back(look: Look, dark: Point) -> list[Mark]:
    return solid(((-4, -68), (-40, -58), (-54, -24), (-50, 6), (-36, 16), (10, -20), (44, -36), (36, -58)), look.hair_colour, dark, depth=6, places=1)


def _asymmetric(look: Look, dark: Point) -> list[Mark]:
    """Short at the near side, a long fringe with a light streak falling over the far brow."""
    near = solid(((-40, 4), (-50, -18), (-44, -44), (-28, -58), (-20, -40), (-32, -24), (-34, -6)), tint(look.hair_colour, 0.88), dark, depth=4, places=1)
    ring = ((-40, -40), (-34, -66), (-6, -80), (30, -74), (54, -50), (58, -16), (52, 8), (44, 2), (44, -18), (34, -34), (14, -42), (-12, -40), (-30, -30))
    streak = ((16, -72), (34, -66), (50, -46), (55, -18), (51, 2), (46, -4), (45, -24), (34, -44), (18, -56))
    fringe = solid(ring, look.hair_colour, dark, depth=6, places=1)
    light = [flat(streak, look.streak, places=1)] if look.streak else []
    return [*near, *fringe, *light, *_strands(look, (((-26, -60), (-4, -68), (12, -62)), ((-32, -48), (-12, -54), (8, -50)))), stroke([(20, -64), (42, -46), (49, -14)], 2.0)]


def _shaved(look: Look, dark: Point) -> list[Mark]:
    """A shaved head: only the shadow of stubble above the ear."""
    ring = ((-42, -4), (-48, -22), (-40, -44), (-16, -58), (14, -60), (36, -52), (40, -44), (12, -48), (-14, -42), (-30, -28), (-35, -6))
    return [Path(spline(ring, places=1), look.hair_colour, opacity=0.30)]


def _greying(look: Look, dark: Point) -> list[Mark]:
    """Short hair, grey at the temple."""
    temple = ((-42, 2), (-51, -18), (-44, -34), (-34, -34), (-32, -18), (-35, -2))
    return [*_short(look, dark), flat(temple, look.streak or "#a9a49e", places=1), *_strands(look, (((-46, -20), (-40, -28), (-36, -30)), ((-44, -10), (-38, -18), (-35, -20))))]


def _grey_sides(look: Look, dark: Point) -> list[Mark]:
    return solid(((-44, 10), (-54, -16), (-48, -34), (-38, -34), (-33, -14), (-35, 2)), look.hair_colour, dark, depth=4, places=1)


_HAIR_BACK = {"bob": _bob_back, "long": _long_back, "bun": _bun, "curly": _curly_back, "asymmetric": _asymmetric_back}
_HAIR_FRONT = {
    "short": _short, "short-white": _short_white, "bob": _bob_front, "long": _bob_front, "bun": _bun_front, "curly": _curly_front,
    "asymmetric": _asymmetric, "shaved": _shaved, "greying": _greying, "grey-sides": _grey_sides,
}  # fmt: skip


def _scarf_back(look: Look, dark: Point) -> list[Mark]:
    ring = ((-2, -72), (-44, -62), (-62, -20), (-58, 30), (-62, 70), (-30, 92), (14, 92), (40, 76), (36, 58), (50, 30), (50, -30), (36, -62))
    return solid(ring, tint(look.headwear_colour, 0.86), dark, depth=10, places=1)


def _scarf_front(look: Look, dark: Point) -> list[Mark]:
    """A headscarf: one band round the face, drawn as outer and inner edge, an under-cap, folds, and the wrap below the chin."""
    outer = ((-2, -73), (-40, -64), (-58, -26), (-54, 26), (-40, 58), (-10, 76), (26, 70), (46, 48), (51, 12), (50, -30), (36, -64))
    inner = ((4, -45), (-26, -36), (-37, -8), (-32, 24), (-12, 50), (10, 58), (30, 49), (40, 26), (43, 0), (42, -24), (30, -41))
    colour = look.headwear_colour
    band = Path(spline(outer, places=1) + spline(tuple(reversed(inner)), places=1), colour, INK, 3.4)
    cap = [(4, -50), (-22, -43), (-34, -28), (-24, -36), (4, -43), (28, -39), (41, -26), (40, -34), (28, -47)]
    folds = (((-46, -26), (-28, -52), (6, -61)), ((-50, 4), (-44, -22), (-32, -38)), ((-36, 40), (-10, 66), (22, 64)), ((44, 34), (47, 10), (46, -14)))
    shade = flat(((-50, 26), (-40, 56), (-10, 75), (26, 69), (46, 47), (51, 14), (45, 34), (30, 56), (8, 66), (-14, 62), (-36, 40)), tint(colour), places=1)
    wrap = ((-54, 44), (-20, 68), (24, 64), (44, 50), (50, 74), (30, 96), (-16, 100), (-58, 84))
    return [
        band, shade, flat(cap, tint(colour, 0.72), places=1), *(stroke(fold, 2.3) for fold in folds),
        *solid(wrap, colour, dark, depth=8, places=1), stroke([(-44, 62), (-12, 82), (28, 78)], 2.6), stroke([(-34, 80), (0, 92), (30, 88)], 2.1),
    ]  # fmt: skip


def _beanie(look: Look, dark: Point) -> list[Mark]:
    ring = ((-44, -26), (-50, -46), (-34, -72), (0, -84), (32, -76), (48, -52), (47, -34), (0, -42))
    rim = ((-50, -24), (-48, -42), (0, -50), (48, -46), (52, -30), (0, -34))
    return [*solid(ring, look.headwear_colour, dark, depth=7, places=1), *solid(rim, lit(look.headwear_colour, 0.15), dark, depth=3, places=1)]


def _peaked_cap(look: Look, dark: Point) -> list[Mark]:
    ring = ((-44, -24), (-48, -48), (-28, -72), (6, -78), (36, -66), (46, -42), (10, -38))
    peak = ((14, -40), (44, -44), (72, -36), (70, -30), (42, -32), (14, -32))
    return [*solid(ring, look.headwear_colour, dark, depth=7, places=1), *solid(peak, tint(look.headwear_colour, 0.8), dark, depth=2, places=1)]


_HEADWEAR = {"beanie": _beanie, "cap": _peaked_cap}


def _beard(ring: tuple[Point, ...], colour_of: Callable[[Look], str]) -> Callable[[Look, Point], list[Mark]]:
    def draw(look: Look, dark: Point) -> list[Mark]:
        lips = flat(disc((17, 37), 16.5, 8.5), look.skin, places=1)
        return [*solid(ring, colour_of(look), dark, depth=6, width=LINE * 0.8, places=1), lips]

    return draw


def _hair_colour(look: Look) -> str:
    return look.hair_colour


_FULL = ((-40, 2), (-37, 34), (-15, 58), (10, 67), (30, 58), (41, 34), (40, 22), (31, 23), (18, 20), (3, 23), (-8, 34), (-26, 24), (-34, 2))
_TRIMMED = ((-39, 6), (-35, 32), (-14, 53), (9, 62), (29, 54), (39, 34), (38, 26), (31, 25), (18, 22), (4, 25), (-3, 36), (-14, 36), (-28, 22), (-34, 6))


def _short_beard(look: Look, dark: Point) -> list[Mark]:
    """A short beard lies on the skin like a shadow."""
    return [Path(spline(_TRIMMED, places=1), look.hair_colour, opacity=0.62), stroke([(-35, 10), (-28, 24), (-14, 37)], 1.6)]


def _moustache(look: Look, dark: Point) -> list[Mark]:
    return solid(((2, 28), (18, 20), (36, 28), (34, 32), (18, 28), (4, 33)), look.hair_colour, dark, depth=2, width=2.6, places=1)


_BEARDS = {"full": _beard(_FULL, _hair_colour), "trimmed": _beard(_TRIMMED, _hair_colour), "short": _short_beard, "moustache": _moustache}


def _glasses(look: Look) -> list[Mark]:
    if look.glasses in {"round", "square"}:
        size = 15.5 if look.glasses == "round" else 13.5
        count = 8 if look.glasses == "round" else 4
        near, far = disc((0, -5), size, size, count), disc((30, -5), size * 0.84, size, count)
        bars = [stroke([(size - 1, -7), (30 - size * 0.84 + 1, -7)], 2.8, start=1, end=1), stroke([(-size, -7), (-40, -9)], 2.8, start=1, end=0.7)]
        return [flat(near, "#ffffff", 0.22), flat(far, "#ffffff", 0.22), *(Path(spline(ring, places=1), "", INK, 3.0) for ring in (near, far)), *bars]
    return []

