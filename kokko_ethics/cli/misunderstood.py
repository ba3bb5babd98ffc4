"""Misunderstood: what is said of a command that can't be understood, in the author's language. Click's own words are
English only."""

from __future__ import annotations

from typing import Any

import click

from kokko_ethics.spelling import nearest
from kokko_ethics.wording import say


def told(error: click.ClickException, lang: str) -> str:
    """What is wrong with a command and one thing to do, with a line on where to read more."""
    lines = [f"{say('commands', lang, 'severity', 'error')}: {_said(error, lang)}"]
    if isinstance(error, click.UsageError) and error.ctx:
        lines.append(say("commands", lang, "misunderstood", "help", command=error.ctx.command_path))
    return "\n".join(lines)


def no_command(name: str, known: tuple[str, ...], lang: str) -> str:
    """That there is no such command, and which one may have been meant."""
    return _with_nearest(say("commands", lang, "misunderstood", "no-command", name=name), name, known, lang)


def _said(error: click.ClickException, lang: str) -> str:
    match error:
        case click.NoSuchOption(option_name=name, ctx=ctx):
            said = say("commands", lang, "misunderstood", "no-option", name=name)
            known = [word for one in ctx.command.get_params(ctx) for word in one.opts] if ctx else []
            return _with_nearest(said, name, known, lang)
        case click.BadOptionUsage(option_name=name):
            return say("commands", lang, "misunderstood", "no-value", name=name)
        case click.MissingParameter(param=param) if param:
            return say("commands", lang, "misunderstood", "missing", name=_name(param))
        case click.BadParameter(param=param) if param:
            return f"{_name(param)}: {_expected(param.type, lang) or error.message}"
        case click.BadParameter(param_hint=str(hint)):
            return f"{hint}: {error.message}"
        case _:
            return error.message


def _name(param: click.Parameter) -> str:
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name


def _expected(kind: click.ParamType[Any], lang: str) -> str:
    """What a value has to be where Click's own kinds refused one; those of ours say it themselves."""
    if type(kind) is click.Choice:
        return say("commands", lang, "misunderstood", "choice", names=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        ends = [str(end) if end is not None else "" for end in (kind.min, kind.max)]
        return say("commands", lang, "misunderstood", "number", range="–".join(ends))
    return ""


def _with_nearest(said: str, name: str, known: tuple[str, ...] | list[str], lang: str) -> str:
    near = nearest(name, known)
    return f"{said} {say('commands', lang, 'misunderstood', 'nearest', name=near)}" if near else said
