"""The principles' file: whose words they are in, and what has to stand beside those that are only a draft."""

from __future__ import annotations

import yaml

from kokko_ethics.diagnostics import Severity
from kokko_ethics.reference.entries import Entries, span_of
from kokko_ethics.reference.model import Principle, Principles, Status
from kokko_ethics.wording import LANGUAGES

_STATUSES: tuple[Status, ...] = ("draft", "confirmed", "replaced")
_KEYS = (
    "id", "number", "status", "title", "sentence", "why", "official_title", "official_text", "official_source",
    "confirmed_by", "confirmed_on",
)  # fmt: skip
_SIGNED = ("confirmed_by", "confirmed_on")


def read_principles(entries: Entries) -> Principles | None:
    """The principles of a file; None where it cannot be read."""
    root = entries.root("principles", ("draft_note",))
    if root is None:
        return None
    found: list[Principle] = []
    for node in entries.list_of(root["principles"], "principles"):
        if one := _principle(entries, node, found):
            found.append(one)
    return Principles(tuple(found), entries.texts(root.get("draft_note"), "draft_note"))


def _principle(entries: Entries, node: yaml.Node, before: list[Principle]) -> Principle | None:
    values = entries.keys(node, _KEYS, "principles")
    about = entries.text(values.get("id"), "principles.id") or "principles"
    if entries.missing(node, values, ("id", "number", "title", "sentence"), about):
        return None
    id, number = entries.name(values["id"], "principles.id"), entries.number(values["number"], f"{about}.number")
    title, sentence, why = (entries.texts(values.get(key), f"{about}.{key}") for key in ("title", "sentence", "why"))
    if not (id and number and title and sentence) or not _is_new(entries, values, id, number, before):
        return None
    official_text = entries.texts(values.get("official_text"), f"{about}.official_text", whole=False)
    official_title = entries.texts(values.get("official_title"), f"{about}.official_title", whole=False)
    source, by = (entries.text(values.get(key), f"{about}.{key}") for key in ("official_source", "confirmed_by"))
    on = entries.day(values.get("confirmed_on"), f"{about}.confirmed_on")
    status = _status(entries, node, values, id, tuple(official_text), bool(by and on))
    return Principle(id, number, status, title, sentence, why, official_title, official_text, source, by, on)


def _is_new(
    entries: Entries, values: dict[str, yaml.Node], id: str, number: int, before: list[Principle]
) -> bool:
    for key, value in (("id", id), ("number", str(number))):
        if any(value == str(getattr(one, key)) for one in before):
            entries.tell("data-twice", span_of(values[key]), key=key, value=value, about="principles")
            return False
    return True


def _status(
    entries: Entries, node: yaml.Node, values: dict[str, yaml.Node], id: str, official: tuple[str, ...], signed: bool
) -> Status:
    """The status that a principle really has: without what it promises, it is a draft and is printed as one."""
    written = values.get("status")
    word = entries.word(written, _STATUSES, f"{id}.status")
    if written is None or word not in ("confirmed", "replaced"):
        return "draft"
    if word == "confirmed":
        for key in _SIGNED:
            if key not in values:
                entries.tell("principle-confirmed", span_of(written), id=id, key=key)
        return "confirmed" if signed else "draft"
    if not official:
        entries.tell("principle-replaced", span_of(written), id=id)
        return "draft"
    if missing := [lang for lang in LANGUAGES if lang not in official]:
        about, languages = f"{id}.official_text", ", ".join(missing)
        at = span_of(values["official_text"])
        entries.tell("data-language-missing", at, Severity.WARNING, about=about, languages=languages)
    return "replaced"
