"""Typefaces: real widths and real outlines, shaped by HarfBuzz from the font files in ``panels/fonts``.

Everything is measured in ems here, so one measurement serves every type size. Letters of a script that a face lacks
come from its counterpart in that script, stretch by stretch.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal
from unicodedata import bidirectional, category

import uharfbuzz as hb

from kokko_ethics.geometry import number
from kokko_ethics.workspace import font_path, panels_folder

Face = Literal["lettering", "stress", "loud", "whisper", "caption", "caption-stress", "sound", "sign"]
"""The role of a typeface in lettering; ``panels/fonts/fonts.toml`` says which font file plays it."""
_OPENING = {"Ps", "Pi"}
_STRETCHER = "\u0640"
"""A line that lengthens words, and joins on both sides without changing its form."""
JOINER = "\u200d"
"""Makes the letter beside it take the form that joins, where a change of face parts the two."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words set in one face, their left end ``x`` points from the left end of their line.

    ``face`` is a role or its counterpart in a script (``lettering-arab``); ``backwards`` says that the words run from
    right to left.
    """

    words: str
    face: str
    x: float = 0.0
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of lettering: left end of the base line, advance width, and its runs in reading order."""

    x: float
    y: float
    width: float
    runs: tuple[TextRun, ...]

    @property
    def start(self) -> float:
        """The x at which reading begins: the right end of a line that begins with words from right to left."""
        return self.x + self.width if self.runs and self.runs[0].backwards else self.x


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((panels_folder() / "fonts" / "fonts.toml").read_text(encoding="utf-8"))


@cache
def faces() -> dict[str, str]:
    """The font file of every face and of its counterparts in other scripts, from ``fonts.toml``."""
    found = dict(_table()["faces"])
    for script, entry in scripts().items():
        found |= {f"{face}-{script}": file for face, file in entry["faces"].items()}
    return found


def scripts() -> dict[str, dict[str, Any]]:
    """What ``fonts.toml`` says about scripts that have faces of their own, by name."""
    return dict(_table()["script"])


@cache
def script_of(face: str) -> str:
    """The script whose counterpart a face is; empty for the usual faces."""
    return next((script for script in scripts() if face.endswith(f"-{script}")), "")


def scripts_in(text: str, face: Face = "lettering") -> frozenset[str]:
    """The scripts in ``text`` that have typefaces of their own."""
    return frozenset(script_of(name) for _, name in stretches(text, face)) - {""}


def font_file(face: str) -> Path:
    """The path of the font file that plays ``face``; raises ``FontMissing`` if it isn't there."""
    return font_path(faces()[face])


@dataclass(frozen=True, slots=True)
class _Font:
    font: hb.Font
    upem: int


@cache
def _load(file: str) -> _Font:
    face = hb.Face(hb.Blob.from_file_path(str(font_path(file))))
    return _Font(hb.Font(face), face.upem)


@cache
def advance(text: str, face: Face = "lettering", lang: str = "") -> float:
    """The advance width of ``text`` in ems, kerning and ligatures included."""
    return sum(width(words, name, lang, backwards=bool(script_of(name))) for words, name in stretches(text, face))


@cache
def width(words: str, face: str, lang: str = "", *, backwards: bool = False) -> float:
    """The advance width in ems of words that ``face`` sets alone."""
    font = _load(faces()[face])
    total: int = sum(position.x_advance for position in _shape(font, words, lang, backwards)[1])
    return total / font.upem


@cache
def stretches(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """``text`` in stretches, each with the face that sets it: ``face``, or where that lacks letters a counterpart.

    Signs and figures that both have stay with the letters before them, opening ones with those behind.
    """
    if all(drawn_by(char, face) for char in text):
        return ((text, face),) if text else ()
    wanted = _wanted(text, face)
    set_in: list[str] = []
    for place, char in enumerate(text):
        ahead = next((name for name in wanted[place:] if name), face)
        behind = set_in[-1] if set_in and category(char) not in _OPENING else ahead
        near = (wanted[place], behind, ahead, *_chain(face))
        set_in.append(next((name for name in near if name and drawn_by(char, name)), wanted[place] or face))
    parts = groupby(zip(text, set_in, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(char for char, _ in part), name) for name, part in parts)


def _wanted(text: str, face: Face) -> list[str]:
    """The face of every letter and its marks, where letters that stand together share one; nothing for the rest."""
    kinds: list[str] = []
    for char in text:
        if category(char)[0] == "L":
            kinds.append("own" if drawn_by(char, face) else "?")
        else:
            mark = category(char)[0] == "M" or category(char) == "Cf"
            kinds.append(kinds[-1] if mark and kinds else "")
    out: list[str] = []
    for kind, part in groupby(zip(text, kinds, strict=True), key=lambda pair: pair[1]):
        letters = "".join(char for char, _ in part)
        name = _counterpart(letters, face) if kind == "?" else face if kind else ""
        out += [name] * len(letters)
    return out


@cache
def _chain(face: str) -> tuple[str, ...]:
    """The faces that may set a text meant for ``face``, the best first."""
    found = [face]
    for script, entry in scripts().items():
        found += [f"{role}-{script}" for role in (face, entry["reserve"].get(face, "")) if role in entry["faces"]]
    return tuple(found)


def _counterpart(letters: str, face: Face) -> str:
    """The face that has all of ``letters``, else the first that has any of them, else ``face`` itself."""
    named = [[drawn_by(char, name) for char in letters] for name in _chain(face)]
    found = [name for name, has in zip(_chain(face), named, strict=True) if all(has)]
    found += [name for name, has in zip(_chain(face), named, strict=True) if any(has)]
    return found[0] if found else face


@cache
def drawn_by(char: str, face: str) -> bool:
    """Whether ``face`` draws ``char``; what is never seen needs no glyph. Counterparts leave letters that run from left
    to right to the usual faces, which they should look like."""
    if char.isspace() or category(char) == "Cf":
        return True
    if script_of(face) and category(char)[0] == "L" and bidirectional(char) == "L":
        return False
    return bool(_load(faces()[face]).font.get_nominal_glyph(ord(char)))


def missing(text: str, face: str = "lettering") -> str:
    """The characters of ``text`` that neither ``face`` nor its counterparts can draw (each once, in order)."""
    return "".join(dict.fromkeys(c for c in text if not any(drawn_by(c, name) for name in _chain(face))))


@cache
def joined(before: str, after: str, face: str) -> bool:
    """Whether two letters touch where they stand side by side, as they do in Arabic."""
    font = _load(faces()[face])
    pairs = ((before, before + JOINER), (after, JOINER + after))
    return all(alone == _STRETCHER or _glyphs(font, alone).isdisjoint(_glyphs(font, both)) for alone, both in pairs)


def _glyphs(font: _Font, letter: str) -> set[int]:
    return {info.codepoint for info in _shape(font, letter, "", True)[0]}


def outline(line: TextLine, size: float, lang: str = "") -> str:
    """The path data of a whole line of lettering, for renderers that have no fonts."""
    return "".join(_run_outline(run, line.x + run.x, line.y, size, lang) for run in line.runs)


def _shape(font: _Font, text: str, lang: str, backwards: bool) -> tuple[list[hb.GlyphInfo], list[hb.GlyphPosition]]:
    """The glyphs of ``text`` from left to right. The language is always said: else HarfBuzz asks the computer."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.language = lang or "und"
    hb.shape(font.font, buffer, {"kern": True, "liga": True})
    return buffer.glyph_infos or [], buffer.glyph_positions or []  # none of either for no letters


def _run_outline(run: TextRun, x: float, y: float, size: float, lang: str) -> str:
    file = faces()[run.face]
    font = _load(file)
    scale = size / font.upem
    out: list[str] = []
    for info, position in zip(*_shape(font, run.words, lang, run.backwards), strict=True):
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
