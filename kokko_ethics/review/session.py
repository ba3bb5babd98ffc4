"""Session: rules for what a facilitator relies on: minutes that add up, questions about panels that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.pointing import panels_named
from kokko_ethics.source import Span
from kokko_ethics.story.model import Story

_ROW = re.compile(r"^[ \t]*\|(.+)\|[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"(?:^[ \t]*\|.+\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
_HEAD = re.compile(r"(?i)\W*(min|kesto|aika|tid|längd|time|duration|length)")
_MINUTES = re.compile(r"\W*(\d{1,3})\s*(?:['′]|min\w*\.?)?\W*")
_TOTAL = re.compile(
    r"(?i)\b(yhteensä|kaikkiaan|kesto|sammanlagt|totalt|längd|total|altogether|duration)\b\W{0,4}(\d{1,3})\s*min"
)
_TOTAL_ROW = re.compile(r"(?i)\W*(yhteensä|summa|kaikkiaan|sammanlagt|totalt|total|sum|altogether)\b")


@dataclass(frozen=True, slots=True)
class _Plan:
    """A table of minutes: where it stands in the Markdown, their sum, and the total that a row of it states, with that
    row."""

    start: int
    end: int
    sum: int
    stated: int | None
    row: tuple[int, str]


def add_up_minutes(story: Story) -> Iterator[Diagnostic]:
    """The minutes of each of the facilitator's tables, where a row of it, or the words below it, state another total.
    """
    text, plans = story.facilitator, list(_plans(story.facilitator))
    for k, plan in enumerate(plans):
        where, words, total = *plan.row, plan.stated
        if total is None:
            until = plans[k + 1].start if k + 1 < len(plans) else len(text)
            said = _TOTAL.search(text, plan.end if k else 0, until)
            where, words, total = (said.start(), said.group(), int(said[2])) if said else (0, "", None)
        if total is not None and total != plan.sum:
            yield _about(story, "minutes-differ", _place(story, where, words), sum=str(plan.sum), total=str(total))


def ask_about_panels_there_are(story: Story) -> Iterator[Diagnostic]:
    """A question that names a panel behind it, such as ``(panel 12)``, which the story doesn't have."""
    known = {panel.number for panel in story.panels}
    for one in story.reflections:
        named = panels_named(one.words.plain)
        if named and (lost := [number for number in named.numbers if number not in known]):
            span = _within(story, one.words.span, named.bracket)
            numbers = ", ".join(map(str, lost))
            yield _about(
                story, "asks-about-no-panel", span, Severity.WARNING, numbers=numbers, last=str(max(known, default=0))
            )


def _plans(markdown: str) -> Iterator[_Plan]:
    for table in _TABLE.finditer(markdown):
        rows = [(table.start() + row.start(), row.group().strip(), _cells(row[1])) for row in _ROW.finditer(table[0])]
        column = next((k for k, cell in enumerate(rows[0][2]) if _HEAD.match(cell)), None)
        if column is not None:
            yield _plan(rows[1:], column, table.start(), table.end())


def _plan(rows: Sequence[tuple[int, str, list[str]]], column: int, start: int, end: int) -> _Plan:
    minutes, stated, where = 0, None, (start, "")
    for at, words, cells in rows:
        found = _MINUTES.fullmatch(cells[column]) if column < len(cells) else None
        if found and any(map(_TOTAL_ROW.match, cells)):
            stated, where = int(found[1]), (at, words)
        elif found:
            minutes += int(found[1])
    return _Plan(start, end, minutes, stated, where)


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _place(story: Story, at: int, words: str) -> Span:
    """Where the words that stand at an offset of the facilitator's notes stand in the script."""
    text, notes = story.source.text, story.facilitator
    found = text.find(notes.split("\n", 1)[0]) - 1
    for _ in range(notes.count(words, 0, at) + 1):
        found = text.find(words, found + 1)
    return Span(max(0, found), max(0, found) + len(words))


def _within(story: Story, span: Span, words: str) -> Span:
    """Where ``words`` stand in a passage of the script, or all of it."""
    at = story.source.text.find(words, span.start, span.end)
    return Span(at, at + len(words)) if at >= 0 else span


def _about(
    story: Story, code: str, span: Span, severity: Severity = Severity.HINT, **values: str
) -> Diagnostic:
    return Diagnostic(code, severity, story.source, span, tuple(values.items()))
