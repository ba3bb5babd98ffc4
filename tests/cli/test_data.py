"""The files that an organisation makes its own: listed, copied, and told when they have grown old."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from asked import STORY, Desk

from kokko_ethics.reference.places import WORKS, shipped
from kokko_ethics.wording import LANGUAGES


def codes(desk: Desk, *arguments: str) -> list[str]:
    said = desk.ask("check", "--format", "jsonl", *arguments).out.splitlines()
    return [each["code"] for each in map(json.loads, said) if each["code"].startswith(("fact-", "data-"))]


@pytest.mark.parametrize("work", WORKS)
def test_a_copy_is_the_file_that_comes_with_the_house_and_counts_from_now_on(desk: Desk, work: str) -> None:
    assert f"{work}: {shipped(work)}" in desk.ask("data", "list").out
    answer = desk.ask("data", "copy", work)
    assert answer.code == 0
    assert f"scripts/{work}.yaml" in answer.out
    assert Path(f"scripts/{work}.yaml").read_bytes() == shipped(work).read_bytes()
    assert f"{work}: scripts/{work}.yaml" in desk.ask("data", "list").out


def test_a_copy_never_overwrites(desk: Desk) -> None:
    mine = desk.write("scripts/glossary.yaml", "terms: []")
    assert desk.ask("data", "copy", "glossary").code == 2
    assert mine.read_text() == "terms: []"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_says_what_is_in_the_files_and_that_something_is_wrong(desk: Desk, lang: str) -> None:
    said = desk.ask("data", "list", lang=lang).out
    assert ["10" in said, "40" in said, "2026" in said] == [True] * 3
    desk.write("scripts/principles.yaml", "principles: [")
    assert "kokko check" in desk.ask("data", "list", lang=lang).out


def test_facts_grow_old_by_the_day_that_is_told_or_by_the_calendar(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("scripts/tea.md", STORY)
    assert codes(desk, "--today", "2026-12-01") == []
    assert set(codes(desk, "--today", "2031-01-01")) == {"fact-old"}
    assert set(codes(desk)) == set()
    monkeypatch.setenv("KOKKO_TODAY", "2031-01-01")
    assert set(codes(desk)) == {"fact-old"}


def test_old_facts_are_warnings(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    assert desk.ask("check", "--today", "2031-01-01").code == 0
    assert desk.ask("check", "--today", "2031-01-01", "--strict").code == 1
    assert desk.ask("check", "--today", "yesterday").code == 2


def test_whoever_keeps_the_facts_hears_what_is_still_to_be_checked(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    desk.ask("data", "copy", "facts")
    assert set(codes(desk, "--today", "2026-12-01")) == {"fact-unsure"}


def test_a_mistake_in_a_file_is_told_by_check_in_the_language_asked_for(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    text = shipped("principles").read_text(encoding="utf-8")
    desk.write("scripts/principles.yaml", text.replace("status: draft\n    title", "status: luonnos\n    title", 1))
    said = desk.ask("check", lang="fi")
    assert said.code == 1
    assert "virhe[data-value]: ”luonnos” ei sovi kohtaan ”toimijat.status”. Sopivia: draft, confirmed" in said.out
