"""The figure: a pose and a look become a drawn person, from the floor shadow to the sweat drop."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kokko_ethics.drawing.artwork import draw_artwork
from kokko_ethics.drawing.figure.aids import (
    cane_at_rest,
    draw_seat,
    floor_shadow,
    rollator,
    wheelchair_back,
    wheelchair_front,
)
from kokko_ethics.drawing.figure.behind import draw_behind
from kokko_ethics.drawing.figure.body import draw_trunk
from kokko_ethics.drawing.figure.features import Features, mood_of
from kokko_ethics.drawing.figure.hands import draw_hand, draw_hand_behind
from kokko_ethics.drawing.figure.head import draw_head
from kokko_ethics.drawing.figure.limbs import draw_arm, draw_legs, shoulder_patch
from kokko_ethics.drawing.figure.things import draw_held
from kokko_ethics.drawing.figure.worn import draw_on_back, draw_worn
from kokko_ethics.drawing.ink import away
from kokko_ethics.drawing.model import Group, Mark
from kokko_ethics.geometry import Box, Point, chain, place
from kokko_ethics.packs.model import DrawnFigure
from kokko_ethics.staging.model import Figure, Pose
from kokko_ethics.staging.skeleton import STANDING_FLOOR
from kokko_ethics.story.model import Look


def draw_figure(figure: Figure) -> Group:
    """Draws a staged person. The group's matrix takes figure units to panel points; shadows fall right also on mirrored
    people."""
    if figure.drawn:
        return _by_hand(figure, figure.drawn)
    look, mirrored = figure.member.look, figure.facing == -1
    if figure.from_behind:
        marks = draw_behind(figure.pose, look, away(mirrored=mirrored))
    else:
        mood = mood_of(figure.feeling, figure.strength)
        marks = _drawn(look, figure.pose, mood, mirrored, figure.speaking, figure.gaze, figure.seat)
    matrix = chain(figure.matrix, place(0.0, -figure.pose.floor * figure.pose.unit, figure.pose.unit))
    return Group(marks, "figure", (("character", figure.member.id),), matrix=matrix)


def _by_hand(figure: Figure, drawn: DrawnFigure) -> Group:
    """Somebody from an art pack. The shadow is ours, so that they stand on our floors."""
    unit, (x, y) = drawn.cm_per_unit, drawn.foot
    whole = draw_artwork(drawn.artwork, Box(0.0, 0.0, drawn.artwork.width, drawn.artwork.height))
    side = 1.0 if drawn.facing == "right" else -1.0
    matrix = chain(figure.matrix, (unit * side, 0.0, 0.0, unit, -x * unit * side, -y * unit))
    return Group((whole,), "figure", (("character", figure.member.id),), matrix=matrix)


@lru_cache(maxsize=512)
def _drawn(
    look: Look, pose: Pose, mood: Features, mirrored: bool, speaking: bool, gaze: Point, seat: str
) -> tuple[Mark, ...]:
    """The marks in figure units: the same person in the same pose is drawn once for all formats."""
    dark = away(mirrored=mirrored)
    head = draw_head(look, mood, speaking=speaking, gaze=gaze, dark=dark)
    return (
        floor_shadow(pose), *_behind(pose, look, seat, dark), *draw_legs(pose, look, dark),
        *draw_on_back(pose, look, dark), *_cane(pose, look), *_far_arm(pose, look, "", dark),
        *draw_trunk(pose, look, dark), *draw_worn(pose, look, dark), *_far_arm(pose, look, "front", dark),
        Group((head,), matrix=place(*pose.joint("head"), turn=pose.tilt)), *_before(pose, look, dark),
        *_whole_arm(pose, look, 0, dark), *shoulder_patch(pose, look, 0), *_far_arm(pose, look, "top", dark),
    )  # fmt: skip


def _far_arm(pose: Pose, look: Look, layer: str, dark: Point) -> list[Mark]:
    """The far arm, if it lies in ``layer``. Before the trunk its shoulder has a seam to hide."""
    if pose.limbs[1].layer != layer:
        return []
    return [*_whole_arm(pose, look, 1, dark), *(shoulder_patch(pose, look, 1) if layer else ())]


def _whole_arm(pose: Pose, look: Look, number: int, dark: Point) -> list[Mark]:
    """An arm from behind to before: the palm, what it holds, the thumb or fingers over it, the sleeve."""
    limb = pose.limbs[number]
    return [
        *draw_hand_behind(limb, look.skin, dark), *draw_held(limb, dark, pose.floor),
        *draw_hand(limb, look.skin, dark), *draw_arm(pose, number, look, dark),
    ]  # fmt: skip


def _behind(pose: Pose, look: Look, seat: str, dark: Point) -> list[Mark]:
    """Seats and the far half of aids."""
    aids = look.aids
    marks: list[Mark] = []
    if "wheelchair" in aids:
        marks += wheelchair_back(pose, dark)
    elif pose.posture == "sits":
        marks += [*(_parked(pose, dark) if "rollator" in aids else ()), *draw_seat(seat or "chair", pose, dark)]
    elif "rollator" in aids:
        marks += rollator(pose, dark, front=False)
    return marks


def _cane(pose: Pose, look: Look) -> list[Mark]:
    """A white cane that leans on its owner, where no hand holds it."""
    held = any(limb.holds == "white-cane" for limb in pose.limbs)
    return cane_at_rest(pose) if "white-cane" in look.aids and not held else []


def _parked(pose: Pose, dark: Point) -> list[Mark]:
    """A rollator waiting behind the seat."""
    standing = replace(pose, floor=STANDING_FLOOR)
    marks = (*rollator(standing, dark, front=False), *rollator(standing, dark, front=True))
    return [Group(marks, matrix=place(-212.0, pose.floor - STANDING_FLOOR))]


def _before(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """The near half of aids."""
    aids = look.aids
    if "wheelchair" in aids:
        return wheelchair_front(pose, dark)
    if "rollator" in aids and pose.posture != "sits":
        return rollator(pose, dark, front=True)
    return []
