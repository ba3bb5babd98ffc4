"""``kokko cast``: model sheets of the cast and the places, and a catalogue of everything that can be drawn."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kokko_ethics.cli.scripts import SCRIPT, colourful, language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.reporting.looks import full
from kokko_ethics.wording import say
from kokko_ethics.workspace import panels_folder, write_atomically


@click.command("cast", cls=Spoken)
@click.argument("names", nargs=-1)
@click.option("--list", "catalogue", is_flag=True)
@click.option("--out", type=SCRIPT, default=Path("output/cast"))
def command(names: tuple[str, ...], catalogue: bool, out: Path) -> None:
    """Write model sheets of the cast and the places, or only the catalogue."""
    from kokko_ethics.modelsheets.writing import catalogue_of, sheets_of
    from kokko_ethics.story import load_cast

    lang = language()
    found, said = load_cast(panels_folder() / "cast", lang)
    for diagnostic in said:
        click.echo(full(diagnostic, lang, colour=colourful(sys.stderr)), err=True)
    cast = tuple(found.values())
    called = {key.casefold(): one for one in cast for key in (one.id, one.name)}
    unknown = next((name for name in names if name.casefold() not in called), None)
    if unknown is not None:
        listed = ", ".join(one.id for one in cast)
        raise click.UsageError(say("commands", lang, "cast", "nobody", name=unknown, names=listed))
    chosen = tuple(dict.fromkeys(called[name.casefold()] for name in names)) or cast
    pages = [("catalogue.html", catalogue_of(cast, lang))] if catalogue else list(sheets_of(chosen, cast, lang))
    for name, data in pages:
        write_atomically(out / name, data)
    first = "catalogue.html" if catalogue else "index.html"
    click.echo(say("commands", lang, "cast", "written", count=len(pages), page=out / first))
