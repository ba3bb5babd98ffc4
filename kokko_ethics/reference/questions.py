"""The questions' file: what the assistant of the website answers, what it declines, and words of crisis."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from kokko_ethics.diagnostics import Severity
from kokko_ethics.reference.entries import Entries, span_of
from kokko_ethics.reference.model import SITE_PAGES, Fact, Facts, Glossary, Principles, Question, Questions
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import LANGUAGES

_KINDS = ("answer", "decline", "crisis")
_KEYS = ("id", "kind", "refs", "help", *LANGUAGES)
_TEXTS = ("asked", "words", "answer")
_GAP = re.compile(r"\{([^{}]*)\}")
_DIGITS = re.compile(r"(?<!\w)\d(?:[\d ]*\d)?(?!\w)")
_SHORTEST = 3
"""Digits of a telephone number."""


@dataclass(frozen=True, slots=True)
class Rests:
    """The works that answers rest on. What ``refs`` and ``help`` name must be in them, unless they are ``foreign``:
    another's beside questions of ours, which then just lead to less."""

    principles: Principles
    glossary: Glossary
    facts: Facts
    foreign: bool = False

    def known(self) -> tuple[str, ...]:
        """All that ``refs`` may name."""
        principles = (f"principle:{one.id}" for one in self.principles.entries)
        terms = (f"term:{one.id}" for one in self.glossary.terms)
        return (*principles, *terms, *(f"page:{name}" for name in SITE_PAGES))

    def lines(self) -> dict[str, Fact]:
        """All help lines by their ids."""
        return {one.id: one for one in self.facts.entries if one.kind == "help-line"}


def read_questions(entries: Entries, rests: Rests) -> Questions | None:
    """The questions of a file; None where it cannot be read."""
    root = entries.root("questions", ("ways",))
    if root is None:
        return None
    found = entries.by_id(root["questions"], "questions", lambda node: _question(entries, node, rests))
    return Questions(found, _ways(entries, root.get("ways"), rests))


def _ways(entries: Entries, node: yaml.Node | None, rests: Rests) -> dict[str, dict[str, tuple[str, ...]]]:
    """More ways to ask for a term or a principle."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    known = tuple(name for name in rests.known() if not name.startswith("page:"))
    for one in entries.list_of(node, "ways"):
        values = entries.keys(one, ("for", *LANGUAGES), "ways")
        if entries.missing(one, values, ("for",), "ways"):
            continue
        name = entries.text(values["for"], "ways.for")
        if _is_known(entries, values["for"], "ways.for", known, rests.foreign):
            said = {lang: _list(entries, values[lang], f"{name}.{lang}") for lang in LANGUAGES if lang in values}
            found[name] = {lang: found.get(name, {}).get(lang, ()) + texts for lang, texts in said.items()}
    return found


def _question(entries: Entries, node: yaml.Node, rests: Rests) -> Question | None:
    values = entries.keys(node, _KEYS, "questions")
    about = entries.text(values.get("id"), "questions.id") or "questions"
    if entries.missing(node, values, ("id", "kind"), about):
        return None
    id = entries.name(values["id"], "questions.id")
    kind: Any = entries.word(values["kind"], _KINDS, f"{about}.kind")
    refs = _named(entries, values.get("refs"), f"{about}.refs", rests.known(), rests.foreign)
    help = _named(entries, values.get("help"), f"{about}.help", tuple(rests.lines()), rests.foreign)
    if not (id and kind):
        return None
    told = {lang: _texts(entries, values[lang], f"{id}.{lang}", kind, rests) for lang in LANGUAGES if lang in values}
    if missing := [lang for lang in LANGUAGES if lang not in values]:
        at, languages = span_of(values["id"]), ", ".join(missing)
        entries.tell("data-language-missing", at, Severity.WARNING, about=id, languages=languages)
    answer = {lang: one[1] for lang, one in told.items() if one[1]}
    if not answer:
        if not any(lang in values for lang in LANGUAGES):
            entries.tell("data-missing", span_of(values["id"]), key="answer", about=id)
        return None
    return Question(id, kind, {lang: one[0] for lang, one in told.items() if one[1]}, answer, refs, help)


def _named(
    entries: Entries, node: yaml.Node | None, about: str, known: tuple[str, ...], foreign: bool
) -> tuple[str, ...]:
    """The names of a list that there are; others are told."""
    listed = entries.list_of(node, about)
    return tuple(entries.text(one, about) for one in listed if _is_known(entries, one, about, known, foreign))


def _is_known(entries: Entries, node: yaml.Node, about: str, known: tuple[str, ...], foreign: bool) -> bool:
    value = entries.text(node, about)
    if value and value not in known and not foreign:
        entries.tell("question-ref", span_of(node), Severity.ERROR, nearest(value, known), about=about, value=value)
    return value in known


def _list(entries: Entries, node: yaml.Node, about: str) -> tuple[str, ...]:
    return tuple(text for one in entries.list_of(node, about) if (text := entries.text(one, about)))


def _texts(
    entries: Entries, node: yaml.Node, about: str, kind: str, rests: Rests
) -> tuple[tuple[str, ...], str]:
    """How it is asked in a language (of a crisis: the words that tell it), and the answer; empty if there is none."""
    values = entries.keys(node, _TEXTS, about)
    key = "words" if kind == "crisis" else "asked"
    if entries.missing(node, values, (key, "answer"), about):
        return (), ""
    for other in set(values) - {key, "answer"}:
        entries.wrong(values[other], about, other, key, key)
    answer = values["answer"]
    return _list(entries, values[key], about), _numbered(entries, answer, f"{about}.answer", rests.lines())


def _numbered(entries: Entries, node: yaml.Node, about: str, lines: Mapping[str, Fact]) -> str:
    """An answer with the numbers of help lines in its gaps; empty where it has others."""
    text = entries.text(node, about)
    wrong = list(_unchecked(text))
    for digits in wrong:
        entries.tell("question-number", span_of(node), about=about, value=digits)
    for gap in _GAP.finditer(text):
        fact = lines.get(gap[1])
        if not (fact and fact.state != "re-check"):
            wrong.append(gap[1])
            near = nearest(gap[1], tuple(id for id, one in lines.items() if one.state != "re-check"))
            entries.tell("question-ref", span_of(node), Severity.ERROR, near, about=about, value=gap[1])
    return "" if wrong else _GAP.sub(lambda gap: lines[gap[1]].number.replace(" ", "\u00a0"), text)


def _unchecked(text: str) -> Iterator[str]:
    """What looks like a telephone number that nobody keeps."""
    for found in _DIGITS.finditer(text):
        if sum(one.isdigit() for one in found[0]) >= _SHORTEST:
            yield found[0]
