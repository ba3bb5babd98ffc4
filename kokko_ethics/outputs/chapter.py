"""Chapter: all that a book of many stories needs of one of them, as JSON, so that the story need not be drawn again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from markupsafe import Markup

from kokko_ethics.edition import Edition
from kokko_ethics.geometry import number
from kokko_ethics.house_style import A5, CODE_FOOT, Format
from kokko_ethics.outputs.book import BOOKLET, Book, Furniture, art_place, book_css, cover_art, cover_pane
from kokko_ethics.outputs.codes import css_name
from kokko_ethics.outputs.feet import feet
from kokko_ethics.outputs.matter import Beat, Fork, Matter, matter_of
from kokko_ethics.outputs.notation import written_engraved
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import Plates, engraving_of, printable
from kokko_ethics.outputs.portraits import portraits
from kokko_ethics.outputs.reference_matter import teaching_of
from kokko_ethics.outputs.sheets import shortened
from kokko_ethics.outputs.tagged_pdf import page_numbers
from kokko_ethics.outputs.templating import fill

COVER_ART = 230.0
"""Height of the art on the book's cover, in points."""
_FOOT_SHARE = 0.75
"""The share of a page's width that the running title may take."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story; ``portrait`` is the address of their picture, empty where they are only heard."""

    id: str
    name: str
    role: str
    portrait: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A term of the glossary: the id of its place, and its words."""

    id: str
    term: str
    usage: str
    meaning: str
    note: str


@dataclass(frozen=True, slots=True)
class Taught:
    """A principle as it is printed; see ``reference_matter.Teaching``."""

    number: int
    title: str
    sentence: str
    credit: str


@dataclass(frozen=True, slots=True)
class StoryInBook:
    """A story in a book of many. ``html`` is its section: the title fills so many ``title_pages``, the comic so many
    ``comic_pages``, and all the rest, the title included, so many ``text_pages``. ``drawings`` are engraved, in
    notation, by address; ``letters`` are what its panels are lettered with, by face. ``cover`` is the address of its
    art, of which ``cover_place`` is seen (0 the top, 100 the foot). ``feet`` is the style of its comic pages where they
    have codes."""

    id: str
    title: str
    running: str
    html: str
    title_pages: int
    comic_pages: int
    text_pages: int
    cover: str
    cover_place: float
    drawings: dict[str, str]
    letters: dict[str, str]
    people: list[Person]
    principles: list[Taught]
    draft: str
    terms: list[Explained]
    sources: str
    credits: list[str]
    works: list[str]
    made: str
    unsigned: bool
    feet: str

    def written(self) -> bytes:
        """The story as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")

    @classmethod
    def read(cls, data: bytes) -> StoryInBook:
        """The story that was :meth:`written`."""
        parts = json.loads(data)
        kinds = {"people": Person, "principles": Taught, "terms": Explained}
        return cls(**parts | {name: [kind(**one) for one in parts[name]] for name, kind in kinds.items()})


def story_in_book(edition: Edition) -> StoryInBook:
    """What a book of many stories needs of this one."""
    matter, comic_pages = _naming_itself(matter_of(edition)), edition.pages(edition.a5.format)
    book = Book(comic_pages, matter, BOOKLET)
    prefix = f"{edition.story.id}-"
    coded = comic_pages.format.foot >= CODE_FOOT
    plates = Plates(comic_pages, matter, BOOKLET.size, matter.numbered, prefix, coded)
    heads = {f"painting:{prefix}{id}": head for id, head in portraits(comic_pages).items()}
    cover, width = f"painting:{prefix}cover", A5.live_width
    place = art_place(cover_pane(comic_pages), width, book.art_height)
    drawings = {**plates.drawings(), cover: cover_art(comic_pages), **heads}

    def section(*, comic: bool) -> str:
        values = {"matter": matter, "plates": plates, "pages": plates.tables() if comic else [], "cover": cover,
                  "art": book.art_height, "art_place": number(place if comic else 0.0), "running": running,
                  "told": told_class(matter.id)}  # fmt: skip
        return printable(fill("chapter.html", matter.lang, **values, later=plates.later()))

    running = shortened(printable(matter.title), width * _FOOT_SHARE / BOOKLET.small)
    engraved = {address: engraving_of(one) for address, one in drawings.items()}
    paintings = {address: Painting(one) for address, one in engraved.items()}
    text_pages, places = page_numbers(alone(section(comic=False), matter.lang), paintings)
    return StoryInBook(
        edition.story.id, matter.title, running, section(comic=True), places[told_class(matter.id)],
        len(comic_pages.pages), text_pages, cover, place,
        {address: written_engraved(one) for address, one in engraved.items()},
        plates.letters(), list(_people(edition, matter, prefix, set(heads))), list(_principles(edition)),
        _draft(edition),
        [Explained(id, one.term, one.usage, one.meaning, one.note) for id, one in matter.explained(with_notes=False)],
        matter.sources, list(_credits(matter)), list(matter.works), matter.made,
        bool(matter.unreviewed), feet(plates, BOOKLET.small, folded=True, scope=f".{told_class(matter.id)}"),
    )  # fmt: skip


def told_class(story: str) -> str:
    """The class of a story's part of the book."""
    return f"told-{css_name(story)}"


def alone(section: str, lang: str) -> str:
    """A story's section as a work of its own, which breaks into pages as it does inside a book."""
    nothing = Furniture.of(lang, "", "", False, A5, BOOKLET)
    return part_of_book(section, lang, series_css(lang, A5, section, {}, nothing))


def part_of_book(sections: str, lang: str, style: str) -> str:
    """Some of the sections of a book of many stories as a work of its own."""
    return fill("part.html", lang, tongue=lang, sections=Markup(sections), css=Markup(style))


def series_css(
    lang: str, format: Format, text: str, lettering: Mapping[str, str], lines: Furniture, art_place: float = 0.0,
    first: int = 1,
) -> str:  # fmt: skip
    """The style of a book of many stories, or of a part that begins with page ``first``; see ``book.book_css``."""
    style = book_css(lang, format, BOOKLET, text, lettering, lines, (COVER_ART, art_place), first)
    return style + fill("series.css", lang, size=BOOKLET.size)


def _naming_itself(matter: Matter) -> Matter:
    """The matter with the story's title behind the numbers that its choices name: every story begins with panel 1."""

    def named(fork: Fork | None) -> Fork | None:
        if fork is None:
            return None
        ways = (replace(way, label=f"{way.label} ({matter.title})" if way.label else "") for way in fork.ways)
        return replace(fork, ways=tuple(ways))

    beats: tuple[Beat, ...] = tuple(replace(beat, fork=named(beat.fork)) for beat in matter.beats)
    return replace(matter, beats=beats)


def _people(edition: Edition, matter: Matter, prefix: str, seen: set[str]) -> Iterator[Person]:
    roles = dict(matter.cast)
    for member in edition.story.cast:
        if member.name in roles:
            portrait = f"painting:{prefix}{member.id}"
            yield Person(member.id, member.name, roles[member.name], portrait if portrait in seen else "")


def _principles(edition: Edition) -> Iterator[Taught]:
    for one in edition.story.reference.principles.entries:
        told = teaching_of(replace(edition.story, principle=one.id))
        if told:
            yield Taught(told.number, told.title, told.sentence, told.credit)


def _draft(edition: Edition) -> str:
    """What has to be said where any of the principles is a draft."""
    works, lang = edition.story.reference.principles, edition.story.lang
    return next(filter(None, (works.draft_note(one.id, lang) for one in works.entries)), "")


def _credits(matter: Matter) -> Iterator[str]:
    yield from matter.credits
    reviews = (*matter.reviews, *((matter.unreviewed,) if matter.unreviewed else ()))
    yield from (f"{matter.heading('review')}: {review}" for review in reviews)
    if matter.origin:
        yield matter.origin
    if matter.principle and matter.principle.credit:
        yield matter.principle.credit
