"""Styles: the same drawing in other inks. Only colours and lines change, never a shape or a place.

``ink`` is for photocopiers: black lines on white. ``grey`` is for grey printers. ``contrast`` is for low vision: pale
scenery, thick outlines. ``outline`` is to colour in.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kokko_ethics.drawing.ink import channels, hex_of
from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text
from kokko_ethics.house_style import INK, Style

Place = Literal["scenery", "art", "face", "words"]
"""Where in a panel a mark stands: each is inked in its own way."""

_PLACES: dict[str, Place] = {"setting": "scenery", "figure": "art", "prop": "art", "face": "face"}
_BLACK, _WHITE = "#000000", "#ffffff"
_FAINT = 0.999
"""What lets through what lies below is light or shadow, no thing."""
_DARK = 0.16
"""Hair darker than this (lightness from 0 to 1) stays black in ink: it tells people apart."""
_APART = 0.075
"""By how much scenery differs in lightness from its wall to be worth a line."""
_FINE, _BOLD = 0.5, 1.45
"""Thickness of scenery's lines in ink, in points; how much thicker lines are for low vision."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where we are: the kind of place, and the lightness of the wall behind it."""

    place: Place = "words"
    wall: float = 1.0


_Paint = Callable[[Path, _Ground], Path | None]


def in_style(drawing: Drawing, style: Style) -> Drawing:
    """The drawing in another style; the same geometry."""
    if style == "colour":
        return drawing
    return replace(drawing, marks=_painted(drawing.marks, _PAINTS[style], _Ground()))


def _painted(marks: tuple[Mark, ...], paint: _Paint, ground: _Ground) -> tuple[Mark, ...]:
    out: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Group):
            out.append(replace(mark, marks=_painted(mark.marks, paint, _inside(mark, ground))))
        elif isinstance(mark, Path):
            if painted := paint(mark, ground):
                out.append(painted)
        else:
            out.append(_written(mark, paint, ground))
    return tuple(out)


def _inside(group: Group, ground: _Ground) -> _Ground:
    place = _PLACES.get(group.role, ground.place)
    if place != "scenery" or ground.place == "scenery":
        return replace(ground, place=place)
    first = next((mark.fill for mark in group.marks if isinstance(mark, Path) and mark.fill), _WHITE)
    return _Ground(place, lightness(first))


def _written(mark: Text | Picture, paint: _Paint, ground: _Ground) -> Mark:
    """Letters are always in the darkest ink; only the colours of a sound effect change."""
    if isinstance(mark, Picture):
        return mark if paint is _contrast else replace(mark, png=_grey_png(mark.png))
    fill = _colour_of(paint, mark.fill, ground)
    return replace(mark, fill=fill, stroke=_colour_of(paint, mark.stroke, ground) if mark.stroke else "")


def _colour_of(paint: _Paint, colour: str, ground: _Ground) -> str:
    painted = paint(Path("", colour), ground)
    return painted.fill if painted else colour


def _ink(path: Path, ground: _Ground) -> Path | None:
    """Black lines and white: what is only nearly black comes out of a copier in dots. Light, shadow and dots fall away;
    scenery gets thin lines where its tones part."""
    if path.opacity < _FAINT or (path.dash and ground.place == "scenery"):
        return None
    if ground.place == "scenery":
        return _scenery_line(path, ground)
    if not path.fill:
        return replace(path, stroke=_BLACK)
    black = path.fill == INK or (ground.place == "face" and lightness(path.fill) < _DARK)
    return replace(path, fill=_BLACK if black else _WHITE, stroke=_BLACK if path.stroke else "")


def _scenery_line(path: Path, ground: _Ground) -> Path:
    if not path.fill:
        return replace(path, stroke=_BLACK, width=_FINE)
    apart = abs(lightness(path.fill) - ground.wall) > _APART
    if not (apart or path.stroke):
        return replace(path, fill=_WHITE)
    return replace(path, fill=_WHITE, stroke=_BLACK, width=_FINE)


def _outline(path: Path, ground: _Ground) -> Path | None:
    """As in ink, but hair is white too, and scenery's lines are grey: pictures to colour in."""
    inked = _ink(path, ground)
    if inked is None:
        return None
    if ground.place == "scenery":
        return replace(inked, stroke="#8a8a8a" if inked.stroke else "")
    if ground.place == "face" and path.fill not in ("", INK):
        return replace(inked, fill=_WHITE)
    return inked


def _grey(path: Path, ground: _Ground) -> Path | None:
    """Greys, all lifted but the ink, which is black: printers make dark greys darker, and faces have to be read."""
    return replace(path, fill=path.fill and _lifted(path.fill), stroke=path.stroke and _lifted(path.stroke))


def _contrast(path: Path, ground: _Ground) -> Path | None:
    """Scenery almost white, people and things with thick black lines, words black on white."""
    if ground.place == "scenery":
        if path.dash or path.opacity < _FAINT:
            return None
        line = path.stroke and _towards_white(path.stroke, 0.45)
        return replace(path, fill=path.fill and _towards_white(path.fill), stroke=line)
    if ground.place == "words":
        fill = path.fill and (_BLACK if path.fill == INK else _WHITE)
        return replace(path, fill=fill, stroke=path.stroke and _BLACK, width=path.width * _BOLD)
    stroke = _BLACK if path.stroke == INK else path.stroke
    return replace(path, fill=_BLACK if path.fill == INK else path.fill, stroke=stroke, width=path.width * _BOLD)


def _black(path: Path, ground: _Ground) -> Path | None:
    if path.opacity < _FAINT:
        return None
    return replace(path, fill=path.fill and INK, stroke=path.stroke and INK)


def silhouette(group: Group) -> Group:
    """A figure as one black shape: whom do we know by that alone?"""
    return replace(group, marks=_painted(group.marks, _black, _Ground("art")))


_PAINTS: dict[str, _Paint] = {"ink": _ink, "grey": _grey, "contrast": _contrast, "outline": _outline}


@cache
def lightness(colour: str) -> float:
    """How light a ``#rrggbb`` colour looks, from 0 to 1 (the L* of CIELAB, as a share)."""
    y = luminance(colour)
    return 1.16 * y ** (1 / 3) - 0.16 if y > 0.008856 else 9.033 * y


@cache
def luminance(colour: str) -> float:
    """Relative luminance from 0 to 1, as WCAG 2 measures it."""
    red, green, blue = (c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def grey(colour: str) -> str:
    """The grey that is as light as ``colour``."""
    y = luminance(colour)
    level = 12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055
    return hex_of((level * 255,) * 3)


@cache
def _grey_png(png: bytes) -> bytes:
    """A picture from outside without its colours; its transparency stays."""
    from PIL import Image

    written = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("LA" if "A" in picture.getbands() else "L").save(written, "PNG", compress_level=6)
    return written.getvalue()


@cache
def _lifted(colour: str) -> str:
    return _BLACK if colour == INK else _towards_white(grey(colour), 0.28)


@cache
def _towards_white(colour: str, by: float = 0.78) -> str:
    return hex_of(c + (255 - c) * by for c in channels(colour))
