"""Features: what every feeling does to brows, lids, eyes, mouth and cheeks, and the little signs that comics put beside
a head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kokko_ethics.geometry import Point

Eyes = Literal["dots", "wide", "half", "narrow", "smiling", "closed", "squeezed", "low"]
MouthKind = Literal["line", "open", "round", "side", "wavy", "teeth", "grin", "pressed"]


@dataclass(frozen=True, slots=True)
class Mouth:
    """A mouth: its kind, how far its corners rise (down if negative), and how far it opens, in units."""

    kind: MouthKind
    curve: float = 0.0
    gape: float = 0.0


@dataclass(frozen=True, slots=True)
class Features:
    """A feeling in a face: brows (inner and outer end lowered by so many units), eyes, the mouth shut and speaking,
    cheeks, signs."""

    brows: tuple[float, float]
    eyes: Eyes
    shut: Mouth
    speaking: Mouth
    blush: float = 0.28
    gaze: Point | None = None
    signs: tuple[str, ...] = ()
    uneven: float = 0.0
    """By how much the far brow is raised above the near one."""


def _m(kind: MouthKind, curve: float = 0.0, gape: float = 0.0) -> Mouth:
    return Mouth(kind, curve, gape)


FEATURES: dict[str, Features] = {
    "neutral": Features((0, 0), "dots", _m("line", 2), _m("open", 2, 10)),
    "happy": Features((-3, -2), "dots", _m("line", 9), _m("open", 9, 12)),
    "pleased": Features((-2, 0), "smiling", _m("line", 8), _m("open", 8, 9), 0.4),
    "delighted": Features((-9, -7), "smiling", _m("grin", 11, 15), _m("grin", 12, 18), 0.45, signs=("sparks",)),
    "calm": Features((-1, 1), "half", _m("line", 4), _m("open", 4, 7)),
    "sad": Features((-8, 5), "low", _m("line", -7), _m("open", -6, 8), 0.15, (0.2, 0.9)),
    "worried": Features((-8, 3), "dots", _m("wavy", -4), _m("open", -5, 9), 0.2, signs=("drop",)),
    "afraid": Features((-11, -2), "wide", _m("teeth", -5, 7), _m("open", -7, 15), 0.0, signs=("drop", "shivers")),
    "angry": Features((7, -4), "narrow", _m("line", -7), _m("open", -5, 13), 0.3),
    "furious": Features((10, -7), "narrow", _m("teeth", -6, 10), _m("open", -4, 20), 0.55, signs=("steam", "vein")),
    "surprised": Features((-11, -10), "wide", _m("round", 0, 8), _m("round", 0, 12), signs=("lines",)),
    "tired": Features((-2, 4), "low", _m("line", -3), _m("open", -3, 8), 0.1, (0.3, 0.8), ("bags",)),
    "ashamed": Features((-7, 4), "low", _m("wavy", -2), _m("open", -3, 6), 0.75, (-0.6, 1.0), ("flush",)),
    "doubtful": Features((3, 1), "half", _m("side", -3), _m("open", -3, 7), 0.2, uneven=9),
    "serious": Features((3, 0), "dots", _m("pressed", -1), _m("open", -1, 8), 0.15),
    "proud": Features((-3, -3), "closed", _m("line", 8), _m("open", 8, 9), 0.35),
    "moved": Features((-8, 2), "smiling", _m("line", 5), _m("open", 5, 7), 0.5, signs=("tear-in-eye",)),
    "confused": Features((-4, 2), "dots", _m("wavy", 0), _m("open", -2, 8), 0.2, (0.2, -0.9), ("question",), 7),
    "hopeful": Features((-8, -2), "dots", _m("line", 6), _m("open", 6, 8), 0.4, (0.7, -0.8)),
    "annoyed": Features((5, 0), "half", _m("pressed", -5), _m("open", -5, 8), 0.2, (1.0, -0.2), ("sigh",)),
    "laughing": Features((-7, -5), "squeezed", _m("grin", 12, 20), _m("grin", 12, 22), 0.5, signs=("laugh",)),
    "crying": Features((-11, 4), "squeezed", _m("wavy", -8), _m("open", -9, 14), 0.5, signs=("tears",)),
    "hurt": Features((-6, 3), "half", _m("pressed", -7), _m("open", -6, 8), 0.15, (-0.5, 0.5), ("tear-in-eye",)),
    "hurried": Features((4, -5), "wide", _m("open", -2, 7), _m("open", 0, 13), 0.35, signs=("drop", "speed")),
    "relieved": Features((-5, 1), "closed", _m("round", 0, 5), _m("open", 5, 9), 0.35, signs=("sigh",)),
    "curious": Features((-7, -5), "dots", _m("side", 4), _m("open", 4, 9), 0.3, (0.9, -0.2), uneven=5),
}
"""All feelings of the script format."""
