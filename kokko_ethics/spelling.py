"""Spelling: the form in which words are compared, and which known word somebody most likely meant."""

from __future__ import annotations

from collections.abc import Sequence

_ALIKE = {0x00AD: None, ord("’"): "'", 0x2010: "-", 0x2011: "-", ord("–"): "-"}


def plain_form(words: str) -> str:
    """The form in which names and keywords are compared: no case, no soft hyphens, single spaces."""
    return " ".join(words.translate(_ALIKE).casefold().split())


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The entry of ``known`` that ``word`` most likely meant, the earlier one in a tie; None when nothing is close."""
    sought = plain_form(word)
    best, found = max(1, len(sought) // 3) + 1, None
    for candidate in known:
        form = plain_form(candidate)
        if abs(len(form) - len(sought)) < best and (distance := edit_distance(sought, form, best)) < best:
            best, found = distance, candidate
    return found


def edit_distance(one: str, other: str, limit: int = 99) -> int:
    """How many letters to add, drop, change or swap; gives up at ``limit``."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row = row, [i]
        for j, b in enumerate(other, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) >= limit:
            return limit
        before = previous
    return row[-1]
