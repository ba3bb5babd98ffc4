"""Somebody withdraws their consent: the story is not built any more, and everything that was made of it is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from asked import STORY, Desk

from kokko_ethics import retakes
from kokko_ethics.wording import LANGUAGES

OWN = STORY.replace("Tea is ready.", "This happened to me on the ward one winter, and nobody asked me anything.")


@pytest.fixture
def story(desk: Desk) -> Desk:
    desk.write("scripts/own.md", OWN)
    desk.write("scripts/tea.md", STORY)
    return desk


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_withdrawn_story_is_not_built_and_others_are(story: Desk) -> None:
    assert story.ask("consent", "withdraw", "scripts/own.md").code == 0
    answer = story.ask("build", "--to", "svg")
    assert answer.code == 1
    assert "error[consent-withdrawn]: The consent for the story “own” has been withdrawn" in answer.err
    assert (story.folder / "output/tea/en/layout.json").exists()
    assert not (story.folder / "output/own").exists()


REFUSALS = list(zip(LANGUAGES, ["on peruttu", "är återkallat", "withdrawn"], strict=True))


@pytest.mark.parametrize(("lang", "said"), REFUSALS)
def test_the_refusal_is_in_the_authors_language(story: Desk, lang: str, said: str) -> None:
    story.ask("consent", "withdraw", "scripts/own.md")
    assert said in story.ask("build", "scripts/own.md", "--to", "svg", lang=lang).err
    assert said in story.ask("check", "scripts/own.md", lang=lang).out


def test_what_was_unchanged_is_not_kept_on_after_a_withdrawal(story: Desk) -> None:
    assert story.ask("build", "--to", "svg").code == 0
    story.ask("consent", "withdraw", "scripts/own.md")
    assert story.ask("build", "--to", "svg").code == 1


def test_it_lists_every_file_in_all_styles_and_deletes_nothing_unasked(story: Desk) -> None:
    story.ask("build", "--to", "svg,png", "--style", "colour", "--style", "ink")
    before = files(story.folder / "output/own")
    answer = story.ask("consent", "withdraw", "scripts/own.md")
    assert all(f"  output/own/{name}\n" in answer.out for name in before)
    assert "output/tea" not in answer.out
    assert any("/ink/" in name for name in before)
    assert files(story.folder / "output/own") == before
    assert "--delete" in answer.out


def test_delete_removes_just_these_files(story: Desk) -> None:
    story.ask("build", "--to", "svg", "--style", "colour", "--style", "ink")
    mine = story.write("output/own/en/notes.txt", "mine")
    other = files(story.folder / "output/tea")
    story.ask("consent", "withdraw", "scripts/own.md")
    answer = story.ask("consent", "withdraw", "scripts/own.md", "--delete")
    assert answer.code == 0
    assert "already" in answer.out and "Deleted" in answer.out
    assert files(story.folder / "output/own") == ["en/notes.txt"] and mine.exists()
    assert files(story.folder / "output/tea") == other
    assert sorted(path.name for path in (story.folder / "output/.kokko").glob("own*")) == []
    assert (story.folder / "scripts/own.md").exists()


def test_other_output_folders_are_looked_through_when_named(story: Desk) -> None:
    story.ask("build", "--to", "svg", "--out", "here")
    assert "were found in output" in story.ask("consent", "withdraw", "scripts/own.md").out
    assert "here/own/en/panels/001.svg" in story.ask("consent", "withdraw", "scripts/own.md", "--out", "here").out


def test_files_that_were_moved_are_counted(story: Desk) -> None:
    story.ask("build", "--to", "svg")
    (story.folder / "output/own").rename(story.folder / "output/another")
    answer = story.ask("consent", "withdraw", "scripts/own.md")
    assert "more files were built and are not where they were" in answer.out
    assert story.ask("build", "scripts/own.md", "--to", "svg").code == 1


def test_another_name_does_not_help(story: Desk) -> None:
    story.ask("build", "--to", "svg")
    story.ask("consent", "withdraw", "scripts/own.md")
    (story.folder / "scripts/own.md").rename(story.folder / "scripts/new.md")
    assert "consent-withdrawn" in story.ask("build", "scripts/new.md", "--to", "svg").err
    story.write("elsewhere/copy.md", OWN.replace("title: Tea", "title: Coffee").replace("\n\n", "\n\n\n"))
    assert "consent-withdrawn" in story.ask("build", "elsewhere/copy.md", "--to", "svg").err
    assert "output/own/en/panels/001.svg" in story.ask("consent", "withdraw", "scripts/new.md").out


def test_the_same_script_by_another_path_or_link(story: Desk) -> None:
    story.write("sub/x", "")
    (story.folder / "link.md").symlink_to(story.folder / "scripts/own.md")
    story.ask("build", "link.md", "--to", "svg")
    answer = story.ask("consent", "withdraw", "sub/../link.md")
    assert answer.code == 0
    assert "scripts/consent.yaml" in answer.out and "output/link/en/panels/001.svg" in answer.out
    for path in ("link.md", "scripts/own.md", str(story.folder / "scripts/own.md"), "scripts/../scripts/own.md"):
        assert "consent-withdrawn" in story.ask("build", path, "--to", "svg").err


def test_an_edited_script_of_the_same_name_stays_withdrawn(story: Desk) -> None:
    story.ask("consent", "withdraw", "scripts/own.md")
    story.write("scripts/own.md", STORY)
    assert story.ask("build", "scripts/own.md", "--to", "svg").code == 1
    assert story.ask("build", "scripts/tea.md", "--to", "svg").code == 0


def test_the_other_languages_of_a_story_go_with_it(story: Desk) -> None:
    story.write("scripts/own.sv.md", OWN.replace("lang: en", "lang: sv") + "\nSamir nickar.\n")
    story.ask("build", "scripts/own.sv.md", "--to", "svg")
    assert "output/own/sv/panels/001.svg" in story.ask("consent", "withdraw", "scripts/own.md").out
    assert story.ask("build", "scripts/own.sv.md", "--to", "svg").code == 1


def test_restore(story: Desk) -> None:
    story.ask("consent", "withdraw", "scripts/own.md")
    assert story.ask("consent", "restore", "scripts/own.md").code == 0
    assert story.ask("build", "--to", "svg").code == 0
    again = story.ask("consent", "restore", "scripts/own.md")
    assert again.code == 2 and "not on the list" in again.err
    assert "No consent has been withdrawn" in story.ask("consent", "list").out


def test_list_shows_days_and_the_authors_own_notes(story: Desk) -> None:
    story.ask("consent", "withdraw", "scripts/own.md", "--date", "2026-03-14")
    path = story.folder / "scripts/consent.yaml"
    path.write_text(path.read_text() + "    note: called on Monday; \"thanks\"\n")
    assert "own, 2026-03-14 – called on Monday; \"thanks\"" in story.ask("consent", "list").out
    story.ask("consent", "withdraw", "scripts/tea.md")
    assert "own, 2026-03-14 – called on Monday; \"thanks\"" in story.ask("consent", "list").out
    assert story.ask("consent", "list", "scripts").out == story.ask("consent", "list").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("withdraw", "scripts/ow.md"), "Did you mean scripts/own.md?"),
        (("withdraw", "scripts/own"), "Did you mean scripts/own.md?"),
        (("withdraw", "nowhere/at/all.md"), "There is no script"),
        (("withdraw", "scripts"), "is a folder"),
        (("withdraw", "notes.txt"), "is not a script"),
        (("withdraw", "scripts/own.md", "--date", "2026-02-30"), "no day of the calendar"),
        (("restore", "scripts/tea.md"), "not on the list"),
        (("restore", "scripts/te.md"), "Did you mean scripts/tea.md?"),
        (("list", "nowhere"), "There is no folder"),
    ],
)
def test_mistakes_get_clear_answers_and_change_nothing(story: Desk, arguments: tuple[str, ...], said: str) -> None:
    story.write("notes.txt", "x")
    answer = story.ask("consent", *arguments)
    assert answer.code == 2
    assert said in answer.err
    assert not (story.folder / "scripts/consent.yaml").exists()


def test_a_script_that_is_gone_can_still_be_withdrawn_where_it_was_built(story: Desk) -> None:
    story.ask("build", "--to", "svg")
    (story.folder / "scripts/own.md").unlink()
    answer = story.ask("consent", "withdraw", "scripts/own.md", "--delete")
    assert answer.code == 0
    assert not (story.folder / "output/own").exists()
    assert story.ask("consent", "restore", "scripts/own.md").code == 0


@pytest.mark.parametrize("damage", ["withdrawn: own", "withdrawn: [", "- own", "withdrawn:\n  - own", "\udcff"])
def test_where_nobody_can_tell_nothing_is_built(story: Desk, damage: str) -> None:
    path = story.folder / "scripts/consent.yaml"
    path.write_bytes(damage.encode("utf-8", "surrogateescape"))
    answer = story.ask("build", "--to", "svg")
    assert answer.code == 1
    assert "consent-list-broken" in answer.err
    assert not (story.folder / "output/tea").exists()
    for command in (("withdraw", "scripts/own.md"), ("restore", "scripts/own.md"), ("list",)):
        asked = story.ask("consent", *command)
        assert asked.code == 1 and "can't be read" in asked.err
    assert path.read_bytes() == damage.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("list", ["", "withdrawn:\n", "withdrawn: []\n", "# nothing yet\n"])
def test_an_empty_list_withdraws_nothing(story: Desk, list: str) -> None:
    story.write("scripts/consent.yaml", list)
    assert story.ask("build", "--to", "svg").code == 0


def test_the_same_withdrawals_give_the_same_file(story: Desk) -> None:
    for names in (("own", "tea"), ("tea", "own")):
        (story.folder / "scripts/consent.yaml").unlink(missing_ok=True)
        for name in names:
            story.ask("consent", "withdraw", f"scripts/{name}.md")
        story.write(f"{names[0]}.txt", (story.folder / "scripts/consent.yaml").read_text())
    assert (story.folder / "own.txt").read_text() == (story.folder / "tea.txt").read_text()


def test_what_gathers_the_story_with_others_is_listed(story: Desk) -> None:
    story.ask("build", "--to", "svg")
    path = story.folder / "output/.kokko/own.json"
    manifest = json.loads(path.read_text())
    file = [[".kokko/site", "key", 1]]
    manifest["outputs"]["site"] = {"house": "h", "script": "s", "files": file}
    path.write_text(json.dumps(manifest))
    story.write("output/own/en/.kokko/site", "x")
    together = {"house": "h", "script": "s", "files": [["index.html", "key", 4]]}
    series = {**manifest, "folder": "site", "words": "", "outputs": {"site": together}}
    story.write("output/.kokko/series@site.json", json.dumps(series))
    story.write("output/.kokko/series@site.ink.json", json.dumps({**series, "folder": "site/ink"}))
    story.write("output/site/index.html", "both")
    story.write("output/site/ink/index.html", "both")
    answer = story.ask("consent", "withdraw", "scripts/own.md")
    assert "  output/site/index.html (with other stories" in answer.out
    assert "site/ink" not in answer.out


def test_a_translation_is_no_script(story: Desk) -> None:
    story.write("scripts/own.sv.po", "")
    story.ask("build", "--to", "svg")
    for command in ("withdraw", "restore"):
        answer = story.ask("consent", command, "scripts/own.sv.po")
        assert answer.code == 2 and "scripts/own.md" in answer.err
    assert "scripts/own.sv.po" in story.ask("consent", "withdraw", "scripts/own.md").out


def test_delete_takes_along_what_a_check_has_kept(story: Desk) -> None:
    story.ask("check")
    kept = story.folder / "output" / ".kokko" / "checked"
    assert {path.name for path in kept.iterdir()} >= {"own.json"}
    story.ask("consent", "withdraw", "scripts/own.md", "--delete")
    assert not (kept / "own.json").exists()
    story.ask("check")
    assert not (kept / "own.json").exists(), "a story that has been withdrawn leaves no trace"


def test_delete_takes_along_the_notes_on_how_it_was_lettered(story: Desk) -> None:
    retakes._best_take.cache_clear()  # as in a process that has lettered nothing yet
    story.ask("build", "--to", "layout")
    notes = story.folder / "output" / ".kokko" / "lettered" / "own.json"
    assert notes.is_file()
    story.ask("consent", "withdraw", "scripts/own.md", "--delete")
    assert not notes.exists()


def test_delete_takes_along_what_is_kept_standing_of_it_alone_and_with_others(story: Desk) -> None:
    story.ask("build", "--to", "series")
    kept = story.folder / "output" / ".kokko" / "standing"
    assert {folder.name for folder in kept.iterdir()} == {"own", "tea", "series@series"}
    story.ask("consent", "withdraw", "scripts/own.md", "--delete")
    assert {folder.name for folder in kept.iterdir()} == {"tea"}
