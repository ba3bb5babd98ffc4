"""``kokko pack``: everything that a trainer or a print shop needs; below it, other people's drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from kokko_ethics.building.manifest import Manifest, load, manifest_path, series_manifest_path
from kokko_ethics.building.model import Job
from kokko_ethics.cli.build import Delivery, Order, deliver, how_it_went, leave, order_options
from kokko_ethics.cli.help import below
from kokko_ethics.cli.scripts import SCRIPT, chosen, language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import say
from kokko_ethics.workspace import CHAPTERS

_MANY = 3
"""How many of the folders are named."""


class _Pack(Spoken):
    """Packs scripts, unless the first word is a command about art packs: that is then loaded and called."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        if args and f"pack {args[0]}" in below("pack", language(parent)):
            art = import_module("kokko_ethics.cli.art_packs").command
            if isinstance(art, click.Group):
                return art.make_context(info_name, args, parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


def _audience(ctx: click.Context, param: click.Parameter, written: str) -> tuple[str, ...]:
    """The names of the outputs for an audience.

    Raises:
        click.BadParameter: if there is no such audience, or nothing for it.
    """
    from kokko_ethics.outputs import names_for  # loads the models of all rooms; not needed for the help
    from kokko_ethics.outputs.protocol import AUDIENCES

    lang, known = language(), (*AUDIENCES, "all")
    if written not in known:
        near = nearest(written, known)
        key = "unknown-audience-nearest" if near else "unknown-audience"
        raise click.BadParameter(say("commands", lang, "pack", key, name=written, nearest=near, names=", ".join(known)))
    names = names_for(written)
    if not names:
        raise click.BadParameter(say("commands", lang, "pack", "nothing-for", name=written))
    return names


@click.command("pack", cls=_Pack)
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--for", "outputs", default="trainer", callback=_audience)
@order_options
def command(scripts: tuple[Path, ...], outputs: tuple[str, ...], **options: Any) -> None:
    """Build all that is for an audience, and say where it lies."""
    paths, order = chosen(scripts), Order(**options)
    delivery = deliver(paths, outputs, order)
    click.echo(how_it_went(delivery))
    for line in _closing(delivery, outputs):
        click.echo(line)
    leave(delivery, order)


def _closing(delivery: Delivery, outputs: Iterable[str]) -> Iterator[str]:
    """Where everything lies: the folders, then a line for every output with its files and what they are."""
    done = [(job, outcome.folder) for job, outcome in zip(delivery.asked, delivery.outcomes, strict=False)]
    built = [(job, job.out / folder) for job, folder in done if folder is not None]
    if not built:
        return
    from kokko_ethics.outputs import about

    lang = language()
    folders = list(dict.fromkeys(f"{folder}/" for _, folder in built))
    shown, rest = folders[:_MANY], len(folders[_MANY:])
    key = "lie-in-more" if rest else "lie-in"
    yield say("commands", lang, "pack", key, folders=", ".join(shown), rest=rest)
    files = [(name, _files(name, [job for job, _ in built])) for name in outputs]
    width = max((len(files) for _, files in files), default=0)
    for name, listed in files:
        if listed:
            yield f"  {listed:<{width}}  {about(name, lang)}"


def _files(name: str, jobs: list[Job]) -> str:
    """The files that an output made of any of these stories, folders as a whole; a series' with all of their path."""
    found: dict[str, None] = {}
    for job in jobs:
        told, gathered = load(manifest_path(job)), load(series_manifest_path(job, name))
        found |= dict.fromkeys(_top(path) for path in _paths(told, name) if not path.startswith(CHAPTERS))
        folder = f"{job.out}/{gathered.folder}" if gathered else ""
        found |= dict.fromkeys(f"{folder}/{_top(path)}" for path in _paths(gathered, name))
    return ", ".join(found)


def _paths(manifest: Manifest | None, name: str) -> tuple[str, ...]:
    return tuple(file.path for file in manifest.outputs[name].files) if manifest and name in manifest.outputs else ()


def _top(path: str) -> str:
    first, inside, _ = path.partition("/")
    return f"{first}/" if inside else first
