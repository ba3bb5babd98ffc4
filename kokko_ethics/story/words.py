"""Words: a script's text as runs of plain, stressed and loud words. markdown-it-py reads the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from kokko_ethics.script.model import Text
from kokko_ethics.source import Span
from kokko_ethics.story.model import Emphasis, Run, Words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARKED = re.compile(r"[*_\\]")
_OUR_ESCAPES = re.compile(r"\\([•·–—→“”„»«])")
_QUOTES = ("“”", "””", "„“", "„”", "»»", "«»", "»«", '""', "‘’", "’’", "''")


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["emphasis", "escape"])


def words_of(text: Text) -> Words:
    """The words of ``text``, with its marks read."""
    return Words(_runs(text.raw), text.span)


def marked(words: Words) -> str:
    """The words with their marks, as an author would write them: :func:`words_of` reads them as they were."""
    return next((written for written in _written(words.runs) if _runs(written) == words.runs), words.plain)


def _written(runs: tuple[Run, ...]) -> Iterator[str]:
    """Ways to write words, the plainest first; the others are for emphasis that touches other emphasis."""
    for escape in (False, True):
        yield _side_by_side(runs, escape, "*", "**")
        yield _nested(runs, escape)
        yield _side_by_side(runs, escape, "*", "__")
        yield _side_by_side(runs, escape, "_", "**")


def _side_by_side(runs: tuple[Run, ...], escape: bool, stress: str, loud: str) -> str:
    signs = {"plain": "", "stress": stress, "loud": loud}
    return "".join(f"{signs[run.emphasis]}{_bare(run, escape)}{signs[run.emphasis]}" for run in runs)


def _nested(runs: tuple[Run, ...], escape: bool) -> str:
    """Loud words inside the stress of those beside them: ``***now** or never*``."""
    written = ""
    for is_plain, group in groupby(runs, key=lambda run: run.emphasis == "plain"):
        inside = "".join(
            f"**{_bare(run, escape)}**" if run.emphasis == "loud" else _bare(run, escape) for run in group
        )
        written += inside if is_plain else f"*{inside}*"
    return written


def _bare(run: Run, escape: bool) -> str:
    return _MARKED.sub(r"\\\g<0>", run.text) if escape else run.text


def no_words(span: Span) -> Words:
    """Nothing said, at ``span``."""
    return Words((), span)


def spoken(text: Text) -> Words:
    """Words of a speech: as :func:`words_of`, without quotation marks round the whole."""
    return Words(_runs(_unquoted(text.raw)), text.span)


def joined(parts: list[Words]) -> Words:
    """Several words in a row, a space between."""
    runs = [run for part in parts for run in (Run(" "), *part.runs)][1:]
    return Words(tuple(_merged(runs)), parts[0].span.to(parts[-1].span))


def _unquoted(raw: str) -> str:
    for opening, closing in map(tuple, _QUOTES):
        if len(raw) > 2 and raw.startswith(opening) and raw.endswith(closing):
            inside = raw[1:-1]
            apostrophe = closing in "'’"
            bare = re.sub(r"\b['’]\b", "", inside) if apostrophe else inside
            if opening not in bare and closing not in bare:
                return inside.strip()
    return raw


def _runs(raw: str) -> tuple[Run, ...]:
    if not raw:
        return ()
    if not _MARKED.search(raw):
        return (Run(raw),)
    tokens = _markdown().parseInline(_OUR_ESCAPES.sub(r"\1", raw))[0].children or []
    runs: list[Run] = []
    stress = loud = 0
    for token in tokens:
        if token.type in ("em_open", "em_close"):
            stress += token.nesting
        elif token.type in ("strong_open", "strong_close"):
            loud += token.nesting
        elif token.content or token.type in ("softbreak", "hardbreak"):
            emphasis: Emphasis = "loud" if loud else "stress" if stress else "plain"
            runs.append(Run(token.content or " ", emphasis))
    return tuple(_merged(runs))


def _merged(runs: list[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1].emphasis == run.emphasis:
            merged[-1] = Run(merged[-1].text + run.text, run.emphasis)
        else:
            merged.append(run)
    return merged
