"""Workspace: where things lie on disk, and how files are written so that nothing is ever half there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def panels_folder() -> Path:
    """The folder that panels are drawn from: inside an installed wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "panels"
    return inside if inside.is_dir() else package.parent / "panels"


def write_file(path: Path, content: bytes) -> None:
    """Writes ``content`` to a temporary file beside ``path`` and renames it: readers see the old file or the new one, never half of it.

    Raises:
        OSError: if the folder cannot be written; what was there before is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        scratch.write_bytes(content)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)


def script_id(path: Path) -> str:
    """The id of the script at ``path``: its file name without the ending, fit to be a folder's name."""
    return re.sub(r"[^\w-]+", "-", path.stem).strip("-_").lower() or "script"


def craft_fingerprint() -> str:
    """Changes whenever our code, art or typefaces change: a build made with another craft is made again."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for folder in sorted({package, panels_folder()}):
        for path in _files(folder):
            stat = path.stat()
            digest.update(f"{path.relative_to(folder)}|{stat.st_size}|{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    """All files below ``folder`` in a fixed order, without what Python leaves behind."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (Path(root) / name for name in sorted(names))
