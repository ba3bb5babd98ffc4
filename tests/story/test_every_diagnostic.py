"""Every code can be provoked, and has its words in all three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from dumped import told

import kokko_ethics
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.script.reading import read_source
from kokko_ethics.source import Source
from kokko_ethics.story import load_cast
from kokko_ethics.wording import LANGUAGES, say, table

FRONT = "---\ntitle: T\nlang: en\ncast: Aino, Hodan, Samir, Noa\n---\n"
PANEL = "# S\n## Wide\nAino waits there.\n"
ASK = PANEL + "? What now?\n"
WAYS = "- One. -> #a\n- Two. -> #b\n"
PROVOKED = {
    "comment-not-closed": FRONT + PANEL + "<!-- open",
    "heading-too-deep": FRONT + PANEL + "### x",
    "section-heading": FRONT + PANEL + "## Reflection\n\nAll think.",
    "speech-or-description": FRONT + PANEL + "\nSAMIR (happy) Hello!",
    "front-matter-without-fence": "title: T\nlang: en\n" + PANEL,
    "language-differs": FRONT.replace("en", "uk") + PANEL + "AINO: What is that? Do you have it here with you?",
    "scene-or-panel": FRONT + PANEL + "# Close, evening\nAino waits there.",
    "panel-in-notes": FRONT + PANEL + "# Facilitator\nTalk.\n## Wide, evening\nAino waves.",
    "unknown-heading-word": FRONT + "# S\n## Evenng\nAino waits there.",
    "jump-without-target": FRONT + PANEL + "->",
    "id-malformed": FRONT + "# S\n## Wide {#a b}\nAino waits there.",
    "continues-with-capital": FRONT + "# S\n## Wide\nAino waits\nThere.",
    "easy-without-line": FRONT + "# S\n## Wide\n~ x",
    "bracket-not-closed": FRONT + PANEL + "[Aino",
    "front-matter-not-closed": "---\ntitle: T\n" + PANEL,
    "front-matter-line": "---\nT\n---\n" + PANEL,
    "key-twice": "---\ntitle: T\nTitle: U\n---\n" + PANEL,
    "unknown-key": "---\ntitel of story: T\n---\n" + PANEL,
    "front-matter-broken": "---\ncast: {Aino: [x\n---\n" + PANEL,
    "speaker-without-colon": FRONT + PANEL + "AINO",
    "title-missing": "---\nlang: en\n---\n" + PANEL,
    "lang-missing": "---\ntitle: T\n---\n" + PANEL,
    "lang-malformed": "---\ntitle: T\nlang: plain Finnish\n---\n" + PANEL,
    "unknown-place": "---\ntitle: T\nplace: meting room\n---\n" + PANEL,
    "unknown-cast-name": "---\ntitle: T\ncast: Pekka\n---\n" + PANEL,
    "unknown-turn-name": "---\ntitle: T\ncast: Aino\nslips: Ainoo\n---\n" + PANEL,
    "balance-value": "---\ntitle: T\ncast: Aino\nbalance: fine\n---\n" + PANEL,
    "long-word": FRONT + PANEL + "AINO: Uncharacteristically.",
    "long-sentence": FRONT + PANEL + "AINO: " + "word " * 19,
    "rare-word": FRONT + PANEL + "AINO: Let us juxtapose.",
    "passive": FRONT + PANEL + "AINO: It was written.",
    "easy-long-word": FRONT + PANEL + "AINO: Hm.\n~ Recommendations.",
    "easy-long-sentence": FRONT + PANEL + "AINO: Hm.\n~ " + "word " * 13,
    "easy-rare-word": FRONT + PANEL + "AINO: Hm.\n~ Let us juxtapose.",
    "easy-passive": FRONT + PANEL + "AINO: Hm.\n~ It was written.",
    "abbreviation-unopened": FRONT + PANEL + "AINO: The MDTX decides.",
    "jargon": FRONT + PANEL + "AINO: Implementation.",
    "spoken-about": FRONT + PANEL + "AINO: Samir knows.",
    "never-speaks": FRONT + "# S\n## Wide\nAino and Samir wait.\nAINO: Hm.",
    "names-alike": "---\ntitle: T\ncast:\n  Mila: nurse\n  Milla: doctor\n---\n" + PANEL,
    "not-signed-off": FRONT + PANEL,
    "review-incomplete": "---\ntitle: T\nreview: Maija\n---\n" + PANEL,
    "review-date": "---\ntitle: T\nreview: [{by: M, role: nurse, date: 2026-02-30}]\n---\n" + PANEL,
    "review-role": "---\ntitle: T\nreview: [{by: M, role: nurze, date: 2026-02-03}]\n---\n" + PANEL,
    "origin-missing": FRONT + PANEL,
    "unknown-origin": "---\ntitle: T\norigin: ficton\n---\n" + PANEL,
    "words-unbalanced": FRONT + PANEL + "AINO: " + "word " * 50,
    "unknown-look-field": "---\ntitle: T\ncast:\n  Aino: {hieght: 3}\n---\n" + PANEL,
    "look-value": "---\ntitle: T\ncast:\n  Aino: {height: tall}\n---\n" + PANEL,
    "direction-without-name": FRONT + PANEL + "[sits]",
    "strength-without-feeling": FRONT + PANEL + "AINO (very): Hello.",
    "second-picture": FRONT + PANEL + "![a](a.png)\n![b](b.png)",
    "unknown-direction": FRONT + PANEL + "AINO (hapy): Hello.",
    "words-before-panel": FRONT + "# S\nAino waits there.",
    "second-jump": FRONT + PANEL + "-> end\n-> end",
    "empty-scene": FRONT + "# Empty\n" + PANEL,
    "id-reserved": FRONT + "# S\n## Wide {#end}\nAino waits there.",
    "id-twice": FRONT + "# S {#a}\n## Wide {#a}\nAino waits there.",
    "nothing-said": FRONT + PANEL + "AINO:",
    "two-of-a-group": FRONT + PANEL + "AINO (happy, sad): Hm.",
    "unknown-speaker": FRONT + PANEL + "SAMRI: Hm.",
    "too-much-for-one-body": FRONT + PANEL + "[Aino sits walks]",
    "second-question": FRONT + ASK + "? And?\n- One. -> #s",
    "option-without-question": FRONT + PANEL + "- One. -> #s",
    "option-without-target": FRONT + ASK + "- One.",
    "option-to-end": FRONT + ASK + "- One. -> end",
    "question-without-options": FRONT + ASK,
    "missing-target": FRONT + ASK + "- One. -> #no",
    "jump-after-choice": FRONT + ASK + WAYS + "-> end\n# A {#a}\n## Wide\nX y z.\n-> end\n# B {#b}\n## Wide\nX y z.",
    "unreachable-panel": FRONT + PANEL + "-> end\n## Wide\nNobody sees this.",
    "never-ends": FRONT + "# S {#s}\n## Wide\nAino waits there.\n-> #s",
    "runs-into-sister": FRONT + ASK + WAYS + "# A {#a}\n## Wide\nX y z.\n# B {#b}\n## Wide\nX y z.",
    "unknown-principle": "---\ntitle: T\nprinciple: 11\n---\n" + PANEL,
    "no-panels": FRONT,
    "panel-shows": FRONT + PANEL,
    "empty-panel": FRONT + "# S\n## Wide",
    "no-description": FRONT + "# S\n## Wide\nAINO: Hm.",
    "short-description": FRONT + "# S\n## Wide\nAino.",
    "description-repeats": FRONT + "# S\n## Wide\nAino says hello.\nSAMIR: Aino says hello.",
    "long-balloon": FRONT + PANEL + "AINO: " + "word " * 26,
    "many-balloons": FRONT + PANEL + "AINO: Hm.\nNOA: Hm.\n" * 2,
    "many-words": FRONT + PANEL + ("AINO: " + "word " * 20 + ".\n") * 3,
    "minutes-differ": FRONT + PANEL + "# Facilitator\n| what | min |\n|--|--|\n| a | 5 |\n| **Total** | 15 min |",
    "asks-about-no-panel": FRONT + PANEL + "# Reflection\n- All: What did you notice? (panels 1-3)",
    "consent-missing": "---\ntitle: T\norigin: own story\n---\n" + PANEL,
}
FROM_FILES = ("file-", "cast-", "pack-", "picture-", "unknown-pack", "translation-", "catalogue-", "sheet-",
              "data-", "principle-", "fact-", "pdf-", "project-", "question-")  # fmt: skip
ELSEWHERE = {
    "consent-withdrawn": ("story",),
    "consent-list-broken": ("path", "reason"),
    "no-easy-lines": (),
    "nothing-to-fill-in": (),
    "too-long-for-sheet": ("file", "last", "pages", "most"),
    "too-wordy-for-sheet": ("file", "words"),
    "left-out-of-sheet": ("file", "panels"),
    "too-long-for-poster": ("file", "panel", "words"),
    "balloon-does-not-fit": ("words", "speaker", "panel", "by", "limit"),
    "lettering-crowded": ("words", "speaker", "panel", "by", "limit"),
    "panel-split": ("panel", "words", "fits"),
    "character-not-drawable": ("char", "code"),
    "not-for-sale": ("work", "licence"),
    "internal-error": ("path", "reason"),
    "font-missing": ("path",),
    "output-unwritable": ("path", "reason"),
    "same-output": ("path", "other"),
}
"""Codes of other rooms, with the values that fill their gaps."""


def files(folder: Path) -> list[Diagnostic]:
    (folder / "cast").mkdir()
    (folder / "cast" / "a.yaml").write_text("name: [", encoding="utf-8")
    (folder / "cast" / "b.yaml").write_text("id: b", encoding="utf-8")
    (folder / "empty.md").write_text("", encoding="utf-8")
    (folder / "large.md").write_text("x" * 1_000_001, encoding="utf-8")
    (folder / "latin.md").write_bytes(b"\xe4")
    (folder / "word.md").write_bytes(b"PK\x03\x04 word/document.xml")
    names = ("missing.md", "cast", "empty.md", "large.md", "latin.md", "word.md", "a\0b")
    found = [read_source(folder / name, name) for name in names]
    return [*load_cast(folder / "cast")[1], *(one for one in found if isinstance(one, Diagnostic))]


@pytest.mark.parametrize("code", PROVOKED)
def test_a_script_can_provoke(code: str) -> None:
    found = [one for one in told(PROVOKED[code])[1] if one.code == code]
    assert found
    for one in found:
        check_words(one)


def check_words(one: Diagnostic) -> None:
    for lang in LANGUAGES:
        message = say("diagnostics", lang, one.code, "message", **dict(one.values))
        words = table("diagnostics", lang)[one.code]
        key = "hint" if one.nearest or "hint-plain" not in words else "hint-plain"
        hint = say("diagnostics", lang, one.code, key, **dict(one.values), nearest=one.nearest)
        assert (
            message
            and hint
            and "{" not in re.sub(r"\{#.*?\}", "", message.replace("{Aino", "")) + hint.replace("{#", "")
        )


def test_files_can_provoke(tmp_path: Path) -> None:
    found = files(tmp_path)
    assert sorted(one.code for one in found) == [
        "cast-file-broken", "cast-without-name", "file-empty", "file-is-directory", "file-missing", "file-not-text",
        "file-not-utf8", "file-too-large", "file-unreadable",
    ]  # fmt: skip
    for one in found:
        check_words(one)


def test_every_code_is_provoked_and_worded() -> None:
    known = {*PROVOKED, *ELSEWHERE} | {
        code for code in table("diagnostics", "en") if code.startswith(FROM_FILES)
    }
    for lang in LANGUAGES:
        assert set(table("diagnostics", lang)) == known
        for words in table("diagnostics", lang).values():
            assert {"message", "hint", "why", "wrong", "right"} <= set(words)


@pytest.mark.parametrize("code", ELSEWHERE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_codes_of_other_rooms(code: str, lang: str) -> None:
    values = dict.fromkeys(ELSEWHERE[code], "x")
    for key in ("message", "hint"):
        assert say("diagnostics", lang, code, key, **values)


def test_every_code_in_our_rooms_is_in_the_tables() -> None:
    package = Path(kokko_ethics.__file__).parent
    pattern = re.compile(
        r"(?:notice|error|warning|hint|_refused|Diagnostic|complain|_about)\(\s*(?:story,\s*)?\"([a-z0-9]+(?:-[a-z0-9]+)+)\""
    )
    raised = {
        code
        for room in ("script", "story", "review")
        for path in (package / room).glob("*.py")
        for code in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert len(raised) > 50 and raised <= set(table("diagnostics", "en"))


def test_messages_quote_the_author_and_name_the_nearest_word() -> None:
    one = next(d for d in told(FRONT + PANEL + "SAMRI: Hm.")[1] if d.code == "unknown-speaker")
    assert (one.severity, one.place, one.nearest) == (Severity.ERROR, (9, 1), "Samir")
    assert isinstance(one.source, Source) and one.source.words(one.span) == "SAMRI"
    assert (
        say("diagnostics", "fi", one.code, "message", **dict(one.values)) == "Hahmoissa ei ole ketään nimeltä ”SAMRI”."
    )


IN_FRONT = {
    "key-twice", "unknown-key", "front-matter-broken", "lang-malformed", "unknown-place", "unknown-cast-name",
    "unknown-turn-name", "balance-value", "consent-missing", "names-alike", "origin-missing", "unknown-origin",
    "not-signed-off", "review-incomplete", "review-date", "review-role",
    "unknown-principle",
}  # fmt: skip
SKETCHED = {
    "long-balloon", "many-balloons", "many-words", "minutes-differ", "unknown-look-field", "look-value", "panel-shows",
    "id-reserved", "missing-target", "jump-after-choice", "runs-into-sister", "comment-not-closed",
    "unreachable-panel", "second-jump", "id-twice", "front-matter-not-closed", "no-panels", "second-question",
    "title-missing", "lang-missing", "option-to-end", "unknown-cast-name", "words-unbalanced", "spoken-about",
    "asks-about-no-panel", "front-matter-without-fence",
}  # fmt: skip
"""Codes whose examples only sketch the fault, or need more story round them."""
FACTS = {"fi": "otsikko: T\nkieli: fi", "sv": "titel: T\nspråk: sv", "en": "title: T\nlang: en"}


def whole(example: str, code: str, lang: str) -> str:
    """A whole script round an example."""
    if example.startswith("---"):
        return example
    if code in IN_FRONT:
        return f"---\n{example}\n---\n# S\n## 1\nX y z."
    heading = "" if example.startswith("# ") else "# S\n" if example.startswith("## ") else "# S\n## 1\n"
    return f"---\n{FACTS[lang]}\n---\n{heading}{example}"


@pytest.mark.parametrize("code", sorted(set(PROVOKED) - SKETCHED))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_examples_are_wrong_and_right(code: str, lang: str) -> None:
    words = table("diagnostics", lang)[code]
    assert code in {one.code for one in told(whole(words["wrong"], code, lang))[1]}
    assert code not in {one.code for one in told(whole(words["right"], code, lang))[1]}
