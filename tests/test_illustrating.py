"""Drawings of other hands in a finished comic: packs, and pictures that fill panels."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from kokko_ethics.compiler import Compiled, compile_story
from kokko_ethics.drawing.model import Drawing, Group, Mark, Picture
from kokko_ethics.drawing.styles import in_style
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

FRONT = "---\ntitle: T\nlang: en\ncast: Aino, Jere\n{more}---\n# S\n## Wide, meeting room\n"
SAID = (
    "Two people are in a room.\n[Aino left sits happy, Jere right; on the table calendar]\n"
    "AINO: Hello, Jere.\nJERE: Hi.\n"
)


def compiled(text: str, folder: Path) -> Compiled:
    return compile_story(Source.of(text, str(folder / "story.md")), "story", panels=panels_folder())


def groups(marks: tuple[Mark, ...]) -> list[Group]:
    found = [mark for mark in marks if isinstance(mark, Group)]
    return [inner for group in found for inner in (group, *groups(group.marks))]


def drawing(made: Compiled) -> Drawing:
    assert made.edition
    return made.edition.web[0].drawing


def test_a_pack_draws_people_place_and_things(tmp_path: Path) -> None:
    ours = compiled(FRONT.format(more="") + SAID, tmp_path)
    theirs = compiled(FRONT.format(more="art: paper-cut\n") + SAID, tmp_path)
    assert not [one for one in theirs.diagnostics if one.severity]
    assert theirs.edition and theirs.edition.web[0].lettering.score >= 75
    people = [dict(group.data).get("character") for group in groups(drawing(theirs).marks) if group.role == "figure"]
    assert people == ["aino", "jere"]
    assert len(to_svg(drawing(theirs))) < len(to_svg(drawing(ours)))
    assert "#d99a2b" in to_svg(drawing(theirs))


def test_words_in_a_pack_keep_clear_of_drawn_heads(tmp_path: Path) -> None:
    made = compiled(FRONT.format(more="art: paper-cut\n") + SAID, tmp_path)
    assert made.edition
    for pane in made.edition.web:
        for balloon in pane.lettering.balloons:
            for figure in pane.lettering.stage.figures:
                assert not balloon.box.overlap(figure.head)


def test_an_unknown_pack_is_told_with_the_nearest_and_our_own_hand_draws(tmp_path: Path) -> None:
    made = compiled(FRONT.format(more="art: paper-cat\n") + SAID, tmp_path)
    (said,) = [one for one in made.diagnostics if one.code == "unknown-pack"]
    assert said.nearest == "paper-cut" and said.place == (5, 6)
    assert made.edition


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    made = io.BytesIO()
    Image.new("RGB", (300, 200), "#cc3322").save(made, "PNG")
    (tmp_path / "lake.png").write_bytes(made.getvalue())
    return tmp_path


PANEL = '![A lake with a bench.](lake.png "Somebody, CC BY 4.0")\n[Aino left]\nAINO: Hello.\n'


def test_a_picture_fills_its_panel_and_its_words_describe_it(picture: Path) -> None:
    made = compiled(FRONT.format(more="") + PANEL, picture)
    drawn = drawing(made)
    (shown,) = [mark for group in groups(drawn.marks) for mark in group.marks if isinstance(mark, Picture)]
    assert shown.box.x <= 0 and shown.box.y <= 0
    assert shown.box.right >= drawn.width and shown.box.bottom >= drawn.height
    assert drawn.description == "A lake with a bench."
    assert not [group for group in groups(drawn.marks) if group.role == "figure"]
    assert made.edition and not made.edition.web[0].lettering.broken


def test_a_picture_loses_its_colours_in_grey_and_keeps_them_in_contrast(picture: Path) -> None:
    drawn = drawing(compiled(FRONT.format(more="") + PANEL, picture))
    for style, modes in (("grey", "L"), ("ink", "L"), ("contrast", "RGB")):
        marks = groups(in_style(drawn, style).marks)  # type: ignore[arg-type]
        (shown,) = [mark for group in marks for mark in group.marks if isinstance(mark, Picture)]
        with Image.open(io.BytesIO(shown.png)) as opened:
            assert opened.mode == modes


def test_a_missing_picture_is_told_and_the_panel_is_drawn(tmp_path: Path) -> None:
    made = compiled(FRONT.format(more="") + PANEL, tmp_path)
    assert "picture-missing" in [one.code for one in made.diagnostics]
    assert [group for group in groups(drawing(made).marks) if group.role == "figure"]


def test_a_picture_without_a_maker_is_told(picture: Path) -> None:
    made = compiled(FRONT.format(more="") + "![A lake with a bench.](lake.png)\nAINO: Hello.\n", picture)
    assert "picture-without-credit" in [one.code for one in made.diagnostics]
