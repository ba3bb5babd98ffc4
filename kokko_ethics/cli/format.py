"""``kokko format``: a script in its neatest layout, with every word as it was."""

from __future__ import annotations

from pathlib import Path

import click

from kokko_ethics.cli.asking import ERRORS, FINE, report, scripts_to_read
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.reporting.findings import Finding
from kokko_ethics.script import format_script
from kokko_ethics.script.reading import read_source
from kokko_ethics.wording import say
from kokko_ethics.workspace import write_file


@click.command("format", epilog="Examples:  kokko format scripts/tea.md    kokko format --check")
@click.argument("scripts", nargs=-1, type=click.Path())
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if something would change.")
@click.pass_context
def command(ctx: click.Context, scripts: tuple[str, ...], only_check: bool) -> None:
    """Lay SCRIPTS out neatly (default: all of scripts/). Doing it twice changes nothing more."""
    lang = ctx.obj
    code = FINE
    for path in scripts_to_read(scripts, lang):
        read = read_source(path, str(path))
        if isinstance(read, Diagnostic):
            report((Finding.of(read),), lang)
            code = ERRORS
            continue
        neat = format_script(read)
        changed = neat.encode() != Path(path).read_bytes()
        if changed and only_check:
            code = ERRORS
        elif changed:
            write_file(path, neat.encode())
        key = "unchanged" if not changed else "would-change" if only_check else "changed"
        click.echo(say("commands", lang, "format", key, path=path))
    ctx.exit(code)
