"""``kokko new``: a first script, with comments that tell how scripts work."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import click

from kokko_ethics.wording import say
from kokko_ethics.workspace import write_file


@click.command("new", epilog="Example:  kokko new \"Tea with Aino\" --lang en")
@click.argument("name")
@click.option("--lang", "script_lang", type=click.Choice(["fi", "sv", "en"]), help="Language of the script (default: that of messages).")
@click.pass_context
def command(ctx: click.Context, name: str, script_lang: str | None) -> None:
    """Start a new script called NAME in scripts/, from a commented template that builds as it is."""
    lang = ctx.obj
    path = Path("scripts") / f"{_slug(name)}.md"
    if path.exists():
        raise click.UsageError(say("commands", lang, "usage", "exists", path=path))
    template = Path(__file__).with_name("templates") / f"{script_lang or lang}.md"
    title = " ".join(name.split())[:120] or _slug(name)
    write_file(path, template.read_text(encoding="utf-8").replace("TITLE", title).encode())
    click.echo(say("commands", lang, "new", "made", path=path))
    click.echo(say("commands", lang, "new", "next"))


def _slug(name: str) -> str:
    """A file name out of any words: small letters, digits, hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "script"
