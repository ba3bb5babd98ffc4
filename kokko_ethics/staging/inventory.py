"""Inventory: every thing that a panel can show, how large it is and where it may stand. Facts only; ``drawing/props``
draws them.

Things that are held or lie on tables are a little larger than life, so that small panels read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kokko_ethics.story.model import Stand

Layer = Literal["back", "front"]


@dataclass(frozen=True, slots=True)
class Article:
    """A kind of thing: the width and height of its box in centimetres, and the surfaces that it may stand on, the usual
    one first; none for what only the house itself lays out. The box stands on the middle of its lower edge."""

    width: float
    height: float
    stands: tuple[Stand, ...] = ("table",)
    layer: Layer = "front"


def _on_floor(width: float, height: float) -> Article:
    return Article(width, height, ("floor",), "back")


def _on_wall(width: float, height: float) -> Article:
    return Article(width, height, ("wall",), "back")


def _anywhere(width: float, height: float) -> Article:
    return Article(width, height, ("table", "floor"))


INVENTORY: dict[str, Article] = {
    "table": Article(180, 79, ()), "cafe-table": Article(80, 79, ()), "desk": Article(140, 79, ()),
    "cup-from-above": Article(20, 20, (), "back"), "sheet-from-above": Article(38, 31, (), "back"),
    "pen-from-above": Article(16, 8, (), "back"),
    "cup": Article(18, 13), "thermos": Article(26, 34), "coffee-pot": Article(30, 31), "glass": Article(12, 13),
    "water-jug": Article(28, 29), "bun": Article(22, 12), "bun-halves": Article(34, 13),
    "cracked-mug": Article(26, 14), "mended-mug": Article(20, 28),
    "soup": Article(42, 19), "cards": Article(40, 17),
    "cookies": Article(30, 10), "cake": Article(36, 21),
    "fruit-bowl": Article(32, 20), "candle": Article(14, 26), "flowers": Article(28, 38),
    "paper": Article(28, 6), "papers": Article(30, 8), "name-tag": Article(20, 9), "sticky-notes": Article(28, 8),
    "envelope": Article(26, 8), "folder": Article(30, 9), "notebook": Article(32, 8), "book": Article(25, 7),
    "pen": Article(15, 4), "calendar": Article(25, 18), "laptop": Article(38, 27), "laptop-meeting": Article(42, 29),
    "tablet": Article(25, 20), "phone": Article(16, 5), "microphone": Article(15, 29), "headphones": Article(26, 17),
    "pressure-meter": Article(36, 13), "medicine": Article(33, 8), "tissues": Article(28, 21),
    "glasses": Article(24, 8),
    "keys": Article(23, 8), "wallet": Article(23, 10), "gift": _anywhere(25, 26), "teddy": _anywhere(28, 31),
    "ball": Article(23, 23, ("floor", "table"), "back"),
    "backpack": _on_floor(36, 48), "handbag": Article(34, 33, ("floor", "table"), "back"), "box": _on_floor(42, 31),
    "umbrella": _on_floor(28, 90), "suitcase": _on_floor(42, 85), "bin": _on_floor(32, 46), "stool": _on_floor(34, 50),
    "chair": _on_floor(46, 90), "plant": _on_floor(64, 102), "lamp": _on_floor(40, 160),
    "coat-rack": _on_floor(52, 177),
    "camera": _on_floor(66, 160), "flip-chart": _on_floor(74, 181),
    "bicycle": _on_floor(168, 104), "guide-dog": _on_floor(112, 50),
    "cat": _on_floor(50, 45),
    "wall-calendar": _on_wall(40, 57), "clock": _on_wall(30, 30), "wall-screen": _on_wall(118, 72),
    "poster": _on_wall(50, 72), "door-sign": _on_wall(32, 20),
}  # fmt: skip
"""Kind → article, in groups as a shop would shelve them."""
