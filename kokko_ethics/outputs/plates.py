"""Plates: a comic's pages in print, its panels in their places, with their numbers and the choices made there."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing
from kokko_ethics.edition import Page, PageSet, Pane
from kokko_ethics.geometry import number
from kokko_ethics.house_style import CODE_SIDE
from kokko_ethics.outputs.codes import Code, code_for
from kokko_ethics.outputs.engraving import Engraved, engrave
from kokko_ethics.outputs.fonts import font_address, letters, together
from kokko_ethics.outputs.matter import Fork, Matter
from kokko_ethics.outputs.painting import Painting, lettering_only, paintable, without_lettering
from kokko_ethics.outputs.svg import clean, to_svg
from kokko_ethics.typeface import Face, missing

Table = dict[str, Any]

_LEADING, _LETTER, _PADDING = 1.45, 0.54, 18.0
"""Line height and a letter's mean width in ems, and the room in points round an option: to guess a choice's height."""


@dataclass(frozen=True, slots=True)
class Plates:
    """Comic pages for ``templates/plates.html``. ``size`` is the type size of the choices below panels, ``numbered``
    says whether panels show their numbers; ``story`` is a name that tells them apart from those of other stories in the
    same book, ``coded`` says whether feet show where the page stands on the web, with QR codes of ``code_side`` points.
    """

    pages: PageSet
    matter: Matter
    size: float
    numbered: bool
    story: str = ""
    coded: bool = False
    code_side: float = CODE_SIDE

    @property
    def choices(self) -> str:
        """The id of the section with the choices that no comic page has room for."""
        return f"_choices{self.story}"

    def tables(self) -> list[Table]:
        """What the template needs of every page."""
        return [self._page(page) for page in self.pages.pages]

    def later(self) -> list[Fork]:
        """The choices that no comic page has room for."""
        shown = {fork.after for page in self.pages.pages for fork in self._forks(page)}
        return [fork for fork in self.matter.forks if fork.after not in shown]

    def paintings(self) -> dict[str, Painting]:
        """The pictures that the HTML names, by their addresses."""
        return {address: Painting(engraving_of(drawing)) for address, drawing in self.drawings().items()}

    def drawings(self) -> dict[str, Drawing]:
        """The panels, and the codes of their pages, by the addresses of their pictures."""
        codes = {code.picture: code.drawing for code in self.codes()}
        return {self._address(pane): pane.drawing for page in self.pages.pages for pane in page.panes} | codes

    def codes(self) -> list[Code]:
        """A code for every page that has one; none where the project has no address on the web."""
        return [code for page in self.pages.pages if (code := self._code(page))]

    def letters(self) -> dict[str, str]:
        """The characters that the panels are lettered with, by face."""
        return together(letters(drawing) for drawing in self.drawings().values())

    def fonts(self) -> list[tuple[str, str]]:
        """The faces of the lettering, each with the address of a font that holds the letters in use."""
        return font_files(self.letters())

    def _page(self, page: Page) -> Table:
        forks = self._forks(page)
        panels = [self._panel(pane, bool(forks)) for pane in page.panes]
        below, code = number(self._below(page)), self._code(page)
        return {"number": page.number, "panels": panels, "forks": forks, "below": below, "code": code}

    def _code(self, page: Page) -> Code | None:
        """Where the first panel of a page stands on the web."""
        if not (self.coded and self.matter.address):
            return None
        shown = next(beat.id for beat in self.matter.beats if beat.number == page.panes[0].panel.number)
        return code_for(page.number, self.matter.address, shown, self.code_side, self.story)

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
        line = self.pages.format.live_width / (self.size * _LETTER)
        texts = (fork.question.words, *(f"{way.saying.words} → {way.label}" for way in fork.ways))
        return sum(math.ceil((len(text) + 16) / line) * self.size * _LEADING + _PADDING for text in texts)

    def _panel(self, pane: Pane, chosen_here: bool) -> Table:
        format, frame, closes = self.pages.format, pane.frame, self._closes(pane)
        backwards = right_to_left(self.matter.lang)
        way = dict(self.matter.ways_on).get(pane.panel.number, "") if closes else ""
        below = "" if paintable(pane.drawing) else svg_uri(to_svg(without_lettering(pane.drawing), sized=True))
        return {
            "source": self._address(pane),
            "below": below,
            "alt": f"{pane.drawing.description} {pane.drawing.spoken}".strip(),
            "label": f"{pane.label} {way}".strip() if self.numbered else "",
            "number": pane.label,
            "later": self.choices if self.numbered and closes and pane.panel.choice and not chosen_here else "",
            "x": number(frame.x - format.margin),
            "start": number((format.width - frame.right if backwards else frame.x) - format.margin),
            "y": number(frame.y - format.head),
            "w": number(frame.w),
            "h": number(frame.h),
        }

    def _address(self, pane: Pane) -> str:
        return f"painting:{self.story}{pane.label}"


def font_files(used: Mapping[str, str]) -> list[tuple[str, str]]:
    """The faces of a lettering, each with the address of a font that holds the letters in use."""
    return [(face, font_address(face, characters)) for face, characters in used.items()]


def printable(text: str) -> str:
    """``text`` with a mark for every character that the text face cannot draw: unknown glyphs are not accessible."""
    characters = "".join(sorted(set(text)))
    unknown = missing(characters, "caption") + missing(characters, "caption-stress")
    return clean(text).translate({ord(character): "\ufffd" for character in unknown})


def svg_uri(svg: str) -> str:
    """An SVG as a ``data:`` address."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode('ascii')}"


def engraving_of(drawing: Drawing) -> Engraved:
    """A panel; only its words where it holds a picture from outside, which WeasyPrint lays below them."""
    shown = drawing if paintable(drawing) else lettering_only(drawing)
    return engrave(shown, outlined=_lacks_letters(drawing))


def _lacks_letters(drawing: Drawing) -> bool:
    """Whether its typefaces lack a character: such panels are drawn, and only their alternative text says the words."""
    return any(missing(characters, cast(Face, face)) for face, characters in letters(drawing).items())

