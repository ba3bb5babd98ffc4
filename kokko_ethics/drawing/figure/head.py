"""The head: skull, ears, hair, beard, headwear, spectacles. Faces right, seen from three quarters; origin in the middle
of the head."""

from __future__ import annotations

from kokko_ethics.drawing.figure.coverings import BEARDS, HEADWEAR, scarf_back, scarf_front
from kokko_ethics.drawing.figure.face import draw_brows, draw_features, draw_signs
from kokko_ethics.drawing.figure.features import Features
from kokko_ethics.drawing.figure.hair import HAIR_BACK, HAIR_FRONT
from kokko_ethics.drawing.ink import LINE, disc, flat, solid, spline, stroke
from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.story.model import Look

_SKULL: tuple[Point, ...] = (
    (-6, -60), (-34, -50), (-47, -22), (-45, 8), (-36, 32), (-16, 52), (8, 60), (28, 53), (39, 34), (43, 10), (42,
    -10), (44, -34), (26, -54),
)  # fmt: skip
_EAR: tuple[Point, ...] = ((-40, -10), (-50, -14), (-55, -4), (-50, 8), (-41, 12), (-36, 2))


def draw_head(look: Look, mood: Features, *, speaking: bool, gaze: Point, dark: Point) -> Group:
    """The whole head with hair and headwear."""
    skull = [(x, y + (3 if y > 40 and look.build > 1.08 else 0)) for x, y in _SKULL]
    scarf = look.headwear == "headscarf"
    marks: list[Mark] = []
    marks += scarf_back(look, dark) if scarf else HAIR_BACK.get(look.hair, _nothing)(look, dark)
    marks += solid(skull, look.skin, dark, depth=8, places=1)
    if not scarf:
        marks += _ear(look, dark)
    marks += BEARDS.get(look.beard, _nothing)(look, dark)
    marks += draw_features(look, mood, speaking=speaking, gaze=gaze, dark=dark)
    marks += scarf_front(look, dark) if scarf else HAIR_FRONT.get(look.hair, _nothing)(look, dark)
    marks += HEADWEAR.get(look.headwear, _nothing)(look, dark)
    marks += draw_brows(look, mood)
    marks += _glasses(look)
    if "hearing-aids" in look.aids and not scarf:
        marks += _hearing_aid(dark)
    return Group((*marks, *draw_signs(mood)), role="face")


def _nothing(look: Look, dark: Point) -> list[Mark]:
    return []


def _ear(look: Look, dark: Point) -> list[Mark]:
    patch = flat(disc((-37, 1), 8.5), look.skin)
    return [
        *solid(_EAR, look.skin, dark, depth=3, width=LINE * 0.8, places=1),
        patch,
        stroke([(-50, -7), (-46, -3), (-47, 4)], 2.0),
    ]


def _hearing_aid(dark: Point) -> list[Mark]:
    hook = stroke([(-42, -13), (-50, -18), (-58, -10), (-58, 4), (-54, 12)], 5.0, start=0.8, end=0.9, colour="#8b98a3")
    return [hook, *solid(disc((-56, 4), 4.6, 8), "#c9d2d8", dark, depth=2, width=2.4, places=1)]


def _glasses(look: Look) -> list[Mark]:
    if look.glasses in {"round", "square"}:
        size = 15.5 if look.glasses == "round" else 13.5
        count = 8 if look.glasses == "round" else 4
        near, far = disc((0, -5), size, size, count), disc((30, -5), size * 0.84, size, count)
        bars = [
            stroke([(size - 1, -7), (30 - size * 0.84 + 1, -7)], 2.8, start=1, end=1),
            stroke([(-size, -7), (-40, -9)], 2.8, start=1, end=0.7),
        ]
        return [
            flat(near, "#ffffff", 0.22),
            flat(far, "#ffffff", 0.22),
            *(Path(spline(ring, places=1), "", INK, 3.0) for ring in (near, far)),
            *bars,
        ]
    return []
