"""The files that an organisation edits: all that can be wrong in them is said, and the draft note is never lost."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reference.facts import stale
from kokko_ethics.reference.model import Project, Question, Reference
from kokko_ethics.reference.places import WORKS, in_use, shipped
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.reporting.texts import wording
from kokko_ethics.wording import LANGUAGES

ALL = '{fi: "f", sv: "s", en: "e"}'
PRINCIPLE = f"principles:\n  - id: tieto\n    number: 4\n    title: {ALL}\n    sentence: {ALL}\n    why: {ALL}\n"
TERM = (
    "terms:\n  - id: t\n    fi: {term: t, meaning: m}\n    sv: {term: t, meaning: m}\n    en: {term: t, meaning: m}\n"
)
FACT = (
    f'facts:\n  - id: f\n    kind: help-line\n    number: "1"\n    text: {ALL}\n    source: s\n    state: verified\n'
    "    last_checked: 2026-01-31\n    checked_in: stored copy\n    box: [fi]\n"
)
PROJECT = "organisation: We\ncontact: we@example.org\naddress: https://example.org/comics\n"
STATEMENT = f"contact: a@example.org\nstatus: partly\nassessed_on: 2026-05-31\nassessed_by: We\ntested:\n  - {ALL}\n"
QUESTION = (
    "questions:\n  - id: fee\n    kind: answer\n    refs: [term:palkkio]\n    help: [nollalinja]\n"
    + "".join(f'    {lang}: {{asked: [a], answer: "Call {{hatanumero}}."}}\n' for lang in LANGUAGES)
)
WHOLE = {
    "principles": PRINCIPLE, "glossary": TERM, "facts": FACT, "project": PROJECT, "accessibility": STATEMENT,
    "questions": QUESTION,
}  # fmt: skip
SIGNED = "    confirmed_by: We\n    confirmed_on: 2026-05-31\n"
MISTAKES = {
    "unknown key": ("principles", PRINCIPLE + "    offical_text: x\n", "data-unknown-key", "offical_text"),
    "unknown key above": ("facts", FACT + "fakts: []\n", "data-unknown-key", "fakts"),
    "unknown status": ("principles", PRINCIPLE + "    status: conformed\n", "data-value", "conformed"),
    "missing language": ("principles", PRINCIPLE.replace(', sv: "s"', "", 1), "data-language-missing", "fi"),
    "bad date": ("principles", PRINCIPLE + "    confirmed_on: 31.5.2026\n", "data-date", "31.5.2026"),
    "no such day": ("principles", PRINCIPLE + "    confirmed_on: 2026-02-30\n", "data-date", "2026-02-30"),
    "confirmed by nobody": ("principles", PRINCIPLE + "    status: confirmed\n", "principle-confirmed", "confirmed"),
    "nothing official": ("principles", PRINCIPLE + "    status: replaced\n", "principle-replaced", "replaced"),
    "official in one language": (
        "principles", PRINCIPLE + "    status: replaced\n    official_text: {fi: x}\n", "data-language-missing", "fi",
    ),
    "bad number": ("principles", PRINCIPLE.replace("4", "four"), "data-value", "four"),
    "bad id": ("principles", PRINCIPLE.replace("tieto", "Tieto ja taito"), "data-value", "Tieto ja taito"),
    "no id": ("principles", PRINCIPLE.replace("id: tieto\n    ", ""), "data-missing", "number"),
    "two of a name": ("principles", PRINCIPLE + PRINCIPLE.split("\n", 1)[1], "data-twice", "tieto"),
    "two of a key": ("principles", PRINCIPLE + "    number: 5\n", "data-twice", "number"),
    "broken": ("principles", PRINCIPLE + '    why: "never closed\n', "data-broken", None),
    "a tab": ("principles", "principles:\n\t- id: x\n", "data-broken", "\t"),
    "empty": ("principles", "", "data-broken", None),
    "only text": ("glossary", "Just words.", "data-broken", "J"),
    "without its list": ("glossary", "term: []", "data-missing", "term"),
    "no list": ("principles", "principles: tieto", "data-not-list", "tieto"),
    "no keys": ("principles", "principles: [tieto]", "data-not-keys", "tieto"),
    "no text": ("principles", PRINCIPLE + "    status: [draft]\n", "data-not-text", "draft"),
    "no texts": ("principles", PRINCIPLE.replace(ALL, "f", 1), "data-not-keys", "f"),
    "term without meaning": ("glossary", TERM.replace(", meaning: m", "", 1), "data-missing", "term"),
    "term of no principle": ("glossary", TERM + "    principles: [tietto]\n", "data-value", "tietto"),
    "term in two languages": ("glossary", TERM.rsplit("    en", 1)[0], "data-language-missing", "t"),
    "term twice": ("glossary", TERM + TERM.split("\n", 1)[1], "data-twice", "id"),
    "odd forms": (
        "glossary", TERM.replace("term: t", 'term: t, forms: ["a b, c"]', 1), "data-forms", '"a b, c"',
    ),
    "unknown usage": ("glossary", TERM.replace("term: t", "term: t, usage: ours", 1), "data-value", "ours"),
    "unknown kind": ("facts", FACT.replace("help-line", "helpline"), "data-value", "helpline"),
    "unknown state": ("facts", FACT.replace("verified", "perhaps"), "data-value", "perhaps"),
    "help line without number": ("facts", FACT.replace('    number: "1"\n', ""), "data-missing", "help-line"),
    "fact without source": ("facts", FACT.replace("    source: s\n", ""), "data-missing", "id"),
    "no address": ("project", PROJECT.replace("https://", ""), "project-address", "example.org/comics"),
    "an address with a place in it": (
        "project", PROJECT.replace("comics", "comics#1"), "project-address", "https://example.org/comics#1",
    ),
    "an address of another kind": (
        "project", PROJECT.replace("https", "javascript"), "project-address", "javascript://example.org/comics",
    ),
    "an address that no foot holds": (
        "project", PROJECT.replace("comics", "c" * 80), "project-address", f"https://example.org/{'c' * 80}",
    ),
    "unknown key of a project": ("project", PROJECT + "adress: x\n", "data-unknown-key", "adress"),
    "an address in parts": ("project", PROJECT.replace("https://example.org/comics", "[x]"), "data-not-text", "x"),
    "an assessment without a day": ("accessibility", "contact:\nstatus: meets\n", "data-missing", "meets"),
    "a level that there is not": ("accessibility", STATEMENT.replace("partly", "perfect"), "data-value", "perfect"),
    "a test in one language": (
        "accessibility", STATEMENT + "untested:\n  - {fi: a}\n", "data-language-missing", "fi",
    ),
    "a day of no calendar": ("accessibility", STATEMENT.replace("05-31", "05-32"), "data-date", "2026-05-32"),
    "a question of no kind": ("questions", QUESTION.replace("kind: answer", "kind: chat"), "data-value", "chat"),
    "a term that there is not": ("questions", QUESTION.replace("palkkio", "palkio"), "question-ref", "term:palkio"),
    "a help line that there is not": ("questions", QUESTION.replace("nollalinja", "linja"), "question-ref", "linja"),
    "a number that is to be checked again": (
        "questions", QUESTION.replace("{hatanumero}", "{kriisipuhelin-en}", 1), "question-ref",
        '"Call {kriisipuhelin-en}."',
    ),
    "a number as digits": (
        "questions", QUESTION.replace("{hatanumero}", "09 2525 0111", 1), "question-number", '"Call 09 2525 0111."',
    ),
    "no answer": ("questions", QUESTION.replace(', answer: "Call {hatanumero}."', "", 1), "data-missing", "asked"),
    "nobody asks": ("questions", QUESTION.replace("asked: [a], ", "", 1), "data-missing", "answer"),
    "crisis without words": ("questions", QUESTION.replace("answer\n", "crisis\n"), "data-missing", "asked"),
    "a question in two languages": ("questions", QUESTION.rsplit("    en", 1)[0], "data-language-missing", "fee"),
    "more ways to ask for nothing": (
        "questions", QUESTION + "ways:\n  - for: term:palkio\n    fi: [a]\n", "question-ref", "term:palkio",
    ),
    "more ways to ask for who knows what": ("questions", QUESTION + "ways:\n  - fi: [a]\n", "data-missing", "fi"),
    "a question twice": ("questions", QUESTION + QUESTION.split("\n", 1)[1], "data-twice", "id"),
    "unknown box": ("facts", FACT.replace("[fi]", "[se]"), "data-value", "se"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody runs in the checkout, whose own files would count."""
    monkeypatch.chdir(tmp_path)


def read(folder: Path, work: str, text: str | bytes) -> tuple[Reference, tuple[Diagnostic, ...]]:
    path = folder / f"{work}.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return reference_for(folder)


@pytest.mark.parametrize("work", WORKS)
def test_ours_have_nothing_wrong_in_them(work: str, tmp_path: Path) -> None:
    assert in_use(work, tmp_path) == shipped(work)
    assert reference_for(tmp_path)[1] == ()


@pytest.mark.parametrize("work", WORKS)
def test_whole_files_have_nothing_wrong_in_them(work: str, tmp_path: Path) -> None:
    assert read(tmp_path, work, WHOLE[work])[1] == ()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_said_where_it_stands(mistake: str, tmp_path: Path) -> None:
    work, text, code, words = MISTAKES[mistake]
    one = next(one for one in read(tmp_path, work, text)[1] if one.code == code)
    assert one.source.path == str(tmp_path / f"{work}.yaml")
    if words is not None:
        assert one.source.words(one.span).strip() == words.strip()
        assert one.place[0] > 1 or text.count("\n") == 0
    for lang in LANGUAGES:
        said = wording(one, lang)
        assert said.message and said.hint
        assert not re.search(r"\{[a-z]+\}|…\}", said.message + said.hint.replace("{fi:", ""))


def test_the_nearest_word_is_named(tmp_path: Path) -> None:
    for mistake, near in (("unknown key", "official_text"), ("unknown status", "confirmed")):
        work, text, code, _ = MISTAKES[mistake]
        assert next(one.nearest for one in read(tmp_path, work, text)[1] if one.code == code) == near


@pytest.mark.parametrize("mistake", [name for name, case in MISTAKES.items() if case[0] == "principles"])
@pytest.mark.parametrize("lang", [*LANGUAGES, "se"])
def test_no_mistake_drops_the_draft_note(mistake: str, lang: str, tmp_path: Path) -> None:
    reference, _ = read(tmp_path, "principles", MISTAKES[mistake][1])
    noted = reference.principles.draft_note("4", lang)
    if (mistake, lang) != ("official in one language", "fi"):
        assert "Kokko" in noted or "Kokon" in noted


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00", b"principles: \xe4", b"#" * 1_000_001, b"[" * 20_000])
def test_files_that_are_no_text_are_said_and_ours_stands_in(data: bytes, tmp_path: Path) -> None:
    reference, said = read(tmp_path, "principles", data)
    assert {one.code for one in said} <= {"data-unreadable", "data-broken"}
    assert len(said) == 1
    assert len(reference.principles.entries) == 10


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").mkdir()
    reference, said = reference_for(tmp_path)
    assert [one.code for one in said] == ["data-unreadable"]
    assert reference.facts.entries


def test_a_file_beside_the_script_comes_first_then_the_one_in_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "facts.yaml").write_text(FACT)
    assert in_use("facts", Path("elsewhere")) == Path("scripts/facts.yaml")
    (tmp_path / "elsewhere" / "facts.yaml").write_text(FACT)
    assert in_use("facts", Path("elsewhere")) == Path("elsewhere/facts.yaml")


def test_a_change_of_the_file_counts_at_once(tmp_path: Path) -> None:
    assert read(tmp_path, "principles", PRINCIPLE)[0].principles.draft_note("4", "en")
    signed = PRINCIPLE + "    status: confirmed\n" + SIGNED
    assert read(tmp_path, "principles", signed)[0].principles.draft_note("4", "en") == ""


def test_a_replaced_principle_is_printed_in_the_official_words_where_there_are_any(tmp_path: Path) -> None:
    text = PRINCIPLE + '    status: replaced\n    official_text: {fi: "V"}\n    official_title: {fi: "O"}\n'
    reference, _ = read(tmp_path, "principles", text)
    one = reference.principles.find("tieto")
    assert one is not None
    assert (one.title_in("fi"), one.sentence_in("fi"), one.why_in("fi")) == ("O", "V", "")
    assert (one.title_in("sv"), one.sentence_in("sv"), one.why_in("sv")) == ("s", "s", "s")
    assert reference.principles.draft_note("4", "fi") == ""
    assert reference.principles.draft_note("4", "sv").startswith("Detta är projektets eget utkast.")


def test_an_organisation_words_the_note_itself(tmp_path: Path) -> None:
    reference, _ = read(tmp_path, "principles", PRINCIPLE + 'draft_note: {fi: "Luonnos.", sv: "Utkast.", en: ""}\n')
    assert [reference.principles.draft_note("tieto", lang)[:8] for lang in LANGUAGES] == [
        "Luonnos.", "Utkast.", "This is ",
    ]  # fmt: skip


def test_the_ten_principles_are_drafts_and_say_so(tmp_path: Path) -> None:
    principles = reference_for(tmp_path)[0].principles
    assert [one.number for one in principles.entries] == list(range(1, 11))
    for one in principles.entries:
        for lang in (*LANGUAGES, "se"):
            assert one.title_in(lang) and one.sentence_in(lang) and one.why_in(lang)
            assert "Kokemustiedon keskus" in principles.draft_note(one.id, lang)
    assert principles.draft_note("", "fi") == ""


def test_the_glossary_explains_forty_terms_and_finds_each_by_its_own_name(tmp_path: Path) -> None:
    glossary = reference_for(tmp_path)[0].glossary
    assert len(glossary.terms) == 40
    for term in glossary.terms:
        for lang in LANGUAGES:
            words = term.words[lang]
            assert term.id in {one.id for one in glossary.find(words.term, lang)}, words.term
            assert words.meaning.endswith(".")


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2026, 2, 1), []),
        (date(2027, 1, 31), []),
        (date(2027, 2, 1), ["fact-old"]),
        (date(2031, 1, 1), ["fact-old"]),
    ],
)
def test_a_fact_older_than_a_year_is_a_warning_that_names_it_and_its_day(
    day: date, codes: list[str], tmp_path: Path
) -> None:
    facts = read(tmp_path, "facts", FACT)[0].facts
    said = list(stale(facts, day))
    assert [one.code for one in said] == codes
    for one in said:
        assert one.severity is Severity.WARNING
        assert ["“f”" in wording(one, "en").message, "2026-01-31" in wording(one, "en").message] == [True, True]
        assert one.source.words(one.span) == "2026-01-31"


def test_a_fact_of_the_leap_day_is_old_a_year_later(tmp_path: Path) -> None:
    facts = read(tmp_path, "facts", FACT.replace("2026-01-31", "2024-02-29"))[0].facts
    assert [list(stale(facts, date(2025, 2, 28))), len(list(stale(facts, date(2025, 3, 1))))] == [[], 1]


def test_what_nobody_could_verify_is_not_told_to_readers(tmp_path: Path) -> None:
    facts = read(tmp_path, "facts", FACT.replace("verified", "re-check"))[0].facts
    assert facts.help_lines("fi") == ()
    assert [one.code for one in stale(facts, date(2026, 2, 1))] == ["fact-unsure"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_is_somebody_to_call_in_every_language(lang: str, tmp_path: Path) -> None:
    lines = reference_for(tmp_path)[0].facts.help_lines(lang)
    assert lines[0].number == "112"
    assert len(lines) >= 2
    assert all(line.text[lang] for line in lines)


@pytest.mark.parametrize("written", ["https://example.org/comics", "https://example.org/comics/"])
def test_a_base_address_ends_with_one_slash(written: str, tmp_path: Path) -> None:
    project = read(tmp_path, "project", f"address: {written}\n")[0].project
    assert project.address == "https://example.org/comics/"


def test_a_wrong_base_address_is_not_used_and_the_rest_is(tmp_path: Path) -> None:
    project = read(tmp_path, "project", PROJECT.replace("https://", "ftp://"))[0].project
    assert (project.address, project.organisation, project.contact) == ("", "We", "we@example.org")


@pytest.mark.parametrize("written", ["status: meets\n", STATEMENT.replace("partly", "perfect"), "status: unknown\n"])
def test_without_an_assessment_a_site_claims_nothing(written: str, tmp_path: Path) -> None:
    statement = read(tmp_path, "accessibility", written)[0].statement
    assert (statement.level, statement.assessed_on) == ("unknown", "")


def test_an_assessment_is_told_with_its_day(tmp_path: Path) -> None:
    statement = read(tmp_path, "accessibility", STATEMENT)[0].statement
    assert (statement.level, statement.assessed_on, statement.assessed_by) == ("partly", "2026-05-31", "We")
    assert (statement.tested[0]["sv"], dict(statement.contact)) == ("s", {"en": "a@example.org"})


def test_ours_says_what_was_not_tested(tmp_path: Path) -> None:
    statement = reference_for(tmp_path)[0].statement
    assert statement.level == "unknown"
    assert statement.tested and statement.untested and statement.shortcomings


def test_what_we_ship_names_no_project() -> None:
    assert reference_for(Path("nowhere"))[0].project == Project()


def questions(folder: Path, text: str) -> dict[str, Question]:
    return {one.id: one for one in read(folder, "questions", text)[0].questions.entries}


def test_numbers_in_answers_come_from_the_facts(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text(FACT.replace('"1"', '"0800 7"').replace("id: f", "id: line"))
    text = QUESTION.replace("hatanumero", "line").replace("help: [nollalinja]", "help: [line]")
    assert questions(tmp_path, text)["fee"].answer["sv"] == "Call 0800\u00a07."


def test_ours_answer_thirty_questions_decline_eight_and_know_two_kinds_of_crisis(tmp_path: Path) -> None:
    found = {one.id: one for one in reference_for(tmp_path)[0].questions.entries}
    assert {id for id, one in found.items() if one.kind == "crisis"} == {"o1", "o2"}
    assert {id for id, one in found.items() if one.kind == "decline"} == {f"o{n}" for n in range(3, 11)}
    assert {f"q{n}" for n in range(1, 31)} < {id for id, one in found.items() if one.kind == "answer"}
    for one in found.values():
        assert one.refs or one.help
        for lang in LANGUAGES:
            assert len(one.asked[lang]) >= 5
            assert 1 <= len(re.findall(r"[.?!](?= |$)", one.answer[lang])) <= 4


def test_no_answer_calls_a_sentence_somebody_elses_and_every_number_is_a_help_line(tmp_path: Path) -> None:
    reference = reference_for(tmp_path)[0]
    numbers = {one.number.replace(" ", "\u00a0") for one in reference.facts.all_help_lines()}
    for one in reference.questions.entries:
        for text in one.answer.values():
            assert set(re.findall(r"\d[\d\u00a0]{2,}", text)) <= numbers
            if "Kokko" in text or "Kokon" in text:
                assert one.id == "q8"


def test_our_questions_bear_with_principles_terms_and_facts_of_others(tmp_path: Path) -> None:
    for work, text in (("principles", PRINCIPLE), ("glossary", TERM), ("facts", FACT)):
        (tmp_path / f"{work}.yaml").write_text(text)
    reference, said = reference_for(tmp_path)
    assert [one.code for one in said if one.code.startswith("question-")] == []
    found = {one.id: one for one in reference.questions.entries}
    assert found["q1"].refs == ("principle:tieto",)
    assert "112" in found["o1"].answer["fi"]


def test_more_ways_to_ask_for_a_term_are_added_up(tmp_path: Path) -> None:
    text = QUESTION + "ways:\n  - for: term:palkkio\n    fi: [a]\n  - for: term:palkkio\n    fi: [b]\n    sv: [c]\n"
    ways = read(tmp_path, "questions", text)[0].questions.ways
    assert {name: dict(said) for name, said in ways.items()} == {"term:palkkio": {"fi": ("a", "b"), "sv": ("c",)}}


def test_the_assistant_has_the_name_that_the_project_gives_it(tmp_path: Path) -> None:
    assert read(tmp_path, "project", "assistant: Keijo\n")[0].project.assistant == "Keijo"
