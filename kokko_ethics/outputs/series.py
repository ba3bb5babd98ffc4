"""Series: all stories of a language in one book, to read, to fold, and for a print shop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from html import unescape

from markupsafe import Markup

from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import A5, with_code
from kokko_ethics.imposition import SIGNATURE, impose, saddle
from kokko_ethics.outputs.book import BOOKLET, COVER, LINES, Furniture
from kokko_ethics.outputs.chapter import (
    Explained,
    Person,
    StoryInBook,
    part_of_book,
    series_css,
    story_in_book,
    told_class,
)
from kokko_ethics.outputs.feet import left_pages
from kokko_ethics.outputs.matter import LICENCE_URL
from kokko_ethics.outputs.notation import read_engraved
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import printable
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.sewing import ELSEWHERE, sew
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.tagged_pdf import page_numbers, pango_version, tagged_pdf
from kokko_ethics.outputs.templating import fill
from kokko_ethics.prepress import for_press
from kokko_ethics.reference.model import tongue_of
from kokko_ethics.standing import standing
from kokko_ethics.wording import in_alphabet, say

_FILE = "book-a5.pdf"
_PAINTING = re.compile(r"painting:[^\"'()]*")
_ID, _LINK = re.compile(r'\bid="([^"]*)"'), re.compile(r'\bhref="#([^"]*)"')


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
        """The file, in reading order: its front, its stories and its back, each set by itself, so that only those are
        set anew that have changed."""
        if not self._bound:
            first, *stories, last = self._first_pages
            stories_told = (self._told(one, page) for one, page in zip(self._stories, stories, strict=True))
            front, back = self._set(self._front(self._numbers()), first), self._set(self._back(self._fillers), last)
            self._bound = sew([front, *stories_told, back])
        return self._bound

    def impose(self) -> bytes:
        """The same pages on A4 sheets, for a duplex printer."""
        title = self._say("sheets", title=self._say("title"), file=_FILE)
        return impose(self.bind(), saddle, title, backwards=right_to_left(self.lang))

    def for_press(self) -> bytes:
        """The same pages for a print shop."""
        title = say("pages", self.lang, "press", "title", title=self._say("title"), file=_FILE)
        return for_press(self.bind(), title)

    def _front(self, numbers: Mapping[str, int]) -> str:
        """The cover, the contents with the ``numbers`` of pages by their ids, the people and the principles."""
        tongue = tongue_of(self.lang)
        return printable(fill(
            "series-front.html", self.lang, stories=self._stories, people=self._people(), draft=self._draft,
            principles=self._stories[0].principles, explained=tuple(self._explained()), numbers=numbers,
            foreign="" if tongue == self.lang else tongue,
        ))  # fmt: skip

    def _back(self, fillers: int) -> str:
        """The glossary, so many pages for notes, and the credits."""
        return printable(fill(
            "series-back.html", self.lang, stories=self._stories, works=self._works(), draft=self._draft,
            made=tuple(dict.fromkeys(one.made for one in self._stories)), explained=tuple(self._explained()),
            fillers=fillers, lines=LINES, licence=LICENCE_URL,
        ))  # fmt: skip

    def _told(self, story: StoryInBook, first: int) -> bytes:
        """A story, from its title on page ``first``."""
        feet = story.feet
        if feet:
            feet += left_pages(first + story.title_pages, self.lang, f".{told_class(story.id)}")
        return self._set(story.html, first, story.letters, feet)

    def _set(self, sections: str, first: int, letters: Mapping[str, str] | None = None, feet: str = "") -> bytes:
        """Sections as a PDF that begins with page ``first``; it stands for the next build. ``letters`` are what panels
        are lettered with, by face; ``feet`` is the style of pages with a code."""
        html, used = self._html(sections, first, letters or {}, feet), self._used(sections + feet, first)
        of = f"{pango_version()} {sorted(used.items())} {html}"
        return standing("part", of, lambda: tagged_pdf(html, _painted(used)))

    def _html(self, sections: str, first: int, letters: Mapping[str, str], feet: str = "") -> str:
        """Sections as a document of their own; what leads to other parts says so."""
        inside = set(_ID.findall(sections))
        led = _LINK.sub(lambda link: link[0] if link[1] in inside else f'href="{ELSEWHERE}{link[1]}"', sections)
        return part_of_book(led, self.lang, self._css(led, first, letters) + feet)

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
    def _drawings(self) -> dict[str, str]:
        """All drawings, engraved, in notation, by their addresses."""
        drawn = {address: drawing for one in self._stories for address, drawing in one.drawings.items()}
        return {**drawn, COVER: drawn[self._stories[0].cover]}

    def _used(self, sections: str, first: int) -> dict[str, str]:
        """Those of the drawings that sections show; the cover's stands behind the first page."""
        named = {COVER} if first == 1 else set()
        named.update(_PAINTING.findall(unescape(sections)))
        return {address: self._drawings[address] for address in named if address in self._drawings}

    def _css(self, sections: str, first: int, letters: Mapping[str, str]) -> str:
        unsigned = any(one.unsigned for one in self._stories)
        format = with_code(A5) if any(one.feet for one in self._stories) else A5
        lines = Furniture.of(self.lang, "", self._draft, unsigned, format, BOOKLET)
        lines = replace(lines, running=Markup("string(running)"))
        text = sections + self._draft + say("pages", self.lang, "sign-off", "mark")
        place = self._stories[0].cover_place if first == 1 else 0.0
        return series_css(self.lang, format, text, letters, lines, place, first)

    @cached_property
    def _first_pages(self) -> list[int]:
        """The numbers of the pages on which the parts begin: the front, every story, the back."""
        front, _ = self._front_counted
        firsts = [1, 1 + front]
        for one in self._stories:
            firsts.append(firsts[-1] + one.text_pages + one.comic_pages)
        return firsts

    @cached_property
    def _fillers(self) -> int:
        """How many pages for notes fill the last sheet."""
        back, _ = self._back_counted
        return -(self._first_pages[-1] - 1 + back) % SIGNATURE

    def _numbers(self) -> dict[str, int]:
        """The numbers of the pages that the contents name, by their ids."""
        _, *stories, last = self._first_pages
        told = {f"_story-{one.id}": first for one, first in zip(self._stories, stories, strict=True)}
        behind = {id: page + last - 1 for id, page in self._back_counted[1].items()}
        return {**self._front_counted[1], **told, **behind, "_credits": behind["_credits"] + self._fillers}

    @cached_property
    def _front_counted(self) -> tuple[int, dict[str, int]]:
        """How many pages the front fills, and on which its ids are."""
        return self._counted(self._front({}))

    @cached_property
    def _back_counted(self) -> tuple[int, dict[str, int]]:
        """How many pages the back fills without pages for notes, and on which its ids are."""
        return self._counted(self._back(0))

    def _counted(self, sections: str) -> tuple[int, dict[str, int]]:
        return page_numbers(self._html(sections, 1, {}), _painted(self._used(sections, 1)))


def _painted(drawings: Mapping[str, str]) -> dict[str, Painting]:
    return {address: Painting(read_engraved(drawing)) for address, drawing in drawings.items()}
