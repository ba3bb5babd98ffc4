"""Sign-off: who has read the story before it goes out, as the front matter records it.

A story is signed off once an expert by experience and a professional have: each record has a name (initials or a group
will do), a role that the keyword tables know, and a date that is in the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kokko_ethics.script.model import Entry, FrontValue, Script
from kokko_ethics.source import Span
from kokko_ethics.story.model import Side
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import side_of

Record = tuple[tuple[str, str], ...]
"""A review as the author wrote it: pairs of ``by``, ``role`` or ``date`` and the words."""

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\.\s*(?P<month>\d{1,2})\.\s*(?P<year>\d{4})")
_FIELDS = ("by", "role", "date")


def read_reviews(script: Script, notes: Notes) -> tuple[tuple[Record, ...], tuple[Side, ...]]:
    """All reviews, and the sides of the table that have signed the story off."""
    entry = next((entry for entry in script.front if entry.key == "review"), None)
    if entry is None or not entry.value:
        return (), ()
    records = [_record(one, script) for one in _each(entry.value)]
    sides = [_side(record, entry, script, notes) for record in records if record]
    signed: tuple[Side, ...] = ("expert", "professional")
    return tuple(filter(None, records)), tuple(side for side in signed if side in sides)


def is_a_day(written: str) -> bool:
    """Whether ``written`` is a day of the calendar: ``2026-03-14`` or ``14.3.2026``."""
    found = _ISO.fullmatch(written.strip()) or _DOTTED.fullmatch(written.strip())
    try:
        return bool(found and date(int(found["year"]), int(found["month"]), int(found["day"])))
    except ValueError:
        return False


def _each(value: FrontValue) -> tuple[FrontValue, ...]:
    return value if isinstance(value, tuple) else (value,)


def _record(one: FrontValue, script: Script) -> Record:
    if isinstance(one, Mapping):
        pairs = ((script.vocabulary.concept("review", key) or key, _text(said)) for key, said in one.items())
        return tuple(pair for pair in pairs if pair[1])
    return (("by", _text(one)),) if _text(one) else ()


def _text(value: FrontValue) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(inner)}" for key, inner in value.items())
    return value.replace("\u00ad", "").strip() if isinstance(value, str) else ", ".join(map(_text, value))


def _side(record: Record, entry: Entry, script: Script, notes: Notes) -> Side:
    """The side that a record signs for; *other* where it is not whole, which is told."""
    said = dict(record)
    if any(not said.get(key) for key in _FIELDS):
        notes.warning("review-incomplete", _place(next(iter(said.values())), entry, notes))
        return "other"
    if not is_a_day(said["date"]):
        notes.warning("review-date", _place(said["date"], entry, notes), date=said["date"])
        return "other"
    side = side_of(said["role"], script.vocabulary)
    if side == "other":
        near = script.vocabulary.nearest(("side-of-table",), said["role"])
        notes.hint("review-role", _place(said["role"], entry, notes), near, role=said["role"])
    return side


def _place(words: str, entry: Entry, notes: Notes) -> Span:
    at = notes.source.text.find(words, entry.span.start, entry.span.end)
    return Span(at, at + len(words)) if at >= 0 else entry.span
