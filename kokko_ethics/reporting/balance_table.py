"""Balance table: the balance of power of stories as a Markdown table, aligned so that it reads well as it is."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kokko_ethics.reporting.looks import cells
from kokko_ethics.reporting.texts import printable
from kokko_ethics.review.model import FEWEST_STORIES, MOST_PERCENT, Balance, Share, Tip, leanings, together
from kokko_ethics.wording import say

_COLUMNS = ("story", "words", "balloons", "first", "last", "slips", "repairs", "decides")
_UNSAID = "–"


def balance_table(balances: Sequence[Balance], lang: str) -> str:
    """One row a story, a last row for all of them, the legend, and where they lean."""
    total = together(balances, say("commands", lang, "balance", "all", count=len(balances)))
    rows = [_row(one, lang) for one in balances] + ([_total(total, lang)] if len(balances) > 1 else [])
    head = [say("commands", lang, "balance", key) for key in _COLUMNS]
    said = "".join(f"\n- {line}" for line in verdict(total, lang))
    return f"{_aligned([head, *rows])}\n\n{say('commands', lang, 'balance', 'legend')}\n{said}".rstrip() + "\n"


def verdict(total: Balance, lang: str) -> list[str]:
    """Whether stories lean to one side, a sentence for each thing in which they do; nothing for only a few stories."""
    if total.stories < FEWEST_STORIES:
        return []
    leant = [
        say("commands", lang, "balance", f"{name}-{side}", percent=percent, limit=MOST_PERCENT)
        for name, side, percent in leanings(total)
    ]
    return leant or [say("commands", lang, "balance", "level", limit=MOST_PERCENT)]


def _row(one: Balance, lang: str) -> list[str]:
    tips = (one.first, one.last, one.slips, one.repairs, one.decides)
    return [one.title, _words(one.words), _pair(one.balloons, lang, whole=True), *(_who(tip, lang) for tip in tips)]


def _total(one: Balance, lang: str) -> list[str]:
    tips = (one.first, one.last, one.slips, one.repairs, one.decides)
    counts = [_pair(tip.share, lang) if tip.share.total else _UNSAID for tip in tips]
    return [one.title, _words(one.words), _pair(one.balloons, lang, whole=True), *counts]


def _words(share: Share) -> str:
    return f"{_whole(share.expert)} : {_whole(share.professional)} ({share.percent} : {100 - share.percent} %)"


def _pair(share: Share, lang: str, *, whole: bool = False) -> str:
    if whole:
        return f"{_whole(share.expert)} : {_whole(share.professional)}"
    point = say("commands", lang, "balance", "point")
    return " : ".join(f"{round(side, 1):g}".replace(".", point) for side in (share.expert, share.professional))


def _whole(number: float) -> int:
    return math.floor(number + 0.5 + 1e-6)


def _who(tip: Tip, lang: str) -> str:
    """``Milla (E), Samir (P)``, or ``+`` between those who do it together; no letter for who is on neither side."""
    letters = {side: f" ({say('commands', lang, 'balance', side)})" for side in ("expert", "professional")}
    groups = (" + ".join(f"{name}{letters.get(side, '')}" for name, side in group) for group in tip.groups)
    return ", ".join(groups) or _UNSAID


def _aligned(rows: list[list[str]]) -> str:
    safe = [[printable(cell).replace("|", "\\|") for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*safe, strict=True)]

    def line(row: list[str]) -> str:
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        return f"| {' | '.join(padded)} |"

    rule = f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    return "\n".join([line(safe[0]), rule, *map(line, safe[1:])])
