"""What the reference files hold: principles, terms and facts, each in several languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from kokko_ethics.inflection.finding import Finder, Occurrence
from kokko_ethics.source import Source, Span
from kokko_ethics.wording import LANGUAGES, say, speaks

Status = Literal["draft", "confirmed", "replaced"]
Usage = Literal["sourced", "own"]
FactKind = Literal["help-line", "law", "guidance"]
FactState = Literal["verified", "number-verified", "re-check"]
StatementLevel = Literal["unknown", "partly", "meets"]
QuestionKind = Literal["answer", "decline", "crisis"]
SITE_PAGES = ("about", "glossary", "trainers", "credits", "accessibility")
"""The pages of the website that answers may lead to."""


def tongue_of(lang: str) -> str:
    """The language in which the house speaks to readers of ``lang``: English where it knows no better."""
    tongue = lang.split("-")[0].lower()
    return tongue if tongue in LANGUAGES else "en"


def text_in(texts: Mapping[str, str], lang: str) -> str:
    """The text in the house's language for ``lang``, else in the first language that there is; empty if none."""
    return texts.get(tongue_of(lang)) or next((texts[one] for one in (*LANGUAGES, *texts) if texts.get(one)), "")


@dataclass(frozen=True, slots=True)
class Principle:
    """An ethical principle as its file has it; texts by language.

    ``status`` says whose words it is in: a ``draft`` of ours, a draft that an organisation has ``confirmed``, or
    ``replaced`` by the official text.
    """

    id: str
    number: int
    status: Status
    title: Mapping[str, str]
    sentence: Mapping[str, str]
    why: Mapping[str, str] = field(default_factory=dict)
    official_title: Mapping[str, str] = field(default_factory=dict)
    official_text: Mapping[str, str] = field(default_factory=dict)
    official_source: str = ""
    confirmed_by: str = ""
    confirmed_on: str = ""
    """The day as ``YYYY-MM-DD``."""

    def is_official(self, lang: str) -> bool:
        """Whether the official text stands in its place in this language."""
        return self.status == "replaced" and tongue_of(lang) in self.official_text

    def is_draft(self, lang: str) -> bool:
        """Whether what is printed in this language is a draft that nobody has confirmed."""
        return self.status != "confirmed" and not self.is_official(lang)

    def title_in(self, lang: str) -> str:
        """The title that is printed; empty where the official text has none."""
        return self.official_title.get(tongue_of(lang), "") if self.is_official(lang) else text_in(self.title, lang)

    def sentence_in(self, lang: str) -> str:
        """The sentence that is printed: the official text where it has replaced ours."""
        return self.official_text[tongue_of(lang)] if self.is_official(lang) else text_in(self.sentence, lang)

    def why_in(self, lang: str) -> str:
        """Why it matters, in our words; empty beside the official text, which speaks for itself."""
        return "" if self.is_official(lang) else text_in(self.why, lang)


@dataclass(frozen=True)
class Principles:
    """All principles in the order of their file; ``notes`` is what has to stand beside a draft, by language."""

    entries: tuple[Principle, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)

    def find(self, name: str) -> Principle | None:
        """The principle whose id or number is ``name``, if there is one."""
        sought = name.strip().lower()
        return next((one for one in self.entries if sought in (one.id, str(one.number))), None)

    def draft_note(self, name: str, lang: str) -> str:
        """What has to stand on every page of a story that teaches the principle ``name``; empty if nothing has to.

        A principle that the file does not have counts as a draft, so that no mistake drops the note.
        """
        known = self.find(name)
        if not name or (known and not known.is_draft(lang)):
            return ""
        spoken = lang if speaks("pages", lang) else "en"
        return self.notes.get(spoken.split("-")[0].lower()) or say("pages", spoken, "principle", "draft")


@dataclass(frozen=True, slots=True)
class TermWords:
    """A term in one language. ``forms`` are its spellings, each with the forms that show how it is inflected, the
    basic form first; ``usage`` says whether others use the term so, or it is our own."""

    term: str
    usage: Usage
    forms: tuple[tuple[str, ...], ...]
    meaning: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary; ``principles`` are ids, ``words`` stand by language."""

    id: str
    principles: tuple[str, ...]
    words: Mapping[str, TermWords]


@dataclass(frozen=True)
class Glossary:
    """All terms in the order of their file."""

    terms: tuple[Term, ...] = ()

    def find(self, text: str, lang: str) -> tuple[Occurrence, ...]:
        """Where terms stand in ``text``, in any of their forms. Each occurrence names the id of its term."""
        finder = self._finders.get(lang.split("-")[0].lower())
        return finder.find(text) if finder else ()

    def used_in(self, texts: Iterable[str], lang: str) -> tuple[Term, ...]:
        """The terms that stand anywhere in ``texts``, in the order of the file."""
        used = {occurrence.id for text in texts for occurrence in self.find(text, lang)}
        return tuple(term for term in self.terms if term.id in used)

    @cached_property
    def _finders(self) -> dict[str, Finder]:
        return {
            lang: Finder.of(
                ((term.id, forms) for term in self.terms if lang in term.words for forms in term.words[lang].forms),
                lang,
            )
            for lang in LANGUAGES
        }


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that we tell as a fact, and how far it has been checked.

    ``box`` names the languages in which it stands in the box with help lines; ``last_checked`` is a day as
    ``YYYY-MM-DD``, ``checked_in`` says in what; ``span`` is where the day stands in its file.
    """

    id: str
    kind: FactKind
    text: Mapping[str, str]
    source: str
    state: FactState
    last_checked: str
    checked_in: str
    number: str = ""
    hours: Mapping[str, str] = field(default_factory=dict)
    box: tuple[str, ...] = ()
    span: Span = field(default_factory=lambda: Span(0, 0))


@dataclass(frozen=True)
class Facts:
    """All facts in the order of their file."""

    entries: tuple[Fact, ...] = ()
    source: Source = field(default_factory=lambda: Source.of(""))

    def help_lines(self, lang: str) -> tuple[Fact, ...]:
        """The help lines in the box for readers of ``lang``."""
        return tuple(one for one in self.all_help_lines() if tongue_of(lang) in one.box)

    def all_help_lines(self) -> tuple[Fact, ...]:
        """All help lines but those whose number has to be checked again."""
        return tuple(one for one in self.entries if one.kind == "help-line" and one.state != "re-check")


@dataclass(frozen=True, slots=True)
class Project:
    """Who publishes: an organisation, where readers reach it, the base address of the comics on the web, with a
    slash at its end, and what the assistant of the website is called. All may be empty."""

    address: str = ""
    organisation: str = ""
    contact: str = ""
    assistant: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What whoever publishes the website says of its accessibility; texts by language.

    ``level`` says how far it meets WCAG 2.2 AA by an assessment on the day ``assessed_on`` (``YYYY-MM-DD``); both the
    day and who did it are empty where nobody has assessed it.
    """

    level: StatementLevel = "unknown"
    assessed_on: str = ""
    assessed_by: str = ""
    tested: tuple[Mapping[str, str], ...] = ()
    untested: tuple[Mapping[str, str], ...] = ()
    shortcomings: tuple[Mapping[str, str], ...] = ()
    contact: Mapping[str, str] = field(default_factory=dict)
    supervision: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the assistant of the website answers; texts by language.

    ``asked`` are ways to ask it, of a crisis the words that tell of it (``lyö*`` is any word that begins so,
    ``minua/mua`` one or the other, a line with ``!`` at its end tells of it in short messages only); ``refs`` is what
    the answer rests on (``principle:ID``, ``term:ID``, ``page:NAME``), ``help`` are ids of help lines.
    """

    id: str
    kind: QuestionKind
    asked: Mapping[str, tuple[str, ...]]
    answer: Mapping[str, str]
    refs: tuple[str, ...] = ()
    help: tuple[str, ...] = ()


@dataclass(frozen=True)
class Questions:
    """All questions in the order of their file. ``ways`` are more ways to ask for a term or a principle
    (``term:ID``, ``principle:ID``), by language."""

    entries: tuple[Question, ...] = ()
    ways: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reference:
    """The reference works that a story is published with."""

    principles: Principles = field(default_factory=Principles)
    glossary: Glossary = field(default_factory=Glossary)
    facts: Facts = field(default_factory=Facts)
    project: Project = field(default_factory=Project)
    statement: Statement = field(default_factory=Statement)
    questions: Questions = field(default_factory=Questions)
