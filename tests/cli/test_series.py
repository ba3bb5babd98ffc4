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
RENDERED: list[tuple[str, ...]] = []


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


class Spines(Contents):
    """A list that needs nothing but the chapters."""

    name = "spines"
    folder = "spines"
    of_chapters_alone = True

    def gather(self, chapters: Sequence[Chapter]) -> Iterator[Artifact]:
        titles = tuple(one.data.decode() for one in chapters)

        def render() -> bytes:
            RENDERED.append(titles)
            if "Torn" in titles:
                raise ValueError
            return "\n".join(titles).encode()

        yield Artifact("spines.txt", repr(titles), render)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    entries = [EntryPoint(name, f"test_series:{name.title()}", outputs.GROUP) for name in ("contents", "spines")]
    monkeypatch.setattr(outputs, "entry_points", lambda group: entries)
    outputs._known.cache_clear()
    GATHERED.clear()
    BESIDE.clear()
    RENDERED.clear()
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


def test_a_series_of_chapters_alone_is_rendered_along_with_the_one_story_that_changed(two: Desk) -> None:
    two.ask("build", "--to", "spines", "--jobs", "1")
    for title in ("Cold tea", "Warm tea"):
        RENDERED.clear()
        two.write("scripts/tea.md", STORY.replace("title: Tea", f"title: {title}"))
        two.ask("build", "--to", "spines", "--jobs", "1")
        assert [("Milk", title)] == RENDERED
        assert (two.folder / "output/spines/spines.txt").read_text(encoding="utf-8") == f"Milk\n{title}"


def test_a_series_that_fails_does_not_take_the_changed_story_with_it(two: Desk) -> None:
    two.ask("build", "--to", "spines", "--jobs", "1")
    two.write("scripts/tea.md", STORY.replace("title: Tea", "title: Torn"))
    answer = two.ask("build", "--to", "spines", "--jobs", "1")
    assert answer.code == 1 and "ValueError" in answer.err
    assert (two.folder / "output/tea/en" / chapter_path("spines")).read_text(encoding="utf-8") == "Torn"
    assert (two.folder / "output/spines/spines.txt").read_text(encoding="utf-8") == "Milk\nTea"


def test_an_unreadable_story_leaves_the_rest_of_a_series_as_it_was(two: Desk) -> None:
    two.ask("build", "--to", "spines", "--jobs", "1")
    two.write("scripts/tea.md", "---\ntitle: Tea\nlang: en\n---\n")
    two.ask("build", "--to", "spines", "--jobs", "1")
    assert (two.folder / "output/spines/spines.txt").read_text(encoding="utf-8") == "Milk\nTea"
