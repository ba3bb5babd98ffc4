"""Tagged PDF: HTML and the paintings in it become an accessible file. The one file that knows weasyprint."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from kokko_ethics.outputs.painting import Painting


def tagged_pdf(html: str, paintings: Mapping[str, Painting]) -> bytes:
    """The file, tagged by PDF/UA-1. ``paintings`` are the pictures that the HTML names by address.

    Raises:
        RuntimeError: if the file would not be accessible: a bug of ours, found by the tests.
    """
    return bytes(_document(html).write_pdf(pdf_variant="pdf/ua-1", cache=dict(paintings)))


def page_count(html: str, paintings: Mapping[str, Painting]) -> int:
    """How many pages the HTML fills; they are set to be counted."""
    return len(_document(html).render(cache=dict(paintings)).pages)


class _Complaints(logging.Handler):
    """Makes an error of what weasyprint only logs (a missing alternative text, an unknown glyph)."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            raise RuntimeError(f"The PDF would not be accessible: {record.getMessage()}")


def _document(html: str) -> Any:
    """The document, which may load nothing but what is inside it. The import is late: it takes half a second."""
    import weasyprint
    from weasyprint.urls import URLFetcher

    logger = logging.getLogger("weasyprint")
    if not any(isinstance(handler, _Complaints) for handler in logger.handlers):
        logger.addHandler(_Complaints())
        logger.propagate = False
    return weasyprint.HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=("data",)))
