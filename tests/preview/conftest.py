"""A project with one script, and its preview."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from showing import STORY, Preview, all_scripts, previewing


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``scripts/tea.md`` in a project of its own, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    path = Path("scripts/tea.md")
    path.parent.mkdir()
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def preview(script: Path) -> Iterator[Preview]:
    yield from previewing(all_scripts)
