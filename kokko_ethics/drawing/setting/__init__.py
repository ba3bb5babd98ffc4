"""Setting: the backdrop of a panel, drawn behind the people in muted colours and thin tinted lines."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.model import Mark
from kokko_ethics.drawing.setting.bus import bus
from kokko_ethics.drawing.setting.homes import home, kitchen
from kokko_ethics.drawing.setting.outdoors import bus_stop, park, street
from kokko_ethics.drawing.setting.palette import palette_of
from kokko_ethics.drawing.setting.plain import detail, from_above, nowhere
from kokko_ethics.drawing.setting.public import clinic, lecture_hall
from kokko_ethics.drawing.setting.rooms import cafe, corridor, meeting_room, office
from kokko_ethics.drawing.setting.screens import online_meeting
from kokko_ethics.drawing.setting.sheet import Sheet
from kokko_ethics.staging.model import Stage

__all__ = ["PLACES", "draw_setting"]

PLACES: dict[str, Callable[[Sheet], None]] = {
    "meeting-room": meeting_room,
    "office": office,
    "cafe": cafe,
    "corridor": corridor,
    "home": home,
    "kitchen": kitchen,
    "clinic": clinic,
    "lecture-hall": lecture_hall,
    "park": park,
    "bus-stop": bus_stop,
    "bus": bus,
    "street": street,
    "online-meeting": online_meeting,
    "nowhere": nowhere,
}
"""What draws each place of the script format."""


def draw_setting(stage: Stage) -> tuple[Mark, ...]:
    """The whole backdrop of ``stage``, in panel points; it covers the panel. An unknown place looks like nowhere."""
    sheet = Sheet(stage, palette_of(stage.place, stage.time))
    if stage.view:
        from_above(sheet)
    elif stage.shot == "detail":
        detail(sheet)
    else:
        PLACES.get(stage.place, nowhere)(sheet)
    return sheet.marks()
