"""The questions by which the site's assistant is judged: three files, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LANGS = ("fi", "sv", "en")
KINDS = ("answer", "decline", "crisis", "lookalike", "unknown")
FEATURES = ("typo", "spoken", "inflected", "no-diacritics", "indirect", "hostile", "one-word", "short", "long")
LATER = 201
"""The number of the first question of ``later.toml`` in each language."""
GIVEN = ("answer", "decline", "crisis", "unknown")
"""What the assistant may do with a question."""


@dataclass(frozen=True)
class Question:
    """What somebody asks, and what the assistant may do: ids of entries, or kinds out of ``GIVEN``."""

    lang: str
    kind: str
    number: int
    ask: str
    right: tuple[str, ...]
    features: tuple[str, ...]
    held_out: bool

    def is_met_by(self, kind: str, id: str) -> bool:
        """Whether an answer of that kind with that entry is one of the right ones."""
        return kind in self.right or (bool(id) and id in self.right)

    def __str__(self) -> str:
        return f"{self.lang} {self.number} {self.ask}"


def questions() -> tuple[Question, ...]:
    """All of the files, by language and number."""
    found = [*_read("tuning"), *_read("held_out"), *_read("later")]
    return tuple(sorted(found, key=lambda one: (LANGS.index(one.lang), one.number)))


def length_feature(text: str) -> tuple[str, ...]:
    """The feature that the number of words makes, if any."""
    words = len(text.split())
    return ("one-word",) if words == 1 else ("short",) if words <= 3 else ("long",) if words >= 15 else ()


def _read(name: str) -> list[Question]:
    told: dict[str, dict[str, Sequence[dict[str, Any]]]] = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    return [
        Question(lang, kind, one["number"], one["ask"], tuple(one["right"]), tuple(one["features"]), name == "held_out")
        for lang, kinds in told.items()
        for kind, asked in kinds.items()
        for one in asked
    ]
