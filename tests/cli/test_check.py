"""``kokko check``: what it prints beside diagnostics."""

from __future__ import annotations

from asked import STORY, Desk


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
