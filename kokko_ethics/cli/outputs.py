"""``kokko outputs``: everything that can be made."""

from __future__ import annotations

import click

from kokko_ethics.outputs import output_names, outputs_named


@click.command("outputs")
def command() -> None:
    """List everything that `kokko build --to` can make, with one line each."""
    for name, output in zip(output_names(), outputs_named(), strict=True):
        click.echo(f"{name:8s} {output.about}")
