"""Figures: whoever does whatever and feels however is drawn inside the told bounds, with hands on true arms."""

from __future__ import annotations

import math
import re
from itertools import product

import pytest
from extents import drawn, figure, points

from kokko_ethics.drawing.figure import draw_figure
from kokko_ethics.drawing.figure.features import FEATURES
from kokko_ethics.drawing.figure.hands import draw_hand
from kokko_ethics.drawing.model import Drawing
from kokko_ethics.geometry import Point
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.staging.gestures import GESTURES
from kokko_ethics.staging.model import Figure
from kokko_ethics.staging.skeleton import FOREARM, UPPER_ARM
from kokko_ethics.story import load_cast
from kokko_ethics.story.model import CastMember
from kokko_ethics.workspace import panels_folder

CAST, _ = load_cast(panels_folder() / "cast")
PEOPLE = tuple(CAST[name] for name in sorted(CAST))
ACTIONS = ("stands", "sits", "walks", "rolls", *GESTURES)
EVERY = tuple(product(PEOPLE, ACTIONS, FEATURES))
STEP = 29
"""Every so many of all combinations are drawn here; ``tests/bench.py`` draws them all."""
SLACK, ROOM = 0.8, 12.0
"""By how many centimetres ink may pass the bounds, and how much looser than the ink they may be sideways."""
DARK: Point = (0.85, 0.5)


def flaws_of(one: Figure) -> list[str]:
    """What is wrong with a figure: ink outside its bounds, loose bounds, a hand off its arm, a stretched bone."""
    told, ink, found = one.pose.bounds.mapped(one.matrix), drawn(one), []
    if not told.grown(SLACK).holds(ink):
        found.append(f"ink {ink} outside {told}")
    if ink.x - told.x > ROOM or told.right - ink.right > ROOM:
        found.append(f"bounds {told} loose round {ink}")
    for limb in one.pose.limbs:
        bones = math.dist(limb.shoulder, limb.elbow), math.dist(limb.elbow, limb.wrist)
        if max(abs(bones[0] - UPPER_ARM), abs(bones[1] - FOREARM)) > 0.6:
            found.append(f"bones {bones}")
        hand = points(draw_hand(limb, one.member.look.skin, DARK)[0])
        if min(math.dist(limb.wrist, p) for p in hand) > 14.0:
            found.append(f"hand off the wrist {limb.wrist}")
    return found


@pytest.mark.parametrize(
    ("person", "action", "feeling"),
    EVERY[::STEP],
    ids=lambda one: one.id if isinstance(one, CastMember) else one,
)
def test_everybody_can_do_everything_in_every_mood(person: CastMember, action: str, feeling: str) -> None:
    facing = 1 if len(feeling) % 2 else -1
    for actions in ((action,), ("sits", action)):
        one = figure(person, actions, feeling, facing, speaking=facing == 1)
        assert not flaws_of(one), (actions, feeling)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.id)
def test_a_figure_is_small(person: CastMember) -> None:
    for actions in ((), ("sits",), ("writes",)):
        marks = (draw_figure(figure(person, actions)),)
        svg = to_svg(Drawing("x", 100.0, 100.0, marks, "en", "", "", ""))
        assert len(svg) <= 20_000, actions


def test_bodies_differ_in_silhouette() -> None:
    boxes = {person.id: figure(person).pose for person in PEOPLE}
    assert boxes["jere"].body.w > boxes["leena"].body.w and boxes["aino"].body.w > boxes["noa"].body.w
    heads = {id: pose.head.h / -pose.bounds.y for id, pose in boxes.items()}
    assert heads["milla"] > heads["jere"], "short people have larger heads for their height"


def test_who_uses_a_cane_keeps_it() -> None:
    kerstin = CAST["kerstin"]
    assert any(limb.holds == "white-cane" for limb in figure(kerstin, ("points",)).pose.limbs)
    leaning, none = figure(kerstin, ("reads",)), figure(kerstin)
    assert drawn(leaning).bottom > -2 and drawn(none).bottom > -2
    assert "#d9433b" in repr(draw_figure(leaning))


def test_cards_tell_apart_without_their_colours() -> None:
    drawn_as = set()
    for action in ("card", "green-card", "red-card"):
        svg = to_svg(Drawing("x", 100.0, 100.0, (draw_figure(figure(CAST["milla"], (action,))),), "en", "", "", ""))
        drawn_as.add(re.sub(r"#[0-9a-f]{3,6}", "", svg))
    assert len(drawn_as) == 3
