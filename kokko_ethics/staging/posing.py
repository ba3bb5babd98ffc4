"""Posing: how somebody stands in a panel, as our own figures do or as an illustrator drew them."""

from __future__ import annotations

from kokko_ethics.geometry import Box
from kokko_ethics.packs.model import DrawnFigure
from kokko_ethics.staging.model import Art, Pose, Posture
from kokko_ethics.staging.skeleton import strike
from kokko_ethics.story.model import Actor, CastMember

_UNSEEN = Box(-12.0, -150.0, 24.0, 24.0)
"""Where the head of somebody is taken to be who is already in a picture that fills the panel."""


def pose_of(member: CastMember, actor: Actor, art: Art, *, speaking: bool) -> tuple[Pose, DrawnFigure | None]:
    """The pose of an actor, and the drawing that it was taken from, if an art pack has one."""
    pack = art.pack
    drawn = pack.figure(member.id, actor.actions, actor.feeling, speaking) if pack else None
    if drawn:
        return _from_drawing(drawn, actor.actions), drawn
    return strike(member.look, actor.actions, actor.feeling, strength=actor.strength, speaking=speaking), None


def unseen(actor: Actor) -> Pose:
    """The pose of somebody who is in the picture already: only a place for words to point at."""
    mouth = (0.0, _UNSEEN.bottom - 8.0)
    return Pose("stands", actor.actions, (), (), _UNSEEN, _UNSEEN, mouth, (), _UNSEEN, _UNSEEN)


def _from_drawing(drawn: DrawnFigure, actions: tuple[str, ...]) -> Pose:
    """The anchors of a drawing as a pose: in centimetres from the foot, facing right."""
    unit, (foot_x, foot_y) = drawn.cm_per_unit, drawn.foot
    side = 1.0 if drawn.facing == "right" else -1.0

    def box(b: Box) -> Box:
        left = b.x - foot_x if side > 0 else foot_x - b.right
        return Box(left * unit, (b.y - foot_y) * unit, b.w * unit, b.h * unit)

    head = box(drawn.head)
    whole = box(Box(0.0, 0.0, drawn.artwork.width, drawn.artwork.height))
    body = Box(whole.x + whole.w * 0.2, head.bottom, whole.w * 0.6, -head.bottom)
    mouth = ((drawn.mouth[0] - foot_x) * side * unit, (drawn.mouth[1] - foot_y) * unit)
    posture: Posture = "sits" if "sits" in drawn.does else "walks" if "walks" in drawn.does else "stands"
    hands = tuple(box(hand) for hand in drawn.hands)
    return Pose(posture, actions, (), (), head, box(drawn.face), mouth, hands, body, whole, unit)
