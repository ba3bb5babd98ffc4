"""Heads: what stands before the colon of a balloon, sign or sound: names, and the bracket behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kokko_ethics.script import marks
from kokko_ethics.script.keywords import load_vocabulary
from kokko_ethics.script.lines import ScriptLine, clean
from kokko_ethics.script.model import Phrase, Term
from kokko_ethics.script.terms import phrases
from kokko_ethics.source import Span


@dataclass(frozen=True, slots=True)
class Head:
    """A head, understood as far as keywords go.

    ``keyword`` is ``narrator``, ``sign``, ``sound``, ``all`` or empty; ``certain`` means a speaker whatever the cast.
    """

    written: str
    names: tuple[Term, ...]
    how: tuple[Phrase, ...]
    bracket: str
    length: int
    keyword: str
    certain: bool
    colon: bool = True
    closed: bool = True


def head_of(line: ScriptLine, may_lack_colon: bool) -> Head | None:
    """The head of ``line``; without a colon only for a name in capitals that stands alone."""
    if match := marks.HEAD.match(line.text):
        return _head(match, line)
    if (match := marks.UNCLOSED_HEAD.match(line.text)) and marks.is_capitals(match["head"]):
        return _head(match, line, closed=False)
    if may_lack_colon and (match := marks.NAME_ALONE.match(line.text)) and marks.is_capitals(match["head"]):
        return _head(match, line, colon=False)
    return None


def _head(match: re.Match[str], line: ScriptLine, colon: bool = True, closed: bool = True) -> Head | None:
    written = clean(match["head"])
    if not any(char.isalpha() for char in written):
        return None
    vocabulary = load_vocabulary()
    names = _names(match["head"], line.start + match.start("head"))
    how = phrases(match["how"], line.start + match.start("how"), vocabulary) if match["how"] else ()
    keyword = (vocabulary.concept("head", written) or "") if colon else ""
    people = [name.text for name in names if not name.group]
    certain = bool(keyword) or (colon and bool(names) and all(map(marks.is_capitals, people)))
    return Head(written, names, how, clean(match["how"] or ""), match.end(), keyword, certain, colon, closed)


_NAME_OR_JOINER = re.compile(r"[,،&+/]|[^\s,،&/]+")


def _names(written: str, start: int) -> tuple[Term, ...]:
    """The names of a head, cut at commas and at AND, JA, OCH; ``ALL`` is a term of the group ``head``."""
    found: list[Term] = []
    words: list[re.Match[str]] = []
    vocabulary = load_vocabulary()
    for word in _NAME_OR_JOINER.finditer(written):
        if word.group() in ",،&+/" or (words and vocabulary.concept("joiner", word.group())):
            found += _name(words, written, start)
            words = []
        else:
            words.append(word)
    return (*found, *_name(words, written, start))


def _name(words: list[re.Match[str]], written: str, start: int) -> list[Term]:
    if not words:
        return []
    name = clean(written[words[0].start() : words[-1].end()])
    span = Span(start + words[0].start(), start + words[-1].end())
    everybody = load_vocabulary().concept("head", name) == "all"
    return [Term(name, span, "head", "all")] if everybody else [Term(name, span)]
