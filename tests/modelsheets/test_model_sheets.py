"""Model sheets show everything that can be drawn, in words of every language, and write only what can stand alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kokko_ethics.cli import kokko
from kokko_ethics.drawing.figure.features import FEATURES
from kokko_ethics.drawing.setting import PLACES
from kokko_ethics.modelsheets.pages import ACTIONS, catalogue, model_sheet, place_page
from kokko_ethics.modelsheets.pictures import whole
from kokko_ethics.script.keywords import words_in
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.story import load_cast
from kokko_ethics.story.looks import WORDS

CAST = tuple(load_cast(Path(__file__).parents[2] / "panels" / "cast")[0].values())


@pytest.fixture(scope="module")
def everything() -> dict[str, list[tuple[str, ...]]]:
    page = catalogue(CAST[0], CAST, "fi")
    return {
        section.title: [tuple(name for _, name in exhibit.names) for exhibit in section.exhibits]
        for section in page.sections
    }


def test_the_catalogue_shows_every_word_of_every_field(everything: dict[str, list[tuple[str, ...]]]) -> None:
    fi = words_in("fi")
    for field, known in WORDS.items():
        shown = {names[0] for names in everything[fi["look"][field]]}
        assert shown == {fi[f"look-{field}"][word] for word in known if word}


def test_the_catalogue_shows_feelings_in_three_strengths_things_and_places(
    everything: dict[str, list[tuple[str, ...]]],
) -> None:
    counts = {title: len(names) for title, names in everything.items()}
    assert counts["Tunteet"] == 3 * len(FEATURES)
    assert ("hyvin iloinen", "mycket glad", "very happy") in everything["Tunteet"]
    assert counts["Tavarat"] == sum(1 for one in INVENTORY.values() if one.stands) >= 40
    assert counts["Paikat"] == len(PLACES) == 14


@pytest.mark.parametrize("member", CAST, ids=lambda one: one.id)
def test_a_model_sheet_has_every_feeling_and_action(member) -> None:  # type: ignore[no-untyped-def]
    page = model_sheet(member, CAST, "sv")
    views, beside, feelings, actions = page.sections
    assert len(views.exhibits) == 5 and len(beside.exhibits) == 1
    assert len(feelings.exhibits) == len(FEATURES)
    assert len(actions.exhibits) == len([action for action in ACTIONS if action in words_in("sv")["does"]])
    ids = [exhibit.picture.id for section in page.sections for exhibit in section.exhibits]
    assert len(set(ids)) == len(ids)


def test_a_place_is_shown_in_every_shot_and_at_every_time() -> None:
    shots, times = place_page("cafe", CAST[:2], "en").sections
    assert [exhibit.names[0][1] for exhibit in times.exhibits] == ["morning", "day", "evening", "night"]
    assert len(shots.exhibits) == 6


def test_a_silhouette_is_one_black_shape() -> None:
    text = repr(whole("x", CAST[0], black=True).marks)
    assert len(set(re.findall(r"#[0-9a-f]{6}", text)) - {"#f6f1e7"}) == 1


def test_the_command_writes_the_catalogue_and_says_where(tmp_path: Path) -> None:
    done = CliRunner().invoke(kokko, ["--lang", "fi", "cast", "--list", "--out", str(tmp_path)])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "catalogue.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>") and '<html lang="fi">' in page
    assert "<script" not in page and "http" not in re.sub(r'xmlns(:xlink)?="[^"]*"', "", page)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_an_unknown_name_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    done = CliRunner().invoke(kokko, ["--lang", "en", "cast", "anio", "--out", str(tmp_path)])
    assert done.exit_code == 2
    assert "anio" in done.output and "aino" in done.output
    assert not list(tmp_path.iterdir())
