"""The letterer: places the lines of a staged panel and turns places into finished balloons, in points."""

from __future__ import annotations

import math

from kokko_ethics.directions import runs_right_to_left
from kokko_ethics.drawing.model import TextLine
from kokko_ethics.geometry import Box, Point
from kokko_ethics.lettering import outline
from kokko_ethics.lettering.field import SOUND_SCALE, Field, Item, Target, field_of
from kokko_ethics.lettering.judging import TAIL_WIDTH, judge
from kokko_ethics.lettering.model import Balloon, Broken, Lettering, Placed, Tail
from kokko_ethics.lettering.placing import arrange
from kokko_ethics.lettering.tails import tip
from kokko_ethics.staging.model import Stage
from kokko_ethics.story.model import Line
from kokko_ethics.typesetting import Shape, set_lines

NECK_WIDTH = 1.0
_DEVICE_CORNER = 0.7
"""Less than the air beside and above the words together, so that no cut corner touches them."""
_TURN = -7.0


def letter(
    stage: Stage, lines: tuple[Line, ...], lang: str, size: float, placed: tuple[Placed, ...] | None = None
) -> Lettering:
    """Letters ``stage`` with ``lines`` (reading order) at type size ``size`` points; where it is known what the search
    finds, ``placed`` spares it.

    If the words find no legal place, the lettering is empty and says so as broken rule H1.
    """
    field = field_of(stage, lines, lang, size)
    placed = arrange(field) if placed is None else placed
    if placed is None:
        return Lettering(stage, (), 0.0, (Broken("H1", _culprit(field), _excess(field) * size),))
    verdict = judge(field, placed)
    balloons = tuple(_balloon(field, placed, i, lang, size) for i in range(len(placed)))
    broken = tuple(Broken(rule, i + 1, by * size) for rule, i, by in verdict.broken)
    return Lettering(stage, balloons, verdict.score, broken, placed)


def _culprit(field: Field) -> int:
    """The order of the item to name when nothing fits: the one that needs most room."""
    needs = [min((s.w * s.h for s in item.shapes), default=math.inf) for item in field.items]
    return needs.index(max(needs)) + 1 if needs else 0


def _excess(field: Field) -> float:
    """By how many ems in height the words outgrow the room above the heads (at least half an em, so that it is never
    "0")."""
    need = sum(min((s.w * s.h for s in item.shapes), default=field.w * 4) for item in field.items) / max(
        1.0, field.w - 1
    )
    sky = min((head.y for head in field.heads), default=field.h)
    return max(0.5, need - sky)


def _balloon(field: Field, placed: tuple[Placed, ...], i: int, lang: str, size: float) -> Balloon:
    item, p = field.items[i], placed[i]
    shape = item.shapes[p.shape]
    box = Box(p.x * size, p.y * size, p.w * size, p.h * size)
    scale = size * (SOUND_SCALE if item.line.kind == "sound" else 1.0)
    lines = _text_lines(item, shape, box, item.line.words.lang or lang, scale)
    text = Box(
        min(line.x for line in lines),
        lines[0].y - shape.hand.above * scale,
        max(line.width for line in lines),
        shape.text_height * scale,
    )
    tails = tuple(_tail(target, t, size) for target, t in zip(item.targets, p.tails, strict=False))
    trail = tuple(bubble for tail in tails for bubble in _trail(tail, size)) if item.line.kind == "thought" else ()
    bridge = ""
    if item.joined and i:
        q = placed[i - 1]
        bridge = "|".join(outline.neck(Box(q.x * size, q.y * size, q.w * size, q.h * size), box, NECK_WIDTH * size))
    turn = (-_TURN if field.backwards else _TURN) if item.line.kind == "sound" else 0.0
    return Balloon(
        item.line, i + 1, box, text, lines, scale, _outline(item.line, box, tails, size), tails, trail, bridge, turn
    )


def _outline(line: Line, box: Box, tails: tuple[Tail, ...], size: float) -> str:
    if line.channel in {"phone", "screen"}:
        return outline.device(box, tails, _DEVICE_CORNER * size)
    if line.kind in {"caption", "voice-over", "sign"}:
        return outline.plate(box, size * 0.14)
    if line.kind == "sound":
        return ""
    if line.kind == "thought":
        return outline.cloud(box)
    if line.kind == "shout":
        return outline.burst(box, tails)
    return outline.smooth_balloon(box, tails)


def _text_lines(item: Item, shape: Shape, box: Box, lang: str, scale: float) -> tuple[TextLine, ...]:
    """The lines in place: centred in a balloon, flush with the side where they begin in a caption; centred on the box
    by the height of the capitals."""
    flush = item.line.kind in {"caption", "voice-over"}
    backwards = runs_right_to_left(item.line.words.plain, lang)
    y = box.centre[1] - shape.text_height * scale / 2 + shape.hand.above * scale
    air = shape.contour.air_x * scale
    out = []
    for runs, width in set_lines(shape.lines, lang, scale):
        start = box.right - air - width if backwards else box.x + air
        out.append(TextLine(start if flush else box.centre[0] - width / 2, y, width, runs))
        y += shape.hand.leading * scale
    return tuple(out)


def _tail(target: Target, segment: tuple[float, float, float, float], size: float) -> Tail:
    root, aim = (segment[0], segment[1]), (segment[2], segment[3])
    end: Point = aim if target.head is None else tip(root, aim, target.head)
    if target.head is None and not target.edge:
        end = (root[0] + (aim[0] - root[0]) * 0.85, root[1] + (aim[1] - root[1]) * 0.85)
    start, stop, mouth = ((x * size, y * size) for x, y in (root, end, aim))
    return Tail(target.speaker, start, stop, mouth, TAIL_WIDTH * size)


def _trail(tail: Tail, size: float) -> list[Box]:
    """Three bubbles, smaller and smaller, from the cloud towards the head."""
    (rx, ry), (tx, ty) = tail.root, tail.tip
    out = []
    for share, radius in ((0.30, 0.46), (0.66, 0.32), (0.98, 0.2)):
        r = radius * size
        x, y = rx + (tx - rx) * share, ry + (ty - ry) * share
        out.append(Box(x - r, y - r * 0.85, 2 * r, 1.7 * r))
    return out
