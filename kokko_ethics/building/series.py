"""Series: the chapters that stories left behind → what gathers them all, such as a site; untouched if they are."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from kokko_ethics.building.findings import series_standing_path
from kokko_ethics.building.fingerprint import fingerprint
from kokko_ethics.building.manifest import (
    Manifest,
    Published,
    is_still_there,
    load,
    manifest_path,
    recorded,
    save,
    series_manifest_path,
)
from kokko_ethics.building.model import USUAL, Job, Outcome, Tally, fault, fault_in
from kokko_ethics.building.rendering import Rendered, rendered
from kokko_ethics.building.writing import due_among, still_good, tidy, write
from kokko_ethics.consent import refusal
from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.outputs import names_for, series_among, series_named
from kokko_ethics.outputs.protocol import Artifact, Beside, Chapter, chapter_path
from kokko_ethics.standing import standing_in
from kokko_ethics.workspace import CHAPTERS


@dataclass(frozen=True, slots=True)
class _Gathering:
    """A series in one style, and where it stands."""

    name: str
    place: str
    """Where it lies below the output folder."""
    job: Job
    """One of the jobs that its chapters come from."""

    @property
    def folder(self) -> str:
        style = "" if self.job.style == USUAL else f"/{self.job.style}"
        return f"{self.place}{style}"

    @property
    def manifest(self) -> Path:
        return series_manifest_path(self.job, self.name)


def gather(jobs: Sequence[Job], outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Make every series that ``jobs`` ask for, in every style, out of what ``outcomes`` left behind."""
    made = []
    ready = {name: data for outcome in outcomes for name, data in outcome.ahead.items() if data}
    for style in dict.fromkeys(job.style for job in jobs):
        pairs = [(job, outcome) for job, outcome in zip(jobs, outcomes, strict=True) if job.style == style]
        first = pairs[0][0]
        for name, folder in series_among(first.outputs).items():
            gathering = _Gathering(name, folder, first)
            chapters = [chapter for job, outcome in pairs if (chapter := _chapter(job, outcome, name))]
            if chapters:
                made.append(_made(gathering, chapters, ready))
    return made


def with_series(job: Job, folder: str, due: Sequence[Artifact], series: Mapping[Job, Outcome | None]) -> Rendered:
    """The bytes of what is ``due`` for series in the ``folder`` of ``job``; where it is the only job that is due, also
    of what will become of ``series`` (all jobs, with the outcomes of the others), as far as it is made of chapters
    alone."""
    return rendered([*due, *_foreseen(job, folder, due, series)], 1)


def _foreseen(job: Job, folder: str, due: Sequence[Artifact], series: Mapping[Job, Outcome | None]) -> list[Artifact]:
    """Whatever goes wrong with a series is found, and told, when it is gathered: an artifact that fails is empty."""
    found: list[Artifact] = []
    for name in series_among(job.outputs) if job in series else ():
        mine = next((each for each in due if each.path == chapter_path(name)), None)
        gatherer = series_named(name)
        if mine is None or not getattr(gatherer, "of_chapters_alone", False):
            continue
        story, lang = folder.split("/")[:2]
        chapters = (
            Chapter(story, lang, mine.render()) if one == job else _chapter(one, outcome, name)
            for one, outcome in series.items()
            if one.style == job.style and (one == job or outcome)
        )
        with suppress(Exception):
            made = gatherer.gather([chapter for chapter in chapters if chapter])
            kept = partial(_or_nothing, job, name)
            found += [replace(each, render=partial(kept, each)) for each in made if isinstance(each, Artifact)]
    return found


def _or_nothing(job: Job, name: str, artifact: Artifact) -> bytes:
    try:
        with standing_in(series_standing_path(job, name), job.house):
            return artifact.render()
    except Exception:
        return b""


def _chapter(job: Job, outcome: Outcome | None, name: str) -> Chapter | None:
    """What a story left behind: where it can't be built now, what an earlier build of it did; nothing where there was
    none, or it may not be built any more."""
    manifest = load(manifest_path(job))
    published = manifest.outputs.get(name) if manifest else None
    if manifest is None or published is None or published.house != job.house:
        return None
    if (outcome is None or outcome.folder is None) and refusal(job.script):
        return None
    folder = job.out / manifest.folder
    path = folder / chapter_path(name)
    story, lang = manifest.folder.split("/")[:2]
    return Chapter(story, lang, path.read_bytes(), _beside(folder, manifest, published)) if path.is_file() else None


def _beside(folder: Path, manifest: Manifest, like: Published) -> tuple[Beside, ...]:
    """The files for trainers that were made of the same script by the same house as ``like``."""
    names = [name for name in names_for("trainer") if name in manifest.outputs]
    fresh = [one for name in names if ((one := manifest.outputs[name]).house, one.script) == (like.house, like.script)]
    return tuple(
        Beside(file.path, file.key, file.size, (folder / file.path).read_bytes)
        for one in fresh
        for file in one.files
        if not file.path.startswith(CHAPTERS) and is_still_there(folder, file)
    )


def _made(gathering: _Gathering, chapters: list[Chapter], ready: Rendered) -> Outcome:
    job, title = gathering.job, Path(gathering.name)
    parts = (part for one in chapters for part in (one.story.encode(), one.lang.encode(), one.data, *_named(one)))
    before, asked = load(gathering.manifest), fingerprint(parts)
    published = before.outputs.get(gathering.name) if before else None
    folder = job.out / gathering.folder
    same = before and published and not before.diagnostics and (published.house, published.script) == (job.house, asked)
    if same and published and all(is_still_there(folder, file) for file in published.files):
        return Outcome(title, Path(gathering.folder), (), Tally.of([], [file.path for file in published.files]))
    try:
        with standing_in(series_standing_path(job, gathering.name), job.house):
            return _fresh(gathering, chapters, before, asked, ready)
    except OSError as error:
        values = {"path": str(error.filename or folder), "reason": error.strerror or str(error)}
        return Outcome(title, None, (fault(title, "output-unwritable", **values),))
    except Exception as error:  # our own bug: the stories' own files are made all the same
        if job.traceback:
            traceback.print_exception(error)
        return Outcome(title, None, (fault_in(title, error),))


def _named(chapter: Chapter) -> Iterator[bytes]:
    """What names the files beside a chapter."""
    return (f"{file.path} {file.key} {file.size}".encode("utf-8", "replace") for file in chapter.beside)


def _fresh(
    gathering: _Gathering, chapters: list[Chapter], before: Manifest | None, asked: str, ready: Rendered
) -> Outcome:
    job = gathering.job
    published = tuple(series_named(gathering.name).gather(chapters))
    artifacts = [one for one in published if isinstance(one, Artifact)]
    said = in_order([one for one in published if isinstance(one, Diagnostic)])
    kept = still_good(job.out, gathering.folder, artifacts, before, job.house)
    due = due_among(artifacts, kept)
    made_now = rendered([each for each in due if (each.path, each.key) not in ready], job.jobs)
    made = write(job.out, gathering.folder, due, ready | made_now, gathering.manifest)
    files = tuple((kept | made)[artifact.path] for artifact in artifacts)
    after = Manifest(gathering.folder, (), {gathering.name: Published(job.house, asked, files)}, recorded(said))
    tidy(job.out, before, after)
    save(gathering.manifest, after)
    return Outcome(Path(gathering.name), Path(gathering.folder), said, Tally.of(sorted(made), sorted(kept)))
