"""Asks the command line something in a folder of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from kokko_ethics.cli import kokko

STORY = """---
title: Tea
lang: en
cast: Aino, Samir
place: office
---

# Tea

## Wide

Aino and Samir sit at a table.

[Aino left sits holds cup happy, Samir right sits calm]

AINO: Tea is ready.

## Close

Aino looks at her cup.

[Aino calm]

AINO (happy): It is still warm.
"""


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


class Desk:
    """A folder with scripts, and somebody who types commands there."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        monkeypatch.chdir(folder)
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("KOKKO_TODAY", "2026-11-25")

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def ask(self, *arguments: str, lang: str | None = "en") -> Answer:
        before = ["--lang", lang] if lang else []
        result = CliRunner().invoke(kokko, [*before, *arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Answer(result.exit_code, result.stdout, result.stderr)
