"""Source: the text of one script file, brought to a normal form, with places for every character.

Rules (shared by everybody who counts): a byte-order mark is dropped, CRLF, CR, vertical tab, form feed and U+2028/2029
become one line feed, the text is brought to NFC. Lines and columns count from one, columns in code points of that text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u2028\u2029\x85]")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of a source, as offsets in code points."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of ``other``."""
        return Span(self.start, max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Source:
    """A script's text and the name under which messages speak of it (a path as the author typed it)."""

    path: str
    text: str
    starts: tuple[int, ...] = field(repr=False, default=())

    @classmethod
    def of(cls, text: str, path: str = "script.md") -> Source:
        """A source out of raw ``text``; normalises as the module says."""
        clean = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
        starts = (0, *(match.end() for match in re.finditer("\n", clean)))
        return cls(path, clean, starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``, both from one."""
        line = bisect_right(self.starts, offset)
        return (line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line ``number`` (from one) without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end]

    def words(self, span: Span) -> str:
        """The author's own words in ``span``."""
        return self.text[span.start : span.end]
