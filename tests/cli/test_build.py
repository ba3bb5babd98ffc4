"""``kokko build``: everything by default, nothing twice, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from asked import STORY, Desk

from kokko_ethics.building import making
from kokko_ethics.workspace import font_path

BAD = STORY.replace("[Aino calm]\n\nAINO", "[Aino calm]\n\nAIMO")
FILES = ["layout.json", "pages/001.svg", "panels/001.svg", "panels/002.svg"]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".kokko" not in path.parts
    }


@pytest.fixture
def built(desk: Desk) -> Desk:
    desk.write("scripts/tea.md", STORY)
    assert desk.ask("build", "--to", "svg").code == 0
    return desk


def test_the_folders_are_named_by_script_and_language(built: Desk) -> None:
    assert list(tree(built.folder / "output" / "tea" / "en")) == FILES


def test_the_last_line_says_where_to_look(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("build", "--to", "web")
    assert answer.out.splitlines()[-1].endswith("output/tea/en/web/index.html")


def test_who_builds_the_site_is_told_where_it_begins(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    assert "begin with output/site/index.html" in desk.ask("build", "--to", "site").out
    assert (desk.folder / "output/site/en/tea/index.html").is_file()


def test_an_unchanged_script_costs_nothing(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "compile_story", None)  # would fail if anybody called it
    answer = built.ask("build", "--to", "svg")
    assert answer.code == 0
    assert "Nothing has changed." in answer.out


def test_a_changed_word_redraws_one_panel_and_its_page(built: Desk) -> None:
    before = tree(built.folder / "output")
    built.write("scripts/tea.md", STORY.replace("still warm", "very warm"))
    assert "2 pictures redrawn, 1 kept; 1 other file made anew" in built.ask("build", "--to", "svg").out
    after = tree(built.folder / "output")
    assert before["tea/en/panels/001.svg"] == after["tea/en/panels/001.svg"]
    assert before["tea/en/panels/002.svg"] != after["tea/en/panels/002.svg"]


def test_a_deleted_picture_comes_back_alone(built: Desk) -> None:
    (built.folder / "output/tea/en/panels/001.svg").unlink()
    assert "1 picture redrawn, 2 kept" in built.ask("build", "--to", "svg").out


def test_a_new_house_redraws_everything(built: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kokko_ethics.cli.build.house_fingerprint", lambda: "another house")
    assert "3 pictures redrawn, 0 kept" in built.ask("build", "--to", "svg").out


def test_what_no_longer_belongs_goes_and_what_is_not_ours_stays(built: Desk) -> None:
    mine = built.write("output/tea/en/panels/mine.txt", "kept")
    built.write("scripts/tea.md", STORY[: STORY.index("## Close")])
    built.ask("build", "--to", "svg")
    assert not (built.folder / "output/tea/en/panels/002.svg").exists()
    assert mine.read_text() == "kept"


def test_another_language_moves_the_folder(built: Desk) -> None:
    built.write("scripts/tea.md", STORY.replace("lang: en", "lang: sv"))
    built.ask("build", "--to", "svg")
    assert list(tree(built.folder / "output")) == [f"tea/sv/{name}" for name in FILES]
    assert not (built.folder / "output/tea/en").exists()


def test_outputs_that_were_not_asked_for_stay(built: Desk) -> None:
    built.ask("build", "--to", "web")
    assert set(FILES) <= set(tree(built.folder / "output/tea/en"))


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"format": 1}', '{"format": 99}'])
def test_a_damaged_manifest_means_a_new_build(built: Desk, damage: str) -> None:
    before = tree(built.folder / "output")
    built.write("output/.kokko/tea.json", damage)
    assert "3 pictures redrawn, 0 kept" in built.ask("build", "--to", "svg").out
    assert tree(built.folder / "output") == before


def test_a_manifest_cannot_make_us_delete_elsewhere(built: Desk) -> None:
    precious = built.write("precious.svg", "<svg/>")
    path = built.folder / "output/.kokko/tea.json"
    manifest = json.loads(path.read_text())
    manifest["outputs"]["svg"]["files"].append(["../../../precious.svg", "key", 6])
    path.write_text(json.dumps(manifest))
    built.write("scripts/tea.md", STORY.replace("warm", "hot"))
    built.ask("build", "--to", "svg")
    assert precious.exists()


def test_one_bad_script_does_not_stop_the_others(desk: Desk) -> None:
    desk.write("scripts/a.md", "---\ntitle: A\n")
    desk.write("scripts/b.md", STORY)
    answer = desk.ask("build", "--to", "svg")
    assert answer.code == 1
    assert "scripts/a.md:" in answer.err
    assert list(tree(desk.folder / "output" / "b" / "en")) == FILES


def test_warnings_are_said_again_when_nothing_changed(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY.replace("[Aino calm]", "[Aino clam]"))
    first, second = (desk.ask("build", "--to", "svg") for _ in range(2))
    assert first.code == second.code == 0
    assert "[Aino clam]" in first.err
    assert "[Aino clam]" in second.err
    assert desk.ask("build", "--to", "svg", "--strict").code == 1


def test_our_own_bug_is_named_without_a_traceback(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(making, "compile_story", broken)
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("build")
    assert answer.code == 1
    assert "error[internal-error]: Kokko failed at scripts/tea.md: ZeroDivisionError." in answer.err
    assert "Traceback" not in answer.err
    assert "Traceback" in desk.ask("build", "--traceback").err


@pytest.mark.parametrize(("command", "module"), [("build", "building.making"), ("check", "cli.looking")])
def test_a_font_that_is_gone_is_named_with_the_way_to_get_it_back(
    command: str, module: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(*_: object, **__: object) -> None:
        font_path("Nowhere.ttf")

    monkeypatch.setattr(f"kokko_ethics.{module}.compile_story", bare)
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask(command)
    told = answer.out + answer.err
    assert answer.code == 1
    assert "error[font-missing]" in told and "Nowhere.ttf is missing" in told
    assert "make" in told and "unwritable" not in told


def test_a_folder_that_cannot_be_written_is_said(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    desk.write("output", "a file where the folder should be")
    answer = desk.ask("build", "--to", "svg")
    assert answer.code == 1
    assert "output-unwritable" in answer.err


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.md", None, "file-missing"),
        ("big.md", b"x" * 5_000_000, "file-too-large"),
        ("latin.md", "pöytä".encode("latin-1"), "file-not-utf8"),
        (".", None, "file-is-directory"),
    ],
)
def test_files_that_are_no_scripts(desk: Desk, name: str, content: bytes | None, code: str) -> None:
    if content is not None:
        (desk.folder / name).write_bytes(content)
    for command in ("build", "check"):
        answer = desk.ask(command, name)
        assert answer.code == 1
        assert code in answer.err + answer.out


def test_two_scripts_of_one_name_do_not_overwrite_each_other(desk: Desk) -> None:
    desk.write("a/tea.md", STORY)
    desk.write("b/tea.md", STORY)
    answer = desk.ask("build", "a/tea.md", "b/tea.md", "--to", "svg")
    assert answer.code == 1
    assert "same-output" in answer.err


def test_a_language_cannot_leave_the_output_folder(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY.replace("lang: en", "lang: ../../../escaped"))
    desk.ask("build", "--to", "svg")
    assert not (desk.folder.parent / "escaped").exists()
    assert all(path.startswith("tea/") for path in tree(desk.folder / "output"))


def test_an_unknown_output_names_the_nearest(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("build", "--to", "pfd")
    assert answer.code == 2
    assert "Did you mean pdf?" in answer.err


def test_no_scripts_is_a_usage_error(desk: Desk) -> None:
    answer = desk.ask("build")
    assert answer.code == 2
    assert "kokko new" in answer.err


def test_several_processes_make_the_same_files(desk: Desk) -> None:
    for name in ("tea", "coffee"):
        desk.write(f"scripts/{name}.md", STORY)
    for jobs in ("1", "2", "5"):
        assert desk.ask("build", "--to", "svg,png", "--out", jobs, "--jobs", jobs).code == 0
    assert tree(desk.folder / "1") == tree(desk.folder / "2") == tree(desk.folder / "5")


def test_pages_follow_the_principles_file_of_the_project(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY.replace("lang: en", "lang: en\nprinciple: 2"))
    desk.ask("build", "--to", "svg")
    page = desk.folder / "output/tea/en/pages/001.svg"
    assert "own draft" in page.read_text(encoding="utf-8")
    shipped = (Path(__file__).parents[2] / "scripts/principles.yaml").read_text(encoding="utf-8")
    desk.write("scripts/principles.yaml", shipped)
    assert "Nothing has changed" in desk.ask("build", "--to", "svg").out
    confirmed = "status: confirmed\n    confirmed_by: We\n    confirmed_on: 2026-05-31"
    desk.write("scripts/principles.yaml", shipped.replace("status: draft\n    title", f"{confirmed}\n    title"))
    assert "1 picture redrawn, 2 kept" in desk.ask("build", "--to", "svg").out
    assert "own draft" not in page.read_text(encoding="utf-8")


def test_what_is_wrong_in_a_shared_file_is_said_once_and_again_next_time(desk: Desk) -> None:
    for name in ("tea", "coffee"):
        desk.write(f"scripts/{name}.md", STORY)
    desk.write("scripts/principles.yaml", "principles: [")
    for _ in range(2):
        answer = desk.ask("build", "--to", "svg")
        assert answer.code == 1
        assert answer.err.count("scripts/principles.yaml:1:") == 1
        assert "Traceback" not in answer.err
    assert desk.ask("check").out.count("error[data-broken]") == 1
