"""Findings: what a script was told when it was last looked over, so that one that has not changed is answered at once.

They lie beside the manifests and are manifests themselves, of an output that writes no files: so a story that has to
leave no trace takes its findings along, and with them the notes on how it was lettered and what is kept standing of it,
which bear the same name.
"""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.building.manifest import (
    Manifest,
    Published,
    load,
    recalled,
    recorded,
    save,
    script_bytes,
    script_fingerprint,
    series_manifest_path,
)
from kokko_ethics.building.model import Job
from kokko_ethics.consent import fingerprint_of
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.workspace import script_id

FOLDER = "checked"
"""Where findings lie, in the folder of the manifests."""
_LETTERED = "lettered"
"""Where notes lie; see ``continuity``."""
_STANDING = "standing"
"""Where folders lie of what was drawn and counted; see ``standing``."""
_NAME = "check"


def findings_of(job: Job) -> tuple[Diagnostic, ...] | None:
    """What the script of ``job`` was told in its language; None where it has changed since, or was never told."""
    raw, kept = script_bytes(job.script), load(_path(job))
    found = kept.outputs.get(_NAME) if kept else None
    if raw is None or kept is None or found is None:
        return None
    same = (found.house, found.script) == (job.house, script_fingerprint(job, raw))
    return recalled(kept, raw, job) if same else None


def keep(job: Job, script: str, said: tuple[Diagnostic, ...]) -> None:
    """Keep what was said of a script; ``script`` is the fingerprint that it had before it was read. Where nothing can
    be written, nothing is kept: it will be said anew."""
    folder = f"{script_id(job.script)}/{job.lang or 'und'}"
    found = {_NAME: Published(job.house, script, ())}
    try:
        save(_path(job), Manifest(folder, (), found, recorded(said), fingerprint_of(job.script)))
    except OSError:
        return


def notes_path(job: Job) -> Path:
    """Where the notes lie on how the script of ``job`` was lettered in its language."""
    return notes_beside(_path(job))


def notes_beside(findings: Path) -> Path:
    """Where the notes about the script lie whose findings lie there."""
    return findings.parent.with_name(_LETTERED) / findings.name


def standing_path(job: Job) -> Path:
    """The folder of what is kept standing of the script of ``job`` in its language, in all styles."""
    return standing_beside(_path(job))


def standing_beside(findings: Path) -> Path:
    """The folder of what is kept standing of the script whose findings lie there."""
    return findings.parent.with_name(_STANDING) / findings.stem


def series_standing_path(job: Job, name: str) -> Path:
    """The folder of what is kept standing of the series called ``name``, in the style of one of its jobs."""
    return series_standing_beside(series_manifest_path(job, name))


def series_standing_beside(manifest: Path) -> Path:
    """The folder of what is kept standing of the series whose manifest lies there."""
    return manifest.parent / _STANDING / manifest.stem


def _path(job: Job) -> Path:
    lang = f"@{job.lang}" if job.lang else ""
    return job.out / ".kokko" / FOLDER / f"{job.script.stem}{lang}.json"
