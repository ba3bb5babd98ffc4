"""Dressing: puts the things that the script names onto tables, walls and the floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kokko_ethics.geometry import Box
from kokko_ethics.staging.inventory import INVENTORY, Article
from kokko_ethics.staging.model import Camera, Facing, Figure, Prop
from kokko_ethics.story.model import Panel, Stand, Thing

TABLE_FOOT = 17.0
"""Tables stand this many centimetres nearer to us than the people behind them, so that their tops lie below busy
hands."""
TABLE_TOP = TABLE_FOOT - 72.0
"""Where the things on a table stand, in world centimetres (y downwards)."""
_GAP, _EDGE = 5.0, 9.0
"""Air between two things, and from a thing to the edge of its table."""
EYE_LEVEL = -150.0
"""Where the middle of what hangs on a wall is."""
_LOW, _NEAR = 60.0, 22.0
"""Things lower than this stand before the furniture, so many centimetres nearer to us than the people."""
_THIRDS = {"left": -0.3, "middle": 0.0, "right": 0.3}


def on_what(thing: Thing) -> Stand:
    """Where a thing stands: as the script says, if it can, else as such things do."""
    stands = INVENTORY[thing.kind].stands
    return thing.on if thing.on in stands else stands[0]


def needs_table(panel: Panel) -> bool:
    """Whether the script lays something on a table."""
    return any(on_what(thing) == "table" for thing in panel.things)


def lowest_named(panel: Panel) -> float | None:
    """How far down the picture has to reach to show what the script names, in world centimetres; None if it doesn't
    matter."""
    feet = {"table": TABLE_TOP + 6.0, "floor": _NEAR + 4.0}
    reached = [feet[stand] for stand in map(on_what, panel.things) if stand in feet]
    return max(reached, default=None)


def table_for(panel: Panel, figures: Sequence[Figure], xs: Sequence[float], kind: str, view: Box) -> Prop:
    """A table of its own for what the script lays on one, where nobody sits at any."""
    laid = _unfolded(panel, "table")
    width = max(84.0, sum(article.width + _GAP for _, article in laid) + 2 * _EDGE)
    people = {figure.member.id: x for figure, x in zip(figures, xs, strict=True)}
    first = laid[0][0]
    x = _wish(first, people, view, default=view.centre[0])
    if width <= view.w:  # a table wider than the picture runs out of it on both sides
        x = min(max(x, view.x + width / 2), view.right - width / 2)
    return Prop(kind, (x, TABLE_FOOT), "front", 1, width)


def dress(
    panel: Panel, figures: Sequence[Figure], xs: Sequence[float], camera: Camera, table: Prop | None
) -> tuple[Prop, ...]:
    """Everything that the script names, each in its place; what stands on tables needs one."""
    people = {figure.member.id: x for figure, x in zip(figures, xs, strict=True)}
    view = camera.view
    wall = _in_a_row(_unfolded(panel, "wall"), _gaps(people, view), view, 0.0)
    out = [replace(prop, at=(prop.at[0], EYE_LEVEL + INVENTORY[prop.kind].height / 2)) for prop in wall]
    for prop in _in_a_row(_unfolded(panel, "floor"), _beside(people, view), view, 3.0):
        low = INVENTORY[prop.kind].height < _LOW
        out.append(replace(prop, layer="front", at=(prop.at[0], _NEAR)) if low else prop)
    if table:
        left, right = table.box.x + _EDGE, table.box.right - _EDGE
        edge = min(_EDGE, view.w * 0.1)
        shown = max(left, view.x + edge), min(right, view.right - edge)
        left, right = shown if shown[1] - shown[0] > 20.0 else (left, right)
        top = Box(left, 0.0, right - left, 1.0)
        before = {f.member.id: x + 24.0 * f.facing for f, x in zip(figures, xs, strict=True)}
        out += [replace(prop, layer="front") for prop in _in_a_row(_unfolded(panel, "table"), before, top, TABLE_TOP)]
    return tuple(out)


def _unfolded(panel: Panel, stand: Stand) -> list[tuple[Thing, Article]]:
    """The things on one kind of surface; of two cups, each on its own."""
    named = [thing for thing in panel.things if on_what(thing) == stand]
    return [(thing, INVENTORY[thing.kind]) for thing in named for _ in range(thing.count)]


def _in_a_row(laid: list[tuple[Thing, Article]], people: dict[str, float], room: Box, y: float) -> list[Prop]:
    """Things side by side along a surface, each as near to where it is wanted as the others let it be."""
    if not laid:
        return []
    step = room.w / len(laid)
    wishes = [_wish(thing, people, room, default=room.x + step * (i + 0.5)) for i, (thing, _) in enumerate(laid)]
    order = sorted(range(len(laid)), key=lambda i: (wishes[i], i))
    places = dict(zip(order, _apart([wishes[i] for i in order], [laid[i][1].width for i in order], room), strict=True))
    return [
        Prop(thing.kind, (round(places[i], 1), y), article.layer, _towards(places[i], room), named=True)
        for i, (thing, article) in enumerate(laid)
    ]


def _apart(wishes: Sequence[float], widths: Sequence[float], room: Box) -> list[float]:
    """The middles of things in a row, pushed apart until none overlap: from the left, then back from the right edge."""
    out: list[float] = []
    edge = room.x
    for wish, width in zip(wishes, widths, strict=True):
        out.append(max(wish, edge + width / 2))
        edge = out[-1] + width / 2 + _GAP
    edge = room.right
    for i in range(len(out) - 1, -1, -1):
        out[i] = min(out[i], edge - widths[i] / 2)
        edge = out[i] - widths[i] / 2 - _GAP
    return out


def _wish(thing: Thing, people: dict[str, float], room: Box, default: float) -> float:
    if thing.side:
        return room.centre[0] + room.w * _THIRDS[thing.side]
    return people.get(thing.by, default)


def _towards(x: float, room: Box) -> Facing:
    """Things in the right half look to the left, so that they look into the picture."""
    return -1 if x > room.centre[0] + room.w * 0.2 else 1


def _gaps(people: dict[str, float], view: Box) -> dict[str, float]:
    """On a wall nobody hides a thing: whatever is named beside somebody hangs in the widest gap next to them."""
    edges = [view.x, *sorted(people.values()), view.right]
    middles = [(b - a, (a + b) / 2) for a, b in pairwise(edges)]
    widest = max(middles)[1]
    return dict.fromkeys(people, widest) | {"": widest}


def _beside(people: dict[str, float], view: Box) -> dict[str, float]:
    """On the floor, a thing stands next to its person, on the side where the picture has more room."""
    outwards = 1 if len(people) == 1 else -1
    return {id: x + (52.0 if x < view.centre[0] else -52.0) * outwards for id, x in people.items()}
