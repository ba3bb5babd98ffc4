"""Principles: the titles and sentences that stories teach, from ``panels/principles.yaml``, each with its status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kokko_ethics.wording import LANGUAGES
from kokko_ethics.workspace import panels_folder


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle in one language. ``status`` is ``draft``, ``confirmed`` or ``replaced``."""

    id: str
    number: int
    status: str
    title: str
    sentence: str


def principle(name: str, lang: str) -> Principle | None:
    """The principle whose id or number is ``name``, if there is one."""
    tongue = _tongue(lang)
    for entry in _table()["principles"]:
        if name.strip().lower() in {entry["id"], str(entry["number"])}:
            title, sentence = entry["title"][tongue], entry["sentence"][tongue]
            return Principle(entry["id"], entry["number"], entry["status"], title, sentence)
    return None


def draft_note(name: str, lang: str) -> str:
    """What has to stand beside a principle that is only a draft; nothing where it is none."""
    known = principle(name, lang)
    return str(_table()["draft-note"][_tongue(lang)]) if known and known.status == "draft" else ""


def _tongue(lang: str) -> str:
    tongue = lang.split("-")[0].lower()
    return tongue if tongue in LANGUAGES else "en"


@cache
def _table() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((panels_folder() / "principles.yaml").read_text(encoding="utf-8"))
    return loaded
