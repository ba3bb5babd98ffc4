"""Notation: drawings as JSON, so that they can be kept and shown later; what comes back is equal to what went in.

A mark is a list that begins with its kind: ``p`` path, ``t`` text, ``g`` group, ``i`` picture. Then stand its fields in
the order of ``model.py``; those at the end that have their plain value are left out.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from dataclasses import MISSING, fields
from typing import Any

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text, TextLine, TextRun
from kokko_ethics.geometry import Box


def written(drawing: Drawing) -> str:
    """The drawing as JSON."""
    parts = [drawing.id, drawing.width, drawing.height, [listed(mark) for mark in drawing.marks]]
    parts += [drawing.lang, drawing.title, drawing.description, drawing.spoken]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Drawing:
    """The drawing that was :func:`written`.

    Raises:
        ValueError: if ``text`` is not JSON, or a mark is of no known kind.
    """
    id, width, height, marks, *said = json.loads(text)
    return Drawing(id, width, height, tuple(map(mark_of, marks)), *said)


def written_marks(marks: Iterable[Mark]) -> str:
    """Marks as JSON."""
    return json.dumps([listed(mark) for mark in marks], ensure_ascii=False, separators=(",", ":"))


def read_marks(text: str) -> tuple[Mark, ...]:
    """The marks that were :func:`written_marks`.

    Raises:
        ValueError: if ``text`` is not JSON, or a mark is of no known kind.
    """
    return tuple(map(mark_of, json.loads(text)))


def listed(mark: Mark) -> list[Any]:
    """A mark as its kind and its fields."""
    match mark:
        case Path():
            return ["p", *_values(mark)]
        case Text():
            lines = [[line.x, line.y, line.width, [_values(run) for run in line.runs]] for line in mark.lines]
            return ["t", lines, *_values(mark, 1)]
        case Group():
            return ["g", [listed(inner) for inner in mark.marks], *_values(mark, 1)]
        case Picture():
            box = mark.box
            return ["i", [box.x, box.y, box.w, box.h], base64.b64encode(mark.png).decode("ascii")]


def _values(thing: Path | Text | Group | TextRun, first: int = 0) -> list[Any]:
    """The values of the fields from the one numbered ``first`` on, without the plain ones at the end."""
    known = fields(thing)[first:]
    values = [getattr(thing, field.name) for field in known]
    while values and known[len(values) - 1].default is not MISSING and values[-1] == known[len(values) - 1].default:
        values.pop()
    return values


def mark_of(parts: list[Any]) -> Mark:
    """The mark that was :func:`listed`.

    Raises:
        ValueError: if it is of no known kind.
    """
    kind, *values = parts
    match kind:
        case "p":
            return _path(*values)
        case "t":
            lines = (TextLine(x, y, width, tuple(TextRun(*run) for run in runs)) for x, y, width, runs in values[0])
            return Text(tuple(lines), *values[1:])
        case "g":
            return _group(*values)
        case "i":
            return Picture(Box(*values[0]), base64.b64decode(values[1]))
    raise ValueError(f"There is no mark of the kind {kind!r}.")


def _path(
    d: str, fill: str = "", stroke: str = "", width: float = 0.0, opacity: float = 1.0, role: str = "", dash: Any = ()
) -> Path:
    return Path(d, fill, stroke, width, opacity, role, tuple(dash))


def _group(
    marks: list[Any], role: str = "", data: Any = (), id: str = "", matrix: Any = None, clip: str = "",
    opacity: float = 1.0,
) -> Group:  # fmt: skip
    pairs = tuple((name, value) for name, value in data)
    return Group(tuple(map(mark_of, marks)), role, pairs, id, tuple(matrix) if matrix else None, clip, opacity)
