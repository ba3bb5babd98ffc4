"""Features: what every feeling does to brows, lids, eyes, mouth and cheeks, and the little signs that comics put beside
a head."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kokko_ethics.geometry import Point

Eyes = Literal["dots", "bright", "wide", "half", "narrow", "low", "heavy", "smiling", "closed", "squeezed"]
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
    "happy": Features((-4, -3), "dots", _m("line", 11), _m("open", 9, 13)),
    "pleased": Features((-2, 0), "smiling", _m("line", 9), _m("open", 8, 9), 0.45),
    "delighted": Features((-10, -8), "smiling", _m("grin", 12, 17), _m("grin", 12, 20), 0.5, signs=("sparks",)),
    "calm": Features((-2, 2), "dots", _m("line", 6), _m("open", 5, 8)),
    "sad": Features((-9, 6), "low", _m("line", -9), _m("open", -7, 8), 0.15, (0.2, 0.9)),
    "worried": Features((-10, 3), "dots", _m("wavy", -6), _m("open", -6, 9), 0.15, signs=("drop",)),
    "afraid": Features((-12, -2), "wide", _m("teeth", -5, 8), _m("open", -7, 16), 0.0, signs=("drop", "shivers")),
    "angry": Features((9, -4), "narrow", _m("line", -9), _m("open", -6, 14), 0.3),
    "furious": Features((12, -8), "narrow", _m("teeth", -6, 11), _m("open", -4, 21), 0.6, signs=("steam", "vein")),
    "surprised": Features((-13, -12), "wide", _m("round", 0, 10), _m("round", 0, 13), signs=("lines",)),
    "tired": Features((2, 5), "heavy", _m("line", -4), _m("open", -3, 9), 0.1, (0.3, 0.9), ("bags", "sigh")),
    "ashamed": Features((-8, 4), "low", _m("wavy", -3), _m("open", -3, 6), 0.85, (-0.7, 1.0), ("flush",)),
    "doubtful": Features((4, 1), "half", _m("side", -5), _m("open", -4, 7), 0.2, (0.9, -0.2), uneven=12),
    "serious": Features((3, 0), "dots", _m("pressed", -1), _m("open", -1, 8), 0.15),
    "proud": Features((-4, -4), "closed", _m("line", 11), _m("open", 9, 10), 0.4),
    "moved": Features((-9, 3), "smiling", _m("line", 7), _m("open", 6, 8), 0.55, signs=("tear-in-eye",)),
    "confused": Features((-4, 3), "dots", _m("wavy", -2), _m("open", -2, 8), 0.2, (0.3, -0.9), ("question",), 9),
    "hopeful": Features((-9, -3), "bright", _m("line", 8), _m("open", 7, 9), 0.45, (0.6, -0.8)),
    "annoyed": Features((6, 1), "half", _m("pressed", -6), _m("open", -6, 8), 0.25, (1.0, -0.1), ("sigh",)),
    "laughing": Features((-8, -6), "squeezed", _m("grin", 13, 22), _m("grin", 13, 24), 0.55, signs=("laugh",)),
    "crying": Features((-12, 5), "squeezed", _m("wavy", -9), _m("open", -10, 15), 0.5, signs=("tears",)),
    "hurt": Features((-8, 4), "low", _m("pressed", -8), _m("open", -7, 8), 0.15, (-0.6, 0.6), ("tear-in-eye",)),
    "hurried": Features((-6, -4), "dots", _m("open", -2, 9), _m("open", 0, 13), 0.5, (1.0, 0.0), ("drop", "speed")),
    "relieved": Features((-6, 2), "closed", _m("line", 8), _m("open", 6, 10), 0.4, signs=("sigh",)),
    "curious": Features((-8, -6), "bright", _m("side", 3), _m("open", 3, 9), 0.3, (0.8, -0.5), uneven=9),
}
"""All feelings of the script format."""

_CALMER: dict[Eyes, Eyes] = {"wide": "bright", "squeezed": "smiling", "heavy": "half"}
_MORE_SIGNS = {
    "happy": "sparks", "pleased": "sparks", "proud": "sparks", "hopeful": "sparks", "curious": "lines",
    "sad": "tear-in-eye", "worried": "shivers", "angry": "vein", "annoyed": "vein", "ashamed": "drop",
    "hurt": "tears", "tired": "drop",
    "moved": "tears", "serious": "lines",
}  # fmt: skip
"""What a strong feeling adds."""


@cache
def mood_of(feeling: str, strength: str = "") -> Features:
    """The features of ``feeling``, felt ``little``, as usual or ``very``; an unknown feeling is neutral."""
    usual = FEATURES.get(feeling, FEATURES["neutral"])
    if not strength:
        return usual
    more = 0.55 if strength == "little" else 1.3
    inner, outer = usual.brows
    changed = replace(
        usual, brows=(inner * more, outer * more), shut=_scaled(usual.shut, more),
        speaking=_scaled(usual.speaking, more), blush=min(0.9, usual.blush * more), uneven=usual.uneven * more,
    )  # fmt: skip
    if strength == "little":
        signs = tuple(sign for sign in usual.signs if sign in {"tear-in-eye", "question"})
        return replace(changed, eyes=_CALMER.get(usual.eyes, usual.eyes), signs=signs)
    added = _MORE_SIGNS.get(feeling, "")
    return replace(changed, signs=(*usual.signs, *((added,) if added else ())))


def _scaled(mouth: Mouth, more: float) -> Mouth:
    return replace(mouth, curve=mouth.curve * more, gape=min(26.0, mouth.gape * (0.75 if more < 1 else 1.2)))
