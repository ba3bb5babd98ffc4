"""Pages: where pages and tiers break, by a global optimum over the whole story, never greedily.

Inside a page all divisions of its panels into tiers are tried (tiers only: columns and insets make readers lose their
way, Cohn 2015); over
the story, the shortest path through all page breaks is taken, as Knuth and Plass break lines.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kokko_ethics.breakdown.model import Breakdown, Slot
from kokko_ethics.directions import right_to_left
from kokko_ethics.geometry import Box
from kokko_ethics.house_style import Format
from kokko_ethics.layout.model import ComicPage, Frame, Layout
from kokko_ethics.layout.tiers import MOST, Tier, tier_of

MOST_ON_PAGE = 9
_PAGE_COST = 0.55
_WEB_WIDTHS = (18.0, 21.0, 24.0)
WEB_HEIGHT = 20.0
"""Panels on the web are at least this high, in ems, so that neighbours in a row have one height."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A page on trial: its tiers with their final heights, and what it costs."""

    cost: float
    tiers: tuple[Tier, ...]
    heights: tuple[float, ...]


def lay_out(breakdown: Breakdown, format: Format) -> Layout:
    """Lays the slots out on pages of ``format``, tiers in the direction in which the story is read. A slot that fits no
    page gets one of its own, and the letterer will say so."""
    em = format.size
    measure = _Measure(format.live_width / em, format.live_height / em, format.gutter / em, format.tier_gutter / em)
    slots = breakdown.slots
    best: list[tuple[float, int, _Plan | None]] = [(math.inf, 0, None) for _ in range(len(slots) + 1)]
    best[0] = (0.0, 0, None)
    for end in range(1, len(slots) + 1):
        for start in range(end - 1, max(-1, end - MOST_ON_PAGE - 1), -1):
            if any(slot.panel.breaks_page and slot.part <= 1 for slot in slots[start + 1 : end]):
                break
            plan = measure.page(slots[start:end], last=end == len(slots))
            if plan and best[start][0] + plan.cost + _PAGE_COST < best[end][0]:
                best[end] = (best[start][0] + plan.cost + _PAGE_COST, start, plan)
    plans: list[_Plan] = []
    at = len(slots)
    while at > 0:
        _, start, plan = best[at]
        assert plan is not None
        plans.append(plan)
        at = start
    backwards = right_to_left(breakdown.story.lang)
    return Layout(format, tuple(_framed(plan, n, format, backwards) for n, plan in enumerate(reversed(plans), 1)))


def lay_out_web(breakdown: Breakdown, size: float) -> tuple[Frame, ...]:
    """A frame of its own for each slot, at type size ``size`` points: they reflow, one to a row on a phone."""
    out = []
    for slot in breakdown.slots:
        widths = [w for w in _WEB_WIDTHS if slot.height(w) <= 30.0] or [_WEB_WIDTHS[-1]]
        if slot.panel.size in {"large", "full-width", "full-page"} or slot.panel.shot == "wide":
            widths = widths[-1:]
        width = min(
            widths, key=lambda w: (max(slot.height(w), WEB_HEIGHT) > WEB_HEIGHT, w * max(slot.height(w), WEB_HEIGHT))
        )
        need = slot.height(width)
        height = max(WEB_HEIGHT, need) if math.isfinite(need) else 40.0
        out.append(Frame(slot, Box(0.0, 0.0, width * size, height * size)))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Measure:
    """The live area of a page and its gutters, in ems; tiers once measured are kept."""

    width: float
    height: float
    gutter: float
    tier_gutter: float
    known: dict[tuple[str, ...], Tier | None] = field(default_factory=dict)

    def page(self, slots: tuple[Slot, ...], *, last: bool) -> _Plan | None:
        """The best division of ``slots`` into tiers on one page, or ``None`` if they don't fit."""
        plans = (self._plan(tiers, last=last) for tiers in self._divisions(slots, self.height))
        best = min((plan for plan in plans if plan), key=lambda plan: plan.cost, default=None)
        if best is None and len(slots) == 1:
            return _Plan(50.0, (Tier(slots, self.height, (self.width,)),), (self.height,))
        return best

    def _divisions(self, slots: tuple[Slot, ...], room: float) -> Iterator[tuple[Tier, ...]]:
        """All ways to fill tiers with ``slots`` in their order that are not higher than ``room``."""
        if not slots:
            yield ()
            return
        for count in range(1, min(MOST, len(slots)) + 1):
            tier = self._tier(slots[:count])
            if tier and tier.height <= room + 1e-6:
                for rest in self._divisions(slots[count:], room - tier.height - self.tier_gutter):
                    yield (tier, *rest)

    def _tier(self, slots: tuple[Slot, ...]) -> Tier | None:
        key = tuple(slot.key for slot in slots)
        if key not in self.known:
            self.known[key] = tier_of(slots, self.width, self.gutter, self.height)
        return self.known[key]

    def _plan(self, tiers: tuple[Tier, ...], *, last: bool) -> _Plan | None:
        room = self.height - self.tier_gutter * (len(tiers) - 1)
        used = sum(tier.height for tier in tiers)
        if used > room + 1e-6 or (len(tiers) > 1 and any(t.slots[0].panel.size == "full-page" for t in tiers)):
            return None
        heights = _stretched(tiers, room, last=last)
        cost = sum((1.0 if last else 2.0) * (h / t.height - 1) ** 2 for t, h in zip(tiers, heights, strict=True))
        cost += sum(
            _shape_cost(w, h, slot)
            for t, h in zip(tiers, heights, strict=True)
            for w, slot in zip(t.widths, t.slots, strict=True)
        )
        cost += _weight_cost(tiers, heights) + _gutter_cost(tiers, self.gutter)
        white = room - sum(heights)
        return _Plan(cost + (0.4 if last else 3.0) * (white / room) ** 2, tiers, heights)


def _stretched(tiers: tuple[Tier, ...], room: float, *, last: bool) -> tuple[float, ...]:
    """Spare height goes to tiers by weight; no tier grows beyond what its panels can fill (less on a last page)."""
    most = [
        max(t.height * 1.12, min(t.height * (1.35 if last else 1.9), max(t.widths) / (0.95 if last else 0.7)))
        for t in tiers
    ]
    heights = [t.height for t in tiers]
    for _ in range(4):
        spare = room - sum(heights)
        open_tiers = [i for i in range(len(tiers)) if heights[i] < most[i] - 1e-6]
        if spare <= 1e-6 or not open_tiers:
            break
        weight = sum(tiers[i].weight for i in open_tiers)
        for i in open_tiers:
            heights[i] = min(most[i], heights[i] + spare * tiers[i].weight / weight)
    return tuple(heights)


def _shape_cost(w: float, h: float, slot: Slot) -> float:
    """Panels like to be a little wider than high; long strips only where the script asks for them."""
    ideal = 1.7 if slot.panel.shot == "wide" else 1.15
    off = abs(math.log(w / h / ideal))
    return 0.0 if slot.panel.size in {"full-width", "full-page"} else 2.2 * max(0.0, off - 0.38) ** 2


def _weight_cost(tiers: tuple[Tier, ...], heights: tuple[float, ...]) -> float:
    """Area follows importance."""
    rows = [
        (w * h, s.weight) for t, h in zip(tiers, heights, strict=True) for w, s in zip(t.widths, t.slots, strict=True)
    ]
    area, weight = sum(a for a, _ in rows), sum(s for _, s in rows)
    return sum(0.35 * math.log((a / area) / (s / weight)) ** 2 for a, s in rows) / len(rows)


def _gutter_cost(tiers: tuple[Tier, ...], gutter: float) -> float:
    """Upright gutters of neighbouring tiers either meet or stay well apart: a near miss looks like a mistake."""
    cost = 0.0
    for above, below in pairwise(tiers):
        for a in _uprights(above, gutter):
            for b in _uprights(below, gutter):
                cost += 0.4 if 0.1 < abs(a - b) < 1.5 else 0.05 if abs(a - b) <= 0.1 else 0.0
    return cost


def _uprights(tier: Tier, gutter: float) -> list[float]:
    out, x = [], 0.0
    for width in tier.widths[:-1]:
        x += width + gutter
        out.append(x)
    return out


def _framed(plan: _Plan, number: int, format: Format, backwards: bool) -> ComicPage:
    em = format.size
    y = format.head
    tiers = []
    for tier, height in zip(plan.tiers, plan.heights, strict=True):
        x = format.margin
        row = []
        for slot, width in zip(tier.slots, tier.widths, strict=True):
            left = format.width - x - width * em if backwards else x
            row.append(Frame(slot, Box(left, y, width * em, height * em), number))
            x += width * em + format.gutter
        tiers.append(tuple(row))
        y += height * em + format.tier_gutter
    return ComicPage(number, tuple(tiers))
