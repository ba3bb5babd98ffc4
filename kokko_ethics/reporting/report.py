"""Report: all diagnostics of one run in the look that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from kokko_ethics import __version__
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.reporting.looks import full, github, narrated, short, summary
from kokko_ethics.reporting.records import jsonl, sarif

LOOKS = ("full", "short", "narrated", "github", "jsonl", "sarif")
"""The names of all looks, the usual one first."""


def report(diagnostics: Sequence[Diagnostic], look: str, lang: str, *, scripts: int, colour: bool = False) -> str:
    """The text of the whole report, with its last line end; ``scripts`` is how many files were looked at."""
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
        parts = [full(each, lang, colour=colour) + "\n\n" for each in diagnostics]
    return "".join(parts) + summary(diagnostics, scripts, lang) + "\n"
