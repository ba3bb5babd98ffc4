"""``kokko check``: scripts → everything that there is to say about them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kokko_ethics.cli.asking import ERRORS, coloured, exit_code, scripts_to_read
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.reporting.findings import Finding
from kokko_ethics.reporting.looks import LOOKS, summary
from kokko_ethics.wording import say
from kokko_ethics.workspace import panels_folder, script_id


@click.command("check", epilog="Examples:  kokko check    kokko check scripts/tea.md --format narrated")
@click.argument("scripts", nargs=-1, type=click.Path())
@click.option("--format", "look", type=click.Choice(list(LOOKS)), default="full", show_default=True, help="How the report looks.")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.pass_context
def command(ctx: click.Context, scripts: tuple[str, ...], look: str, strict: bool) -> None:
    """Tell everything that there is to mend in SCRIPTS (default: all of scripts/), also words that do not fit their panels."""
    lang = ctx.obj
    findings: list[Finding] = []
    failed = False
    for path in scripts_to_read(scripts, lang):
        try:
            findings += _findings(path)
        except Exception as mistake:
            failed = True
            what = f"{type(mistake).__name__}: {mistake}"
            click.echo(say("commands", lang, "build", "internal-error", path=path, what=what), err=True)
    told = tuple(findings)
    text = LOOKS[look](told, lang, colour=coloured(sys.stdout.isatty()))
    if text:
        click.echo(text)
    if look in {"full", "short", "narrated"}:
        click.echo(("\n" if text and look == "full" else "") + summary(told, lang))
    ctx.exit(ERRORS if failed else exit_code(told, strict=strict))


def _findings(path: Path) -> list[Finding]:
    from kokko_ethics.compiler import compile_story  # the drawing rooms load only here
    from kokko_ethics.script.reading import read_source

    read = read_source(path, str(path))
    if isinstance(read, Diagnostic):
        return [Finding.of(read)]
    compiled = compile_story(read, script_id(path), panels=panels_folder())
    return [Finding.of(diagnostic) for diagnostic in compiled.diagnostics]
