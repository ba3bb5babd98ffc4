"""Poster: four panels and the principle on A3, to be read from a metre; also on two sheets of A4 that join."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition, PageSet
from kokko_ethics.geometry import number
from kokko_ethics.house_style import CAPTION_GROUND, POSTER, POSTER_CODE_SIDE, POSTER_EDGE, PRINT_INK, Format
from kokko_ethics.imposition import halves, impose
from kokko_ethics.outputs.excerpts import four, too_long_for_poster
from kokko_ethics.outputs.fonts import text_fonts
from kokko_ethics.outputs.imprint import one_paragraph
from kokko_ethics.outputs.line_count import line_count
from kokko_ethics.outputs.matter import Matter, matter_of
from kokko_ethics.outputs.plates import Plates, printable
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.tagged_pdf import tagged_pdf
from kokko_ethics.outputs.templating import fill
from kokko_ethics.wording import say

_FILE = "poster-a3.pdf"
_TITLES = (42.0, 38.0, 34.0, 30.0, 26.0)
_SENTENCES = (34.0, 32.0, 30.0, 28.0, 26.0, 24.0)
"""Type sizes of title and principle, the largest that has room first."""
_LEADING = 1.17
_LABEL, _FINE, _FINE_LEADING, _NOTICE = 15.0, 10.0, 12.0, 11.0
"""Type sizes of panel numbers, small print (with its line height) and the notice that nobody has signed it off."""
_NOTICE_WIDTH = 158.0
_GAP, _FRAME, _SPACE = 10.0, 14.0, 5.0
"""From the panels to the principle; its frame, above and below its words together; from there to the small print."""
_SIDES = 28.0
"""The same frame, left and right together."""
_ADDRESS, _BESIDE = 15.0, 12.0
"""Type size of the line with the address, and points between the words and the code."""


class Poster:
    """Four panels and the principle for a wall."""

    name = "poster"
    about = "poster: four panels and the principle on A3, readable from a metre; also on two sheets of A4 that join"

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``poster-a3.pdf``, and ``poster-a4-print.pdf`` to be glued together."""
        matter = matter_of(edition)
        sentence = matter.principle.sentence if matter.principle else ""
        pages = four(edition, _format(matter), sentence)
        if pages is None:
            yield too_long_for_poster(edition.story, _FILE, sentence)
            return
        poster = OnWall(pages, matter)
        yield Artifact(_FILE, poster.key, poster.bind, poster.key)
        yield Artifact("poster-a4-print.pdf", key("halves", poster.key), poster.halved, poster.key)


@dataclass(frozen=True, slots=True)
class OnWall:
    """The poster: its one page of panels, the words round it."""

    pages: PageSet
    matter: Matter
    bound: list[bytes] = field(default_factory=list, compare=False, repr=False)

    @property
    def key(self) -> str:
        """What names the poster's bytes: its words and pictures, not the rest of the story."""
        return key("poster", self.matter.title, self.html(), self.plates.drawings())

    def bind(self) -> bytes:
        """The page, tagged."""
        if not self.bound:
            self.bound.append(tagged_pdf(self.html(), self.plates.paintings()))
        return self.bound[0]

    def halved(self) -> bytes:
        """The page on two sheets, which say what they are and where the same can be read."""
        title = say("pages", self.matter.lang, "leaflet", "sheets", title=self.matter.title, file=_FILE)
        return impose(self.bind(), halves, title)

    @property
    def plates(self) -> Plates:
        """The panels, without directions where to go on: a poster leaves most of them out."""
        return Plates(self.pages, self.matter, POSTER.size, numbered=False, coded=True, code_side=POSTER_CODE_SIDE)

    def html(self) -> str:
        """The poster."""
        matter, (table,), (page,) = self.matter, self.plates.tables(), self.pages.pages
        panels = [{**panel, "number": pane.label} for panel, pane in zip(table["panels"], page.panes, strict=True)]
        values = {"matter": matter, "panels": panels, "fine": _fine(matter), "code": table["code"]}
        body = printable(fill("poster.html", matter.lang, css="", **values))
        return body.replace("<style></style>", f"<style>{self._css(body)}</style>", 1)

    def _css(self, body: str) -> str:
        text, lang, format = "".join(sorted({*body} - {"\n"})), self.matter.lang, self.pages.format
        below = max(pane.frame.bottom for pane in self.pages.pages[0].panes)
        sentence = next(
            (size for size in _SENTENCES if _foot(self.matter, size) <= format.height - below), _SENTENCES[-1]
        )
        return fill(
            "poster.css", lang, fonts=self.plates.fonts(), **text_fonts(text, lang), f=format,
            title=_title(self.matter)[0],
            sentence=sentence, leading=_LEADING, label=_LABEL, fine=_FINE, fine_leading=_FINE_LEADING, notice=_NOTICE,
            notice_width=_NOTICE_WIDTH, below=number(below - format.head), gap=_GAP, space=_SPACE,
            frame=_FRAME / 2 - 1, sides=_SIDES / 2 - 1, ink=PRINT_INK, ground=CAPTION_GROUND,
            code=next(iter(self.plates.codes()), None), beside=_BESIDE, edge=POSTER_EDGE, address=_ADDRESS,
        )  # fmt: skip


def _title(matter: Matter) -> tuple[float, int]:
    """The type size of the title, the largest in which it stays on a line beside the notice; how many lines it has."""
    room = POSTER.live_width - (_NOTICE_WIDTH + _SIDES if matter.unreviewed else 0.0)
    counts = [(size, line_count([("caption-stress", matter.title)], room / size)) for size in _TITLES]
    return next((one for one in counts if one[1] == 1), counts[-1])


def _format(matter: Matter) -> Format:
    """A3 with as much room above and below its panels as the words there need."""
    size, lines = _title(matter)
    return replace(POSTER, head=POSTER.head + (lines - 1) * size * _LEADING, foot=_foot(matter, _SENTENCES[-1]))


def _foot(matter: Matter, size: float) -> float:
    """The room below the panels with a principle in that type size, in points."""
    width = POSTER.live_width - (POSTER_CODE_SIDE + _BESIDE if matter.address else 0.0)
    fine = line_count([("caption", _fine(matter))], width / _FINE) * _FINE_LEADING
    principle = 0.0
    if matter.principle:
        lines = line_count([("caption", matter.principle.sentence)], (width - _SIDES) / size)
        principle = lines * size * _LEADING + _FRAME
    words = principle + _SPACE + fine + _address(matter, width)
    return _GAP + max(words, POSTER_CODE_SIDE if matter.address else 0.0) + POSTER_EDGE


def _address(matter: Matter, width: float) -> float:
    """The room that the words with the address take, in points."""
    if not matter.address:
        return 0.0
    words = say("pages", matter.lang, "leaflet", "whole", address=matter.address)
    return line_count([("caption", words)], width / _ADDRESS) * _ADDRESS * _LEADING + _SPACE


def _fine(matter: Matter) -> str:
    """The small print in one paragraph."""
    licence = say("pages", matter.lang, "credits", "short")
    sentences = (matter.draft, *matter.credits, licence, *matter.works, *matter.publisher, matter.made)
    return one_paragraph(sentences)
