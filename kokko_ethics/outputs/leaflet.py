"""Leaflets: one sheet with a few of the panels, laid out anew for it: a zine, a leporello, a poster."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, islice
from typing import Literal

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition, PageSet
from kokko_ethics.geometry import number
from kokko_ethics.house_style import CAPTION_GROUND, INK, LEPORELLO, POSTER, ZINE, Format
from kokko_ethics.imposition import STRIP_PAGES, ZINE_PAGES, halves, impose, leporello, zine
from kokko_ethics.outputs.book import COVER, art_place, cover_art, cover_pane
from kokko_ethics.outputs.engraving import engrave
from kokko_ethics.outputs.fonts import text_fonts
from kokko_ethics.outputs.matter import Fork, Matter, matter_of
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import Plates, printable
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import foot_note, key
from kokko_ethics.outputs.tagged_pdf import tagged_pdf
from kokko_ethics.outputs.templating import fill
from kokko_ethics.source import Span
from kokko_ethics.story.model import Panel, Story
from kokko_ethics.typeface import advance
from kokko_ethics.wording import say

Kind = Literal["zine", "leporello", "poster"]

_COVERS = 2
"""Pages of a folded leaflet that hold no panels: the front and the back."""
_TRIES = 24
"""Sets of panels that a poster tries before it says that none of them fits."""
_ON_POSTER = 4
_SIZES: dict[Kind, float] = {"zine": 10.5, "leporello": 11.0, "poster": 24.0}
_ART: dict[Kind, float] = {"zine": 92.0, "leporello": 190.0, "poster": 0.0}
"""Height of the cover's art, in points."""
_LABEL: dict[Kind, float] = {"zine": 9.0, "leporello": 9.0, "poster": 16.0}
_LINES: dict[Kind, int] = {"zine": 7, "leporello": 16, "poster": 0}
"""Lines to write on, on a page for notes."""
_FINE = 9.0
_GAP, _LEADING, _AROUND = 11.0, 28.0, 62.0
"""On a poster, in points: from the panels to the principle; a line of the principle; all else below the panels."""


class Zine:
    """The beginning of the story, folded out of one sheet."""

    name = "zine"
    about = "zine: eight small pages on one side of A4, to fold and cut once; the story up to its first choice"
    usual = False
    audience = ("trainer",)

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``zine-a4-print.pdf``."""
        return _folded(edition, "zine", ZINE, ZINE_PAGES)


class Leporello:
    """The beginning of the story as a strip."""

    name = "leporello"
    about = "leporello: eight tall pages on both sides of A4, like an accordion; the story up to its first choice"
    usual = False
    audience = ("trainer",)

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``leporello-a4-print.pdf``."""
        return _folded(edition, "leporello", LEPORELLO, 2 * STRIP_PAGES)


class Poster:
    """Four panels and the principle for a wall."""

    name = "poster"
    about = "poster: four panels and the principle on A3, readable from a metre; also on two sheets of A4 that join"
    usual = False
    audience = ("trainer",)

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``poster-a3.pdf``, and ``poster-a4-print.pdf`` to be glued together."""
        found = (edition.pages(POSTER, four) for four in islice(_fours(edition.story), _TRIES))
        pages = next((pages for pages in found if _holds(pages, _sentence(edition.story))), None)
        if pages is None:
            yield _too_long(edition.story, "poster", 2, 1)
            return
        leaflet = Leaflet("poster", pages, matter_of(edition), None)
        yield Artifact("poster-a3.pdf", leaflet.key, leaflet.bind, leaflet.key)
        yield Artifact("poster-a4-print.pdf", key("halves", leaflet.key), leaflet.impose, leaflet.key)


def _folded(edition: Edition, kind: Kind, format: Format, most: int) -> Iterator[Artifact | Diagnostic]:
    story, matter = edition.story, matter_of(edition)
    beginning = _up_to_choice(story)
    pages = edition.pages(format, beginning)
    yield from pages.complaints
    if len(pages.pages) > most - _COVERS:
        yield _too_long(story, kind, len(pages.pages), most - _COVERS)
        return
    fork = matter.forks[0] if matter.forks else None
    leaflet = Leaflet(kind, pages, matter, fork)
    yield Artifact(f"{kind}-a4-print.pdf", leaflet.key, leaflet.impose)


def _up_to_choice(story: Story) -> tuple[Panel, ...]:
    at = next((k for k, panel in enumerate(story.panels, 1) if panel.choice), len(story.panels))
    return story.panels[:at]


def _fours(story: Story) -> Iterator[tuple[Panel, ...]]:
    """Sets of panels for a poster, the most telling first: the beginning, the choice, the end, and of the others those
    with few words. None is wider than its words need, and the end leaves the principle to the poster itself."""
    panels = tuple(
        replace(panel, size="", shot="medium" if panel.shot == "wide" else panel.shot) for panel in story.panels
    )
    if len(panels) <= _ON_POSTER:
        yield panels
        return
    sentence = _sentence(story)
    last = replace(panels[-1], lines=tuple(line for line in panels[-1].lines if line.words.plain != sentence))
    before = len(_up_to_choice(story))
    inner = [panel for panel in panels[1:-1] if panel.number <= before or panel.scene == last.scene]  # one way through
    middle = sorted(combinations(range(len(inner)), 2), key=lambda two: _cost([inner[k] for k in two]))
    for two in middle:
        yield (panels[0], *(inner[k] for k in two), last)


def _holds(pages: PageSet, sentence: str) -> bool:
    """Whether one page holds the panels, and the principle below them."""
    if len(pages.pages) != 1 or pages.complaints:
        return False
    format = pages.format
    lines = math.ceil(advance(sentence, "caption") * format.size / (format.live_width - 40))
    return format.height - max(pane.frame.bottom for pane in pages.pages[0].panes) >= _AROUND + lines * _LEADING


def _cost(panels: list[Panel]) -> float:
    """How much a poster loses with these panels in its middle: it wants the choice, something after it, few words."""
    words = sum(len(line.words.plain.split()) for panel in panels for line in panel.lines)
    people = sum(len(panel.actors) for panel in panels)
    silent = sum(not panel.lines for panel in panels)
    return words + 2 * people + 12 * silent - 30 * bool(panels[0].choice)


def _sentence(story: Story) -> str:
    known = story.reference.principles.find(story.principle)
    return known.sentence_in(story.lang) if known else ""


def _too_long(story: Story, kind: Kind, pages: int, most: int) -> Diagnostic:
    values = (("what", say("pages", story.lang, "leaflet", kind)), ("pages", str(pages)), ("most", str(most)))
    span = Span(0, min(3, len(story.source.text)))
    return Diagnostic("too-long-for-sheet", Severity.WARNING, story.source, span, values)


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One sheet: its comic pages, the words round them, the choice at its end if there is one."""

    kind: Kind
    pages: PageSet
    matter: Matter
    fork: Fork | None
    bound: list[bytes] = field(default_factory=list, compare=False, repr=False)

    @property
    def key(self) -> str:
        """What names the leaflet's bytes."""
        drawn = [(pane.label, pane.frame, pane.drawing) for page in self.pages.pages for pane in page.panes]
        return key(self.kind, drawn, self.matter, self.fork)

    def bind(self) -> bytes:
        """The pages in reading order, tagged."""
        if not self.bound:
            pictures = {COVER: Painting(engrave(cover_art(self.pages))), **self.plates.paintings()}
            self.bound.append(tagged_pdf(self.html(), pictures))
        return self.bound[0]

    def impose(self) -> bytes:
        """The pages on sheets of A4, which say what they are and where the same can be read."""
        plan = {"zine": zine, "leporello": leporello, "poster": halves}[self.kind]
        twin = "poster-a3.pdf" if self.kind == "poster" else "booklet-a5.pdf"
        title = self.say("sheets", title=self.matter.title, file=twin)
        return impose(self.bind(), plan, title, backwards=right_to_left(self.matter.lang))

    @property
    def plates(self) -> Plates:
        """The comic pages, set without directions where to go on: a leaflet ends with its choice."""
        return Plates(self.pages, self.matter, _SIZES[self.kind], numbered=False)

    def say(self, key: str, **values: object) -> str:
        """The house's words about leaflets."""
        return say("pages", self.matter.lang, "leaflet", key, **values)

    def html(self) -> str:
        """All pages: cover, comic, questions and room for notes as far as there are pages left, back."""
        most = {"zine": ZINE_PAGES, "leporello": 2 * STRIP_PAGES, "poster": 1}[self.kind]
        spare = max(0, most - _COVERS - len(self.pages.pages))
        questions = self.matter.questions[:spare]
        values = {
            "kind": self.kind, "matter": self.matter, "fork": self.fork, "questions": questions,
            "lines": _LINES[self.kind], "gap": _GAP,
            "pages": self._comic(),
            "below": number(self._below()),
            "notes": range(most - spare + len(questions), most), "note": self._note(), "credit": self._credit(),
        }  # fmt: skip
        body = printable(fill("leaflet.html", self.matter.lang, css="", **values))
        return body.replace("<style></style>", f"<style>{self._css(body)}</style>", 1)

    def _comic(self) -> list[dict[str, object]]:
        tables = zip(self.plates.tables(), self.pages.pages, strict=True)
        pairs = [zip(table["panels"], page.panes, strict=True) for table, page in tables]
        return [{"panels": [{**panel, "number": pane.label} for panel, pane in page]} for page in pairs]

    def _below(self) -> float:
        """Where the last page's panels end, from the top of its live area, in points."""
        return max(pane.frame.bottom for pane in self.pages.pages[-1].panes) - self.pages.format.head

    def _note(self) -> str:
        room = self.pages.format.live_width / _FINE
        return foot_note(self.matter.draft, room) if self.matter.draft else ""

    def _credit(self) -> str:
        licence = say("pages", self.matter.lang, "credits", "short")
        return " ".join((*self.matter.credits, licence)) if self.kind == "poster" else licence

    def _css(self, body: str) -> str:
        text = "".join(sorted({*body, *"0123456789-\u2010•…"} - {"\n"}))
        place = art_place(cover_pane(self.pages), self.pages.format.live_width, _ART[self.kind])
        faces = text_fonts(text, self.matter.lang)
        return fill(
            "leaflet.css", self.matter.lang, fonts=self.plates.fonts(), **faces, kind=self.kind, f=self.pages.format,
            size=_SIZES[self.kind], label=_LABEL[self.kind], leading=_LEADING, art=COVER,
            art_place=number(place),
            art_height=_ART[self.kind], ink=INK, ground=CAPTION_GROUND,
        )  # fmt: skip
