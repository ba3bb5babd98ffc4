"""PO: catalogues as gettext files, which every translator's tool reads. The one file that knows polib."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.source import Source, Span
from kokko_ethics.translation.model import Catalogue, Entry

if TYPE_CHECKING:
    from polib import POEntry

_WIDTH = 78
"""Where gettext's own tools wrap lines, so that they change nothing that they don't mean to."""
_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), " ")
"""Characters that end a line for some programs and not for others."""
_OURS = ("Project-Id-Version", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
         "X-Kokko-Story", "X-Source-Language")  # fmt: skip
_SAID = re.compile(r"\(line (\d+)\)")
LIMIT = 5_000_000
"""Bytes; no catalogue of one story is longer."""


def read_po(text: str, shown: str, lang: str) -> Catalogue | Diagnostic:
    """The catalogue in ``text``, whose file messages call ``shown``; its language is ``lang`` where it names none."""
    import polib

    source = Source.of(text.translate(_BREAKS), shown)
    try:
        file = polib.pofile(source.text + "\n", encoding="utf-8")
    except (OSError, ValueError, IndexError, TypeError, AttributeError, KeyError) as error:
        said = _SAID.search(str(error))
        return _broken(source, int(said[1]) if said else 1)
    head = {str(key): str(value) for key, value in file.metadata.items()}
    entries = tuple(_entry(one, source) for one in file if one.msgid)
    named = head.get("Language", "").strip().replace("_", "-")
    kept = tuple((key, value) for key, value in head.items() if key not in _OURS)
    return Catalogue(
        source, named or lang, head.get("X-Kokko-Story", "").strip(), head.get("X-Source-Language", "").strip(),
        entries, kept, str(file.header or ""),
    )  # fmt: skip


def write_po(catalogue: Catalogue, comments: Mapping[str, Sequence[str]], flags: Mapping[str, Sequence[str]]) -> str:
    """The file of ``catalogue``; ``comments`` and ``flags`` by id. The same catalogue gives the same text."""
    import polib

    file = polib.POFile(wrapwidth=_WIDTH)
    file.header = catalogue.comment
    file.metadata = {
        "Project-Id-Version": catalogue.story,
        **dict(catalogue.head),
        "Language": catalogue.lang.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Kokko-Story": catalogue.story,
        "X-Source-Language": catalogue.origin,
    }
    for entry in catalogue.entries:
        extracted = [] if entry.obsolete else comments.get(entry.id, ())
        ours = () if entry.obsolete else flags.get(entry.id, ())
        file.append(
            polib.POEntry(
                msgctxt=entry.id, msgid=entry.words, msgstr=entry.translation, comment="\n".join(extracted),
                tcomment=entry.note, obsolete=entry.obsolete, previous_msgid=entry.previous or None,
                flags=[*(["fuzzy"] if entry.fuzzy else []), *_others(entry, ours), *ours],
            )
        )  # fmt: skip
    return str(file)


def _others(entry: Entry, ours: Sequence[str]) -> list[str]:
    return [flag for flag in entry.flags if flag not in ours and not flag.startswith("max-length:")]


def _entry(one: POEntry, source: Source) -> Entry:
    return Entry(
        id=str(one.msgctxt or ""), words=_lines(one.msgid), translation=_lines(one.msgstr),
        fuzzy="fuzzy" in one.flags, previous=_lines(one.previous_msgid or ""), note=str(one.tcomment or ""),
        obsolete=bool(one.obsolete), span=_place(source, int(one.linenum or 1)),
        flags=tuple(str(flag) for flag in one.flags if flag != "fuzzy"),
    )  # fmt: skip


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)


def _place(source: Source, line: int) -> Span:
    """The words of the ``msgstr`` that is the next from ``line`` on, without their quotation marks."""
    start = source.starts[min(line, len(source.starts)) - 1]
    found = re.compile(r'^(?:#~ )?msgstr(?:\[0\])?[ \t]+"', re.MULTILINE).search(source.text, start)
    if not found:
        return Span(start, start + 1)
    first = last = source.place(found.end())[0]
    while last < len(source.starts) and re.match(r'(?:#~ )?"', source.line(last + 1)):
        last += 1
    begin = found.end()
    if last > first and source.line(first).endswith('""'):  # words of several lines begin below
        begin = source.starts[first] + source.line(first + 1).index('"') + 1
    written = source.line(last).rstrip()
    end = source.starts[last - 1] + len(written) - written.endswith('"')
    return Span(begin, max(begin, end))


def _broken(source: Source, line: int) -> Diagnostic:
    line = min(max(1, line), len(source.starts))
    start = source.starts[line - 1]
    words = source.line(line)
    values = (("path", source.path), ("line", str(line)), ("words", words.strip()[:60]))
    return Diagnostic("catalogue-broken", Severity.ERROR, source, Span(start, start + max(1, len(words))), values)


