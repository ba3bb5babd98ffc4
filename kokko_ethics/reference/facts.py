"""The facts' file: help lines, law and guidance, each with its source and the day on which it was checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reference.entries import Entries, span_of
from kokko_ethics.reference.model import Fact, Facts
from kokko_ethics.wording import LANGUAGES

_KEYS = (
    "id", "kind", "number", "text", "hours", "box", "source", "state", "last_checked", "checked_in",
)  # fmt: skip
_NEEDED = ("id", "kind", "text", "source", "state", "last_checked", "checked_in")
_KINDS = ("help-line", "law", "guidance")
_STATES = ("verified", "number-verified", "re-check")


def read_facts(entries: Entries) -> Facts | None:
    """The facts of a file; None where it cannot be read."""
    root = entries.root("facts")
    if root is None:
        return None
    return Facts(entries.by_id(root["facts"], "facts", lambda node: _fact(entries, node)), entries.source)


def stale(facts: Facts, today: date) -> Iterator[Diagnostic]:
    """A warning for every fact that was checked more than a year before ``today``, a hint for what is to be checked
    again before it may be shown."""
    for fact in facts.entries:
        checked = date.fromisoformat(fact.last_checked)
        values: tuple[tuple[str, str], ...] = (("id", fact.id), ("date", fact.last_checked))
        if (today.year - checked.year) - ((today.month, today.day) <= (checked.month, checked.day)) >= 1:
            yield Diagnostic("fact-old", Severity.WARNING, facts.source, fact.span, values)
        elif fact.state == "re-check":
            yield Diagnostic("fact-unsure", Severity.HINT, facts.source, fact.span, values)


def _fact(entries: Entries, node: yaml.Node) -> Fact | None:
    values = entries.keys(node, _KEYS, "facts")
    id = entries.name(values.get("id"), "facts.id")
    about = id or "facts"
    if entries.missing(node, values, _NEEDED, about) or not id:
        return None
    kind: Any = entries.word(values["kind"], _KINDS, f"{id}.kind")
    state: Any = entries.word(values["state"], _STATES, f"{id}.state")
    checked = entries.day(values["last_checked"], f"{id}.last_checked")
    text, hours = (entries.texts(values.get(key), f"{id}.{key}") for key in ("text", "hours"))
    box = tuple(entries.word(one, LANGUAGES, f"{id}.box") for one in entries.list_of(values.get("box"), f"{id}.box"))
    number, source, where = (entries.text(values.get(key), f"{id}.{key}") for key in ("number", "source", "checked_in"))
    if kind == "help-line" and not number:
        entries.tell("data-missing", span_of(values["kind"]), key="number", about=id)
        return None
    if not (kind and state and checked and text):
        return None
    shown = tuple(lang for lang in box if lang)
    return Fact(id, kind, text, source, state, checked, where, number, hours, shown, span_of(values["last_checked"]))
