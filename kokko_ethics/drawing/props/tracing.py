"""Tracing: how a prop is inked. Props share the people's line: dark, and thick on the side away from the light.

People are soft, so their line follows splines; things have corners, so their line is a stroke and a shifted silhouette
behind it, as thick as the people's. Everything is in centimetres about the middle of the prop's foot, y downwards; the
camera's matrix brings it into the panel.
"""

from __future__ import annotations

from kokko_ethics.drawing.ink import away, tint
from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.geometry import Point, number
from kokko_ethics.house_style import INK

ROUND = 0.5523


class Tracing:
    """Collects the marks of one prop. ``ink`` is the line's thickness in centimetres."""

    def __init__(self, ink: float = 1.3, mirrored: bool = False) -> None:
        self.ink = ink
        dark = away(mirrored)
        self._lean = (1.0, 0.0, 0.0, 1.0, round(dark[0] * ink * 0.38, 2), round(dark[1] * ink * 0.38, 2))
        self._marks: list[Mark] = []

    def solid(self, d: str, fill: str, shadow: str = "") -> None:
        """An inked shape; ``shadow`` is the part of it that lies in the shade, below the shape's own line."""
        heavy = Path(d, fill=INK, stroke=INK, width=round(self.ink * 0.95, 2))
        self._marks.append(Group((heavy,), matrix=self._lean))
        if not shadow:
            self._marks.append(Path(d, fill=fill, stroke=INK, width=round(self.ink * 0.75, 2)))
            return
        self._marks += (Path(d, fill=fill), Path(shadow, fill=tint(fill, 0.8)))
        self._marks.append(Path(d, stroke=INK, width=round(self.ink * 0.75, 2)))

    def flat(self, d: str, fill: str) -> None:
        """A patch of colour without a line."""
        self._marks.append(Path(d, fill=fill))

    def shadow(self, d: str) -> None:
        """The shadow that a thing throws on whatever it stands on."""
        self._marks.append(Path(d, fill=INK, opacity=0.14))

    def line(self, d: str, width: float = 0.0, colour: str = INK) -> None:
        """A stroke; as thick as inner lines are, or ``width``."""
        self._marks.append(Path(d, stroke=colour, width=width or round(self.ink * 0.65, 2)))

    def rod(self, d: str, width: float, fill: str) -> None:
        """A bar along a stroke: ink below, colour on top."""
        self._marks.append(Path(d, stroke=INK, width=round(width + self.ink * 1.5, 2)))
        self._marks.append(Path(d, stroke=fill, width=width))

    def marks(self) -> tuple[Mark, ...]:
        """All marks in painting order."""
        return tuple(self._marks)


def poly(*points: Point) -> str:
    """A closed polygon."""
    return "M" + "L".join(_pair(*point) for point in points) + "Z"


def path(*points: Point) -> str:
    """An open line through points."""
    return "M" + "L".join(_pair(*point) for point in points)


def rect(x: float, y: float, w: float, h: float, r: float = 0.0) -> str:
    """A rectangle from its left and top, with corners of radius ``r``."""
    if not r:
        return poly((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    a, b = x + w, y + h
    upper = f"M{_pair(x + r, y)}L{_pair(a - r, y)}Q{_pair(a, y)} {_pair(a, y + r)}L{_pair(a, b - r)}"
    lower = f"Q{_pair(a, b)} {_pair(a - r, b)}L{_pair(x + r, b)}Q{_pair(x, b)} {_pair(x, b - r)}"
    return f"{upper}{lower}L{_pair(x, y + r)}Q{_pair(x, y)} {_pair(x + r, y)}Z"


def oval(cx: float, cy: float, rx: float, ry: float) -> str:
    """An ellipse."""
    kx, ky = rx * ROUND, ry * ROUND
    return (
        f"M{_pair(cx + rx, cy)}C{_pair(cx + rx, cy + ky)} {_pair(cx + kx, cy + ry)} {_pair(cx, cy + ry)}"
        f"C{_pair(cx - kx, cy + ry)} {_pair(cx - rx, cy + ky)} {_pair(cx - rx, cy)}"
        f"C{_pair(cx - rx, cy - ky)} {_pair(cx - kx, cy - ry)} {_pair(cx, cy - ry)}"
        f"C{_pair(cx + kx, cy - ry)} {_pair(cx + rx, cy - ky)} {_pair(cx + rx, cy)}Z"
    )


def _pair(x: float, y: float) -> str:
    return f"{number(x, 1)} {number(y, 1)}"
