"""Bodies keep their bones, hands stay on their arms, and what the letterer is told is what is drawn."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from extents import figure, points

from kokko_ethics.drawing.figure import draw_figure
from kokko_ethics.drawing.figure.features import FEATURES
from kokko_ethics.geometry import Box, bounds
from kokko_ethics.staging.gestures import GESTURES
from kokko_ethics.staging.skeleton import FOREARM, UPPER_ARM, strike
from kokko_ethics.story import load_cast
from kokko_ethics.story.model import CastMember
from kokko_ethics.workspace import panels_folder

CAST, SAID = load_cast(panels_folder() / "cast")
PEOPLE = tuple(CAST[name] for name in sorted(CAST))
ACTIONS = (
    *((action,) for action in GESTURES),
    (),
    ("walks",),
    ("sits",),
    ("sits", "holds-cup"),
    ("sits", "writes"),
    ("looks-away",),
)


def test_the_cast_is_read_without_a_word_of_complaint() -> None:
    assert not SAID
    assert {"aino", "jere", "hodan", "milla", "leena", "samir", "noa", "kerstin"} <= set(CAST)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: p.id)
@pytest.mark.parametrize("actions", ACTIONS, ids=lambda a: "+".join(a) or "nothing")
def test_no_bone_is_stretched_and_hands_stay_on(person: CastMember, actions: tuple[str, ...]) -> None:
    pose = strike(person.look, actions, "neutral")
    for limb in pose.limbs:
        assert math.dist(limb.shoulder, limb.elbow) == pytest.approx(UPPER_ARM)
        assert math.dist(limb.elbow, limb.wrist) == pytest.approx(FOREARM, abs=0.6)
    for limb, hand in zip(pose.limbs, pose.hands, strict=True):
        wrist = (limb.wrist[0] * pose.unit, (limb.wrist[1] - pose.floor) * pose.unit)
        assert hand.grown(2).holds(Box(*wrist, 0, 0))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: p.id)
@pytest.mark.parametrize(
    "actions", [(), ("sits",), ("walks",), ("waves",), ("sits", "holds-cup")], ids=lambda a: "+".join(a) or "stands"
)
def test_what_is_drawn_lies_in_the_bounds_that_were_told(person: CastMember, actions: tuple[str, ...]) -> None:
    drawn = bounds(points(draw_figure(figure(person, actions))))
    told = strike(person.look, actions, "neutral").bounds.grown(9.0)
    assert told.y <= drawn.y and told.bottom >= drawn.bottom - 4
    assert told.grown(26).holds(drawn)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: p.id)
@pytest.mark.parametrize("feeling", list(FEATURES))
def test_the_mouth_is_in_the_face_and_the_face_in_the_head(person: CastMember, feeling: str) -> None:
    pose = strike(person.look, (), feeling)
    assert pose.face.holds(Box(*pose.mouth, 0, 0))
    assert pose.head.grown(3).holds(pose.face)


def test_every_feeling_looks_different_in_silence_and_in_speech() -> None:
    for speaking in (False, True):
        drawn = {feeling: repr(draw_figure(figure(PEOPLE[0], (), feeling, speaking=speaking))) for feeling in FEATURES}
        assert all(drawn[a] != drawn[b] for a, b in combinations(drawn, 2))


def test_who_speaks_has_another_mouth() -> None:
    for feeling in FEATURES:
        assert FEATURES[feeling].shut != FEATURES[feeling].speaking


def test_every_action_looks_different() -> None:
    drawn = {action: repr(draw_figure(figure(PEOPLE[4], (action,)))) for action in GESTURES if action != "phone"}
    assert all(drawn[a] != drawn[b] for a, b in combinations(drawn, 2))


def test_shadows_fall_to_the_right_on_mirrored_people_too() -> None:
    assert repr(draw_figure(figure(PEOPLE[0])).marks) != repr(draw_figure(figure(PEOPLE[0], facing=-1)).marks)


@pytest.mark.parametrize(
    "actions", [(), ("sits",), ("walks",), ("sits", "writes")], ids=lambda a: "+".join(a) or "stands"
)
def test_who_uses_a_wheelchair_keeps_it(actions: tuple[str, ...]) -> None:
    assert strike(CAST["samir"].look, actions, "calm").posture == "rolls"


def test_two_hands_meet_half_way() -> None:
    goal = (48.0, -88.0)
    for person in (CAST["jere"], CAST["milla"], CAST["leena"]):
        pose = strike(person.look, ("shakes-hands",), "happy", meets=goal)
        assert pose.hands[1].holds(Box(*goal, 0, 0)), person.id
