"""``kokko format``: scripts in the canonical layout, with the same meaning."""

from __future__ import annotations

from pathlib import Path

import click

from kokko_ethics.cli.scripts import SCRIPT, language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.reporting.looks import full
from kokko_ethics.script.formatting import format_script
from kokko_ethics.script.reading import read_source
from kokko_ethics.wording import say
from kokko_ethics.workspace import write_atomically


@click.command("format", cls=Spoken)
@click.argument("scripts", nargs=-1, required=True, type=SCRIPT)
@click.option("--check", is_flag=True)
def command(scripts: tuple[Path, ...], check: bool) -> None:
    """Lay scripts out anew, or with ``check`` only say which ones it would change."""
    failed = [not _formatted(path, check) for path in dict.fromkeys(scripts)]
    click.get_current_context().exit(int(any(failed)))


def _formatted(path: Path, check: bool) -> bool:
    """Format one script and say so; False if it couldn't be read or, with ``check``, would change."""
    source = read_source(path, str(path))
    if isinstance(source, Diagnostic):
        click.echo(full(source, language()), err=True)
        return False
    after = format_script(source).encode("utf-8")
    same = path.read_bytes() == after
    if not same and not check:
        write_atomically(path, after)
    key = "unchanged" if same else "would-change" if check else "changed"
    click.echo(say("commands", language(), "format", key, path=path))
    return same or not check
