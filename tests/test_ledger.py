"""Everybody whose work is in a comic is named, and what may not be sold is told."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from dumped import story_of

from kokko_ethics.cli import kokko
from kokko_ethics.ledger import Work, not_for_sale, works_of
from kokko_ethics.typeface import faces, font_file, script_of
from kokko_ethics.workspace import panels_folder

PANEL = "# S\n## Wide, park\nSome people are in a park.\n"


def test_the_ledger_names_our_drawings_and_every_typeface() -> None:
    works = works_of(story_of(PANEL))
    assert [work.kind for work in works] == ["drawings", "font", "font", "font"]
    assert all(work.author and work.licence and work.source and work.sellable for work in works)
    families = {work.title.replace(" ", "") for work in works if work.kind == "font"}
    assert {font_file(face).stem.split("_")[0] for face in faces() if not script_of(face)} == families


def test_typefaces_of_another_script_are_named_where_it_is_written() -> None:
    works = works_of(story_of(PANEL.replace("Some people", "مرحبا")))
    families = {work.title.replace(" ", "") for work in works if work.kind == "font"}
    assert {font_file(face).stem.split("_")[0] for face in faces()} == families


def test_a_pack_and_a_picture_are_named() -> None:
    story = story_of(PANEL + '![A tree](tree.png "Somebody, CC BY 4.0, a site")\n')
    pack, picture = works_of(replace(story, art="paper-cut"))[-2:]
    assert (pack.title, pack.licence, pack.sellable) == ("Paper cut", "CC-BY-4.0", True)
    assert (picture.author, picture.licence, picture.panel) == ("Somebody, CC BY 4.0, a site", "CC BY 4.0", 1)
    assert not not_for_sale(replace(story, art="paper-cut"))


@pytest.mark.parametrize(
    ("licence", "sold"),
    [("CC-BY-4.0", True), ("CC0-1.0", True), ("OFL-1.1", True), ("CC BY-NC 4.0", False), ("CC-BY-NC-SA-4.0", False),
     ("", False)],
)  # fmt: skip
def test_a_licence_says_whether_a_comic_may_be_sold(licence: str, sold: bool) -> None:
    assert Work("picture", "a.png", "Somebody", licence, "").sellable == sold


@pytest.mark.parametrize("credit", ['"Somebody, CC BY-NC 4.0"', '"Somebody"', ""])
def test_check_stops_at_what_may_not_be_sold(tmp_path: Path, credit: str) -> None:
    script = tmp_path / "story.md"
    picture = f"![A tree]({'a.png'} {credit})" if credit else "![A tree](a.png)"
    script.write_text(f"---\ntitle: T\nlang: en\n---\n{PANEL}{picture}\n", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(png())
    plain = CliRunner().invoke(kokko, ["--lang", "en", "check", str(script)])
    sold = CliRunner().invoke(kokko, ["--lang", "en", "check", "--commercial", str(script)])
    assert "may not be used" not in plain.output
    assert plain.exit_code == 0, plain.output
    assert "“a.png” may not be used" in sold.output
    assert sold.exit_code == 1


def png() -> bytes:
    import io

    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (60, 40), "#7fae72").save(made, "PNG")
    return made.getvalue()


def test_the_ledger_names_every_word_list_and_how_it_was_made() -> None:
    root = panels_folder().parent
    lists = tomllib.loads((panels_folder() / "ledger.toml").read_text(encoding="utf-8"))["lists"]
    named = {root / file for one in lists for file in one["files"]}
    assert named == set((root / "kokko_ethics" / "review").glob("*.txt"))
    assert all((root / one["made"]).is_file() and one["licence"] and one["author"] for one in lists)
