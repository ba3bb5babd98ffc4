"""Findings: diagnostics as plain records that can be kept between builds, with their words in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.wording import table


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic without its source: the place (from one), how many code points it spans on its line, and that line."""

    path: str
    line: int
    column: int
    length: int
    text: str
    severity: Severity
    code: str
    values: tuple[tuple[str, str], ...]
    nearest: str | None

    @classmethod
    def of(cls, diagnostic: Diagnostic) -> Finding:
        """The record of a diagnostic."""
        line, column = diagnostic.place
        text = diagnostic.source.line(line)
        length = max(1, min(diagnostic.span.end - diagnostic.span.start, len(text) - column + 1))
        source = diagnostic.source.path
        return cls(source, line, column, length, text, diagnostic.severity, diagnostic.code, diagnostic.values, diagnostic.nearest)

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Finding:
        """The finding that :meth:`record` wrote down."""
        values = tuple((str(key), str(value)) for key, value in record["values"])
        return cls(**{**record, "severity": Severity(record["severity"]), "values": values})

    def record(self) -> dict[str, Any]:
        """All of it as JSON can hold it."""
        return {**asdict(self), "severity": int(self.severity)}

    def message(self, lang: str) -> str:
        """What there is to say."""
        return self._text("message", lang) or self.code

    def hint(self, lang: str) -> str:
        """The one thing to do, if there is one."""
        plain = self._text("hint-plain", lang) if self.nearest is None else ""
        return plain or self._text("hint", lang)

    def _text(self, key: str, lang: str) -> str:
        template = table("diagnostics", lang).get(self.code, {}).get(key, "")
        gaps = {**dict(self.values), "nearest": self.nearest or ""}
        return template.format_map(_Gaps(gaps)) if template else ""


class _Gaps(dict[str, str]):
    """Gaps that nobody filled stay visible instead of breaking the message."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def counted(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity."""
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return counts
