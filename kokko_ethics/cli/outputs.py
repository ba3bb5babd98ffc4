"""``kokko outputs``: what scripts can be turned into."""

from __future__ import annotations

import click

from kokko_ethics.cli.scripts import language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.outputs import about, output_names, usual_names
from kokko_ethics.wording import say


@click.command("outputs", cls=Spoken)
def command() -> None:
    """List every output in a line."""
    names, usual, lang = output_names(), usual_names(), language()
    width = max(map(len, names))
    for name in names:
        asked = "" if name in usual else say("commands", lang, "listed", "asked-for")
        click.echo(f"{name:<{width}}  {about(name, lang)} {asked}".rstrip())
