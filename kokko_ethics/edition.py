"""Edition: everything that an output may need of one story in one language, drawn and laid out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Any

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.drawing.model import Drawing
from kokko_ethics.geometry import Box
from kokko_ethics.house_style import Format, Style
from kokko_ethics.lettering.model import Lettering
from kokko_ethics.story.model import Panel, Story
from kokko_ethics.translation.model import Laid


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
    """All comic pages of a story in one format; ``complaints`` say what does not fit on them."""

    format: Format
    pages: tuple[Page, ...]
    complaints: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, format: Format, panes: Iterable[tuple[int, Pane]], complaints: Iterable[Diagnostic] = ()) -> PageSet:
        """The page set of panes in reading order, each with the number of its page."""
        pages = groupby(panes, key=itemgetter(0))
        printed = tuple(Page(number, tuple(pane for _, pane in page)) for number, page in pages)
        return cls(format, printed, tuple(complaints))


def _refuse(*_: object) -> Any:
    raise LookupError("This edition was made by hand and has no press for that.")


@dataclass(frozen=True, slots=True)
class Press:
    """How more is made of a story than an edition holds: its pages in another format, another telling of it, or (once
    it has been styled) the same in another style."""

    pages: Callable[[Story, Format], PageSet]
    edition: Callable[[Story], Edition]
    styled: Callable[[Style], Edition] = _refuse


def _no_press() -> Press:
    return Press(_refuse, _refuse)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Edition:
    """One story, ready to publish: page sets for A4 and A5, and single panes that reflow on the web.

    ``complaints`` say what does not fit. Whatever else an output needs (a poster, large print, easy language) its
    ``press`` makes when asked; it is laid out and lettered anew, since type never shrinks.
    """

    story: Story
    a4: PageSet
    a5: PageSet
    web: tuple[Pane, ...]
    complaints: tuple[Diagnostic, ...] = ()
    press: Press = field(default_factory=_no_press, compare=False, repr=False)

    def pages(self, format: Format, panels: tuple[Panel, ...] = ()) -> PageSet:
        """The comic on pages of ``format``; only some of its panels if there are any."""
        known = {one.format: one for one in (self.a4, self.a5) if one.pages} if not panels else {}
        return known.get(format) or self.press.pages(self.story.only(panels) if panels else self.story, format)

    def retold(self, story: Story) -> Edition:
        """The same for another telling of the story, such as the one in easy language; its ``pages`` are laid out when
        they are asked for."""
        return self.press.edition(story)

    def in_style(self, style: Style) -> Edition:
        """The same in another style, whatever style this is in."""
        return self.press.styled(style)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of a script. ``edition`` is missing where nothing could be drawn; ``laid`` is the story with its
    translation, which knows where translated words stand."""

    story: Story | None
    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]
    laid: Laid | None = None
