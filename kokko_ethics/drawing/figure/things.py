"""Things in hands: cup, paper, phone, laptop, notebook, pen, name tag, card, calendar, cane. Origin in the middle of
the hand."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.ink import disc, flat, moved, polygon, solid, spline, stroke, turned
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Limb
from kokko_ethics.staging.skeleton import hand_middle

_PAPER = "#fffdf6"
_FINE = 3.0


def draw_held(limb: Limb, dark: Point, floor: float) -> list[Mark]:
    """What a hand holds, drawn before the hand, so that fingers lie over it. ``floor`` is where a cane ends."""
    if limb.holds == "white-cane":
        return _white_cane(limb, floor)
    if limb.holds == "pen":
        return _pen(limb)
    draw = _THINGS.get(limb.holds)
    return draw(*hand_middle(limb), dark) if draw else []


def _sheet(ring: list[Point], fill: str = _PAPER) -> Path:
    return Path(polygon(ring, 1), fill, INK, _FINE)


def _box(x: float, y: float, w: float, h: float, turn: float) -> list[Point]:
    return turned(
        [(x - w / 2, y - h / 2), (x + w / 2, y - h / 2), (x + w / 2, y + h / 2), (x - w / 2, y + h / 2)], turn, (x, y)
    )


def _written(x: float, y: float, w: float, lines: int, turn: float) -> list[Mark]:
    rows = (
        turned([(x - w / 2, y + k * 9), (x + w / 2 * (0.6 if k == lines - 1 else 1), y + k * 9)], turn, (x, y))
        for k in range(lines)
    )
    return [Path("".join(spline(row, closed=False, places=1) for row in rows), "", "#9aa3ad", 2.2)]


def _cup(x: float, y: float, dark: Point) -> list[Mark]:
    """A cup of coffee, steaming."""
    wisp = [(x + 10, y - 36), (x + 6, y - 45), (x + 12, y - 54)]
    steam = [stroke(moved(wisp, k, 0), 2.4, colour="#b9b2a8") for k in (0, 11)]
    return [*steam, *_mug(x, y, dark)]


def _mug(x: float, y: float, dark: Point) -> list[Mark]:
    """A mug with its handle ahead, so that the fingers close round its side."""
    body = [
        (x - 4, y - 28), (x + 15, y - 30), (x + 34, y - 28), (x + 33, y), (x + 29, y + 19), (x + 15, y + 22),
        (x + 1, y + 19), (x - 3, y),
    ]  # fmt: skip
    handle = [(x + 33, y - 18), (x + 46, y - 17), (x + 46, y + 4), (x + 31, y + 8)]
    return [
        stroke(handle, 9.6, start=1, end=1, places=0), stroke(handle, 4.0, start=1, end=1, colour="#f4f1ea", places=0),
        *solid(body, "#f4f1ea", dark, depth=6, width=4.2), flat(disc((x + 15, y - 27), 15, 3.4, 6), "#7b4a2d"),
        stroke([(x - 1, y - 19), (x + 31, y - 19)], 3.5, start=1, end=1, colour="#d2694a"),
    ]  # fmt: skip


def _paper(x: float, y: float, dark: Point) -> list[Mark]:
    return [_sheet(_box(x + 20, y - 26, 48, 66, 6)), *_written(x + 22, y - 48, 30, 5, 6)]


def _open_paper(x: float, y: float, dark: Point) -> list[Mark]:
    left = [(x - 60, y - 46), (x - 17, y - 38), (x - 17, y + 18), (x - 58, y + 12)]
    right = [(x - 17, y - 38), (x + 26, y - 48), (x + 26, y + 8), (x - 17, y + 18)]
    return [_sheet(left), _sheet(right), *_written(x + 5, y - 30, 28, 4, -12), *_written(x - 38, y - 32, 26, 4, 9)]


def _phone(x: float, y: float, dark: Point) -> list[Mark]:
    return [
        Path(polygon(_box(x + 4, y - 18, 30, 56, 8), 1), "#2f3644", INK, 3.4),
        Path(polygon(_box(x + 4, y - 20, 23, 42, 8), 1), "#bfe0ea"),
    ]


def _laptop(x: float, y: float, dark: Point) -> list[Mark]:
    """A laptop, its lid turned to us, its keys to whoever holds it."""
    lid = [(x + 8, y - 60), (x + 76, y - 64), (x + 66, y - 2), (x, y + 3)]
    deck = [(x - 22, y - 4), (x + 66, y - 4), (x + 58, y + 9), (x - 24, y + 9)]
    return [
        Path(polygon(deck, 1), "#c5cdd3", INK, 3.4), Path(polygon(lid, 1), "#9aa5ad", INK, 3.4),
        flat(disc((x + 38, y - 31), 6.5), "#e6ecef", places=1),
    ]  # fmt: skip


def _notebook(x: float, y: float, dark: Point) -> list[Mark]:
    """A notebook that is written in, its spiral on the left."""
    page = [(x - 38, y - 36), (x + 20, y - 48), (x + 34, y - 2), (x - 28, y + 10)]
    return [
        _sheet(page, "#fff6dc"), *_written(x - 8, y - 31, 38, 4, -12),
        stroke([(x - 38, y - 35), (x - 28, y + 9)], 6.0, start=1, end=1, colour="#b5544d"),
    ]  # fmt: skip


def _pen(limb: Limb) -> list[Mark]:
    """A pen between thumb and fingers; it turns with the hand."""
    tip, collar, end = (
        turned(moved([p], *limb.wrist), limb.turn, limb.wrist)[0] for p in ((58.0, 14.0), (48.0, 5.0), (14.0, -30.0))
    )
    return [
        stroke([tip, end], 9.5, start=1, end=1), stroke([collar, end], 5.0, start=1, end=1, colour="#3f78b5"),
    ]  # fmt: skip


def _tag(x: float, y: float, dark: Point) -> list[Mark]:
    return [
        _sheet(_box(x + 16, y - 24, 62, 40, -4)), Path(polygon(_box(x + 15.2, y - 37, 60, 11, -4), 1), "#3b7d8c"),
        *_written(x + 16, y - 22, 38, 2, -4),
    ]  # fmt: skip


def _card(x: float, y: float, dark: Point) -> list[Mark]:
    """Yellow, with an exclamation mark: wait. Cards differ by their marks too, for those who print in black."""
    return [
        *_coloured_card(x, y, "#f6c945"), stroke([(x + 9, y - 43), (x + 9, y - 35)], 4, start=1, end=1),
        flat(disc((x + 9, y - 30), 2.2, count=4), INK, places=1),
    ]  # fmt: skip


def _green_card(x: float, y: float, dark: Point) -> list[Mark]:
    """Green, with the arrowhead of a play button, which may be mirrored: go on."""
    ahead = [(x + 5, y - 43), (x + 17, y - 36), (x + 5, y - 29)]
    return [*_coloured_card(x, y, "#3f9a5f"), Path(polygon(ahead, 1), INK)]


def _red_card(x: float, y: float, dark: Point) -> list[Mark]:
    """Red, with the bar of a no-entry sign: stop."""
    return [*_coloured_card(x, y, "#c8392f"), stroke([(x + 3, y - 36), (x + 15, y - 36)], 5.4, start=1, end=1)]


def _coloured_card(x: float, y: float, fill: str) -> list[Mark]:
    return [_sheet(_box(x + 8, y - 32, 44, 60, 6), fill), flat(disc((x + 9, y - 36), 11), "#fffdf6", places=1)]


def _calendar(x: float, y: float, dark: Point) -> list[Mark]:
    """A very neat paper calendar, carried under the arm."""
    return [
        Path(polygon(_box(x - 8, y - 6, 58, 74, -5), 1), "#35618e", INK, 3.4),
        Path(polygon(_box(x - 6, y - 6, 44, 62, -5), 1), _PAPER),
        *_written(x - 6, y - 24, 32, 4, -5),
        stroke([(x - 26, y - 32), (x + 10, y - 35)], 6.0, start=1, end=1, colour="#c8553d"),
    ]  # fmt: skip


_THINGS: dict[str, Callable[[float, float, Point], list[Mark]]] = {
    "cup": _cup, "mug": _mug, "paper": _paper, "open-paper": _open_paper, "phone": _phone, "laptop": _laptop,
    "notebook": _notebook, "tag": _tag, "card": _card, "green-card": _green_card,
    "red-card": _red_card, "calendar": _calendar,
}  # fmt: skip


def _white_cane(limb: Limb, floor: float) -> list[Mark]:
    """A white cane from the hand to the floor ahead, its last stretch red."""
    x, y = hand_middle(limb)
    foot = (x + 34, floor - 2)
    knee = (x + 34 * 0.82, y + (floor - y) * 0.82)
    return [
        stroke([(x, y - 10), foot], 11.0, start=1, end=1), stroke([(x, y - 8), (foot[0] - 0.3, foot[1] - 3)], 6.4,
        start=1, end=1, colour="#fbfaf5"),
        stroke([knee, (foot[0] - 0.3, foot[1] - 3)], 6.4, start=1, end=1, colour="#d9433b"), stroke([(x - 2, y - 30),
        (x + 1, y + 2)], 11.0, start=1, end=1),
    ]  # fmt: skip
