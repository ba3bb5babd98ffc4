"""Misunderstood: what is said of a command that can't be understood, in the author's language. Click's own words are
English only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from kokko_ethics.cli.help import said
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import say, why_not

DASHES = ("–", "—")
"""What word processors make of the hyphens before an option."""


def told(error: click.ClickException, lang: str) -> str:
    """What is wrong with a command and one thing to do, with a line on where to read more."""
    lines = [f"{say('commands', lang, 'severity', 'error')}: {_said(error, lang)}"]
    if isinstance(error, click.UsageError) and error.ctx:
        lines.append(say("commands", lang, "misunderstood", "help", command=error.ctx.command_path))
    return "\n".join(lines)


def no_access(error: OSError, lang: str) -> str:
    """That a file or folder can't be read or written, and why."""
    values = {"path": error.filename or "–", "reason": why_not(error.strerror or str(error), lang)}
    return say("commands", lang, "misunderstood", "no-access", **values)


def no_command(name: str, known: tuple[str, ...], lang: str) -> str:
    """That there is no such command, and which one may have been meant."""
    return _with_nearest(say("commands", lang, "misunderstood", "no-command", name=name), name, known, lang)


def _said(error: click.ClickException, lang: str) -> str:
    match error:
        case click.NoSuchOption(option_name=name, ctx=ctx):
            wrong = say("commands", lang, "misunderstood", "no-option", name=name)
            alike = [word for one in _options(ctx) for word in _names(one) if word.startswith(name[:2])]
            return _with_nearest(wrong, name, alike, lang)
        case click.BadOptionUsage(option_name=name, ctx=ctx):
            key = "needs-no-value" if _is_flag(name, ctx) else "no-value"
            return say("commands", lang, "misunderstood", key, name=name)
        case click.MissingParameter(param=param, ctx=ctx) if param:
            command = ctx.command_path if ctx else ""
            return say("commands", lang, "misunderstood", "missing", command=command, name=_name(param, lang))
        case click.BadParameter(param=param) if param:
            return f"{_name(param, lang)}: {_expected(param.type, lang) or error.message}"
        case click.BadParameter(param_hint=str(hint)):
            return f"{hint}: {error.message}"
        case _:
            return error.message


def with_a_dash(word: str, lang: str) -> str:
    """That a word processor made a dash of an option's hyphens, and how to write it."""
    return say("commands", lang, "misunderstood", "dash", name=word, right=f"--{word.lstrip(''.join(DASHES))}")


def too_much(ctx: click.Context, words: Sequence[str], lang: str) -> str:
    """That a command takes no more words; where the last one before them may be a name with spaces, how to write it."""
    typed = " ".join(words)
    wrong = say("commands", lang, "misunderstood", "too-much", words=typed)
    names = [one for one in ctx.command.params if isinstance(one, click.Argument) and one.required]
    if names and not isinstance(names[-1].type, click.Choice) and not typed.startswith("-"):
        whole = f"{ctx.params[names[-1].name or '']} {typed}".strip("”“„'")
        command = f'{ctx.command_path} "{whole}"'
        return f"{wrong} {say('commands', lang, 'misunderstood', 'in-quotes', command=command)}"
    return f"{wrong} {say('commands', lang, 'misunderstood', 'leave-out')}"


def _is_flag(name: str, ctx: click.Context | None) -> bool:
    return any(one.is_flag and name in _names(one) for one in _options(ctx))


def _options(ctx: click.Context | None) -> list[click.Option]:
    return [one for one in ctx.command.get_params(ctx) if isinstance(one, click.Option)] if ctx else []


def _names(option: click.Option) -> list[str]:
    return [*option.opts, *option.secondary_opts]


def _name(param: click.Parameter, lang: str) -> str:
    """What a parameter is called in the help."""
    return param.opts[-1] if isinstance(param, click.Option) else said(param.human_readable_name, lang)


def _expected(kind: click.ParamType[Any], lang: str) -> str:
    """What a value has to be where Click's own kinds refused one; those of ours say it themselves."""
    if type(kind) is click.Choice:
        return say("commands", lang, "misunderstood", "choice", names=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange):
        key = "number" if kind.max is not None else "number-from"
        return say("commands", lang, "misunderstood", key, least=kind.min, most=kind.max)
    if isinstance(kind, click.DateTime):
        return say("commands", lang, "misunderstood", "day")
    return ""


def _with_nearest(wrong: str, name: str, known: tuple[str, ...] | list[str], lang: str) -> str:
    near = nearest(name, known)
    return f"{wrong} {say('commands', lang, 'misunderstood', 'nearest', name=near)}" if near else wrong
