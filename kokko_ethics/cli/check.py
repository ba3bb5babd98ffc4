"""``kokko check``: everything that reading, reviewing and lettering have to say, and nothing made."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click

from kokko_ethics.building.findings import findings_of
from kokko_ethics.building.fingerprint import house_fingerprint
from kokko_ethics.building.model import Job
from kokko_ethics.building.workers import processors, shared_out
from kokko_ethics.cli.languages import tags, wanted
from kokko_ethics.cli.scripts import SCRIPT, chosen, colourful, language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.consent import refusal
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reference.facts import stale
from kokko_ethics.reference.places import shipped
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.reporting.report import LOOKS, report
from kokko_ethics.workspace import OUTPUT


@click.command("check", cls=Spoken)
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--format", "look", type=click.Choice(LOOKS), default=LOOKS[0])
@click.option("--lang", "langs", multiple=True, callback=tags)
@click.option("--commercial", is_flag=True)
@click.option("--balance", is_flag=True)
@click.option("--print", "printed", is_flag=True)
@click.option("--all", "every", is_flag=True)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), envvar="KOKKO_TODAY", default=lambda: date.today().isoformat()
)
@click.option("--strict", is_flag=True)
@click.option("--traceback", is_flag=True)
def command(
    scripts: tuple[Path, ...], look: str, langs: tuple[str, ...], commercial: bool, balance: bool, printed: bool,
    every: bool, today: datetime, strict: bool, traceback: bool,
) -> None:  # fmt: skip
    """Say everything there is to say about scripts, or about what was printed."""
    if printed:
        from kokko_ethics.cli.printed import preflight

        click.get_current_context().exit(preflight(scripts, look, strict))
    paths = chosen(scripts)
    asked = [(path, lang) for path in paths for lang in wanted(path, langs)]
    if balance:
        from kokko_ethics.cli.balance import weigh

        click.get_current_context().exit(weigh(asked, look, strict))
    house = house_fingerprint()
    jobs = [Job(path, OUTPUT, (), house, traceback=traceback, lang=lang) for path, lang in asked]
    said = list(dict.fromkeys([*_checked(jobs, commercial=commercial), *_grown_old(paths, today.date())]))
    stdout = sys.stdout
    colour = colourful(stdout)
    told = report(said, look, language(), scripts=len(paths), colour=colour, every=every)
    click.echo(told, nl=False, color=colour)
    worst = Severity.WARNING if strict else Severity.ERROR
    click.get_current_context().exit(int(any(diagnostic.severity >= worst for diagnostic in said)))


def _grown_old(paths: Iterable[Path], today: date) -> Iterator[Diagnostic]:
    """What there is to say about the age of the facts that these scripts are published with.

    Only those who keep the file themselves hear what is still to be checked in it.
    """
    for folder in dict.fromkeys(path.parent for path in paths):
        facts = reference_for(folder)[0].facts
        ours = facts.source.path == str(shipped("facts"))
        yield from (one for one in stale(facts, today) if one.severity > Severity.HINT or not ours)


def _checked(jobs: list[Job], *, commercial: bool) -> Iterator[Diagnostic]:
    """What there is to say of all jobs, in order; only those that have changed since they were last told are looked
    over."""
    known = {job: None if commercial else findings_of(job) for job in jobs}
    due = [job for job in jobs if known[job] is None]
    fresh = iter(_looked_over(due, commercial=commercial))
    for job in jobs:
        yield from filter(None, (refusal(job.script),))
        said = known[job]
        yield from next(fresh) if said is None else said


def _looked_over(jobs: list[Job], *, commercial: bool) -> Iterator[tuple[Diagnostic, ...]]:
    if not jobs:
        return
    from kokko_ethics.cli.looking import Look, look_over  # the compiler and its libraries: only where something changed

    yield from shared_out(look_over, [Look(job, commercial) for job in jobs], processors())
