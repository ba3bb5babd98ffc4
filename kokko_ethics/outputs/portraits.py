"""Portraits: each person's head and shoulders, cut out of a panel in which they look well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.edition import PageSet, Pane
from kokko_ethics.geometry import Box, number
from kokko_ethics.house_style import CAPTION_GROUND, INK
from kokko_ethics.staging.model import Figure

SIDE = 100.0
"""A portrait is a square of that many points."""
SHOULDERS, FACE = 2.3, 1.5
"""The square's side in heads: with the shoulders, or near enough for a small picture."""
_ABOVE = 0.1
"""The air above the hair, as a share of the side."""
_LINE = 2.5
_KINDLY = ("happy", "pleased", "calm", "hopeful", "neutral", "curious", "proud", "relieved", "delighted", "laughing")
"""Feelings that somebody would like to be remembered by, the best first."""


def portraits(pages: PageSet, *, room: float = SHOULDERS, ground: str = CAPTION_GROUND) -> dict[str, Drawing]:
    """A portrait of everybody who is seen from the front in any panel, by the ids of the cast: a square of ``room``
    heads, before a wall in the colour ``ground``."""
    seen: dict[str, list[tuple[Pane, Figure]]] = {}
    for page in pages.pages:
        for pane in page.panes:
            for figure in pane.lettering.stage.figures:
                if not figure.from_behind and _group(pane.drawing.marks, figure):
                    seen.setdefault(figure.member.id, []).append((pane, figure))
    best = {id: min(places, key=lambda place: _worth(place[1])) for id, places in seen.items()}
    return {id: _cut(pane, figure, room, ground) for id, (pane, figure) in best.items()}


def _worth(figure: Figure) -> tuple[bool, int, bool, float]:
    """What makes one likeness better than another: no hand before the face, the feeling, a closed mouth, the size."""
    feeling = _KINDLY.index(figure.feeling) if figure.feeling in _KINDLY else len(_KINDLY)
    hidden = any(hand.overlap(figure.head) > 0 for hand in figure.hands)
    return hidden, feeling, figure.speaking, -figure.head.h


def _cut(pane: Pane, figure: Figure, room: float, ground: str) -> Drawing:
    head, lang = figure.head, pane.drawing.lang
    side = head.h * room
    window = Box(head.x + head.w / 2 - side / 2, head.y - side * _ABOVE, side, side)
    scale = SIDE / side
    person = _group(pane.drawing.marks, figure)
    matrix = (scale, 0.0, 0.0, scale, -window.x * scale, -window.y * scale)
    marks: tuple[Mark, ...] = (
        Path(_square(Box(0.0, 0.0, SIDE, SIDE)), ground),
        Group((person,) if person else (), "picture", matrix=matrix, clip=_square(window)),
        Path(_square(Box(_LINE / 2, _LINE / 2, SIDE - _LINE, SIDE - _LINE)), stroke=INK, width=_LINE),
    )
    return Drawing(figure.member.id, SIDE, SIDE, marks, lang, figure.member.name, "", "")


def _group(marks: Iterable[Mark], figure: Figure) -> Group | None:
    """Where somebody is drawn."""
    wanted = ("character", figure.member.id)
    return next((group for group in _groups(marks) if group.role == "figure" and wanted in group.data), None)


def _groups(marks: Iterable[Mark]) -> Iterator[Group]:
    for mark in marks:
        if isinstance(mark, Group):
            yield mark
            yield from _groups(mark.marks)


def _square(box: Box) -> str:
    x0, y0, x1, y1 = map(number, (box.x, box.y, box.right, box.bottom))
    return f"M{x0} {y0}L{x1} {y0}L{x1} {y1}L{x0} {y1}Z"
