"""Terms: the words of a heading or bracket, looked up in the vocabulary, the longest keyword first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kokko_ethics.script.lines import HIDDEN, clean
from kokko_ethics.script.model import COMMAS, HEADING_GROUPS, HOW_GROUPS, Phrase, Term, Vocabulary
from kokko_ethics.source import Span

_WORD = re.compile(r"->|→|←|(?:(?!->|→|←)[^\s\ufdd0])+")
_PHRASE = re.compile(rf"[^{COMMAS}]+")
_LONGEST = 4
"""No keyword has more words than this."""


def phrases(text: str, start: int, vocabulary: Vocabulary) -> tuple[Phrase, ...]:
    """What stands in a bracket, cut at commas and semicolons; ``start`` is the offset of ``text``."""
    cut = (_terms(m.group(), start + m.start(), vocabulary, HOW_GROUPS) for m in _PHRASE.finditer(text))
    return tuple(phrase for phrase in cut if phrase)


def heading_terms(text: str, start: int, vocabulary: Vocabulary) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """The known words of a panel heading, and the unknown stretches that make its title."""
    known: list[Term] = []
    unknown: list[Term] = []
    for match in _PHRASE.finditer(text):
        found = _terms(match.group(), start + match.start(), vocabulary, HEADING_GROUPS)
        count = next((i for i, term in enumerate(found) if not term.group), len(found))
        known += found[:count]
        if rest := found[count:]:
            span = rest[0].span.to(rest[-1].span)
            unknown.append(Term(clean(text[span.start - start : span.end - start]), span))
    return tuple(known), tuple(unknown)


def is_staging(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a heading that is not a panel's reads as one: nothing but words of staging, a shot among them."""
    known, unknown = heading_terms(text, start, vocabulary)
    return not unknown and any(term.group == "shot" for term in known)


def _terms(text: str, start: int, vocabulary: Vocabulary, groups: Sequence[str]) -> Phrase:
    words = list(_WORD.finditer(text))
    terms: list[Term] = []
    at = 0
    while at < len(words):
        term, taken = _longest(text, words[at : at + _LONGEST], start, vocabulary, groups)
        if term.text:  # a word of signs that nobody sees says nothing
            terms.append(term)
        at += taken
    return tuple(terms)


def _longest(
    text: str, words: Sequence[re.Match[str]], start: int, vocabulary: Vocabulary, groups: Sequence[str]
) -> tuple[Term, int]:
    """The longest keyword at the head of ``words``, or the first word as it is; and how many words that takes."""
    for count in range(len(words), 0, -1):
        written = text[words[0].start() : words[count - 1].end()].replace(HIDDEN, "")
        span = Span(start + words[0].start(), start + words[count - 1].end())
        if found := vocabulary.find(groups, written.rstrip(".!?؟:")):
            return Term(clean(written), span, *found), count
    return Term(clean(words[0].group()), Span(start + words[0].start(), start + words[0].end())), 1
