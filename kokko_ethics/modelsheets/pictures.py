"""Pictures for model sheets: people, places, things and shots, each as a small drawing of its own."""

from __future__ import annotations

from kokko_ethics.drawing.backdrop import draw_backdrop
from kokko_ethics.drawing.figure import draw_figure
from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.drawing.panel import draw_scene
from kokko_ethics.drawing.props import draw_prop
from kokko_ethics.drawing.styles import silhouette
from kokko_ethics.geometry import Box, number, place
from kokko_ethics.source import Span
from kokko_ethics.staging.blocking import stage, takes
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.staging.model import Camera, Facing, Figure, Prop
from kokko_ethics.staging.skeleton import strike
from kokko_ethics.story.model import Actor, CastMember, Panel, Shot, Strength, Thing, Time, Words

_GROUND = "#f6f1e7"
_TALLEST, _FOOT = 206.0, 8.0
"""Room above the floor and below it, in centimetres."""
_NOWHERE = Words((), Span(0, 0))


def whole(
    id: str, member: CastMember, actions: tuple[str, ...] = (), *, feeling: str = "neutral", facing: Facing = 1,
    w: float = 96.0, h: float = 120.0, black: bool = False,
) -> Drawing:  # fmt: skip
    """A whole person on plain ground; ``black`` as a silhouette. All are drawn to one scale."""
    scale = (h - 6.0) / (_TALLEST + _FOOT)
    figure = _figure(member, actions, feeling, facing, w / 2, h - _FOOT * scale - 2, scale)
    middle = (figure.pose.bounds.x + figure.pose.bounds.right) / 2 * scale * facing
    drawn = draw_figure(_figure(member, actions, feeling, facing, w / 2 - middle, h - _FOOT * scale - 2, scale))
    return _framed(id, w, h, (silhouette(drawn),) if black else (drawn,), member.name)


def head(
    id: str, member: CastMember, feeling: str, strength: Strength = "", *, speaking: bool = False, size: float = 78.0
) -> Drawing:
    """Head and shoulders."""
    scale = size / 78.0
    pose = strike(member.look, (), feeling, strength=strength, speaking=speaking)
    middle, top = pose.head.centre[0] * scale + 3, pose.head.y * scale
    figure = _figure(member, (), feeling, 1, size / 2 - middle, 8 * scale - top, scale, strength, speaking=speaking)
    return _framed(id, size, size, (draw_figure(figure),), member.name)


def line_up(id: str, members: tuple[CastMember, ...], h: float = 150.0) -> Drawing:
    """People side by side at their true heights, on one floor."""
    scale = (h - 8.0) / (_TALLEST + _FOOT)
    floor, x = h - _FOOT * scale - 2, 8.0
    drawn: list[Mark] = []
    for member in members:
        bounds = strike(member.look, (), "neutral").bounds
        drawn.append(draw_figure(_figure(member, (), "neutral", 1, x - bounds.x * scale, floor, scale)))
        x += bounds.w * scale + 8.0
    return _framed(id, x, h, tuple(drawn), ", ".join(member.name for member in members))


def scene(
    id: str, where: str, shot: Shot, time: Time, people: tuple[CastMember, ...], w: float = 240.0, h: float = 150.0,
    things: tuple[Thing, ...] = (),
) -> Drawing:  # fmt: skip
    """A place in a shot at a time of day, with people and things in it."""
    sides = ("left", "right", "middle")
    actors = tuple(Actor(one.id, side) for one, side in zip(people, sides, strict=False))  # type: ignore[arg-type]
    panel = Panel(id, 1, 1, Span(0, 0), shot, "", where, time, _NOWHERE, actors, things=things)
    staged = stage(panel, people, (), w, h, takes(panel, 0.2)[0])
    return _framed(id, w, h, draw_scene(staged) if people or things else draw_backdrop(staged), where)


def thing(id: str, kind: str, size: float = 66.0) -> Drawing:
    """A thing by itself."""
    article = INVENTORY[kind]
    scale = min((size - 14) / article.width, (size - 14) / article.height, 2.4)
    camera = Camera(size, size, scale, size / 2, size - 7, 150.0)
    return _framed(id, size, size, draw_prop(Prop(kind, (0.0, 0.0)), camera), kind)


def _figure(
    member: CastMember, actions: tuple[str, ...], feeling: str, facing: Facing, x: float, y: float, scale: float,
    strength: Strength = "", *, speaking: bool = False,
) -> Figure:  # fmt: skip
    pose = strike(member.look, actions, feeling, strength=strength, speaking=speaking)
    seat = "chair" if pose.posture == "sits" else ""
    matrix = place(x, y, scale, mirrored=facing == -1)
    return Figure(member, pose, feeling, facing, matrix, speaking, seat, (0.7, 0.0), strength)


def _framed(id: str, w: float, h: float, marks: tuple[Mark, ...], title: str) -> Drawing:
    edge = _rectangle(Box(0.0, 0.0, w, h))
    inside = Group((Path(edge, _GROUND), *marks), "picture", clip=edge)
    return Drawing(id, round(w, 1), h, (inside,), "en", title, "", "")


def _rectangle(box: Box) -> str:
    x0, y0, x1, y1 = (number(v) for v in (box.x, box.y, box.right, box.bottom))
    return f"M{x0} {y0}L{x1} {y0}L{x1} {y1}L{x0} {y1}Z"


