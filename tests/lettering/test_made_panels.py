"""Whatever is said in a panel, its lettering keeps the rules, or a diagnostic says which balloon does not fit."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

import pytest
from made_panels import made_story
from truth import flaws, letters_outside, read_before

from kokko_ethics.breakdown.needs import break_down
from kokko_ethics.diagnostics import Severity
from kokko_ethics.house_style import A4, A5
from kokko_ethics.layout.pages import lay_out
from kokko_ethics.retakes import Shot, complaints, shoot

pytestmark = pytest.mark.slow

STORIES = 20
"""Five panels each: a hundred panels; ``tests/bench.py`` does five hundred."""


@cache
def shots_of(seed: int, lang: str = "") -> tuple[Shot, ...]:
    """The shots of a made-up story, on A5 for odd seeds and A4 for even ones."""
    format = A5 if seed % 2 else A4
    story = made_story(seed, lang=lang)
    return shoot(story, format.size, lambda retakes: lay_out(break_down(story, retakes), format).frames)


@pytest.mark.parametrize("seed", range(STORIES))
def test_lettering_keeps_the_rules(seed: int) -> None:
    for shot in shots_of(seed):
        assert shot.good or complaints(made_story(seed), (shot,))[0].severity >= Severity.WARNING
        if not shot.lettering.broken:
            assert flaws(shot.lettering) == [], f"panel {shot.frame.label}"


@pytest.mark.parametrize("seed", range(STORIES))
def test_type_never_shrinks(seed: int) -> None:
    size = A5.size if seed % 2 else A4.size
    for shot in shots_of(seed):
        assert all(balloon.size >= size for balloon in shot.lettering.balloons)


def test_every_word_is_lettered_once_and_in_order() -> None:
    for seed in range(6):
        said = [line.words.plain for panel in made_story(seed).panels for line in panel.lines]
        shown = [_joined(balloon.lines) for shot in shots_of(seed) for balloon in shot.lettering.balloons]
        assert "".join(shown).replace("-", "").replace(" ", "") == "".join(said).replace("-", "").replace(" ", "")


def _joined(lines: tuple[object, ...]) -> str:
    return " ".join("".join(run.words for run in line.runs) for line in lines)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", range(STORIES))
def test_arabic_keeps_the_same_rules_from_right_to_left(seed: int) -> None:
    story = made_story(seed, lang="ar")
    for shot in shots_of(seed, "ar"):
        assert shot.lettering.stage.backwards
        assert shot.good or complaints(story, (shot,))[0].severity >= Severity.WARNING
        if not shot.lettering.broken:
            assert flaws(shot.lettering) == [], f"panel {shot.frame.label}"


def test_the_next_balloon_of_an_arabic_row_stands_further_left() -> None:
    """Every pair of balloons, not only neighbours, and enough of them side by side to mean something."""
    beside = 0
    for seed in range(STORIES):
        for shot in shots_of(seed, "ar"):
            read = [b.box for b in shot.lettering.balloons if b.line.kind not in {"sign", "sound"}]
            for first, then in combinations(read if not shot.lettering.broken else [], 2):
                assert read_before(first, then, backwards=True)
                beside += min(first.bottom, then.bottom) - max(first.y, then.y) > 0.25 * min(first.h, then.h)
    assert beside > 20


def test_the_next_panel_of_an_arabic_tier_stands_further_left() -> None:
    beside = 0
    for seed in range(STORIES):
        for one, after in pairwise(shots_of(seed, "ar")):
            if one.frame.page == after.frame.page and one.frame.box.y == after.frame.box.y:
                assert after.frame.box.right < one.frame.box.x
                beside += 1
    assert beside > 20


def test_an_arabic_caption_stands_in_the_upper_right_corner() -> None:
    for seed in range(STORIES):
        for shot in shots_of(seed, "ar"):
            first = shot.lettering.balloons[0] if shot.lettering.balloons else None
            if first and first.line.kind == "caption" and not shot.lettering.broken:
                assert first.box.right > shot.frame.box.w - first.size and first.box.y < shot.frame.box.h / 3


@pytest.mark.parametrize("lang", ["", "ar"])
def test_no_letter_leaves_its_balloon(lang: str) -> None:
    for seed in range(8):
        for shot in shots_of(seed, lang):
            for balloon in shot.lettering.balloons:
                if balloon.outline and not shot.lettering.broken:
                    assert letters_outside(balloon) == [], f"{seed}, panel {shot.frame.label}"
