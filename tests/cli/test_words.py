"""The other commands: new, check, explain, outputs, format; and the language of messages."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from asked import STORY, Desk

from kokko_ethics.cli.scripts import locale_language
from kokko_ethics.outputs import output_names
from kokko_ethics.wording import LANGUAGES, table


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_script_has_nothing_to_complain_about(desk: Desk, lang: str) -> None:
    assert desk.ask("new", "Ääni: kuka sanoo?", "--lang", lang).code == 0
    answer = desk.ask("check", "--strict", "--format", "jsonl", "scripts/aani-kuka-sanoo.md")
    said = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 0
    assert {each["severity"] for each in said} <= {"hint"}


def test_new_never_overwrites(desk: Desk) -> None:
    desk.ask("new", "Tea")
    path = desk.write("scripts/tea.md", "mine")
    answer = desk.ask("new", "Tea")
    assert answer.code == 2
    assert path.read_text() == "mine"


def test_quotes_of_a_word_processor_are_no_part_of_a_name(desk: Desk) -> None:
    desk.ask("new", "”Tea”")
    assert "title: Tea\n" in (desk.folder / "scripts/tea.md").read_text(encoding="utf-8")


def test_a_name_needs_a_letter(desk: Desk) -> None:
    assert desk.ask("new", "…").code == 2
    assert desk.ask("new", "../../etc/passwd").code == 0
    assert (desk.folder / "scripts/etc-passwd.md").exists()


def test_a_template_shows_all_eight_marks(desk: Desk) -> None:
    desk.ask("new", "Tea")
    lines = (desk.folder / "scripts/tea.md").read_text(encoding="utf-8").splitlines()
    for mark in ("# ", "## ", "> ", "NOA (", "[", "? ", "~ ", "- "):
        assert any(line.startswith(mark) for line in lines)


def test_format_is_idempotent_and_says_what_it_did(desk: Desk) -> None:
    desk.write("tea.md", STORY.replace("\n\n", "\n\n\n\n"))
    assert desk.ask("format", "--check", "tea.md").code == 1
    assert desk.ask("format", "tea.md").code == 0
    once = Path("tea.md").read_bytes()
    assert desk.ask("format", "tea.md").out == "tea.md: unchanged\n"
    assert Path("tea.md").read_bytes() == once
    assert desk.ask("format", "--check", "tea.md").code == 0


def test_explain_shows_why_wrong_and_right(desk: Desk) -> None:
    said = desk.ask("explain", "file-not-utf8").out
    assert "Why: " in said
    assert "Instead of:" in said
    assert "write:" in said


def test_explain_lists_every_code_and_knows_the_nearest(desk: Desk) -> None:
    listed = desk.ask("explain").out
    assert all(code in listed for code in table("diagnostics", "en"))
    answer = desk.ask("explain", "file-not-utf")
    assert answer.code == 2
    assert "Did you mean file-not-utf8?" in answer.err


def test_outputs_are_one_line_each(desk: Desk) -> None:
    names = [line.split()[0] for line in desk.ask("outputs").out.splitlines()]
    assert names == list(output_names()) and names[:3] == ["svg", "png", "pdf"]


@pytest.mark.parametrize(
    ("settings", "lang"),
    [
        ({}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "sv_SE"}, "sv"),
        ({"LANG": "fi_FI", "LC_MESSAGES": "C"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LC_ALL": "", "LANG": "sv"}, "sv"),
    ],
)
def test_the_computer_chooses_the_language(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], lang: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == lang


def test_messages_come_in_the_language_asked_for(desk: Desk) -> None:
    assert ": virhe[file-missing]: " in desk.ask("check", "x.md", lang="fi").out
    assert ": fel[file-missing]: " in desk.ask("check", "x.md", lang="sv").out


@pytest.mark.parametrize("part", ["commands", "translation"])
def test_the_tables_of_all_languages_say_the_same_things(part: str) -> None:
    parts = {lang: {(s, k) for s, keys in table(part, lang).items() for k in keys} for lang in LANGUAGES}
    assert parts["fi"] == parts["sv"] == parts["en"]


def loaded(*arguments: str, folder: Path) -> set[str]:
    """The modules that a run of kokko loads."""
    code = (
        "import sys\nfrom kokko_ethics.cli import main\n"
        f"try: main({list(arguments)!r})\nexcept SystemExit as left: print(left.code, file=sys.stderr)\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


HEAVY = {"numpy", "weasyprint", "uharfbuzz", "PIL", "svgwrite", "yaml", "jinja2", "pikepdf", "kokko_ethics.compiler"}


def test_an_unchanged_build_loads_nothing_heavy(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    desk.ask("build", "--to", "svg")
    assert not loaded("build", "--to", "svg", folder=desk.folder) & (HEAVY - {"uharfbuzz", "yaml", "numpy"})


def test_a_broken_pipe_is_quiet(desk: Desk) -> None:
    done = subprocess.run(
        f"{sys.executable} -c 'from kokko_ethics.cli import main; main()' explain | head -1",
        shell=True, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fi", "Tyyliä ”inkk” ei ole. Tarkoititko ink? Valittavissa ovat: colour, ink, grey"),
        ("sv", "Det finns ingen stil som heter ”inkk”. Menade du ink? Det finns: colour, ink, grey"),
        ("en", "There is no style called “inkk”. Did you mean ink? There are: colour, ink, grey"),
    ],
)
def test_a_style_that_is_none_is_said_in_the_language_of_messages(desk: Desk, lang: str, said: str) -> None:
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("--lang", lang, "build", "--style", "inkk")
    assert answer.code == 2 and said in " ".join(answer.err.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_template_brings_no_complaint_but_what_it_teaches(desk: Desk, lang: str) -> None:
    """No panel of it has to be drawn in two, and it fits a poster: a newcomer's first build is without a warning."""
    desk.ask("new", "Tea", "--lang", lang)
    assert "panel-split" not in desk.ask("check", "--all").out
    answer = desk.ask("build", "--to", "poster,zine,leporello")
    assert answer.code == 0 and "[too-long" not in answer.err
