"""Which scripts a command is about, and in which language it answers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import click

from kokko_ethics.wording import LANGUAGES, say
from kokko_ethics.workspace import SCRIPTS

SCRIPT = click.Path(path_type=Path)
"""A path as the author typed it; whether it is any good is said by a diagnostic."""

TRANSLATIONS = (".po", ".xlsx")
"""How the files of translations end, which are no scripts."""


def language(ctx: click.Context | None = None) -> str:
    """The language of messages in this run: the one that was asked for, otherwise the computer's."""
    run = ctx or click.get_current_context(silent=True)
    return (run.find_root().params.get("lang") if run else None) or locale_language()


def locale_language() -> str:
    """The language of messages that the computer's settings ask for; English where we don't speak it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            tongue = value.lower().replace("-", "_").split("_")[0].split(".")[0]
            return tongue if tongue in LANGUAGES else "en"
    return "en"


class Failed(click.ClickException):
    """What was asked for can't be done, though it was understood; told in the language of the run, exit code 1."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.lang = language()


def colourful(stream: TextIO) -> bool:
    """Whether to colour what goes to ``stream``: only on a terminal, and not where the reader asks for none."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def chosen(scripts: Sequence[Path]) -> tuple[Path, ...]:
    """The scripts that were named, each once, or all of ``scripts/``.

    Raises:
        click.UsageError: if there are none, or a translation is named in place of its script.
    """
    found = _without_translations(tuple(dict.fromkeys(scripts))) or written()
    if not found:
        raise click.UsageError(say("commands", language(), "build", "none"))
    return found


def written() -> tuple[Path, ...]:
    """All scripts of ``scripts/`` as it is now."""
    return tuple(sorted(path for path in SCRIPTS.glob("*.md") if path.stem != "README"))


def _without_translations(named: tuple[Path, ...]) -> tuple[Path, ...]:
    """Only the scripts: ``name*`` on a command line also names the translations beside them."""
    scripts = tuple(path for path in named if path.suffix.lower() not in TRANSLATIONS)
    for path in (path for path in named if path not in scripts):
        script = path.with_name(f"{path.stem.rpartition('.')[0] or path.stem}.md")
        if script not in scripts:
            values = {"path": path, "script": script, "tag": path.stem.rpartition(".")[2]}
            raise click.UsageError(say("commands", language(), "build", "translation", **values))
    return scripts
