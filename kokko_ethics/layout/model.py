"""Layout: pages with their panel frames, in points from the page's top left corner."""

from __future__ import annotations

from dataclasses import dataclass

from kokko_ethics.breakdown.model import Slot
from kokko_ethics.geometry import Box
from kokko_ethics.house_style import Format


@dataclass(frozen=True, slots=True)
class Frame:
    """A slot's place on its page (page 0 and the origin on the web, where panels reflow)."""

    slot: Slot
    box: Box
    page: int = 0

    @property
    def label(self) -> str:
        """The panel's number as readers see it: "3", then "3b", "3c" for the further parts of a split panel."""
        return f"{self.slot.panel.number}{'' if self.slot.part < 2 else chr(ord('a') + self.slot.part - 1)}"


@dataclass(frozen=True, slots=True)
class ComicPage:
    """One comic page: tiers of frames from top to bottom, each in reading order. ``number`` from one."""

    number: int
    tiers: tuple[tuple[Frame, ...], ...]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """All frames in reading order."""
        return tuple(frame for tier in self.tiers for frame in tier)


@dataclass(frozen=True, slots=True)
class Layout:
    """All comic pages of a story in one format."""

    format: Format
    pages: tuple[ComicPage, ...]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """All frames in reading order."""
        return tuple(frame for page in self.pages for frame in page.frames)
