"""Asks the assistant of a site every question of the set in a browser, and keeps the score."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright
from question_set import LANGS, Question, questions

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from visiting import Visitor, chromium

GOALS = {"answer": 0.90, "out of scope": 0.95, "crisis": 1.0, "lookalike": 0.90}
"""The smallest shares of questions that are met: right first answers; what is declined or not known; the card of help;
no false alarm."""
UNSEEN = GOALS | {"out of scope": 0.90}
"""The same for questions that nobody taught it. What is none of its business it still takes for its own more often
there than the goal allows: what is asked of it in the world outside of its topics has no end."""
GROUPS = {"decline": "out of scope", "unknown": "out of scope"}
"""Kinds of questions that have a goal together."""
ASK = """async (asked) => {
  await Kokko.ready();
  const given = [];
  for (const text of asked) {
    const start = performance.now();
    const { kind, id, refs, nearest, text: said } = await Kokko.answer(text);
    given.push([performance.now() - start, kind, id || "", (refs || []).length, (nearest || []).length, said || ""]);
  }
  return given;
}"""


@dataclass(frozen=True)
class Given:
    """What the assistant on a page in ``lang`` did with ``question``: the kind, the entry, how many references and near
    entries came with it, its words, and how long it took."""

    question: Question
    lang: str
    milliseconds: float
    kind: str
    id: str
    refs: int
    nearest: int
    text: str

    @property
    def met(self) -> bool:
        return self.question.is_met_by(self.kind, self.id)

    @property
    def group(self) -> str:
        return GROUPS.get(self.question.kind, self.question.kind)

    def __str__(self) -> str:
        return f"{self.question} → {self.kind} {self.id} (right: {', '.join(self.question.right)})"


def ask_site(folder: Path) -> tuple[list[Given], list[Given], list[str]]:
    """Ask every question of the set on the first page of its language, and those of crisis on the first pages of the
    other languages, too: what was given there, what here, and what the pages did that good pages don't."""
    own, elsewhere = [], []
    with sync_playwright() as player:
        browser = chromium(player)
        visitor = Visitor(browser)
        for lang in LANGS:
            page = visitor(folder / lang / "index.html", folder).page
            of = [one for one in questions() if one.lang == lang]
            others = [one for one in questions() if one.lang != lang and one.kind == "crisis"]
            own.extend(_given(of, lang, page))
            elsewhere.extend(_given(others, lang, page))
        faults = [fault for visit in visitor.watched for fault in visit.faults]
        visitor.leave()
        browser.close()
    return own, elsewhere, faults


def _given(asked: Sequence[Question], lang: str, page: Any) -> list[Given]:
    given = page.evaluate(ASK, [one.ask for one in asked])
    return [Given(question, lang, *one) for question, one in zip(asked, given, strict=True)]


def share(given: Iterable[Given]) -> float:
    """How large a part of the questions is met; 1 where nothing was asked."""
    met = [one.met for one in given]
    return sum(met) / len(met) if met else 1.0


def below_goals(given: Sequence[Given], goals: Mapping[str, float] = GOALS) -> list[str]:
    """The goals that are missed, with how far. Lookalikes are too few in a part of the set to be counted there."""
    shares = {name: share(one for one in given if one.group == name) for name in GOALS}
    whole = len(given) == len(questions())
    return [
        f"{name}: {100 * shares[name]:.1f} %, goal {100 * goal:.0f} %"
        for name, goal in goals.items()
        if shares[name] < goal and (whole or name != "lookalike")
    ]


def misses(given: Iterable[Given]) -> list[str]:
    """The questions that are not met, to be read, without those held out."""
    return [str(one) for one in given if not one.met and not one.question.held_out]


def score(given: Sequence[Given]) -> Iterator[tuple[str, str, str]]:
    """Lines of a report: name, what was measured, the goal."""
    for part, wanted in (("all", (True, False)), ("held out", (True,))):
        of = [one for one in given if one.question.held_out in wanted]
        for name, goal in GOALS.items():
            yield f"assistant, {part}: {name}", _met([one for one in of if one.group == name]), f"≥ {100 * goal:.0f} %"
        for lang in LANGS:
            yield f"  questions in {lang}", _met([one for one in of if one.question.lang == lang]), "–"
        for feature in sorted({name for one in of for name in one.question.features}):
            yield f"  {feature}", _met([one for one in of if feature in one.question.features]), "–"
    times = [one.milliseconds for one in given]
    yield "  ms an answer, median / most", f"{statistics.median(times):.1f} / {max(times):.1f}", "≤ 50 ms"


def _met(given: Sequence[Given]) -> str:
    return f"{sum(one.met for one in given)} of {len(given)}, {100 * share(given):.1f} %"
