"""Things in hands: cup, paper, phone, laptop, notebook, pen, name tag, card, calendar, cane. Origin in the middle of
the hand."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.ink import disc, flat, polygon, solid, stroke, turned
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
    return [stroke(row, 2.2, start=1, end=1, colour="#9aa3ad") for row in rows]


def _cup(x: float, y: float, dark: Point) -> list[Mark]:
    body = [
        (x + 2, y - 24),
        (x + 16, y - 26),
        (x + 30, y - 24),
        (x + 28, y - 4),
        (x + 22, y + 6),
        (x + 10, y + 6),
        (x + 4, y - 4),
    ]
    steam = [
        stroke([(x + 12, y - 36), (x + 8, y - 44), (x + 14, y - 52)], 2.2, colour="#b9b2a8"),
        stroke([(x + 21, y - 36), (x + 18, y - 46), (x + 24, y - 54)], 2.2, colour="#b9b2a8"),
    ]
    return [
        *steam,
        *solid(body, "#f4f1ea", dark, depth=6, width=3.8),
        flat(disc((x + 16, y - 24), 12, 3), "#7b4a2d"),
        stroke([(x + 6, y - 12), (x + 27, y - 12)], 3.5, start=1, end=1, colour="#d2694a"),
    ]


def _paper(x: float, y: float, dark: Point) -> list[Mark]:
    return [_sheet(_box(x + 18, y - 24, 44, 58, 8)), *_written(x + 20, y - 42, 26, 5, 8)]


def _open_paper(x: float, y: float, dark: Point) -> list[Mark]:
    left = [(x - 40, y - 52), (x - 2, y - 44), (x - 2, y + 8), (x - 38, y)]
    right = [(x - 2, y - 44), (x + 34, y - 54), (x + 34, y), (x - 2, y + 8)]
    return [_sheet(left), _sheet(right), *_written(x + 16, y - 36, 20, 4, -12), *_written(x - 22, y - 36, 20, 4, 10)]


def _phone(x: float, y: float, dark: Point) -> list[Mark]:
    return [
        Path(polygon(_box(x + 6, y - 16, 24, 44, 8), 1), "#2f3644", INK, 3.4),
        Path(polygon(_box(x + 6, y - 17, 18, 33, 8), 1), "#bfe0ea"),
    ]


def _laptop(x: float, y: float, dark: Point) -> list[Mark]:
    screen = [(x - 4, y - 66), (x + 52, y - 60), (x + 44, y - 4), (x - 8, y - 4)]
    deck = [(x - 52, y - 4), (x + 44, y - 4), (x + 34, y + 6), (x - 50, y + 6)]
    return [
        Path(polygon(screen, 1), "#9aa5ad", INK, 3.4),
        Path(polygon(deck, 1), "#c5cdd3", INK, 3.4),
        flat(disc((x + 21, y - 34), 6), "#e6ecef", places=1),
    ]


def _notebook(x: float, y: float, dark: Point) -> list[Mark]:
    page = [(x - 32, y - 14), (x + 24, y - 18), (x + 30, y + 6), (x - 28, y + 12)]
    return [
        _sheet(page, "#fff6dc"),
        *_written(x - 4, y - 9, 34, 2, -4),
        stroke([(x - 31, y - 14), (x - 27, y + 12)], 4.0, start=1, end=1, colour="#b5544d"),
    ]


def _pen(x: float, y: float, dark: Point) -> list[Mark]:
    return [
        stroke([(x + 14, y + 12), (x, y - 22)], 5.2, start=0.5, end=1, colour="#35618e"),
        stroke([(x + 15, y + 14), (x + 12, y + 7)], 3.0, start=0.3, end=1),
    ]


def _tag(x: float, y: float, dark: Point) -> list[Mark]:
    return [
        _sheet(_box(x + 16, y - 24, 58, 36, -4)),
        Path(polygon(_box(x + 15.3, y - 36.5, 56, 9, -4), 1), "#3b7d8c"),
        *_written(x + 16, y - 22, 36, 2, -4),
    ]


def _card(x: float, y: float, dark: Point) -> list[Mark]:
    return [
        _sheet(_box(x + 10, y - 32, 40, 54, 6), "#f6c945"),
        flat(disc((x + 10, y - 34), 9), "#fffdf6", places=1),
        stroke([(x + 10, y - 41), (x + 10, y - 33)], 3.6, start=1, end=1),
        flat(disc((x + 10, y - 28), 2), INK, places=1),
    ]


def _calendar(x: float, y: float, dark: Point) -> list[Mark]:
    cover = _box(x - 2, y + 14, 50, 58, -6)
    return [
        Path(polygon(cover, 1), "#35618e", INK, 3.4),
        Path(polygon(_box(x, y + 14, 38, 46, -6), 1), _PAPER),
        *_written(x, y + 2, 28, 4, -6),
        stroke([(x - 26, y - 6), (x - 20, y + 44)], 4.0, start=1, end=1, colour="#24466b"),
    ]


_THINGS: dict[str, Callable[[float, float, Point], list[Mark]]] = {
    "cup": _cup, "paper": _paper, "open-paper": _open_paper, "phone": _phone, "laptop": _laptop, "notebook": _notebook,
    "pen": _pen,
    "tag": _tag, "card": _card, "calendar": _calendar,
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
