"""Sign: the site's own mark, two balloons of one size, as a drawing and as icons."""

from __future__ import annotations

from kokko_ethics.drawing.model import Drawing, Group, Path
from kokko_ethics.house_style import INK, PAPER
from kokko_ethics.outputs.png import to_png
from kokko_ethics.outputs.svg import to_svg

_SIDE = 64.0
_BACK = "M26 8c13 0 21 7 21 16s-8 16-21 16c-2 0-4 0-6-.5L9 46l3-9.5C7.5 33.5 5 29 5 24 5 15 13 8 26 8z"
_FRONT = "M40 22c12 0 19 6.5 19 15 0 4.5-2 8.5-6 11.2L56 58l-11-6.3c-1.6.2-3.3.3-5 .3-12 0-19-6.5-19-15s7-15 19-15z"
_ACCENT = "#f2b134"
GROUND = "#fffdf7"
"""The site's paper, by day."""
_LINE = 4.0
_MARGIN = 0.8
"""How much of an icon its mark fills, so that no phone's mask cuts into it."""
SIZES = (192, 512)
"""Sides of the icons that telephones want, in dots."""


def sign() -> Drawing:
    """The mark alone."""
    marks = (Path(_BACK, PAPER, INK, _LINE), Path(_FRONT, _ACCENT, INK, _LINE))
    return Drawing("sign", _SIDE, _SIDE, marks, "", "Kokko", "", "")


def icon_svg() -> bytes:
    """The mark for the tab of a browser."""
    return f"{to_svg(sign())}\n".encode()


def icon_png(side: int) -> bytes:
    """The mark on a ground of the site's paper, ``side`` dots wide and high."""
    inset = _SIDE * (1 - _MARGIN) / 2
    ground = Path(f"M0 0L{_SIDE:g} 0L{_SIDE:g} {_SIDE:g}L0 {_SIDE:g}Z", GROUND)
    mark = Group(sign().marks, matrix=(_MARGIN, 0.0, 0.0, _MARGIN, inset, inset))
    return to_png(Drawing("icon", _SIDE, _SIDE, (ground, mark), "", "Kokko", "", ""), round(side * 72 / _SIDE))
