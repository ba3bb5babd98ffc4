"""Paper and web are twins: whoever follows the printed numbers takes the ways that the links offer, and no others."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from made_edition import edition, story

from kokko_ethics.compiler import compile_story
from kokko_ethics.edition import Edition
from kokko_ethics.outputs import matter, pdf
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.web import Web
from kokko_ethics.source import Source
from kokko_ethics.story.model import Story
from kokko_ethics.workspace import panels_folder

sys.path.insert(0, str(Path(__file__).parent.parent))
from paper_twin import END, Map, paper_map, web_map

SCRIPTS = Path(__file__).parents[2] / "scripts"
READING = ["handout-a4.pdf", "booklet-a5.pdf"]

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is missing: install poppler-utils")


def maps(made: Edition, name: str, folder: Path) -> tuple[Map, Map]:
    printed = next(one for one in Pdf().publish(made) if one.path == name)
    (folder / name).write_bytes(printed.render())
    page = next(one for one in Web().publish(made) if one.path == "web/index.html")
    return paper_map(folder / name, made.story.lang), web_map(page.render().decode())


@cache
def compiled(name: str) -> Edition:
    (path,) = SCRIPTS.glob(f"{name}-*.md")
    made = compile_story(Source.of(path.read_text(encoding="utf-8"), str(path)), path.stem, panels=panels_folder())
    assert made.edition is not None
    return made.edition


def jumping() -> Story:
    """A story that goes back to its beginning, and one of whose options leads to the end at once."""
    tale = story()
    (scene,) = tale.scenes
    first, second, third, fourth = scene.panels
    assert second.choice
    options = (replace(second.choice.options[0], target="jatkaa"), replace(second.choice.options[1], target="end"))
    choice = replace(second.choice, options=options)
    panels = (
        replace(first, goes_to="kysyy"), replace(third, number=2, goes_to="katse"),
        replace(second, number=3, choice=choice), replace(fourth, goes_to="aloitus"),
    )  # fmt: skip
    return replace(tale, scenes=(replace(scene, panels=panels),))


@pytest.mark.parametrize("name", READING)
def test_a_small_story_is_the_same_on_paper_and_on_the_web(name: str, tmp_path: Path) -> None:
    paper, web = maps(edition(), name, tmp_path)
    assert paper == web == {
        "1": frozenset("2"), "2": frozenset("34"), "3": frozenset({END}), "4": frozenset({END}),
    }  # fmt: skip


@pytest.mark.parametrize("name", READING)
def test_ways_back_and_options_that_end_are_the_same(name: str, tmp_path: Path) -> None:
    paper, web = maps(edition(jumping()), name, tmp_path)
    assert paper == web == {
        "1": frozenset("2"), "2": frozenset("3"), "3": frozenset({"4", END}), "4": frozenset("1"),
    }  # fmt: skip


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("script", ["01", "09"])
def test_the_comics_are_the_same_on_paper_and_on_the_web(script: str, name: str, tmp_path: Path) -> None:
    paper, web = maps(compiled(script), name, tmp_path)
    assert paper == web
    assert any(len(ways) > 1 for ways in paper.values())


def test_every_panel_can_be_reached_on_paper(tmp_path: Path) -> None:
    paper, _ = maps(compiled("01"), READING[0], tmp_path)
    reached, due = set(), ["1"]
    while due:
        if (here := due.pop()) not in reached:
            reached.add(here)
            due += paper.get(here, ())
    assert reached == {*paper, END}


def test_a_wrong_number_behind_an_option_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def misprinted(made: Edition, **options: bool) -> matter.Matter:
        true = matter.matter_of(made, **options)
        beats = []
        for beat in true.beats:
            if beat.fork:
                first, *others = beat.fork.ways
                beat = replace(beat, fork=replace(beat.fork, ways=(replace(first, label="4"), *others)))
            beats.append(beat)
        return replace(true, beats=tuple(beats))

    monkeypatch.setattr(pdf, "matter_of", misprinted)
    paper, web = maps(edition(), READING[0], tmp_path)
    assert paper != web
    assert paper["2"] == frozenset("4")


def test_a_missing_line_above_a_panel_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def misprinted(made: Edition, **options: bool) -> matter.Matter:
        return replace(matter.matter_of(made, **options), ways_on=((3, ""), (2, "– sitten valinta")))

    monkeypatch.setattr(pdf, "matter_of", misprinted)
    paper, web = maps(edition(), READING[0], tmp_path)
    assert paper != web
    assert paper["3"] == frozenset("4")
