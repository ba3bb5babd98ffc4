"""``kokko outputs``: what scripts can be turned into."""

from __future__ import annotations

import click

from kokko_ethics.outputs import outputs_named


@click.command("outputs")
def command() -> None:
    """List what scripts can be turned into, for use with: kokko build --to NAME."""
    found = outputs_named()
    width = max(len(output.name) for output in found)
    for output in found:
        click.echo(f"{output.name:<{width}}  {output.about}")
