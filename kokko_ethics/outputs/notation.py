"""Notation of what is engraved: drawings ready for print as JSON, so that they can be kept and shown later; what comes
back is equal to what went in.

An engraving is an ``e`` with its packed operators in base 64, its opacities and its layers; ``s`` is an engraved group;
live text is written as ``drawing/notation.py`` writes it.
"""

from __future__ import annotations

import json
from typing import Any, cast

from kokko_ethics.drawing.model import Text
from kokko_ethics.drawing.notation import listed, mark_of
from kokko_ethics.outputs.engraving import Engraved, EngravedGroup, Engraving, Part


def written_engraved(drawing: Engraved) -> str:
    """The engraved drawing as JSON."""
    parts = [_part(part) for part in drawing.parts]
    return json.dumps([drawing.width, drawing.height, drawing.lang, parts], ensure_ascii=False, separators=(",", ":"))


def read_engraved(text: str) -> Engraved:
    """The engraved drawing that was written by :func:`written_engraved`.

    Raises:
        ValueError: if ``text`` is not JSON, or a part is of no known kind.
    """
    width, height, lang, parts = json.loads(text)
    return Engraved(width, height, lang, tuple(map(_read_part, parts)))


def _part(part: Part) -> list[Any]:
    match part:
        case Engraving():
            return ["e", *part.written()]
        case EngravedGroup():
            return ["s", [_part(inner) for inner in part.parts], part.matrix, part.clip.decode("ascii"), part.opacity]
        case Text():
            return listed(part)


def _read_part(part: list[Any]) -> Part:
    kind, *values = part
    match kind:
        case "e":
            return Engraving.read(*values)
        case "s":
            inner, matrix, clip, opacity = values
            placed = tuple(matrix) if matrix else None
            return EngravedGroup(tuple(map(_read_part, inner)), placed, clip.encode("ascii"), opacity)
    return cast(Text, mark_of(part))
