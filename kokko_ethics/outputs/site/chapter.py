"""Chapter: all that the site needs of one story in one language, as JSON, so that the story need not be drawn again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from kokko_ethics.drawing.notation import written
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.fonts import letters, together
from kokko_ethics.outputs.markdown import to_html
from kokko_ethics.outputs.matter import Matter, matter_of
from kokko_ethics.outputs.reading import reading
from kokko_ethics.outputs.reference_matter import teaching_of
from kokko_ethics.outputs.site.knowing import Told, Wits, told_in, wits_of
from kokko_ethics.outputs.site.pictures import art_of
from kokko_ethics.outputs.templating import fill
from kokko_ethics.reference.model import text_in, tongue_of
from kokko_ethics.wording import day_in_words


@dataclass(frozen=True, slots=True)
class Taught:
    """A principle as the site shows it; see ``reference_matter.Teaching``. ``draft`` is what has to stand beside it."""

    id: str
    number: int
    title: str
    sentence: str
    why: str
    credit: str
    draft: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A term of the glossary; ``own`` says that it is the project's own word, ``principles`` are ids, ``names`` the
    ways in which it is spelled."""

    id: str
    term: str
    own: bool
    meaning: str
    note: str
    principles: list[str]
    names: list[str]


@dataclass(frozen=True, slots=True)
class Said:
    """The accessibility statement in one language; see ``reference.model.Statement``. ``day`` is in words."""

    level: str
    day: str
    by: str
    tested: list[str]
    untested: list[str]
    shortcomings: list[str]
    contact: str
    supervision: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The reference works in the language of a story. ``tongue`` is the language that they speak to its readers in;
    ``address`` is where the site stands on the web, with a slash at its end, or empty; ``wits`` is what the assistant
    answers with."""

    tongue: str
    principles: list[Taught]
    terms: list[Explained]
    address: str
    organisation: str
    contact: str
    statement: Said
    wits: Wits

    @classmethod
    def read(cls, parts: dict[str, Any]) -> Shelf:
        """The shelf out of what JSON kept of it."""
        kinds = {"principles": Taught, "terms": Explained}
        lists = {name: [kind(**one) for one in parts[name]] for name, kind in kinds.items()}
        return cls(**parts | lists | {"statement": Said(**parts["statement"]), "wits": Wits.read(parts["wits"])})


@dataclass(frozen=True, slots=True)
class StoryOnSite:
    """A story as the site shows it.

    ``body`` is the HTML of its page's contents, ``widths`` are the classes of its panels, ``letters`` the
    characters that it is set with, by face, ``text`` those of its running text. ``art`` is a panel without words,
    in notation, with the place of its ``heads``; so many ``people`` of the two sides are in it. ``title_lang`` and
    ``summary_lang`` name their language where nobody has translated them yet. ``principle`` is the id of what it
    teaches; ``note`` says that it has a content note, ``easy`` that some words have an easy version, ``choices``
    that readers choose how it goes on. ``told`` are its panels in words. ``facilitator`` are the notes for them as
    HTML, ``help`` the help lines beside those (digits, number, who, hours). ``draft`` and ``mark`` are what every
    printed sheet says, ``unreviewed`` who has not signed it off.
    """

    id: str
    lang: str
    title: str
    title_lang: str
    summary: str
    summary_lang: str
    principle: str
    art: str
    heads: list[float]
    people: int
    body: str
    widths: list[int]
    letters: dict[str, str]
    text: str
    panels: int
    easy: bool
    note: bool
    choices: bool
    facilitator: str
    help: list[tuple[str, str, str, str]]
    draft: str
    unreviewed: str
    mark: str
    credits: list[str]
    works: list[str]
    sources: str
    made: str
    told: list[Told]
    shelf: Shelf = field(repr=False)

    def written(self) -> bytes:
        """The story as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")

    @classmethod
    def read(cls, data: bytes) -> StoryOnSite:
        """The story that was :meth:`written`."""
        parts = json.loads(data)
        told = [Told(**one) for one in parts["told"]]
        return cls(**parts | {"told": told, "shelf": Shelf.read(parts["shelf"])})


def story_on_site(edition: Edition, matter: Matter) -> StoryOnSite:
    """What the site needs of this story; ``matter`` are its words, with live links."""
    story, foreign = edition.story, dict(matter.foreign)
    values = reading(edition.web, matter)
    body = fill("reading.html", matter.lang, **values).strip()
    art, heads, people = art_of(edition)
    known = story.reference.principles.find(story.principle)
    return StoryOnSite(
        story.id, matter.lang, matter.title, foreign.get("title", ""), matter.summary, foreign.get("summary", ""),
        known.id if known else "", written(art), heads, people, body, sorted(set(values["widths"].values())),
        together(letters(pane.drawing) for pane in edition.web), "".join(sorted({*body, *matter.mark} - {"\n"})),
        len(matter.beats), matter.easy, bool(matter.note), bool(matter.forks),
        to_html(story.facilitator, linked=True),
        [(line.digits, line.number, line.who, line.hours) for line in matter.all_help_lines],
        matter.draft, matter.unreviewed, matter.mark, list(_credits(matter)), list(matter.works), matter.sources,
        matter.made, told_in(matter), _shelf(edition),
    )  # fmt: skip


def said_of(edition: Edition) -> Matter:
    """The words of an edition with live links."""
    return matter_of(edition, linked=True)


def _credits(matter: Matter) -> Iterator[str]:
    yield from matter.credits
    reviews = (*matter.reviews, *((matter.unreviewed,) if matter.unreviewed else ()))
    yield from (f"{matter.heading('review')}: {review}" for review in reviews)
    if matter.origin:
        yield matter.origin


def _shelf(edition: Edition) -> Shelf:
    lang, works = edition.story.lang, edition.story.reference
    tongue, project = tongue_of(lang), works.project
    terms = [
        Explained(term.id, words.term, words.usage == "own", words.meaning, words.note, list(term.principles),
                  [form[0] for form in words.forms])
        for term in works.glossary.terms
        if (words := term.words.get(tongue))
    ]
    return Shelf(
        tongue, list(_principles(edition)), terms, project.address, project.organisation, project.contact,
        _statement(edition), wits_of(works, lang),
    )  # fmt: skip


def _statement(edition: Edition) -> Said:
    told, lang = edition.story.reference.statement, edition.story.lang
    tested, untested, shortcomings = (
        [text_in(texts, lang) for texts in one] for one in (told.tested, told.untested, told.shortcomings)
    )
    day = day_in_words(told.assessed_on, lang) if told.assessed_on else ""
    return Said(
        told.level, day, told.assessed_by, tested, untested, shortcomings,
        text_in(told.contact, lang), text_in(told.supervision, lang),
    )  # fmt: skip


def _principles(edition: Edition) -> Iterator[Taught]:
    works, lang = edition.story.reference.principles, edition.story.lang
    for one in works.entries:
        told = teaching_of(replace(edition.story, principle=one.id))
        if told:
            note = works.draft_note(one.id, lang)
            yield Taught(one.id, told.number, told.title, told.sentence, told.why, told.credit, note)
