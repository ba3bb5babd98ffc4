"""Book: a page set with the matter round it, as the HTML and CSS of a whole printed work."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing, Group
from kokko_ethics.edition import PageSet, Pane
from kokko_ethics.geometry import number
from kokko_ethics.house_style import CAPTION_GROUND, CODE_FOOT, PRINT_INK, Format
from kokko_ethics.outputs.engraving import engrave
from kokko_ethics.outputs.feet import FOOT_SHARE, feet, left_pages
from kokko_ethics.outputs.fonts import text_fonts
from kokko_ethics.outputs.matter import LICENCE_URL, Matter
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import Plates, font_files, printable
from kokko_ethics.outputs.sheets import foot_note, shortened
from kokko_ethics.outputs.templating import css_string, fill
from kokko_ethics.wording import say

_MEASURE = 30.0
"""Longest line of running text in ems: about sixty characters."""
_FIRST = 2
"""The number of the first comic page: the one before it holds the title."""
LINES = 18
"""Lines to write on, on a page for notes."""
_ART = 0.62
"""Height of the title page's art as a share of its width, at most."""
_TITLE_LINES = 13
"""Lines that a title page's headings, margins and notes take."""
_AIR = 0.15
"""Air above the heads in the title page's art, as a share of its height."""
COVER = "painting:cover"
"""The address of the art for a cover."""
_LEADING, _LETTER = 1.45, 0.54
"""Line height and a letter's mean width in ems."""


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

    @property
    def plates(self) -> Plates:
        """Its comic pages."""
        coded = self.pages.format.foot >= CODE_FOOT
        return Plates(self.pages, self.matter, self.binding.size, self.matter.numbered, coded=coded)

    def feet(self) -> str:
        """The style of its pages with a code; empty where there are none."""
        folded = self.binding.folded
        style = feet(self.plates, self.binding.small, folded=folded)
        return style + left_pages(_FIRST, self.matter.lang) if style and folded else style

    def html(self, fillers: int, *, comic: bool = True) -> str:
        """The whole work with ``fillers`` pages for notes; without its comic pages if not ``comic``."""
        plates = self.plates
        later, pages = plates.later(), plates.tables() if comic else []
        values = {
            "matter": self.matter,
            "plates": plates,
            "pages": pages,
            "later": later,
            "binding": self.binding,
            "art": self.art_height,
            "explained": self.matter.explained(with_notes=self.binding.notes),
        }
        notes = {"fillers": fillers, "lines": LINES, "licence": LICENCE_URL}
        body = printable(fill("book.html", self.matter.lang, css="", **values, **notes))
        return body.replace("<style></style>", f"<style>{self._css(body, comic=comic)}</style>", 1)

    def paintings(self) -> dict[str, Painting]:
        """The pictures that the HTML names, by their addresses; only weasyprint can read them."""
        return {COVER: Painting(engrave(cover_art(self.pages))), **self.plates.paintings()}

    @property
    def art_height(self) -> float:
        """Room for art on the title page between the words that it has to hold; none if it would be a strip."""
        format, matter = self.pages.format, self.matter
        line = format.live_width / (self.binding.size * _LETTER)
        taught = (matter.principle.sentence, matter.principle.why) if matter.principle else ()
        texts = (matter.title * 2, matter.unreviewed, matter.summary, matter.note, *taught)
        long = sum(math.ceil(len(text) / line) for text in texts)
        lines = long + len(matter.cast) + (len(matter.help_lines) + 3 if matter.help_lines else 0)
        words = (lines + _TITLE_LINES) * self.binding.size * _LEADING
        height = min(format.live_width * _ART, format.live_height - words)
        return height if height >= format.live_width * _ART / 3 else 0.0

    def _css(self, body: str, *, comic: bool) -> str:
        matter, height = self.matter, self.art_height
        format, unsigned = self.pages.format, bool(matter.unreviewed)
        lines = Furniture.of(matter.lang, matter.title, matter.draft, unsigned, format, self.binding)
        place = art_place(cover_pane(self.pages), format.live_width, height) if comic else 0.0
        text, lettering = body + matter.title, self.plates.letters() if comic else {}
        return book_css(matter.lang, format, self.binding, text, lettering, lines, (height, place)) + self.feet()


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands outside the type area of every page, as values in CSS: the running title, the draft note, and what
    the head says of a story that is not signed off; each may be an empty string, the last one nothing."""

    running: Markup
    draft: Markup
    mark: Markup

    @classmethod
    def of(cls, lang: str, title: str, draft: str, unsigned: bool, format: Format, binding: Binding) -> Furniture:
        """The furniture of a work; as much of title and draft note as fits."""
        room = format.live_width / binding.small
        running = shortened(printable(title), room * FOOT_SHARE)
        note = foot_note(printable(draft), room * (FOOT_SHARE if binding.folded else 1.0))
        mark = printable(say("pages", lang, "sign-off", "mark")) if unsigned else ""
        return cls(Markup(css_string(running)), Markup(css_string(note)), Markup(css_string(mark) if mark else ""))


def book_css(
    lang: str, format: Format, binding: Binding, text: str, lettering: Mapping[str, str], lines: Furniture,
    art: tuple[float, float], first: int = 1,
) -> str:  # fmt: skip
    """The style of a printed work. ``text`` holds every character that it sets, ``lettering`` those of its panels by
    face; ``art`` is the height of the cover's picture and which part of it is seen (0 its top, 100 its foot). ``first``
    is the number of its first page: one where it has a cover."""
    characters = "".join(sorted({*text, *"…", *"0123456789-\u2010•"} - {"\n"}))
    values = {
        "fonts": font_files(lettering),
        **text_fonts(characters, lang),
        "title": lines.running, "draft": lines.draft, "folded": binding.folded, "columns": binding.notes,
        "mark": lines.mark, "mark_side": "left" if right_to_left(lang) else "right",
        "mark_room": number(binding.label + 4.0), "f": format,
        "art": COVER, "art_height": number(art[0]), "art_place": number(art[1]),
        "size": binding.size, "measure": binding.size * _MEASURE, "foot": binding.small, "label": binding.label,
        "share": FOOT_SHARE * 100, "ink": PRINT_INK, "ground": CAPTION_GROUND,
        "first": first, "side": "right" if first % 2 != right_to_left(lang) else "left",
    }  # fmt: skip
    return fill("book.css", lang, **values)


def art_place(pane: Pane, width: float, height: float) -> float:
    """Which part of a panel a window of ``width`` by ``height`` points shows: 0 its top, 100 its foot, in percent of
    what does not fit in. Where people stand high up, their heads are seen, with some air above them; else the foot."""
    whole = pane.drawing.height * max(width / pane.drawing.width, height / pane.drawing.height)
    heads = [figure.head.y for figure in pane.lettering.stage.figures]
    spare, top = whole - height, min(heads, default=0.0) / pane.drawing.height * whole - _AIR * height
    return 100 * min(max(top / spare, 0.0), 1.0) if heads and spare > 0 else 100.0


def cover_pane(pages: PageSet) -> Pane:
    """The first panel that shows two people or more."""
    panes = [pane for page in pages.pages for pane in page.panes]
    return next((pane for pane in panes if len(pane.lettering.stage.figures) > 1), panes[0])


def cover_art(pages: PageSet) -> Drawing:
    """The art of the cover, without its words."""
    drawing = cover_pane(pages).drawing
    pictures = (mark for mark in drawing.marks if isinstance(mark, Group) and mark.role == "picture")
    marks = tuple(replace(picture, clip="") for picture in pictures)
    return Drawing("cover", drawing.width, drawing.height, marks, drawing.lang, "", "", "")
