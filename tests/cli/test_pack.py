"""``kokko pack``: all that somebody needs, under one word; art packs stay where they were."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from asked import STORY, Desk

from kokko_ethics import outputs
from kokko_ethics.building import making
from kokko_ethics.outputs.protocol import AUDIENCES, Artifact
from kokko_ethics.wording import LANGUAGES, table


class Badge:
    """A stranger's output for trainers."""

    name = "badge"
    about = "a badge to wear"
    usual = False
    audience = ("trainer",)

    def publish(self, edition: object) -> list[Artifact]:
        return [Artifact("badge.txt", "1", lambda: b"!"), Artifact("sheets/1.txt", "1", lambda: b"1")]


class Plate(Badge):
    """A stranger's output for print shops."""

    name = "plate"
    audience = ("print-shop",)

    def publish(self, edition: object) -> list[Artifact]:
        return [Artifact("plate.txt", "1", lambda: b"!")]


@pytest.fixture
def strangers(monkeypatch: pytest.MonkeyPatch) -> object:
    """Only strangers' outputs and the one that is always made, so that packing takes no time."""
    ours = tuple(entry for entry in outputs.BUILT_IN if entry.name == "layout")
    theirs = [EntryPoint(one.name, f"test_pack:{one.__name__}", outputs.GROUP) for one in (Badge, Plate)]
    monkeypatch.setattr(outputs, "BUILT_IN", ours)
    monkeypatch.setattr(outputs, "entry_points", lambda group: theirs)
    outputs._known.cache_clear()
    yield
    monkeypatch.undo()
    outputs._known.cache_clear()


@pytest.fixture
def tea(desk: Desk, strangers: object) -> Desk:
    desk.write("scripts/tea.md", STORY)
    return desk


def made(desk: Desk) -> set[str]:
    folder = desk.folder / "output/tea/en"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"layout.json"}


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ((), {"badge.txt", "sheets/1.txt"}),
        (("--for", "trainer", "scripts/tea.md"), {"badge.txt", "sheets/1.txt"}),
        (("scripts/tea.md", "--for", "print-shop"), {"plate.txt"}),
        (("--for", "all"), {"badge.txt", "sheets/1.txt", "plate.txt"}),
    ],
)
def test_everybody_gets_what_says_that_it_is_for_them(tea: Desk, words: tuple[str, ...], files: set[str]) -> None:
    assert tea.ask("pack", *words).code == 0
    assert made(tea) == files


def test_the_last_lines_say_what_lies_where(tea: Desk) -> None:
    lines = tea.ask("pack").out.splitlines()
    assert lines[1:] == ["In output/tea/en/", "  badge.txt, sheets/  a badge to wear"]


def test_an_unchanged_script_is_not_even_read_and_the_lines_are_the_same(
    tea: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tea.ask("pack").out.splitlines()[1:]
    monkeypatch.setattr(making, "compile_story", None)  # would fail if anybody called it
    answer = tea.ask("pack")
    assert "Nothing has changed." in answer.out
    assert answer.out.splitlines()[1:] == before


def test_many_folders_are_counted(tea: Desk) -> None:
    for name in ("a", "b", "c", "d"):
        tea.write(f"scripts/{name}.md", STORY)
    assert "In output/a/en/, output/b/en/, output/c/en/ and 2 more folders" in tea.ask("pack").out


def test_styles_have_their_own_folders(tea: Desk) -> None:
    answer = tea.ask("pack", "--style", "ink")
    assert "In output/tea/en/ink/" in answer.out
    assert made(tea) - {"ink/layout.json"} == {"ink/badge.txt", "ink/sheets/1.txt"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_audience_names_the_nearest(tea: Desk, lang: str) -> None:
    answer = tea.ask("pack", "--for", "trainr", lang=lang)
    assert answer.code == 2
    assert {"trainr", "trainer"} <= {word.strip("”“.,?:") for word in answer.err.split()}
    assert "print-shop" in answer.err


def test_an_audience_that_nothing_is_for_is_said(
    desk: Desk, strangers: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Plate, "audience", ())
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("pack", "--for", "print-shop")
    assert (answer.code, "no output for print-shop" in answer.err) == (2, True)


def test_a_script_that_is_not_there_is_named(tea: Desk) -> None:
    answer = tea.ask("pack", "scripts/coffee.md")
    assert answer.code == 1
    assert "file-missing" in answer.err
    assert "output/" not in answer.out


def test_art_packs_stay_where_they_were(desk: Desk, tmp_path: Path) -> None:
    assert "paper-cut" in desk.ask("pack", "list").out
    assert desk.ask("pack", "check", "paper-cut").code == 0
    assert desk.ask("pack", "check", "nobody").code == 2
    assert "open-peeps" in desk.ask("pack", "add", "--help").out


def test_the_help_tells_both() -> None:
    from click.testing import CliRunner

    from kokko_ethics.cli import kokko

    said = CliRunner().invoke(kokko, ["pack", "--help"]).output
    assert all(word in said for word in ("--for", "--style", "list ", "check ", "add "))


def test_the_list_says_what_is_made_only_when_asked_for(desk: Desk) -> None:
    lines = {line.split()[0]: line for line in desk.ask("outputs").out.splitlines()}
    asked = {name for name, line in lines.items() if line.endswith("(only when asked for)")}
    assert asked == set(outputs.output_names()) - set(outputs.usual_names())


def test_every_output_of_ours_has_a_line_in_every_language_and_a_known_audience() -> None:
    for entry in outputs.BUILT_IN:
        assert set(entry.audience) <= set(AUDIENCES)
        assert [lang for lang in LANGUAGES if entry.name not in table("commands", lang)["outputs"]] == []
