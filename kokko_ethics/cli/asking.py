"""What commands have in common: finding scripts, printing reports, choosing exit codes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from kokko_ethics.diagnostics import Severity
from kokko_ethics.reporting.findings import Finding
from kokko_ethics.reporting.looks import full, summary
from kokko_ethics.wording import say

FINE, ERRORS = 0, 1


def scripts_to_read(named: tuple[str, ...], lang: str) -> list[Path]:
    """The scripts named on the command line, or all in ``scripts/``.

    Raises:
        click.UsageError: if nothing is named and there is no script to find.
    """
    if named:
        return list(dict.fromkeys(Path(name) for name in named))
    found = sorted(path for path in Path("scripts").glob("*.md") if path.name.lower() != "readme.md")
    if not found:
        raise click.UsageError(say("commands", lang, "usage", "no-scripts"))
    return found


def report(findings: tuple[Finding, ...], lang: str) -> None:
    """Prints what an author should know, without the hints that only list what is shown."""
    telling = tuple(finding for finding in findings if finding.severity > Severity.HINT)
    if telling:
        click.echo(full(telling, lang, colour=coloured(sys.stderr.isatty())), err=True)
        click.echo("\n" + summary(telling, lang), err=True)


def coloured(tty: bool) -> bool:
    """Whether to colour: only on a terminal, and not where the reader asks for none (``NO_COLOR``)."""
    return tty and not os.environ.get("NO_COLOR")


def exit_code(findings: tuple[Finding, ...], *, strict: bool) -> int:
    """1 where a script has an error (``strict``: or a warning), else 0."""
    worst = max((finding.severity for finding in findings), default=Severity.HINT)
    return ERRORS if worst >= (Severity.WARNING if strict else Severity.ERROR) else FINE
