"""Laying: a translation is laid on a story. What has none stays in the language of the script, with a mark."""

from __future__ import annotations

from dataclasses import dataclass, field

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.script.lines import clean
from kokko_ethics.source import Source, Span
from kokko_ethics.story.model import Story
from kokko_ethics.translation.aligning import align
from kokko_ethics.translation.checking import check
from kokko_ethics.translation.model import Catalogue, Entry, Laid, Passage
from kokko_ethics.translation.retelling import Told, passages, retell

_NAMED = 5
"""How many passages a diagnostic names."""


def lay(story: Story, catalogue: Catalogue | None) -> Laid:
    """``story`` in the language of ``catalogue``, or as it is where there is none. Words without a translation keep
    their own, behind a mark such as ``[fi]`` that every output shows; one diagnostic counts and names them."""
    if catalogue is None:
        return Laid(story)
    wanted = passages(story, catalogue.lang)
    current = align(catalogue.entries, wanted)[: len(wanted)]
    layer = _Layer(catalogue.source, story.lang, {entry.id: entry for entry in current})
    told = retell(story, catalogue.lang, layer.tell)
    return Laid(told, tuple(_said(catalogue, wanted, current)), layer.places)


def marked_as(words: str, lang: str) -> str:
    """Words that nobody has translated yet, with the mark that says so."""
    return f"[{lang}] {words}"


def first_few(names: list[str]) -> str:
    """The first few of many names, and a sign where there are more."""
    return ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])


@dataclass(slots=True)
class _Layer:
    source: Source
    origin: str
    entries: dict[str, Entry]
    places: dict[Span, tuple[Source, Span]] = field(default_factory=dict)

    def tell(self, passage: Passage) -> Told:
        entry = self.entries[passage.id]
        words = clean(" ".join(entry.translation.splitlines()))
        if not words:
            return Told(marked_as(passage.words, self.origin), self.origin)
        self.places |= dict.fromkeys(passage.spans, (self.source, entry.span))
        return Told(words if passage.marked else words.replace("\u00ad", ""))


def _said(catalogue: Catalogue, wanted: tuple[Passage, ...], current: tuple[Entry, ...]) -> list[Diagnostic]:
    said = []
    known = {(entry.id, entry.words) for entry in catalogue.entries if not entry.obsolete}
    new = [passage.id for passage in wanted if (passage.id, passage.words) not in known]
    if new:
        said.append(_told("catalogue-behind", Severity.WARNING, catalogue, Span(0, 1), new))
    for code, state in (("translation-incomplete", "untranslated"), ("translation-fuzzy", "fuzzy")):
        found = [entry for entry in current if entry.state == state]
        if found:
            place = next((entry.span for entry in found if entry.span.end), Span(0, 1))
            said.append(_told(code, Severity.WARNING, catalogue, place, [entry.id for entry in found], len(current)))
    for passage, entry in zip(wanted, current, strict=True):
        said += check(passage, entry, catalogue.source)
    return said


def _told(
    code: str, severity: Severity, catalogue: Catalogue, place: Span, ids: list[str], total: int = 0
) -> Diagnostic:
    """One diagnostic for many passages: how many they are, and the first few by name."""
    values = (
        ("path", catalogue.source.path), ("lang", catalogue.lang), ("count", str(len(ids))), ("total", str(total)),
        ("names", first_few(ids)),
    )  # fmt: skip
    return Diagnostic(code, severity, catalogue.source, place, values)
