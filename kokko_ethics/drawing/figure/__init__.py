"""The figure: a pose and a look become a drawn person, from the floor shadow to the sweat drop."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kokko_ethics.drawing.figure.aids import (
    cane_at_rest,
    draw_seat,
    floor_shadow,
    rollator,
    wheelchair_back,
    wheelchair_front,
)
from kokko_ethics.drawing.figure.body import draw_arm, draw_legs, draw_pattern, draw_trunk, shoulder_patch
from kokko_ethics.drawing.figure.features import Features, mood_of
from kokko_ethics.drawing.figure.hands import draw_hand
from kokko_ethics.drawing.figure.head import draw_head
from kokko_ethics.drawing.figure.things import draw_held
from kokko_ethics.drawing.figure.worn import draw_on_back, draw_worn
from kokko_ethics.drawing.ink import away
from kokko_ethics.drawing.model import Group, Mark
from kokko_ethics.geometry import Point, chain, place
from kokko_ethics.staging.model import Figure, Pose
from kokko_ethics.staging.skeleton import STANDING_FLOOR
from kokko_ethics.story.model import Look


def draw_figure(figure: Figure) -> Group:
    """Draws a staged person. The group's matrix takes figure units to panel points; shadows fall right also on mirrored
    people."""
    mood = mood_of(figure.feeling, figure.strength)
    marks = _drawn(
        figure.member.look, figure.pose, mood, figure.facing == -1, figure.speaking, figure.gaze, figure.seat
    )
    matrix = chain(figure.matrix, place(0.0, -figure.pose.floor * figure.pose.unit, figure.pose.unit))
    return Group(marks, "figure", (("character", figure.member.id),), matrix=matrix)


@lru_cache(maxsize=512)
def _drawn(
    look: Look, pose: Pose, mood: Features, mirrored: bool, speaking: bool, gaze: Point, seat: str
) -> tuple[Mark, ...]:
    """The marks in figure units: the same person in the same pose is drawn once for all formats."""
    dark = away(mirrored=mirrored)
    head = draw_head(look, mood, speaking=speaking, gaze=gaze, dark=dark)
    return (
        floor_shadow(pose), *_behind(pose, look, seat, dark), *draw_legs(pose, look, dark), *draw_on_back(pose, look,
        dark),
        *_whole_arm(pose, look, 1, dark), *draw_trunk(pose, look, dark), *draw_pattern(pose, look), *draw_worn(pose,
        look, dark),
        Group((head,), matrix=place(*pose.joint("head"), turn=pose.tilt)),
        *_whole_arm(pose, look, 0, dark), *shoulder_patch(pose, look), *_before(pose, look, dark),
    )  # fmt: skip


def _whole_arm(pose: Pose, look: Look, number: int, dark: Point) -> list[Mark]:
    limb = pose.limbs[number]
    hand = draw_hand(limb, look.skin, dark)
    held = draw_held(limb, dark, pose.floor)
    return [*held, *hand, *draw_arm(pose, number, look, dark)]


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
    if "white-cane" in aids and pose.posture == "sits":
        return cane_at_rest(pose)
    return []
