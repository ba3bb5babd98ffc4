"""Making: compile one script, render what changed, write it, and take away what no longer belongs."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from kokko_ethics.building.findings import keep, notes_path, standing_path
from kokko_ethics.building.manifest import (
    Manifest,
    Published,
    Written,
    load,
    manifest_path,
    recorded,
    save,
    script_bytes,
    script_fingerprint,
)
from kokko_ethics.building.model import ALWAYS, USUAL, Job, Outcome, Tally, fault, fault_in
from kokko_ethics.building.rendering import Rendered, meanwhile, rendered
from kokko_ethics.building.series import with_series
from kokko_ethics.building.writing import due_among, still_good, tidy, write
from kokko_ethics.compiler import compile_story
from kokko_ethics.consent import fingerprint_of, refusal
from kokko_ethics.continuity import notes_in
from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.edition import Compiled, Edition
from kokko_ethics.outputs import outputs_named, series_among, usual_names
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.script.reading import read_source
from kokko_ethics.source import Source
from kokko_ethics.standing import standing_in
from kokko_ethics.styling import in_style
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import language_folder, panels_folder, script_id


@dataclass(frozen=True, slots=True)
class _Plan:
    """What to do for one story: some outputs' artifacts, the files that may stay as they are, and what the outputs
    have to say."""

    folder: str
    wanted: dict[str, tuple[Artifact, ...]]
    kept: dict[str, Written]
    said: tuple[Diagnostic, ...]

    @property
    def due(self) -> list[Artifact]:
        """What has to be rendered and written."""
        return due_among(_all(self.wanted), self.kept)

    def and_then(self, more: _Plan) -> _Plan:
        """This plan and another one for the same folder."""
        return _Plan(self.folder, self.wanted | more.wanted, self.kept | more.kept, (*self.said, *more.said))


def make(job: Job, series: Mapping[Job, Outcome | None] | None = None) -> Outcome:
    """Build one script. A fault of ours or of the system becomes a diagnostic, so that other scripts go on.

    Where it is the only one that is due, ``series`` are all jobs with the outcomes of the others: series of them are
    then rendered together with the files of its own.
    """
    try:
        with standing_in(standing_path(job), job.house):
            return _make(job, series or {})
    except OSError as error:
        reason = error.strerror or str(error)
        said = fault(job.script, "output-unwritable", path=str(error.filename or job.out), reason=reason)
        return _failed(job, error, said)
    except Exception as error:  # our own bug: named, never shown as a traceback unless asked for
        return _failed(job, error, fault_in(job.script, error))


def _failed(job: Job, error: Exception, said: Diagnostic) -> Outcome:
    if job.traceback:
        traceback.print_exception(error)
    return Outcome(job.script, None, (said,))


def _make(job: Job, series: Mapping[Job, Outcome | None]) -> Outcome:
    script = script_fingerprint(job, script_bytes(job.script) or b"")  # before reading: a later edit is then seen
    source = read_source(job.script, str(job.script))
    if isinstance(source, Diagnostic):
        return Outcome(job.script, None, (source,))
    if refused := refusal(job.script):
        return Outcome(job.script, None, (refused,))
    catalogue = catalogue_of(job.script, job.lang) if job.lang else None
    if isinstance(catalogue, Diagnostic):
        return Outcome(job.script, None, (catalogue,))
    before = load(manifest_path(job))
    with notes_in(notes_path(job), job.house):
        compiled = _compiled(source, script_id(job.script), catalogue, script)
        keep(job, script, compiled.diagnostics)
        if compiled.edition is None:
            return Outcome(job.script, None, compiled.diagnostics)
        edition = in_style(compiled.edition, job.style)
        names = tuple(dict.fromkeys((*job.outputs, ALWAYS))) if job.outputs else usual_names()
        plan, ready, ahead = _rendered(job, edition, names, before, series)
    made = write(job.out, plan.folder, plan.due, ready, manifest_path(job))
    more = compiled.laid.placed(plan.said) if compiled.laid else plan.said
    said = in_order([*compiled.diagnostics, *more])
    after = _manifest(plan, plan.kept | made, before, job.house, script, recorded(said))
    after = replace(after, words=fingerprint_of(job.script))
    tidy(job.out, before, after)
    save(manifest_path(job), after)
    return Outcome(job.script, Path(plan.folder), said, Tally.of(sorted(made), sorted(plan.kept)), ahead=ahead)


def _rendered(
    job: Job, edition: Edition, names: tuple[str, ...], before: Manifest | None, series: Mapping[Job, Outcome | None]
) -> tuple[_Plan, Rendered, Rendered]:
    """The plan for the outputs called ``names``, all that is due by it, and what could be rendered of ``series``: these
    take longest, and begin before the rest is planned."""
    gathered = tuple(series_among(names))
    chapters = _plan(job, edition, gathered, before)
    ours = {(each.path, each.key) for each in chapters.due}
    gathering = partial(with_series, job, chapters.folder, chapters.due, series)
    with meanwhile(gathering, job.jobs if ours else 1) as finish:
        others = _plan(job, edition, tuple(name for name in names if name not in gathered), before)
        ready = rendered(others.due, job.jobs)
        along = finish()
    ahead = {name: data for name, data in along.items() if name not in ours}
    return chapters.and_then(others), ready | along, ahead


@lru_cache(maxsize=1)
def _compiled(source: Source, id: str, catalogue: Catalogue | None, fingerprint: str) -> Compiled:
    """What became of a script; kept, so that a story in several styles is compiled once. The ``fingerprint`` changes
    with everything that is read beside it."""
    return compile_story(source, id, panels=panels_folder(), catalogue=catalogue)


def _plan(job: Job, edition: Edition, names: tuple[str, ...], before: Manifest | None) -> _Plan:
    """What to do for the outputs with these names, if any."""
    outputs = outputs_named(names) if names else ()
    published = {name: tuple(output.publish(edition)) for name, output in zip(names, outputs, strict=True)}
    wanted = {name: tuple(one for one in all if isinstance(one, Artifact)) for name, all in published.items()}
    said = tuple(one for all in published.values() for one in all if isinstance(one, Diagnostic))
    folder = f"{edition.story.id}/{language_folder(edition.story.lang)}"
    if job.style != USUAL:
        folder += f"/{job.style}"
    kept = still_good(job.out, folder, _all(wanted), before, job.house)
    return _Plan(folder, wanted, kept, said)


def _manifest(
    plan: _Plan,
    files: dict[str, Written],
    before: Manifest | None,
    house: str,
    script: str,
    said: tuple[tuple[Any, ...], ...],
) -> Manifest:
    fresh = {
        name: Published(house, script, tuple(files[each.path] for each in artifacts))
        for name, artifacts in plan.wanted.items()
    }
    others = before.outputs if before is not None and before.folder == plan.folder else {}
    return Manifest(plan.folder, usual_names(), {**others, **fresh}, said)


def _all(wanted: dict[str, tuple[Artifact, ...]]) -> Iterable[Artifact]:
    return (artifact for artifacts in wanted.values() for artifact in artifacts)
