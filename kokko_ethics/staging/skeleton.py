"""The skeleton: strikes a body into a pose. Two-bone arms and legs, no bone ever longer or shorter than it is.

Figure units: a grown-up is about 558 units high and 4.5 heads tall; the origin is the hip. See ``staging/model.py`` for
what a pose tells.
"""

from __future__ import annotations

import math
from dataclasses import replace

from kokko_ethics.geometry import Box, Point, union
from kokko_ethics.staging.gestures import (
    GESTURES,
    HANGING,
    IN_LAP,
    ON_ROLLATOR,
    ON_WHEELS,
    STRIDING,
    TALKING,
    Carriage,
    Gesture,
    Reach,
    carriage_of,
)  # fmt: skip
from kokko_ethics.staging.model import Limb, Pose, Posture
from kokko_ethics.story.model import Look

UPPER_ARM, FOREARM, THIGH, SHIN = 78.0, 72.0, 116.0, 118.0
STANDING_FLOOR, SITTING_FLOOR, ROLLING_FLOOR = 234.0, 124.0, 150.0
"""How far below the hip the floor is, by posture."""
HEAD_ABOVE_NECK = 66.0
MOUTH = (17.0, 36.0)
"""The mouth in the head's own frame (origin in the middle of the head)."""
_FACE = Box(-30.0, -34.0, 74.0, 92.0)
_HEADS = {
    "long": Box(-66, -76, 118, 172),
    "bob": Box(-60, -78, 112, 138),
    "curly": Box(-76, -92, 134, 156),
    "bun": Box(-72, -86, 122, 148),
}
_PLAIN_HEAD = Box(-58, -76, 108, 140)
_SCARF = Box(-68, -76, 122, 160)
_TABLE = -118.0
"""Hands that hold something above a table stay above this, in figure units from the hip of a sitting person."""
_HELD = {
    "cup": Box(-2, -30, 34, 38), "paper": Box(-6, -56, 52, 66), "open-paper": Box(-44, -62, 84, 66), "phone": Box(-6,
    -40, 26, 46),
    "laptop": Box(-52, -70, 104, 76), "notebook": Box(-34, -16, 62, 30), "pen": Box(-4, -24, 22, 34), "tag": Box(-16,
    -46, 62, 44),
    "card": Box(-14, -62, 46, 60), "calendar": Box(-30, -20, 56, 64),
}  # fmt: skip
"""What a hand holds, as a box about the middle of the hand."""
_PALM = 22.0
"""From the wrist to the middle of the palm: two people's palms meet, not their wrists."""
_BACKPACK = Box(-116, -196, 90, 170)
_SURFACES = {"paper", "open-paper", "phone", "laptop", "tag", "card"}


def strike(
    look: Look, actions: tuple[str, ...], feeling: str, *, strength: str = "", speaking: bool = False,
    meets: Point | None = None,
) -> Pose:  # fmt: skip
    """The pose of somebody who looks like ``look``, does ``actions`` and feels ``feeling`` (``little``, as usual or
    ``very``).

    ``meets`` is the point, in centimetres before the own foot (y downwards), where the far hand has to arrive when two
    people shake hands.
    """
    unit = 0.305 * look.height / 170.0
    posture = _posture(look, actions)
    floor = {"sits": SITTING_FLOOR, "rolls": ROLLING_FLOOR}.get(posture, STANDING_FLOOR)
    carriage = carriage_of(feeling, strength)
    gestures = [GESTURES[action] for action in actions if action in GESTURES]
    lean = carriage.lean + sum(gesture.lean for gesture in gestures) + (6 if posture == "walks" else 0)
    drop = carriage.shoulders + sum(gesture.shoulders for gesture in gestures)
    tilt = max(-14.0, min(15.0, carriage.tilt + sum(gesture.tilt for gesture in gestures)))
    near, far = _reaches(look, posture, gestures, carriage, speaking=speaking)
    if meets is not None:
        far = Reach((meets[0] / unit - _PALM, meets[1] / unit + floor), "relax", -4)
    neck = (lean + 4.0, -188.0 + drop * 0.4)
    shoulders = ((lean - 39 * look.build, -146.0 + drop), (lean + 39 * look.build, -148.0 + drop))
    limbs = (_arm(shoulders[0], near), _arm(shoulders[1], far))
    joints = (
        ("neck", neck),
        ("head", (neck[0] + 5, neck[1] - HEAD_ABOVE_NECK)),
        ("shoulders", (lean, drop)),
        *_legs(posture),
    )
    return _pose(look, posture, actions, joints, limbs, unit, floor, tilt)


def _posture(look: Look, actions: tuple[str, ...]) -> Posture:
    if "wheelchair" in look.aids:
        return "rolls"
    return "sits" if "sits" in actions else "walks" if "walks" in actions else "stands"


def _reaches(
    look: Look, posture: Posture, gestures: list[Gesture], carriage: Carriage, *, speaking: bool
) -> tuple[Reach, Reach]:
    """Both arms: the actions' first, then what the aid, the feeling or the posture asks of free hands."""
    near = next((gesture.near for gesture in gestures if gesture.near), None)
    far = next((gesture.far for gesture in gestures if gesture.far), None)
    rest = {"sits": IN_LAP, "rolls": ON_WHEELS, "walks": STRIDING}.get(posture, HANGING)
    if not gestures:
        rest = _felt(rest, posture, carriage, speaking=speaking)
    if "rollator" in look.aids and posture in {"stands", "walks"}:
        rest = ON_ROLLATOR
    if "white-cane" in look.aids and posture in {"stands", "walks"}:
        rest = (rest[0], Reach((82, -34), "hold", 34, 1, "white-cane"))
    if "calendar" in look.wears and near is None and posture in {"stands", "walks"}:
        rest = (Reach((6, -84), "relax", 32, 1, "calendar"), rest[1])
    return _seated(near or rest[0], posture, near), _seated(far or rest[1], posture, far)


def _felt(
    rest: tuple[Reach, Reach], posture: Posture, carriage: Carriage, *, speaking: bool
) -> tuple[Reach, Reach]:
    """What a feeling makes of idle arms. Who sits shows it above the table, who walks swings the arms."""
    if posture == "walks":
        return rest
    near, far = carriage.near, carriage.far
    if far is None and speaking and posture == "stands":
        far = TALKING
    if posture != "stands":
        near, far = (reach if reach and reach.wrist[1] < _TABLE + 20 else None for reach in (near, far))
    return near or rest[0], far or rest[1]


def _seated(reach: Reach, posture: Posture, asked: Reach | None) -> Reach:
    """Somebody who sits keeps busy hands above the table."""
    if posture in {"sits", "rolls"} and asked is not None and reach.wrist[1] > _TABLE:
        return replace(reach, wrist=(reach.wrist[0], _TABLE - 6.0))
    return reach


def _arm(shoulder: Point, reach: Reach) -> Limb:
    elbow, wrist = two_bones(shoulder, reach.wrist, UPPER_ARM, FOREARM, reach.bend)
    return Limb(shoulder, elbow, wrist, reach.hand, reach.turn, reach.holds, reach.flipped)


def _legs(posture: Posture) -> tuple[tuple[str, Point], ...]:
    """Knees and ankles of the far and the near leg."""
    feet = {
        "sits": ((126.0, 108.0), (98.0, 108.0), -1, -1), "rolls": ((134.0, 106.0), (112.0, 110.0), -1, -1),
        "walks": ((66.0, 214.0), (-64.0, 206.0), -1, -1),
    }.get(posture, ((34.0, 219.0), (-24.0, 219.0), -1, -1))  # fmt: skip
    out: list[tuple[str, Point]] = []
    for side, hip, foot, bend in (("far", (19.0, -14.0), feet[0], feet[2]), ("near", (-17.0, -14.0), feet[1], feet[3])):
        knee, ankle = two_bones(hip, foot, THIGH, SHIN, bend)
        out += [(f"{side} hip", hip), (f"{side} knee", knee), (f"{side} ankle", ankle)]
    return tuple(out)


def two_bones(root: Point, goal: Point, first: float, second: float, bend: int) -> tuple[Point, Point]:
    """The middle joint and the end of a chain of two bones that reaches for ``goal`` as far as its bones allow."""
    dx, dy = goal[0] - root[0], goal[1] - root[1]
    span = max(abs(first - second) + 1.0, min(math.hypot(dx, dy), first + second - 0.5))
    towards = math.atan2(dy, dx)
    inner = math.acos(max(-1.0, min(1.0, (first * first + span * span - second * second) / (2 * first * span))))
    turn = towards + inner * bend
    middle = (root[0] + first * math.cos(turn), root[1] + first * math.sin(turn))
    return middle, (root[0] + span * math.cos(towards), root[1] + span * math.sin(towards))


def hand_middle(limb: Limb) -> Point:
    """The middle of a hand: what it holds sits here."""
    angle = math.radians(limb.turn)
    return (limb.wrist[0] + 20 * math.cos(angle), limb.wrist[1] + 20 * math.sin(angle))


def on_head(point: Point, head: Point, tilt: float) -> Point:
    """A point of the head's own frame, in figure units, after the tilt."""
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    return (head[0] + point[0] * cos - point[1] * sin, head[1] + point[0] * sin + point[1] * cos)


def _pose(
    look: Look, posture: Posture, actions: tuple[str, ...], joints: tuple[tuple[str, Point], ...], limbs: tuple[Limb,
    ...],
    unit: float, floor: float, tilt: float,
) -> Pose:  # fmt: skip
    """Measures everything that the letterer and the camera need, in centimetres from the foot."""
    head_at = dict(joints)["head"]

    def box(b: Box) -> Box:
        return Box(b.x * unit, (b.y - floor) * unit, b.w * unit, b.h * unit)

    outline = _SCARF if look.headwear == "headscarf" else _HEADS.get(look.hair, _PLAIN_HEAD)
    head, face = (box(_tilted(b, head_at, tilt)) for b in (outline, _FACE))
    hands = tuple(box(_hand_box(limb)) for limb in limbs)
    body = box(_body(posture, look))
    surface = next((box(_held(limb)) for limb in limbs if limb.holds in _SURFACES), None)
    if surface is None and {"lanyard-cards", "name-tag"} & set(look.wears):
        surface = box(Box(-8, -112, 40, 28))
    carried = [box(_BACKPACK)] if "backpack" in look.wears else []
    reach = union([head, body, *hands, box(_aid(look, posture)), *carried])
    mouth_x, mouth_y = on_head(MOUTH, head_at, tilt)
    mouth = (mouth_x * unit, (mouth_y - floor) * unit)
    return Pose(
        posture, actions, joints, limbs, head, face, mouth, hands, body, reach.grown(2.0), unit, floor, tilt, surface
    )


def _tilted(b: Box, head: Point, tilt: float) -> Box:
    middle = on_head(b.centre, head, tilt)
    grow = abs(math.sin(math.radians(tilt))) * 0.35
    w, h = b.w + b.h * grow, b.h + b.w * grow
    return Box(middle[0] - w / 2, middle[1] - h / 2, w, h)


def _held(limb: Limb) -> Box:
    x, y = hand_middle(limb)
    return _HELD[limb.holds].moved(x, y)


def _hand_box(limb: Limb) -> Box:
    x, y = hand_middle(limb)
    hand = Box(x - 24, y - 24, 48, 48)
    return union([hand, _held(limb)]) if limb.holds in _HELD else hand


def _body(posture: Posture, look: Look) -> Box:
    half = 58 * look.build
    if posture == "sits":
        return Box(-half, -176, half + 150, 300)
    if posture == "rolls":
        return Box(-half - 20, -176, half + 190, 326)
    return Box(-half - (30 if posture == "walks" else 0), -176, 2 * half + (50 if posture == "walks" else 0), 410)


def _aid(look: Look, posture: Posture) -> Box:
    """The outline of the aid that stands with the person."""
    if "wheelchair" in look.aids:
        return Box(-112, -120, 290, 270)
    if "rollator" in look.aids and posture in {"stands", "walks"}:
        return Box(40, -60, 140, 294)
    if "rollator" in look.aids:
        return Box(-190, -170, 130, 294)
    if "white-cane" in look.aids and posture in {"stands", "walks"}:
        return Box(60, -60, 90, 294)
    return Box(-60, -100, 120, 100)
