"""Props: things that people use or that a story points at, inked like the people themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from kokko_ethics.drawing.model import Group, Mark
from kokko_ethics.drawing.props import from_above, furniture, tables, things
from kokko_ethics.drawing.props.tracing import Tracing
from kokko_ethics.geometry import place
from kokko_ethics.staging.model import Camera, Prop

__all__ = ["PROP_KINDS", "draw_prop"]

_Drawn = Callable[[Tracing, float], None]
_Layer = Literal["back", "front"]
_BOOK: dict[str, tuple[float, float, _Layer, float, _Drawn]] = {
    "table": (180, 79, "front", 1.5, tables.table),
    "cafe-table": (80, 79, "front", 1.5, tables.cafe_table),
    "desk": (140, 79, "front", 1.5, tables.desk),
    "chair": (46, 90, "back", 1.4, tables.chair),
    "cup": (18, 13, "front", 0.9, things.cup),
    "thermos": (26, 34, "front", 1.1, things.thermos),
    "paper": (28, 6, "front", 0.7, things.paper),
    "papers": (30, 8, "front", 0.7, things.papers),
    "name-tag": (20, 9, "front", 0.8, things.name_tag),
    "laptop": (38, 27, "front", 1.1, things.laptop),
    "phone": (16, 5, "front", 0.8, things.phone),
    "calendar": (25, 18, "front", 0.9, things.calendar),
    "sticky-notes": (28, 8, "front", 0.7, things.sticky_notes),
    "pen": (15, 4, "front", 0.7, things.pen),
    "water-jug": (28, 29, "front", 1.0, things.water_jug),
    "book": (25, 7, "front", 0.8, things.book),
    "bun": (22, 12, "front", 0.8, things.bun),
    "cookies": (30, 10, "front", 0.8, things.cookies),
    "wall-calendar": (40, 57, "back", 1.2, furniture.wall_calendar),
    "flip-chart": (74, 181, "back", 1.4, furniture.flip_chart),
    "plant": (64, 102, "back", 1.3, furniture.plant),
    "backpack": (36, 48, "back", 1.3, furniture.backpack),
    "clock": (30, 30, "back", 1.1, furniture.clock),
    "lamp": (40, 160, "back", 1.3, furniture.lamp),
    "coat-rack": (52, 177, "back", 1.3, furniture.coat_rack),
    "box": (42, 31, "back", 1.3, furniture.box),
    "cup-from-above": (20, 20, "back", 0.7, from_above.cup),
    "sheet-from-above": (38, 31, "back", 0.7, from_above.sheet),
    "pen-from-above": (16, 8, "back", 0.6, from_above.pen),
}
"""Kind → width and height in centimetres, layer, thickness of the ink, and what draws it."""

PROP_KINDS: dict[str, tuple[float, float, _Layer]] = {kind: entry[:3] for kind, entry in _BOOK.items()}
"""Kind → (width cm, height cm, layer). The box stands on the middle of its lower edge; tables can be of any width."""


def draw_prop(prop: Prop, camera: Camera) -> tuple[Mark, ...]:
    """A prop in panel points; an unknown kind draws nothing."""
    if prop.kind not in _BOOK:
        return ()
    x, y = camera.point(prop.at)
    marks = _traced(prop.kind, prop.width, prop.facing == -1)
    return (Group(marks, role=prop.kind, matrix=place(x, y, camera.scale, mirrored=prop.facing == -1)),)


@lru_cache(maxsize=256)
def _traced(kind: str, width: float, mirrored: bool) -> tuple[Mark, ...]:
    usual, _, _, ink, drawn = _BOOK[kind]
    trace = Tracing(ink, mirrored)
    drawn(trace, round(width, 1) or usual)
    return trace.marks()
