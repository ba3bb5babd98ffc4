"""Workspace: where things lie on disk, and how files are written so that nothing is ever half there."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def panels_folder() -> Path:
    """The folder that panels are drawn from: inside an installed wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "panels"
    return inside if inside.is_dir() else package.parent / "panels"
