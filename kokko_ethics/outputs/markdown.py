"""Markdown of the reserved scenes → HTML: no raw HTML, no pictures, one heading level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kokko_ethics.outputs.marking import Marking, anchor

_LEAD = re.compile(r"\s*(\*\*|__)(?P<words>.+?)\1\s*", re.DOTALL)
"""Bold words before the first sentence of a paragraph."""
_HEADING = "h3"
"""Sections have an ``h2``; an author's headings come right below it, so that no level is skipped."""


def to_html(text: str, *, linked: bool, marking: Marking | None = None) -> str:
    """HTML of ``text``, safe as it is. Unless links are ``linked``, the address stands in brackets behind the words;
    ``marking`` marks words of the glossary."""
    markdown = _markdown()
    tokens = markdown.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = _HEADING
        if style := token.attrGet("style"):  # only columns have one; the web page's policy lets no style attribute pass
            token.attrs = {"class": str(style).replace("text-align:", "to-")}
        if token.children:
            token.children = _plain_links(token.children, linked)
            if marking:
                token.children = list(_marked(token.children, marking))
    _name_columns(tokens)
    return str(markdown.renderer.render(tokens, markdown.options, {})).strip()


@cache
def _markdown() -> Any:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])


def _name_columns(tokens: list[Token]) -> None:
    """Let each cell say what its column is called, for windows where columns have no room."""
    names: list[str] = []
    column = 0
    for token, after in pairwise(tokens):
        if token.type == "table_open":
            names = []
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            names.append(_said(after))
        elif token.type == "td_open":
            token.attrSet("data-column", names[column])
            column += 1


def _said(inline: Token) -> str:
    return " ".join("".join(_words(_plain_links(inline.children or [], linked=False))).split())


def _plain_links(tokens: list[Token], linked: bool) -> list[Token]:
    """Links that hold nothing but words, since readers of tagged files lose any markup inside them."""
    out: list[Token] = []
    address: str | None = None
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            if linked:
                token.attrs = {"href": address, "rel": "noreferrer"}
                out.append(token)
        elif token.type == "link_close":
            out.append(token if linked else _text(f" ({address})"))
            address = None
        elif address is None or token.content:
            out.append(token if address is None else _text(token.content))
    return out


def _marked(tokens: list[Token], marking: Marking) -> Iterator[Token]:
    """Words of the glossary as links to where they are explained, but none inside another link."""
    inside = False
    for token in tokens:
        inside = token.type == "link_open" or (inside and token.type != "link_close")
        if token.type != "text" or inside:
            yield token
            continue
        for words, id in marking.stretches(token.content):
            if id:
                yield Token("link_open", "a", 1, attrs={"class": "term", "href": f"#{anchor(id)}"})
            yield _text(words)
            if id:
                yield Token("link_close", "a", -1)


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)


def to_lines(text: str) -> list[str]:
    """``text`` as plain lines, one for each paragraph, heading, point of a list and row of a table, without marks."""
    lines: list[str] = []
    row: list[str] | None = None
    for token in _markdown().parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            lines.append(" – ".join(filter(None, row)))
            row = None
        elif token.type == "inline":
            (lines if row is None else row).append(_said(token))
        elif token.type in {"fence", "code_block"}:
            lines += token.content.splitlines()
    return [line for line in lines if line]


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        yield " " if token.type in {"softbreak", "hardbreak"} else token.content


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text with a heading of its own, or with bold words before its first sentence: ``lead`` are those
    words without their full stop, ``text`` is what follows, as Markdown. Either may be empty."""

    lead: str
    text: str

    @property
    def plain(self) -> str:
        """What follows, in plain words."""
        return " ".join(to_lines(self.text))


Rows = tuple[tuple[str, ...], ...]
"""A table in plain words, its heading first."""


def in_sections(text: str) -> tuple[Section | Rows, ...]:
    """``text`` in its sections and tables, in order."""
    parts: list[Section | Rows] = []
    lead, body = "", ""
    for kind, block in _blocks(text):
        found = "" if kind == "table_open" else _lead(kind, block)
        if (kind == "table_open" or found) and (lead or body):
            parts.append(Section(lead, body.strip()))
            lead, body = "", ""
        if kind == "table_open":
            parts.append(_rows(block))
        elif found:
            lead, body = found, "" if kind == "heading_open" else _LEAD.sub("", block, count=1)
        else:
            body = f"{body}\n\n{block}"
    return (*parts, Section(lead, body.strip())) if lead or body else tuple(parts)


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """The outermost parts of a text: what kind of token begins each, and its lines."""
    lines = text.splitlines()
    for token in _markdown().parse(text):
        if token.level == 0 and token.nesting >= 0 and token.map:
            yield token.type, "\n".join(lines[token.map[0] : token.map[1]])


def _lead(kind: str, block: str) -> str:
    """What a heading says, or the bold words that a paragraph begins with; empty if it has none."""
    if kind == "heading_open":
        return " ".join(to_lines(block))
    found = _LEAD.match(block) if kind == "paragraph_open" else None
    return " ".join(to_lines(found["words"])).rstrip(" .:") if found else ""


def _rows(block: str) -> Rows:
    rows: list[list[str]] = []
    for token in _markdown().parse(block):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(_said(token))
    return tuple(map(tuple, rows))
