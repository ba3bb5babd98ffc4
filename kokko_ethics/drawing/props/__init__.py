"""Props: things that people use or that a story points at, inked like the people themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from kokko_ethics.drawing.artwork import draw_artwork
from kokko_ethics.drawing.model import Group, Mark
from kokko_ethics.drawing.props import belongings, comforts, devices, from_above, furniture, tables, things
from kokko_ethics.drawing.props.tracing import Tracing
from kokko_ethics.geometry import place
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.staging.model import Camera, Prop

__all__ = ["PROP_KINDS", "draw_prop"]

_BOOK: dict[str, tuple[float, Callable[[Tracing, float], None]]] = {
    "table": (1.5, tables.table), "cafe-table": (1.5, tables.cafe_table), "desk": (1.5, tables.desk),
    "chair": (1.4, tables.chair), "stool": (1.4, belongings.stool),
    "cup": (0.9, things.cup), "thermos": (1.1, things.thermos), "coffee-pot": (1.1, comforts.coffee_pot),
    "glass": (0.8, comforts.glass), "water-jug": (1.0, things.water_jug), "bun": (0.8, things.bun),
    "bun-halves": (0.8, things.bun_halves), "cracked-mug": (0.9, things.cracked_mug),
    "mended-mug": (0.9, things.mended_mug),
    "soup": (0.9, comforts.soup), "cards": (0.8, things.cards), "cookies": (0.8, things.cookies),
    "cake": (0.9, comforts.cake), "fruit-bowl": (0.9, comforts.fruit_bowl),
    "candle": (0.8, comforts.candle), "flowers": (0.9, comforts.flowers),
    "paper": (0.7, things.paper), "papers": (0.7, things.papers), "name-tag": (0.8, things.name_tag),
    "sticky-notes": (0.7, things.sticky_notes), "envelope": (0.8, comforts.envelope), "folder": (0.8, comforts.folder),
    "notebook": (0.8, comforts.notebook), "book": (0.8, things.book), "pen": (0.7, things.pen),
    "calendar": (0.9, things.calendar), "laptop": (1.1, things.laptop), "laptop-meeting": (1.1, devices.laptop_meeting),
    "tablet": (1.0, devices.tablet), "phone": (0.8, things.phone), "microphone": (0.9, devices.microphone),
    "headphones": (0.9, devices.headphones), "pressure-meter": (0.9, devices.pressure_meter),
    "medicine": (0.8, comforts.medicine), "tissues": (0.9, comforts.tissues), "glasses": (0.8, belongings.glasses),
    "keys": (0.8, belongings.keys), "wallet": (0.8, belongings.wallet), "gift": (1.0, belongings.gift),
    "teddy": (1.0, belongings.teddy), "ball": (1.0, belongings.ball),
    "backpack": (1.3, furniture.backpack), "handbag": (1.1, belongings.handbag), "box": (1.3, furniture.box),
    "umbrella": (1.2, belongings.umbrella), "suitcase": (1.3, belongings.suitcase), "bin": (1.2, belongings.bin),
    "plant": (1.3, furniture.plant), "lamp": (1.3, furniture.lamp), "coat-rack": (1.3, furniture.coat_rack),
    "camera": (1.3, devices.camera), "flip-chart": (1.4, furniture.flip_chart), "bicycle": (1.3, belongings.bicycle),
    "guide-dog": (1.3, comforts.guide_dog), "cat": (1.2, comforts.cat),
    "wall-calendar": (1.2, furniture.wall_calendar), "clock": (1.1, furniture.clock),
    "wall-screen": (1.3, devices.wall_screen), "poster": (1.1, belongings.poster),
    "door-sign": (1.0, belongings.door_sign),
    "cup-from-above": (0.7, from_above.cup), "sheet-from-above": (0.7, from_above.sheet),
    "pen-from-above": (0.6, from_above.pen),
}  # fmt: skip
"""Kind → thickness of the ink in centimetres, and what draws it."""
PROP_KINDS = tuple(_BOOK)


def draw_prop(prop: Prop, camera: Camera) -> tuple[Mark, ...]:
    """A prop in panel points; an unknown kind draws nothing."""
    if prop.drawn:
        return (Group((draw_artwork(prop.drawn.artwork, prop.box.mapped(camera.matrix)),), role=prop.kind),)
    if prop.kind not in _BOOK:
        return ()
    x, y = camera.point(prop.at)
    marks = _traced(prop.kind, prop.width, prop.facing == -1)
    return (Group(marks, role=prop.kind, matrix=place(x, y, camera.scale, mirrored=prop.facing == -1)),)


@lru_cache(maxsize=256)
def _traced(kind: str, width: float, mirrored: bool) -> tuple[Mark, ...]:
    ink, drawn = _BOOK[kind]
    trace = Tracing(ink, mirrored)
    drawn(trace, round(width, 1) or INVENTORY[kind].width)
    return trace.marks()
