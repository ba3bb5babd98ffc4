"""Knowing: what the assistant and the search of the site know, in the language of a story's readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kokko_ethics.outputs.matter import Matter
from kokko_ethics.outputs.reference_matter import help_lines_of
from kokko_ethics.reference.model import Fact, Question, Reference, tongue_of
from kokko_ethics.wording import LANGUAGES

CALLED = "Kokko"
"""What the assistant is called where the project does not say."""


@dataclass(frozen=True, slots=True)
class Known:
    """A question with its answer. ``asked`` are ways to ask it, empty for a crisis; ``refs`` as in
    ``reference.model.Question``; ``help`` are help lines (digits, number, who, hours)."""

    id: str
    kind: str
    asked: list[str]
    answer: str
    refs: list[str]
    help: list[tuple[str, str, str, str]]


@dataclass(frozen=True, slots=True)
class Wits:
    """What the assistant has to answer with. ``ways`` are more ways to ask for a term or a principle;
    ``crisis`` are the words of each kind of crisis, by its id and their language: somebody in need may write in
    another than that of the page."""

    name: str
    questions: list[Known]
    ways: dict[str, list[str]]
    crisis: dict[str, dict[str, list[str]]]

    @classmethod
    def read(cls, parts: Mapping[str, Any]) -> Wits:
        """The wits out of what JSON kept of them."""
        return cls(parts["name"], [Known(**one) for one in parts["questions"]], parts["ways"], parts["crisis"])


@dataclass(frozen=True, slots=True)
class Told:
    """A panel in words, to be searched: the id of its place, its name, what is to be seen and what is said."""

    at: str
    title: str
    seen: str
    said: str


def wits_of(reference: Reference, lang: str) -> Wits:
    """What the assistant knows for readers of ``lang``."""
    tongue, questions = tongue_of(lang), reference.questions.entries
    known = [_known(one, reference, tongue) for one in questions if tongue in one.answer]
    crisis = {one.id: {lang: list(one.asked[lang]) for lang in LANGUAGES if lang in one.asked}
              for one in questions if one.kind == "crisis" and tongue in one.answer}  # fmt: skip
    ways = {name: list(said[tongue]) for name, said in reference.questions.ways.items() if tongue in said}
    return Wits(reference.project.assistant or CALLED, known, ways, crisis)


def told_in(matter: Matter) -> list[Told]:
    """The panels of a story in words."""
    return [Told(one.id, one.title, one.description.words, " ".join(line.words for line in one.lines))
            for one in matter.beats]  # fmt: skip


def _known(one: Question, reference: Reference, tongue: str) -> Known:
    asked = [] if one.kind == "crisis" else list(one.asked[tongue])
    lines = help_lines_of(_lines(one, reference, tongue), tongue)
    help = [(line.digits, line.number, line.who, line.hours) for line in lines]
    return Known(one.id, one.kind, asked, one.answer[tongue], list(one.refs), help)


def _lines(one: Question, reference: Reference, tongue: str) -> Iterator[Fact]:
    """The help lines of a question in its order: those with a box in the languages of that, others in all. Nobody in
    need is left without one: where the facts have none of them, all are told."""
    lines = {line.id: line for line in reference.facts.all_help_lines()}
    found = [lines[id] for id in one.help if id in lines and (not lines[id].box or tongue in lines[id].box)]
    yield from found or (lines.values() if one.kind == "crisis" else ())
