"""Shop front: the command ``kokko``. Commands are loaded when they are called, and help is read from a table without
them, so that it is there at once."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from kokko_ethics import __version__
from kokko_ethics.cli.help import ASKING, ROOT, below, help_on, page_for
from kokko_ethics.cli.misunderstood import no_access, told
from kokko_ethics.cli.scripts import Failed, language
from kokko_ethics.cli.spoken import SpokenGroup, help_where_alone
from kokko_ethics.wording import LANGUAGES

_SELDOM = 50_000
"""After how many new things Python looks for unused circles among them. Stories and books are large and stay until
they are done: looking after every few hundred takes a tenth of a build."""


class _Studio(SpokenGroup):
    """All commands: those that have a page of help. A command's module is imported only when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(below(ROOT, language(ctx)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        command = import_module(f"kokko_ethics.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.is_eager = False  # the language comes first, wherever it stands
        return option

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.list_commands(ctx) and set(ASKING) & set(args):
            click.echo(help_on(page_for(args, language(ctx)), language(ctx)))
            ctx.exit()
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # whoever read along has seen enough
            raise
        except OSError as error:  # a disk that is full, a folder that is a file, or closed to us
            raise Failed(no_access(error, language(ctx))) from error


@click.group(ROOT, cls=_Studio, context_settings={"help_option_names": list(ASKING)})
@click.option("--lang", type=click.Choice(LANGUAGES), is_eager=True)
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name=ROOT)
def kokko(lang: str | None) -> None:
    """Everything that is typed begins here; ``lang`` is asked for by :func:`cli.scripts.language`."""
    help_where_alone()


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
        click.echo(told(error, error.lang if isinstance(error, Failed) else language(ctx)), err=True)
        status = error.exit_code
    except click.Abort:
        status = 130
    sys.exit(status if isinstance(status, int) else 0)
