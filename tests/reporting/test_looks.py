"""Every look of a diagnostic, down to the last sign."""

from __future__ import annotations

import errno
import json
import os

import pytest

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reporting.report import LOOKS, report
from kokko_ethics.reporting.texts import codes, entry, printable, wording
from kokko_ethics.source import Source, Span
from kokko_ethics.wording import LANGUAGES, table

WORD = "unknown-heading-word"


def about(word: str, text: str, severity: Severity = Severity.WARNING, nearest: str | None = "Close") -> Diagnostic:
    source = Source.of(text, "scripts/tea.md")
    start = source.text.index(word)
    return Diagnostic(WORD, severity, source, Span(start, start + len(word)), (("word", word),), nearest)


def shown(diagnostic: Diagnostic, look: str = "full", lang: str = "en", *, colour: bool = False) -> str:
    return report([diagnostic], look, lang, scripts=1, colour=colour)


def test_full() -> None:
    assert shown(about("Clsoe", "# Tea\n\n## Clsoe, day\n")) == (
        "scripts/tea.md:3:4: warning[unknown-heading-word]: “Clsoe” in the heading is not a word for staging, "
        "so it is shown as the panel's title.\n"
        "    3 | ## Clsoe, day\n"
        "      |    ^^^^^\n"
        "hint: If you meant “Close”, write it so.\n"
        "\n"
        "1 script: 1 warning.\n"
    )


def test_full_without_a_near_word_gives_the_plain_hint() -> None:
    assert "hint: If it is meant as a title" in shown(about("Zzz", "## Zzz", nearest=None))


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("\tx word", "      |       ^^^^"),
        ("日本 word", "      |      ^^^^"),
        ("e\u0301\u0323 word", "      |   ^^^^"),
        ("👋 word", "      |    ^^^^"),
    ],
)
def test_the_marker_stands_under_the_words(line: str, marker: str) -> None:
    assert shown(about("word", line)).splitlines()[2] == marker


def test_a_long_line_is_cut_round_the_marker() -> None:
    lines = shown(about("word", "a" * 300 + " word " + "b" * 300)).splitlines()
    assert len(lines[1]) < 110
    assert lines[1][lines[2].index("^") :].startswith("word")
    assert lines[1].startswith("    1 | …")
    assert lines[1].endswith("…")


def test_a_span_over_lines_is_marked_on_its_first() -> None:
    source = Source.of("[Aino\nsits]", "a.md")
    text = shown(Diagnostic(WORD, Severity.ERROR, source, Span(0, 11), (("word", "x"),)))
    assert text.splitlines()[1:3] == ["    1 | [Aino", "      | ^^^^^"]


def test_a_whole_file_has_no_excerpt() -> None:
    lone = Diagnostic("file-empty", Severity.ERROR, Source.of("", "a.md"), Span(0, 0), (("path", "a.md"),))
    assert shown(lone).startswith("a.md:1:1: error[file-empty]: a.md is empty.\nhint: ")


def test_colour_is_never_the_only_sign() -> None:
    plain, coloured = (shown(about("Clsoe", "## Clsoe"), colour=colour) for colour in (False, True))
    assert "\x1b[" not in plain
    assert coloured.replace("\x1b[1;33m", "").replace("\x1b[0m", "") == plain


def test_a_script_cannot_steer_the_terminal() -> None:
    for look in ("full", "short", "narrated", "github"):
        text = shown(about("red\x1b[31m\u202e", "## red\x1b[31m\u202e\x07"), look)
        assert not {"\x1b", "\x07", "\u202e"} & set(printable(text) if look == "github" else text)


def test_short() -> None:
    assert shown(about("Clsoe", "## Clsoe"), "short").splitlines()[0].startswith("scripts/tea.md:1:4: warning[")


def test_narrated_has_no_signs() -> None:
    text = shown(about("Clsoe", "## Clsoe"), "narrated")
    assert text.startswith("scripts/tea.md, line 1, column 4. Warning: “Clsoe” in the heading")
    assert not set("^|[]#") & set(text)


@pytest.mark.parametrize(("lang", "word"), [("fi", "varoitus"), ("sv", "varning"), ("en", "warning")])
def test_severities_are_in_the_readers_language(lang: str, word: str) -> None:
    assert f": {word}[" in shown(about("Clsoe", "## Clsoe"), lang=lang)


def test_github_escapes_its_own_signs() -> None:
    source = Source.of("50 %,: ok", "a,b:c.md")
    text = shown(Diagnostic(WORD, Severity.HINT, source, Span(0, 4), (("word", "50 %"),)), "github")
    assert text.startswith("::notice file=a%2Cb%3Ac.md,line=1,endLine=1,title=unknown-heading-word,col=1,endColumn=5::")
    assert "50 %25" in text
    assert text.count("\n") == 1


def test_jsonl_is_one_object_a_line() -> None:
    record = json.loads(shown(about("Clsoe", "## Clsoe"), "jsonl"))
    assert {**record, "message": "", "hint": ""} == {
        "path": "scripts/tea.md", "line": 1, "column": 4, "end_line": 1, "end_column": 9, "severity": "warning",
        "code": WORD, "message": "", "hint": "", "nearest": "Close",
    }  # fmt: skip


def test_sarif_is_whole() -> None:
    log = json.loads(shown(about("Clsoe", "## Clsoe"), "sarif"))
    run = log["runs"][0]
    result = run["results"][0]
    assert log["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == WORD
    assert result["level"] == "warning"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "scripts/tea.md"
    assert place["region"] == {"startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 9}


@pytest.mark.parametrize("look", LOOKS)
def test_an_unknown_code_is_still_reported(look: str) -> None:
    source = Source.of("x", "a.md")
    lone = Diagnostic("no-such-code", Severity.ERROR, source, Span(0, 1), (("a", "b"),))
    assert "no-such-code" in report([lone], look, "fi", scripts=1)


def test_nothing_to_say() -> None:
    assert report([], "full", "en", scripts=4) == "4 scripts: all is well.\n"
    assert report([], "jsonl", "en", scripts=4) == report([], "github", "en", scripts=4) == ""
    assert json.loads(report([], "sarif", "en", scripts=4))["runs"][0]["results"] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_can_be_explained(lang: str) -> None:
    for code in codes(lang):
        texts = entry(code, lang) or {}
        assert texts["message"]
        assert texts["why"]
        assert "{" not in texts["message"]
    assert table("diagnostics", lang).keys() == table("diagnostics", "en").keys()


def test_the_full_look_counts_what_would_drown_an_author() -> None:
    text = "".join(f"word{i}\n" for i in range(5))
    hints = [about(f"word{i}", text, Severity.HINT) for i in range(5)]
    few = report(hints, "full", "fi", scripts=1, every=False)
    assert [f"word{i}" in few for i in range(5)] == [True, True, True, False, False]
    assert "Lisää vinkkejä tiedostosta scripts/tea.md: unknown-heading-word 2." in few
    assert "kokko check --all" in few
    assert few.endswith("1 käsikirjoitus: 5 vinkkiä.\n")
    assert "word4" in report(hints, "full", "fi", scripts=1)


@pytest.mark.parametrize("look", [look for look in LOOKS if look != "full"])
def test_other_looks_tell_everything(look: str) -> None:
    hints = [about(f"word{i}", "".join(f"word{i}\n" for i in range(5)), Severity.HINT) for i in range(5)]
    assert report(hints, look, "en", scripts=1, every=False) == report(hints, look, "en", scripts=1)


def test_errors_warnings_and_a_few_hints_are_all_shown() -> None:
    text = "".join(f"word{i}\n" for i in range(5))
    warnings = [about(f"word{i}", text) for i in range(5)] + [about(f"word{i}", text, Severity.HINT) for i in range(3)]
    assert report(warnings, "full", "en", scripts=1, every=False) == report(warnings, "full", "en", scripts=1)


def test_long_words_of_an_author_are_quoted_until_one_knows_them() -> None:
    source = Source.of("x", "a.md")
    long = Diagnostic("balloon-does-not-fit", Severity.ERROR, source, Span(0, 1), (("words", "so many words " * 40),))
    message = shown(long).split("\n")[0]
    assert "“so many words so many" in message and " …” (" in message and len(message) < 250


@pytest.mark.parametrize(
    ("lang", "reason", "said"),
    [("fi", os.strerror(errno.ENOSPC), "levy on täynnä"), ("sv", "Permission denied", "behörighet saknas"),
     ("fi", "something new", "something new")],
)  # fmt: skip
def test_why_a_file_cannot_be_written_is_said_in_the_readers_language(lang: str, reason: str, said: str) -> None:
    nowhere = Source.of("", "a.md")
    unwritable = Diagnostic("output-unwritable", Severity.ERROR, nowhere, Span(0, 0), (("reason", reason),))
    assert said in wording(unwritable, lang).message
