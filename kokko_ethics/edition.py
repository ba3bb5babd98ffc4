"""Edition: everything that an output may need of one story in one language, drawn and laid out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from kokko_ethics.drawing.model import Drawing
from kokko_ethics.geometry import Box
from kokko_ethics.house_style import Format
from kokko_ethics.lettering.model import Lettering
from kokko_ethics.story.model import Panel, Story


@dataclass(frozen=True, slots=True)
class Pane:
    """A panel as one edition shows it: where it lies on its page (or at the origin on the web), lettered and drawn.

    ``label`` is what readers see as its number ("3", "3b" for the second part of a split panel).
    """

    panel: Panel
    label: str
    frame: Box
    lettering: Lettering
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Page:
    """A comic page with its panes in reading order; ``number`` from one."""

    number: int
    panes: tuple[Pane, ...]


@dataclass(frozen=True, slots=True)
class PageSet:
    """All comic pages of a story in one format."""

    format: Format
    pages: tuple[Page, ...]

    @classmethod
    def of(cls, format: Format, panes: Iterable[tuple[int, Pane]]) -> PageSet:
        """The page set of panes in reading order, each with the number of its page."""
        pages = groupby(panes, key=itemgetter(0))
        return cls(format, tuple(Page(number, tuple(pane for _, pane in page)) for number, page in pages))


@dataclass(frozen=True, slots=True)
class Edition:
    """One story, ready to publish: page sets for A4 and A5, and single panes that reflow on the web."""

    story: Story
    a4: PageSet
    a5: PageSet
    web: tuple[Pane, ...]
