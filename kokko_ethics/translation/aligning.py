"""Aligning: the translations of an older version of a story, matched with its passages of today.

First come passages whose words are the same: at the same id, then in the same order, then anywhere (a panel that
moved). Only then those whose words have changed: alike enough and at the same id, or between the same neighbours, or
very much alike. Nothing that somebody translated is thrown away: what matches nothing becomes obsolete, and comes back
when its words do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache

from kokko_ethics.spelling import edit_distance
from kokko_ethics.translation.model import Entry, Passage

_ALIKE = 0.6
"""How alike (0–1) changed words have to be, to be the same passage at its place."""
_MUCH_ALIKE = 0.8
"""How alike they have to be when they stand anywhere else."""
_TYPO = 2
"""Letters that may differ in words too short to be alike."""
_COUNT = re.compile(r"-?\d+(?=/|\Z)")


def align(entries: Sequence[Entry], passages: Sequence[Passage]) -> tuple[Entry, ...]:
    """An entry for every passage, in their order, then the obsolete ones."""
    matching = _Matching([e for e in entries if not e.obsolete], list(passages))
    matching.same_words()
    matching.changed_words()
    buried = [*(matching.old[i] for i in matching.unused()), *(e for e in entries if e.obsolete)]
    current = [_current(passage, matching.found(n), buried) for n, passage in enumerate(passages)]
    return (*current, *_obsolete(buried))


def _current(passage: Passage, old: Entry | None, buried: list[Entry]) -> Entry:
    if old is None:
        old = _dug_up(passage, buried)
    if old is None:
        return Entry(passage.id, passage.words, passage.ready)
    if not old.translation.strip():
        return replace(old, id=passage.id, words=passage.words, translation=passage.ready, fuzzy=False, previous="",
                       obsolete=False)  # fmt: skip
    if old.words == passage.words:
        return replace(old, id=passage.id, obsolete=False)
    if old.fuzzy and old.previous == passage.words:  # the change was taken back
        return replace(old, id=passage.id, words=passage.words, fuzzy=False, previous="", obsolete=False)
    before = old.previous if old.fuzzy and old.previous else old.words
    return replace(old, id=passage.id, words=passage.words, fuzzy=True, previous=before, obsolete=False)


def _dug_up(passage: Passage, buried: list[Entry]) -> Entry | None:
    """A translation of the very same words that was in use before."""
    sort = _sort(passage.id)
    same = [e for e in buried if e.words == passage.words and _sort(e.id) == sort and e.translation.strip()]
    best = next((e for e in same if e.id == passage.id), same[0] if same else None)
    if best is not None:
        buried.remove(best)
    return best


def _obsolete(buried: Iterable[Entry]) -> tuple[Entry, ...]:
    """What is worth keeping of entries that nothing needs; of two for the same words at one id the first."""
    kept: dict[tuple[str, str], Entry] = {}
    for entry in buried:
        if entry.translation.strip():
            kept.setdefault((entry.id, entry.words), replace(entry, obsolete=True))
    return tuple(kept.values())


@lru_cache(maxsize=65536)
def _sort(id: str) -> str:
    """What an id names, without where: ``alku/line-2/easy`` is a ``line/easy``."""
    return _COUNT.sub("", id.partition("/")[2] or id)


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE else 0.0


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    """How many things two lists begin with alike."""
    return next((k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@dataclass(slots=True)
class _Matching:
    """Pairs old entries with new passages; ``pairs`` leads from new to old."""

    old: list[Entry]
    new: list[Passage]
    pairs: dict[int, int] = field(default_factory=dict)

    def found(self, n: int) -> Entry | None:
        return self.old[self.pairs[n]] if n in self.pairs else None

    def unused(self) -> list[int]:
        used = set(self.pairs.values())
        return [i for i in range(len(self.old)) if i not in used]

    def open(self) -> list[int]:
        return [n for n in range(len(self.new)) if n not in self.pairs]

    def same_words(self) -> None:
        """Passages whose words are the same."""
        self._anywhere(lambda e: (e.id, e.words), lambda p: (p.id, p.words) if p.firm else None)
        self._in_order()
        self._anywhere(lambda e: (e.id, e.words), lambda p: (p.id, p.words))
        self._anywhere(lambda e: (_sort(e.id), e.words), lambda p: (_sort(p.id), p.words))

    def changed_words(self) -> None:
        """Passages whose words have changed, the surest first. Those that are found show where their neighbours are."""
        found = -1
        while found < len(self.pairs):
            found = len(self.pairs)
            self._pair_the_surest()

    def _pair_the_surest(self) -> None:
        unused = self.unused()
        scored = []
        for n in self.open():
            for i in unused:
                if score := self._score(n, i):
                    scored.append((-score, n, i))
        taken: set[int] = set()
        for _, n, i in sorted(scored):
            if n not in self.pairs and i not in taken:
                self.pairs[n] = i
                taken.add(i)

    def _score(self, n: int, i: int) -> float:
        """How surely an old entry is the passage; nothing where it isn't."""
        old, new = self.old[i], self.new[n]
        if _sort(old.id) != _sort(new.id):
            return 0.0
        words = old.previous if old.fuzzy and old.previous == new.words else old.words
        alike = _alike(words, new.words)
        here = (old.id == new.id and new.firm) or self._between_the_same(n, i)
        typo = here and edit_distance(words, new.words, _TYPO + 1) <= _TYPO
        if alike >= _MUCH_ALIKE or (here and alike >= _ALIKE) or typo:
            return 0.1 + alike + here
        return 0.0

    def _between_the_same(self, n: int, i: int) -> bool:
        """Whether the passage before or after is the one that stood beside the old one; ends count as neighbours."""
        before = i == 0 if n == 0 else self.pairs.get(n - 1) == i - 1
        after = i == len(self.old) - 1 if n == len(self.new) - 1 else self.pairs.get(n + 1) == i + 1
        return before or after

    def _in_order(self) -> None:
        """The same words in the same order: what both begin and end with first, so that of two alike the right one
        is taken wherever there is one change only."""
        old, new = self.unused(), self.open()
        before = [(_sort(self.old[i].id), self.old[i].words) for i in old]
        after = [(_sort(self.new[n].id), self.new[n].words) for n in new]
        start = _common(before, after)
        end = _common(before[start:][::-1], after[start:][::-1])
        self.pairs |= {new[k]: old[k] for k in range(start)}
        self.pairs |= {new[-k]: old[-k] for k in range(1, end + 1)}
        middle = before[start : len(before) - end], after[start : len(after) - end]
        for a, b, size in SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks():
            self.pairs |= {new[start + b + k]: old[start + a + k] for k in range(size)}

    def _anywhere(self, old_key: Callable[[Entry], object], new_key: Callable[[Passage], object]) -> None:
        waiting: dict[object, list[int]] = {}
        for i in self.unused():
            waiting.setdefault(old_key(self.old[i]), []).append(i)
        for n in self.open():
            if (key := new_key(self.new[n])) is not None and waiting.get(key):
                self.pairs[n] = waiting[key].pop(0)
