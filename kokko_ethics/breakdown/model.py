"""Breakdown: the story cut into panel slots, each with the room that its words and figures need."""

from __future__ import annotations

from dataclasses import dataclass

from kokko_ethics.story.model import Line, Panel, Story

WIDTHS = (11.0, 13.0, 15.0, 17.0, 20.0, 24.0, 28.0, 33.0, 38.0, 44.5)
"""Panel widths, in ems, at which the need for height is known."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a panel, or for one ``part`` of a split one (0 for a whole panel, else from one).

    ``heights`` are the least heights in ems at each of ``WIDTHS`` (infinite where the widest word or the figures don't
    fit).
    ``bands`` are the heights of the words alone. ``weight`` is the panel's importance: its share of the page follows
    it.
    """

    panel: Panel
    lines: tuple[Line, ...]
    part: int
    heights: tuple[float, ...]
    bands: tuple[float, ...]
    weight: float

    def sky(self, width: float, height: float) -> float:
        """The share of a frame of ``width`` by ``height`` ems that the words need above the heads, 0 to 1."""
        known = [b for w, b in zip(WIDTHS, self.bands, strict=True) if w <= width + 1e-6]
        return min(1.0, known[-1] / height) if known else 1.0

    def height(self, width: float) -> float:
        """The least height at ``width`` ems: that of the next narrower known width."""
        known = [h for w, h in zip(WIDTHS, self.heights, strict=True) if w <= width + 1e-6]
        return known[-1] if known else float("inf")

    @property
    def key(self) -> str:
        """What names the slot in retakes."""
        return f"{self.panel.id}/{self.part}"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All slots of a story in reading order."""

    story: Story
    slots: tuple[Slot, ...]
