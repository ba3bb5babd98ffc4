"""Sheet: a catalogue as an Excel file, text and translation side by side, for people without tools. The one file that
knows openpyxl.

Every cell is text, also one that begins with an equals sign: nothing in it is ever worked out. The same catalogue gives
the same bytes.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from kokko_ethics.archives import undated
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.source import Source, Span
from kokko_ethics.story.model import Story
from kokko_ethics.translation.context import kind_of, longest, who_says
from kokko_ethics.translation.model import Catalogue, Entry, Passage
from kokko_ethics.translation.retelling import passages
from kokko_ethics.wording import LANGUAGES, say, table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = {
    "panel": 7, "kind": 26, "who": 20, "seen": 40, "source": 55, "target": 55, "most": 11, "state": 15, "note": 30,
    "before": 40, "id": 24,
}  # fmt: skip
"""The columns in their order, with their widths in characters."""
_OPEN = ("target", "state", "note")
"""Columns in which a translator writes; the others are locked, so that nothing is changed there by accident."""
_FACTS = {"story": "kokko-story", "origin": "kokko-from", "lang": "kokko-to"}
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_LIMIT = 50_000_000
"""Bytes that the parts of a file may have together when they are unpacked."""
_FULL, _LINE = 0.75, 15.5
"""How full a wrapped line gets, and its height in points."""
_HEAD, _LOCKED, _WARN, _RULE = "FFE9A8", "F3F1EA", "F7C9BD", "A39E8E"


def write_sheet(catalogue: Catalogue, story: Story) -> bytes:
    """The file of ``catalogue``, which is up to date with ``story``."""
    from openpyxl import Workbook

    book = Workbook()
    texts = book.active
    assert texts is not None
    lang = catalogue.lang
    texts.title = say("translation", lang, "sheet", "texts")
    _head(texts, lang)
    entries = {entry.id: entry for entry in catalogue.entries if not entry.obsolete}
    wanted = passages(story, lang)
    for row, passage in enumerate(wanted, 2):
        _row(texts, row, _cells(passage, entries[passage.id], lang))
    _finish(texts, len(wanted) + 1, lang)
    _about(book.create_sheet(say("translation", lang, "sheet", "about")), catalogue)
    packed = BytesIO()
    book.save(packed)
    return undated(packed.getvalue())


def read_sheet(data: bytes, shown: str, lang: str) -> Catalogue | Diagnostic:
    """The catalogue in an Excel file, which messages call ``shown``; its language is ``lang`` where it names none."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LIMIT:
                return _refused("sheet-broken", shown)
        book = load_workbook(BytesIO(data))
        sheets = [(sheet, _texts(sheet)) for sheet in book.worksheets]
    except Exception:  # whatever a damaged or hostile file makes of a library that reads a large format
        return _refused("sheet-broken", shown)
    facts = dict(pair for _, rows in sheets for row in rows for pair in _fact(row))
    found = [(rows, columns) for _, rows in sheets if rows and (columns := _columns(rows[0]))]
    if not found:
        wanted = " / ".join(say("translation", lang or "en", "sheet", name) for name in ("target", "id"))
        return _refused("sheet-without-columns", shown, columns=wanted)
    rows, columns = max(found, key=lambda pair: len(pair[1]))
    source = Source.of("\n".join(" ".join(row[columns["target"]].split()) for row in rows), shown)
    entries = tuple(_entry(row, columns, number, source) for number, row in enumerate(rows, 1) if number > 1)
    return Catalogue(
        source, facts.get("lang", "") or lang, facts.get("story", ""), facts.get("origin", ""),
        tuple(entry for entry in entries if entry.id and entry.words),
    )  # fmt: skip


# Writing


def _cells(passage: Passage, entry: Entry, lang: str) -> dict[str, str]:
    most = longest(passage)
    return {
        "panel": str(passage.panel or ""),
        "kind": kind_of(passage, lang),
        "who": who_says(passage, lang),
        "seen": passage.seen,
        "source": passage.words,
        "target": entry.translation,
        "most": str(most or ""),
        "state": say("translation", lang, "state", entry.state),
        "note": entry.note,
        "before": entry.previous,
        "id": passage.id,
    }


def _head(sheet: Worksheet, lang: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, (name, width) in enumerate(_COLUMNS.items(), 1):
        cell = sheet.cell(1, number)
        _write(cell, say("translation", lang, "sheet", name))
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = 3 * _LINE


def _row(sheet: Worksheet, row: int, cells: Mapping[str, str]) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Protection, Side

    line = Border(bottom=Side("thin", _RULE))
    for number, name in enumerate(_COLUMNS, 1):
        cell = sheet.cell(row, number)
        if cells[name]:
            _write(cell, cells[name])
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.number_format, cell.border = "@", line
        if name in _OPEN:
            cell.protection = Protection(locked=False)
        else:
            cell.fill = PatternFill("solid", fgColor=_LOCKED)
    wrapped = ("kind", "who", "seen", "source", "target", "before")
    lines = max(math.ceil(len(cells[name]) / (_COLUMNS[name] * _FULL)) for name in wrapped)
    sheet.row_dimensions[row].height = _LINE * max(2, lines)


def _write(cell: Any, text: str) -> None:
    """Text as text: never a formula, a number or a date, and kept so when somebody edits it."""
    cell.value = _UNWRITABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    cell.data_type = "s"
    cell.quotePrefix = True


def _finish(sheet: Worksheet, last: int, lang: str) -> None:
    """What makes a long sheet easy to work in, on screen and on paper."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    letters = {name: get_column_letter(number) for number, name in enumerate(_COLUMNS, 1)}
    target, most, state = letters["target"], letters["most"], letters["state"]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters['id']}{last}"
    states = DataValidation("list", formula1=f'"{",".join(table("translation", lang)["state"].values())}"')
    states.add(f"{state}2:{state}{max(2, last)}")
    sheet.add_data_validation(states)
    room = f'AND(${most}2<>"",LEN(${target}2)>VALUE(${most}2))'
    long = FormulaRule([room], fill=PatternFill(bgColor=_WARN))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(f"{target}2:{target}{max(2, last)}", long)
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(sheet.protection, allowed, False)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _about(sheet: Worksheet, catalogue: Catalogue) -> None:
    """How to work with the file, and the facts by which it is known again."""
    from openpyxl.styles import Alignment, Font

    words = table("translation", catalogue.lang)["how"].values()
    for row, text in enumerate(words, 1):
        _write(sheet.cell(row, 1), text)
        sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top")
    for row, (name, fact) in enumerate(_FACTS.items(), len(words) + 2):
        for column, text in ((1, fact), (2, str(getattr(catalogue, name)))):
            _write(sheet.cell(row, column), text)
            sheet.cell(row, column).font = Font(color="808080")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 90, 30
    sheet.protection.sheet = True


# Reading


def _texts(sheet: Worksheet) -> list[list[str]]:
    """All cells as texts, composed as everywhere else (NFC)."""
    return [["" if value is None else normalize("NFC", str(value)) for value in row]
            for row in sheet.iter_rows(values_only=True)]  # fmt: skip


def _fact(row: list[str]) -> list[tuple[str, str]]:
    return [(name, row[1].strip()) for name, fact in _FACTS.items() if len(row) > 1 and row[0].strip() == fact]


def _columns(head: list[str]) -> dict[str, int]:
    """Where each column is, by its heading in any of our languages; nothing where no translation could be read."""
    heads = [text.strip().casefold() for text in head]
    found: dict[str, int] = {}
    for name in _COLUMNS:
        names = [say("translation", lang, "sheet", name).casefold() for lang in LANGUAGES]
        place = next((number for number, text in enumerate(heads) if text in names), None)
        if place is not None:
            found[name] = place
    return found if {"id", "source", "target"} <= found.keys() else {}


def _entry(row: list[str], columns: Mapping[str, int], number: int, source: Source) -> Entry:
    def cell(name: str) -> str:
        return row[columns[name]].replace("\r\n", "\n") if name in columns else ""

    fuzzy = cell("state").strip().casefold() in {say("translation", lang, "state", "fuzzy") for lang in LANGUAGES}
    start = source.starts[number - 1]
    span = Span(start, start + max(1, len(source.line(number))))
    return Entry(cell("id").strip(), cell("source"), cell("target"), fuzzy, cell("before"), cell("note"), span=span)


def _refused(code: str, shown: str, **values: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Source.of("", shown), Span(0, 0), (("path", shown), *values.items()))
