"""Setting: lines of words → runs in their places. Which face draws which letters, which way they run, and how much room
a line of them needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from kokko_ethics.directions import by_eye, levels, runs_right_to_left
from kokko_ethics.house_style import LEADING
from kokko_ethics.typeface import (
    JOINER,
    Face,
    TextLine,
    TextRun,
    joined,
    script_of,
    scripts,
    scripts_in,
    stretches,
    width,
)

CAP = 0.70
"""Height of the capitals, in ems: what has to stay inside the outline above the base line."""

Words = Sequence[tuple[str, Face]]
"""A line or a text: words with the face that they are meant for."""


@dataclass(frozen=True, slots=True)
class Hand:
    """The room that lines need, in ems: from base line to base line, and how far letters stand above the base line and
    hang below it. Tails of Latin letters are short enough not to count."""

    leading: float = LEADING
    above: float = CAP
    below: float = 0.0

    @property
    def height(self) -> float:
        """From the top of a line to its bottom."""
        return self.above + self.below


LATIN = Hand()


@cache
def hand_of(words: tuple[tuple[str, Face], ...]) -> Hand:
    """The room that lines of these words need: that of the script among them that needs most."""
    used = {script for text, face in words for script in scripts_in(text, face)}
    known = ((name, Hand(entry["leading"], entry["above"], entry["below"])) for name, entry in scripts().items())
    return max((hand for name, hand in known if name in used), key=lambda hand: hand.leading, default=LATIN)


def set_lines(lines: Sequence[Words], lang: str, size: float) -> list[tuple[tuple[TextRun, ...], float]]:
    """The runs of each line of one text in reading order, and the line's width, at type size ``size``."""
    texts = ["".join(words for words, _ in line) for line in lines]
    whole = " ".join(texts)
    known = levels(whole, runs_right_to_left(whole, lang))
    out, start = [], 0
    for line, text in zip(lines, texts, strict=True):
        out.append(_set(line, known[start : start + len(text)], lang, size))
        start += len(text) + 1
    return out


def one_line(
    words: str, face: Face, lang: str, size: float, at: tuple[float, float], *, ends: bool = False
) -> TextLine:
    """One line on its own, which begins at ``at`` on its base line, or ``ends`` there, on the right."""
    ((runs, length),) = set_lines([[(words, face)]], lang, size)
    return TextLine(at[0] - length if ends else at[0], at[1], length, runs)


def _set(line: Words, known: Sequence[int], lang: str, size: float) -> tuple[tuple[TextRun, ...], float]:
    parts = _joined(list(_parts(line, known)))
    wide = [width(words, face, lang, backwards=bool(level % 2)) * size for words, face, level in parts]
    left, at = [0.0] * len(parts), 0.0
    for place in by_eye([level for _, _, level in parts]):
        left[place] = at
        at += wide[place]
    runs = (TextRun(words, face, x, bool(level % 2)) for (words, face, level), x in zip(parts, left, strict=True))
    return tuple(runs), at


Part = tuple[str, str, int]
"""Words that one face sets in one direction, with their level."""


def _parts(line: Words, known: Sequence[int]) -> Iterable[Part]:
    start = 0
    for words, face in line:
        for stretch, name in stretches(words, face):
            on = known[start : start + len(stretch)]
            start += len(stretch)
            for level, part in groupby(zip(stretch, on, strict=True), key=lambda pair: pair[1]):
                yield "".join(char for char, _ in part), name, level


def _joined(parts: list[Part]) -> list[Part]:
    """The same with joiners where a change of face would part letters that touch."""
    out: list[Part] = []
    for words, name, level in parts:
        if out and level % 2 and out[-1][2] == level and script_of(name) and joined(out[-1][0][-1], words[0], name):
            out[-1] = (out[-1][0] + JOINER, *out[-1][1:])
            words = JOINER + words
        out.append((words, name, level))
    return out
