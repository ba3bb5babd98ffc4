"""The accessibility statement's file: what was tested, what was not, and who says so."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from kokko_ethics.reference.entries import Entries, span_of
from kokko_ethics.reference.model import Statement, StatementLevel

_LEVELS: tuple[StatementLevel, ...] = ("unknown", "partly", "meets")
_LISTS = ("tested", "untested", "shortcomings")
_KEYS = ("status", "assessed_on", "assessed_by", *_LISTS, "contact", "supervision")


def read_statement(entries: Entries) -> Statement | None:
    """The statement of a file; None where it cannot be read. Without a day nobody has assessed anything."""
    root = entries.root("status", _KEYS[1:])
    if root is None:
        return None
    word = entries.word(root["status"], _LEVELS, "status")
    day, by = entries.day(root.get("assessed_on"), "assessed_on"), entries.text(root.get("assessed_by"), "assessed_by")
    if word not in ("", "unknown") and "assessed_on" not in root:
        entries.tell("data-missing", span_of(root["status"]), key="assessed_on", about=f"status: {word}")
    level: StatementLevel = "unknown"
    for one in _LEVELS[1:]:
        level = one if day and word == one else level
    tested, untested, shortcomings = (_listed(entries, root.get(name), name) for name in _LISTS)
    contact, supervision = (_texts(entries, root.get(name), name) for name in ("contact", "supervision"))
    day = day if level != "unknown" else ""
    return Statement(level, day, by, tested, untested, shortcomings, contact, supervision)


def _listed(entries: Entries, node: yaml.Node | None, about: str) -> tuple[Mapping[str, str], ...]:
    return tuple(texts for one in entries.list_of(node, about) if (texts := entries.texts(one, about)))


def _texts(entries: Entries, node: yaml.Node | None, about: str) -> Mapping[str, str]:
    """A text that is the same in all languages, or one for each."""
    if isinstance(node, yaml.ScalarNode):
        text = entries.text(node, about)
        return {"en": text} if text else {}
    return entries.texts(node, about)
