"""Series: all stories of a language in one book, to read, to fold, and for a print shop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import Any

from markupsafe import Markup

from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import A5, with_code
from kokko_ethics.imposition import SIGNATURE, impose, saddle
from kokko_ethics.outputs.book import BOOKLET, COVER, LINES, Furniture
from kokko_ethics.outputs.chapter import Explained, Person, StoryInBook, series_css, story_in_book, told_class
from kokko_ethics.outputs.feet import left_pages
from kokko_ethics.outputs.fonts import together
from kokko_ethics.outputs.matter import LICENCE_URL
from kokko_ethics.outputs.notation import read_engraved
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import printable
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.tagged_pdf import page_numbers, tagged_pdf
from kokko_ethics.outputs.templating import fill
from kokko_ethics.prepress import for_press
from kokko_ethics.reference.model import tongue_of
from kokko_ethics.wording import in_alphabet, say

_FILE = "book-a5.pdf"
_PLACE = Markup('<div id="_story-{}"></div>')
"""Where a story will be told, with the id that the contents point to."""


class WholeSeries:
    """A book of all stories."""

    name = "series"
    about = "one A5 book of all stories in a language: to read, imposed for printing, and for a print shop"
    of_chapters_alone = True

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """What the book needs of this story."""
        comic = edition.pages(edition.a5.format).pages
        pages = [(page.number, [(p.label, p.frame, p.drawing) for p in page.panes]) for page in comic]
        written = cache(lambda: story_in_book(edition).written())
        yield Artifact(chapter_path(self.name), key("chapter", pages, edition.story), written)

    def gather(self, chapters: Sequence[Chapter]) -> Iterable[Artifact]:
        """``LANGUAGE/book-a5.pdf`` and the same pages as ``book-a5-print.pdf`` and ``book-a5-press.pdf``."""
        for lang in dict.fromkeys(chapter.lang for chapter in chapters):
            parts = [chapter.data for chapter in chapters if chapter.lang == lang]
            volume, named = Volume(lang, parts), key("series", lang, parts)
            yield Artifact(f"{lang}/{_FILE}", named, volume.bind, named)
            yield Artifact(f"{lang}/book-a5-print.pdf", f"{named}-print", volume.impose, named)
            yield Artifact(f"{lang}/book-a5-press.pdf", f"{named}-press", volume.for_press, named)


class Volume:
    """The book in one language; bound once, when first asked for."""

    def __init__(self, lang: str, parts: Sequence[bytes]) -> None:
        self.lang = lang
        self._parts = parts
        self._bound = b""

    def bind(self) -> bytes:
        """The file, in reading order."""
        if not self._bound:
            self._bound = tagged_pdf(self.html(self._fillers()), self._paintings)
        return self._bound

    def impose(self) -> bytes:
        """The same pages on A4 sheets, for a duplex printer."""
        title = self._say("sheets", title=self._say("title"), file=_FILE)
        return impose(self.bind(), saddle, title, backwards=right_to_left(self.lang))

    def for_press(self) -> bytes:
        """The same pages for a print shop."""
        title = say("pages", self.lang, "press", "title", title=self._say("title"), file=_FILE)
        return for_press(self.bind(), title)

    def html(self, fillers: int, *, told: bool = True) -> str:
        """The whole book with ``fillers`` pages for notes; its stories are mere places if not ``told``."""
        stories, tongue = self._stories, tongue_of(self.lang)
        values: dict[str, Any] = {
            "tongue": self.lang, "foreign": "" if tongue == self.lang else tongue, "stories": stories,
            "works": self._works(),
            "made": tuple(dict.fromkeys(one.made for one in stories)),
            "sections": [Markup(one.html) if told else _PLACE.format(one.id) for one in stories],
            "people": self._people(), "principles": stories[0].principles, "draft": self._draft,
            "explained": tuple(self._explained()), "fillers": fillers, "lines": LINES, "licence": LICENCE_URL,
        }  # fmt: skip
        body = printable(fill("series.html", self.lang, css="", **values))
        style = self._css(body, told=told) + (self._feet() if told else "")
        return body.replace("<style></style>", f"<style>{style}</style>", 1)

    @cached_property
    def _stories(self) -> list[StoryInBook]:
        return [StoryInBook.read(part) for part in self._parts]

    def _say(self, name: str, **values: object) -> str:
        section = "leaflet" if name == "sheets" else "series"
        return say("pages", self.lang, section, name, **values)

    @property
    def _draft(self) -> str:
        return next(filter(None, (one.draft for one in self._stories)), "")

    def _works(self) -> list[str]:
        """Whom to thank for all of the stories; what only some of them hold stands with those."""
        return [work for work in self._stories[0].works if all(work in one.works for one in self._stories)]

    def _people(self) -> list[tuple[str, str, list[str]]]:
        """Everybody by the alphabet, once: the name, the address of a portrait (or nothing), and all roles but those
        that another one says with more words."""
        met: dict[str, list[Person]] = {}
        for person in (person for one in self._stories for person in one.people):
            met.setdefault(person.id, []).append(person)
        told = []
        for them in met.values():
            portrait = next((one.portrait for one in them if one.portrait), "")
            roles = list(dict.fromkeys(one.role for one in them if one.role))
            longest = [role for role in roles if not any(role in other for other in roles if other != role)]
            told.append((them[0].name, portrait, longest))
        return sorted(told, key=lambda one: in_alphabet(one[0], self.lang))

    def _explained(self) -> Iterator[tuple[str, Explained]]:
        terms = {term.id: term for one in self._stories for term in one.terms}
        return ((one.id, one) for one in sorted(terms.values(), key=lambda one: in_alphabet(one.term, self.lang)))

    @cached_property
    def _paintings(self) -> dict[str, Painting]:
        drawn = {address: drawing for one in self._stories for address, drawing in one.drawings.items()}
        kept = {address: Painting(read_engraved(drawing)) for address, drawing in drawn.items()}
        return {**kept, COVER: kept[self._stories[0].cover]}

    def _css(self, body: str, *, told: bool) -> str:
        unsigned = any(one.unsigned for one in self._stories)
        format = with_code(A5) if any(one.feet for one in self._stories) else A5
        lines = Furniture.of(self.lang, "", self._draft, unsigned, format, BOOKLET)
        lines = replace(lines, running=Markup("string(running)"))
        lettering = together(one.letters for one in self._stories if told)
        place = self._stories[0].cover_place if told else 0.0
        return series_css(self.lang, format, body, lettering, lines, place)

    def _feet(self) -> str:
        """The style of all pages with a code."""
        firsts = zip(self._stories, self._firsts(), strict=True)
        coded = ((one, first) for one, first in firsts if one.feet)
        return "".join(one.feet + left_pages(first, self.lang, f".{told_class(one.id)}") for one, first in coded)

    def _firsts(self) -> Iterator[int]:
        """The number of each story's first comic page: behind its title, and all pages before."""
        before = self._round_them[1][f"_story-{self._stories[0].id}"]
        for one in self._stories:
            yield before + one.title_pages + 1
            before += one.text_pages + one.comic_pages

    @cached_property
    def _round_them(self) -> tuple[int, dict[str, int]]:
        """How many pages the book has besides its stories, and on which of them the stories have their place; counted
        by setting them. Every story begins on a page of its own and has counted its own."""
        return page_numbers(self.html(0, told=False), self._paintings)

    def _fillers(self) -> int:
        """How many pages for notes fill the last sheet."""
        told = sum(one.text_pages + one.comic_pages for one in self._stories)
        return -(self._round_them[0] + told) % SIGNATURE
