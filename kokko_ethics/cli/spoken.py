"""Spoken: commands whose help and whose complaints are in the author's language."""

from __future__ import annotations

from typing import Any

import click

from kokko_ethics.cli.help import ROOT, help_on
from kokko_ethics.cli.misunderstood import DASHES, no_command, too_much, with_a_dash
from kokko_ethics.cli.scripts import language


class Spoken(click.Command):
    """A command whose help stands in ``wording/help.*.toml``."""

    def get_help(self, ctx: click.Context) -> str:
        """Its page of help."""
        return help_on(page_of(ctx), language(ctx))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed behind the command.

        Raises:
            click.UsageError: if it can't be understood; it always knows in which command.
        """
        if not isinstance(self, click.Group):
            _refuse_dashes(args, ctx)
        may_be_more, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # an option without its value knows none
            raise
        ctx.allow_extra_args = may_be_more
        if rest and not may_be_more:
            raise click.UsageError(too_much(ctx, rest, language(ctx)), ctx)
        return rest


class SpokenGroup(Spoken, click.Group):
    """A group of commands; alone it shows its help."""

    command_class = Spoken

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"invoke_without_command": True, "callback": help_where_alone, **settings})

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word calls.

        Raises:
            click.UsageError: if there is none; with the nearest name that is one.
        """
        _refuse_dashes(args[:1], ctx)
        if args[0] not in (known := self.list_commands(ctx)):
            raise click.UsageError(no_command(args[0], tuple(known), language(ctx)), ctx)
        return super().resolve_command(ctx, args)


def _refuse_dashes(words: list[str], ctx: click.Context) -> None:
    dashed = next((word for word in words if word[:1] in DASHES and word[1:2].isalpha()), None)
    if dashed:
        raise click.UsageError(with_a_dash(dashed, language(ctx)), ctx)


def page_of(ctx: click.Context) -> str:
    """The page of help about the command that is being called."""
    return " ".join(ctx.command_path.split(" ")[1:]) or ROOT


def help_where_alone() -> None:
    """Show a group's help where no command of it was called, and leave as one does where a command was not
    understood."""
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(2)
