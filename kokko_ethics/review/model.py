"""Balance: how much room each side of the table has in a story, as numbers that can be added up over stories."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Share:
    """How much of something falls to experts by experience and to professionals, for the reader in the mean."""

    expert: float = 0.0
    professional: float = 0.0

    def __add__(self, other: Share) -> Share:
        return Share(self.expert + other.expert, self.professional + other.professional)

    @property
    def total(self) -> float:
        """Both together."""
        return self.expert + self.professional

    @property
    def ratio(self) -> float:
        """How many times as much the larger side has, from 1; infinite where the smaller has nothing."""
        less, more = sorted((self.expert, self.professional))
        return more / less if less else math.inf if more else 1.0

    @property
    def percent(self) -> int:
        """The experts' part of a hundred; 50 where there is nothing to share."""
        return round(100 * self.expert / self.total) if self.total else 50


@dataclass(frozen=True, slots=True)
class Tip:
    """Whom something falls to: first names with the side of each, in the order in which it happens, or the likeliest
    first; those who do it together in one group."""

    groups: tuple[tuple[tuple[str, str], ...], ...] = ()
    share: Share = Share()


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of power of one story or of several.

    ``words`` and ``balloons`` are what a reader meets in the mean. ``first`` and ``last`` say who has the first and the
    last word, ``slips`` and ``repairs`` whose the first slip and the first step to mend it are (one point a story,
    halved where both sides have it), ``decides`` counts every decision.
    """

    title: str
    words: Share = Share()
    balloons: Share = Share()
    first: Tip = field(default_factory=Tip)
    last: Tip = field(default_factory=Tip)
    slips: Tip = field(default_factory=Tip)
    repairs: Tip = field(default_factory=Tip)
    decides: Tip = field(default_factory=Tip)
    stories: int = 1


MOST_PERCENT = 60
"""Of the words, first slips and first repairs of several stories, what one side may have at most."""
FEWEST_STORIES = 4
"""Of fewer stories together nobody can ask that they fall to both sides alike."""


def leanings(balance: Balance) -> tuple[tuple[str, str, int], ...]:
    """Where several stories lean to one side: ``words``, ``slips`` or ``repairs``, the side, and its percentage."""
    if balance.stories < FEWEST_STORIES:
        return ()
    counted = {"words": balance.words, "slips": balance.slips.share, "repairs": balance.repairs.share}
    found = []
    for name, share in counted.items():
        enough = name == "words" or share.total >= FEWEST_STORIES
        side, percent = max(("expert", share.percent), ("professional", 100 - share.percent), key=lambda one: one[1])
        if enough and percent > MOST_PERCENT:
            found.append((name, side, percent))
    return tuple(found)


def together(balances: Iterable[Balance], title: str) -> Balance:
    """Several stories as one."""
    words = balloons = first = last = slips = repairs = decides = Share()
    stories = 0
    for one in balances:
        words, balloons = words + one.words, balloons + one.balloons
        first, last = first + one.first.share, last + one.last.share
        slips, repairs = slips + one.slips.share, repairs + one.repairs.share
        decides, stories = decides + one.decides.share, stories + one.stories
    tip = {"first": first, "last": last, "slips": slips, "repairs": repairs, "decides": decides}
    tips = {name: Tip((), share) for name, share in tip.items()}
    return Balance(title, words, balloons, **tips, stories=stories)
