"""``kokko build``: scripts become files in the output folder."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from kokko_ethics.building.fingerprint import house_fingerprint
from kokko_ethics.building.manifest import unchanged
from kokko_ethics.building.model import USUAL, Job, Outcome, Tally
from kokko_ethics.building.workers import processors, shared_out
from kokko_ethics.cli.languages import tags, wanted
from kokko_ethics.cli.scripts import SCRIPT, chosen, colourful, language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.cli.styles import STYLE
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.house_style import Style
from kokko_ethics.reporting.looks import counted, full, summary
from kokko_ethics.source import Source, Span
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import say
from kokko_ethics.workspace import CHAPTERS, OUTPUT


@dataclass(frozen=True, slots=True)
class Order:
    """How to build, as the options of the command line say it."""

    langs: tuple[str, ...]
    styles: tuple[Style, ...]
    out: Path
    jobs: int | None
    strict: bool
    traceback: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of an order: all that was asked for, the outcome of each and of what gathers them, and what was
    said."""

    asked: tuple[Job, ...]
    outcomes: tuple[Outcome, ...]
    said: tuple[Diagnostic, ...]


_OPTIONS = (
    click.option("--lang", "langs", multiple=True, callback=tags),
    click.option("--style", "styles", multiple=True, type=STYLE),
    click.option("--out", type=SCRIPT, default=OUTPUT),
    click.option("--jobs", type=click.IntRange(min=1)),
    click.option("--strict", is_flag=True),
    click.option("--traceback", is_flag=True),
)


def order_options(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the options of an :class:`Order`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command("build", cls=Spoken)
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--to", "outputs")
@order_options
def command(scripts: tuple[Path, ...], outputs: str | None, **options: Any) -> None:
    """Build what was asked for, and say how it went."""
    paths, order = chosen(scripts), Order(**options)
    delivery = deliver(paths, _output_names(outputs), order)
    click.echo(_closing(delivery, order.out))
    leave(delivery, order)


def deliver(paths: tuple[Path, ...], outputs: tuple[str, ...], order: Order) -> Delivery:
    """Build ``paths`` with these outputs, none for the usual ones; say on the way what there is to say."""
    house = house_fingerprint()
    asked = tuple(
        Job(path, order.out, outputs, house, order.jobs or processors(), order.traceback, style, lang)
        for path in paths
        for lang in wanted(path, order.langs)
        for style in dict.fromkeys(order.styles or (USUAL,))
    )
    outcomes = _told(_built(asked), len(asked))
    outcomes += _gathered(asked, outcomes)
    said = dict.fromkeys(diagnostic for outcome in outcomes for diagnostic in _worth_saying(outcome))
    return Delivery(asked, tuple(outcomes), tuple(said))


def leave(delivery: Delivery, order: Order) -> None:
    """End the command with its exit code."""
    worst = Severity.WARNING if order.strict else Severity.ERROR
    click.get_current_context().exit(int(any(diagnostic.severity >= worst for diagnostic in delivery.said)))


def _output_names(asked: str | None) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in (asked or "").split(",") if name.strip()))
    if asked is None:
        return ()
    from kokko_ethics.outputs import output_names  # loads the models of all rooms; not needed where nothing is asked

    known = output_names()
    for name in names or (asked,):
        if name not in known:
            near = nearest(name, known)
            key = "unknown-output-nearest" if near else "unknown-output"
            said = say("commands", language(), "build", key, name=name, nearest=near, names=", ".join(known))
            raise click.BadParameter(said, param_hint="--to")
    return names


def _gathered(jobs: tuple[Job, ...], outcomes: list[Outcome]) -> list[Outcome]:
    """What is made of all stories together. No story leaves a chapter where nothing gathers them: nothing is loaded."""
    if not any(outcome.folder and (jobs[0].out / outcome.folder / CHAPTERS).is_dir() for outcome in outcomes):
        return []
    from kokko_ethics.building.series import gather

    gathered = gather(jobs, outcomes)
    for outcome in gathered:
        _complain(outcome, colour=colourful(sys.stderr))
    return gathered


def _built(jobs: tuple[Job, ...]) -> Iterator[Outcome]:
    """The outcome of every job, in order. Only those whose script or house has changed are made."""
    clashes = _clashes(jobs)
    found = {job: clashes.get(job) or unchanged(job) for job in jobs}
    made = _made([job for job in jobs if found[job] is None], found)
    folders: dict[Path, Path] = {}
    told: set[Diagnostic] = set()
    for job in jobs:
        outcome = found[job] or next(made)
        fresh = tuple(each for each in outcome.diagnostics if each not in told)
        told.update(fresh)
        outcome = replace(outcome, diagnostics=fresh, lang=job.lang)  # another style, language or script told the rest
        if outcome.folder and (other := folders.setdefault(outcome.folder, job.script)) != job.script:
            outcome = replace(outcome, diagnostics=(*outcome.diagnostics, _clash(job.script, other)))
        yield outcome


def _made(jobs: list[Job], found: Mapping[Job, Outcome | None]) -> Iterator[Outcome]:
    """Make the outcomes of ``jobs``, several stories at a time where there are several; of the others they are
    ``found``."""
    if not jobs:
        return
    from kokko_ethics.building.making import make  # the compiler and its libraries: only where something changed
    from kokko_ethics.outputs import outputs_named

    if len(jobs) == 1:
        yield make(jobs[0], found)
        return
    outputs_named(jobs[0].outputs)  # loaded once, for all workers
    together = min(jobs[0].jobs, len(jobs))
    alone = [replace(job, jobs=max(1, job.jobs // together)) for job in jobs]
    yield from shared_out(make, alone, together, at_once=len({job.style for job in jobs}))


def _clashes(jobs: tuple[Job, ...]) -> dict[Job, Outcome]:
    """Scripts of one name in several folders: all but the first are not built."""
    first: dict[str, Path] = {}
    clashes = {}
    for job in jobs:
        other = first.setdefault(job.script.stem, job.script)
        if other != job.script:
            clashes[job] = Outcome(job.script, None, (_clash(job.script, other),))
    return clashes


def _clash(script: Path, other: Path) -> Diagnostic:
    values = (("path", str(script)), ("other", str(other)))
    return Diagnostic("same-output", Severity.ERROR, Source.of("", str(script)), Span(0, 0), values)


def _told(outcomes: Iterable[Outcome], count: int) -> list[Outcome]:
    """All outcomes; what each script has to hear is said as soon as it is known, with a bar or a line of progress."""
    stream = sys.stderr
    if not stream.isatty():
        return [_tell(outcome, count, number) for number, outcome in enumerate(outcomes, 1)]
    kept = []
    label = say("commands", language(), "build", "label")
    with click.progressbar(outcomes, length=count, label=label, file=stream) as bar:
        for outcome in bar:
            kept.append(outcome)
    for outcome in kept:
        _complain(outcome, colour=colourful(stream))
    return kept


def _tell(outcome: Outcome, count: int, number: int) -> Outcome:
    lang = language()
    if outcome.folder is None:
        news = say("commands", lang, "build", "failed")
    else:
        news = _news(outcome.tally) if outcome.tally.made else say("commands", lang, "build", "kept")
    made = say("commands", lang, "build", "translated", script=outcome.script, tongue=outcome.lang)
    script = made if outcome.lang else outcome.script
    line = say("commands", lang, "build", "line", number=number, count=count, script=script, news=news)
    click.echo(line, err=True)
    _complain(outcome, colour=False)
    return outcome


def _worth_saying(outcome: Outcome) -> list[Diagnostic]:
    """A build tells warnings and errors; hints, which would drown them, are for ``kokko check``."""
    return [diagnostic for diagnostic in outcome.diagnostics if diagnostic.severity > Severity.HINT]


def _complain(outcome: Outcome, *, colour: bool) -> None:
    for diagnostic in _worth_saying(outcome):
        click.echo(full(diagnostic, language(), colour=colour) + "\n", err=True, color=colour)


def _news(tally: Tally) -> str:
    """Such as "3 pictures redrawn, 21 kept; 2 other files made anew, 4 kept"."""
    lang, words = language(), _saying()
    pictures = counted(tally.pictures_made, "picture", lang)
    files = counted(tally.files_made, "file", lang)
    parts = []
    if tally.pictures_made or tally.pictures_kept:
        parts.append(words("redrawn", made=pictures, kept=tally.pictures_kept))
    if tally.files_made or tally.files_kept:
        parts.append(words("files", made=files, kept=tally.files_kept))
    return "; ".join(parts)


def _saying() -> Callable[..., str]:
    lang = language()
    return lambda key, **values: say("commands", lang, "build", key, **values)


def how_it_went(delivery: Delivery) -> str:
    """One line: what there was to say, and how much was made."""
    total = sum((outcome.tally for outcome in delivery.outcomes), Tally())
    scripts = len({job.script for job in delivery.asked})
    parts = [summary(list(delivery.said), scripts, language())]
    if any(outcome.folder for outcome in delivery.outcomes):
        parts.append(f"{_news(total)}." if total.made else _saying()("unchanged"))
    return " ".join(parts)


def _closing(delivery: Delivery, out: Path) -> str:
    """One line: how it went, what was made, and where to look."""
    parts = [how_it_went(delivery)]
    built = [outcome.folder for outcome in delivery.outcomes if outcome.folder is not None]
    if built:
        places = (*(out / folder / "index.html" for folder in built), out / built[0] / "web" / "index.html")
        page = next((page for page in places if page.is_file()), None)
        parts.append(_saying()("begin" if page else "look", folder=f"{out}/", page=page))
    return " ".join(parts)
