"""Matter: the words round the comic, as the booklets and the web page print them, before and after it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote
from weakref import ref

from kokko_ethics.edition import Edition, Pane
from kokko_ethics.ledger import works_of
from kokko_ethics.outputs.imprint import made
from kokko_ethics.outputs.markdown import to_html
from kokko_ethics.outputs.marking import Marking, anchor
from kokko_ethics.outputs.reference_matter import HelpLine, Teaching, help_lines_of, teaching_of
from kokko_ethics.outputs.sheets import numbered, way_on
from kokko_ethics.outputs.templating import comma
from kokko_ethics.reference.model import Glossary, TermWords, tongue_of
from kokko_ethics.story.model import CastMember, Choice, Line, Option, Panel, Story, Words
from kokko_ethics.wording import in_alphabet, listed, say, table
from kokko_ethics.workspace import language_folder

LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"

Foreign = tuple[str, str]
"""Words, and the language that they are in, which is not that of the page."""
Pieces = tuple[tuple[str, str], ...]
"""Texts, each with its language; empty for that of the page."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words and, where the author wrote them, the same in easy language. Those that nobody has translated yet are
    given once more with their language."""

    words: str
    easy: str = ""
    foreign: Foreign | None = None
    easy_foreign: Foreign | None = None

    @property
    def pieces(self) -> Pieces:
        """The words in pieces of one language each."""
        return _pieces(self.words, self.foreign)

    @property
    def easy_pieces(self) -> Pieces:
        """The words in easy language in pieces of one language each."""
        return _pieces(self.easy, self.easy_foreign)


@dataclass(frozen=True, slots=True)
class Way:
    """An option: its words, the id of the panel where it goes on (or ``end``), and that panel's label."""

    saying: Saying
    target: str
    label: str


@dataclass(frozen=True, slots=True)
class Fork:
    """A choice and the number of the panel after which it stands."""

    after: str
    question: Saying
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Beat:
    """A panel in words, and where the story goes from it.

    ``goes_to`` is the id of the next panel's first drawing, ``end``, or empty where readers choose; ``turn`` says
    in words where the story goes on if that is not the next panel. ``voices`` says whose line each of ``lines`` is: ids
    of speakers, apart by spaces; empty where nobody speaks.
    """

    id: str
    number: int
    label: str
    title: str
    description: Saying
    lines: tuple[Saying, ...]
    fork: Fork | None
    goes_to: str
    turn: str
    voices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question to think about, and whom it asks."""

    to: str
    saying: Saying


@dataclass(frozen=True, slots=True)
class Matter:
    """All words of an edition besides the drawings. ``facilitator`` and ``sources`` are HTML of our own making;
    ``works`` says whom to thank, ``made`` with what it was made and how fresh its material is.

    ``unreviewed`` says who has not signed the story off; a story that they have signed off says nothing there.

    ``easy`` says whether any words have an easy version, ``numbered`` whether print shows the panels' numbers,
    ``ways_on`` where it sends its readers from each of them. ``glossary`` has the terms that stand anywhere in these
    words, ``story_terms`` are the ids of those outside the facilitator's notes. A story with a content note has
    ``help_lines`` for its readers and more of them, ``all_help_lines``, for the facilitator.
    ``address`` is where the story stands on the web, with a slash at its end; ``publisher`` are lines about who
    publishes it and wants feedback. Either is empty where the project names none.
    ``foreign`` are the languages of title, summary and note where nobody has translated them yet.
    """

    id: str
    lang: str
    title: str
    summary: str
    note: str
    origin: str
    principle: Teaching | None
    draft: str
    unreviewed: str
    cast: tuple[tuple[str, str], ...]
    beats: tuple[Beat, ...]
    questions: tuple[Question, ...]
    facilitator: str
    sources: str
    credits: tuple[str, ...]
    works: tuple[str, ...]
    made: str
    reviews: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    easy: bool
    numbered: bool
    ways_on: tuple[tuple[int, str], ...]
    glossary: Glossary
    story_terms: tuple[str, ...]
    help_lines: tuple[HelpLine, ...]
    all_help_lines: tuple[HelpLine, ...]
    foreign: tuple[tuple[str, str], ...] = ()
    address: str = ""
    publisher: tuple[str, ...] = ()

    def text(self, name: Literal["title", "summary", "note"]) -> Pieces:
        """A text of the front matter, with its language where that is not the page's."""
        return ((getattr(self, name), dict(self.foreign).get(name, "")),)

    @property
    def forks(self) -> tuple[Fork, ...]:
        """All choices in the order of the story."""
        return tuple(beat.fork for beat in self.beats if beat.fork)

    @property
    def mark(self) -> str:
        """What every page says of a story that is not signed off; empty where it is."""
        return say("pages", self.lang, "sign-off", "mark") if self.unreviewed else ""

    def heading(self, key: str) -> str:
        """The heading of a section: the author's own, else ours."""
        return dict(self.headings).get(key) or say("pages", self.lang, "heading", key)

    def explained(self, *, with_notes: bool = True) -> tuple[tuple[str, TermWords], ...]:
        """The terms to explain, by the alphabet, each with the id of its place; ``with_notes`` also those that only
        the facilitator's notes use."""
        tongue = tongue_of(self.lang)
        used = (term for term in self.glossary.terms if with_notes or term.id in self.story_terms)
        found = ((anchor(term.id), term.words[tongue]) for term in used)
        return tuple(sorted(found, key=lambda pair: in_alphabet(pair[1].term, tongue)))

    def marking(self) -> Marking:
        """Marks the terms of one part of a page."""
        return Marking(self.glossary, self.lang)


_lately: deque[tuple[ref[Edition], bool, Matter]] = deque(maxlen=3)
"""The words of the last few editions, which they don't keep alive: every output asks for them anew, and finding the
terms in them takes long."""


def matter_of(edition: Edition, *, linked: bool = False) -> Matter:
    """The words of ``edition``. ``linked`` makes links live; in print their addresses are spelt out."""
    for known, live, matter in _lately:
        if known() is edition and live == linked:
            return matter
    _lately.append((ref(edition), linked, _gathered(edition, linked)))
    return _lately[-1][2]


def _gathered(edition: Edition, linked: bool) -> Matter:
    story = edition.story
    draft = story.reference.principles.draft_note(story.principle, story.lang)
    beats = tuple(beats_of(edition))
    questions = tuple(Question(_audience(story, r.to), _saying(r.words, r.easy)) for r in story.reflections)
    principle, note = teaching_of(story), _note(story)
    cast = tuple((member.name, role_of(member, story.lang)) for member in cast_of(story))
    works = story.reference
    in_story = works.glossary.used_in(_texts(story, principle, cast, beats, questions), story.lang)
    in_notes = works.glossary.used_in((story.facilitator,), story.lang)
    glossary = Glossary(tuple(term for term in works.glossary.terms if term in in_story or term in in_notes))
    marking = Marking(glossary, story.lang)
    return Matter(
        id=story.id, lang=story.lang, title=story.title, summary=story.summary, note=note,
        origin=table("pages", story.lang)["origin"].get(story.origin, ""),
        principle=principle, draft=draft, unreviewed=unreviewed(story),
        cast=cast, beats=beats, questions=questions,
        facilitator=to_html(story.facilitator, linked=linked, marking=marking),
        sources=to_html(story.sources, linked=linked),
        credits=tuple(credit for credit in story.credits if " ".join(credit.split()) != draft),
        works=tuple(_works(story)), made=made(story),
        reviews=tuple(comma(story.lang).join(value for _, value in review) for review in story.reviews),
        headings=tuple(sorted(story.headings.items())), easy=_has_easy(beats, questions),
        numbered=numbered(story),
        ways_on=tuple((panel.number, way_on(panel, story)) for panel in story.panels),
        glossary=glossary, story_terms=tuple(term.id for term in in_story),
        help_lines=help_lines_of(works.facts.help_lines(story.lang), story.lang) if note else (),
        all_help_lines=help_lines_of(works.facts.all_help_lines(), story.lang) if note else (),
        foreign=story.foreign, address=_address(story), publisher=tuple(_publisher(story)),
    )  # fmt: skip


def unreviewed(story: Story) -> str:
    """Who has not signed the story off yet, as a sentence; empty where both sides have."""
    missing = [side for side in ("expert", "professional") if side not in story.signed_by]
    return say("pages", story.lang, "sign-off", missing[0] if len(missing) == 1 else "both") if missing else ""


def _texts(
    story: Story, principle: Teaching | None, cast: tuple[tuple[str, str], ...], beats: tuple[Beat, ...],
    questions: tuple[Question, ...],
) -> Iterator[str]:  # fmt: skip
    """Everything that readers read of a story and round it, the sources and credits left out: names stand there."""
    yield from (story.summary, story.note, *(role for _, role in cast))
    if principle:
        yield from (principle.title, principle.sentence, principle.why)
    for saying in _sayings(beats, questions):
        yield from (saying.words, saying.easy)
    yield from (question.to for question in questions)


def _sayings(beats: tuple[Beat, ...], questions: tuple[Question, ...]) -> Iterator[Saying]:
    for beat in beats:
        yield from (beat.description, *beat.lines)
        if beat.fork:
            yield from (beat.fork.question, *(way.saying for way in beat.fork.ways))
    yield from (question.saying for question in questions)


def _address(story: Story) -> str:
    base = story.reference.project.address
    return f"{base}{quote(language_folder(story.lang))}/{quote(story.id)}/" if base else ""


def _publisher(story: Story) -> Iterator[str]:
    project = story.reference.project
    if project.organisation:
        yield say("pages", story.lang, "credits", "publisher", organisation=project.organisation.rstrip("."))
    if project.contact:
        yield say("pages", story.lang, "credits", "feedback", contact=project.contact)


def _works(story: Story) -> Iterator[str]:
    """Whom to thank for what the story is drawn and set with; our own drawings have a line of their own."""
    works, lang = works_of(story), story.lang
    for work in works:
        if work.kind == "pack":
            values = {"title": work.title, "author": work.author, "licence": work.licence, "source": work.source}
            yield say("pages", lang, "credits", "pack", **values)
        elif work.kind == "picture" and work.author:
            yield say("pages", lang, "credits", "picture", number=work.panel, credit=work.author)
    fonts = [work for work in works if work.kind == "font"]
    for licence in dict.fromkeys(work.licence for work in fonts):
        names = comma(lang).join(work.title for work in fonts if work.licence == licence)
        yield say("pages", lang, "credits", "fonts", names=names, licence=licence)


def _note(story: Story) -> str:
    """The content note; authors may write that there is none."""
    none = say("pages", story.lang, "note", "none").split(", ")
    return "" if story.note.strip(" .").lower() in none else story.note


def beats_of(edition: Edition) -> Iterator[Beat]:
    """The panels of ``edition`` in words."""
    panes, lang = edition.web, edition.story.lang
    first = {pane.panel.id: pane for pane in reversed(panes)}
    names = {member.id: member.name for member in edition.story.cast}
    for pane, after in zip(panes, (*panes[1:], None), strict=True):
        split_on = after is not None and after.panel.id == pane.panel.id
        lines = tuple(spoken(balloon.line, names, lang) for balloon in pane.lettering.balloons)
        fork = _fork(pane.panel.choice, pane.panel.number, first, lang) if pane.panel.choice and not split_on else None
        goes_to = after.drawing.id if split_on and after else _target(pane.panel.goes_to, first)
        turn = "" if after and goes_to == after.drawing.id else _turn(pane.panel.goes_to, first, lang)
        seen = _saying(pane.panel.description, pane.panel.easy)
        voices = tuple(" ".join(balloon.line.speakers) for balloon in pane.lettering.balloons)
        words = pane.drawing.title, seen, lines
        yield Beat(pane.drawing.id, pane.panel.number, pane.label, *words, fork, goes_to, turn, voices)


def _target(id: str, first: dict[str, Pane]) -> str:
    return first[id].drawing.id if id in first else id


def _turn(id: str, first: dict[str, Pane], lang: str) -> str:
    if id in first:
        return say("pages", lang, "choice", "goes-on", label=first[id].label)
    return say("pages", lang, "choice", "ends") if id == "end" else ""


def _fork(choice: Choice, number: int, first: dict[str, Pane], lang: str) -> Fork:
    def way(option: Option) -> Way:
        shown = first[option.target].label if option.target in first else ""
        return Way(_saying(option.words, option.easy), _target(option.target, first), shown)

    return Fork(str(number), _saying(choice.question, choice.easy), tuple(way(option) for option in choice.options))


def aloud(line: Line, names: dict[str, str], lang: str, words: str) -> str:
    """``words`` as a voice says them in the place of a line's own: who, how, and the words. ``names`` are by id."""
    who = listed([names.get(speaker, speaker) for speaker in line.speakers], lang)
    return say("panels", lang, "spoken", line.manner, who=who, words=" ".join(words.split()))


def spoken(line: Line, names: dict[str, str], lang: str) -> Saying:
    """A line as it is read aloud, and its easy version."""
    easy = aloud(line, names, lang, line.easy.plain) if line.easy else ""
    return Saying(aloud(line, names, lang, line.words.plain), easy, _foreign(line.words), _foreign(line.easy))


def _saying(words: Words, easy: Words | None) -> Saying:
    return Saying(words.plain, easy.plain if easy else "", _foreign(words), _foreign(easy))


def _foreign(words: Words | None) -> Foreign | None:
    return (" ".join(words.plain.split()), words.lang) if words and words.lang else None


def _pieces(text: str, foreign: Foreign | None) -> Pieces:
    if foreign is None:
        return ((text, ""),)
    before, found, after = text.partition(foreign[0])
    pieces = ((before, ""), (found, foreign[1]), (after, "")) if found else ((text, foreign[1]),)
    return tuple(piece for piece in pieces if piece[0])


def cast_of(story: Story) -> tuple[CastMember, ...]:
    """Those of the cast who are to be seen or heard in the story."""
    present = {id for panel in story.panels for id in _people(panel)}
    return tuple(member for member in story.cast if member.id in present)


def role_of(member: CastMember, lang: str) -> str:
    """Somebody's role in words; only their side of the table where no role is told."""
    return member.role or table("pages", lang)["side"].get(member.side, "")


def _people(panel: Panel) -> set[str]:
    return {actor.character for actor in panel.actors} | {speaker for line in panel.lines for speaker in line.speakers}


def _audience(story: Story, to: str) -> str:
    return say("pages", story.lang, "audience", to)


def _has_easy(beats: tuple[Beat, ...], questions: tuple[Question, ...]) -> bool:
    return any(saying.easy for saying in _sayings(beats, questions))
