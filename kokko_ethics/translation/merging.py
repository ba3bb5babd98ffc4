"""Merging: what a translator sent back is taken into the catalogue beside the script."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.source import Span
from kokko_ethics.story.model import Story
from kokko_ethics.translation.aligning import align
from kokko_ethics.translation.checking import check
from kokko_ethics.translation.laying import first_few
from kokko_ethics.translation.model import Catalogue, Entry
from kokko_ethics.translation.retelling import passages


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalogue with a translator's work in it: how many translations are new and how many are other than before."""

    catalogue: Catalogue
    new: int
    changed: int
    told: tuple[Diagnostic, ...]


def merge(
    current: Catalogue, returned: Catalogue, story: Story, *, edited_is_done: bool = False
) -> Merged | Diagnostic:
    """``current`` with the translations of ``returned``, matched with the story as it is now.

    What came back empty changes nothing; a doubtful translation never replaces one that was sure. ``edited_is_done``
    takes a fuzzy translation whose words were changed as looked at: sheets have no mark that editing takes away.
    """
    wanted = passages(story, current.lang)
    mine = align(current.entries, wanted)
    seen = [entry for entry in returned.entries if not entry.obsolete]
    theirs = align(seen, [replace(passage, ready="") for passage in wanted])
    known = {entry.words for entry in seen}
    strange = _strange(theirs[len(wanted) :], mine[len(wanted) :])
    if len(strange) > sum(entry.state != "untranslated" for entry in theirs[: len(wanted)]):
        return _said("catalogue-does-not-match", Severity.ERROR, returned, strange)
    told = [_said("catalogue-unknown-texts", Severity.WARNING, returned, strange)] if strange else []
    entries, new, changed = [], 0, 0
    for passage, old, come in zip(wanted, mine, theirs, strict=False):
        taken = _taken(old, come, edited_is_done and passage.words in known)
        entries.append(taken)
        if taken.translation != old.translation:
            new, changed = (new, changed + 1) if old.translation.strip() else (new + 1, changed)
            told += check(passage, come, returned.source)
    after = replace(current, story=story.id, origin=story.lang, entries=(*entries, *mine[len(wanted) :]))
    return Merged(_with_head(after, returned), new, changed, tuple(told))


def _taken(old: Entry, come: Entry, edited_is_done: bool) -> Entry:
    if come.state == "untranslated":
        return replace(old, note=come.note or old.note)
    edited = come.translation != old.translation
    fuzzy = come.fuzzy and not (edited and edited_is_done)
    if fuzzy and old.state == "translated":
        return old
    previous = (come.previous or old.previous) if fuzzy else ""
    note = come.note or old.note
    return replace(old, translation=come.translation, fuzzy=fuzzy, previous=previous, note=note)


def _strange(left: tuple[Entry, ...], known: tuple[Entry, ...]) -> list[Entry]:
    """What came back and belongs to nothing, not even to what the script once had."""
    old = {entry.words for entry in known}
    return [entry for entry in left if entry.words not in old]


def _with_head(catalogue: Catalogue, returned: Catalogue) -> Catalogue:
    """The facts that the translator's tool noted, such as their name."""
    head = {**dict(catalogue.head), **dict(returned.head)}
    return replace(catalogue, head=tuple(head.items()), comment=returned.comment.strip() or catalogue.comment)


def _said(code: str, severity: Severity, returned: Catalogue, strange: list[Entry]) -> Diagnostic:
    span = strange[0].span if strange else Span(0, 1)
    values = (
        ("path", returned.source.path), ("count", str(len(strange))),
        ("names", first_few([entry.id or entry.words for entry in strange])),
    )  # fmt: skip
    return Diagnostic(code, severity, returned.source, span, values)
