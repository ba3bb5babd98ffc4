"""``kokko translate`` and ``kokko build --lang``: from a script to a translator and back into pictures."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from asked import STORY, Desk
from openpyxl import load_workbook
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


def test_a_sheet_goes_out_and_its_translations_come_back(desk_with_tea: Desk) -> None:
    assert desk_with_tea.ask("translate", "extract", "--lang", "sv", "--sheet").code == 0
    book = load_workbook(desk_with_tea.folder / "scripts/tea.sv.xlsx")
    sheet = book.worksheets[0]
    row = next(row for row in range(2, 99) if sheet.cell(row, 11).value == "tea-1/line-1")
    sheet.cell(row, 6).value = "Teet är klart."
    (desk_with_tea.folder / "mail").mkdir()
    book.save(desk_with_tea.folder / "mail/to send back (1).xlsx")
    answer = desk_with_tea.ask("translate", "merge", "mail/to send back (1).xlsx")
    assert answer.code == 0
    assert "new translations 1, changed 0" in answer.out
    assert 'msgstr "Teet är klart."' in (desk_with_tea.folder / "scripts/tea.sv.po").read_text()


def test_a_returned_catalogue_is_found_by_what_it_says(desk_with_tea: Desk) -> None:
    path = translate(desk_with_tea, "sv", tea_1_line_1="Teet är klart.")
    path.rename(desk_with_tea.folder / "final_FINAL.po")
    assert desk_with_tea.ask("translate", "merge", "final_FINAL.po").code == 0
    assert 'msgstr "Teet är klart."' in path.read_text()


HEAD = 'msgid ""\nmsgstr ""\n'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("no.po", None, "file-missing"),
        ("folder.po", "/", "file-is-directory"),
        ("folder.xlsx", "/", "file-is-directory"),
        ("tea.sv.docx", "x", "catalogue-of-no-kind"),
        ("tea.sv.xlsx", "x", "sheet-broken"),
        ("tea.sv.po", "Hello", "catalogue-broken"),
        ("back.po", HEAD + '"X-Kokko-Story: tea\\n"\n', "catalogue-without-language"),
        ("back.po", HEAD + '"X-Kokko-Story: tee\\n"\n"Language: sv\\n"\n', "catalogue-without-script"),
        ("back.po", HEAD + '"X-Kokko-Story: tea\\n"\n"Language: en_GB\\n"\n', "catalogue-in-own-language"),
        ("back.po", HEAD + '"X-Kokko-Story: tea\\n"\n"Language: ../../x\\n"\n', "catalogue-without-language"),
        ("tea.sv.po", 'msgctxt "a"\nmsgid "Other."\nmsgstr "Annat."\n', "catalogue-does-not-match"),
    ],
)
def test_what_does_not_belong_is_refused(desk_with_tea: Desk, name: str, text: str | None, said: str) -> None:
    before = tree(desk_with_tea.folder / "scripts")
    path = desk_with_tea.folder / "mail" / name
    path.parent.mkdir()
    if text == "/":
        path.mkdir()
    elif text is not None:
        path.write_text(text)
    for lang in ("fi", "sv", "en"):
        answer = desk_with_tea.ask("translate", "merge", f"mail/{name}", lang=lang)
        assert answer.code == 1
        assert f"[{said}]" in answer.err
        assert "…" not in answer.err
    assert tree(desk_with_tea.folder / "scripts") == before


def test_a_file_may_be_merged_into_a_script_that_is_named(desk_with_tea: Desk) -> None:
    desk_with_tea.write("back.po", 'msgctxt "tea-1/line-1"\nmsgid "Tea is ready."\nmsgstr "Teet är klart."\n')
    desk_with_tea.write("back.sv.po", (desk_with_tea.folder / "back.po").read_text())
    answer = desk_with_tea.ask("translate", "merge", "back.sv.po", "--into", "scripts/tea.md")
    assert answer.code == 0
    assert 'msgstr "Teet är klart."' in (desk_with_tea.folder / "scripts/tea.sv.po").read_text()


def test_status_counts_by_script_and_language(desk_with_tea: Desk) -> None:
    translate(desk_with_tea, "sv", tea_1_line_1="Teet är klart.")
    desk_with_tea.write("scripts/tea.md", STORY.replace("Tea is ready.", "Tea is ready!"))
    answer = desk_with_tea.ask("translate", "status")
    assert answer.code == 0
    assert [line.split() for line in answer.out.splitlines()[1:]] == [
        ["scripts/tea.md", "fi", "2", "0", "5", "28", "%"],
        ["scripts/tea.md", "sv", "2", "1", "4", "28", "%"],
    ]
    assert desk_with_tea.ask("translate", "status", "--strict").code == 1


def test_status_is_content_when_all_is_translated(desk_with_tea: Desk) -> None:
    for lang in ("fi", "sv"):
        path = desk_with_tea.folder / f"scripts/tea.{lang}.po"
        file = polib.pofile(str(path))
        for entry in file:
            entry.msgstr = entry.msgstr or f"{lang}: {entry.msgid}"
        file.save()
    assert desk_with_tea.ask("translate", "status", "--strict").code == 0
    assert desk_with_tea.ask("build", "--lang", "all", "--to", "svg", "--strict").code == 0


def test_status_of_nothing_says_how_to_begin(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    assert "kokko translate extract" in desk.ask("translate", "status").out
    assert desk.ask("translate", "status", "--lang", "sv", "--strict").code == 1


@pytest.mark.parametrize("arguments", [("extract", "no.md"), ("update", "no.md"), ("status", "no.md")])
def test_a_missing_script_is_named(desk: Desk, arguments: tuple[str, ...]) -> None:
    answer = desk.ask("translate", *arguments)
    assert answer.code == 1
    assert "There is no file no.md." in answer.err


def test_translations_beside_a_script_are_no_scripts(desk_with_tea: Desk) -> None:
    files = ("scripts/tea.md", "scripts/tea.fi.po", "scripts/tea.sv.po")
    assert desk_with_tea.ask("check", *files).code == 0
    answer = desk_with_tea.ask("build", "scripts/tea.sv.po")
    assert answer.code == 2
    assert "scripts/tea.sv.po is a translation, not a script" in answer.err
    assert "--lang sv" in answer.err


def test_pages_say_which_words_are_in_another_language(desk_with_tea: Desk) -> None:
    translate(desk_with_tea, "sv", tea_1_description="Aino och Samir sitter vid ett bord.")
    assert desk_with_tea.ask("build", "--lang", "sv", "--to", "web").code == 0
    page = (desk_with_tea.folder / "output/tea/sv/web/index.html").read_text(encoding="utf-8")
    assert '<html lang="sv">' in page
    assert '<h1><span lang="en" dir="ltr">[en] Tea</span></h1>' in page
    assert '<p>Aino och Samir sitter vid ett bord.</p>' in page
    assert '<p>Aino: <span lang="en" dir="ltr">[en] It is still warm.</span></p>' in page


def test_a_script_and_a_catalogue_for_one_language_clash(desk_with_tea: Desk) -> None:
    desk_with_tea.write("scripts/tea.sv.md", STORY.replace("lang: en", "lang: sv"))
    answer = desk_with_tea.ask("build", "--lang", "all", "--to", "svg")
    assert answer.code == 1
    assert "same-output" in answer.err


def test_nothing_to_do_is_said(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    assert "is itself in “en”" in desk.ask("translate", "extract", "--lang", "en").err
    assert "kokko translate extract" in desk.ask("translate", "update").err
    assert "no translation (xx)" in desk.ask("translate", "update", "--lang", "xx").err
