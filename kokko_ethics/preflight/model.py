"""What preflight measures of a PDF."""

from __future__ import annotations

from dataclasses import dataclass

Sides = tuple[float, float, float, float]
"""A box of a page in points: left, lower, right and upper side."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its boxes, the resolution of its coarsest picture in dots an inch and the width of its thinnest line in
    points (both None where there are none), and the names of the fonts that are not in the file."""

    number: int
    media: Sides
    bleed: Sides
    trim: Sides
    coarsest: float | None
    thinnest: float | None
    lacking: frozenset[str]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of what is left after cutting, in points."""
        left, low, right, top = self.trim
        return right - left, top - low

    @property
    def is_to_be_cut(self) -> bool:
        """Whether the sheet is larger than what is left after cutting."""
        return self.trim != self.media

    @property
    def beyond(self) -> float:
        """By how much the bleed goes beyond the trim, on the side where it does least, in points."""
        return min(_outwards(self.trim, self.bleed))

    @property
    def is_nested(self) -> bool:
        """Whether the sheet holds the bleed and the bleed the trim; a thousandth of a point may be lacking."""
        inner = (*_outwards(self.trim, self.bleed), *_outwards(self.bleed, self.media), *self.size)
        return min(inner) >= -0.001


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF to be printed: the name under which messages speak of it, its pages, and how many fonts it has in it."""

    path: str
    sheets: tuple[Sheet, ...]
    fonts: int


def _outwards(inner: Sides, outer: Sides) -> tuple[float, float, float, float]:
    return inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]
