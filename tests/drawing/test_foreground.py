"""What stands nearer to us than the people stays at the edges and hides nobody."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path as File

import pytest

from kokko_ethics.drawing.model import Group, Path
from kokko_ethics.drawing.setting import PLACES
from kokko_ethics.drawing.setting.foreground import draw_foreground
from kokko_ethics.geometry import Box
from kokko_ethics.modelsheets.pictures import scene
from kokko_ethics.source import Span
from kokko_ethics.staging.blocking import stage, takes
from kokko_ethics.staging.model import Stage
from kokko_ethics.story import load_cast
from kokko_ethics.story.model import Actor, Panel, Shot, Words

CAST = tuple(load_cast(File(__file__).parents[2] / "panels" / "cast")[0].values())


def staged(place: str, shot: Shot, people: int, w: float, h: float) -> Stage:
    actors = tuple(Actor(one.id, side) for one, side in zip(CAST[:people], ("left", "right", "middle"), strict=False))
    panel = Panel("p", 1, 1, Span(0, 1), shot, "", place, "day", Words((), Span(0, 1)), actors)
    return stage(panel, CAST, (), w, h, takes(panel, 0.3)[0])


def boxes(made: Stage) -> list[Box]:
    found = []
    for mark in draw_foreground(made):
        path = mark.marks[0] if isinstance(mark, Group) else mark
        assert isinstance(path, Path)
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?|-?\.\d+", path.d.split("c")[0].split("l")[0])]
        xs = numbers[::2]
        left, right = min(xs), max(xs)
        if isinstance(mark, Group):
            left, right = made.camera.width - right, made.camera.width - left
        found.append(Box(left, 0.0, right - left, made.camera.height))
    return found


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("shot", ["wide", "medium", "two-shot", "close"])
def test_a_foreground_hides_nobody(place: str, shot: Shot) -> None:
    for people in (1, 2, 3):
        for w, h in ((180.0, 180.0), (300.0, 200.0), (480.0, 190.0)):
            made = staged(place, shot, people, w, h)
            if shot == "close":
                assert not draw_foreground(made)
            if place == "lecture-hall":
                continue  # a row of heads along the lower edge
            for box in boxes(made):
                assert box.w <= w * 0.12
                assert all(not box.overlap(figure.head) for figure in made.figures)


def test_most_places_have_a_foreground_where_there_is_room() -> None:
    drawn = [place for place in PLACES if draw_foreground(staged(place, "wide", 1, 400.0, 220.0))]
    assert set(PLACES) - set(drawn) == {"online-meeting", "nowhere"}


def test_scenes_of_a_model_sheet_differ() -> None:
    drawings = [scene("x", place, "wide", "day", (), 200.0, 120.0).marks for place in PLACES]
    assert all(one != other for one, other in combinations(drawings, 2))
