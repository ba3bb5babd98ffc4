"""Styles on the command line: one of ours, or words in the author's language about what there is."""

from __future__ import annotations

from typing import Any

import click

from kokko_ethics.cli.scripts import language
from kokko_ethics.house_style import STYLES
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import say


class _StyleName(click.Choice[str]):
    """One of :data:`house_style.STYLES`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name of a style.

        Raises:
            click.BadParameter: if there is no such style.
        """
        if value in STYLES:
            return str(value)
        near = nearest(str(value), STYLES)
        key = "unknown-style-nearest" if near else "unknown-style"
        said = say("commands", language(), "build", key, name=value, nearest=near, names=", ".join(STYLES))
        raise click.BadParameter(said, ctx, param, param_hint="--style")


STYLE = _StyleName(STYLES)
"""The type of options that name a style."""
