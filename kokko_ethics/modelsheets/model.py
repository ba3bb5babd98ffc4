"""Model sheets as data: sections of pictures with captions, which a template lays out."""

from __future__ import annotations

from dataclasses import dataclass

from kokko_ethics.drawing.model import Drawing


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A picture and what to call it: in the page's language first, then in the others, each with its language."""

    picture: Drawing
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Exhibits under a heading; ``field`` is the word to type before the value, in each language."""

    title: str
    exhibits: tuple[Exhibit, ...]
    field: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of sections; ``name`` is its file's name without the ending."""

    name: str
    title: str
    about: str
    sections: tuple[Section, ...]
