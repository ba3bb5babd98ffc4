"""Whatever is said in a panel, its lettering keeps the rules, or a diagnostic says which balloon does not fit."""

from __future__ import annotations

import pytest
from made_panels import made_story
from truth import flaws

from kokko_ethics.breakdown.needs import break_down
from kokko_ethics.diagnostics import Severity
from kokko_ethics.house_style import A4, A5
from kokko_ethics.layout.pages import lay_out
from kokko_ethics.retakes import Shot, complaints, shoot

STORIES = 20
"""Five panels each: a hundred panels; ``tests/bench.py`` does five hundred."""


def shots_of(seed: int) -> tuple[Shot, ...]:
    """The shots of a made-up story, on A5 for odd seeds and A4 for even ones."""
    format = A5 if seed % 2 else A4
    story = made_story(seed)
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
