"""Furniture: the table that people sit at, and the small things on it."""

from __future__ import annotations

from dataclasses import replace

from kokko_ethics.packs.model import Pack
from kokko_ethics.staging.dressing import TABLE_FOOT, TABLE_TOP, dress, needs_table, table_for
from kokko_ethics.staging.model import Camera, Figure, Prop
from kokko_ethics.story.model import Panel

SHEET_AT = 0.6
"""Where the middle of a sheet lies on a table seen from above, as a share of the panel's height."""
_SHEET_STEP = 62.0
"""How far the middles of sheets on a table seen from above lie apart where there is room, in centimetres."""
_SEATS = {
    "office": "office-chair",
    "cafe": "cafe-chair",
    "park": "bench",
    "bus-stop": "bench",
    "bus": "bus-seat",
    "street": "bench",
    "home": "armchair",
}
_TABLES = {
    "meeting-room": "table",
    "office": "desk",
    "cafe": "cafe-table",
    "kitchen": "table",
    "home": "table",
}
_OWN_TABLES = {"cafe": "cafe-table", "office": "desk"}
"""What things lie on where nobody sits."""
_THINGS = {
    "meeting-room": ("cup", "papers"),
    "cafe": ("cup", "bun"),
    "office": ("papers", "cup"),
    "kitchen": ("cup",),
    "home": ("cup",),
}


def seat_of(place: str) -> str:
    """What people sit on in ``place``."""
    return _SEATS.get(place, "chair")


def furnish(
    panel: Panel, figures: list[Figure], xs: list[float], camera: Camera, pack: Pack | None = None
) -> tuple[Prop, ...]:
    """The table in front of those who sit, with a cup or papers where nobody's hands are, and all that the script
    names."""
    if panel.view:
        return _laid_out(panel, camera) if not figures else ()
    table = _table(panel, figures, xs)
    if table is None and needs_table(panel):
        table = table_for(panel, figures, xs, _OWN_TABLES.get(panel.place, "table"), camera.view)
    named = dress(panel, figures, xs, camera, table)
    usual = () if needs_table(panel) or table is None else _things(panel.place, figures, xs, table)
    back = tuple(prop for prop in named if prop.layer == "back")
    props = (*back, *((table,) if table else ()), *usual, *(prop for prop in named if prop.layer == "front"))
    return tuple(replace(prop, drawn=pack.prop(prop.kind)) for prop in props) if pack else props


def _table(panel: Panel, figures: list[Figure], xs: list[float]) -> Prop | None:
    """The table that people sit at."""
    if panel.place not in _TABLES or panel.shot == "detail":
        return None
    at_table = _at_table(figures)
    if not at_table:
        return None
    left, right = min(xs[i] for i in at_table) - 44.0, max(xs[i] for i in at_table) + 44.0
    if len(at_table) == 1:
        facing = figures[at_table[0]].facing
        left, right = (left + 20.0, right + 62.0) if facing == 1 else (left - 62.0, right - 20.0)
    kind = _TABLES[panel.place] if right - left < 150 or _TABLES[panel.place] != "cafe-table" else "table"
    return Prop(kind, ((left + right) / 2, TABLE_FOOT), "front", 1, right - left)


def _at_table(figures: list[Figure]) -> list[int]:
    """Who sits at the table; those in wheelchairs come to it where somebody sits on a chair."""
    seated = [i for i, figure in enumerate(figures) if figure.pose.posture == "sits"]
    rolling = [i for i, figure in enumerate(figures) if figure.pose.posture == "rolls"]
    return sorted(seated + rolling) if seated else []


def _laid_out(panel: Panel, camera: Camera) -> tuple[Prop, ...]:
    """A table seen from above: side by side a sheet for each sign, where the letterer puts it, and a cup and a pen
    beside them."""
    view = camera.view
    middle, below = view.x + view.w / 2, view.y + view.h * SHEET_AT
    signs = sum(line.kind == "sign" for line in panel.lines)
    if not signs:
        return ()
    step = min(_SHEET_STEP, (view.w - 40.0) / signs)
    left, right = middle - step * (signs - 1) / 2, middle + step * (signs - 1) / 2
    sheets = (Prop("sheet-from-above", (left + step * n, below + 15.0), width=38.0) for n in range(signs))
    cup = Prop("cup-from-above", (max(left - 36.0, view.x + 9.0), below + 6.0))
    return (cup, *sheets, Prop("pen-from-above", (right + 27.0, below + 11.0)))


def _things(place: str, figures: list[Figure], xs: list[float], table: Prop) -> list[Prop]:
    """One small thing in front of each person whose hands are empty, well inside the table's edges."""
    out = []
    kinds = _THINGS.get(place, ())
    left, right = table.at[0] - table.width / 2, table.at[0] + table.width / 2
    for n, i in enumerate(_at_table(figures)):
        busy = any(
            action.startswith("holds") or action.endswith("card") or action in {"writes", "reads", "tag"}
            for action in figures[i].pose.actions
        )
        if kinds and not busy:
            x = min(max(xs[i] + 26.0 * figures[i].facing, left + 18.0), right - 18.0)
            out.append(Prop(kinds[n % len(kinds)], (x, TABLE_TOP), "front"))
    return out
