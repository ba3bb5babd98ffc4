"""Reading: a script file becomes a source, or one diagnostic that says why it can't."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.source import Source, Span
from kokko_ethics.spelling import nearest

LIMIT = 1_000_000
"""Bytes; no script that somebody wrote is longer."""

_KINDS = (
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
)
"""How files begin that are sometimes given the name of a script, and what they are."""
_PACKED = ((b"word/", "Word"), (b"vnd.oasis.opendocument", "LibreOffice"), (b"xl/", "Excel"))


def read_source(path: Path, shown: str) -> Source | Diagnostic:
    """The source of the file at ``path``, which messages call ``shown``. Never raises, whatever is wrong with it."""
    try:
        if path.is_dir():
            return _refused("file-is-directory", shown)
        if path.stat().st_size > LIMIT:
            return _refused("file-too-large", shown, limit="1 MB", size=f"{path.stat().st_size / 1_000_000:.1f} MB")
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return _refused("file-missing", shown, _neighbour(path))
    except (OSError, ValueError) as error:
        return _refused("file-unreadable", shown, reason=getattr(error, "strerror", None) or str(error))
    if kind := _kind_of(raw):
        return _refused("file-not-text", shown, kind=kind)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start, shown)
    if not text.strip("\ufeff \t\r\n"):
        return _refused("file-empty", shown)
    return Source.of(text, shown)


def _kind_of(raw: bytes) -> str:
    """The program's or format's name where a file is known not to be text; empty otherwise."""
    kind = next((kind for begins, kind in _KINDS if raw.startswith(begins)), "")
    return next((inner for mark, inner in _PACKED if mark in raw), kind) if kind == "ZIP" else kind


def _refused(code: str, shown: str, nearest: str | None = None, **values: str) -> Diagnostic:
    pairs = (("path", shown), *values.items())
    return Diagnostic(code, Severity.ERROR, Source.of("", shown), Span(0, 0), pairs, nearest)


def _not_utf8(raw: bytes, at: int, shown: str) -> Diagnostic:
    source = Source.of(raw.decode("utf-8", errors="replace"), shown)
    place = min(source.text.find("\ufffd"), len(source.text))
    line = str(source.place(max(0, place))[0])
    values = (("path", shown), ("line", line), ("byte", f"0x{raw[at]:02X}"))
    return Diagnostic("file-not-utf8", Severity.ERROR, source, Span(max(0, place), max(0, place) + 1), values)


def _neighbour(path: Path) -> str | None:
    """The file in the same folder whose name is nearest."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.suffix == path.suffix)
    except OSError:
        return None
    return nearest(path.name, names)
