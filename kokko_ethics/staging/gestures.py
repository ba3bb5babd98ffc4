"""Gestures: what arms do for every action, and how feelings carry the body. Tables only, in figure units from the hip.

The near arm is the one on the reader's side (its shoulder at x about -39), the far arm the other (about +39). Facing
right.
"""

from __future__ import annotations

from dataclasses import dataclass

from kokko_ethics.geometry import Point
from kokko_ethics.staging.model import Layer


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a hand goes: wrist, hand shape, its turn in degrees (0 points ahead, 90 down), which way the elbow bends
    (1 backwards), what it holds, and before what the arm lies (see ``Limb``)."""

    wrist: Point
    hand: str = "relax"
    turn: float = 82.0
    bend: int = 1
    holds: str = ""
    flipped: bool = False
    layer: Layer = ""


@dataclass(frozen=True, slots=True)
class Gesture:
    """An action's arms; an arm that is ``None`` is free for another action. ``tilt`` and ``lean`` add to the
    feeling's."""

    near: Reach | None = None
    far: Reach | None = None
    tilt: float = 0.0
    lean: float = 0.0
    shoulders: float = 0.0


HANGING = (Reach((-54, -2), "relax", 80, 1), Reach((56, -4), "relax", 92, -1))
"""Arms of somebody who stands and does nothing: near, far."""
STRIDING = (Reach((-88, -16), "relax", 104, 1), Reach((98, -46), "relax", 34, 1))
TALKING = Reach((92, -88), "open", -16)
"""The far arm of somebody who stands and speaks."""
IN_LAP = (Reach((44, -36), "relax", 12, 1), Reach((66, -32), "relax", 22, 1))
ON_WHEELS = (Reach((16, -8), "wrap", 74, 1), Reach((54, -4), "wrap", 74, 1))
ON_ROLLATOR = (Reach((62, -60), "wrap", 14, 1), Reach((92, -62), "wrap", 14, 1))
WITH_CANE = Reach((84, -44), "fist", 26, 1, "white-cane")
WITH_CALENDAR = Reach((2, -68), "wrap", 24, 1, "calendar")
WITH_MUG = Reach((44, -92), "wrap", -6, 1, "mug")

_PHONE = Reach((90, -148), "pinch", -58, 1, "phone")
GESTURES: dict[str, Gesture] = {
    "points": Gesture(far=Reach((136, -166), "point", -12, 1), lean=3),
    "explains": Gesture(near=Reach((54, -92), "open", 2, 1), far=Reach((122, -142), "open", -36, 1)),
    "waves": Gesture(far=Reach((104, -232), "open", -74, 1)),
    "listens": Gesture(
        near=Reach((8, -166), "chin", -66, 1), far=Reach((-2, -84), "flat", 188, -1, layer="front"), tilt=6, lean=9
    ),
    "writes": Gesture(
        near=Reach((56, -100), "pen", 14, 1, "pen"), far=Reach((98, -66), "pinch", -14, 1, "notebook"), tilt=9, lean=3
    ),
    "reads": Gesture(
        near=Reach((56, -100), "thumb", -22, 1), far=Reach((104, -104), "pinch", -40, 1, "open-paper"), tilt=9
    ),
    "holds-cup": Gesture(near=Reach((58, -118), "wrap", -8, 1, "cup")),
    "holds-paper": Gesture(far=Reach((98, -106), "pinch", -28, 1, "paper")),
    "holds-phone": Gesture(far=_PHONE, tilt=3),
    "phone": Gesture(far=_PHONE, tilt=3),
    "holds-laptop": Gesture(near=Reach((46, -82), "pinch", 2, 1, "laptop"), far=Reach((92, -88), "flat", -4, 1)),
    "arms-crossed": Gesture(
        near=Reach((14, -102), "fist", -16, 1), far=Reach((-14, -102), "flat", 194, -1, flipped=True, layer="top")
    ),
    "hand-on-heart": Gesture(near=Reach((2, -122), "flat", -22, 1)),
    "shrugs": Gesture(
        near=Reach((-108, -98), "open", 206, -1, flipped=True),
        far=Reach((112, -112), "open", -26, 1),
        shoulders=-10,
        tilt=-6,
    ),
    "raises-hand": Gesture(far=Reach((76, -284), "open", -84, 1)),
    "shakes-hands": Gesture(far=Reach((122, -92), "clasp", -4, 1), lean=6),
    "shows": Gesture(far=Reach((124, -116), "open", -8, 1, flipped=True)),
    "tag": Gesture(far=Reach((86, -128), "pinch", -52, 1, "tag")),
    "card": Gesture(far=Reach((94, -164), "pinch", -66, 1, "card")),
    "green-card": Gesture(far=Reach((94, -164), "pinch", -66, 1, "green-card")),
    "red-card": Gesture(far=Reach((94, -164), "pinch", -66, 1, "red-card")),
    "pen": Gesture(near=Reach((62, -116), "pen", -34, 1, "pen")),
    "looks-away": Gesture(near=Reach((24, -84), "flat", 6, 1), tilt=8, lean=-7),
}
"""The arms of every action that is not a posture; those of later actions fill arms that earlier ones left free."""


@dataclass(frozen=True, slots=True)
class Carriage:
    """How a feeling carries the body: head tilt in degrees (forward is positive), lean and shoulders in figure units
    (down is positive), and what free arms do."""

    tilt: float = 0.0
    lean: float = 0.0
    shoulders: float = 0.0
    near: Reach | None = None
    far: Reach | None = None


_ON_HEART = Reach((6, -118), "relax", -24)
_NEAR_HIP, _FAR_HIP = Reach((-42, -34), "fist", 40, 1), Reach((48, -36), "fist", 130, -1)

CARRIAGES: dict[str, Carriage] = {
    "happy": Carriage(-2, 2),
    "pleased": Carriage(3, near=Reach((30, -84), "relax", 10), far=Reach((50, -86), "relax", 150, 1)),
    "delighted": Carriage(-5, 3, -4, Reach((34, -132), "open", -70), Reach((88, -148), "open", -74)),
    "calm": Carriage(0, 0, 2),
    "sad": Carriage(10, 4, 7),
    "worried": Carriage(4, 3, -3, Reach((30, -100), "relax", -14), Reach((50, -100), "fist", 150)),
    "afraid": Carriage(-5, -8, -9, Reach((52, -148), "open", -76), Reach((86, -156), "open", -80)),
    "angry": Carriage(4, 8, -4, Reach((-66, -22), "fist", 70), Reach((76, -26), "fist", 70, -1)),
    "furious": Carriage(6, 11, -8, Reach((40, -128), "fist", -60), Reach((98, -126), "fist", -50)),
    "surprised": Carriage(-6, -6, -6, Reach((38, -128), "open", -66), Reach((92, -140), "open", -70)),
    "tired": Carriage(11, 4, 8),
    "ashamed": Carriage(13, 2, 6, Reach((14, -34), "relax", 20), Reach((36, -30), "relax", 140)),
    "doubtful": Carriage(-6, -3, near=Reach((22, -170), "fist", -62)),
    "proud": Carriage(-7, -5, -2, _NEAR_HIP, _FAR_HIP),
    "moved": Carriage(6, 1, near=_ON_HEART),
    "confused": Carriage(8, 0, -2, near=Reach((-58, -256), "relax", -50, -1)),
    "hopeful": Carriage(-4, 4, near=Reach((34, -128), "relax", -54), far=Reach((52, -128), "relax", -70)),
    "annoyed": Carriage(2, 0, -2, near=_NEAR_HIP),
    "laughing": Carriage(-9, -4, -4, near=Reach((14, -78), "open", 4)),
    "crying": Carriage(12, 5, 4),
    "hurt": Carriage(6, -3, 3, near=Reach((38, -116), "relax", -34)),
    "hurried": Carriage(4, 10, -4),
    "relieved": Carriage(-4, -1, 5, near=_ON_HEART),
    "curious": Carriage(7, 10, near=Reach((22, -170), "fist", -62)),
    "serious": Carriage(1),
}
_MORE = {"little": 0.5, "": 1.0, "very": 1.4}


def carriage_of(feeling: str, strength: str) -> Carriage:
    """How ``feeling`` carries the body. Felt a little, it leaves the arms alone."""
    usual, more = CARRIAGES.get(feeling, Carriage()), _MORE[strength]
    near, far = (None, None) if strength == "little" else (usual.near, usual.far)
    return Carriage(usual.tilt * more, usual.lean * more, usual.shoulders * more, near, far)
