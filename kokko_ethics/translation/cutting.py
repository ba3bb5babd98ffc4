"""Cutting: the Markdown of a reserved scene as pieces to translate, and put together again round their translations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PieceKind = Literal["heading", "paragraph", "item", "cell"]

_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"<?https?://\S+\Z")
_BLOCK_MARK = re.compile(r"(?=[#>|~`=+*-]|\d{1,9}[.)])")
_LINE_ENDS = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two offsets of the Markdown, hard line ends within taken out."""

    kind: PieceKind
    words: str
    start: int
    end: int


def cut(markdown: str) -> tuple[Piece, ...]:
    """The paragraphs, headings, items of lists and cells of tables that hold any letter, in order."""
    return tuple(piece for piece in _pieces(markdown) if _LETTER.search(piece.words) and not _is_address(piece.words))


def put_together(markdown: str, translate: Callable[[int, Piece], str]) -> str:
    """The Markdown with each piece (numbered from one) replaced; nothing in a translation can make another block."""
    parts, at = [], 0
    for number, piece in enumerate(cut(markdown), 1):
        words = translate(number, piece)
        kept = markdown[piece.start : piece.end] if words == piece.words else _harmless(words, piece)
        parts += [markdown[at : piece.start], kept]
        at = piece.end
    return "".join([*parts, markdown[at:]])


def _is_address(words: str) -> bool:
    return bool(_ADDRESS.match(words))


def _harmless(words: str, piece: Piece) -> str:
    flat = _LINE_ENDS.sub(" ", words).strip()
    if piece.kind == "cell":
        return re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", flat)
    if _NUMBERED.match(flat):
        return _NUMBERED.sub(r"\1\\\2", flat, count=1)
    begins = _BLOCK_MARK.match(flat) and flat[:1] != piece.words[:1] and not re.match(r"[*`~]+\S", flat)
    return f"\\{flat}" if begins else flat


@cache
def _reader() -> MarkdownIt:
    """The same blocks as the pages are made with."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["html_block", "html_inline"])


def _pieces(markdown: str) -> Iterator[Piece]:
    starts = [0, *(match.end() for match in re.finditer("\n", markdown))]
    at = 0
    around: list[Token] = []
    for token in _reader().parse(markdown):
        if token.nesting == 1:
            around.append(token)
        elif token.nesting == -1 and around:
            around.pop()
        elif token.type == "inline" and token.map and token.content.strip():
            at = max(at, starts[min(token.map[0], len(starts) - 1)])
            kind = _kind(around)
            found = _found(markdown, token.content, at, kind)
            if found:
                yield Piece(kind, " ".join(token.content.split("\n")), *found)
                at = found[1]


def _kind(around: list[Token]) -> PieceKind:
    inner = around[-1].type if around else ""
    if inner == "heading_open":
        return "heading"
    if inner in ("th_open", "td_open"):
        return "cell"
    return "item" if any(token.type == "list_item_open" for token in around) else "paragraph"


def _found(markdown: str, content: str, at: int, kind: PieceKind) -> tuple[int, int] | None:
    """Where the content of a block stands from ``at`` on, line by line, since what begins its lines is not in it."""
    begin = -1
    for line in content.split("\n"):
        written = line.strip()
        place = markdown.find(written, at)
        if place < 0 and kind == "cell":
            written = written.replace("|", "\\|")
            place = markdown.find(written, at)
        if place < 0:
            return None
        begin = place if begin < 0 else begin
        at = place + len(written)
    return begin, at
