"""Markdown of the reserved scenes → HTML: no raw HTML, no pictures, one heading level."""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

_HEADING = "h3"
"""Sections have an ``h2``; an author's headings come right below it, so that no level is skipped."""


def to_html(text: str, *, linked: bool) -> str:
    """HTML of ``text``, safe as it is. Unless links are ``linked``, the address stands in brackets behind the words."""
    markdown = _markdown()
    tokens = markdown.parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = _HEADING
        if token.children:
            token.children = _plain_links(token.children, linked)
    return str(markdown.renderer.render(tokens, markdown.options, {})).strip()


@cache
def _markdown() -> Any:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])


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


def _text(words: str) -> Token:
    return Token("text", "", 0, content=words)
