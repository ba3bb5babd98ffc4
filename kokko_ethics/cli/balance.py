"""The table of ``kokko check --balance``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
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
from kokko_ethics.translation.laying import lay
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import panels_folder, script_id


def weigh(jobs: Sequence[tuple[Path, str]], look: str, strict: bool) -> int:
    """Print the balance of all scripts, each in the language that stands beside it, as a Markdown table, and give the
    exit code: 1 where scripts can't be read (which is told), and with ``strict`` where they lean to one side."""
    weighed = [_balance(path, lang) for path, lang in jobs]
    found = [one for one in weighed if isinstance(one, Balance)]
    broken = [one for said in weighed if not isinstance(said, Balance) for one in said]
    if broken:
        colour = colourful(sys.stderr)
        told = report(broken, look, language(), scripts=len(jobs), colour=colour)
        click.echo(told, nl=False, err=True, color=colour)
    if found:
        click.echo(balance_table(found, language()), nl=False)
    leans = bool(leanings(together(found, "")))
    return int(bool(broken) or (strict and leans))


def _balance(path: Path, lang: str) -> Balance | tuple[Diagnostic, ...]:
    source = read_source(path, str(path))
    if isinstance(source, Diagnostic):
        return (source,)
    catalogue = catalogue_of(path, lang) if lang else None
    if isinstance(catalogue, Diagnostic):
        return (catalogue,)
    story, said = read(source, script_id(path), panels=panels_folder())
    return balance_of(lay(story, catalogue).story) if story else said
