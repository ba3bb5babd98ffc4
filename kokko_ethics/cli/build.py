"""``kokko build``: scripts → files."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

import click

from kokko_ethics.building import Built, Order, build, up_to_date
from kokko_ethics.cli.asking import ERRORS, exit_code, report, scripts_to_read
from kokko_ethics.outputs import output_names
from kokko_ethics.wording import say
from kokko_ethics.workspace import script_id

_ALWAYS = "layout"
"""The geometry of every panel is written with every build."""


@click.command("build", epilog="Examples:  kokko build    kokko build scripts/tea.md --to pdf,web    kokko build --strict")
@click.argument("scripts", nargs=-1, type=click.Path())
@click.option("--to", "to", metavar="NAMES", help="What to make, with commas between: svg, png, pdf, web … (default: everything).")
@click.option("--out", default="output", show_default=True, type=click.Path(), help="Folder to write into.")
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to work with (default: one for each core).")
@click.option("--strict", is_flag=True, help="Let warnings fail, too.")
@click.option("--traceback", "trace", is_flag=True, help="Show where our own mistakes happen.")
@click.pass_context
def command(ctx: click.Context, scripts: tuple[str, ...], to: str | None, out: str, jobs: int | None, strict: bool, trace: bool) -> None:
    """Turn scripts into panels, pages, booklets and web pages.

    Without SCRIPTS, builds all of scripts/. Files whose pictures did not change are kept as they are.
    """
    lang = ctx.obj
    wanted = _outputs(to, lang)
    orders = _orders(scripts_to_read(scripts, lang), Path(out), wanted, lang)
    results = _all_built(orders, jobs or os.cpu_count() or 1, lang, trace)
    findings = tuple(finding for result in results for finding in result.findings)
    report(findings, lang)
    failures = [result for result in results if result.failure]
    for result in failures:
        click.echo(say("commands", lang, "build", "internal-error", path=result.order.shown, what=result.failure), err=True)
    _tell(results, out, lang)
    ctx.exit(ERRORS if failures else exit_code(findings, strict=strict))


def _outputs(to: str | None, lang: str) -> tuple[str, ...]:
    known = output_names()
    names = tuple(dict.fromkeys(name.strip().lower() for name in to.split(",") if name.strip())) if to else known
    for name in names:
        if name not in known:
            raise click.UsageError(say("commands", lang, "usage", "unknown-output", name=name, known=", ".join(known)))
    return tuple(dict.fromkeys((*names, _ALWAYS)))


def _orders(paths: list[Path], out: Path, wanted: tuple[str, ...], lang: str) -> list[Order]:
    """One order a script; two scripts that would fill one folder are a usage error."""
    seen: dict[str, Path] = {}
    for path in paths:
        id = script_id(path)
        if id in seen:
            raise click.UsageError(say("commands", lang, "usage", "same-id", one=seen[id], other=path, id=id))
        seen[id] = path
    return [Order(path, str(path), out, wanted) for path in paths]


def _all_built(orders: list[Order], jobs: int, lang: str, trace: bool) -> list[Built]:
    """Every order done, in the order in which they were given; unchanged ones first, since they cost nothing."""
    done = {order.id: result for order in orders if (result := up_to_date(order)) is not None}
    left = [order for order in orders if order.id not in done]
    if left:
        title = say("commands", lang, "build", "progress")
        with click.progressbar(length=len(left), label=title, file=sys.stderr, item_show_func=lambda name: name or "") as bar:
            for result in _worked(left, jobs, trace):
                done[result.order.id] = result
                bar.update(1, result.order.id)
    return [done[order.id] for order in orders]


def _worked(orders: list[Order], jobs: int, trace: bool) -> Iterator[Built]:
    if jobs == 1 or len(orders) == 1:
        yield from (_safely(order, trace) for order in orders)
        return
    with ProcessPoolExecutor(min(jobs, len(orders))) as pool:
        for future in as_completed([pool.submit(_safely, order, trace) for order in orders]):
            yield future.result()


def _safely(order: Order, trace: bool) -> Built:
    """A mistake of ours in one script must not stop the others, and no author shall see a traceback."""
    try:
        return build(order)
    except Exception as mistake:
        if trace:
            traceback.print_exc()
        return Built(order, failure=f"{type(mistake).__name__}: {mistake}")


def _tell(results: list[Built], out: str, lang: str) -> None:
    """The closing lines: what was drawn, what was kept, and where to look."""
    made = [result for result in results if result.folder]
    drawn, kept = sum(result.drawn for result in results), sum(result.kept for result in results)
    click.echo(say("commands", lang, "build", "done", stories=len(made), drawn=drawn, kept=kept, out=out))
    if made:
        page = Path(out) / made[0].folder / "web" / "index.html"
        click.echo(say("commands", lang, "build", "look", page=page if page.exists() else Path(out) / made[0].folder))
