"""House style: the measures and colours that every page shares, each with the reason for it.

Lengths are points. Sources of the rules: lettering practice (Blambot, Klein), Selkokeskus typography (11 to 16 pt,
ragged right,
mixed case) and our own measurements; see ARCHITECTURE.md.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from kokko_ethics.geometry import MM

INK = "#1d1a22"
"""Softer than black, so that lines and letters share one tone."""
PRINT_INK = "#000000"
"""Words round the comic on paper: office printers make letters of any softer black out of dots."""
PAPER = "#fffefa"
"""Inside of balloons."""
CAPTION_GROUND = "#ffe9a8"
LIGHT = (-1.0, -0.6)
"""The light comes from the upper left, always; mirrored figures mirror it back."""

Style = Literal["colour", "ink", "grey", "contrast", "outline"]
"""How a story is coloured: for screens and colour printers; for photocopiers; for grey printers; for low vision; to
colour in."""
STYLES: tuple[Style, ...] = get_args(Style)
"""All styles, the usual one first."""
LEADING = 1.18
"""Line height in ems."""
LONGEST = 25
"""Words in a balloon; a longer speech takes several."""
FRAME_LINE = 2.0
"""Thickness of a panel's frame."""


@dataclass(frozen=True, slots=True)
class Format:
    """A page format: trim size, margins to the live area, gutters, and the type size of its lettering.

    ``gutter`` lies between panels of a tier, ``tier_gutter`` between tiers; the second is at least 1.5 times the first,
    so that the eye goes along before it goes down. ``lower_foot`` is the foot of pages without panels, if not ``foot``.
    """

    id: str
    width: float
    height: float
    margin: float
    head: float
    foot: float
    gutter: float
    tier_gutter: float
    size: float
    lower_foot: float = 0.0

    @property
    def live_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def live_height(self) -> float:
        """Height between the running head and the footer."""
        return self.height - self.head - self.foot


CODE_SIDE = 18.5 * MM
"""Side of a QR code: 18 millimetres and a little, which telephones read from an arm's length."""
CODE_FOOT = 27 * MM
"""Height of a foot that holds one, with the white that it needs round it and the edge that printers leave white."""
SMALL_CODE_SIDE, SMALL_CODE_FOOT = 14.5 * MM, 22 * MM
"""The same on the smallest pages, which are held nearer."""
POSTER_CODE_SIDE = 32 * MM
"""On a poster: read from a step away."""


def with_code(format: Format, foot: float = CODE_FOOT) -> Format:
    """The format with a foot below panels that has room for a QR code."""
    return replace(format, foot=max(format.foot, foot), lower_foot=format.foot)


A5 = Format("a5", 148 * MM, 210 * MM, 10 * MM, 12 * MM, 13 * MM, 3 * MM, 4.6 * MM, 11.0)
A4 = Format("a4", 210 * MM, 297 * MM, 14 * MM, 16 * MM, 16 * MM, 3.6 * MM, 5.6 * MM, 12.0)
LARGE = Format("large", 210 * MM, 297 * MM, 14 * MM, 19 * MM, 22 * MM, 4 * MM, 8 * MM, 16.5)
"""Large print: A4 with letters of more than 16 points."""
ZINE = Format("zine", A4.height / 4, A4.width / 2, 5 * MM, 8 * MM, 10.5 * MM, 2.4 * MM, 5 * MM, 11.0)
"""An eighth of a sheet of A4."""
LEPORELLO = Format("leporello", A4.height / 4, A4.width, 5 * MM, 9 * MM, 10.5 * MM, 2.4 * MM, 5 * MM, 11.0)
"""A quarter of a sheet of A4, upright."""
POSTER_EDGE = 11 * MM
"""White round a poster, so wide that nothing is lost where its halves are printed on two sheets."""
POSTER = Format("poster", 297 * MM, 420 * MM, POSTER_EDGE, 33.3 * MM, 42 * MM, 4.5 * MM, 7.5 * MM, 24.0)
"""A3, readable from a metre: its head holds the title, its foot the principle."""
