"""Those who judge the assistant are judged: poor assistants miss the goals, and what they do is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from asking import Given, ask_site, below_goals, misses, score
from question_set import GIVEN, LANGS, questions

PAGE = '<!doctype html><html lang="fi"><title>Kokko</title><script src="kokko.js"></script></html>'
POOR = """
const Kokko = {
  ready: async () => {},
  answer: async (text) => {
    if (text === "haluun kuolla") console.error("Help!");
    return text.includes("?")
      ? { kind: "answer", id: "q1", refs: ["q1"], nearest: [], text: "Yes." }
      : { kind: "unknown", id: null, refs: [], nearest: ["q1", "q2", "q3"], text: "I do not know." };
  },
};
"""


@pytest.mark.parametrize("kind", GIVEN)
def test_an_assistant_that_always_does_the_same_misses_a_goal(kind: str) -> None:
    assert below_goals([Given(one, one.lang, 0.0, kind, "", 1, 3, "Hei") for one in questions()])


def test_one_that_does_all_that_is_right_misses_none() -> None:
    given = [
        Given(one, one.lang, 0.0, right if right in GIVEN else one.kind, right, 1, 3, "Hei")
        for one in questions()
        for right in one.right[:1]
    ]
    assert below_goals(given) == misses(given) == []


def test_what_a_poor_one_does_on_its_page_is_seen_but_not_which_questions_held_out_it_misses(tmp_path: Path) -> None:
    for lang in LANGS:
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "index.html").write_text(PAGE, "utf-8")
        (tmp_path / lang / "kokko.js").write_text(POOR, "utf-8")
    given, elsewhere, faults = ask_site(tmp_path)
    assert [one.question for one in given] == list(questions())
    assert {one.id for one in given if "?" in one.question.ask} == {"q1"}
    assert {(one.kind, one.nearest) for one in given if "?" not in one.question.ask} == {("unknown", 3)}
    assert {one.question.kind for one in elsewhere} == {"crisis"}
    assert faults == ["Help!"] * 3  # asked on its own page and on two others
    told = "\n".join(misses(given))
    assert "fi 97 haluun kuolla → unknown" in told
    assert not [one for one in questions() if one.held_out and f"{one} →" in told]
    yes = [one for one in questions() if "?" in one.ask and "q1" in one.right]
    assert next(score(given))[1].startswith(f"{len(yes)} of ")
