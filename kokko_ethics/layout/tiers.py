"""Tiers: a row of panels at the least height that all of them can live with, and the widths that follow from it
(ems)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kokko_ethics.breakdown.model import WIDTHS, Slot

MOST = 4
"""Panels in a tier, at most: more would be slivers."""


@dataclass(frozen=True, slots=True)
class Tier:
    """Slots side by side: least height, and the width of each (they fill the line)."""

    slots: tuple[Slot, ...]
    height: float
    widths: tuple[float, ...]

    @property
    def weight(self) -> float:
        """How much of the page's spare height this tier should get."""
        return sum(slot.weight for slot in self.slots) / math.sqrt(len(self.slots))


def tier_of(slots: tuple[Slot, ...], width: float, gutter: float, tallest: float) -> Tier | None:
    """The lowest tier of ``slots`` that fills ``width``, or ``None`` if they do not fit side by side below
    ``tallest``."""
    if len(slots) > MOST or (len(slots) > 1 and any(slot.panel.size in {"full-width", "full-page"} for slot in slots)):
        return None
    room = width - gutter * (len(slots) - 1)
    heights = sorted({h for slot in slots for w, h in zip(WIDTHS, slot.heights, strict=True) if w <= room + 1e-6})
    for height in heights:
        if height > tallest:
            return None
        least = [_narrowest(slot, height) for slot in slots]
        if sum(least) <= room + 1e-6:
            return Tier(slots, height, _shared(slots, least, room))
    return None


def _narrowest(slot: Slot, height: float) -> float:
    fitting = (w for w, h in zip(WIDTHS, slot.heights, strict=True) if h <= height + 1e-9)
    return next(fitting, math.inf)


def _shared(slots: tuple[Slot, ...], least: list[float], room: float) -> tuple[float, ...]:
    """Widths in proportion to the panels' weight, none below its least."""
    fixed: dict[int, float] = {}
    while True:
        free = [i for i in range(len(slots)) if i not in fixed]
        rest = room - sum(fixed.values())
        weight = sum(slots[i].weight for i in free)
        short = [i for i in free if rest * slots[i].weight / weight < least[i] - 1e-9]
        if not short:
            return tuple(fixed.get(i, rest * slots[i].weight / weight if weight else 0.0) for i in range(len(slots)))
        fixed.update({i: least[i] for i in short})
        if len(fixed) == len(slots):
            return tuple(fixed[i] + (room - sum(fixed.values())) / len(slots) for i in range(len(slots)))
