"""Engraving: marks as the operators of a PDF form, packed and ready for as many books as show them.

Marks are so dull that PDF has an operator for each. Live text is not engraved: its fonts belong to the book.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Text
from kokko_ethics.geometry import Matrix, Point, number, place
from kokko_ethics.outputs.path_data import steps
from kokko_ethics.standing import standing
from kokko_ethics.typeface import outline

_ROUND = b"1 J 1 j"
"""Round ends and joins, as PDF says it."""
_PACKING = 6
"""How hard zlib packs: harder takes twice as long and wins a hundredth."""

_LARGE = 10_000
"""Signs that marks take to be told, from which on it is quicker to read how they were engraved than to engrave them."""


@dataclass(frozen=True, slots=True)
class Engraving:
    """What a PDF form paints. ``data`` are its operators, packed; ``opacities`` are those that it names ``/a0.5`` (to
    fill) and ``/A0.5`` (to stroke); ``layers`` are forms of their own, ``/x0`` first, each painted as one sheet."""

    data: bytes
    opacities: tuple[float, ...] = ()
    layers: tuple[Engraving, ...] = ()

    @property
    def operators(self) -> bytes:
        """What it paints, unpacked."""
        return zlib.decompress(self.data)

    def written(self) -> list[Any]:
        """Its fields for JSON, in their order; what it paints is in base 64."""
        return [base64.b64encode(self.data).decode("ascii"), self.opacities, [one.written() for one in self.layers]]

    @classmethod
    def read(cls, data: str, opacities: list[float], layers: list[list[Any]]) -> Engraving:
        """The engraving whose fields were :meth:`written`."""
        return cls(base64.b64decode(data), tuple(opacities), tuple(cls.read(*layer) for layer in layers))


@dataclass(frozen=True, slots=True)
class EngravedGroup:
    """A group with live letters: its ``parts``, in the units of ``matrix``, cut out by the operators of ``clip`` where
    there are any, and painted as one sheet if their ``opacity`` is not 1."""

    parts: tuple[Part, ...]
    matrix: Matrix | None = None
    clip: bytes = b""
    opacity: float = 1.0


Part = Engraving | EngravedGroup | Text
"""What a drawing that is ready to be printed is made of."""


@dataclass(frozen=True, slots=True)
class Engraved:
    """A drawing that is ready to be printed, ``width`` × ``height`` points large: ``parts`` in the order of painting,
    engraved but for live letters in ``lang``."""

    width: float
    height: float
    lang: str
    parts: tuple[Part, ...]


def engrave(drawing: Drawing, *, outlined: bool = False) -> Engraved:
    """The drawing ready to be printed; with letters as outlines where its typefaces lack some."""
    lang = drawing.lang
    parts = (_engraving(drawing.marks, lang),) if outlined else tuple(_parts(drawing.marks, lang))
    return Engraved(drawing.width, drawing.height, lang, parts)


def _parts(marks: Iterable[Mark], lang: str) -> Iterator[Part]:
    """Marks with what stands between live letters engraved."""
    for living, run in groupby(marks, key=_lives):
        if living:
            yield from (_living(mark, lang) for mark in run if isinstance(mark, Group | Text))
        else:
            yield _engraving(tuple(run), lang)


def _living(mark: Group | Text, lang: str) -> Part:
    if isinstance(mark, Text):
        return mark
    clip = operators(mark.clip) if mark.clip else b""
    return EngravedGroup(tuple(_parts(mark.marks, lang)), mark.matrix, clip, mark.opacity)


def _lives(mark: Mark) -> bool:
    """Whether a mark holds live text; letters with a line round them are drawn."""
    if isinstance(mark, Group):
        return any(map(_lives, mark.marks))
    return isinstance(mark, Text) and not mark.stroke


@lru_cache(maxsize=256)
def _engraving(marks: tuple[Mark, ...], lang: str) -> Engraving:
    """Kept: a handout and its worksheet show the same pictures. Large ones stand for the next build, too."""
    named = f"{lang} {marks!r}"
    if len(named) < _LARGE:
        return _cut(marks, lang)
    kept = standing("engraving", named, lambda: json.dumps(_cut(marks, lang).written()).encode())
    return Engraving.read(*json.loads(kept))


def _cut(marks: tuple[Mark, ...], lang: str) -> Engraving:
    burin = _Burin(lang)
    burin.marks(marks)
    data = b"\n".join((_ROUND, *burin.operators))
    return Engraving(zlib.compress(data, _PACKING), tuple(burin.opacities), tuple(burin.layers))


@dataclass(frozen=True, slots=True)
class _Tint:
    """What is set: colours, the line's width and dashes, opacity; None where that is not known yet."""

    fill: str | None = None
    stroke: str | None = None
    width: float | None = None
    dash: tuple[float, ...] | None = None
    opacity: float | None = None


class _Burin:
    """Cuts marks; it knows what is set, so that it sets nothing twice."""

    def __init__(self, lang: str) -> None:
        self.operators: list[bytes] = []
        self.opacities: dict[float, None] = {}
        self.layers: list[Engraving] = []
        self._lang = lang
        self._set = _Tint()

    def marks(self, marks: Iterable[Mark]) -> None:
        """Cut marks, one over the other; pictures from outside are laid below a drawing by others."""
        for mark in marks:
            match mark:
                case Group():
                    self._group(mark)
                case Path():
                    self._path(mark)
                case Text():
                    self._letters(mark)

    def _group(self, group: Group) -> None:
        before = self._set
        self.operators.append(b"q")
        if group.matrix:
            self.operators.append(moved(group.matrix))
        if group.clip:
            self.operators += [operators(group.clip), b"W n"]
        if group.opacity == 1.0:
            self.marks(group.marks)
        else:
            self._layer(group.marks, group.opacity)
        self.operators.append(b"Q")
        self._set = before

    def _layer(self, marks: tuple[Mark, ...], opacity: float) -> None:
        """One sheet that shines through evenly."""
        self._opacity(opacity)
        self.operators.append(b"/x%d Do" % len(self.layers))
        self.layers.append(_engraving(marks, self._lang))

    def _path(self, path: Path) -> None:
        if path.opacity != 1.0 and path.fill and path.stroke:
            self._layer((replace(path, opacity=1.0),), path.opacity)
            return
        self._opacity(path.opacity)
        if path.fill and path.fill != self._set.fill:
            self.operators.append(_colour(path.fill) + b" rg")
            self._set = replace(self._set, fill=path.fill)
        if path.stroke:
            self._line(path)
        paint = b"B" if path.fill and path.stroke else b"f" if path.fill else b"S" if path.stroke else b"n"
        self.operators += [operators(path.d), paint]

    def _line(self, path: Path) -> None:
        now = self._set
        if path.stroke != now.stroke:
            self.operators.append(_colour(path.stroke) + b" RG")
        if path.width != now.width:
            self.operators.append(number(path.width, 3).encode() + b" w")
        if path.dash != now.dash:
            self.operators.append(f"[{' '.join(number(dash, 3) for dash in path.dash)}] 0 d".encode())
        self._set = replace(now, stroke=path.stroke, width=path.width, dash=path.dash)

    def _opacity(self, opacity: float) -> None:
        if opacity != self._set.opacity:
            self.operators.append(b"/a%b gs /A%b gs" % ((str(float(opacity)).encode(),) * 2))
            self.opacities[float(opacity)] = None
            self._set = replace(self._set, opacity=opacity)

    def _letters(self, text: Text) -> None:
        """Letters as outlines."""
        drawn = "".join(outline(line, text.size, text.lang or self._lang) for line in text.lines)
        self._group(Group((Path(drawn, text.fill, text.stroke, text.width),), matrix=turned(text)))


def turned(text: Text) -> Matrix | None:
    """The matrix that turns a text round where its first line begins; None where it stands upright."""
    if not (text.turn and text.lines):
        return None
    x, y = text.lines[0].start, text.lines[0].y
    a, b, c, d, _, _ = place(0.0, 0.0, turn=text.turn)
    return (a, b, c, d, x - a * x - c * y, y - b * x - d * y)


def moved(matrix: Matrix) -> bytes:
    """The operator that brings what follows into the units of ``matrix``."""
    return f"{' '.join(number(value, 6) for value in matrix)} cm".encode()


@lru_cache(maxsize=256)
def _colour(colour: str) -> bytes:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return " ".join(number(int(digits[k : k + 2], 16) / 255, 4) for k in (0, 2, 4)).encode()


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
        return (self._piece(step.command, list(step.points)) for step in steps(d))

    def _piece(self, command: str, points: list[Point]) -> str:
        match command:
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
