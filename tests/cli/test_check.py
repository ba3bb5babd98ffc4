"""``kokko check``: what it prints beside diagnostics."""

from __future__ import annotations

import re
from typing import Any

import pytest
from asked import STORY, Answer, Desk

from kokko_ethics.cli import looking


def test_balance_is_a_table_of_all_scripts(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY.replace("lang: en", "lang: en\nslips: Samir\nrepairs: Aino"))
    desk.write("scripts/coffee.md", STORY.replace("Tea", "Coffee"))
    answer = desk.ask("check", "--balance")
    assert answer.code == 0
    assert answer.out.startswith("| Story ")
    assert [row.split(" ")[1] for row in answer.out.splitlines() if row.startswith("| ")] == [
        "Story", "Coffee", "Tea", "All",
    ]  # fmt: skip
    assert "Samir (P)" in answer.out


def test_balance_tells_of_scripts_that_it_cannot_read_and_counts_the_others(desk: Desk) -> None:
    desk.write("tea.md", STORY)
    answer = desk.ask("check", "--balance", "missing.md", "tea.md")
    assert answer.code == 1
    assert "file-missing" in answer.err
    assert "| Tea " in answer.out


def test_stories_that_lean_to_one_side_fail_a_strict_check(desk: Desk) -> None:
    for name in "abcd":
        desk.write(f"scripts/{name}.md", STORY)
    assert desk.ask("check", "--balance").code == 0
    strict = desk.ask("check", "--balance", "--strict", lang="fi")
    assert strict.code == 1
    assert "Ei tasapainossa: kokemusasiantuntijoilla on 100 % sanoista" in strict.out


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the scripts that have been looked over, one after the other in this process."""
    seen: list[str] = []
    compile_story = looking.compile_story

    def watched(*arguments: Any, **more: Any) -> Any:
        seen.append(arguments[1])
        return compile_story(*arguments, **more)

    monkeypatch.setattr(looking, "compile_story", watched)
    monkeypatch.setattr("kokko_ethics.cli.check.processors", lambda: 1)
    return seen


WORDY = STORY.replace("It is still warm.", "It is still warm, " * 40)


def test_a_script_that_has_not_changed_is_told_the_same_at_once(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", WORDY)
    desk.write("scripts/coffee.md", STORY.replace("Tea", "Coffee"))
    first = desk.ask("check", "--all")
    assert looked == ["coffee", "tea"] and "balloon" in first.out
    assert desk.ask("check", "--all") == first and len(looked) == 2
    assert desk.ask("check", "--all", "--format", "jsonl").out.count("\n") and len(looked) == 2
    desk.write("scripts/coffee.md", STORY.replace("Tea", "Hot coffee"))
    desk.ask("check")
    assert looked == ["coffee", "tea", "coffee"], "a changed script costs only itself"


def test_what_lies_beside_a_script_counts(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", STORY)
    desk.ask("check")
    desk.write("scripts/glossary.yaml", "terms:\n  - nonsense\n")
    said = desk.ask("check")
    assert len(looked) == 2 and "scripts/glossary.yaml" in said.out
    assert desk.ask("check") == said and len(looked) == 2, "what was said of the glossary is known, too"
    desk.ask("translate", "extract", "scripts/tea.md", "--lang", "sv")
    for _ in range(2):
        told = desk.ask("check", "--lang", "all")
    assert looked[2:] == ["tea"], "its translation, once"
    translation = desk.folder / "scripts" / "tea.sv.po"
    desk.write("scripts/tea.sv.po", translation.read_text(encoding="utf-8").replace('msgstr ""', 'msgstr "Te"'))
    assert desk.ask("check", "--lang", "all") != told and looked[3:] == ["tea"]


def test_an_art_pack_of_the_project_counts(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", STORY.replace("lang: en", "lang: en\nart: mine"))
    first = desk.ask("check")
    desk.write("panels/packs/mine/pack.toml", "title = 1")
    assert desk.ask("check") != first and len(looked) == 2


def test_a_build_leaves_what_a_check_needs(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", WORDY)
    desk.ask("build", "--to", "layout")
    told = desk.ask("check", "--all")
    assert looked == []
    desk.write("scripts/tea.md", f"{WORDY}\n")
    assert _codes(desk.ask("check", "--all")) == _codes(told) and looked == ["tea"]


def test_questions_of_their_own_are_asked_anew(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", STORY)
    desk.ask("check")
    desk.ask("check", "--commercial")
    assert len(looked) == 2


def test_where_nothing_can_be_kept_all_is_said_all_the_same(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", WORDY)
    desk.write("output", "a file, not a folder")
    first = desk.ask("check")
    assert desk.ask("check") == first and len(looked) == 2


def test_damaged_findings_are_made_anew(desk: Desk, looked: list[str]) -> None:
    desk.write("scripts/tea.md", WORDY)
    first = desk.ask("check")
    desk.write("output/.kokko/checked/tea.json", "{")
    assert desk.ask("check") == first and len(looked) == 2


def test_several_processes_say_what_one_says(desk: Desk) -> None:
    for name in ("coffee", "tea", "water"):
        desk.write(f"scripts/{name}.md", WORDY.replace("Tea", name))
    first = desk.ask("check", "--all")
    assert desk.ask("check", "--all") == first and first.out.count("scripts/tea.md")


def _codes(answer: Answer) -> list[str]:
    return re.findall(r"\[([a-z-]+)\]", answer.out)
