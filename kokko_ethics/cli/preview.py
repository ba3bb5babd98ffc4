"""``kokko preview``: what a script looks like, in the browser, while it is being written."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlencode

import click

from kokko_ethics.cli.languages import tags, wanted
from kokko_ethics.cli.scripts import SCRIPT, chosen, colourful, language, written
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.cli.styles import STYLE
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.house_style import STYLES, Style
from kokko_ethics.preview.desk import Desk
from kokko_ethics.preview.model import Entry
from kokko_ethics.preview.serving import HOST, PORT, PORTS, Listener, Taken, listen, server
from kokko_ethics.reporting.looks import full
from kokko_ethics.script.reading import read_source
from kokko_ethics.wording import say


@click.command("preview", cls=Spoken)
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--lang", "langs", multiple=True, callback=tags)
@click.option("--style", type=STYLE, default=STYLES[0])
@click.option("--port", type=click.IntRange(1, 65535))
@click.option("--open/--no-open", "opens", default=True)
def command(scripts: tuple[Path, ...], langs: tuple[str, ...], style: Style, port: int | None, opens: bool) -> None:
    """Serve the preview until Ctrl+C, and open the browser."""
    lang = language()
    named = chosen(scripts)
    _complain_of_missing(named, lang)

    def listed() -> tuple[Entry, ...]:  # scripts come and go while we look
        return _entries(named if scripts else written(), langs)

    with _listening(port, lang) as at, Desk(listed, style, lang) as desk:
        number = at.getsockname()[1]
        first = f"?{urlencode({'script': desk.names[0]})}" if scripts and desk.names else ""
        address = f"http://{HOST}:{number}/{first}"
        click.echo(say("preview", lang, "terminal", "here", address=address))
        click.echo(say("preview", lang, "terminal", "how"))
        if opens:
            click.launch(address)
        server(desk, lang, at).serve_forever()  # until Ctrl+C
    click.echo(say("preview", lang, "terminal", "over"))


def _entries(paths: Sequence[Path], langs: Sequence[str]) -> tuple[Entry, ...]:
    return tuple(Entry(path, lang) for path in paths for lang in wanted(path, langs))


def _complain_of_missing(paths: Sequence[Path], lang: str) -> None:
    """Ends the command where a script that is named is no file: nothing could ever be shown of it."""
    said = [read_source(path, str(path)) for path in paths if not path.is_file()]
    for one in (one for one in said if isinstance(one, Diagnostic)):
        click.echo(full(one, lang, colour=colourful(sys.stderr)) + "\n", err=True)
    if said:
        click.get_current_context().exit(1)


def _listening(port: int | None, lang: str) -> AbstractContextManager[Listener]:
    try:
        return listen(port)
    except Taken as taken:
        key = "taken" if port else "all-taken"
        values = {"port": port, "other": (port or 0) % 65535 + 1, "first": PORT, "last": PORT + PORTS - 1}
        raise click.UsageError(say("preview", lang, "terminal", key, **values)) from taken
