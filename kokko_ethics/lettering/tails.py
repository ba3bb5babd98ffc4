"""Where tails leave a balloon and where they end, for one balloon or for many candidates at once (ems, numpy arrays).

A tail leaves the lower edge in its middle 56 %, straight above the mouth if it can (Comic Chat's routed exits), else
the
rim towards the mouth. It aims at the mouth and stops at 50 to 60 % of the way to the head (Blambot).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kokko_ethics.geometry import Box, Point

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
LOW, HIGH = 0.22, 0.78
EXPONENT = 2.5
_BELOW = 0.4


def exits(x: Array, y: Array, w: Array, h: Array, mx: Array, my: Array) -> tuple[Array, Array, Array]:
    """Roots of tails of balloons ``x y w h`` towards ``mx, my``, and how far outside each balloon the mouth lies (1 =
    on the rim)."""
    cx, cy = x + w / 2, y + h / 2
    ex = np.clip(mx, x + LOW * w, x + HIGH * w)
    ey = cy + h / 2 * (1 - (np.abs(ex - cx) / (w / 2)) ** EXPONENT) ** (1 / EXPONENT)
    dx, dy = mx - cx, my - cy
    q = ((np.abs(dx) / (w / 2)) ** EXPONENT + (np.abs(dy) / (h / 2)) ** EXPONENT) ** (1 / EXPONENT)
    q = np.maximum(q, 1e-6)
    below = my > y + h + _BELOW
    return np.where(below, ex, cx + dx / q), np.where(below, ey, cy + dy / q), q


def edge_targets(x: Array, y: Array, w: Array, h: Array, width: float, height: float) -> tuple[Array, Array]:
    """For a voice from outside the picture: the point of the nearer side edge at which its tail ends."""
    left = x + w / 2 < width / 2
    return np.where(left, 0.0, width), np.minimum(y + h * 0.5, height)


def hits_box(ax: Any, ay: Any, bx: Any, by: Any, x0: Any, y0: Any, x1: Any, y1: Any) -> NDArray[np.bool_]:
    """Whether segments a–b touch boxes (any broadcastable mix of arrays and numbers; NaN never hits)."""
    dx, dy = bx - ax, by - ay
    dx = np.where(np.abs(dx) < 1e-9, 1e-9, dx)
    dy = np.where(np.abs(dy) < 1e-9, 1e-9, dy)
    a, b, c, d = (x0 - ax) / dx, (x1 - ax) / dx, (y0 - ay) / dy, (y1 - ay) / dy
    first = np.maximum(np.minimum(a, b), np.minimum(c, d))
    last = np.minimum(np.maximum(a, b), np.maximum(c, d))
    hit: NDArray[np.bool_] = (last >= np.maximum(first, 0.0)) & (first <= 1.0) & (first <= last)
    return hit


def share_in_box(ax: Any, ay: Any, bx: Any, by: Any, box: Box) -> Array:
    """The share of segments a–b that runs inside ``box``, 0 to 1."""
    dx, dy = bx - ax, by - ay
    dx = np.where(np.abs(dx) < 1e-9, 1e-9, dx)
    dy = np.where(np.abs(dy) < 1e-9, 1e-9, dy)
    a, b, c, d = (box.x - ax) / dx, (box.right - ax) / dx, (box.y - ay) / dy, (box.bottom - ay) / dy
    first = np.maximum(np.minimum(a, b), np.minimum(c, d))
    last = np.minimum(np.maximum(a, b), np.maximum(c, d))
    inside: Array = np.maximum(0.0, np.minimum(1.0, last) - np.maximum(0.0, first))
    return inside


def cross(ax: Any, ay: Any, bx: Any, by: Any, cx: Any, cy: Any, dx: Any, dy: Any) -> NDArray[np.bool_]:
    """Whether segments a–b and c–d cross (NaN never does)."""

    def side(px: Any, py: Any, qx: Any, qy: Any, rx: Any, ry: Any) -> Any:
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    hit: NDArray[np.bool_] = (side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0) & (
        side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
    )
    return hit


def tip(root: Point, mouth: Point, head: Box | None, share: float = 0.56) -> Point:
    """Where the tail ends: ``share`` of the way from ``root`` to the head's outline along the line to the mouth.

    Very short ways are filled further (up to 80 %), so that no tail is a stub; without a head the tail goes all the
    way.
    """
    dx, dy = mouth[0] - root[0], mouth[1] - root[1]
    reach = 1.0
    if head is not None:
        (cx, cy), rx, ry = head.centre, head.w / 2, head.h / 2
        for k in range(1, 51):
            t = k / 50
            if ((root[0] + dx * t - cx) / rx) ** 2 + ((root[1] + dy * t - cy) / ry) ** 2 <= 1:
                reach = t
                break
        way = reach * (dx * dx + dy * dy) ** 0.5
        reach *= share if way > 2.5 else min(0.8, share + (2.5 - way) * 0.12)
    return (root[0] + dx * reach, root[1] + dy * reach)
