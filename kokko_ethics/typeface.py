"""Typefaces: real widths and real outlines, shaped by HarfBuzz from the font files in ``panels/fonts``.

Everything is measured in ems here, so one measurement serves every type size.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import uharfbuzz as hb

from kokko_ethics.geometry import number
from kokko_ethics.workspace import panels_folder

Face = Literal["lettering", "stress", "loud", "whisper", "caption", "caption-stress", "sound", "sign"]
"""The role of a typeface in lettering; ``panels/fonts/fonts.toml`` says which font file plays it."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words set in one face, starting at ``x`` points from the left end of their line."""

    words: str
    face: Face
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of lettering: left end of the base line, advance width, and its runs in reading order."""

    x: float
    y: float
    width: float
    runs: tuple[TextRun, ...]


@cache
def faces() -> dict[str, str]:
    """The font file of every face, from ``fonts.toml``."""
    table = tomllib.loads((panels_folder() / "fonts" / "fonts.toml").read_text(encoding="utf-8"))
    return dict(table["faces"])


def font_file(face: str) -> Path:
    """The path of the font file that plays ``face``."""
    return panels_folder() / "fonts" / faces()[face]


@dataclass(frozen=True, slots=True)
class _Font:
    font: hb.Font
    upem: int


@cache
def _load(file: str) -> _Font:
    face = hb.Face(hb.Blob.from_file_path(str(panels_folder() / "fonts" / file)))
    return _Font(hb.Font(face), face.upem)


@cache
def advance(text: str, face: Face = "lettering") -> float:
    """The advance width of ``text`` in ems, kerning and ligatures included."""
    font = _load(faces()[face])
    total: int = sum(position.x_advance for position in _shape(font, text)[1])
    return total / font.upem


def missing(text: str, face: Face = "lettering") -> str:
    """The characters of ``text`` that ``face`` cannot draw (each once, in order)."""
    font = _load(faces()[face])
    return "".join(
        dict.fromkeys(c for c in text if not c.isspace() and c != "\u00ad" and not font.font.get_nominal_glyph(ord(c)))
    )


def outline(line: TextLine, size: float) -> str:
    """The path data of a whole line of lettering, for renderers that have no fonts."""
    return "".join(_run_outline(run.words, faces()[run.face], line.x + run.x, line.y, size) for run in line.runs)


def _shape(font: _Font, text: str) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font.font, buffer, {"kern": True, "liga": True})
    return buffer.glyph_infos or [], buffer.glyph_positions or []  # none of either for no letters


def _run_outline(text: str, file: str, x: float, y: float, size: float) -> str:
    font = _load(file)
    scale = size / font.upem
    out: list[str] = []
    for info, position in zip(*_shape(font, text), strict=True):
        left, base = x + position.x_offset * scale, y - position.y_offset * scale
        glyph = _glyph(file, info.codepoint, size)
        if glyph:
            out.append(f"M{number(left)} {number(base)}{glyph}")
        x += position.x_advance * scale
    return "".join(out)


@cache
def _glyph(file: str, glyph: int, size: float) -> str:
    """A glyph's outline as relative path data from its origin: made once, however often a letter comes again."""
    font = _load(file)
    pen: list[tuple[str, tuple[float, ...]]] = []
    font.font.draw_glyph(glyph, _pen(), pen)
    scale = size / font.upem
    parts: list[str] = []
    at = start = (0.0, 0.0)
    for letter, values in pen:
        xy = [(round(x * scale, 2), round(-y * scale, 2)) for x, y in zip(values[::2], values[1::2], strict=True)]
        parts.append(letter + " ".join(f"{number(x - at[0])} {number(y - at[1])}" for x, y in xy))
        at = xy[-1] if xy else start
        start = at if letter == "m" else start
    return "".join(parts)


@cache
def _pen() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, pen: pen.append(("m", (x, y))))
    funcs.set_line_to_func(lambda x, y, pen: pen.append(("l", (x, y))))
    funcs.set_quadratic_to_func(lambda a, b, x, y, pen: pen.append(("q", (a, b, x, y))))
    funcs.set_cubic_to_func(lambda a, b, c, d, x, y, pen: pen.append(("c", (a, b, c, d, x, y))))
    funcs.set_close_path_func(lambda pen: pen.append(("z", ())))
    return funcs
