"""Drawing: a closed, dull list of marks. Whoever can draw these four kinds can publish a Kokko comic.

Coordinates are points in the panel, or whatever the enclosing group's ``matrix`` makes of them.
Outlines are SVG path data with the commands ``M L C S Q Z`` in either case, so that any renderer reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

from kokko_ethics.geometry import Box, Matrix
from kokko_ethics.typeface import TextLine, TextRun

__all__ = ["Drawing", "Group", "Mark", "Path", "Picture", "Text", "TextLine", "TextRun"]

@dataclass(frozen=True, slots=True)
class Path:
    """A filled and/or stroked outline. Empty ``fill`` or ``stroke`` paints nothing; joins and ends are round."""

    d: str
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    opacity: float = 1.0
    role: str = ""
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Lettering: lines that are already broken and placed. ``size`` is the type size in points."""

    lines: tuple[TextLine, ...]
    size: float
    fill: str
    lang: str = ""
    role: str = ""
    stroke: str = ""
    width: float = 0.0
    """A line round the letters, painted half over them (sound effects)."""
    turn: float = 0.0
    """Degrees by which the whole block is turned clockwise round where its first line begins (sound effects)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from outside (PNG bytes), fitted into ``box``."""

    box: Box
    png: bytes


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that belong together. ``role`` becomes the class, ``data`` the ``data-*`` attributes of the SVG group.

    ``clip`` is path data in the group's inner coordinates.
    """

    marks: tuple[Mark, ...]
    role: str = ""
    data: tuple[tuple[str, str], ...] = ()
    id: str = ""
    matrix: Matrix | None = None
    clip: str = ""
    opacity: float = 1.0


Mark = Group | Path | Text | Picture


@dataclass(frozen=True, slots=True)
class Drawing:
    """One finished panel: its size in points and its marks in painting order.

    ``title`` is the short name ("Ruutu 3"), ``description`` what is to be seen, ``spoken`` who says what in reading
    order; together they are all that a screen reader needs.
    """

    id: str
    width: float
    height: float
    marks: tuple[Mark, ...]
    lang: str
    title: str
    description: str
    spoken: str
