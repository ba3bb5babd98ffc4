"""Manifest: what the last build of a script wrote and from what, so that the next one can leave it alone."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kokko_ethics.building.fingerprint import fingerprint
from kokko_ethics.building.model import ALWAYS, USUAL, Job, Outcome, Tally
from kokko_ethics.consent import refusal
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reference.places import reference_bytes, works_in_use
from kokko_ethics.source import Source, Span
from kokko_ethics.workspace import stays_inside, write_atomically

_FORMAT = 3
_PICTURES = re.compile(rb"!\[[^\[\]\n]*\]\(\s*<?([^()<>\s\"]+)")


@dataclass(frozen=True, slots=True)
class Written:
    """One file that a build wrote, below the story's folder; its key is the artifact's."""

    path: str
    key: str
    size: int


@dataclass(frozen=True, slots=True)
class Published:
    """What one output wrote, and from what: the fingerprints of the house and of the script."""

    house: str
    script: str
    files: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that was written for one script. ``all_outputs`` are the names that a build of everything means; ``words`` is
    the fingerprint of the story's words, by which it is known again under another name."""

    folder: str
    all_outputs: tuple[str, ...]
    outputs: dict[str, Published]
    diagnostics: tuple[tuple[Any, ...], ...] = field(default=())
    words: str = ""


def manifest_path(job: Job) -> Path:
    """Where the manifest of a script in a style and a language lies."""
    lang = f"@{job.lang}" if job.lang else ""
    style = "" if job.style == USUAL else f".{job.style}"
    return job.out / ".kokko" / f"{job.script.stem}{lang}{style}.json"


def series_manifest_path(job: Job, name: str) -> Path:
    """Where the manifest of the series called ``name`` lies, in the style of one of its jobs."""
    return job.out / ".kokko" / f"series@{name}{'' if job.style == USUAL else f'.{job.style}'}.json"


def script_bytes(path: Path) -> bytes | None:
    """The bytes of a script, or None where it can't be read: then the compiler says why."""
    try:
        return path.read_bytes() if path.is_file() else None
    except (OSError, ValueError):
        return None


def load(path: Path) -> Manifest | None:
    """The manifest at ``path``; None if there is none or it is damaged in any way."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != _FORMAT or not stays_inside(data["folder"]):
            return None
        outputs = {str(name): _published(entry) for name, entry in data["outputs"].items()}
        said = tuple(tuple(each) for each in data["diagnostics"])
        return Manifest(data["folder"], tuple(map(str, data["all"])), outputs, said, str(data["words"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def save(path: Path, manifest: Manifest) -> None:
    """Write ``manifest``; the same manifest gives the same bytes."""
    data = {
        "format": _FORMAT,
        "folder": manifest.folder,
        "all": manifest.all_outputs,
        "outputs": {
            name: {"house": one.house, "script": one.script, "files": [[f.path, f.key, f.size] for f in one.files]}
            for name, one in manifest.outputs.items()
        },
        "diagnostics": manifest.diagnostics,
        "words": manifest.words,
    }
    write_atomically(path, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "replace"))


def unchanged(job: Job) -> Outcome | None:
    """What the last build said, if building again would make the very same files; else None."""
    raw, manifest = script_bytes(job.script), load(manifest_path(job))
    if raw is None or manifest is None or refusal(job.script):
        return None
    wanted = (*job.outputs, ALWAYS) if job.outputs else manifest.all_outputs
    published = [manifest.outputs.get(name) for name in wanted]
    script = script_fingerprint(job, raw)
    kept: list[Written] = []
    for one in published:
        if one is None or one.house != job.house or one.script != script:
            return None
        kept += one.files
    folder = job.out / manifest.folder
    if not all(is_still_there(folder, file) for file in kept):
        return None
    said = recalled(manifest, raw, job)
    names = list(dict.fromkeys(file.path for file in kept))
    return said if said is None else Outcome(job.script, Path(manifest.folder), said, Tally.of([], names))


def script_fingerprint(job: Job, raw: bytes) -> str:
    """The fingerprint of a script: its words, the name that messages give it, the pictures that it shows, the
    principles, terms and facts that it is published with, and its translation where that is built."""
    named = sorted(set(_PICTURES.findall(raw)))
    pictures = [script_bytes(job.script.parent / os.fsdecode(name)) or b"" for name in named]
    works = reference_bytes(job.script.parent)
    translation = [script_bytes(job.catalogue) or b""] if job.catalogue else []
    return fingerprint([raw, str(job.script).encode("utf-8", "replace"), *works, *pictures, *translation])


def is_still_there(folder: Path, file: Written) -> bool:
    """Whether the file that was written is there and as long as it was."""
    try:
        return (folder / file.path).stat().st_size == file.size
    except OSError:
        return False


def recorded(diagnostics: tuple[Diagnostic, ...]) -> tuple[tuple[Any, ...], ...]:
    """Diagnostics as a manifest keeps them; the last part says what file they are about."""
    return tuple(
        (d.code, int(d.severity), d.span.start, d.span.end, [list(pair) for pair in d.values], d.nearest, d.source.path)
        for d in diagnostics
    )  # fmt: skip


def recalled(manifest: Manifest, raw: bytes, job: Job) -> tuple[Diagnostic, ...] | None:
    """What a manifest says was told of the script ``raw``, its translation and the reference works in use; None where
    that is unknown, or some was about another file."""
    if not manifest.diagnostics:
        return ()
    beside = {str(path): path for path in (job.catalogue, *works_in_use(job.script.parent)) if path}
    try:
        sources = {str(job.script): Source.of(raw.decode("utf-8"), str(job.script))}
        for name in {str(one[-1]) for one in manifest.diagnostics} & beside.keys():
            sources[name] = Source.of((script_bytes(beside[name]) or b"").decode("utf-8"), name)
        return tuple(
            Diagnostic(
                code, Severity(level), sources[path], Span(start, end), tuple((k, v) for k, v in values), nearest
            )
            for code, level, start, end, values, nearest, path in manifest.diagnostics
        )
    except (KeyError, ValueError, TypeError):
        return None


def _published(entry: dict[str, Any]) -> Published:
    files = tuple(Written(str(path), str(key), int(size)) for path, key, size in entry["files"])
    if not all(stays_inside(file.path) for file in files):
        raise ValueError("a manifest names only files inside the story's folder")
    return Published(str(entry["house"]), str(entry["script"]), files)
