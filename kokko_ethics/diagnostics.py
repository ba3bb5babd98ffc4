"""Diagnostics: what the house has to say to an author, as values that are collected, never raised.

A diagnostic names a stable code; its words in Finnish, Swedish and English stand in ``wording/diagnostics.*.toml``,
so a message is a code and the values that fill its gaps.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from kokko_ethics.source import Source, Span


class Severity(IntEnum):
    """How bad it is: an error keeps a page from being right, a warning may, a hint only helps."""

    HINT = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the author.

    ``code`` is stable, lower case with hyphens (``unknown-speaker``); ``values`` fill the gaps of its message and hint;
    ``nearest`` is the nearest known name, if there is one.
    """

    code: str
    severity: Severity
    source: Source
    span: Span
    values: tuple[tuple[str, str], ...] = ()
    nearest: str | None = None

    @property
    def place(self) -> tuple[int, int]:
        """Line and column where it begins."""
        return self.source.place(self.span.start)


def in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without doubles, in the order of the file, errors first at the same place."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.source.path, d.span.start, -d.severity, d.code)))
