"""Pictures: what a story's card and its link in messages show: people of its first panels, without any words."""

from __future__ import annotations

from dataclasses import replace

from kokko_ethics.drawing.model import Drawing, Group
from kokko_ethics.edition import Edition, Pane
from kokko_ethics.geometry import Box
from kokko_ethics.outputs.cropping import cropped
from kokko_ethics.outputs.png import to_png
from kokko_ethics.outputs.svg import to_svg

CARD = (300.0, 200.0)
"""Width and height of a card's picture, in points."""
SHARED = (600.0, 315.0)
"""Those of the picture that goes with a link; at 144 dots an inch it has 1200 by 630 of them."""
_DPI = 144
_AIR = 0.14
"""The air above the heads, as a share of the window's height."""


def art_of(edition: Edition) -> tuple[Drawing, list[float], int]:
    """The first panel that shows two people or more, without its words; where their heads are (x, y, width and height;
    nothing where nobody is), and how many of them belong to one of the two sides."""
    pane = _pane(edition)
    marks = (mark for mark in pane.drawing.marks if isinstance(mark, Group) and mark.role == "picture")
    art = replace(pane.drawing, id="art", marks=tuple(replace(mark, clip="") for mark in marks), title="",
                  description="", spoken="")  # fmt: skip
    heads = [figure.head for figure in pane.lettering.stage.figures]
    if not heads:
        return art, [], 0
    left, top = min(head.x for head in heads), min(head.y for head in heads)
    right, bottom = max(head.right for head in heads), max(head.bottom for head in heads)
    cast = sum(figure.member.side != "other" for figure in pane.lettering.stage.figures)
    return art, [left, top, right - left, bottom - top], cast


def card(art: Drawing, heads: list[float]) -> bytes:
    """The picture of a story's card, as SVG."""
    return f"{to_svg(_cut(art, heads, CARD), sized=True)}\n".encode()


def shared(art: Drawing, heads: list[float]) -> bytes:
    """The picture that a link to a story shows in messages, as PNG."""
    return to_png(_cut(art, heads, SHARED), _DPI)


def _pane(edition: Edition) -> Pane:
    peopled = (pane for pane in edition.web if sum(not one.from_behind for one in pane.lettering.stage.figures) > 1)
    return next(peopled, edition.web[0])


def _cut(art: Drawing, heads: list[float], size: tuple[float, float]) -> Drawing:
    """The part of ``art`` that fits a window of ``size``, with the heads in it, so large that it fills it."""
    width, height = size
    w = min(art.width, art.height * width / height)
    h = w * height / width
    around = Box(*heads) if heads else Box(0.0, art.height, art.width, 0.0)
    x = min(max(around.x + around.w / 2 - w / 2, 0.0), art.width - w)
    y = min(max(around.y - _AIR * h, 0.0), art.height - h)
    scale = width / w
    whole = Group(art.marks, matrix=(scale, 0.0, 0.0, scale, -x * scale, -y * scale))
    return cropped(replace(art, width=width, height=height, marks=(whole,)))
