"""Notes: what there is to tell the author, collected while a script is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.source import Source, Span


@dataclass(slots=True)
class Notes:
    """Collects diagnostics about one source."""

    source: Source
    found: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, span: Span, nearest: str | None = None, **values: str) -> None:
        """Something keeps the story from being right."""
        self._add(code, Severity.ERROR, span, nearest, values)

    def warning(self, code: str, span: Span, nearest: str | None = None, **values: str) -> None:
        """Something may not mean what the author thinks."""
        self._add(code, Severity.WARNING, span, nearest, values)

    def hint(self, code: str, span: Span, nearest: str | None = None, **values: str) -> None:
        """Something worth knowing."""
        self._add(code, Severity.HINT, span, nearest, values)

    def line(self, span: Span) -> str:
        """The number of the line where ``span`` begins."""
        return str(self.source.place(span.start)[0])

    def _add(self, code: str, severity: Severity, span: Span, nearest: str | None, values: dict[str, str]) -> None:
        self.found.append(Diagnostic(code, severity, self.source, span, tuple(values.items()), nearest))
