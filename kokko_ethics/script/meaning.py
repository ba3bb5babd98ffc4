"""Meaning: what is left of a script without its layout. Scripts with the same meaning make the same story."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from kokko_ethics.script.model import Item, PanelHeading, Script, Term
from kokko_ethics.source import Span
from kokko_ethics.spelling import plain_form


def meaning(script: Script) -> object:
    """The front matter and the blocks without places, letter case of keywords or white space."""
    front = tuple((entry.key, _bare(entry.value)) for entry in script.front)
    return front, tuple(_bare(block) for block in script.blocks)


def _bare(value: object) -> object:
    if isinstance(value, Item):
        whole = plain_form(value.whole.raw) if value.whole and not value.certain else ""
        kept = (_bare(getattr(value, f.name)) for f in fields(value) if f.name not in ("whole", "span"))
        return (*kept, whole)
    if isinstance(value, Term):
        return value.group, value.concept, plain_form(value.text)
    if isinstance(value, PanelHeading):
        return _bare(value.terms), value.title, _bare(value.id)
    if isinstance(value, Span):
        return None
    if isinstance(value, str):
        return " ".join(value.split(" "))
    if isinstance(value, dict):
        return tuple((key, _bare(inner)) for key, inner in value.items())
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    if is_dataclass(value):
        return (type(value).__name__, *(_bare(getattr(value, f.name)) for f in fields(value)))
    return value
