"""The review's limits, from both sides."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest
from dumped import body_codes, story_of, told

import kokko_ethics.review as room
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review import RULES, review

LIMITED = {
    "long-balloon", "many-balloons", "many-words", "no-description", "short-description", "empty-panel",
    "minutes-differ", "description-repeats",
}  # fmt: skip
PANEL = "# S\n## Wide\nAino waits there.\n"


@pytest.mark.parametrize(
    ("body", "code", "severity"),
    [
        (PANEL + "AINO: " + "word " * 25, "", None),
        (PANEL + "AINO: " + "word " * 26, "long-balloon", Severity.HINT),
        (PANEL + "AINO: A.\nNOA: B.\nAINO: C.", "", None),
        (PANEL + "AINO: A.\nNOA: B.\nAINO: C.\nNOA: D.", "many-balloons", Severity.HINT),
        (PANEL + "AINO: A.\nNOA: B.\nAINO: C.\nNOA: D.\nAINO: E.", "many-balloons", Severity.WARNING),
        (PANEL + "AINO: " + "word " * 25 + "\nNOA: " + "word " * 25, "", None),
        (PANEL + "AINO: " + "word " * 25 + "\nNOA: " + "word " * 25 + "\nNOA: Hm.", "many-words", Severity.HINT),
        ("# S\n## Wide\nAINO: Hello.", "no-description", Severity.WARNING),
        ("# S\n## Wide\nAino.", "short-description", Severity.WARNING),
        ("# S\n## Wide", "empty-panel", Severity.ERROR),
        ("# S\n## Wide\nAino is very happy today.\nAINO: Very happy today.", "", None),
        ("# S\n## Wide\nAino is very happy today.\nAINO: Is she very happy today?", "description-repeats",
         Severity.WARNING),
        ("# S\n## Wide\nAino, Samir.\nAINO: Aino and Samir.", "short-description", Severity.WARNING),
        (PANEL + "# Facilitator\n| x | min |\n|-|-|\n| a | 5 |\n| b | 10 |\n\nTotal: 15 min", "", None),
        (
            PANEL + "# Facilitator\n| x | min |\n|-|-|\n| a | 5 |\n| b | 10 |\n\nTotal: 20 min",
            "minutes-differ",
            Severity.HINT,
        ),
        (PANEL + "# Ohjaajalle\n| x | minuutit |\n|-|-|\n| a | 5 |\n\nKesto: 20 min", "minutes-differ", Severity.HINT),
        (PANEL + "# Facilitator\n| x | min |\n|-|-|\n| a | 5 |", "", None),
    ],
)
def test_limits(body: str, code: str, severity: Severity | None) -> None:
    found = [(one.code, one.severity) for one in review(story_of(body)) if one.code in LIMITED]
    assert found == ([(code, severity)] if code else [])


def test_the_total_of_each_plan_is_held_against_its_own_minutes() -> None:
    table = "| what | minutes |\n|-|-|\n| read | {} |\n| talk | {} |\n| **Total** | **{}** |\n"
    wrong = table.format(40, 50, 95)
    notes = f"# Facilitator\n{table.format(20, 25, 45)}\nThe long one:\n\n{wrong}\n# Sources\n- Page 95.\n"
    (one,) = [one for one in review(story_of(PANEL + notes)) if one.code == "minutes-differ"]
    assert (dict(one.values), one.source.words(one.span)) == ({"sum": "90", "total": "95"}, "| **Total** | **95** |")
    twice = f"# Facilitator\n{wrong}\n{wrong}"
    lines = [one.place[0] for one in review(story_of(PANEL + twice)) if one.code == "minutes-differ"]
    assert [line - lines[0] for line in lines] == [0, 6]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did you see? (panel 2)", ["(panel 2)"]),
        ("What did you see (panels 1–3)?", ["(panels 1–3)"]),
        ("What did you see? (panel 1)", []),
        ("What helps (coffee 5 times)?", []),
    ],
)
def test_a_question_about_a_panel_that_there_is_not_is_told_with_its_words(question: str, words: list[str]) -> None:
    found = review(story_of(f"{PANEL}# Reflection\n- All: {question}\n- All: And you? (panel 1)"))
    told = [one for one in found if one.code == "asks-about-no-panel"]
    assert [one.source.words(one.span) for one in told] == words
    assert all(one.severity is Severity.WARNING and dict(one.values)["last"] == "1" for one in told)


def test_own_story_needs_consent() -> None:
    front = "title: T\nlang: en\norigin: own story"
    assert "consent-missing" in [one.code for one in review(story_of(PANEL, front))]
    assert "consent-missing" not in [one.code for one in review(story_of(PANEL, front + "\nconsent: yes, 3 May"))]


@pytest.mark.parametrize(
    ("origin", "codes"),
    [("", ["origin-missing"]), ("\norigin:", ["origin-missing"]), ("\norigin: fiction", []),
     ("\nursprung: fiktion", []), ("\norigin: ficton", ["unknown-origin"])],
)  # fmt: skip
def test_a_story_says_where_it_comes_from(origin: str, codes: list[str]) -> None:
    _, said = told(f"---\ntitle: T\nlang: en\ncast: Aino{origin}\n---\n{PANEL}")
    assert [one.code for one in said if "origin" in one.code] == codes


def test_a_rule_of_another_package_takes_the_same_road(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "entry_points", lambda group: [EntryPoint("x", "dumped:body_codes", group)])
    room._guest_rules.cache_clear()
    assert room._guest_rules() == (body_codes,)
    room._guest_rules.cache_clear()
    monkeypatch.undo()
    assert room._guest_rules() == () and room.balance.share_the_words in RULES


def test_rules_give_diagnostics() -> None:
    assert all(isinstance(one, Diagnostic) for rule in RULES for one in rule(story_of("# S\n## Wide")))
