"""``kokko pack list|check|add``: other people's drawings, listed, checked and fetched."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from kokko_ethics.cli.scripts import colourful, language
from kokko_ethics.cli.spoken import SpokenGroup
from kokko_ethics.diagnostics import Severity
from kokko_ethics.packs import peeps
from kokko_ethics.packs.reading import load_pack, packs
from kokko_ethics.reporting.looks import full
from kokko_ethics.story import load_cast
from kokko_ethics.wording import say
from kokko_ethics.workspace import OWN_PACKS, panels_folder

command = SpokenGroup("pack")
"""The commands about art packs."""


@command.command("list")
def list_packs() -> None:
    """List the packs with maker and licence."""
    for id, folder in packs().items():
        pack, _ = load_pack(folder)
        broken = say("commands", language(), "pack", "broken")
        click.echo(f"{id}  {f'{pack.title} – {pack.author} ({pack.licence})' if pack else broken}")


@command.command("check")
@click.argument("ids", nargs=-1, metavar="PACKS")
def check(ids: tuple[str, ...]) -> None:
    """Say what is wrong with packs, all of them where none is named."""
    known = packs()
    for id in ids:
        if id not in known:
            raise click.UsageError(say("commands", language(), "pack", "unknown", name=id, names=", ".join(known)))
    said = [diagnostic for id in ids or known for diagnostic in load_pack(known[id])[1]]
    for diagnostic in said:
        click.echo(full(diagnostic, language(), colour=colourful(sys.stdout)) + "\n")
    if not said:
        click.echo(say("commands", language(), "pack", "fine"))
    click.get_current_context().exit(int(any(one.severity == Severity.ERROR for one in said)))


@command.command("add")
@click.argument("name", type=click.Choice(["open-peeps"]), metavar="PACK")
def add(name: str) -> None:
    """Fetch and build an optional pack; the network is needed."""
    cast = tuple(load_cast(panels_folder() / "cast")[0].values())
    with tempfile.TemporaryDirectory() as work:
        try:
            count = peeps.build(OWN_PACKS / name, cast, Path(work))
        except peeps.Unavailable as error:
            raise click.UsageError(say("commands", language(), "pack", "unavailable", what=str(error))) from error
    click.echo(say("commands", language(), "pack", "added", name=name, count=count))
