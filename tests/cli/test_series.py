"""Outputs that gather many stories: made of what each story left behind, and left alone while nothing changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint

import pytest
from asked import STORY, Desk

from kokko_ethics import outputs
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path

GATHERED: list[tuple[str, ...]] = []
BESIDE: list[list[str]] = []


class Contents:
    """A list of all titles."""

    name = "contents"
    about = "the titles of all stories"
    usual = False
    folder = "contents"

    def publish(self, edition: Edition) -> Iterator[Artifact]:
        title = edition.story.title.encode()
        yield Artifact(chapter_path(self.name), edition.story.title, lambda: title)

    def gather(self, chapters: Sequence[Chapter]) -> Iterator[Artifact]:
        titles = tuple(f"{one.story} {one.lang} {one.data.decode()}" for one in chapters)
        GATHERED.append(titles)
        BESIDE.append([f"{one.story}/{file.path}" for one in chapters for file in one.beside if file.read()])
        yield Artifact("titles.txt", repr(titles), lambda: "\n".join(titles).encode())


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entry = EntryPoint("contents", "test_series:Contents", outputs.GROUP)
    monkeypatch.setattr(outputs, "entry_points", lambda group: [entry])
    outputs._known.cache_clear()
    GATHERED.clear()
    BESIDE.clear()
    yield
    monkeypatch.undo()
    outputs._known.cache_clear()


@pytest.fixture
def two(desk: Desk) -> Desk:
    desk.write("scripts/tea.md", STORY)
    desk.write("scripts/milk.md", STORY.replace("title: Tea", "title: Milk"))
    return desk


def titles(desk: Desk) -> list[str]:
    return (desk.folder / "output/contents/titles.txt").read_text(encoding="utf-8").splitlines()


def test_a_series_is_made_of_all_stories_in_order(two: Desk) -> None:
    assert two.ask("build", "--to", "contents").code == 0
    assert titles(two) == ["milk en Milk", "tea en Tea"]


def test_an_unchanged_series_is_left_alone(two: Desk) -> None:
    two.ask("build", "--to", "contents")
    assert "Nothing has changed." in two.ask("build", "--to", "contents").out
    assert len(GATHERED) == 1


def test_a_change_in_one_story_changes_the_series(two: Desk) -> None:
    two.ask("build", "--to", "contents")
    two.write("scripts/tea.md", STORY.replace("title: Tea", "title: Cold tea"))
    two.ask("build", "--to", "contents")
    assert titles(two) == ["milk en Milk", "tea en Cold tea"]


def test_a_broken_story_is_left_out_and_the_others_are_gathered(two: Desk) -> None:
    two.write("scripts/tea.md", "---\ntitle: Tea\nlang: en\n---\n")
    assert two.ask("build", "--to", "contents").code == 1
    assert titles(two) == ["milk en Milk"]


def test_a_story_that_breaks_stays_as_it_last_was(two: Desk) -> None:
    two.ask("build", "--to", "contents")
    two.write("scripts/tea.md", "---\ntitle: Cold tea\nlang: en\n---\n")
    assert two.ask("build", "--to", "contents").code == 1
    assert titles(two) == ["milk en Milk", "tea en Tea"]


def test_a_story_without_consent_does_not_stay(two: Desk) -> None:
    two.ask("build", "--to", "contents")
    two.write("scripts/consent.yaml", "withdrawn:\n  - story: tea\n")
    assert two.ask("build", "--to", "contents").code == 1
    assert titles(two) == ["milk en Milk"]


def test_files_for_trainers_are_handed_on_while_they_are_fresh(two: Desk) -> None:
    two.ask("build", "--to", "contents")
    assert BESIDE[-1] == []
    two.ask("build", "--to", "zine")
    two.ask("build", "--to", "contents")
    assert BESIDE[-1] == ["milk/zine-a4-print.pdf", "tea/zine-a4-print.pdf"]
    two.write("scripts/tea.md", STORY.replace("title: Tea", "title: Cold tea"))
    two.ask("build", "--to", "contents")
    assert BESIDE[-1] == ["milk/zine-a4-print.pdf"]


def test_a_plain_build_makes_no_series(two: Desk) -> None:
    two.ask("build", "--to", "svg")
    assert not GATHERED
