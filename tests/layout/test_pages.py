"""Pages read from left to right and from top to bottom, panels never overlap, and every panel has the room it needs."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from made_panels import made_story

from kokko_ethics.breakdown.needs import Retakes, break_down
from kokko_ethics.geometry import Box
from kokko_ethics.house_style import A4, A5, Format
from kokko_ethics.layout.model import Layout
from kokko_ethics.layout.pages import lay_out, lay_out_web

CASES = [(seed, format) for seed in range(6) for format in (A4, A5)]


def laid_out(seed: int, format: Format) -> Layout:
    return lay_out(break_down(made_story(seed, 9)), format)


@pytest.mark.parametrize(("seed", "format"), CASES)
def test_frames_lie_in_the_live_area_and_apart(seed: int, format: Format) -> None:
    live = Box(format.margin, format.head, format.live_width, format.live_height)
    for page in laid_out(seed, format).pages:
        boxes = [frame.box for frame in page.frames]
        assert all(live.holds(box, 0.1) for box in boxes)
        assert all(a.overlap(b) == 0 for a, b in combinations(boxes, 2))


@pytest.mark.parametrize(("seed", "format"), CASES)
def test_panels_keep_the_order_of_the_script(seed: int, format: Format) -> None:
    frames = laid_out(seed, format).frames
    assert [frame.slot.panel.number for frame in frames] == list(range(1, 10))
    for page in laid_out(seed, format).pages:
        for tier in page.tiers:
            assert all(a.box.right < b.box.x and a.box.y == b.box.y for a, b in pairwise(tier))
        assert all(above[0].box.bottom < below[0].box.y for above, below in pairwise(page.tiers))


@pytest.mark.parametrize(("seed", "format"), CASES)
def test_every_panel_has_the_height_that_its_words_need(seed: int, format: Format) -> None:
    for frame in laid_out(seed, format).frames:
        assert frame.box.h / format.size >= frame.slot.height(frame.box.w / format.size) - 0.01


@pytest.mark.parametrize("format", [A4, A5])
def test_tiers_are_further_apart_than_panels(format: Format) -> None:
    assert format.tier_gutter >= 1.5 * format.gutter


def test_every_tier_fills_the_line() -> None:
    for page in laid_out(3, A4).pages:
        for tier in page.tiers:
            assert tier[-1].box.right == pytest.approx(A4.width - A4.margin, abs=0.5)


def test_a_panel_that_asked_for_height_gets_it() -> None:
    story = made_story(4, 9)
    before = {f.slot.key: f.box.h for f in lay_out(break_down(story), A5).frames}
    slot = break_down(story).slots[4]
    after = lay_out(break_down(story, Retakes({slot.key: 1.5}, {})), A5)
    frame = next(f for f in after.frames if f.slot.key == slot.key)
    assert frame.box.h / A5.size >= 1.5 * slot.height(frame.box.w / A5.size) - 0.01
    assert set(before) == {f.slot.key for f in after.frames}


@pytest.mark.parametrize("format", (A4, A5), ids=("a4", "a5"))
@pytest.mark.parametrize("seed", range(6))
def test_a_page_begins_with_the_panel_below_the_authors_break(seed: int, format: Format) -> None:
    story = made_story(seed, 9)
    scene = story.scenes[0]
    for n in range(1, len(scene.panels)):
        panels = tuple(replace(panel, breaks_page=i == n) for i, panel in enumerate(scene.panels))
        broken = replace(story, scenes=(replace(scene, panels=panels), *story.scenes[1:]))
        layout = lay_out(break_down(broken), format)
        firsts = [page.frames[0].slot for page in layout.pages]
        assert [slot.part <= 1 for slot in firsts if slot.panel.id == panels[n].id] == [True]


def test_a_split_panel_keeps_its_number_and_its_words() -> None:
    story = made_story(1, 9)
    panel = next(panel for panel in story.panels if len(panel.lines) >= 2)
    slots = [s for s in break_down(story, Retakes({}, {panel.id: (1,)})).slots if s.panel is panel]
    assert [slot.part for slot in slots] == [1, 2]
    assert slots[0].lines + slots[1].lines == panel.lines


def test_web_panels_are_never_wider_than_a_phone_can_show() -> None:
    for frame in lay_out_web(break_down(made_story(2, 9)), 11.0):
        assert frame.box.w <= 24 * 11.0
