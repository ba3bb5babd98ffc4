"""``kokko check --print``: what a print shop would say of PDFs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kokko_ethics.cli.scripts import colourful, language
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.preflight.measuring import measure
from kokko_ethics.preflight.rules import inspect
from kokko_ethics.reporting.report import report
from kokko_ethics.wording import say
from kokko_ethics.workspace import OUTPUT

_PRINT_FILES = ("*-print.pdf", "*-press.pdf")
"""How the files are called that only a printer reads."""


def preflight(files: tuple[Path, ...], look: str, strict: bool) -> int:
    """Print all that there is to say of ``files``, or of every print file in output/, and give the exit code: 1 where
    something is wrong, with ``strict`` also where something is not quite right.

    Raises:
        click.UsageError: if there is no file to look at.
    """
    chosen = tuple(dict.fromkeys(files)) or tuple(sorted(path for name in _PRINT_FILES for path in OUTPUT.rglob(name)))
    if not chosen:
        raise click.UsageError(say("commands", language(), "print", "none", folder=OUTPUT))
    said = [diagnostic for path in chosen for diagnostic in _inspected(path)]
    colour = colourful(sys.stdout)
    told = report(said, look, language(), scripts=len(chosen), colour=colour, kind="pdf")
    click.echo(told, nl=False, color=colour)
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(any(diagnostic.severity >= worst for diagnostic in said))


def _inspected(path: Path) -> tuple[Diagnostic, ...]:
    measured = measure(path)
    return (measured,) if isinstance(measured, Diagnostic) else tuple(inspect(measured))
