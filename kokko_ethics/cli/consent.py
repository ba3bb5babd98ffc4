"""``kokko consent``: take a story back when the person whose story it is withdraws their consent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kokko_ethics.building.traces import Traces, remove, traces_of
from kokko_ethics.cli.scripts import SCRIPT, Failed, chosen, language
from kokko_ethics.cli.spoken import SpokenGroup
from kokko_ethics.consent import (
    NAME,
    Unreadable,
    Withdrawal,
    consent_path,
    fingerprint_of,
    read_list,
    withdrawn,
    write_list,
)
from kokko_ethics.spelling import nearest
from kokko_ethics.story.sign_off import is_a_day
from kokko_ethics.wording import say, why_not
from kokko_ethics.workspace import OUTPUT, SCRIPTS, languages_beside, script_id

_Told = TypeVar("_Told")


command = SpokenGroup("consent")
"""The commands about withdrawn stories."""


@command.command("withdraw")
@click.argument("script", type=SCRIPT)
@click.option("--out", "outs", type=SCRIPT, multiple=True)
@click.option("--delete", is_flag=True)
@click.option("--date", "day", default="")
def withdraw(script: Path, outs: tuple[Path, ...], delete: bool, day: str) -> None:
    """Put a script on the list, and tell or delete what builds have made of it."""
    chosen((script,))  # a translation is told to be none
    story, date = script_id(script.resolve()), _day(day)
    words = fingerprint_of(script)
    traces = {out: traces_of(_names(script), words, out) for out in dict.fromkeys(outs or (OUTPUT,))}
    if not any(each.manifests for each in traces.values()):
        _known(script)  # of a script that is no longer there, builds may still be left
    if _listed(script):
        click.echo(_words("already", script=script))
    else:
        entry = Withdrawal(story, words, (("date", date),) if date else ())
        _write(consent_path(script), (*_read(consent_path(script)), entry))
        click.echo(_words("withdrawn", script=script, list=_shown(consent_path(script))))
    for out, each in traces.items():
        _tell(each, out, delete)
    beside = [script, *(script.with_name(f"{script.stem}.{tag}.po") for tag in languages_beside(script))]
    click.echo(_words("words-stay", files=", ".join(str(path) for path in beside if path.is_file()) or "–"))


@command.command("restore")
@click.argument("script", type=SCRIPT)
def restore(script: Path) -> None:
    """Take a script off the list."""
    chosen((script,))
    found = _listed(script)
    if found is None:
        raise click.UsageError(_words("not-listed", script=_known(script)))
    for place in dict.fromkeys((consent_path(script), SCRIPTS.resolve() / NAME)):
        listed = _read(place)
        if found in listed:
            _write(place, tuple(one for one in listed if one != found))
    click.echo(_words("restored", script=script))


@command.command("list")
@click.argument("folders", nargs=-1, type=SCRIPT)
def list_stories(folders: tuple[Path, ...]) -> None:
    """List what has been withdrawn in each folder."""
    for folder in folders or (SCRIPTS,):
        if not folder.is_dir():
            raise click.UsageError(_words("no-folder", folder=folder))
        path = folder / NAME
        listed = _read(path)
        click.echo(_words("list" if listed else "none", list=path))
        for one in listed:
            more = dict(one.more)
            date = f", {more['date']}" if more.get("date") else ""
            note = f" – {more['note']}" if more.get("note") else ""
            click.echo(f"  {one.story}{date}{note}")


def _names(script: Path) -> frozenset[str]:
    """The ids of a story: that of its file, and those of links to it."""
    real = script.resolve()
    links = (path for folder in {script.parent, real.parent, SCRIPTS} for path in folder.glob("*.md"))
    return frozenset(script_id(path) for path in (script, real, *links) if path.resolve() == real)


def _words(key: str, **values: object) -> str:
    return say("commands", language(), "consent", key, **values)


def _known(script: Path) -> Path:
    """The script that is meant.

    Raises:
        click.UsageError: if it is none; with the nearest name that is one.
    """
    if script.is_dir():
        raise click.UsageError(_words("folder", path=script))
    if not script.is_file():
        beside = sorted(path.name for path in script.parent.glob("*.md")) if script.parent.is_dir() else []
        near = nearest(script.name, beside) or nearest(f"{script.name}.md", beside)
        key = "missing-nearest" if near else "missing"
        raise click.UsageError(_words(key, path=script, nearest=script.parent / near if near else ""))
    if script.suffix != ".md":
        raise click.UsageError(_words("no-script", path=script))
    return script


def _shown(path: Path) -> Path:
    """A path as short as it can be said from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _day(written: str) -> str:
    if written and not is_a_day(written):
        raise click.BadParameter(_words("no-day", date=written), param_hint="--date")
    return written


def _listed(script: Path) -> Withdrawal | None:
    return _guarded(lambda: withdrawn(script))


def _read(path: Path) -> tuple[Withdrawal, ...]:
    return _guarded(lambda: read_list(path))


def _guarded(read: Callable[[], _Told]) -> _Told:
    try:
        return read()
    except Unreadable as error:
        raise Failed(_words("broken", path=_shown(error.path), reason=error.reason)) from error


def _write(path: Path, listed: tuple[Withdrawal, ...]) -> None:
    try:
        write_list(path, listed)
    except OSError as error:
        raise Failed(_words("unwritable", path=path, reason=_why(error))) from error


def _why(error: OSError) -> str:
    return why_not(error.strerror or str(error), language())


def _tell(traces: Traces, out: Path, delete: bool) -> None:
    """List the files of a story in ``out``, and remove them if that was asked for."""
    if not traces.files:
        click.echo(_words("nothing", out=out))
    else:
        click.echo(_words("files", count=len(traces.files), out=out))
        for path in traces.own:
            click.echo(f"  {path}")
        for path in traces.shared:
            click.echo(f"  {path} {_words('shared')}")
    if traces.gone:
        click.echo(_words("gone", count=traces.gone))
    if delete:
        try:
            remove(traces, out)
        except OSError as error:
            raise Failed(_words("unwritable", path=error.filename or out, reason=_why(error))) from error
    if traces.files:
        click.echo(_words("deleted", count=len(traces.files)) if delete else _words("delete-how"))
