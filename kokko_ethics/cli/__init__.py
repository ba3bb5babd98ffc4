"""The command line: ``kokko``. Commands load only when they are called, so that help comes at once."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from kokko_ethics import __version__

_COMMANDS = {
    "new": "Start a new script from a commented template.",
    "build": "Turn scripts into panels, pages, booklets and web pages.",
    "check": "Tell everything that there is to mend in scripts.",
    "format": "Lay scripts out neatly, without changing a word of them.",
    "explain": "Explain a message: what it means, wrong and right.",
    "outputs": "List everything that `build --to` can make.",
}


class _Commands(click.Group):
    """Finds commands by name and imports them when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"kokko_ethics.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  kokko new my-story  then  kokko build",
)
@click.option("--lang", type=click.Choice(["fi", "sv", "en"]), help="Language of messages (default: that of your computer, else English).")
@click.version_option(__version__, prog_name="kokko")
@click.pass_context
def kokko(ctx: click.Context, lang: str | None) -> None:
    """Comics that teach how to work together.

    Write a story as plain text in Finnish, Swedish or English; kokko draws it, letters it and publishes it as pictures, printable booklets
    and web pages that everybody can read.
    """
    ctx.obj = lang or _language()


def _language() -> str:
    """The reader's language, from the environment; English if it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        tag = os.environ.get(name, "")[:2].lower()
        if tag in {"fi", "sv", "en"}:
            return tag
        if tag:
            break
    return "en"


def main() -> Any:
    """Entry point: leaves quietly when the reader interrupts or closes the pipe."""
    try:
        return kokko(standalone_mode=False) or 0
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as usage:
        usage.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
