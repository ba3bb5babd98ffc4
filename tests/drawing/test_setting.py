"""Backdrops: every place in every light, through every camera, covers its panel and stays small."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path as File

import pytest

from kokko_ethics.drawing.model import Group, Mark, Path
from kokko_ethics.drawing.setting import PLACES, draw_setting
from kokko_ethics.drawing.setting.palette import palette_of
from kokko_ethics.drawing.setting.sheet import Sheet
from kokko_ethics.geometry import Box, bounds
from kokko_ethics.house_style import INK
from kokko_ethics.script.keywords import __file__ as keywords
from kokko_ethics.staging.model import Camera, Stage
from kokko_ethics.workspace import panels_folder

SIZES = ((300.0, 200.0), (420.0, 140.0), (130.0, 260.0))
SHARE = {"wide": 0.125, "medium": 0.225, "close": 0.36, "detail": 0.5}
TIMES = ("morning", "day", "evening", "night")
CASES = [(place, shot, time, size) for place, shot, time, size in product(PLACES, SHARE, TIMES, SIZES)]


def stage(
    place: str,
    shot: str = "wide",
    time: str = "day",
    size: tuple[float, float] = SIZES[0],
    left: float | None = None,
    view: str = "",
) -> Stage:
    width, height = size
    scale = height * SHARE[shot] / 38
    floor = height * 0.9 if shot == "wide" else height * 0.45 + 170 * scale
    camera = Camera(width, height, scale, width / 2 if left is None else left, floor, 148.0)
    return Stage(camera, place, time, shot, view, ())


def paths(marks: tuple[Mark, ...]) -> list[Path]:
    out: list[Path] = []
    for mark in marks:
        assert isinstance(mark, Path | Group)
        out += [mark] if isinstance(mark, Path) else paths(mark.marks)
    return out


def first_shape(d: str) -> Box:
    """The bounds of the first subpath: a move, then relative steps."""
    first = d.split("M")[1]
    start, steps = re.split("[lc]", first, maxsplit=1)
    x, y = (float(n) for n in re.findall(r"-?\d+\.?\d*", start))
    numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", steps.split("z")[0])]
    points = [(x, y)]
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return bounds(points)


@pytest.mark.parametrize(("place", "shot", "time", "size"), CASES)
def test_every_place_covers_its_panel(place: str, shot: str, time: str, size: tuple[float, float]) -> None:
    marks = draw_setting(stage(place, shot, time, size))
    drawn = paths(marks)
    assert first_shape(drawn[0].d).holds(Box(0, 0, *size))
    assert sum(len(path.d) for path in drawn) <= 9000
    assert all(len(path.fill or path.stroke) == 7 for path in drawn)


def test_scenery_has_no_ink_and_speaks_plain_path_data() -> None:
    for place, shot in product(PLACES, SHARE):
        for path in paths(draw_setting(stage(place, shot))):
            assert INK not in (path.fill, path.stroke)
            assert not re.search(r"[^MlczZ0-9. -]", path.d)
            assert not re.search(r"\.\d\d", path.d)


def test_the_same_stage_gives_the_same_marks() -> None:
    for place in PLACES:
        assert draw_setting(stage(place)) == draw_setting(stage(place))


def test_every_place_of_the_script_format_has_its_own_backdrop_and_palette() -> None:
    english = tomllib.loads(File(keywords).with_name("en.toml").read_text(encoding="utf-8"))
    palettes = tomllib.loads((panels_folder() / "settings" / "palettes.toml").read_text(encoding="utf-8"))
    assert set(english["place"]) == set(PLACES) == set(palettes)
    assert len({draw_setting(stage(place)) for place in PLACES}) == len(PLACES)


def test_an_unknown_place_is_nowhere_and_an_unknown_time_is_day() -> None:
    assert draw_setting(stage("moon")) == draw_setting(stage("nowhere"))
    assert draw_setting(stage("cafe", time="dawn")) == draw_setting(stage("cafe", time="day"))


def test_each_time_of_day_has_its_own_light() -> None:
    assert len({palette_of("office", time).wall for time in TIMES}) == len(TIMES)
    assert len({draw_setting(stage("bus-stop", time=time)) for time in TIMES}) == len(TIMES)


def test_seen_from_above_people_have_a_table_top() -> None:
    above = draw_setting(stage("cafe", view="from-above"))
    assert above != draw_setting(stage("cafe"))
    assert len(paths(above)) < 12


def test_a_camera_far_along_the_room_still_finds_something() -> None:
    for place, left in product(PLACES, (-5000.0, -900.0, 0.0, 3000.0)):
        drawn = paths(draw_setting(stage(place, left=left)))
        assert first_shape(drawn[0].d).holds(Box(0, 0, *SIZES[0]))
        assert len([path for path in drawn if path.role != "halftone"]) >= 3


def test_a_zoom_is_a_cut_out_of_the_same_room() -> None:
    """The horizon and the middle stay where they are; the window's corner moves out from there by the zoom."""
    near, far = Camera(200, 150, 2.0, 100, 380, 148), Camera(200, 150, 0.5, 100, 158, 148)
    colours = palette_of("cafe", "day")
    here, there = (
        Sheet(Stage(camera, "cafe", "day", "wide", "", ()), colours).at(-120, -200) for camera in (near, far)
    )
    assert here[0] - 100 == pytest.approx((there[0] - 100) * 4)
    assert here[1] - near.horizon == pytest.approx((there[1] - far.horizon) * 4)
