"""Book: a page set with the matter round it, as the HTML and CSS of a whole printed work."""

from __future__ import annotations

import base64
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, cast

from markupsafe import Markup

from kokko_ethics.drawing.model import Drawing, Group
from kokko_ethics.edition import Page, PageSet, Pane
from kokko_ethics.geometry import number
from kokko_ethics.house_style import CAPTION_GROUND, INK
from kokko_ethics.outputs.fonts import letters, together, ttf_uri
from kokko_ethics.outputs.matter import LICENCE_URL, Fork, Matter
from kokko_ethics.outputs.painting import Painting, lettering_only, paintable
from kokko_ethics.outputs.sheets import foot_note, shortened
from kokko_ethics.outputs.svg import clean, to_svg
from kokko_ethics.outputs.templating import css_string, fill
from kokko_ethics.typeface import Face, missing

Table = dict[str, Any]

_FOOT_SHARE = 0.8
"""The share of its width that a booklet's foot leaves for the running title."""
_MEASURE = 30.0
"""Longest line of running text in ems: about sixty characters."""
_LINES = 18
"""Lines to write on, on a page for notes."""
_ART = 0.62
"""Height of the title page's art as a share of its width, at most."""
_TITLE_LINES = 13
"""Lines that a title page's headings, margins and notes take."""
_COVER = "painting:cover"
_LEADING, _LETTER, _PADDING = 1.45, 0.54, 18.0
"""Line height and a letter's mean width in ems, and the room in points round an option: to guess a choice's height."""


@dataclass(frozen=True, slots=True)
class Binding:
    """How a work is bound. ``size`` is the type size of its running text, ``small`` that of feet and draft notes,
    ``label`` that of panel numbers, all in points.

    ``folded`` works have pages for notes that fill their sheets; ``notes`` says whether the facilitator's notes are in
    it; ``kind`` names an edition that is told in another way.
    """

    size: float
    small: float = 9.5
    label: float = 9.0
    folded: bool = False
    notes: bool = False
    kind: str = ""


HANDOUT = Binding(13.0, notes=True)
BOOKLET = Binding(11.0, folded=True)
LARGE_PRINT = Binding(18.0, small=14.0, label=14.0, kind="large-print")
EASY = Binding(12.0, folded=True, kind="easy")


@dataclass(frozen=True, slots=True)
class Book:
    """A printed work: comic pages with the matter round them, in a binding."""

    pages: PageSet
    matter: Matter
    binding: Binding = HANDOUT

    def html(self, fillers: int, *, comic: bool = True) -> str:
        """The whole work with ``fillers`` pages for notes; without its comic pages if not ``comic``."""
        forks = {page.number: self._forks(page) for page in self.pages.pages}
        shown = {fork.after for on_page in forks.values() for fork in on_page}
        later = [fork for fork in self.matter.forks if fork.after not in shown]
        pages = [self._page(page, forks[page.number]) for page in self.pages.pages] if comic else []
        values = {
            "matter": self.matter,
            "pages": pages,
            "later": later,
            "binding": self.binding,
            "art": self._art_height(),
        }
        notes = {"fillers": fillers, "lines": _LINES, "licence": LICENCE_URL}
        body = printable(fill("book.html", self.matter.lang, css="", **values, **notes))
        return body.replace("<style></style>", f"<style>{self._css(body)}</style>", 1)

    def paintings(self) -> dict[str, Painting]:
        """The pictures that the HTML names, by their addresses; only weasyprint can read them."""
        panes = (pane for page in self.pages.pages for pane in page.panes if paintable(pane.drawing))
        return {_COVER: Painting(_cover(self.pages)), **{_address(pane): Painting(pane.drawing) for pane in panes}}

    def _page(self, page: Page, forks: list[Fork]) -> Table:
        panels = [self._panel(pane, bool(forks)) for pane in page.panes]
        return {"number": page.number, "panels": panels, "forks": forks, "below": number(self._below(page))}

    def _forks(self, page: Page) -> list[Fork]:
        """The choices that readers have to make on a comic page, if they fit below its panels."""
        here = {str(pane.panel.number) for pane in page.panes if self._closes(pane)}
        forks = [fork for fork in self.matter.forks if fork.after in here]
        room = self.pages.format.live_height - self._below(page)
        return forks if sum(self._height(fork) for fork in forks) <= room else []

    def _below(self, page: Page) -> float:
        """Where the room below the panels begins, from the top of the live area."""
        format = self.pages.format
        return max(pane.frame.bottom for pane in page.panes) - format.head + format.tier_gutter

    def _closes(self, pane: Pane) -> bool:
        """Whether a pane is the last part of its panel."""
        panes = [other for page in self.pages.pages for other in page.panes if other.panel.id == pane.panel.id]
        return panes[-1].label == pane.label

    def _height(self, fork: Fork) -> float:
        """About the height that a choice needs in print, in points."""
        line = self.pages.format.live_width / (self.binding.size * _LETTER)
        texts = (fork.question.words, *(f"{way.saying.words} → {way.label}" for way in fork.ways))
        return sum(math.ceil((len(text) + 16) / line) * self.binding.size * _LEADING + _PADDING for text in texts)

    def _panel(self, pane: Pane, chosen_here: bool) -> Table:
        format, frame, closes = self.pages.format, pane.frame, self._closes(pane)
        way = dict(self.matter.ways_on).get(pane.panel.number, "") if closes else ""
        painted = paintable(pane.drawing)
        shown = lettering_only(pane.drawing) if painted else pane.drawing
        return {
            "source": _uri(to_svg(shown, sized=True, outlined=_unknown(pane.drawing))),
            "painting": _address(pane) if painted else "",
            "alt": f"{pane.drawing.description} {pane.drawing.spoken}".strip(),
            "label": f"{pane.label} {way}".strip(),
            "later": bool(closes and pane.panel.choice and not chosen_here),
            "x": number(frame.x - format.margin),
            "y": number(frame.y - format.head),
            "w": number(frame.w),
            "h": number(frame.h),
        }

    def _art_height(self) -> float:
        """Room for art on the title page between the words that it has to hold; none if it would be a strip."""
        format, matter = self.pages.format, self.matter
        line = format.live_width / (self.binding.size * _LETTER)
        taught = (matter.principle.sentence, matter.principle.why) if matter.principle else ()
        texts = (matter.title * 2, matter.summary, matter.note, *taught)
        long = sum(math.ceil(len(text) / line) for text in texts)
        words = (long + len(matter.cast) + _TITLE_LINES) * self.binding.size * _LEADING
        height = min(format.live_width * _ART, format.live_height - words)
        return height if height >= format.live_width * _ART / 3 else 0.0

    def _foot_line(self, fitted: Callable[[str, float], str], words: str, share: float) -> Markup:
        """A line of the foot as CSS, as much of it as fits into that share of the page's width."""
        return Markup(css_string(fitted(printable(words), self.pages.format.live_width * share / self.binding.small)))

    def _css(self, body: str) -> str:
        used = together(letters(pane.drawing) for page in self.pages.pages for pane in page.panes)
        text = "".join(sorted({*body, *self.matter.title, *"…", *"0123456789-\u2010•"} - {"\n"}))
        values = {
            "fonts": [(face, ttf_uri(face, characters)) for face, characters in used.items()],
            "regular": ttf_uri("caption", text), "bold": ttf_uri("caption-stress", text),
            "title": self._foot_line(shortened, self.matter.title, _FOOT_SHARE), "folded": self.binding.folded,
            "draft": self._foot_line(foot_note, self.matter.draft, _FOOT_SHARE if self.binding.folded else 1.0),
            "f": self.pages.format,
            "art": _COVER, "art_height": number(self._art_height()), "size": self.binding.size,
            "measure": self.binding.size * _MEASURE, "foot": self.binding.small, "label": self.binding.label,
            "share": _FOOT_SHARE * 100, "ink": INK,
            "ground": CAPTION_GROUND,
        }  # fmt: skip
        return fill("book.css", self.matter.lang, **values)


def printable(text: str) -> str:
    """``text`` with a mark for every character that the text face cannot draw: unknown glyphs are not accessible."""
    characters = "".join(sorted(set(text)))
    unknown = missing(characters, "caption") + missing(characters, "caption-stress")
    return clean(text).translate({ord(character): "\ufffd" for character in unknown})


def _unknown(drawing: Drawing) -> bool:
    """Whether its typefaces lack a character: such panels are drawn, and only their alternative text says the words."""
    return any(missing(characters, cast(Face, face)) for face, characters in letters(drawing).items())


def _address(pane: Pane) -> str:
    return f"painting:{pane.label}"


def _cover(pages: PageSet) -> Drawing:
    """The art of the first panel that shows two people or more, without its words."""
    panes = [pane for page in pages.pages for pane in page.panes]
    shown = next((pane for pane in panes if len(pane.lettering.stage.figures) > 1), panes[0])
    drawing = shown.drawing
    pictures = (mark for mark in drawing.marks if isinstance(mark, Group) and mark.role == "picture")
    marks = tuple(replace(picture, clip="") for picture in pictures)
    return Drawing("cover", drawing.width, drawing.height, marks, drawing.lang, "", "", "")


def _uri(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode('ascii')}"
