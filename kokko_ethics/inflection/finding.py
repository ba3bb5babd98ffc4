"""Finding: where in a text the words of a list stand, in any of their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kokko_ethics.inflection.endings import Inflected, inflected
from kokko_ethics.source import Span
from kokko_ethics.spelling import plain_form

INFLECTED = ("fi", "sv", "en")
"""The languages whose endings we know."""
_LETTER = r"[^\W_]"
_HYPHEN = "[-\u2010\u2011]"
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|\u00ad)*(?:{_HYPHEN}(?:{_LETTER}|\u00ad)+)*{_HYPHEN}?")
"""A word with its soft hyphens; one that ends in a hyphen is half of a compound, and no word of its own."""
_BETWEEN = re.compile(r"\s+")
_KEY = 3
"""Letters of a word by which it is looked up; shorter stems have fewer."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where something stands in a text, and the ``id`` under which it is listed."""

    span: Span
    id: str


@dataclass(frozen=True, slots=True)
class _Spelling:
    id: str
    words: tuple[Inflected, ...]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds listed words and phrases in texts of one language."""

    spellings: dict[str, tuple[_Spelling, ...]]
    """By the first letters of their first word."""

    @classmethod
    def of(cls, listed: Iterable[tuple[str, tuple[str, ...]]], lang: str) -> Finder:
        """A finder of what is ``listed``: pairs of an id and the forms of one spelling, the basic form first.

        A phrase stands with all of its words in each form (``oma tarina``, ``oman tarinan``). An id may be listed with
        several spellings. Of a language whose endings we don't know, nothing is found.
        """
        tongue = lang.split("-")[0].lower()
        found: dict[str, list[_Spelling]] = {}
        for id, forms in listed if tongue in INFLECTED else ():
            columns = list(zip(*(form.split() for form in forms if form.split()), strict=False))
            spelling = _Spelling(id, tuple(inflected(column, tongue) for column in columns))
            for key in dict.fromkeys(form[:_KEY] for form in _beginnings(spelling)):
                found.setdefault(key, []).append(spelling)
        return cls({key: tuple(spellings) for key, spellings in found.items()})

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """Every occurrence in ``text`` (NFC), in order; none lies in another, and of two at one place the longer
        phrase counts."""
        words = [(match.start(), match.end(), plain_form(match[0])) for match in _WORD.finditer(text)]
        occurrences = []
        at = 0
        while at < len(words):
            spelling = next(self._standing_at(words, at, text), None)
            if spelling is None:
                at += 1
                continue
            last = at + len(spelling.words) - 1
            occurrences.append(Occurrence(Span(words[at][0], words[last][1]), spelling.id))
            at = last + 1
        return tuple(occurrences)

    def _standing_at(self, words: list[tuple[int, int, str]], at: int, text: str) -> Iterator[_Spelling]:
        begins = words[at][2][:_KEY]
        keys = dict.fromkeys(begins[:length] for length in range(_KEY, 0, -1))
        known = [spelling for key in keys for spelling in self.spellings.get(key, ())]
        for spelling in sorted(known, key=lambda one: -len(one.words)):
            here = words[at : at + len(spelling.words)]
            if len(here) == len(spelling.words) and all(
                inflected.stands_as(word) for inflected, (_, _, word) in zip(spelling.words, here, strict=True)
            ):
                gaps = pairwise(here)
                if all(_BETWEEN.fullmatch(text, one[1], other[0]) for one, other in gaps):
                    yield spelling


def _beginnings(spelling: _Spelling) -> Iterator[str]:
    yield from sorted(spelling.words[0].forms)
    yield from spelling.words[0].stems

