"""``kokko new``: a script to begin with, with comments that explain every mark."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kokko_ethics.cli.scripts import language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.wording import LANGUAGES, say
from kokko_ethics.workspace import SCRIPTS, slug, write_atomically

_TEMPLATES = Path(__file__).parent / "templates"


@click.command("new", cls=Spoken)
@click.argument("name")
@click.option("--lang", type=click.Choice(LANGUAGES))
def command(name: str, lang: str | None) -> None:
    """Write a template whose title is ``name`` where no script stands yet."""
    name = name.strip("”“„")  # a word processor's, which no shell takes away
    file = slug(name)
    if not file:
        raise click.UsageError(say("commands", language(), "new", "no-name", name=name))
    path = SCRIPTS / f"{file}.md"
    if path.exists():
        raise click.UsageError(say("commands", language(), "new", "exists", path=path))
    template = (_TEMPLATES / f"story.{lang or language()}.md").read_text(encoding="utf-8")
    title = " ".join(name.split())
    write_atomically(path, template.replace("{title}", _as_value(title)).encode("utf-8"))
    click.echo(say("commands", language(), "new", "written", path=path))


def _as_value(title: str) -> str:
    """A title as the front matter takes it: as it is, or in quotation marks where it begins with a sign."""
    return title if title[:1].isalnum() else json.dumps(title, ensure_ascii=False)
