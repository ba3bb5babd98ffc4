"""Lines: a source cut into lines as the script language counts them, comments hidden but every offset kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kokko_ethics.script.model import Text
from kokko_ethics.source import Source, Span

HIDDEN = "\ufdd0"
"""Stands for each character of a comment, line ends too, so that offsets stay true."""
BLANKS = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u200b\u2060\ufeff\x1c\x1d\x1e\x1f" + HIDDEN
)
"""What may stand before the first mark of a line."""

_OPENING = re.compile(r"(?<!\\)<!(?:--+|[—–]-?)")
_CLOSING = re.compile(r"(?:--|[—–]-?)>")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u200b\u2060\ufeff]")
_GAP = re.compile(r"[ \t\n]+")
_ENDED = re.compile(r"""[.!?…:؟۔。！？‽⁈][\s"'”’“‘»«›‹„)\]}*_]*\Z""")
_BEFORE_FIRST_LETTER = "\"'”’“‘»«›‹„‚([*_¿¡"


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One line: ``text`` without the white space round it, ``start`` the offset of its first character.

    ``empty`` is a line with nothing on it; a line with nothing but a comment is not even that, and is left out.
    """

    text: str
    start: int
    empty: bool

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.start + len(self.text))

    def after(self, count: int) -> ScriptLine:
        """What is left of the line behind its first ``count`` characters."""
        rest = self.text[count:]
        bare = rest.lstrip(BLANKS)
        return ScriptLine(bare, self.start + count + len(rest) - len(bare), not bare)


def hide_comments(text: str, begin: int) -> tuple[str, tuple[Span, ...]]:
    """``text`` with its comments from ``begin`` on hidden, and the place of a comment that nobody closed.

    What stands behind an open comment is read all the same, but for the rest of its line.
    """
    shown: list[str] = []
    at = begin
    unclosed: list[Span] = []
    while opening := _OPENING.search(text, at):
        closing = None if unclosed else _CLOSING.search(text, opening.end())
        end = closing.end() if closing else _line_end(text, opening.start())
        if not closing:
            unclosed.append(Span(opening.start(), end))
        shown += (text[at : opening.start()], HIDDEN * (end - opening.start()))
        at = end
    return text[:begin] + "".join(shown) + text[at:], tuple(unclosed)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def lines_of(shown: str, source: Source, begin: int) -> list[ScriptLine]:
    """The lines of ``shown`` from the offset ``begin`` on."""
    found = []
    for start, end in zip(source.starts, (*source.starts[1:], len(shown) + 1), strict=True):
        if end <= begin:
            continue
        written = shown[max(start, begin) : end - 1]
        bare = written.lstrip(BLANKS)
        if bare or HIDDEN not in shown[max(start, begin) - (start > 0) : end]:
            found.append(ScriptLine(bare.rstrip(BLANKS), max(start, begin) + len(written) - len(bare), not bare))
    return found


def clean(written: str) -> str:
    """Words without what cannot be printed, with single spaces. No-break spaces and soft hyphens stay."""
    return _GAP.sub(" ", _UNPRINTABLE.sub("", written)).strip(" ")


def join(pieces: Sequence[ScriptLine]) -> Text:
    """Lines as one text. A line that ends in a soft hyphen goes on without a space."""
    words = ""
    for piece in pieces:
        more = clean(piece.text)
        words += more if not words or words.endswith("\u00ad") or not more else " " + more
    return Text(words, pieces[0].span.to(pieces[-1].span))


def is_ended(words: str) -> bool:
    """Whether a sentence ends here, before closing quotes, brackets or emphasis."""
    return bool(_ENDED.search(words))


def begins_small(words: str) -> bool:
    """Whether the first letter is a small one."""
    return words.lstrip(_BEFORE_FIRST_LETTER)[:1].islower()
