"""Shapes: the tightest outlines that given words fill, one for each sensible number of lines. All lengths are ems.

For k lines: the narrowest contour by bisection, then breaks by dynamic programming on squared slack (after Knuth and
Plass, with a width for
each line that comes from the contour). Lettering practice wants lines longer in the middle, even air all round, few
hyphens,
no widows; see the costs at :func:`_cost`.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kokko_ethics.typeface import Face, advance, scripts_in
from kokko_ethics.typesetting.hyphenation import AUTHOR, JOINT, SOFT_HYPHEN, breaks
from kokko_ethics.typesetting.setting import LATIN, Hand, hand_of

DESCENT = 0.22
MAX_LINES = 12
_WORTH_A_HYPHEN = 9.0
"""Balloons narrower than this, in ems, are small enough without breaking a word."""


@dataclass(frozen=True, slots=True)
class Contour:
    """An outline family: superellipse exponent, and the air between lettering and outline at the sides and at top and
    bottom (ems)."""

    exponent: float
    air_x: float
    air_y: float


BALLOON = Contour(2.5, 0.62, 0.52)
CAPTION = Contour(math.inf, 0.5, 0.4)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of letters that stays together: ``cost`` is that of breaking before it, ``glue`` what joins it to the
    one before
    (a space, nothing, ``~`` where a line may end without a hyphen, or a hyphen that shows only at a break)."""

    text: str
    face: Face
    width: float
    glue: str
    cost: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Words set in lines inside an outline of ``w`` by ``h`` ems. ``cost`` is 0 for an ideal one, above 0.4 for a poor
    one."""

    lines: tuple[tuple[tuple[str, Face], ...], ...]
    widths: tuple[float, ...]
    w: float
    h: float
    cost: float
    hyphens: int
    contour: Contour
    hand: Hand = LATIN

    @property
    def text_height(self) -> float:
        """From the top of the first line's letters to the foot of the last line's."""
        return (len(self.lines) - 1) * self.hand.leading + self.hand.height


def with_contour(shape: Shape, contour: Contour, grow_x: float, grow_y: float) -> Shape:
    """The same lines in a larger outline (clouds and bursts need room for their bumps): ``grow_*`` ems more in all."""
    return replace(shape, w=shape.w + grow_x, h=shape.h + grow_y, contour=contour)


@lru_cache(maxsize=4096)
def shapes(
    runs: tuple[tuple[str, Face], ...], lang: str, widest: float, contour: Contour = BALLOON
) -> tuple[Shape, ...]:
    """All sensible shapes for ``runs`` (words and their face) not wider than ``widest`` ems, fewest lines first.

    Empty if even the hardest break leaves a piece wider than the room.
    """
    pieces = _pieces(runs, lang)
    if not pieces:
        return ()
    fits = widest - 2 * contour.air_x
    hand = hand_of(runs)
    found: list[Shape] = []
    narrowest = math.inf
    for count in range(1, min(MAX_LINES, len(pieces)) + 1):
        for shape in _at_every_level(pieces, _Room(count, fits, contour, hand, lang), narrowest):
            found.append(shape)
            narrowest = min(narrowest, shape.w)
        if found and found[-1].w < 0.7 * found[-1].h:
            break
    return _worth_keeping(found)


@dataclass(frozen=True, slots=True)
class _Room:
    """What words are to fill: so many lines of a hand, not wider than ``fits`` ems, in an outline."""

    count: int
    fits: float
    contour: Contour
    hand: Hand
    lang: str


def _at_every_level(pieces: tuple[Piece, ...], room: _Room, narrowest: float) -> Iterator[Shape]:
    """Shapes with ``count`` lines: without hyphens; then with hyphens where compounds join; then anywhere, each only if
    it makes
    the balloon clearly narrower."""
    least = math.inf
    for level in (0.0, JOINT, math.inf):
        if level and min(narrowest, least) <= _WORTH_A_HYPHEN:
            return
        if level and least < math.inf and least <= 0.95 * narrowest:
            return
        shape = _with_lines(pieces, room, dearest=level)
        if shape and shape.w < (0.88 if level else 1.0) * least:
            yield shape
            least = shape.w


def _worth_keeping(found: list[Shape]) -> tuple[Shape, ...]:
    """Drops what another shape beats in both width and height, and what is taller than a balloon should be."""
    out: list[Shape] = []
    for shape in found:
        beaten = any(s is not shape and s.w <= shape.w + 0.01 and s.h <= shape.h + 0.01 for s in found)
        narrow = shape.w / shape.h < 0.75 and len(shape.lines) > 3
        if not beaten and not (narrow and out):
            out.append(shape)
    return tuple(out)


@lru_cache(maxsize=4096)
def _pieces(runs: tuple[tuple[str, Face], ...], lang: str) -> tuple[Piece, ...]:
    out: list[Piece] = []
    glue = ""
    for text, face in runs:
        for token in re.findall(r"[^\S\u00a0\u202f]+|[^ \t\n]+", text):
            if token.isspace():
                glue = " "
                continue
            out.extend(_word_pieces(token, face, lang, glue if out else ""))
            glue = ""
    return tuple(out)


def _word_pieces(word: str, face: Face, lang: str, glue: str) -> list[Piece]:
    """One word cut where it may break: at soft hyphens if the author set any, after its own hyphens and dashes, else as
    the language breaks."""
    cuts: dict[int, tuple[str, float]] = {}
    bare = word.replace(SOFT_HYPHEN, "")
    if scripts_in(bare, face):
        pass  # letters that join are never parted, nor is a hyphen any use to them
    elif SOFT_HYPHEN in word:
        place = 0
        for part in word.split(SOFT_HYPHEN)[:-1]:
            place += len(part)
            cuts[place] = ("-", AUTHOR)
    else:
        cuts = {place: ("-", cost) for place, cost in breaks(bare, lang).items()}
    for match in re.finditer(r"(?<=\w)[-\u2010\u2013/](?=\w)", bare):
        cuts[match.end()] = ("", 0.05)
    edges = [0, *sorted(place for place in cuts if 0 < place < len(bare)), len(bare)]
    out = []
    for left, right in itertools.pairwise(edges):
        part = bare[left:right]
        joint, cost = cuts.get(left, (glue, 0.0)) if left else (glue, 0.0)
        kept = joint if left == 0 else ("~" if joint == "" else "-")
        out.append(Piece(part, face, advance(part, face, lang), kept, cost))
    return out


@lru_cache(maxsize=64)
def _glue_width(glue: str, face: Face) -> float:
    return advance(" ", face) if glue == " " else advance("-", face) if glue == "-" else 0.0


def _chord(room: _Room) -> tuple[float, list[float]]:
    """Half the outline's height, and the share of its inner half width that each line may fill."""
    count, contour, hand = room.count, room.contour, room.hand
    block = (count - 1) * hand.leading + hand.height
    if math.isinf(contour.exponent):
        return block / 2 + contour.air_y + DESCENT / 2, [1.0] * count
    half = block / 2 * 1.10 + contour.air_y + (0.18 if count == 1 else 0.0)
    out = []
    for i in range(count):
        top = -block / 2 + i * hand.leading
        far = max(abs(top), abs(top + hand.height))
        out.append((1 - (far / half) ** contour.exponent) ** (1 / contour.exponent))
    return half, out


@dataclass(slots=True)
class _Breaker:
    """Line breaking for one paragraph at one number of lines."""

    pieces: tuple[Piece, ...]
    shares: list[float]
    dearest: float
    reach: list[list[tuple[int, float]]]

    def feasible(self, width: float) -> bool:
        """Whether all pieces fit into the lines when the full line is ``width`` wide (greedy)."""
        at, last = 0, len(self.pieces)
        for share in self.shares:
            best = at
            for end, natural in self.reach[at]:
                if natural > width * share:
                    break
                if self.allowed(end):
                    best = end
            if best == at:
                return False
            at = best
            if at == last:
                return True
        return False

    def allowed(self, end: int) -> bool:
        """Whether a line may end before piece ``end``: never inside a word where only its face changes."""
        if end == len(self.pieces) or self.pieces[end].glue in {" ", "~"}:
            return True
        return self.pieces[end].glue == "-" and self.pieces[end].cost <= self.dearest

    def best(self, width: float) -> tuple[float, tuple[int, ...]] | None:
        """The breaks with the least squared slack into exactly as many lines as there are shares."""
        last = len(self.pieces)
        states: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
        for row, share in enumerate(self.shares):
            final = row == len(self.shares) - 1
            states = self._one_line(states, width, width * share, final=final)
            if not states:
                return None
        return states.get(last)

    def _one_line(
        self, states: dict[int, tuple[float, tuple[int, ...]]], full: float, room: float, *, final: bool
    ) -> dict[int, tuple[float, tuple[int, ...]]]:
        out: dict[int, tuple[float, tuple[int, ...]]] = {}
        last = len(self.pieces)
        for start, (cost, cuts) in states.items():
            for end, natural in self.reach[start]:
                if natural > room:
                    break
                if (end == last) != final or not self.allowed(end):
                    continue
                slack = (room - natural) / full
                here = (
                    cost
                    + slack * slack
                    + (0.08 * self.pieces[end].cost if end < last and self.pieces[end].glue == "-" else 0.0)
                )
                if end not in out or here < out[end][0]:
                    out[end] = (here, (*cuts, end))
        return out


def _reach(pieces: tuple[Piece, ...], widest: float) -> list[list[tuple[int, float]]]:
    """For each piece the lines that can begin with it: (end, natural width with the hyphen that a break there
    shows)."""
    out: list[list[tuple[int, float]]] = []
    for start, first in enumerate(pieces):
        row: list[tuple[int, float]] = []
        width = first.width
        for end in range(start + 1, len(pieces) + 1):
            shown = width
            if end < len(pieces) and pieces[end].glue == "-":
                shown += _glue_width("-", pieces[end].face)
            row.append((end, shown))
            if width > widest or end == len(pieces):
                break
            nxt = pieces[end]
            width += nxt.width + (_glue_width(" ", nxt.face) if nxt.glue == " " else 0.0)
        out.append(row)
    return out


def _with_lines(pieces: tuple[Piece, ...], room: _Room, *, dearest: float) -> Shape | None:
    """The tightest shape with the lines that there is room for, and no break that costs more than ``dearest`` (0: no
    hyphens at all)."""
    if dearest and not any(piece.glue == "-" and piece.cost <= dearest for piece in pieces):
        return None
    count, widest = room.count, room.fits
    half, shares = _chord(room)
    breaker = _Breaker(pieces, shares, dearest, _reach(pieces, widest))
    if not breaker.feasible(widest):
        return None
    low, high = 0.0, widest
    for _ in range(11):
        middle = (low + high) / 2
        low, high = (low, middle) if breaker.feasible(middle) else (middle, high)
    best: tuple[float, tuple[int, ...]] | None = None
    for slack in (1.0, 1.1):
        found = breaker.best(min(high * slack, widest))
        if found and (best is None or found[0] / count + 0.25 * (slack - 1) < best[0]):
            best = (found[0] / count + 0.25 * (slack - 1), found[1])
    return _set(pieces, best[1], half, shares, room) if best else None


def _set(pieces: tuple[Piece, ...], cuts: tuple[int, ...], half: float, shares: list[float], room: _Room) -> Shape:
    contour = room.contour
    lines = tuple(_line(pieces, left, right) for left, right in itertools.pairwise(cuts))
    widths = tuple(sum(advance(text, face, room.lang) for text, face in line) for line in lines)
    inner = max(width / share for width, share in zip(widths, shares, strict=True))
    w = inner + 2 * contour.air_x
    hyphens = [pieces[cut].cost for cut in cuts[1:-1] if pieces[cut].glue == "-"]
    cost = _cost(w, 2 * half, inner, widths, shares, hyphens)
    return Shape(lines, widths, w, 2 * half, cost, len(hyphens), contour, room.hand)


def _line(pieces: tuple[Piece, ...], left: int, right: int) -> tuple[tuple[str, Face], ...]:
    """The runs of one line; neighbours in one face are set together, so that they kern."""
    out: list[tuple[str, Face]] = []
    for i in range(left, right):
        piece = pieces[i]
        text = (" " if piece.glue == " " and i > left else "") + piece.text
        if out and out[-1][1] == piece.face:
            out[-1] = (out[-1][0] + text, piece.face)
        elif out and text.startswith(" "):
            out[-1] = (out[-1][0] + " ", out[-1][1])
            out.append((text[1:], piece.face))
        else:
            out.append((text, piece.face))
    if right < len(pieces) and pieces[right].glue == "-":
        out[-1] = (out[-1][0] + "-", out[-1][1])
    return tuple(out)


def _cost(
    w: float, h: float, inner: float, widths: tuple[float, ...], shares: list[float], hyphens: list[float]
) -> float:
    """0 is ideal: aspect near 1.7, lines that follow the outline, no widow, no hyphens (those at joints count half;
    lettering.md S5)."""
    ragged = math.sqrt(sum(((inner * s - v) / inner) ** 2 for v, s in zip(widths, shares, strict=True)) / len(widths))
    widow = len(widths) > 1 and widths[-1] < 0.28 * max(widths)
    aspect = max(0.0, abs(math.log(w / h / 1.7)) - 0.45)
    return (
        0.5 * aspect
        + 1.2 * max(0.0, ragged - 0.10)
        + sum(0.14 if cost <= JOINT else 0.25 for cost in hyphens)
        + (0.15 if widow else 0.0)
    )
