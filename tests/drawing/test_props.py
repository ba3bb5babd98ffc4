"""Props: every kind stays in its box, is inked like people are, and forgives what it does not know."""

from __future__ import annotations

import re

import pytest

from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.drawing.props import PROP_KINDS, draw_prop
from kokko_ethics.geometry import Box, Matrix, Point, apply, chain, union
from kokko_ethics.house_style import INK
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.staging.model import Camera, Prop

CAMERA = Camera(400, 300, 1.0, 200, 250, 148)
INK_SLACK = 2.2


def boxes(marks: tuple[Mark, ...], matrix: Matrix = (1, 0, 0, 1, 0, 0)) -> list[Box]:
    """A box round each path's points and handles, in the panel."""
    out: list[Box] = []
    for mark in marks:
        if isinstance(mark, Group):
            out += boxes(mark.marks, chain(matrix, mark.matrix) if mark.matrix else matrix)
            continue
        assert isinstance(mark, Path)
        assert not re.search(r"[^MLCQZ0-9. -]", mark.d)
        numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", mark.d)]
        points: list[Point] = [apply(matrix, p) for p in zip(numbers[::2], numbers[1::2], strict=True)]
        out += [Box(x, y, 0, 0).grown(mark.width / 2 * abs(matrix[3])) for x, y in points]
    return out


def flat(marks: tuple[Mark, ...]) -> list[Path]:
    out: list[Path] = []
    for mark in marks:
        out += flat(mark.marks) if isinstance(mark, Group) else [mark] if isinstance(mark, Path) else []
    return out


@pytest.mark.parametrize("kind", PROP_KINDS)
@pytest.mark.parametrize("facing", [1, -1])
def test_every_kind_stays_in_its_box(kind: str, facing: int) -> None:
    article = INVENTORY[kind]
    width, height = article.width, article.height
    marks = draw_prop(Prop(kind, (0.0, 0.0), article.layer, facing), CAMERA)  # type: ignore[arg-type]
    drawn = union(boxes(marks))
    assert Box(200 - width / 2, 250 - height, width, height).grown(INK_SLACK).holds(drawn)
    assert drawn.w > width * 0.6 and drawn.h > height * 0.6


@pytest.mark.parametrize("kind", PROP_KINDS)
def test_every_kind_has_an_ink_line_and_is_small(kind: str) -> None:
    drawn = flat(draw_prop(Prop(kind, (0.0, 0.0)), CAMERA))
    assert any(INK in (path.fill, path.stroke) for path in drawn)
    assert sum(len(path.d) for path in drawn) < 5000


def test_the_inventory_and_the_drawings_know_the_same_kinds() -> None:
    assert set(INVENTORY) == set(PROP_KINDS)


@pytest.mark.parametrize("width", [90.0, 150.0, 260.0, 400.0])
@pytest.mark.parametrize("kind", ["table", "desk", "cafe-table"])
def test_tables_are_as_wide_as_asked(kind: str, width: float) -> None:
    drawn = union(boxes(draw_prop(Prop(kind, (0.0, 0.0), "front", 1, width), CAMERA)))
    assert drawn.w == pytest.approx(width, abs=2 * INK_SLACK)


def test_props_follow_the_camera() -> None:
    close = Camera(400, 300, 3.0, 100, 500, 148)
    far, near = (union(boxes(draw_prop(Prop("cup", (30.0, -72.0)), camera))) for camera in (CAMERA, close))
    assert near.w == pytest.approx(far.w * 3)
    assert near.bottom == pytest.approx(close.point((0, -72))[1], abs=5)


def test_light_falls_from_the_same_side_on_a_mirrored_prop() -> None:
    for facing in (1, -1):
        outer, *_ = draw_prop(Prop("box", (0.0, 0.0), "back", facing), CAMERA)  # type: ignore[arg-type]
        assert isinstance(outer, Group) and outer.matrix
        heavy = next(mark for mark in outer.marks if isinstance(mark, Group))
        assert heavy.matrix
        assert heavy.matrix[4] * outer.matrix[0] > 0


def test_an_unknown_kind_draws_nothing_and_the_same_prop_is_the_same() -> None:
    assert draw_prop(Prop("unicorn", (0.0, 0.0)), CAMERA) == ()
    assert draw_prop(Prop("table", (0.0, 0.0)), CAMERA) == draw_prop(Prop("table", (0.0, 0.0)), CAMERA)
