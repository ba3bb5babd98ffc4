"""Telling: diagnostics and places in a script, as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.edition import Pane
from kokko_ethics.preview.model import Lettered, Message, Place
from kokko_ethics.reporting.looks import counted
from kokko_ethics.reporting.texts import entry, printable, severity, wording
from kokko_ethics.source import Source, Span
from kokko_ethics.story.model import Panel
from kokko_ethics.translation.model import Laid
from kokko_ethics.wording import say

_ROOM = 160
"""Characters of a script's line that are shown at most, besides the words that a message is about."""
_SEVERITIES: dict[Severity, Literal["hint", "warning", "error"]] = {
    Severity.HINT: "hint", Severity.WARNING: "warning", Severity.ERROR: "error",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what a panel shows in the files that it was made of."""

    source: Source
    laid: Laid
    panes: tuple[Pane, ...]
    drawn: dict[str, str] = field(default_factory=dict)
    """The id of the first drawing of each panel, by the panel's id."""

    @classmethod
    def of(cls, laid: Laid, panes: tuple[Pane, ...]) -> Finder:
        """A finder for the panes of a story."""
        return cls(laid.story.source, laid, panes, {pane.panel.id: pane.drawing.id for pane in reversed(panes)})

    def excerpt(self, panel: Panel) -> tuple[str, ...]:
        """The lines of the script in which a panel stands."""
        first, last = (self.source.place(at)[0] for at in (panel.span.start, panel.span.end))
        lines = [printable(self.source.line(number)) for number in range(first, last + 1)]
        while lines and not lines[-1].strip():
            lines.pop()
        return tuple(lines)

    def lettering(self, pane: Pane) -> tuple[Lettered, ...]:
        """Where the words of each balloon, caption, sound and sign of a pane stand."""
        return tuple(self._lettered(b.line.id, b.line.span, b.line.words.span) for b in pane.lettering.balloons)

    def panel(self, diagnostic: Diagnostic) -> str:
        """The id of the drawing of the panel that a diagnostic is about; empty if it is about none."""
        moved = {(source.path, span): own for own, (source, span) in self.laid.places.items()}
        span = moved.get((diagnostic.source.path, diagnostic.span))
        if span is None:
            if diagnostic.source.path != self.source.path:
                return ""
            span = diagnostic.span
        found = (p.id for p in self.laid.story.panels if p.span.start <= span.start < max(p.span.end, p.span.start + 1))
        return self.drawn.get(next(found, ""), "")

    def _lettered(self, id: str, line: Span, words: Span) -> Lettered:
        there = self.laid.places.get(words) or self.laid.places.get(line)
        return Lettered(id, place_of(self.source, line), place_of(*there) if there else None)


def place_of(source: Source, span: Span) -> Place:
    """Where ``span`` is, and its words."""
    line, column = source.place(span.start)
    words = source.words(span).rstrip()
    return Place(printable(source.path), line, column, _shown(words), line + words.count("\n"))


def messages_of(diagnostics: Iterable[Diagnostic], lang: str, finder: Finder | None) -> tuple[Message, ...]:
    """All that there is to say, in ``lang``, the worst first. Without a ``finder`` nobody knows in which panels."""
    worst_first = sorted(diagnostics, key=lambda each: -each.severity)
    return tuple(_message(each, lang, finder.panel(each) if finder else "") for each in worst_first)


def counts_of(diagnostics: Iterable[Diagnostic], lang: str) -> str:
    """How much there is to say, such as "1 error, 2 hints"."""
    levels = [diagnostic.severity for diagnostic in diagnostics]
    named = [(level, levels.count(level)) for level in sorted(Severity, reverse=True)]
    parts = [counted(count, level.name.lower(), lang) for level, count in named if count]
    return ", ".join(parts) or say("commands", lang, "report", "fine")


def _message(diagnostic: Diagnostic, lang: str, panel: str) -> Message:
    said = wording(diagnostic, lang)
    before, marked, after = _parted(diagnostic)
    why = (entry(diagnostic.code, lang) or {}).get("why", "")
    return Message(
        _SEVERITIES[diagnostic.severity], severity(diagnostic, lang), diagnostic.code,
        place_of(diagnostic.source, diagnostic.span), said.message, said.hint, why, panel, before, marked, after,
    )  # fmt: skip


def _parted(diagnostic: Diagnostic) -> tuple[str, str, str]:
    """The line where it begins: what stands before the words that it is about, these, and what stands behind."""
    number, column = diagnostic.place
    text = diagnostic.source.line(number)
    start = column - 1
    end = min(len(text), start + diagnostic.span.end - diagnostic.span.start)
    before, after = text[:start], text[end:]
    if len(before) > _ROOM // 2:
        before = f"…{before[-_ROOM // 2 :]}"
    if len(after) > _ROOM // 2:
        after = f"{after[: _ROOM // 2]}…"
    return printable(before.lstrip()), printable(text[start:end][: 2 * _ROOM]), printable(after)


def _shown(words: str) -> str:
    """Words of several lines without what could steer anything."""
    return "\n".join(printable(line) for line in words.split("\n"))
