"""Slideshow: what stands on each of them, panel by panel, with choices that lead where the story goes on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kokko_ethics.drawing.model import Drawing
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.book import cover_art, cover_pane
from kokko_ethics.outputs.markdown import to_lines
from kokko_ethics.outputs.matter import LICENCE_URL, Beat, Fork, Matter, Saying, Way, matter_of
from kokko_ethics.wording import say

_LINE, _LINES = 100, 15
"""About how many letters fit into a line of small text, and how many lines onto a slide."""
END = "_end"
"""The id of the slide on which all ways end."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another slide, by its id."""

    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``id`` is what links name, ``notes`` are for the speaker; ``alt`` says what is drawn. ``small`` is for
    texts that nobody reads from afar."""

    id: str
    title: str
    paragraphs: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    picture: Drawing | None = None
    alt: str = ""
    notes: tuple[str, ...] = ()
    small: bool = False
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Slideshow:
    """All slides of a story; ``note`` stands at the foot of each."""

    title: str
    lang: str
    author: str
    note: str
    slides: tuple[Slide, ...]


def slideshow(edition: Edition) -> Slideshow:
    """The slides of ``edition``: the principle, the people, the comic with its choices, the questions, the credits."""
    matter = matter_of(edition)
    slides = (
        _opening(edition, matter),
        *_before(matter),
        *_comic(edition, matter),
        *_questions(matter),
        *_small(matter.heading("sources"), to_lines(edition.story.sources)),
        *_small(matter.heading("credits"), _credits(matter)),
    )
    return Slideshow(matter.title, matter.lang, say("pages", matter.lang, "page", "by"), _note(matter), slides)


def _note(matter: Matter) -> str:
    """What has to stand on every slide: that nobody has signed the story off, that its principle is a draft."""
    return " · ".join(filter(None, (matter.mark, matter.draft)))


def _opening(edition: Edition, matter: Matter) -> Slide:
    taught = matter.principle
    words: list[str] = []
    if taught:
        label = say("pages", matter.lang, "principle", "label", number=taught.number)
        words = [f"{label}: {taught.title}" if taught.title else label, taught.sentence]
    if matter.unreviewed:
        words.append(f"{say('pages', matter.lang, 'sign-off', 'word')}. {matter.unreviewed}")
    art, seen = cover_art(edition.a4), cover_pane(edition.a4).drawing.description
    notes = (taught.why if taught else "", matter.summary, matter.heading("facilitator"),
             *to_lines(edition.story.facilitator))  # fmt: skip
    return Slide("_title", matter.title, tuple(words), picture=art, alt=seen, notes=notes, opening=True)


def _before(matter: Matter) -> Iterator[Slide]:
    if matter.note:
        yield Slide("_note", matter.heading("note"), (matter.note,))
    if matter.cast:
        people = tuple(f"{name}, {role}" if role else name for name, role in matter.cast)
        yield Slide("_cast", matter.heading("cast"), people)


def _comic(edition: Edition, matter: Matter) -> Iterator[Slide]:
    for beat, pane in zip(matter.beats, edition.web, strict=True):
        links = (Link(beat.turn, _to(beat.goes_to)),) if beat.turn else ()
        alt = f"{pane.drawing.description} {pane.drawing.spoken}".strip()
        yield Slide(beat.id, beat.title, links=links, picture=pane.drawing, alt=alt, notes=tuple(_in_words(beat)))
        if beat.fork:
            yield _choice(beat.fork, matter.lang)


def _choice(fork: Fork, lang: str) -> Slide:
    after = say("pages", lang, "choice", "after", label=fork.after)

    def where(way: Way) -> str:
        key = "to" if way.label else "to-end"
        return say("pages", lang, "choice", key, label=way.label)

    links = [Link(f"{way.saying.words} {where(way)}", _to(way.target)) for way in fork.ways]
    easy = tuple(saying.easy for saying in (fork.question, *(way.saying for way in fork.ways)) if saying.easy)
    return Slide(f"_choice-{fork.after}", f"{after}: {fork.question.words}", links=tuple(links), notes=easy)


def _to(target: str) -> str:
    return END if target == "end" else target


def _in_words(beat: Beat) -> Iterator[str]:
    """The panel in words, then in plainer words where the author wrote any."""
    sayings: tuple[Saying, ...] = (beat.description, *beat.lines)
    yield from (saying.words for saying in sayings)
    if any(saying.easy for saying in sayings):
        yield ""
        yield from (saying.easy or saying.words for saying in sayings)


def _questions(matter: Matter) -> Iterator[Slide]:
    heading = matter.heading("reflection")
    if not matter.questions:
        yield Slide(END, heading)
    for number, question in enumerate(matter.questions, 1):
        count = f"{number}/{len(matter.questions)}"
        easy = (question.saying.easy,) if question.saying.easy else ()
        id = END if number == 1 else f"_question-{number}"
        yield Slide(id, f"{heading} {count}: {question.to}", (question.saying.words,), notes=easy)


def _credits(matter: Matter) -> Iterator[str]:
    yield from matter.credits
    yield from matter.publisher
    yield from (f"{matter.heading('review')}: {review}" for review in (*matter.reviews, matter.unreviewed) if review)
    yield from filter(None, (matter.origin, matter.draft, matter.principle.credit if matter.principle else ""))
    yield f"{say('pages', matter.lang, 'credits', 'licence')} {LICENCE_URL}"
    yield from matter.works
    yield matter.made


def _small(title: str, paragraphs: Iterable[str]) -> Iterator[Slide]:
    """Small text on as many slides as it needs, each with a title of its own."""
    pages: list[list[str]] = []
    room = 0.0
    for words in paragraphs:
        needed = math.ceil(len(words) / _LINE) + 0.5
        if not pages or needed > room:
            pages.append([])
            room = _LINES
        pages[-1].append(words)
        room -= needed
    for number, page in enumerate(pages, 1):
        shown = f"{title} {number}/{len(pages)}" if len(pages) > 1 else title
        yield Slide(f"_{title}-{number}", shown, tuple(page), small=True)
