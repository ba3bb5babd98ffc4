"""Balloons, captions, sound effects and signs as marks, in reading order."""

from __future__ import annotations

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Group, Mark, Path, Text
from kokko_ethics.geometry import Box, Point, number
from kokko_ethics.house_style import CAPTION_GROUND, INK, PAPER
from kokko_ethics.lettering.model import Balloon

_LINE = 1.25
"""Thickness of a balloon's outline, in points: thinner than the people's ink, so that faces win."""
_SIGN_GROUND = "#ffffff"
_SOUND_FILL, _SOUND_EDGE = "#f2b134", 3.2
_GROUNDS = {"whisper": "#f7f5ef", "thought": "#fdfcff", "aside": "#f3f1ea"}


def draw_balloons(balloons: tuple[Balloon, ...], lang: str) -> tuple[Mark, ...]:
    """All lettering of a panel. Necks between joined balloons lie over both outlines, so that the two read as one."""
    return tuple(_GROUPS.get(balloon.line.kind, _balloon)(balloon, lang) for balloon in balloons)


def _data(balloon: Balloon, *, kind: bool = True) -> tuple[tuple[str, str], ...]:
    line = balloon.line
    named = (
        ("kind", line.channel if line.channel in {"phone", "screen"} else line.kind),
        ("speaker", " ".join(line.speakers)),
    )
    return (*(named if kind else ()), ("order", str(balloon.order)))


def _words(balloon: Balloon, lang: str, fill: str = INK) -> Text:
    return Text(balloon.lines, balloon.size, fill, balloon.line.words.lang or lang, turn=balloon.turn)


def _balloon(balloon: Balloon, lang: str) -> Group:
    line = balloon.line
    dash = (3.2, 2.4) if line.kind == "whisper" else ()
    width = 2.0 if line.kind == "shout" else 0.8 if line.kind == "aside" else _LINE
    ground = _GROUNDS.get(line.kind, PAPER)
    marks: list[Mark] = [Path(balloon.outline, ground, INK, width, role="outline", dash=dash)]
    marks += [Path(_oval(bubble), ground, INK, _LINE, role="bubble") for bubble in balloon.trail]
    if balloon.bridge:
        fill, edges = balloon.bridge.split("|")
        marks += [Path(fill, ground, role="neck"), Path(edges, "", INK, width, role="neck")]
    if line.kind == "song":
        marks += _notes(balloon)
    sides = (balloon.box.right, balloon.box.x) if right_to_left(lang) else (balloon.box.x, balloon.box.right)
    for is_open, x in zip((line.carried_on, line.carries_on), sides, strict=True):
        if is_open:
            marks.append(_open_end(balloon, x, ground))
    return Group((*marks, _words(balloon, lang)), "balloon", _data(balloon), line.id)


def _open_end(balloon: Balloon, x: float, ground: str) -> Path:
    """A gap in the outline at the side where the words come from, or go on to, another panel."""
    y, half = balloon.box.centre[1], min(balloon.size * 0.55, balloon.box.h * 0.22)
    d = f"M{number(x)} {number(y - half)}L{number(x)} {number(y + half)}"
    return Path(d, "", ground, _LINE * 2.6, role="open-end")


def _caption(balloon: Balloon, lang: str) -> Group:
    outline = Path(balloon.outline, CAPTION_GROUND, INK, 1.0, role="outline")
    return Group((outline, _words(balloon, lang)), "caption", _data(balloon, kind=False), balloon.line.id)


def _sound(balloon: Balloon, lang: str) -> Group:
    under = Text(balloon.lines, balloon.size, INK, lang, "edge", INK, _SOUND_EDGE, balloon.turn)
    return Group((under, _words(balloon, lang, _SOUND_FILL)), "sound", _data(balloon, kind=False), balloon.line.id)


def _sign(balloon: Balloon, lang: str) -> Group:
    outline = Path(balloon.outline, _SIGN_GROUND, INK, 1.0, role="outline")
    return Group((outline, _words(balloon, lang)), "sign", _data(balloon, kind=False), balloon.line.id)


_GROUPS = {"caption": _caption, "voice-over": _caption, "sound": _sound, "sign": _sign}


def _notes(balloon: Balloon) -> list[Mark]:
    """A note at each end of the first line: a song is a song without its words, too."""
    em = balloon.size
    y = balloon.box.centre[1]
    return [_note((balloon.box.x + em * 0.75, y), em), _note((balloon.box.right - em * 0.75, y), em)]


def _note(at: Point, em: float) -> Path:
    x, y = at
    head = Box(x - em * 0.30, y + em * 0.18, em * 0.42, em * 0.32)
    stem = f"M{number(x + em * 0.08)} {number(y + em * 0.34)}L{number(x + em * 0.08)} {number(y - em * 0.5)}"
    flag = f"Q{number(x + em * 0.42)} {number(y - em * 0.34)} {number(x + em * 0.30)} {number(y + em * 0.02)}"
    return Path(_oval(head) + stem + flag, "", INK, em * 0.11, role="note")


def _oval(box: Box) -> str:
    k = 0.5523
    (cx, cy), rx, ry = box.centre, box.w / 2, box.h / 2
    points = (
        (cx - rx, cy), (cx - rx, cy - ry * k), (cx - rx * k, cy - ry), (cx, cy - ry), (cx + rx * k, cy - ry), (cx + rx,
        cy - ry * k),
        (cx + rx, cy), (cx + rx, cy + ry * k), (cx + rx * k, cy + ry), (cx, cy + ry), (cx - rx * k, cy + ry), (cx - rx,
        cy + ry * k),
        (cx - rx, cy),
    )  # fmt: skip
    xy = [f"{number(x)} {number(y)}" for x, y in points]
    return f"M{xy[0]}" + "".join(f"C{xy[i]} {xy[i + 1]} {xy[i + 2]}" for i in (1, 4, 7, 10)) + "Z"
