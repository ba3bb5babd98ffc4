"""Pointing: panels that words name by their numbers, such as ``(panel 5)`` behind a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kokko_ethics.wording import LANGUAGES, table

_NAMED = re.compile(
    r"\s*\((?P<word>[^\W\d]+)\s+(?P<numbers>\d{1,3}(?:\s*(?:[,–-]|[^\W\d]+)\s*\d{1,3})*)\)\s*(?P<end>[.?!]?)\s*$"
)
"""Panels that an author names behind a question: ``(ruutu 5)``, ``(panels 3–6)``, ``(rutorna 4 och 5)``."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words without the panels that stood behind them, the numbers of those, and the bracket that named them."""

    words: str
    numbers: tuple[int, ...]
    bracket: str


def panels_named(words: str) -> Named | None:
    """The panels that are named at the end of ``words``, in any language of the house; None where there are none."""
    found = _NAMED.search(words)
    if not (found and _means_panels(found["word"])):
        return None
    bracket = found.group().strip().removesuffix(found["end"]).rstrip()
    return Named(words[: found.start()].rstrip() + found["end"], tuple(_numbers(found["numbers"])), bracket)


def _means_panels(word: str) -> bool:
    stems = (stem for tongue in LANGUAGES for stem in table("pages", tongue)["look"]["words"].split(", "))
    return word.lower().startswith(tuple(stems))


def _numbers(written: str) -> Iterator[int]:
    """The numbers in "3–6, 8": a dash means all between."""
    for part in re.split(r"\s*(?:,|[^\W\d]+)\s*", written):
        ends = [int(number) for number in re.split(r"\s*[–-]\s*", part) if number]
        yield from range(ends[0], ends[-1] + 1) if ends else ()
