"""The field: what the letterer sees of a stage. Boxes to keep free, mouths to aim at, and the lines to place, all in
ems.

An em is the type size of the page, so one field serves every format.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from kokko_ethics.geometry import Box, Point
from kokko_ethics.staging.model import Figure, Stage
from kokko_ethics.story.model import Line, LineKind
from kokko_ethics.typeface import Face
from kokko_ethics.typesetting import BALLOON, CAPTION, Contour, Shape, shapes, with_contour

WIDEST = 30.0
"""No balloon is wider than this, in ems: longer lines are hard to follow (Selkokeskus: 55 to 60 characters at most)."""
_WRITTEN_ON = frozenset({"wall-calendar", "wall-screen", "poster", "door-sign"})
"""Things on walls that a sign which nobody holds is written on."""
MARGIN = 0.5
"""Air between the frame and what stands in the panel, in ems."""

_FACES: dict[LineKind, Face] = {
    "whisper": "whisper", "caption": "caption", "voice-over": "caption", "sound": "sound", "sign": "sign",
}  # fmt: skip
CLOUD = Contour(2.5, 0.75, 0.65)
BURST = Contour(2.3, 0.85, 0.75)
_GROWS: dict[LineKind, tuple[Contour, float, float]] = {
    "thought": (CLOUD, 1.7, 1.7),
    "shout": (BURST, 1.8, 1.5),
    "song": (BALLOON, 2.2, 0.3),
}
SOUND_SCALE = 1.9
"""Sound effects are this much larger than the lettering."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a tail aims at: a mouth (with its head), a phone or screen, or the frame (``edge``) for who is not in the
    picture."""

    speaker: str
    point: Point
    head: Box | None
    owner: int
    edge: bool = False

    def mirrored(self, width: float) -> Target:
        """The same in the mirror of a field so wide."""
        head = replace(self.head, x=width - self.head.right) if self.head else None
        return replace(self, point=(width - self.point[0], self.point[1]), head=head)


@dataclass(frozen=True, slots=True)
class Item:
    """A line to be placed, with the shapes that its words can take. ``joined`` says that the same person just spoke."""

    line: Line
    shapes: tuple[Shape, ...]
    targets: tuple[Target, ...]
    joined: bool
    tailed: bool
    docked: bool
    anchor: Point | None = None
    """Where a sign belongs: the middle of the tag, card or screen that somebody holds or wears."""

    def mirrored(self, width: float) -> Item:
        """The same in the mirror of a field so wide."""
        anchor = (width - self.anchor[0], self.anchor[1]) if self.anchor else None
        return replace(self, targets=tuple(target.mirrored(width) for target in self.targets), anchor=anchor)


@dataclass(frozen=True, slots=True)
class Field:
    """A panel to be lettered, in ems: its size, the heads and trunks in it, the hands (and the things that the script
    names), and the items in reading order."""

    w: float
    h: float
    heads: tuple[Box, ...]
    bodies: tuple[Box, ...]
    hands: tuple[Box, ...]
    items: tuple[Item, ...]
    backwards: bool = False
    """Whether it is read from right to left."""

    @property
    def diagonal(self) -> float:
        """The panel's diagonal, the measure of distances in it."""
        return math.hypot(self.w, self.h)

    @property
    def mirrored(self) -> Field:
        """The field as a mirror shows it, read the other way."""
        kinds = (self.heads, self.bodies, self.hands)
        heads, bodies, hands = (tuple(replace(box, x=self.w - box.right) for box in boxes) for boxes in kinds)
        items = tuple(item.mirrored(self.w) for item in self.items)
        return Field(self.w, self.h, heads, bodies, hands, items, not self.backwards)


def runs_of(line: Line) -> tuple[tuple[str, Face], ...]:
    """The words of a line with the face that each run is set in."""
    plain = _FACES.get(line.kind, "lettering")
    strong: Face = "caption-stress" if plain == "caption" else "stress"
    loud: Face = "caption-stress" if plain == "caption" else "loud"
    if plain in {"sound", "sign"}:
        strong = loud = plain
    if line.kind == "shout":
        plain = "stress"
    faces: dict[str, Face] = {"plain": plain, "stress": strong, "loud": loud}
    return tuple((run.text, faces[run.emphasis]) for run in line.words.runs)


def shapes_of(line: Line, lang: str) -> tuple[Shape, ...]:
    """All shapes that a line can take, in ems, widest room (30 em)."""
    boxed = line.kind in {"caption", "voice-over", "sign", "sound"} or line.channel in {"phone", "screen"}
    found = shapes(runs_of(line), line.words.lang or lang, WIDEST, CAPTION if boxed else BALLOON)
    if line.kind in _GROWS and not boxed:
        contour, dx, dy = _GROWS[line.kind]
        return tuple(with_contour(shape, contour, dx, dy) for shape in found)
    return found


def field_of(stage: Stage, lines: tuple[Line, ...], lang: str, size: float) -> Field:
    """The field of a stage at type size ``size`` (points). Signs and sounds are items too."""
    figures = stage.figures
    items = []
    sheets = iter([prop.box for prop in stage.props if prop.kind == "sheet-from-above"])
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else None
        after = lines[i + 1] if i + 1 < len(lines) else None
        item = _item(stage, line, before, after, lang, size)
        sheet = next(sheets, None) if line.kind == "sign" else None
        items.append(replace(item, anchor=_em(sheet.mapped(stage.camera.matrix), size).centre) if sheet else item)
    w, h = stage.camera.width / size, stage.camera.height / size
    return Field(
        w,
        h,
        tuple(_em(figure.head, size) for figure in figures),
        tuple(_em(figure.body, size) for figure in figures),
        (*(_em(hand, size) for figure in figures for hand in figure.hands), *(_em(box, size) for box in stage.named)),
        tuple(items),
        stage.backwards,
    )


def _item(stage: Stage, line: Line, before: Line | None, after: Line | None, lang: str, size: float) -> Item:
    spoken = line.kind not in {"caption", "voice-over", "sound", "sign"}
    targets = tuple(_targets(stage, line, size)) if spoken else ()
    return Item(
        line,
        shapes_of(line, lang),
        targets,
        joined=spoken and _same_voice(before, line),
        tailed=spoken and not _same_voice(line, after),
        docked=line.kind in {"caption", "voice-over"},
        anchor=_anchor(stage, line, size) if line.kind == "sign" else None,
    )


def _anchor(stage: Stage, line: Line, size: float) -> Point | None:
    """The middle of what the holder of a sign shows, or of the thing on the wall that the script names, if they can be
    seen."""
    for figure in stage.figures:
        if figure.member.id in line.speakers:
            box = figure.pose.surface.mapped(figure.matrix) if figure.pose.surface else figure.body
            x, y = box.centre if figure.pose.surface else (box.centre[0], box.y + box.h * 0.2)
            return (x / size, min(y, stage.camera.height - 1.2 * size) / size)
    hung = [prop.box for prop in stage.props if prop.named and prop.kind in _WRITTEN_ON and not line.speakers]
    if hung:
        return _em(hung[0].mapped(stage.camera.matrix), size).centre
    if stage.view or stage.shot == "detail":
        return (stage.camera.width / 2 / size, stage.camera.height * 0.6 / size)
    return None


def _same_voice(a: Line | None, b: Line | None) -> bool:
    """Whether two lines are one person speaking on in the same voice, so that a neck joins their balloons."""
    return (
        a is not None
        and b is not None
        and a.speakers == b.speakers
        and len(a.speakers) == 1
        and a.kind == b.kind
        and a.channel == b.channel
        and a.kind not in {"caption", "voice-over", "sound", "sign"}
    )


def _targets(stage: Stage, line: Line, size: float) -> list[Target]:
    seen = {figure.member.id: i for i, figure in enumerate(stage.figures)}
    if line.channel in {"phone", "screen"}:
        return [_device(stage, line, size)]
    out = []
    for speaker in line.speakers:
        if line.channel == "seen" and speaker in seen and _in_picture(stage, stage.figures[seen[speaker]]):
            figure = stage.figures[seen[speaker]]
            x, y = figure.mouth
            out.append(Target(speaker, (x / size, y / size), _em(figure.head, size), seen[speaker]))
        else:
            out.append(Target(speaker, (0.0, 0.0), None, -1, edge=True))
    return out


def _in_picture(stage: Stage, figure: Figure) -> bool:
    """Whether somebody's mouth can be seen: in a detail, heads stay outside."""
    x, y = figure.mouth
    return 0 <= x <= stage.camera.width and 0 <= y <= stage.camera.height


def _device(stage: Stage, line: Line, size: float) -> Target:
    speaker = line.speakers[0] if line.speakers else ""
    for figure in stage.figures:
        if figure.member.id != speaker and _holds(figure, line.channel) and figure.pose.surface:
            box = _em(figure.pose.surface.mapped(figure.matrix), size)
            return Target(speaker, (box.centre[0], box.y), None, -1)
    return Target(speaker, (0.0, 0.0), None, -1, edge=True)


def _holds(figure: Figure, channel: str) -> bool:
    return ("holds-phone" if channel == "phone" else "holds-laptop") in figure.pose.actions


def _em(box: Box, size: float) -> Box:
    return Box(box.x / size, box.y / size, box.w / size, box.h / size)
