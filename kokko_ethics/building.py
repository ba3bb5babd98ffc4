"""Building: brings the files of a script up to date, and does no work twice.

A manifest beside the output remembers, for every file, the key of what was drawn on it. A script whose text, and our craft, are as
they were costs a few stat calls; a changed one renders only the files whose keys changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.reporting.findings import Finding
from kokko_ethics.source import Source
from kokko_ethics.workspace import craft_fingerprint, panels_folder, script_id, write_file

_FORM = 1
"""Version of the manifest's form."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: one script, into which folder, which outputs."""

    script: Path
    shown: str
    out: Path
    outputs: tuple[str, ...]

    @property
    def id(self) -> str:
        """The script's id, also its folder's name."""
        return script_id(self.script)

    @property
    def manifest(self) -> Path:
        """Where the build is remembered."""
        return self.out / ".kokko" / f"{self.id}.json"


@dataclass(frozen=True, slots=True)
class Built:
    """What became of an order: findings, files rendered and files kept, the story's folder, and whether we failed ourselves."""

    order: Order
    findings: tuple[Finding, ...] = ()
    drawn: int = 0
    kept: int = 0
    folder: str = ""
    failure: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file in the manifest: path below the out folder, key, size in bytes, the output that made it."""

    path: str
    key: str
    size: int
    output: str


def up_to_date(order: Order) -> Built | None:
    """The former result, if neither script nor craft nor any file changed since; else ``None``."""
    former = _remembered(order)
    if former is None or former.get("fingerprint") != _fingerprint(order):
        return None
    entries = [_Entry(**record) for record in former["files"]]
    if not set(order.outputs) <= set(former["outputs"]):
        return None
    wanted = [entry for entry in entries if entry.output in order.outputs]
    if not all(_is_there(order, entry) for entry in wanted):
        return None
    findings = tuple(Finding.from_record(record) for record in former["findings"])
    return Built(order, findings, 0, len(wanted), former["folder"])


def build(order: Order) -> Built:
    """Reads, compiles and publishes a script; writes only files whose pictures changed."""
    from kokko_ethics.compiler import compile_story  # numpy and the drawing rooms load only when there is something to build
    from kokko_ethics.outputs import outputs_named
    from kokko_ethics.script.reading import read_source

    read = read_source(order.script, order.shown)
    if isinstance(read, Diagnostic):
        return Built(order, (Finding.of(read),))
    compiled = compile_story(read, order.id, panels=panels_folder())
    findings = tuple(Finding.of(diagnostic) for diagnostic in compiled.diagnostics)
    if compiled.edition is None or compiled.story is None:
        return Built(order, findings)
    folder = f"{order.id}/{_folder_of(compiled.story.lang)}"
    former = {entry.path: entry for entry in _former_entries(order)}
    entries, drawn, kept = [], 0, 0
    for name, output in zip(order.outputs, outputs_named(order.outputs), strict=True):
        for artifact in output.publish(compiled.edition):
            entry, fresh = _published(order, name, f"{folder}/{artifact.path}", artifact, former)
            entries.append(entry)
            drawn, kept = drawn + fresh, kept + (not fresh)
    _remember(order, read, folder, entries, findings)
    return Built(order, findings, drawn, kept, folder)


def _published(order: Order, name: str, path: str, artifact: Any, former: dict[str, _Entry]) -> tuple[_Entry, bool]:
    """Renders an artifact unless the file on disk was made from the same key."""
    old = former.get(path)
    if old is not None and old.key == artifact.key and _is_there(order, old):
        return old, False
    content = artifact.render()
    write_file(order.out / path, content)
    return _Entry(path, artifact.key, len(content), name), True


def _is_there(order: Order, entry: _Entry) -> bool:
    try:
        return (order.out / entry.path).stat().st_size == entry.size
    except OSError:
        return False


def _fingerprint(order: Order) -> str:
    try:
        text = order.script.read_bytes()
    except OSError:
        text = b""
    return hashlib.sha256(f"{_FORM}|{order.shown}|{craft_fingerprint()}|".encode() + text).hexdigest()


def _remembered(order: Order) -> dict[str, Any] | None:
    """The manifest of the former build; a missing or damaged one is none."""
    try:
        former = json.loads(order.manifest.read_text(encoding="utf-8"))
        return former if isinstance(former, dict) and former.get("form") == _FORM and _sound(former) else None
    except (OSError, ValueError):
        return None


def _sound(former: dict[str, Any]) -> bool:
    """Whether a manifest has everything that we rely on, and names only files inside the out folder."""
    try:
        entries = [_Entry(**record) for record in former["files"]]
        findings = [Finding.from_record(record) for record in former["findings"]]
    except (KeyError, TypeError, ValueError):
        return False
    inside = all(not Path(entry.path).is_absolute() and ".." not in Path(entry.path).parts for entry in entries)
    return inside and isinstance(former.get("outputs"), list) and isinstance(former.get("folder"), str) and len(findings) >= 0


def _former_entries(order: Order) -> list[_Entry]:
    former = _remembered(order)
    return [_Entry(**record) for record in former["files"]] if former else []


def _remember(order: Order, source: Source, folder: str, entries: list[_Entry], findings: Iterable[Finding]) -> None:
    """Writes the manifest, keeps what other outputs made of the same text, and clears away files that nobody makes any more."""
    fingerprint = _fingerprint(order)
    former = _remembered(order) or {"files": [], "outputs": [], "fingerprint": ""}
    same = former["fingerprint"] == fingerprint
    others = [_Entry(**r) for r in former["files"] if r["output"] not in order.outputs]
    files = [*entries, *others]
    for record in former["files"]:
        if record["output"] in order.outputs and record["path"] not in {entry.path for entry in entries}:
            (order.out / record["path"]).unlink(missing_ok=True)
    outputs = sorted({*order.outputs, *(former["outputs"] if same else [])})
    manifest = {
        "form": _FORM, "fingerprint": fingerprint, "folder": folder, "outputs": outputs,
        "files": [{"path": e.path, "key": e.key, "size": e.size, "output": e.output} for e in sorted(files, key=lambda e: e.path)],
        "findings": [finding.record() for finding in findings],
    }  # fmt: skip
    write_file(order.manifest, json.dumps(manifest, ensure_ascii=False, indent=1).encode())


def _folder_of(lang: str) -> str:
    """The folder for a language: its tag, if it is one, so that no script can name a path."""
    return lang if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", lang) else "und"
