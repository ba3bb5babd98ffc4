"""Candidates: every shape of a line in every place worth trying, with what each would cost by itself (ems, numpy
arrays).

Costs are the soft measures S1–S9 of the lettering rules; whatever breaks a hard rule by itself is left out here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kokko_ethics.geometry import Box
from kokko_ethics.lettering.field import MARGIN, SOUND_SCALE, Field, Item, Target
from kokko_ethics.lettering.tails import Array, edge_targets, exits, hits_box, share_in_box

HEAD_AIR = 0.35
"""Air between a balloon and a head, in ems."""
TAIL_LENGTH, TAIL_ANGLE, BODY, TAIL_BODY, SHAPE, FLOW, UP, LOW, HAT, ROWS, HAND, STUB = (
    28,
    14,
    22,
    30,
    18,
    22,
    16,
    40,
    6,
    4,
    14,
    10,
)
"""Weights of the soft measures: the values of lettering.md 2.2, hands and stubs added."""
ANCHOR = 6
"""Cost of an em between a held sign and the hand that holds it."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places for one item: left, top, width, height, shape number, own cost, and the segment of each tail (one row per
    target).

    ``tails`` has the shape (targets, 4, candidates): root x, root y, aim x, aim y.
    """

    x: Array
    y: Array
    w: Array
    h: Array
    shape: NDArray[np.int64]
    cost: Array
    tails: Array

    def __len__(self) -> int:
        return len(self.x)

    def pick(self, keep: NDArray[np.bool_] | NDArray[np.int64]) -> Candidates:
        """Only the candidates that ``keep`` names."""
        return Candidates(
            self.x[keep],
            self.y[keep],
            self.w[keep],
            self.h[keep],
            self.shape[keep],
            self.cost[keep],
            self.tails[:, :, keep],
        )


def sizes(item: Item) -> tuple[Array, Array, Array]:
    """Width, height and cost of every shape of an item, in ems (sound effects are set larger)."""
    k = SOUND_SCALE if item.line.kind == "sound" else 1.0
    table = np.array([(s.w * k, s.h * k, s.cost) for s in item.shapes], dtype=float).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def spread(field: Field, item: Item, step: float = 1.4) -> Candidates:
    """Candidates over the whole field, about ``step`` ems apart: flush with the margins, and right above each mouth."""
    ws, hs, _ = sizes(item)
    parts = []
    for k, (w, h) in enumerate(zip(ws, hs, strict=True)):
        right, low = field.w - MARGIN - w, field.h - MARGIN - h
        if right < MARGIN - 1e-9 or low < MARGIN - 1e-9:
            continue
        xs, ys = _columns(field, item, w, right, step), _rows(item, h, low, step)
        gx, gy = np.meshgrid(xs, ys)
        parts.append((gx.ravel(), gy.ravel(), np.full(gx.size, k)))
    if not parts:
        return _weighed(field, item, np.zeros(0), np.zeros(0), np.zeros(0, dtype=np.int64))
    x, y, k3 = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _weighed(field, item, x, y, k3.astype(np.int64))


def around(field: Field, item: Item, x: float, y: float, shape: int, reach: float) -> Candidates:
    """Candidates near one place: shifted by up to ``reach`` ems, and every other shape about the same middle."""
    ws, hs, _ = sizes(item)
    shifts = np.array([-1.0, -0.45, -0.2, 0.0, 0.2, 0.45, 1.0]) * reach
    gx, gy = (g.ravel() for g in np.meshgrid(shifts, shifts))
    x_all, y_all, k_all = [x + gx], [y + gy], [np.full(gx.size, shape)]
    for k in range(len(ws)):
        if k != shape:
            few = shifts[[0, 3, 6]]
            fx, fy = (g.ravel() for g in np.meshgrid(few, few))
            x_all.append(x + (ws[shape] - ws[k]) / 2 + fx)
            y_all.append(y + fy)
            k_all.append(np.full(fx.size, k))
    xs, ys, ks = np.concatenate(x_all), np.concatenate(y_all), np.concatenate(k_all).astype(np.int64)
    xs = np.clip(xs, MARGIN, np.maximum(MARGIN, field.w - MARGIN - ws[ks]))
    ys = np.clip(ys, MARGIN, np.maximum(MARGIN, field.h - MARGIN - hs[ks]))
    fits = (ws[ks] <= field.w - 2 * MARGIN + 1e-9) & (hs[ks] <= field.h - 2 * MARGIN + 1e-9)
    if item.docked:
        fits &= (xs < MARGIN + 1e-6) | (xs + ws[ks] > field.w - MARGIN - 1e-6)
    return _weighed(field, item, xs[fits], ys[fits], ks[fits])


def _columns(field: Field, item: Item, w: float, right: float, step: float) -> Array:
    if item.docked:
        return np.unique(np.array([MARGIN, max(MARGIN, right)]))
    if item.anchor is not None:
        return np.clip(item.anchor[0] - w / 2 + np.arange(-6.0, 7.0) * 0.7, MARGIN, right)
    xs = (
        np.linspace(MARGIN, right, max(2, int((right - MARGIN) / step) + 1))
        if right > MARGIN + 0.1
        else np.array([MARGIN])
    )
    above = [t.point[0] - w / 2 for t in item.targets if not t.edge and MARGIN < t.point[0] - w / 2 < right]
    return np.concatenate([xs, np.array(above)])


def _rows(item: Item, h: float, low: float, step: float) -> Array:
    if item.anchor is not None:
        return np.clip(item.anchor[1] - h / 2 + np.arange(-6.0, 7.0) * 0.7, MARGIN, low)
    return (
        np.linspace(MARGIN, low, max(2, int((low - MARGIN) / step) + 1)) if low > MARGIN + 0.1 else np.array([MARGIN])
    )


def _weighed(field: Field, item: Item, x: Array, y: Array, k: NDArray[np.int64]) -> Candidates:
    ws, hs, costs = sizes(item)
    w, h = (ws[k], hs[k]) if len(k) else (x, x)
    cost = SHAPE * (costs[k] if len(k) else x) + UP * y / field.h
    legal = np.ones(len(x), dtype=bool)
    free = item.line.kind in {"sound", "sign"}
    for head in field.heads:
        air = 0.0 if free else HEAD_AIR
        legal &= ~((x < head.right + air) & (x + w > head.x - air) & (y < head.bottom + air) & (y + h > head.y - air))
    if item.anchor is not None:
        ax, ay = item.anchor
        cost = SHAPE * (costs[k] if len(k) else x) + ANCHOR * np.hypot(x + w / 2 - ax, y + h / 2 - ay)
        return Candidates(x, y, w, h, k, cost, np.zeros((0, 4, len(x)))).pick(legal)
    for i, body in enumerate(field.bodies):
        own = any(target.owner == i for target in item.targets)
        cost = cost + BODY * (1.0 if own else 1.5) * _covered(x, y, w, h, body)
    for hand in field.hands:
        cost = cost + HAND * _covered(x, y, w, h, hand) * (w * h) / max(hand.w * hand.h, 0.2)
    for head in field.heads:
        gap = head.y - (y + h)
        over = np.minimum(x + w, head.right) - np.maximum(x, head.x)
        cost = cost + HAT * ((gap >= 0) & (gap < 0.55) & (over > 0.3 * head.w))
    tails, tail_cost, tail_legal = _tails(field, item, x, y, w, h)
    legal &= tail_legal
    return Candidates(x, y, w, h, k, cost + tail_cost, tails).pick(legal)


def _covered(x: Array, y: Array, w: Array, h: Array, box: Box) -> Array:
    """The share of each candidate that lies over ``box``."""
    ox = np.maximum(0.0, np.minimum(x + w, box.right) - np.maximum(x, box.x))
    oy = np.maximum(0.0, np.minimum(y + h, box.bottom) - np.maximum(y, box.y))
    share: Array = ox * oy / (w * h)
    return share


def _tails(field: Field, item: Item, x: Array, y: Array, w: Array, h: Array) -> tuple[Array, Array, NDArray[np.bool_]]:
    rows, cost, legal = [], np.zeros(len(x)), np.ones(len(x), dtype=bool)
    for target in item.targets if item.tailed else ():
        segment, extra, fine = _tail(field, target, x, y, w, h)
        rows.append(segment)
        cost, legal = cost + extra / len(item.targets), legal & fine
    if item.targets and not item.tailed:
        cost = cost + _strays(field, item.targets[0], x, y, w, h)
    return (np.stack(rows) if rows else np.zeros((0, 4, len(x)))), cost, legal


def _strays(field: Field, target: Target, x: Array, y: Array, w: Array, h: Array) -> Array:
    """A balloon that hangs on the next one still belongs near its speaker."""
    if target.edge:
        return np.zeros(len(x))
    away: Array = np.abs(x + w / 2 - target.point[0]) / field.diagonal
    return 10.0 * np.maximum(0.0, away - 0.15)


def _tail(
    field: Field, target: Target, x: Array, y: Array, w: Array, h: Array
) -> tuple[Array, Array, NDArray[np.bool_]]:
    """One tail of every candidate: its segment, its cost (S1, S2, S4, S8, stubs) and whether it is legal (H7)."""
    if target.edge:
        mx, my = edge_targets(x, y, w, h, field.w, field.h)
        sx = np.where(mx < field.w / 2, x, x + w)
        length = np.abs(mx - sx)
        return (
            np.stack([sx, my, mx, my]),
            TAIL_LENGTH * np.maximum(0.0, length / field.diagonal - 0.08) / 0.5,
            np.ones(len(x), bool),
        )
    mx, my = np.full(len(x), target.point[0]), np.full(len(x), target.point[1])
    sx, sy, q = exits(x, y, w, h, mx, my)
    length = np.hypot(mx - sx, my - sy)
    angle = np.degrees(np.arctan2(np.abs(mx - sx), my - sy))
    cost = (
        TAIL_LENGTH * np.maximum(0.0, length / field.diagonal - 0.25) / 0.5
        + TAIL_ANGLE * np.maximum(0.0, angle - 30) / 60
    )
    legal = q > 1.05
    for i, body in enumerate(field.bodies):
        if i != target.owner:
            cost = cost + TAIL_BODY * share_in_box(sx, sy, mx, my, body)
    for i, head in enumerate(field.heads):
        if i != target.owner:
            legal &= ~hits_box(sx, sy, mx, my, head.x, head.y, head.right, head.bottom)
    if target.head is not None:
        cost = cost + LOW * np.maximum(0.0, (y + h - target.head.y) / field.h)
        cost = cost + STUB * np.maximum(0.0, 1.2 - _way_to_head(sx, sy, mx, my, target.head))
    return np.stack([sx, sy, mx, my]), cost, legal


def _way_to_head(sx: Array, sy: Array, mx: Array, my: Array, head: Box) -> Array:
    """The length of each tail's way that lies outside the head, in ems."""
    way: Array = np.hypot(mx - sx, my - sy) * (1 - share_in_box(sx, sy, mx, my, head))
    return way
