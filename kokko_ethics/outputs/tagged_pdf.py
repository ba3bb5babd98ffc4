"""Tagged PDF: HTML and the paintings in it become an accessible file. The one file that knows weasyprint.

It loads with this module, which takes half a second: before a build forks, so that all of its processes share it.
"""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pikepdf
import weasyprint
from weasyprint.text.ffi import pango
from weasyprint.urls import URLFetcher, URLFetcherResponse, iri_to_uri

from kokko_ethics.outputs.fonts import FONT, font_at
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.standing import standing

_LIGATURES = {"\u0644\u0627": "\ufefb", "\u0644\u0623": "\ufef7", "\u0644\u0625": "\ufef9", "\u0644\u0622": "\ufef5"}
"""Lam with the four kinds of alef: two letters, one glyph."""

_JOINER = "\u200d"
"""The meaning of a glyph that only helps another one: every glyph needs one, and this is none that anybody sees."""

_BEHIND = re.compile(r"url\('?painting:[^()']*'?\)")
"""How styles name paintings: our templates only do so for backgrounds."""

_BACKWARDS = re.compile(r'<html [^>]*dir="rtl"')


def tagged_pdf(html: str, paintings: Mapping[str, Painting]) -> bytes:
    """The file, tagged by PDF/UA-1. ``paintings`` are the pictures that the HTML names by address.

    Raises:
        RuntimeError: if the file would not be accessible: a bug of ours, found by the tests.
    """
    written = bytes(_document(html).write_pdf(pdf_variant="pdf/ua-1", cache=_known(paintings)))
    return read_backwards(written) if _BACKWARDS.search(html) else written


def read_backwards(written: bytes) -> bytes:
    """A file that is read from right to left: it says so, and its ligatures of two letters mean one character.

    Readers of PDF turn lines from right to left about letter by letter, and the two letters of a ligature with them:
    "لا" would be read, copied and found as "ال". The one character for both cannot be turned about. Where two glyphs
    draw one letter, the second one is given a meaning, too.
    """
    with pikepdf.open(io.BytesIO(written)) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font" and "/ToUnicode" in font:
                meanings = font.ToUnicode.read_bytes().lower()
                for pair, single in _LIGATURES.items():
                    meanings = meanings.replace(_coded(pair), _coded(single))
                meanings = meanings.replace(b" <>", b" " + _coded(_JOINER))
                font.ToUnicode.write(meanings)
        pdf.Root.ViewerPreferences.Direction = pikepdf.Name.R2L
        out = io.BytesIO()
        pdf.save(out, static_id=True, preserve_pdfa=False)
    return out.getvalue()


def page_count(html: str, paintings: Mapping[str, Painting]) -> int:
    """How many pages the HTML fills; they are set to be counted."""
    return page_numbers(html, paintings)[0]


def page_numbers(html: str, paintings: Mapping[str, Painting]) -> tuple[int, dict[str, int]]:
    """How many pages the HTML fills, and the number of the page where each element with an id begins."""
    of = f"{pango_version()} {_sizes(html, paintings)} {html}"
    count, numbers = json.loads(standing("pages", of, lambda: _numbered(html, paintings)))
    return count, numbers


def pango_version() -> str:
    """The version of Pango, which breaks the lines; it comes with the system, and no fingerprint of the house holds
    it."""
    return str(pango.pango_version())


def _sizes(html: str, paintings: Mapping[str, Painting]) -> list[tuple[str, object]]:
    """All of the paintings that moves anything: how large those are that stand in the text, not behind it."""
    text = _BEHIND.sub("", unescape(html))
    return sorted((name, one.get_intrinsic_size(1.0, 1.0)) for name, one in paintings.items() if name in text)


def _numbered(html: str, paintings: Mapping[str, Painting]) -> bytes:
    pages = _document(html).render(cache=_known(paintings)).pages
    numbers = {id: number for number, page in enumerate(pages, 1) for id in page.anchors}
    return json.dumps([len(pages), numbers]).encode()


def _known(paintings: Mapping[str, Painting]) -> dict[str, Painting]:
    """Paintings as weasyprint looks for them: by addresses in ASCII, whatever letters a story's name has."""
    return {iri_to_uri(address): painting for address, painting in paintings.items()}


def _coded(words: str) -> bytes:
    return b"<%s>" % words.encode("utf-16-be").hex().encode()


class _Complaints(logging.Handler):
    """Makes an error of what weasyprint only logs (a missing alternative text, an unknown glyph)."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            raise RuntimeError(f"The PDF would not be accessible: {record.getMessage()}")


class _Inside(URLFetcher):  # type: ignore[misc]
    """Hands out what is inside of a document, and our own fonts; nothing comes from a disk or a network."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",))

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """What stands at ``url``; weasyprint calls this.

        Raises:
            ValueError: if it is neither inside of the document nor a font of ours.
        """
        return URLFetcherResponse(url, font_at(url)) if url.startswith(FONT) else super().fetch(url, headers)


class _Printed(weasyprint.HTML):  # type: ignore[misc]
    """A document that knows no other elements than ours."""

    def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
        return [_elements()]


@cache
def _elements() -> Any:
    path = Path(__file__).parent / "templates" / "elements.css"
    return weasyprint.CSS(string=path.read_text(encoding="utf-8"))


def _document(html: str) -> Any:
    """The document, which may load nothing but what is inside it."""
    logger = logging.getLogger("weasyprint")
    if not any(isinstance(handler, _Complaints) for handler in logger.handlers):
        logger.addHandler(_Complaints())
        logger.propagate = False
    return _Printed(string=html, url_fetcher=_Inside())
