"""Foreground: what stands nearer to us than the people, at the edges of a picture, and makes it deep.

It keeps to the sides and low, is softly coloured, and gives way wherever somebody stands.
"""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.ink import disc, spline
from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.drawing.setting.palette import Palette, mix, palette_of, shade
from kokko_ethics.geometry import number
from kokko_ethics.staging.model import Stage

_SHARE, _LOW = 0.07, 0.08
"""How much of the width a thing at a side takes, and of the height what stands along the lower edge."""
_SHOTS = ("wide", "medium", "two-shot")
_AIR = 4.0
"""Points between a person and a thing at the side."""


def draw_foreground(stage: Stage) -> tuple[Mark, ...]:
    """What stands before the people in ``stage``; nothing where it would hide somebody."""
    draw = _NEAR.get(stage.place)
    if draw is None or stage.view or stage.backdrop or stage.shot not in _SHOTS:
        return ()
    w, h = stage.camera.width, stage.camera.height
    if stage.place == "lecture-hall":
        free = stage.shot == "wide" and all(figure.body.y < h * (1 - 2 * _LOW) for figure in stage.figures)
        return draw(_palette(stage), w, h) if free else ()
    reach = w * _SHARE + _AIR
    side = 1 if stage.place in _LEFT else -1
    boxes = [box for figure in stage.figures for box in (figure.head, figure.body, *figure.hands)]
    boxes += list(stage.named)
    for where in (side, -side):
        if all((box.x > reach) if where == 1 else (box.right < w - reach) for box in boxes):
            return tuple(_mirrored(mark, w) if where == -1 else mark for mark in draw(_palette(stage), w, h))
    return ()


def _palette(stage: Stage) -> Palette:
    return palette_of(stage.place, stage.time)


def _band(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"M{number(x0)} {number(y0)}L{number(x1)} {number(y0)}L{number(x1)} {number(y1)}L{number(x0)} {number(y1)}Z"


def _frame(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """The edge of a door through which we look."""
    wide = w * _SHARE
    return (
        Path(_band(-2, -2, wide * 0.62, h + 2), shade(palette.wood, 0.22)),
        Path(_band(wide * 0.62, -2, wide, h + 2), mix(palette.trim, palette.line, 0.25)),
        Path(_band(wide - 1, -2, wide, h + 2), shade(palette.line, 0.2)),
    )


def _curtain(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """A curtain at a window."""
    return _cloth(shade(mix(palette.accent, palette.wall, 0.35), 0.1), w, h)


def _screen(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """The curtain round a couch in a surgery."""
    return _cloth(mix(palette.second, palette.wall, 0.5), w, h)


def _cloth(fill: str, w: float, h: float) -> tuple[Path, ...]:
    wide = w * _SHARE
    folds = "".join(f"M{number(wide * k)} 0L{number(wide * (k - 0.06))} {number(h)}" for k in (0.3, 0.6))
    edge = [(-4, -2), (wide, -2), (wide * 0.9, h * 0.5), (wide * 1.02, h + 4), (-4, h + 4)]
    return (Path(spline(edge, places=1), fill), Path(folds, stroke=shade(fill, 0.18), width=1.0))


def _post(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """A post of steel."""
    wide, fill = w * _SHARE * 0.45, shade(palette.trim, 0.45)
    return (Path(_band(2, -2, 2 + wide, h + 2), fill), Path(_band(2, -2, 2 + wide * 0.35, h + 2), shade(fill, 0.25)))


def _birch(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """The trunk of a birch."""
    wide, bark = w * _SHARE, mix("#efece2", palette.far, 0.15)
    trunk = [(-2, -3), (wide * 0.8, -3), (wide * 0.86, h * 0.5), (wide, h + 4), (-2, h + 4)]
    marks = "".join(
        f"M{number(x * wide)} {number(y * h)}l{number(wide * 0.34)} {number(h * 0.006)}"
        for x, y in ((0.0, 0.12), (0.42, 0.27), (0.05, 0.44), (0.5, 0.58), (0.1, 0.72), (0.46, 0.86))
    )
    return (Path(spline(trunk, places=1), bark), Path(marks, stroke=mix("#4a4650", bark, 0.25), width=2.0))


def _leaves(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """A plant that reaches into the picture from below."""
    fill = shade(mix("#5f9a72", palette.wall, 0.2), 0.12)
    tips = ((0.95, 0.72), (0.7, 0.6), (0.32, 0.56), (1.0, 0.86))
    wide = w * _SHARE
    d = "".join(
        spline([(-4, h + 4), (x * wide * 0.4 - 6, h * (y + 1) / 2), (x * wide, h * y), (x * wide * 0.6 + 5,
               h * (y + 1.1) / 2.1)], places=1)
        for x, y in tips
    )  # fmt: skip
    return (Path(d, fill, shade(fill, 0.2), 0.8),)


def _audience(palette: Palette, w: float, h: float) -> tuple[Path, ...]:
    """The heads of the row before us."""
    fill, size = shade(mix(palette.floor, palette.wood, 0.4), 0.35), h * _LOW
    seats = (0.08, 0.26, 0.45, 0.63, 0.83)
    heads = "".join(spline(disc((w * k, h + size * 0.12), size * 0.72, size * 0.95), places=1) for k in seats)
    return (Path(heads, fill), Path(_band(-2, h - size * 0.3, w + 2, h + 2), shade(palette.wood, 0.3)))


_NEAR: dict[str, Callable[[Palette, float, float], tuple[Path, ...]]] = {
    "corridor": _frame, "office": _frame, "home": _curtain, "clinic": _screen, "bus-stop": _post, "street": _post,
    "bus": _post, "park": _birch, "cafe": _leaves, "meeting-room": _leaves, "kitchen": _leaves,
    "lecture-hall": _audience,
}  # fmt: skip
_LEFT = ("corridor", "park", "cafe", "clinic")
"""Where the left side is tried first."""


def _mirrored(path: Path, w: float) -> Mark:
    return Group((path,), matrix=(-1.0, 0.0, 0.0, 1.0, w, 0.0))
