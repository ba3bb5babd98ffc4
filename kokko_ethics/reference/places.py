"""Places: which file each reference work is read from. A project's own stands before the one that we ship."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.workspace import SCRIPTS, scripts_folder

WORKS = ("principles", "glossary", "facts", "project", "accessibility", "questions")
"""The names of all reference works; each is a YAML file of that name."""
_LARGEST = 1_000_000
"""Bytes of a file that is still read."""


def shipped(work: str) -> Path:
    """The file that comes with the house."""
    return scripts_folder() / f"{work}.yaml"


def in_use(work: str, beside: Path) -> Path:
    """The file that counts for scripts in the folder ``beside``: the one in it, else the one in ``scripts/`` where
    ``kokko`` runs, else ours."""
    own = (folder / f"{work}.yaml" for folder in (beside, SCRIPTS))
    return next((path for path in own if path.exists()), shipped(work))


def works_in_use(beside: Path) -> list[Path]:
    """The files in use for scripts in the folder ``beside``."""
    return [in_use(work, beside) for work in WORKS]


def reference_bytes(beside: Path) -> list[bytes]:
    """The contents of the files in use: what a build depends on beside its script."""
    return [contents(path) or b"" for path in works_in_use(beside)]


def contents(path: Path) -> bytes | None:
    """What is in a file; None where it cannot be read or is too large."""
    try:
        return path.read_bytes() if path.stat().st_size <= _LARGEST else None
    except OSError:
        return None
