"""Looks for people: full (with the line and a marker), short (one line), narrated (to be heard), and for code hosts."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reporting.texts import printable, severity, wording
from kokko_ethics.wording import say

_TAB = "    "
_ROOM = 96
"""Cells of a script's line that are shown at most; longer lines are cut round the marker."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def full(diagnostic: Diagnostic, lang: str, *, colour: bool = False) -> str:
    """Place, severity, code and message; the author's line with a marker below it; the hint."""
    hint = wording(diagnostic, lang).hint
    lines = [_head(diagnostic, lang, colour), *_excerpt(diagnostic)]
    if hint:
        lines.append(f"{say('commands', lang, 'severity', 'advice')}: {hint}")
    return "\n".join(lines)


def short(diagnostic: Diagnostic, lang: str, *, colour: bool = False) -> str:
    """One line."""
    return _head(diagnostic, lang, colour)


def narrated(diagnostic: Diagnostic, lang: str) -> str:
    """Sentences without signs, as a screen reader should say them."""
    line, column = diagnostic.place
    said = wording(diagnostic, lang)
    place = say("commands", lang, "narrated", "place", path=printable(diagnostic.source.path), line=line, column=column)
    parts = [place, f"{severity(diagnostic, lang).capitalize()}: {_sentence(said.message)}"]
    if said.hint:
        parts.append(f"{say('commands', lang, 'severity', 'advice').capitalize()}: {_sentence(said.hint)}")
    return " ".join(" ".join(parts).split())


def github(diagnostic: Diagnostic, lang: str) -> str:
    """A workflow command, which code hosts show beside the line."""
    line, column = diagnostic.place
    end_line, end_column = diagnostic.source.place(diagnostic.span.end)
    said = wording(diagnostic, lang)
    message = f"{said.message}\n{said.hint}" if said.hint else said.message
    where = {"file": diagnostic.source.path, "line": line, "endLine": end_line, "title": diagnostic.code}
    if end_line == line:
        where |= {"col": column, "endColumn": max(end_column, column)}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{_LEVELS[diagnostic.severity]} {properties}::{_data(message)}"


def summary(diagnostics: Sequence[Diagnostic], scripts: int, lang: str, kind: str = "script") -> str:
    """The closing line: how many of each, about how many files of a ``kind``."""
    parts = []
    for level in (Severity.ERROR, Severity.WARNING, Severity.HINT):
        if count := sum(diagnostic.severity is level for diagnostic in diagnostics):
            parts.append(counted(count, level.name.lower(), lang))
    found = ", ".join(parts) if parts else say("commands", lang, "report", "fine")
    return f"{counted(scripts, kind, lang)}: {found}."


def counted(count: int, thing: str, lang: str) -> str:
    """``count`` of a thing in words, such as "1 error" or "3 errors"."""
    return say("commands", lang, "counted", f"{thing}-{'one' if count == 1 else 'many'}", count=count)


def _head(diagnostic: Diagnostic, lang: str, colour: bool) -> str:
    line, column = diagnostic.place
    level = f"{severity(diagnostic, lang)}[{diagnostic.code}]"
    if colour:
        level = f"\x1b[1;{_COLOURS[diagnostic.severity]}m{level}\x1b[0m"
    return f"{printable(diagnostic.source.path)}:{line}:{column}: {level}: {wording(diagnostic, lang).message}"


def _excerpt(diagnostic: Diagnostic) -> list[str]:
    """The line where it begins and a marker under the author's words; nothing for a whole file."""
    number, column = diagnostic.place
    text = diagnostic.source.line(number)
    if not text.strip():
        return []
    start = column - 1
    end = max(start + 1, min(len(text), start + diagnostic.span.end - diagnostic.span.start))
    text, start, end = _cut(text, start, end)
    before, marked = cells(text[:start]), cells(text[start:end])
    gutter = f"{number:>5} | "
    return [
        gutter + printable(text).replace("\t", _TAB),
        " " * (len(gutter) - 2) + "| " + " " * before + "^" * max(1, marked),
    ]


def _cut(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a long line round its marked words, with ``…`` where something is left out."""
    if cells(text) <= _ROOM:
        return text, start, end
    left = max(0, start - _ROOM // 3)
    right = min(len(text), left + _ROOM)
    shown = ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")
    shift = left - (1 if left else 0)
    return shown, start - shift, min(end, right) - shift


def cells(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if char == "\t":
        return len(_TAB)
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
