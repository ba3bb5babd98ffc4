"""``kokko translate`` and ``kokko build --lang``: from a script to a translator and back into pictures."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from asked import STORY, Desk
from test_build import tree


@pytest.fixture
def desk_with_tea(desk: Desk) -> Desk:
    desk.write("scripts/tea.md", STORY)
    assert desk.ask("translate", "extract", "--lang", "fi,sv").code == 0
    return desk


def translate(desk: Desk, lang: str, **words: str) -> Path:
    path = desk.folder / f"scripts/tea.{lang}.po"
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = words.get(entry.msgctxt.replace("/", "_").replace("-", "_"), entry.msgstr)
    file.save()
    return path


def test_extract_writes_a_file_a_language_beside_the_script(desk_with_tea: Desk) -> None:
    assert sorted(path.name for path in (desk_with_tea.folder / "scripts").iterdir()) == [
        "tea.fi.po", "tea.md", "tea.sv.po",
    ]  # fmt: skip
    file = polib.pofile(str(desk_with_tea.folder / "scripts/tea.sv.po"))
    line = next(entry for entry in file if entry.msgctxt == "tea-1/line-1")
    assert (line.msgid, line.msgstr) == ("Tea is ready.", "")
    assert "Talar: Aino" in line.comment


def test_extract_without_languages_means_those_of_the_house(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("translate", "extract", "scripts/tea.md")
    assert answer.code == 0
    assert sorted(path.name for path in (desk.folder / "scripts").glob("*.po")) == ["tea.fi.po", "tea.sv.po"]


def test_extracting_again_keeps_translations(desk_with_tea: Desk) -> None:
    path = translate(desk_with_tea, "sv", tea_1_line_1="Teet är klart.")
    before = path.read_bytes()
    answer = desk_with_tea.ask("translate", "extract", "--lang", "sv")
    assert answer.code == 0
    assert path.read_bytes() == before
    assert "unchanged" in answer.out


def test_update_marks_what_changed_and_makes_no_new_files(desk_with_tea: Desk) -> None:
    path = translate(desk_with_tea, "sv", tea_1_line_1="Teet är klart.")
    desk_with_tea.write("scripts/tea.md", STORY.replace("Tea is ready.", "Tea is ready!"))
    answer = desk_with_tea.ask("translate", "update")
    assert answer.code == 0
    assert "1 to look at" in answer.out
    line = next(entry for entry in polib.pofile(str(path)) if entry.msgctxt == "tea-1/line-1")
    assert (line.msgid, line.previous_msgid, line.fuzzy) == ("Tea is ready!", "Tea is ready.", True)
    assert not (desk_with_tea.folder / "scripts/tea.ar.po").exists()


def test_build_makes_the_languages_that_are_asked_for(desk_with_tea: Desk) -> None:
    answer = desk_with_tea.ask("build", "--lang", "all", "--to", "svg")
    assert answer.code == 0
    out = desk_with_tea.folder / "output" / "tea"
    assert sorted(path.name for path in out.iterdir()) == ["en", "fi", "sv"]
    assert "translation-incomplete" in answer.err


def test_build_without_languages_makes_the_scripts_own(desk_with_tea: Desk) -> None:
    desk_with_tea.ask("build", "--to", "svg")
    assert [path.name for path in (desk_with_tea.folder / "output/tea").iterdir()] == ["en"]


def test_words_without_a_translation_are_marked_in_every_picture(desk_with_tea: Desk) -> None:
    translate(desk_with_tea, "sv", tea_1_line_1="Teet är klart.")
    desk_with_tea.ask("build", "--lang", "sv", "--to", "svg")
    out = tree(desk_with_tea.folder / "output/tea/sv")
    assert "Teet är klart." in out["panels/001.svg"].decode()
    assert '[en] It is' in out["panels/002.svg"].decode()
    assert 'lang="en"' in out["panels/002.svg"].decode()


def test_a_changed_translation_rebuilds_its_language_alone(desk_with_tea: Desk) -> None:
    desk_with_tea.ask("build", "--lang", "all", "--to", "svg")
    before = tree(desk_with_tea.folder / "output")
    translate(desk_with_tea, "sv", tea_1_line_1="Teet är klart.")
    answer = desk_with_tea.ask("build", "--lang", "all", "--to", "svg")
    assert answer.err.count("unchanged") == 2
    assert "[3/3] scripts/tea.md into sv: 2 pictures redrawn, 1 kept" in answer.err
    after = tree(desk_with_tea.folder / "output")
    changed = [path for path in before if before[path] != after[path]]
    assert changed == ["tea/sv/layout.json", "tea/sv/pages/001.svg", "tea/sv/panels/001.svg"]


def test_what_was_said_about_a_translation_is_said_again_when_nothing_changed(desk_with_tea: Desk) -> None:
    first = desk_with_tea.ask("build", "--lang", "sv", "--to", "svg")
    again = desk_with_tea.ask("build", "--lang", "sv", "--to", "svg")
    assert "scripts/tea.sv.po:" in again.err
    assert first.err.split("\n")[1:] == again.err.split("\n")[1:]


def test_a_language_without_a_translation_is_an_error_with_advice(desk_with_tea: Desk) -> None:
    answer = desk_with_tea.ask("build", "--lang", "se", "--to", "svg")
    assert answer.code == 1
    assert "There are: fi, sv." in answer.err
    assert "kokko translate extract scripts/tea.md --lang se" in answer.err


def test_what_is_no_code_of_a_language_is_a_usage_error(desk_with_tea: Desk) -> None:
    answer = desk_with_tea.ask("build", "--lang", "svenska", "--to", "svg")
    assert answer.code == 2
    assert "“svenska” is not the code of a language" in answer.err


def test_the_scripts_own_language_may_be_named(desk_with_tea: Desk) -> None:
    assert desk_with_tea.ask("build", "--lang", "en", "--to", "svg").code == 0
    assert [path.name for path in (desk_with_tea.folder / "output/tea").iterdir()] == ["en"]


def test_a_story_told_by_a_script_of_its_own_needs_no_catalogue(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    desk.write("scripts/tea.sv.md", STORY.replace("lang: en", "lang: sv"))
    assert desk.ask("build", "--lang", "sv", "--to", "svg").code == 0
    assert [path.name for path in (desk.folder / "output/tea").iterdir()] == ["sv"]


def test_a_translation_of_another_story_is_refused(desk_with_tea: Desk) -> None:
    path = desk_with_tea.folder / "scripts/tea.sv.po"
    path.write_text(path.read_text().replace("X-Kokko-Story: tea", "X-Kokko-Story: coffee"))
    for command in (("build", "--lang", "sv", "--to", "svg"), ("translate", "update")):
        answer = desk_with_tea.ask(*command)
        assert answer.code == 1
        assert "is a translation of “coffee”, not of “tea”" in answer.err


def test_a_broken_catalogue_is_named_with_its_line(desk_with_tea: Desk) -> None:
    path = desk_with_tea.folder / "scripts/tea.sv.po"
    path.write_text(path.read_text() + 'msgctxt "x"\nmsgid "a "b" c"\nmsgstr ""\n')
    answer = desk_with_tea.ask("build", "--lang", "sv", "--to", "svg")
    assert answer.code == 1
    assert "catalogue-broken" in answer.err
    assert "a \"b\" c" in answer.err


def test_check_looks_at_translations_when_asked(desk_with_tea: Desk) -> None:
    translate(desk_with_tea, "sv", tea_1_line_1="Tea is *ready.")
    assert "tea.sv.po" not in desk_with_tea.ask("check").out
    answer = desk_with_tea.ask("check", "--lang", "all", "--format", "short")
    assert answer.code == 0
    assert "scripts/tea.sv.po" in answer.out
    assert "translation-emphasis" in answer.out
    assert desk_with_tea.ask("check", "--lang", "all", "--strict").code == 1
    assert "translation-missing" in desk_with_tea.ask("check", "--lang", "ar").out
