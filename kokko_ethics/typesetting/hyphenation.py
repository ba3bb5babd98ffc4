"""Hyphenation: where a word may break at the end of a line, and how gladly.

Three sources, best first: the author's own soft hyphens; the joints of compounds, from the word parts in
``compounds.*.txt``;
syllables, by rule for Finnish (Kotus, and the Union's interinstitutional style guide 10.5) and from pyphen's patterns
for Swedish, English
and others. A break leaves at least two letters on each side, in every part of a compound, and never parts two vowels.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from pathlib import Path

SOFT_HYPHEN = "\u00ad"
AUTHOR, JOINT, SYLLABLE, DOUBTFUL = 0.1, 0.25, 1.0, 2.5
"""How much a break costs, by its source; doubtful ones stand in long words whose joints nobody knows."""

_VOWELS = "aeiouyäöåAEIOUYÄÖÅ"
_LONG = {vowel * 2 for vowel in "aeiouyäöå"}
_DIPHTHONGS = {"ai", "ei", "oi", "ui", "yi", "äi", "öi", "au", "eu", "ou", "iu", "ey", "iy", "äy", "öy"}
_FIRST_ONLY = {"ie", "uo", "yö"}
_CLOSING = {"au", "eu", "ou", "iu", "äy", "öy", "ey"}
_SHORTEST = 6
"""Words shorter than this never break."""


def breaks(word: str, lang: str) -> dict[int, float]:
    """Where ``word`` may break: offset into the word → cost (0.1 to 2.5). Soft hyphens must be taken out before.

    ``word`` may carry punctuation at its ends; only its longest run of letters is looked at.
    """
    match = max(re.finditer(r"[^\W\d_]+", word), key=lambda m: len(m.group()), default=None)
    if match is None or len(match.group()) < _SHORTEST:
        return {}
    start = match.start()
    return {start + place: cost for place, cost in _letters(match.group().lower(), lang.split("-")[0].lower()).items()}


@cache
def _letters(word: str, lang: str) -> dict[int, float]:
    joints = compound_joints(word, lang)
    out = dict.fromkeys(joints, JOINT)
    edges = [0, *joints, len(word)]
    doubtful = DOUBTFUL if not joints and len(word) > 12 and lang == "fi" else SYLLABLE
    for left, right in itertools.pairwise(edges):
        for place in _syllables(word[left:right], lang):
            if 2 <= place <= right - left - 2 and not _parts_vowels(word, left + place):
                out[left + place] = doubtful
    return out


def _parts_vowels(word: str, place: int) -> bool:
    return word[place - 1] in _VOWELS and word[place] in _VOWELS


def _syllables(part: str, lang: str) -> list[int]:
    if lang == "fi":
        return finnish_syllables(part)
    patterns = _pyphen(lang)
    return list(patterns.positions(part)) if patterns else []


class _Patterns:
    """What we use of pyphen."""

    def positions(self, word: str) -> list[int]:
        """Offsets of the breaks."""
        raise NotImplementedError


@cache
def _pyphen(lang: str) -> _Patterns | None:
    import pyphen  # loading it costs 20 ms, and many scripts never need it

    known = {"sv": "sv_SE", "en": "en_GB"}.get(lang) or pyphen.language_fallback(lang)
    return pyphen.Pyphen(lang=known, left=2, right=2) if known else None


def finnish_syllables(part: str) -> list[int]:
    """The syllable breaks of a simple Finnish word, by rule: before the last consonant of a cluster, and between vowels
    that form neither a long vowel nor a diphthong."""
    out = set(_before_consonants(part))
    edges = sorted(out | {0, len(part)})
    for left, right in itertools.pairwise(edges):
        out.update(_between_vowels(part[left:right], left))
    return sorted(out)


def _before_consonants(part: str) -> list[int]:
    out, seen = [], False
    for i in range(1, len(part)):
        seen = seen or part[i - 1] in _VOWELS
        if seen and part[i] in _VOWELS and part[i - 1] not in _VOWELS and i > 1:
            out.append(i - 1)
    return out


def _between_vowels(syllable: str, offset: int) -> list[int]:
    vowels = [i for i, letter in enumerate(syllable) if letter in _VOWELS]
    if len(vowels) < 2:
        return []
    out, i, last = [], vowels[0], vowels[-1]
    while i < last:
        pair = syllable[i : i + 2]
        first = offset == 0 and i == vowels[0]
        together = pair in _LONG or pair in _DIPHTHONGS or (pair in _FIRST_ONLY and first)
        if pair in _CLOSING and not first and i + 2 < len(syllable):
            together = False
        step = 2 if together else 1
        i += step
        if i <= last:
            out.append(offset + i)
    return out


def compound_joints(word: str, lang: str) -> list[int]:
    """The joints of a compound that the word parts know, as offsets; empty for a simple or unknown word.

    The parts before the last must all be known; the last one must begin with a known part, whatever ending follows.
    """
    first, last, longest = _parts(lang)
    if not first:
        return []
    return _split(word, 0, first, last, longest) or []


def _split(word: str, start: int, first: frozenset[str], last: frozenset[str], longest: int) -> list[int] | None:
    """The joints after ``start``: longest part first, ``None`` if the rest is no row of known parts."""
    for end in range(min(len(word) - 3, start + longest), start + 2, -1):
        if word[start:end] in first:
            rest = _split(word, end, first, last, longest)
            if rest is not None:
                return [end, *rest]
    stems = (word[start : start + size] for size in range(min(longest, len(word) - start), 2, -1))
    return [] if any(stem in last for stem in stems) else None


@cache
def _parts(lang: str) -> tuple[frozenset[str], frozenset[str], int]:
    path = Path(__file__).with_name(f"compounds.{lang}.txt")
    if not path.is_file():
        return frozenset(), frozenset(), 0
    first: set[str] = set()
    last: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(":")
        if kind in {"first", "both"}:
            first.update(words.split())
        if kind in {"last", "both"}:
            last.update(words.split())
    return frozenset(first), frozenset(last), max(map(len, first | last), default=0)
