"""Shop front: the command ``kokko``. Commands are loaded when they are called, so that help is there at once."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from kokko_ethics import __version__
from kokko_ethics.cli.misunderstood import no_command, told
from kokko_ethics.wording import LANGUAGES

_COMMANDS = {
    "new": "Begin a script from a commented template.",
    "build": "Turn scripts into panels, booklets and web pages.",
    "preview": "Show scripts in the browser while you write them.",
    "check": "Say everything there is to say about scripts; make nothing.",
    "translate": "Write files for translators and take their translations back.",
    "consent": "Take a story back when somebody withdraws their consent, or list such stories.",
    "cast": "Draw model sheets of people and places, and a catalogue of all that can be drawn.",
    "pack": "Make all that a trainer or a print shop needs; list and fetch art packs.",
    "data": "List the principles, terms and facts that stories rest on, and copy them to change them.",
    "explain": "Tell more about a diagnostic.",
    "format": "Lay scripts out neatly without changing what they mean.",
    "outputs": "List what scripts can be turned into.",
}
"""Every command and its line in the help; each is a module of this package."""

_SELDOM = 50_000
"""After how many new things Python looks for unused circles among them. Stories and books are large and stay until
they are done: looking after every few hundred takes a tenth of a build."""

_EPILOG = """\b
Examples:
  kokko new "The first meeting"      begin scripts/the-first-meeting.md
  kokko build                        build everything in scripts/ into output/
  kokko build --to web story.md      only the web page of one script
  kokko build --lang all             also all translations of the scripts
  kokko preview                      see in the browser what you write
  kokko pack --style ink             all that a trainer hands out, for a photocopier
  kokko check --format narrated      all diagnostics, as sentences
  kokko --lang sv explain empty-panel

Exit codes: 0 all is well, 1 a script has errors, 2 the command was not understood."""


class _Studio(click.Group):
    """A group that imports a command's module only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"kokko_ethics.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(no_command(args[0], tuple(_COMMANDS), _language(ctx)), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # an option without its value knows none
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Studio, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of messages; otherwise your computer's.")
@click.version_option(__version__, prog_name="kokko")
@click.pass_context
def kokko(ctx: click.Context, lang: str | None) -> None:
    """Turn plain-text scripts into comics that teach how to work together."""
    ctx.obj = lang or locale_language()


def _language(ctx: click.Context | None) -> str:
    """The language of messages: the one that was asked for, otherwise the computer's."""
    return (ctx.find_root().params.get("lang") if ctx else None) or locale_language()


def locale_language() -> str:
    """The language of messages that the computer's settings ask for; English where we don't speak it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            tongue = value.lower().replace("-", "_").split("_")[0].split(".")[0]
            return tongue if tongue in LANGUAGES else "en"
    return "en"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that can't write a letter gets a question mark, not a crash
            stream.reconfigure(errors="replace")
    try:
        status = kokko.main(args=arguments, prog_name="kokko", standalone_mode=False)
    except click.ClickException as error:
        ctx = error.ctx if isinstance(error, click.UsageError) else None
        click.echo(told(error, _language(ctx)), err=True)
        status = error.exit_code
    except click.Abort:
        status = 130
    sys.exit(status if isinstance(status, int) else 0)
