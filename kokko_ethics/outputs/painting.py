"""Painting: a drawing's marks as the operators of a PDF page, and its live text.

WeasyPrint can draw SVG by itself, but reading our outlines as SVG takes it most of the time of a whole booklet, and
marks are so dull that PDF has an operator for each. Fonts stay with WeasyPrint, which embeds them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text
from kokko_ethics.geometry import Point, number, place
from kokko_ethics.outputs.live_text import write
from kokko_ethics.typeface import outline

_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "S": 4, "Q": 4, "Z": 0}
_ROUND = 1
"""Round ends and joins, as PDF numbers them."""
_PIXEL = 0.75
"""Points in one of WeasyPrint's pixels."""


def paintable(drawing: Drawing) -> bool:
    """Whether all of a drawing can be painted; pictures from outside are left to WeasyPrint."""
    return not any(isinstance(mark, Picture) for mark in _flat(drawing.marks))


def lettering_only(drawing: Drawing) -> Drawing:
    """The live text of a drawing, in its places."""
    return replace(drawing, marks=_marks(drawing.marks, texts=True))


def without_lettering(drawing: Drawing) -> Drawing:
    """All of a drawing but its live text."""
    return replace(drawing, marks=_marks(drawing.marks, texts=False))


class Painting:
    """A picture for WeasyPrint's cache of images: a drawing, with live text, or with letters ``outlined`` where its
    typefaces lack some."""

    def __init__(self, drawing: Drawing, *, outlined: bool = False) -> None:
        self._drawing = drawing
        self._outlined = outlined

    def get_intrinsic_size(self, _resolution: float, _font_size: float) -> tuple[float, float, float]:
        """Width and height in pixels, and their ratio."""
        width, height = self._drawing.width, self._drawing.height
        return width / _PIXEL, height / _PIXEL, width / height

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Paint onto ``stream``, ``width`` × ``height`` of its units large; ``style`` knows the document's fonts."""

        def text(stream: Any, text: Text) -> None:
            if text.stroke or self._outlined:
                letters = "".join(outline(line, text.size, text.lang or self._drawing.lang) for line in text.lines)
                _path(stream, Path(letters, text.fill, text.stroke, text.width))
            else:
                stream.set_color_rgb(*_rgb(text.fill))
                write(stream, text, style, self._drawing.lang)

        with _kept(stream):
            stream.transform(a=width / self._drawing.width, d=height / self._drawing.height)
            stream.set_line_cap(_ROUND)
            stream.set_line_join(_ROUND)
            _paint(stream, self._drawing.marks, text)


Writer = Callable[[Any, Text], None]


class _kept:
    """What is set inside ends with it."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __enter__(self) -> None:
        self.stream.push_state()

    def __exit__(self, *_: object) -> None:
        self.stream.pop_state()


def _paint(stream: Any, marks: Iterable[Mark], text: Writer) -> None:
    for mark in marks:
        match mark:
            case Group():
                _group(stream, mark, text)
            case Path():
                _path(stream, mark)
            case Text():
                with _kept(stream):
                    _turn(stream, mark)
                    text(stream, mark)


def _group(stream: Any, group: Group, text: Writer) -> None:
    with _kept(stream):
        if group.matrix:
            stream.transform(*group.matrix)
        if group.clip:
            stream.stream += [operators(group.clip), b"W n"]
        if group.opacity == 1.0:
            _paint(stream, group.marks, text)
        else:
            _layer(stream, group.opacity, partial(_paint, marks=group.marks, text=text))


def _layer(stream: Any, opacity: float, paint: Callable[[Any], None]) -> None:
    """Paint as one sheet that shines through evenly."""
    layer = stream.add_group(*stream.page_rectangle)
    layer.extra["BBox"][:] = (-_FAR, -_FAR, _FAR, _FAR)
    layer.set_line_cap(_ROUND)
    layer.set_line_join(_ROUND)
    paint(layer)
    stream.set_alpha(opacity, stroke=True, fill=True)
    stream.draw_x_object(layer.id)


_FAR = 9999
"""Beyond every panel, in any of its groups."""


def _path(stream: Any, path: Path) -> None:
    if path.opacity != 1.0 and path.fill and path.stroke:
        with _kept(stream):
            _layer(stream, path.opacity, partial(_path, path=replace(path, opacity=1.0)))
        return
    stream.set_alpha(path.opacity, stroke=True, fill=True)
    if path.fill:
        stream.set_color_rgb(*_rgb(path.fill))
    if path.stroke:
        stream.set_color_rgb(*_rgb(path.stroke), stroke=True)
        stream.set_line_width(path.width)
        stream.set_dash(path.dash, 0)
    paint = b"B" if path.fill and path.stroke else b"f" if path.fill else b"S" if path.stroke else b"n"
    stream.stream += [operators(path.d), paint]


def _turn(stream: Any, text: Text) -> None:
    if text.turn and text.lines:
        x, y = text.lines[0].start, text.lines[0].y
        stream.transform(e=x, f=y)
        stream.transform(*place(0.0, 0.0, turn=text.turn))
        stream.transform(e=-x, f=-y)


@lru_cache(maxsize=256)
def _rgb(colour: str) -> tuple[float, float, float]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (round(int(digits[k : k + 2], 16) / 255, 4) for k in (0, 2, 4))
    return red, green, blue


@lru_cache(maxsize=8192)
def operators(d: str) -> bytes:
    """Path data as PDF operators (``x y m``, ``x y l``, ``x y x y x y c``, ``h``), all absolute. Books share most of
    their outlines, so they are kept."""
    return " ".join(_Pen().draw(d)).encode("ascii")


class _Pen:
    """Follows path data; knows where it is, where its outline began, and how its last curve came in."""

    def __init__(self) -> None:
        self.at: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.handle: Point | None = None

    def draw(self, d: str) -> Iterable[str]:
        """The operators, one a piece."""
        tokens = _TOKEN.findall(d)
        index, command = 0, "M"
        while index < len(tokens):
            if tokens[index].isalpha():
                command, index = tokens[index], index + 1
            elif command in "Mm":
                command = "L" if command == "M" else "l"
            count = _ARGUMENTS[command.upper()]
            values = [float(token) for token in tokens[index : index + count]]
            index += count
            yield self._piece(command, values)

    def _piece(self, command: str, values: list[float]) -> str:
        x, y = self.at if command.islower() else (0.0, 0.0)
        points = [(values[k] + x, values[k + 1] + y) for k in range(0, len(values), 2)]
        match command.upper():
            case "Z":
                self.at, self.handle = self.start, None
                return "h"
            case "M":
                self.at = self.start = points[0]
                self.handle = None
                return f"{_pair(points[0])} m"
            case "L":
                self.at, self.handle = points[0], None
                return f"{_pair(points[0])} l"
            case "Q":
                points = [_third(self.at, points[0]), _third(points[1], points[0]), points[1]]
            case "S":
                x, y = self.at
                points = [(2 * x - self.handle[0], 2 * y - self.handle[1]) if self.handle else self.at, *points]
        self.at, self.handle = points[2], points[1]
        return f"{' '.join(map(_pair, points))} c"


def _third(end: Point, handle: Point) -> Point:
    """The handle of a cubic curve that is the same as a quadratic one."""
    return (end[0] + (handle[0] - end[0]) * 2 / 3, end[1] + (handle[1] - end[1]) * 2 / 3)


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _flat(marks: Iterable[Mark]) -> Iterable[Mark]:
    for mark in marks:
        yield mark
        if isinstance(mark, Group):
            yield from _flat(mark.marks)


def _marks(marks: Iterable[Mark], *, texts: bool) -> tuple[Mark, ...]:
    """Only the live text among marks, or only the others."""
    kept: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Group):
            if inside := _marks(mark.marks, texts=texts):
                kept.append(replace(mark, marks=inside))
        elif texts == (isinstance(mark, Text) and not mark.stroke):
            kept.append(mark)
    return tuple(kept)
