"""Pack: an illustrator's own drawings, ready to be put on the stage instead of the house's figures, places and props.

Lengths are the picture's own units, counted from its upper left corner, unless a docstring says otherwise.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from kokko_ethics.geometry import Box, Point

Facing = Literal["left", "right"]

ANYBODY = "any"
"""The character that stands for everyone the pack has no drawings of."""
POSTURES = ("sits", "rolls", "walks", "stands")
"""How a body is carried, the most telling first; whoever does none of these stands."""
KIN = (
    ("happy", "pleased", "delighted", "proud", "laughing", "relieved", "hopeful", "moved"),
    ("neutral", "calm", "curious", "serious"),
    ("sad", "crying", "hurt", "ashamed", "tired"),
    ("worried", "afraid", "doubtful", "confused", "hurried", "surprised"),
    ("angry", "furious", "annoyed"),
)
"""Feelings that one face can stand for where nothing nearer is drawn."""

_SITTING_SHARE, _SEATED_SHARE = 0.52, 0.78
"""What of a grown-up's height is above the seat, and above the floor when sitting on a chair."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline: absolute path data ``M L C Q Z`` in units, filled and/or stroked. Empty colours paint nothing.

    Colours are ``#rrggbb``, ``width`` is that of the line, ``opacity`` 0–1. Holes are wound the other way round.
    """

    d: str
    fill: str = ""
    stroke: str = ""
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Artwork:
    """A picture that is safe to publish: shapes in painting order or, if there are none, a PNG of ``width`` pixels."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    png: bytes = b""


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """Somebody drawn from head to foot. ``foot`` is the point on the ground between the feet, ``head`` with the hair.

    ``height_cm`` is how tall the person is when standing, whatever the figure does. ``speaking`` says whether the
    mouth is open; None fits both.
    """

    artwork: Artwork
    does: tuple[str, ...]
    feels: tuple[str, ...]
    facing: Facing
    foot: Point
    head: Box
    face: Box
    mouth: Point
    hands: tuple[Box, ...]
    height_cm: float
    seat: Point | None = None
    speaking: bool | None = None

    @property
    def cm_per_unit(self) -> float:
        """Centimetres in one unit of the picture."""
        if posture(self.does) not in ("sits", "rolls"):
            return self.height_cm / (self.foot[1] - self.head.y)
        if self.seat:
            return self.height_cm * _SITTING_SHARE / (self.seat[1] - self.head.y)
        return self.height_cm * _SEATED_SHARE / (self.foot[1] - self.head.y)


@dataclass(frozen=True, slots=True)
class Background:
    """A place. ``horizon`` is a share of the height from above; no ``time`` means any."""

    artwork: Artwork
    horizon: float
    time: str = ""


@dataclass(frozen=True, slots=True)
class DrawnProp:
    """A thing, standing on the lower edge of its picture."""

    artwork: Artwork
    width_cm: float

    @property
    def cm_per_unit(self) -> float:
        """Centimetres in one unit of the picture."""
        return self.width_cm / self.artwork.width


@dataclass(frozen=True, slots=True)
class Pack:
    """All drawings of one folder, in the order of the manifest, and whom to thank for them.

    ``figures`` are by character id or ``any``, ``backgrounds`` by place, ``props`` by name, each in the concepts of
    the script format.
    """

    id: str
    title: str
    author: str
    licence: str
    licence_file: str
    source: str
    figures: tuple[tuple[str, tuple[DrawnFigure, ...]], ...] = ()
    backgrounds: tuple[tuple[str, tuple[Background, ...]], ...] = ()
    props: tuple[tuple[str, DrawnProp], ...] = ()

    def figure(
        self, character: str, actions: Collection[str], feeling: str = "neutral", speaking: bool = False
    ) -> DrawnFigure | None:
        """The drawing that fits best; None if the pack has neither this character nor ``any``.

        A character's own drawings always go before those of ``any``. Among them, each only deciding where the ones
        before it are even: the same posture, more of the actions asked for, the same feeling (else its kin), fewer
        actions that nobody asked for, a mouth that is open or shut as it should be, and the order of the manifest.
        """
        by_character = dict(self.figures)
        drawn = by_character.get(character) or by_character.get(ANYBODY, ())

        def fit(figure: DrawnFigure) -> tuple[int, ...]:
            return (
                int(posture(figure.does) == posture(actions)),
                len({*figure.does} & {*actions} - {*POSTURES}),
                _likeness(figure.feels, feeling),
                -len({*figure.does} - {*actions, *POSTURES}),
                1 if figure.speaking is None else 2 * int(figure.speaking == speaking),
            )

        return max(drawn, key=fit, default=None)

    def background(self, place: str, time: str = "") -> Background | None:
        """The drawing of ``place`` at ``time``, else the one for any time, else the first; None if there is none."""
        drawn = dict(self.backgrounds).get(place, ())
        return max(drawn, key=lambda one: 2 * (one.time == time) + (not one.time), default=None)

    def prop(self, name: str) -> DrawnProp | None:
        """The drawing of a thing, if there is one."""
        return dict(self.props).get(name)


def posture(actions: Collection[str]) -> str:
    """How somebody who does all this carries the body."""
    return next((one for one in POSTURES if one in actions), "stands")


def _likeness(feels: tuple[str, ...], feeling: str) -> int:
    """2 for the same feeling, 1 for one of its kin, 0 for another. A figure that says no feeling is neutral."""
    drawn = feels or ("neutral",)
    if feeling in drawn:
        return 2
    kin = next((family for family in KIN if feeling in family), ())
    return int(any(one in kin for one in drawn))
