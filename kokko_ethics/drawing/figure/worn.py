"""Worn things: what tells somebody apart in black and white. Badge, bow tie, necklace, lanyard with cards, tool pouch,
backpack …"""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.ink import disc, flat, limb, polygon, rounded, solid, spline, stroke, turned
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Pose
from kokko_ethics.story.model import Look


def draw_worn(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """Everything worn on the front, in the order of the look."""
    marks: list[Mark] = []
    for item in look.wears:
        marks += _ITEMS.get(item, _nothing)(pose, look, dark)
    if look.glasses == "reading-on-chain":
        marks += _glasses_on_chain(pose, look, dark)
    if "earplugs" in look.aids:
        marks += _earplugs(pose, look, dark)
    if "earpiece" in look.aids:
        marks += _earpiece(pose)
    return marks


def draw_on_back(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """What hangs on the back, drawn behind the trunk."""
    if "backpack" not in look.wears:
        return []
    lean = pose.joint("shoulders")[0]
    bag = [(lean - 52, -172), (lean - 78, -170), (lean - 100, -140), (-104, -80), (-92, -38), (-40, -34), (-30, -150)]
    notes = [((-96, -120), "#f6c945", -10.0), ((-88, -92), "#f08a8a", 8.0), ((-100, -70), "#8fd0c0", -4.0)]
    stuck = [
        Path(
            polygon(turned([(x - 11, y - 11), (x + 11, y - 11), (x + 11, y + 11), (x - 11, y + 11)], turn, (x, y)), 1),
            colour,
            INK,
            2.4,
        )
        for (x, y), colour, turn in notes
    ]
    return [
        *solid(bag, "#5b6fa8", dark, depth=9),
        stroke([(lean - 60, -176), (lean - 70, -190), (lean - 50, -190)], 5, start=1, end=1),
        *stuck,
    ]


def _nothing(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    return []


def _badge(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """An old bus driver's badge on the far lapel, where no idle arm hides it."""
    x, y = pose.joint("neck")[0] + 30, pose.joint("neck")[1] + 42
    bus = [(x - 7, y - 4), (x + 5, y - 4), (x + 7, y), (x + 7, y + 4), (x - 7, y + 4)]
    return [
        *solid(disc((x, y), 11.5), "#cfd6da", dark, depth=3, width=3.4, places=1), Path(polygon(bus, 1), "#35618e"),
    ]  # fmt: skip


def _bow_tie(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    x, y = x + 2, y + 34
    left, right = (
        [(x, y), (x - 10, y - 9), (x - 23, y - 12), (x - 24, y + 12), (x - 10, y + 9)],
        [(x, y), (x + 9, y - 9), (x + 20, y - 12), (x + 21, y + 12), (x + 9, y + 9)],
    )
    return [
        *solid(left, "#a8324a", dark, depth=4, width=3.4, places=1),
        *solid(right, "#a8324a", dark, depth=4, width=3.4, places=1),
        *solid(disc((x, y), 5.5, 7, 6), "#7d2237", dark, depth=0, width=3, places=1),
    ]


def _necklace(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """Large beads on the breast."""
    x, y = pose.joint("neck")
    spots = [
        (x - 22, y + 22, 6.5),
        (x - 15, y + 36, 8.0),
        (x - 2, y + 45, 9.5),
        (x + 12, y + 38, 8.0),
        (x + 21, y + 24, 6.5),
    ]
    marks: list[Mark] = []
    for i, (bx, by, r) in enumerate(spots):
        marks += solid(disc((bx, by), r, count=6), ("#c8553d", "#e2b33c")[i % 2], dark, depth=2.5, width=3, places=1)
    return marks


def _lanyard(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """A lanyard with three cards: green, yellow, red, each with its own sign."""
    x, y = pose.joint("neck")
    band = [
        stroke([(x - 22, y + 6), (x - 12, y + 40), (8, -104)], 4, start=1, end=1, colour="#35618e"),
        stroke([(x + 22, y + 6), (x + 16, y + 36), (14, -104)], 4, start=1, end=1, colour="#35618e"),
    ]
    marks: list[Mark] = list(band)
    for dx, colour, turn in ((-11, "#cf4a3c", 14.0), (11, "#5fa45a", -12.0), (0, "#f6c945", 0.0)):
        card = turned(
            [(11 + dx - 12, -104), (11 + dx + 12, -104), (11 + dx + 12, -70), (11 + dx - 12, -70)], turn, (11, -104)
        )
        marks.append(Path(polygon(card, 1), colour, INK, 2.8))
    return [*marks, flat(disc((11, -86), 6), "#fffdf6", places=1)]


def _tool_pouch(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """A tool pouch on the belt, used as a handbag."""
    strap = stroke([(-50 * look.build, -24), (0, -14), (48 * look.build, -24)], 8, start=1, end=1, colour="#6b4a2f")
    pouch = [(-40, -16), (-2, -14), (2, 28), (-8, 40), (-32, 38), (-42, 26)]
    tools = [
        *solid(limb([(-31, -36), (-30, -10)], [9, 9], 1), "#c8553d", dark, depth=2, width=3),
        *solid(limb([(-14, -32), (-14, -10)], [8, 8], 1), "#e2b33c", dark, depth=2, width=3),
    ]
    return [strap, *tools, *solid(pouch, "#c08a4a", dark, depth=6), stroke([(-38, 6), (-20, 13), (-1, 9)], 2.6)]


def _glasses_on_chain(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    chain = [
        stroke([(x - 21, y + 4), (x - 20, y + 36), (x - 8, y + 62)], 2.4, start=1, end=1, colour="#8a6d2f"),
        stroke([(x + 20, y + 4), (x + 22, y + 34), (x + 16, y + 62)], 2.4, start=1, end=1, colour="#8a6d2f"),
    ]
    lenses = [Path(spline_ring, "#dfeef2", INK, 3.0) for spline_ring in (_ring(x - 8, y + 69), _ring(x + 16, y + 69))]
    return [*chain, *lenses, stroke([(x + 2, y + 68), (x + 6, y + 68)], 3, start=1, end=1)]


def _ring(x: float, y: float) -> str:
    return spline(disc((x, y), 10.5, 8.5), places=1)


def _earplugs(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    cord = stroke(
        [(x - 22, y + 8), (x - 14, y + 34), (x + 4, y + 44), (x + 20, y + 32), (x + 23, y + 8)],
        3.0,
        start=1,
        end=1,
        colour="#f0a53a",
    )
    return [
        cord,
        *solid(disc((x - 4, y + 48), 5, count=6), "#f0a53a", dark, depth=2, width=2.8, places=1),
        *solid(disc((x + 8, y + 46), 5, count=6), "#f0a53a", dark, depth=2, width=2.8, places=1),
    ]


def _earpiece(pose: Pose) -> list[Mark]:
    """One earpiece: its cord runs from below the hair to the phone in the breast pocket."""
    x, y = pose.joint("neck")
    cord = [(x + 24, y - 14), (x + 34, y + 16), (x + 27, y + 46), (x + 34, y + 66)]
    phone = [(x + 25, y + 58), (x + 42, y + 57), (x + 42, y + 79), (x + 25, y + 80)]
    return [
        Path(polygon(phone), "#bfe0ea", INK, 3.0), stroke([(x + 22, y + 76), (x + 45, y + 74)], 3.4, start=1, end=1),
        stroke(cord, 3.0, start=1, end=1, colour="#fbfaf5", places=0),
    ]  # fmt: skip


def _strap(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """The straps of a backpack in front."""
    lean = pose.joint("shoulders")[0]
    return [
        *solid(
            limb([(lean - 32, -176), (lean - 36, -140), (-34, -104)], [13, 13, 12], 1),
            "#465a94",
            dark,
            depth=3,
            width=3.4,
        )
    ]


def _name_tag(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    return [
        Path(polygon(rounded(-6, -128, 34, 22), 1), "#fffdf6", INK, 2.8),
        stroke([(0, -116), (22, -116)], 2.4, start=1, end=1, colour="#9aa3ad"),
    ]


_ITEMS: dict[str, Callable[[Pose, Look, Point], list[Mark]]] = {
    "badge": _badge, "bow-tie": _bow_tie, "necklace": _necklace, "lanyard-cards": _lanyard, "tool-pouch": _tool_pouch,
    "backpack": _strap, "name-tag": _name_tag,
}  # fmt: skip
