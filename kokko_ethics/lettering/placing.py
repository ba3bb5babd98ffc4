"""Placing: finds a place and a shape for every item of a field. Beam search in reading order, then a fine polish.

The search keeps the hard rules (no overlap, reading order, free tails) and minimises the soft costs; see lettering.md
4.5. It has no
randomness: the same field gives the same places.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kokko_ethics.lettering.candidates import FLOW, ROWS, TAIL_LENGTH, Candidates, around, spread
from kokko_ethics.lettering.field import Field, Item
from kokko_ethics.lettering.model import Placed
from kokko_ethics.lettering.tails import Array, Mask, cross, hits_box

GAP = 0.3
"""Least air between two balloons, in ems."""
CLEARANCE = 0.45
"""Least air between a tail and a balloon that it passes, in ems."""
BEAMS = ((16, 0.0), (28, 8.0), (48, 16.0))
"""Width of the beam, and how strongly early balloons are held high and left to reserve room for later ones."""
_PER_PARENT = 6


def arrange(field: Field) -> tuple[Placed, ...] | None:
    """The best legal arrangement of all items, or ``None`` if the search finds no legal one.

    The search reads from left to right; what is read from right to left it sees in a mirror.
    """
    if not field.backwards:
        return _arranged(field)
    placed = _arranged(field.mirrored)
    return tuple(one.mirrored(field.w) for one in placed) if placed else placed


def _arranged(field: Field) -> tuple[Placed, ...] | None:
    all_candidates = [spread(field, item) for item in field.items]
    if any(len(candidates) == 0 for candidates in all_candidates):
        return None
    found: list[tuple[float, tuple[Placed, ...]]] = []
    for width, reserve in BEAMS:
        best = _beam(field, all_candidates, width, reserve)
        if best is not None:
            found.append(best)
            if best[0] / max(1, len(field.items)) < 12 or len(field.items) == 1:
                break
    if not found:
        return None
    _, placed = min(found, key=lambda pair: pair[0])
    return _polish(field, placed)


@dataclass(slots=True)
class _States:
    """The states of the beam: for each placed item the arrays of its box and tails, one row per state."""

    boxes: list[Array]
    tails: list[Array]
    shapes: list[Array]
    cost: Array

    def kept(self, parents: Array) -> _States:
        index = parents.astype(int)
        return _States(
            [b[index] for b in self.boxes],
            [t[index] for t in self.tails],
            [s[index] for s in self.shapes],
            self.cost[index],
        )


def _beam(
    field: Field, all_candidates: list[Candidates], width: int, reserve: float
) -> tuple[float, tuple[Placed, ...]] | None:
    states = _States([], [], [], np.zeros(1))
    areas = np.array([float(np.min(c.w * c.h)) for c in all_candidates])
    placed_share = np.cumsum(areas) / areas.sum()
    sky = min((head.y for head in field.heads), default=field.h * 0.6)
    for i, candidates in enumerate(all_candidates):
        legal, extra = _against_states(field, i, candidates, states)
        total = np.where(legal, states.cost[:, None] + candidates.cost[None, :] + extra, np.inf)
        key = total
        if reserve and len(all_candidates) > 1:
            key = (
                total
                + reserve
                * np.maximum(0.0, (candidates.y + candidates.h) / max(sky, 4.0) - placed_share[i] * 1.05)[None, :]
            )
        chosen = _best_cells(key, candidates, width)
        if not chosen:
            return None
        rows, columns = np.array([c[0] for c in chosen]), np.array([c[1] for c in chosen])
        states = _extend(states.kept(rows), candidates, columns, total[rows, columns])
    best = int(np.argmin(states.cost))
    return float(states.cost[best]), tuple(_placed(states, best, i) for i in range(len(all_candidates)))


def _best_cells(key: Array, candidates: Candidates, width: int) -> list[tuple[int, int]]:
    """The best ``width`` pairs of state and candidate, few per parent and one per neighbourhood, so that the beam stays
    varied."""
    flat = key.ravel()
    many = min(flat.size, width * 24)
    order = np.argpartition(flat, many - 1)[:many]
    order = order[np.lexsort((order, flat[order]))]
    out: list[tuple[int, int]] = []
    seen: set[tuple[int, int, int, int]] = set()
    per_parent: dict[int, int] = {}
    for place in order:
        if not np.isfinite(flat[place]) or len(out) == width:
            break
        row, column = divmod(int(place), key.shape[1])
        cell = (row, int(candidates.shape[column]), int(candidates.x[column] // 2.5), int(candidates.y[column] // 2.0))
        if cell in seen or per_parent.get(row, 0) >= _PER_PARENT:
            continue
        seen.add(cell)
        per_parent[row] = per_parent.get(row, 0) + 1
        out.append((row, column))
    return out


def _extend(states: _States, candidates: Candidates, columns: Array, cost: Array) -> _States:
    index = columns.astype(int)
    box = np.stack([candidates.x[index], candidates.y[index], candidates.w[index], candidates.h[index]], axis=1)
    tails = candidates.tails[:, :, index].transpose(2, 0, 1)
    return _States([*states.boxes, box], [*states.tails, tails], [*states.shapes, candidates.shape[index]], cost)


def _placed(states: _States, row: int, i: int) -> Placed:
    x, y, w, h = (float(v) for v in states.boxes[i][row])
    tails = tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in states.tails[i][row])
    return Placed(x, y, w, h, int(states.shapes[i][row]), tails)


def _against_states(field: Field, i: int, candidates: Candidates, states: _States) -> tuple[Mask, Array]:
    legal = np.ones((len(states.cost), len(candidates)), dtype=bool)
    extra = np.zeros((len(states.cost), len(candidates)))
    for j in range(i):
        fine, cost = _pair(field, i, candidates, j, states.boxes[j], states.tails[j])
        legal &= fine
        extra += cost
    return legal, extra


def _pair(field: Field, i: int, candidates: Candidates, j: int, box: Array, tails: Array) -> tuple[Mask, Array]:
    """Candidates for item ``i`` against item ``j`` already placed (one row of ``box`` and ``tails`` per state): legal?,
    extra cost."""
    me, other = field.items[i], field.items[j]
    x, y, w, h = candidates.x[None, :], candidates.y[None, :], candidates.w[None, :], candidates.h[None, :]
    bx, by, bw, bh = (box[:, k][:, None] for k in range(4))
    legal = ~((x < bx + bw + GAP) & (x + w > bx - GAP) & (y < by + bh + GAP) & (y + h > by - GAP))
    cost = np.zeros(legal.shape)
    if _ordered(me) and _ordered(other):
        first, second = ((bx, by, bw, bh), (x, y, w, h)) if j < i else ((x, y, w, h), (bx, by, bw, bh))
        fine, rows = _in_order(*first, *second)
        legal &= fine
        cost += rows
        if abs(i - j) == 1:
            cost += _flow(field, me if j < i else other, (x, y, w, h), (bx, by, bw, bh))
    for tail in candidates.tails:
        sx, sy, tx, ty = (v[None, :] for v in tail)
        legal &= ~hits_box(sx, sy, tx, ty, bx - CLEARANCE, by - CLEARANCE, bx + bw + CLEARANCE, by + bh + CLEARANCE)
        for k in range(tails.shape[1]):
            legal &= ~cross(sx, sy, tx, ty, *(tails[:, k, c][:, None] for c in range(4)))
    for k in range(tails.shape[1]):
        ax, ay, cx, cy = (tails[:, k, c][:, None] for c in range(4))
        legal &= ~hits_box(ax, ay, cx, cy, x - CLEARANCE, y - CLEARANCE, x + w + CLEARANCE, y + h + CLEARANCE)
    return legal, cost


def _ordered(item: Item) -> bool:
    """Signs and sound effects belong to the scene; everything else is read in order."""
    return item.line.kind not in {"sign", "sound"}


def _in_order(
    ax: Array, ay: Array, aw: Array, ah: Array, bx: Array, by: Array, bw: Array, bh: Array
) -> tuple[Mask, Array]:
    """Whether b is read after a (H5), and the cost of uneven tops in one row (S10)."""
    least = np.minimum(ah, bh)
    row = np.minimum(ay + ah, by + bh) - np.maximum(ay, by) > 0.25 * least
    right = (bx + bw / 2 > ax + aw / 2) & (by >= ay - 0.35 * least)
    below = by + bh / 2 > ay + ah / 2
    uneven = np.abs(ay - by)
    return np.where(row, right, below), ROWS * np.where(
        row & (uneven > 0.1), np.minimum(1.0, uneven / (0.5 * least)), 0.0
    )


def _flow(field: Field, later: Item, a: tuple[Array, ...], b: tuple[Array, ...]) -> Array:
    """Neighbours in reading order stand near each other (S6); balloons joined by a neck nearer still."""
    gx = np.maximum(0.0, np.maximum(b[0] - (a[0] + a[2]), a[0] - (b[0] + b[2])))
    gy = np.maximum(0.0, np.maximum(b[1] - (a[1] + a[3]), a[1] - (b[1] + b[3])))
    gap = np.hypot(gx, gy)
    cost: Array = FLOW * gap / field.diagonal
    if later.joined:
        cost = cost + TAIL_LENGTH * np.maximum(0.0, gap / field.diagonal - 0.03) / 0.25 + np.where(gap > 3.0, 25.0, 0.0)
    return cost


def _polish(field: Field, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Moves each item in small steps, and tries its other shapes, as long as that helps."""
    now = list(placed)
    for reach in (1.2, 0.8, 0.35):
        for i, item in enumerate(field.items):
            candidates = around(field, item, now[i].x, now[i].y, now[i].shape, reach)
            if len(candidates) == 0:
                continue
            total = candidates.cost.copy()
            legal = np.ones(len(candidates), dtype=bool)
            for j, other in enumerate(now):
                if j != i:
                    fine, cost = _pair(field, i, candidates, j, *_as_arrays(other))
                    legal &= fine[0]
                    total += cost[0]
            total = np.where(legal, total, np.inf)
            best = int(np.argmin(total))
            if np.isfinite(total[best]):
                now[i] = _from(candidates, best)
    return tuple(now)


def _as_arrays(placed: Placed) -> tuple[Array, Array]:
    box = np.array([[placed.x, placed.y, placed.w, placed.h]])
    return box, np.array(placed.tails, dtype=float).reshape(1, -1, 4)


def _from(candidates: Candidates, i: int) -> Placed:
    tails = tuple((float(t[0, i]), float(t[1, i]), float(t[2, i]), float(t[3, i])) for t in candidates.tails)
    return Placed(
        float(candidates.x[i]),
        float(candidates.y[i]),
        float(candidates.w[i]),
        float(candidates.h[i]),
        int(candidates.shape[i]),
        tails,
    )
