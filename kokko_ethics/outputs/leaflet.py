"""Leaflets: one sheet with the beginning of a story, laid out anew for it and folded: a zine, a leporello."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import number
from kokko_ethics.house_style import (
    CAPTION_GROUND,
    LEPORELLO,
    PRINT_INK,
    SMALL_CODE_FOOT,
    SMALL_CODE_SIDE,
    ZINE,
    Format,
    with_code,
)
from kokko_ethics.imposition import STRIP_PAGES, ZINE_PAGES, Side, impose, leporello, zine
from kokko_ethics.outputs.asking import panels_in_words
from kokko_ethics.outputs.book import COVER, art_place, cover_art, cover_pane
from kokko_ethics.outputs.engraving import engrave
from kokko_ethics.outputs.excerpts import Beginning, beginning, left_out_of_sheet, too_long_to_fold, too_wordy_to_fold
from kokko_ethics.outputs.fonts import text_fonts
from kokko_ethics.outputs.imprint import one_paragraph
from kokko_ethics.outputs.line_count import line_count
from kokko_ethics.outputs.matter import Fork, Matter, Way, matter_of
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import Plates, printable
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import foot_note, key, shortened
from kokko_ethics.outputs.tagged_pdf import tagged_pdf
from kokko_ethics.outputs.templating import fill
from kokko_ethics.typeface import Face, advance
from kokko_ethics.wording import say

_COVERS = 2
"""Pages of a folded leaflet that hold no panels: the front and the back."""
_TITLES, _TITLE_LINES = (1.9, 1.7, 1.5, 1.3, 1.15), 3
"""Type sizes of the title as shares of that of the text, the largest first in which it fills no more lines than that
and none of its words is broken."""
_HEADING, _LEADING, _TIGHT = 1.2, 1.35, 1.15
"""The same share for headings; line heights of text and of headings in ems."""
_NUMBER, _NUMBER_AT_CODE = 22.0, 14.0
"""Points that a foot leaves for the page's number, alone and where a code takes some of the line."""
_FINE, _FINE_LEADING = 9.0, 11.0
"""Type size of feet and small print, and its line height."""
_RULE = 24.0
"""From one line to write on to the next, in points."""
_LEAST_ART = 40.0
"""Art on a cover that would be lower than this is left away."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A way to fold a sheet: its pages and their format, how they lie on the sheet, the type size of the text, and the
    height of the cover's art at the most, in points."""

    kind: Literal["zine", "leporello"]
    format: Format
    pages: int
    plan: Callable[[int], Sequence[Side]]
    size: float
    art: float


_ZINE = Fold("zine", ZINE, ZINE_PAGES, zine, 10.5, 92.0)
_LEPORELLO = Fold("leporello", LEPORELLO, 2 * STRIP_PAGES, leporello, 11.0, 190.0)


class Zine:
    """The beginning of the story, folded out of one sheet."""

    name = "zine"
    about = "zine: eight small pages on one side of A4, to fold and cut once; the story up to its first choice"

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``zine-a4-print.pdf``."""
        return _folded(edition, _ZINE)


class Leporello:
    """The beginning of the story as a strip."""

    name = "leporello"
    about = "leporello: eight tall pages on both sides of A4, like an accordion; the story up to its first choice"

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``leporello-a4-print.pdf``."""
        return _folded(edition, _LEPORELLO)


def _folded(edition: Edition, fold: Fold) -> Iterator[Artifact | Diagnostic]:
    story, file, room = edition.story, f"{fold.kind}-a4-print.pdf", fold.pages - _COVERS
    format = with_code(fold.format, SMALL_CODE_FOOT) if story.reference.project.address else fold.format
    begun = beginning(edition, format, room)
    yield from begun.pages.complaints
    if len(begun.pages.pages) > room:
        yield too_long_to_fold(story, file, len(begun.pages.pages), room)
        return
    if begun.left_out:
        yield left_out_of_sheet(story, file, begun.left_out)
    leaflet = Leaflet(fold, begun, matter_of(edition))
    if words := leaflet.crowded:
        yield too_wordy_to_fold(story, file, words)
        return
    yield Artifact(file, leaflet.key, leaflet.impose)


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One sheet: its comic pages, the words round them, the choice at its end if there is one."""

    fold: Fold
    begun: Beginning
    matter: Matter
    bound: list[bytes] = field(default_factory=list, compare=False, repr=False)

    @property
    def key(self) -> str:
        """What names the leaflet's bytes: its words and pictures, not the rest of the story."""
        drawn = self.plates.drawings(), cover_art(self.begun.pages)
        return key(self.fold.kind, self.matter.title, self.html(), drawn)

    def bind(self) -> bytes:
        """The pages in reading order, tagged."""
        if not self.bound:
            pictures = {COVER: Painting(engrave(cover_art(self.begun.pages))), **self.plates.paintings()}
            self.bound.append(tagged_pdf(self.html(), pictures))
        return self.bound[0]

    def impose(self) -> bytes:
        """The pages on sheets of A4, which say what they are and where the same can be read."""
        title = self.say("sheets", title=self.matter.title, file="booklet-a5.pdf")
        return impose(self.bind(), self.fold.plan, title, backwards=right_to_left(self.matter.lang))

    @property
    def plates(self) -> Plates:
        """The comic pages, set without directions where to go on: a leaflet ends with its choice."""
        size = self.fold.size
        return Plates(self.begun.pages, self.matter, size, numbered=False, coded=True, code_side=SMALL_CODE_SIDE)

    @property
    def crowded(self) -> str:
        """The words that take most of a cover or back that can't hold its own; empty where all pages can."""
        room, matter = self.fold.format.live_height, self.matter
        if self._cover() > self.fold.format.height - self.fold.format.head - self.fold.format.margin:
            return max((matter.title, matter.principle.sentence if matter.principle else ""), key=len)
        if self._choice() + self._fine_height(self._fine()) > room:
            said = (self.fork.question, *(way.saying for way in self.fork.ways)) if self.fork else ()
            return max((matter.draft, *matter.credits, *(one.words for one in said)), key=len)
        asked = self.matter.questions[: self.fold.pages - _COVERS - len(self.begun.pages.pages)]
        return next((one.saying.words for one in asked if self._rules(one.to, one.saying.words) < 0), "")

    @property
    def fork(self) -> Fork | None:
        """The choice at its end."""
        return self.matter.forks[0] if self.matter.forks else None

    @property
    def left_out(self) -> str:
        """Which panels only the booklet has, as a sentence."""
        numbers = tuple(panel.number for panel in self.begun.left_out)
        return self.say("left-out", panels=panels_in_words(numbers, self.matter.lang)) if numbers else ""

    def say(self, key: str, **values: object) -> str:
        """The house's words about leaflets."""
        return say("pages", self.matter.lang, "leaflet", key, **values)

    def html(self) -> str:
        """All pages: cover, comic, questions and room for notes as far as there are pages left, back."""
        count = len(self.begun.pages.pages)
        questions = self.matter.questions[: self.fold.pages - _COVERS - count]
        asked = [(one, self._rules(one.to, one.saying.words)) for one in questions]
        values = {
            "matter": self.matter, "fork": self.fork, "questions": asked, "pages": self.plates.tables(),
            "notes": range(1 + count + len(questions), self.fold.pages - 1), "rules": self._rules(),
            "note": self._note(), "running": self._running(), "fine": self._fine(), "left_out": self.left_out,
            "art": self._art(), "coded": self._coded(),
        }  # fmt: skip
        body = printable(fill("leaflet.html", self.matter.lang, css="", **values))
        return body.replace("<style></style>", f"<style>{self._css(body)}</style>", 1)

    def _running(self, taken: float = 0.0) -> str:
        """As much of the title as fits into a foot, before the mark of a draft. Where a code has ``taken`` some of it,
        all of the title or nothing: the address below says which story it is."""
        mark = f" – {say('pages', self.matter.lang, 'sign-off', 'word')}" if self.matter.unreviewed else ""
        room = self.fold.format.live_width - taken - (_NUMBER_AT_CODE if taken else _NUMBER)
        title, ems = printable(self.matter.title), room / _FINE - advance(mark, "caption-stress")
        return "" if taken and advance(title, "caption") > ems else shortened(title, ems)

    def _note(self, taken: float = 0.0) -> str:
        room = (self.fold.format.live_width - taken) / _FINE
        return foot_note(self.matter.draft, room) if self.matter.draft else ""

    def _coded(self) -> dict[str, object]:
        """What stands beside the codes of comic pages, and how far from where lines begin; nothing without codes."""
        codes = self.plates.codes()
        if not codes:
            return {}
        taken = max(code.side + code.quiet for code in codes)
        return {"running": self._running(taken), "note": self._note(taken), "taken": number(taken)}

    def _height(self, words: str, share: float = 1.0, leading: float = _LEADING, face: Face = "caption") -> float:
        """How high words in a share of the text's size are when they are set as wide as a page, in points."""
        size = self.fold.size * share
        return line_count([(face, words)], self.fold.format.live_width / size) * size * leading if words else 0.0

    def _title(self) -> float:
        """The type size of the title as a share of that of the text."""
        width = self.fold.format.live_width / self.fold.size
        long = max((advance(word, "caption-stress") for word in self.matter.title.split()), default=0.0)
        return next((
            share for share in _TITLES
            if long * share <= width
            and line_count([("caption-stress", self.matter.title)], width / share) <= _TITLE_LINES
        ), _TITLES[-1])  # fmt: skip

    def _art(self) -> float:
        """Room for art between the words of the cover, in points; none if it would be a strip."""
        room = self.fold.format.live_height + self.fold.format.foot - self.fold.format.margin - self._cover()
        room -= 1.2 * self.fold.size + 3.0
        return min(self.fold.art, room) if room >= _LEAST_ART else 0.0

    def _cover(self) -> float:
        """The height of all words on the cover."""
        em, matter, title = self.fold.size, self.matter, self._title()
        notice = f"{say('pages', matter.lang, 'sign-off', 'word')}. {matter.unreviewed}"
        words = _FINE * _LEADING + self._height(matter.title, title, _TIGHT, "caption-stress") + 0.3 * title * em
        words += self._fine_height(notice, 10.0) + 6.0 if matter.unreviewed else 0.0
        return words + (self._height(matter.principle.sentence, 1.08) + 0.8 * em + 2.0 if matter.principle else 0.0)

    def _rules(self, *words: str) -> int:
        """How many lines to write on a page has below its heading and these words."""
        taken = self.fold.size * (_HEADING * _TIGHT + 0.5) + sum(self._height(one) for one in words)
        return int((self.fold.format.live_height - taken - self.fold.size) / _RULE)

    def _fine(self) -> str:
        """As much of the small print as there is room for below the choice: first of all whose words they are."""
        matter, licence = self.matter, say("pages", self.matter.lang, "credits", "short")
        whose = (matter.draft, *matter.credits, licence)
        ladder = ((*whose, *matter.works, *matter.publisher, matter.made), (*whose, *matter.works), whose)
        room = self.fold.format.live_height - self._choice()
        told = [one_paragraph(words) for words in ladder]
        return next((words for words in told if self._fine_height(words) <= room), told[-1])

    def _fine_height(self, words: str, sides: float = 0.0) -> float:
        room = self.fold.format.live_width - sides
        return line_count([("caption", words)], room / _FINE) * _FINE_LEADING

    def _choice(self) -> float:
        """The height of all that stands on the back above the small print."""
        em = self.fold.size
        more = self._height(self.say("on")) + self._height(self.left_out) + em
        if not self.fork:
            return more
        question = self._height(self.fork.question.words, _HEADING, _TIGHT, "caption-stress") + 0.5 * em
        return question + sum(self._way(way) for way in self.fork.ways) + more

    def _way(self, way: Way) -> float:
        room = self.fold.format.live_width / self.fold.size - 1.2
        to = say("pages", self.matter.lang, "choice", "to" if way.label else "to-end", label=way.label)
        lines = line_count([("caption", way.saying.words), ("caption-stress", to.replace(" ", "\u00a0"))], room)
        return self.fold.size * (lines * _LEADING + 0.85) + 2.0

    def _css(self, body: str) -> str:
        text = "".join(sorted({*body, *"0123456789-\u2010•…"} - {"\n"}))
        fold, art = self.fold, self._art()
        return fill(
            "leaflet.css", self.matter.lang, fonts=self.plates.fonts(), **text_fonts(text, self.matter.lang),
            f=fold.format, size=fold.size, label=_FINE, fine=_FINE, fine_leading=_FINE_LEADING, title=self._title(),
            heading=_HEADING, leading=_LEADING, tight=_TIGHT, rule=_RULE, art=COVER, art_height=number(art),
            code_top=number(self.begun.pages.format.live_height),
            art_place=number(art_place(cover_pane(self.begun.pages), fold.format.live_width, art or 1.0)),
            ink=PRINT_INK, ground=CAPTION_GROUND,
        )  # fmt: skip
