"""The table of ``kokko check --balance``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kokko_ethics.cli.scripts import colourful, language
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.reporting.balance_table import balance_table
from kokko_ethics.reporting.report import report
from kokko_ethics.review.balance import balance_of
from kokko_ethics.review.model import Balance, leanings, together
from kokko_ethics.script.reading import read_source
from kokko_ethics.table_read import read
from kokko_ethics.workspace import panels_folder, script_id


def weigh(paths: tuple[Path, ...], look: str, strict: bool) -> int:
    """Print the balance of all scripts as a Markdown table and give the exit code: 1 where scripts can't be read (which
    is told), and with ``strict`` where the stories lean to one side."""
    weighed = [_balance(path) for path in paths]
    found = [one for one in weighed if isinstance(one, Balance)]
    broken = [one for said in weighed if not isinstance(said, Balance) for one in said]
    if broken:
        colour = colourful(sys.stderr)
        told = report(broken, look, language(), scripts=len(paths), colour=colour)
        click.echo(told, nl=False, err=True, color=colour)
    if found:
        click.echo(balance_table(found, language()), nl=False)
    leans = bool(leanings(together(found, "")))
    return int(bool(broken) or (strict and leans))


def _balance(path: Path) -> Balance | tuple[Diagnostic, ...]:
    source = read_source(path, str(path))
    if isinstance(source, Diagnostic):
        return (source,)
    story, said = read(source, script_id(path), panels=panels_folder())
    return balance_of(story) if story else said
