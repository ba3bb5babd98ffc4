"""Report: all diagnostics of one run in the look that was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kokko_ethics import __version__
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reporting.looks import full, github, narrated, short, summary
from kokko_ethics.reporting.records import jsonl, sarif
from kokko_ethics.reporting.texts import printable
from kokko_ethics.wording import say

LOOKS = ("full", "short", "narrated", "github", "jsonl", "sarif")
"""The names of all looks, the usual one first."""


MOST_ALIKE = 3
"""Hints of one code about one script that the full look shows; the others are only counted, so that nobody drowns."""


def report(
    diagnostics: Sequence[Diagnostic], look: str, lang: str, *, scripts: int, colour: bool = False, every: bool = True,
    kind: str = "script",
) -> str:  # fmt: skip
    """The text of the whole report, with its last line end; ``scripts`` is how many files of a ``kind`` (``script``,
    ``pdf``) were looked at. Unless
    ``every`` hint is wanted, the full look shows a few of each kind and counts the others."""
    if look == "jsonl":
        return jsonl(diagnostics, lang)
    if look == "sarif":
        return sarif(diagnostics, lang, __version__)
    if look == "github":
        return "".join(github(each, lang) + "\n" for each in diagnostics)
    if look == "narrated":
        parts = [narrated(each, lang) + "\n" for each in diagnostics]
    elif look == "short":
        parts = [short(each, lang, colour=colour) + "\n" for each in diagnostics]
    else:
        shown, left = (diagnostics, "") if every else _few(diagnostics, lang)
        parts = [*(full(each, lang, colour=colour) + "\n\n" for each in shown), left]
    return "".join(parts) + summary(diagnostics, scripts, lang, kind) + "\n"


def _few(diagnostics: Sequence[Diagnostic], lang: str) -> tuple[list[Diagnostic], str]:
    """The first hints of each kind about each script, and all else; and a paragraph that counts what is left out."""
    met: Counter[tuple[str, str]] = Counter()
    shown = []
    for each in diagnostics:
        kind = (each.source.path, each.code)
        met[kind] += each.severity is Severity.HINT
        if each.severity is not Severity.HINT or met[kind] <= MOST_ALIKE:
            shown.append(each)
    left: dict[str, list[str]] = {}
    for (path, code), count in met.items():
        if count > MOST_ALIKE:
            left.setdefault(path, []).append(f"{code} {count - MOST_ALIKE}")
    lines = [
        say("commands", lang, "report", "more", path=printable(path), kinds=", ".join(kinds)) + "\n"
        for path, kinds in left.items()
    ]
    return shown, "".join([*lines, say("commands", lang, "report", "all") + "\n\n"]) if lines else ""
