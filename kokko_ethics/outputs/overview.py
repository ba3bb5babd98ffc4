"""Overview: the comic in small pictures without letters, each with its number and, beside it, what is said in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.drawing.notation import read_marks, written_marks
from kokko_ethics.edition import Edition, Pane
from kokko_ethics.geometry import Box, number
from kokko_ethics.house_style import INK
from kokko_ethics.outputs.cropping import cropped
from kokko_ethics.outputs.matter import Fork, Matter, Pieces, spoken
from kokko_ethics.outputs.painting import paintable
from kokko_ethics.standing import standing
from kokko_ethics.story.model import Panel
from kokko_ethics.wording import say

WIDTH, HEIGHT = 104.0, 78.0
"""Width and height of a small picture in points, at most; one of many people is wide and less high."""
_RATIO = WIDTH / HEIGHT
_ABOVE, _BESIDE = 0.3, 0.5
"""The air above and beside people, in heads: balloons stand there in the comic."""
_LINE = 1.5


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A panel: its number, where print sends its readers from it, what it is called, what is seen in it and what is
    said, the choice that its readers make; its small picture and the address of that."""

    number: int
    way: str
    name: str
    seen: str
    said: tuple[Pieces, ...]
    fork: Fork | None
    picture: Drawing
    address: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A scene: the numbers of its panels in words, and the option that leads to it, if one does. Scenes have titles
    for their authors only."""

    numbers: str
    begins: Pieces
    glimpses: tuple[Glimpse, ...]

    @property
    def rows(self) -> list[list[Glimpse]]:
        """Two panels side by side; a row ends with a choice."""
        rows: list[list[Glimpse]] = []
        for one in self.glimpses:
            if rows and len(rows[-1]) == 1 and not rows[-1][0].fork:
                rows[-1].append(one)
            else:
                rows.append([one])
        return rows


def overview(edition: Edition, matter: Matter) -> tuple[Stretch, ...]:
    """The whole comic, scene by scene."""
    panes: dict[str, Pane] = {}
    for page in edition.a4.pages:
        for pane in page.panes:
            panes.setdefault(pane.panel.id, pane)
    names = {member.id: member.name for member in edition.story.cast}
    scenes = ([panel for panel in scene.panels if panel.id in panes] for scene in edition.story.scenes)
    return tuple(
        _stretch(tuple(_glimpse(panel, panes[panel.id], names, matter) for panel in panels), matter)
        for panels in scenes
        if panels
    )


def _stretch(glimpses: tuple[Glimpse, ...], matter: Matter) -> Stretch:
    first, last = glimpses[0].number, glimpses[-1].number
    key, count = ("one", f"{first}") if first == last else ("many", f"{first}–{last}")
    numbers = say("pages", matter.lang, "look", key, numbers=count)
    ways = (way for fork in matter.forks for way in fork.ways if way.label == str(first))
    return Stretch(numbers, next((way.saying.pieces for way in ways), ()), glimpses)


def _glimpse(panel: Panel, pane: Pane, names: dict[str, str], matter: Matter) -> Glimpse:
    said = tuple(spoken(line, names, matter.lang).pieces for line in panel.lines)
    fork = next((fork for fork in matter.forks if fork.after == str(panel.number)), None)
    way = dict(matter.ways_on).get(panel.number, "")
    picture = small_picture(pane)
    name, address = say("panels", matter.lang, "panel", "title", label=panel.number), f"painting:small{panel.number}"
    return Glimpse(panel.number, way, name, panel.description.plain, said, fork, picture, address)


def small_picture(pane: Pane) -> Drawing:
    """What is seen in a panel: its people, with little round them."""
    drawing, window = pane.drawing, _window(pane)
    scale = min(WIDTH / window.w, HEIGHT / window.h)
    width, height = window.w * scale, window.h * scale
    pictures = tuple(mark for mark in drawing.marks if isinstance(mark, Group) and mark.role == "picture")
    matrix = (scale, 0.0, 0.0, scale, -window.x * scale, -window.y * scale)
    marks: tuple[Mark, ...] = (
        Group(pictures, "picture", matrix=matrix, clip=_rectangle(window)),
        Path(_rectangle(Box(_LINE / 2, _LINE / 2, width - _LINE, height - _LINE)), stroke=INK, width=_LINE),
    )
    return _kept(Drawing(drawing.id, width, height, marks, drawing.lang, drawing.title, "", ""))


def _kept(picture: Drawing) -> Drawing:
    """A picture without what lies outside of it; where all of it is ours, it stands for the next build."""
    if not paintable(picture):
        return cropped(picture)
    of = f"{picture.width} {picture.height} {picture.marks!r}"
    marks = standing("glimpse", of, lambda: written_marks(cropped(picture).marks).encode())
    return replace(picture, marks=read_marks(marks.decode()))


def _window(pane: Pane) -> Box:
    """The part of a panel that is worth a small picture: from above the highest head down, wide enough for everybody,
    and as near to the shape of the others as the panel allows; all of a panel without people."""
    w, h = pane.frame.w, pane.frame.h
    heads = [figure.head for figure in pane.lettering.stage.figures]
    if not heads:
        return Box(0.0, 0.0, w, h)
    air = max(head.h for head in heads)
    left = max(0.0, min(head.x for head in heads) - _BESIDE * air)
    right = min(w, max(head.right for head in heads) + _BESIDE * air)
    top = max(0.0, min(head.y for head in heads) - _ABOVE * air)
    wide = min(w, max(right - left, (h - top) * _RATIO))
    high = min(h, max(wide / _RATIO, 1.0))
    left = min(max(0.0, (left + right - wide) / 2), w - wide)
    return Box(left, min(top, h - high), wide, high)


def _rectangle(box: Box) -> str:
    x0, y0, x1, y1 = map(number, (box.x, box.y, box.right, box.bottom))
    return f"M{x0} {y0}L{x1} {y0}L{x1} {y1}L{x0} {y1}Z"
