"""Rules: what a print shop would send a file back for.

Limits are those that print shops publish: 300 dots an inch for pictures (150 is seen by anybody), lines of a quarter of
a point, 3 mm of bleed, folded booklets in sheets of four pages, all fonts in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.geometry import MM
from kokko_ethics.house_style import A5
from kokko_ethics.preflight.model import Print, Sheet
from kokko_ethics.source import Source, Span

SHARP, COARSE = 300.0, 150.0
"""Dots an inch that a picture should have, and below which it must not go."""
THIN = 0.25
"""The thinnest line that presses hold, in points."""
BLEED = 3 * MM
_PLAY = 0.1 * MM
"""What boxes may differ by where programs round."""
_SIGNATURE = 4


def inspect(file: Print) -> Iterator[Diagnostic]:
    """What there is to say of a file: first what it is, then what is wrong with it."""

    def told(code: str, severity: Severity, **values: object) -> Diagnostic:
        said = tuple((name, str(value)) for name, value in values.items())
        return Diagnostic(code, severity, Source.of("", file.path), Span(0, 0), said)

    sheets = file.sheets
    yield told("pdf-facts", Severity.HINT, **_facts(file))
    if lacking := sorted({name for sheet in sheets for name in sheet.lacking}):
        yield told("pdf-font-missing", Severity.ERROR, fonts=", ".join(lacking))
    for severity, least, most in ((Severity.ERROR, 0.0, COARSE), (Severity.WARNING, COARSE, SHARP)):
        if coarse := [sheet for sheet in sheets if sheet.coarsest is not None and least <= sheet.coarsest < most]:
            worst = min(sheet.coarsest or 0.0 for sheet in coarse)
            yield told("pdf-picture-coarse", severity, ppi=int(worst), limit=int(SHARP), pages=_pages(coarse))
    if thin := [sheet for sheet in sheets if sheet.thinnest is not None and sheet.thinnest < THIN - 0.001]:
        thinnest = min(sheet.thinnest or 0.0 for sheet in thin)
        yield told("pdf-line-thin", Severity.ERROR, width=_short(thinnest), limit=_short(THIN), pages=_pages(thin))
    if wrong := [sheet for sheet in sheets if not sheet.is_nested]:
        yield told("pdf-boxes-wrong", Severity.ERROR, pages=_pages(wrong))
    elif narrow := [sheet for sheet in sheets if sheet.is_to_be_cut and sheet.beyond < BLEED - _PLAY]:
        least_bleed = min(sheet.beyond for sheet in narrow)
        values = {"bleed": _short(least_bleed / MM), "limit": _short(BLEED / MM), "pages": _pages(narrow)}
        yield told("pdf-bleed-short", Severity.ERROR, **values)
    if others := [sheet for sheet in sheets if not _alike(sheet, sheets[0])]:
        yield told("pdf-sizes-differ", Severity.ERROR, first=_size(sheets[0]), pages=_pages(others))
    elif _is_booklet(file) and len(sheets) % _SIGNATURE:
        more = -len(sheets) % _SIGNATURE
        yield told("pdf-pages-not-four", Severity.ERROR, count=len(sheets), more=more)


def _facts(file: Print) -> dict[str, object]:
    sheets = file.sheets
    coarsest = min((sheet.coarsest for sheet in sheets if sheet.coarsest is not None), default=None)
    thinnest = min((sheet.thinnest for sheet in sheets if sheet.thinnest is not None), default=None)
    return {
        "count": len(sheets),
        "size": _size(sheets[0]),
        "bleed": _short(max(0.0, min(sheet.beyond for sheet in sheets)) / MM),
        "fonts": file.fonts,
        "ppi": "–" if coarsest is None else int(coarsest),
        "line": "–" if thinnest is None else _short(thinnest),
    }


def _is_booklet(file: Print) -> bool:
    """Whether a file's pages are to be folded: single ones of A5 or less, or with crop marks, and more than a leaf."""
    small = all(max(sheet.size) <= A5.height + _PLAY for sheet in file.sheets)
    return len(file.sheets) > 2 and (small or all(sheet.is_to_be_cut for sheet in file.sheets))


def _alike(one: Sheet, other: Sheet) -> bool:
    return all(abs(a - b) <= _PLAY for a, b in zip(one.size, other.size, strict=True))


def _size(sheet: Sheet) -> str:
    width, height = (round(side / MM) for side in sheet.size)
    return f"{width} × {height}"


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _pages(sheets: Sequence[Sheet]) -> str:
    """The numbers of pages, with a dash where several follow on one another: ``1, 3–5``."""
    runs: list[list[int]] = []
    for number in (sheet.number for sheet in sheets):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
