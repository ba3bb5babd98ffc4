"""The skeleton: strikes a body into a pose. Two-bone arms and legs, no bone ever longer or shorter than it is.

Figure units: a grown-up is about 558 units high and 4.5 heads tall; the origin is the hip. See ``staging/model.py`` for
what a pose tells.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from kokko_ethics.geometry import Box, Point, bounds, union
from kokko_ethics.staging.gestures import (
    GESTURES,
    HANGING,
    IN_LAP,
    ON_ROLLATOR,
    ON_WHEELS,
    STRIDING,
    TALKING,
    WITH_CALENDAR,
    WITH_CANE,
    WITH_MUG,
    Carriage,
    Gesture,
    Reach,
    carriage_of,
)
from kokko_ethics.staging.model import Limb, Pose, Posture
from kokko_ethics.story.model import Look

UPPER_ARM, FOREARM, THIGH, SHIN = 78.0, 72.0, 116.0, 118.0
STANDING_FLOOR, SITTING_FLOOR, ROLLING_FLOOR = 234.0, 124.0, 150.0
"""How far below the hip the floor is, by posture, for somebody 170 cm tall."""
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
_TABLE = 74.0
"""Hands that hold something ahead of a sitting person stay this many centimetres above the floor."""
_AHEAD = 40.0
"""A wrist that lies farther ahead than this is before the body, not on it."""
_HELD = {
    "cup": Box(-12, -58, 62, 84), "mug": Box(-12, -34, 62, 60), "paper": Box(-12, -66, 64, 78),
    "open-paper": Box(-64, -52, 94, 74), "phone": Box(-18, -52, 44, 68), "laptop": Box(-28, -68, 108, 82),
    "notebook": Box(-42, -52, 80, 66), "pen": Box(-40, -48, 84, 84), "tag": Box(-20, -52, 72, 56),
    "card": Box(-22, -68, 60, 72), "green-card": Box(-22, -68, 60, 72), "red-card": Box(-22, -68, 60, 72),
    "calendar": Box(-44, -50, 74, 88), "white-cane": Box(-8, -34, 52, 60),
}  # fmt: skip
"""What a hand holds, as a box about the middle of the hand."""
_PALM = 22.0
"""From the wrist to the middle of the palm: two people's palms meet, not their wrists."""
_SIGNS = {"hurried": 10.8, "confused": 8.0}
"""How many centimetres beyond the head, to either side, the signs of a feeling (lines, drops) reach; usually 6."""
_SURFACES = {"paper", "open-paper", "phone", "laptop", "tag", "card", "green-card", "red-card"}


@dataclass(frozen=True, slots=True)
class Physique:
    """The build of a trunk: half its width at shoulders, chest, waist and hips, half the neck, how far the belly stands
    out ahead, how far age bends the neck forward, how far the neck's foot lies above the usual."""

    shoulder: float
    chest: float
    waist: float
    hip: float
    neck: float = 17.0
    belly: float = 0.0
    stoop: float = 0.0
    rise: float = 0.0


_PHYSIQUES = {
    "": Physique(54, 50, 44, 48),
    "broad": Physique(66, 57, 46, 45, 20.5),
    "slim": Physique(49, 45, 37, 43, 15.5, rise=7),
    "round": Physique(51, 54, 55, 57, 17.5, belly=9),
}
_STANCES = {
    "": ((18.0, -8.0, 50.0), (-18.0, -16.0, -20.0)), "broad": ((20.0, -14.0, 50.0), (-20.0, -14.0, -42.0)),
    "slim": ((18.0, -16.0, 26.0), (-18.0, -7.0, -36.0)), "round": ((19.0, -10.0, 40.0), (-18.0, -12.0, -28.0)),
}  # fmt: skip
"""How people of a shape stand: hip (x, y) and foot (x) of the far and the near leg. One knee is soft."""


def physique_of(look: Look) -> Physique:
    """The trunk of somebody who looks like ``look``, in figure units."""
    usual, b = _PHYSIQUES.get(look.shape, _PHYSIQUES[""]), look.build
    stoop = min(12.0, max(0.0, (look.age - 48) * 0.55))
    return Physique(
        usual.shoulder * b, usual.chest * b, usual.waist * b, usual.hip * b, usual.neck * (0.5 + b / 2),
        usual.belly + max(0.0, look.age - 50) * 0.15, stoop, usual.rise - stoop * 0.5,
    )  # fmt: skip


def _legginess(look: Look) -> float:
    """How much longer legs are than those of somebody 170 cm tall: heads grow less than bodies."""
    return max(0.62, min(1.15, 1.0 + 0.0056 * (look.height - 170.0)))


def strike(
    look: Look, actions: tuple[str, ...], feeling: str, *, strength: str = "", speaking: bool = False,
    meets: Point | None = None,
) -> Pose:  # fmt: skip
    """The pose of somebody who looks like ``look``, does ``actions`` and feels ``feeling`` (``little``, as usual or
    ``very``).

    ``meets`` is the point, in centimetres before the own foot (y downwards), where the far hand has to arrive when two
    people shake hands.
    """
    long = _legginess(look)
    unit = look.height / (STANDING_FLOOR * long + 323.4)
    posture = _posture(look, actions)
    floor = {"sits": SITTING_FLOOR * long, "rolls": ROLLING_FLOOR}.get(posture, STANDING_FLOOR * long)
    pushes = posture == "rolls" and bool({"rolls", "walks"} & set(actions))
    body = physique_of(look)
    carriage = carriage_of(feeling, strength)
    gestures = [GESTURES[action] for action in actions if action in GESTURES]
    lean = carriage.lean + sum(gesture.lean for gesture in gestures) + (6 if posture == "walks" else 14 * pushes)
    lean += 5 if "rollator" in look.aids and posture != "sits" else 0
    drop = carriage.shoulders + sum(gesture.shoulders for gesture in gestures)
    tilt = max(-14.0, min(15.0, carriage.tilt + sum(gesture.tilt for gesture in gestures)))
    near, far = _reaches(look, posture, gestures, carriage, pushes=pushes, speaking=speaking)
    if posture in {"sits", "rolls"}:
        near, far = _above_table(near, far, max(-124.0, floor - _TABLE / unit))
    if meets is not None:
        far = Reach((meets[0] / unit - _PALM, meets[1] / unit + floor), "clasp", -4)
    neck = (lean + 4.0 + body.stoop * 0.8, -188.0 + drop * 0.4 - body.rise)
    wide = body.shoulder - 15.0
    limbs = (_arm((lean - wide, -145.0 + drop), near), _arm((lean + wide, -149.0 + drop), far))
    joints = (
        ("neck", neck), ("head", (neck[0] + 5 + body.stoop * 0.5, neck[1] - HEAD_ABOVE_NECK)),
        ("shoulders", (lean, drop)), *_legs(look, posture, floor, 1.0 if posture == "rolls" else long),
    )  # fmt: skip
    return _pose(look, posture, actions, joints, limbs, unit, floor, tilt, _SIGNS.get(feeling, 6.0))


def _posture(look: Look, actions: tuple[str, ...]) -> Posture:
    if "wheelchair" in look.aids:
        return "rolls"
    return "sits" if "sits" in actions else "walks" if "walks" in actions else "stands"


def _reaches(
    look: Look, posture: Posture, gestures: list[Gesture], carriage: Carriage, *, pushes: bool, speaking: bool
) -> tuple[Reach, Reach]:
    """Both arms: the actions' first, then what the aid, the feeling or the posture asks of free hands."""
    near = next((gesture.near for gesture in gestures if gesture.near), None)
    far = next((gesture.far for gesture in gestures if gesture.far), None)
    rest = {"sits": IN_LAP, "rolls": ON_WHEELS if pushes else IN_LAP, "walks": STRIDING}.get(posture, HANGING)
    if not gestures and not pushes:
        rest = _felt(rest, posture, carriage, speaking=speaking)
    upright = posture in {"stands", "walks"}
    if "rollator" in look.aids and upright:
        rest = ON_ROLLATOR
    if "calendar" in look.wears and upright:
        rest = (WITH_CALENDAR, rest[1])
    if "white-cane" in look.aids and upright:
        rest = (rest[0], WITH_CANE) if far is None else (WITH_CANE, rest[1])
    if "mug" in look.wears and "cup" not in {reach.holds for reach in (near, far) if reach}:
        rest = (WITH_MUG, rest[1]) if near is None else (rest[0], replace(WITH_MUG, wrist=(96.0, -94.0)))
    return near or rest[0], far or rest[1]


def _felt(rest: tuple[Reach, Reach], posture: Posture, carriage: Carriage, *, speaking: bool) -> tuple[Reach, Reach]:
    """What a feeling makes of idle arms. Who sits shows it above the table, who walks swings the arms."""
    if posture == "walks":
        return rest
    near, far = carriage.near, carriage.far
    if far is None and speaking and posture == "stands":
        far = TALKING
    if posture != "stands":
        near, far = (reach if reach and reach.wrist[1] < -98.0 else None for reach in (near, far))
    return near or rest[0], far or rest[1]


def _above_table(near: Reach, far: Reach, table: float) -> tuple[Reach, Reach]:
    """Somebody who sits keeps what is going on ahead of the body above the table; both arms rise alike."""
    idle = {IN_LAP[0], IN_LAP[1], ON_WHEELS[0], ON_WHEELS[1]}
    busy = [reach for reach in (near, far) if reach not in idle and reach.wrist[0] > _AHEAD]
    rise = max((max(0.0, reach.wrist[1] - table) for reach in busy), default=0.0)
    near, far = (
        replace(reach, wrist=(reach.wrist[0], reach.wrist[1] - rise)) if reach in busy else reach
        for reach in (near, far)
    )
    return near, far


def _arm(shoulder: Point, reach: Reach) -> Limb:
    elbow, wrist = two_bones(shoulder, reach.wrist, UPPER_ARM, FOREARM, reach.bend)
    return Limb(shoulder, elbow, wrist, reach.hand, reach.turn, reach.holds, reach.flipped, reach.layer)


def _legs(look: Look, posture: Posture, floor: float, long: float) -> tuple[tuple[str, Point], ...]:
    """Hips, knees and ankles of the far and the near leg; every knee bends forward."""
    sole = floor - 15.0
    if posture == "sits":
        places = ((19.0, -14.0, 126.0, sole), (-17.0, -14.0, 98.0, sole))
    elif posture == "rolls":
        places = ((19.0, -14.0, 134.0, 106.0), (-17.0, -14.0, 112.0, 110.0))
    elif posture == "walks":
        places = ((17.0, -12.0, 70.0, sole - 4), (-17.0, -12.0, -66.0, sole - 14))
    else:
        (fx, fy, far), (nx, ny, near) = _STANCES.get(look.shape, _STANCES[""])
        places = ((fx, fy, far, sole), (nx, ny, near, sole))
    out: list[tuple[str, Point]] = []
    for side, (x, y, foot, ground) in zip(("far", "near"), places, strict=True):
        knee, ankle = two_bones((x, y), (foot, ground), THIGH * long, SHIN * long, -1)
        out += [(f"{side} hip", (x, y)), (f"{side} knee", knee), (f"{side} ankle", ankle)]
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


def hand_middle(limb: Limb, along: float = 20.0) -> Point:
    """The middle of a hand: what it holds sits here. The longest finger ends some 60 units ``along``."""
    angle = math.radians(limb.turn)
    return (limb.wrist[0] + along * math.cos(angle), limb.wrist[1] + along * math.sin(angle))


def on_head(point: Point, head: Point, tilt: float) -> Point:
    """A point of the head's own frame, in figure units, after the tilt."""
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    return (head[0] + point[0] * cos - point[1] * sin, head[1] + point[0] * sin + point[1] * cos)


def _pose(
    look: Look, posture: Posture, actions: tuple[str, ...], joints: tuple[tuple[str, Point], ...], limbs: tuple[Limb,
    ...],
    unit: float, floor: float, tilt: float, signs: float,
) -> Pose:  # fmt: skip
    """Measures everything that the letterer and the camera need, in centimetres from the foot."""
    at = dict(joints)

    def box(b: Box) -> Box:
        return Box(b.x * unit, (b.y - floor) * unit, b.w * unit, b.h * unit)

    outline = _SCARF if look.headwear == "headscarf" else _HEADS.get(look.hair, _PLAIN_HEAD)
    head, face = (box(_tilted(b, at["head"], tilt)) for b in (outline, _FACE))
    hands = tuple(box(_hand_box(limb)) for limb in limbs)
    body = box(union([_trunk_box(look, at), _legs_box(look, at, floor)]))
    surface = next((box(_held(limb)) for limb in limbs if limb.holds in _SURFACES), None)
    if surface is None and {"lanyard-cards", "name-tag"} & set(look.wears):
        surface = box(Box(-8, -112, 40, 28))
    beside = Box(head.x - signs, head.y, head.w + 2 * signs, head.h)
    reach = union([head.grown(4.0), beside, body, *hands, *map(box, _around(look, posture, limbs, at, floor))])
    mouth_x, mouth_y = on_head(MOUTH, at["head"], tilt)
    mouth = (mouth_x * unit, (mouth_y - floor) * unit)
    return Pose(
        posture, actions, joints, limbs, head, face, mouth, hands, body, reach.grown(1.0), unit, floor, tilt, surface
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
    hand = Box(x - 29, y - 29, 58, 58)
    if limb.hand in {"point", "open", "flat"}:
        hand = union([hand, Box(*hand_middle(limb, 61.0), 0, 0)])
    return union([hand, _held(limb)]) if limb.holds in _HELD else hand


def _trunk_box(look: Look, at: dict[str, Point]) -> Box:
    body, (lean, _) = physique_of(look), at["shoulders"]
    left = min(lean - body.shoulder, lean * 0.6 - body.chest - body.stoop * 0.4, -body.hip)
    right = max(lean + body.shoulder, lean * 0.6 + body.chest + 3, body.hip + body.belly)
    hem = body.hip * 0.24 if look.over == "coat" or look.bottom == "skirt" else 0.0
    return Box(left - 6 - hem, -184, right - left + 12 + 2 * hem, 196)


def _legs_box(look: Look, at: dict[str, Point], floor: float) -> Box:
    """Knees and shoes, and the oval on which somebody stands."""
    knees = [at["far knee"], at["near knee"]]
    ankles = [at["far ankle"], at["near ankle"]]
    girth = 25 * look.build
    xs = [x + k for x, _ in knees for k in (-girth, girth)] + [x + k for x, _ in ankles for k in (-29.0, 50.0)]
    return Box(min(xs), 0.0, max(xs) - min(xs), floor + 8.0)


def _around(look: Look, posture: Posture, limbs: tuple[Limb, ...], at: dict[str, Point], floor: float) -> list[Box]:
    """Sleeves, the seat, the aid that stands with the person, what hangs on the back."""
    girth = 0.5 + look.build / 2
    out = [bounds([limb.shoulder, limb.elbow, limb.wrist]).grown(21 * girth) for limb in limbs]
    out += [Box(*limb.elbow, 0, 0).grown(28 * girth) for limb in limbs]
    lean = at["shoulders"][0]
    if "backpack" in look.wears:
        out.append(Box(min(lean - 104, -108), -200, 80, 170))
    if "wheelchair" in look.aids:
        return [*out, Box(-104, -120, 264, floor + 130)]
    if "rollator" in look.aids:
        parked = Box(-164, floor - 310, 120, 318)
        out.append(Box(44, -84, 128, floor + 92) if posture != "sits" else parked)
    if posture == "sits":
        out.append(Box(-100, -156, 190, floor + 162))
    if "white-cane" in look.aids:
        held = next((hand_middle(limb)[0] for limb in limbs if limb.holds == "white-cane"), 76.0)
        out.append(Box(held - 10, -90, 52, floor + 92))
    return out
