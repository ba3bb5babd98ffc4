"""Rarity: which words are not among the commonest of their language, whatever their ending.

The lists are frequency lists of stems (``common.*.txt``, made by ``tools/common_words.py``). They know how often a word
is written, not how easy it is, so a rare word is only ever a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

_STEMMERS = {"fi": "finnish", "sv": "swedish", "en": "english"}
_SHORTEST = 4
"""Shorter words are not asked about: exclamations and spoken forms."""
_PART = 3
"""Letters of a part of a compound, at least."""
_JOINTS = {"fi": ("", "n"), "sv": ("", "s", "e", "o", "u")}
"""What languages put between the parts of a compound: ``nimi|lappu``, ``maito|n|juonti``, ``välfärd|s|område``."""
_FIRST_FORMS = {"fi": (("s", "nen"), ("", "")), "sv": (("", ""), ("", "a"), ("", "e"))}
"""Endings that a first part loses: ``ihmis|määrä`` of ihminen, ``skol|väska`` of skola."""
_VERBAL = re.compile(r"(?:i?v[aä]?|ne|n[uy]|t?t[uy]|i|(?<=y)y|(?<=u)u|st[uy]|(?<=[uyaäei])n)$")
_DOUBLED = re.compile(r"([kpt])\1")


def is_listed(lang: str) -> bool:
    """Whether we have a list of the language."""
    return lang in _STEMMERS


def is_rare(word: str, lang: str, among: int) -> bool:
    """Whether ``word``, in small letters, is none of the ``among`` commonest of the language, nor a compound of such.
    Words of a language without a list, and very short ones, are never rare."""
    if len(word) < _SHORTEST or not is_listed(lang):
        return False
    return not (is_common(word, lang, among) or _is_compound(word, lang, among))


def _is_compound(word: str, lang: str, among: int) -> bool:
    """Whether a word can be cut into common words: the rarer first parts may stand in the forms that compounds have."""
    for at in range(len(word) - _PART, _PART - 1, -1):
        first, rest = word[:at], word[at:]
        if _is_first_part(first, lang, among) and (_is_part(rest, lang, among) or _is_compound(rest, lang, among)):
            return True
    return False


def _is_first_part(part: str, lang: str, among: int) -> bool:
    for joint in _JOINTS.get(lang, ("",)):
        if part.endswith(joint):
            bare = part[: len(part) - len(joint)]
            for cut, ending in _FIRST_FORMS.get(lang, (("", ""),)):
                if bare.endswith(cut) and _is_part(bare[: len(bare) - len(cut)] + ending, lang, among):
                    return True
    return False


def _is_part(part: str, lang: str, among: int) -> bool:
    return len(part) >= _PART and is_common(part, lang, among)


@cache
def is_common(word: str, lang: str, among: int) -> bool:
    """Whether ``word`` is a form of one of the ``among`` commonest words; in a language without a list, none is."""
    if not is_listed(lang):
        return False
    stem = _stemmer(lang).stemWord(word)
    return any(_ranks(lang).get(one, among) < among for one in (stem, *_shorter(stem, lang)))


def _shorter(stem: str, lang: str) -> Iterator[str]:
    """What the stemmer leaves of Finnish verbs: juova-t, kirjoittane-et, puhui-vat, suuttun-ut."""
    if lang == "fi":
        bare = _VERBAL.sub("", stem)
        if len(bare) >= _PART and bare != stem:
            yield bare
            yield _DOUBLED.sub(r"\1", bare)
            yield bare + ("ä" if re.search("[äöy]", bare) else "a")


@cache
def _ranks(lang: str) -> dict[str, int]:
    lines = Path(__file__).with_name(f"common.{lang}.txt").read_text(encoding="utf-8").splitlines()
    stems = (line for line in lines if not line.startswith("#"))
    return {stem: rank for rank, stem in enumerate(stems)}


@cache
def _stemmer(lang: str) -> Any:
    import snowballstemmer  # late: only where a story has words to look up

    return snowballstemmer.stemmer(_STEMMERS[lang])
