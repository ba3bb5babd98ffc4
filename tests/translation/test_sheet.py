"""Sheets: everything goes to people without tools and comes back as it was; no cell is ever worked out."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from functools import partial
from io import BytesIO
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_story import catalogue, everything, story
from openpyxl import Workbook, load_workbook

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.translation.keeping import begun, laid_out
from kokko_ethics.translation.merging import Merged, merge
from kokko_ethics.translation.model import Catalogue, Entry
from kokko_ethics.translation.po import read_po
from kokko_ethics.translation.sheet import read_sheet, write_sheet


def back(made: Catalogue) -> Catalogue:
    read = read_sheet(write_sheet(made, story()), "lappu.sv.xlsx", "")
    assert isinstance(read, Catalogue)
    return read


def plain(entry: Entry) -> tuple[str, ...]:
    return (entry.id, entry.words, entry.translation, str(entry.fuzzy), entry.previous, entry.note)


def merged(current: Catalogue, returned: Catalogue) -> Merged:
    found = merge(current, returned, story(), edited_is_done=True)
    assert isinstance(found, Merged)
    return found


LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")
SIGNS = st.sampled_from("=+-@'\"\\\n\t*#|{}[]åäöÅÄÖ\u00ad\u00a0 ")
TEXTS = st.text(LETTERS | SIGNS, max_size=80).map(partial(normalize, "NFC"))


@settings(deadline=None, max_examples=12)
@given(st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), min_size=1, max_size=6))
def test_from_catalogue_to_sheet_and_back_nothing_is_lost(written: list[tuple[str, str, bool]]) -> None:
    made = begun(story(), "sv", "lappu.sv.po")
    entries = [
        replace(entry, translation=text if text.strip() else entry.translation, note=note, fuzzy=fuzzy,
                previous="ennen" if fuzzy else "")
        for entry, (text, note, fuzzy) in zip(made.entries, written * len(made.entries), strict=False)
    ]  # fmt: skip
    entries = [entry if entry.translation else replace(entry, fuzzy=False, previous="", note="") for entry in entries]
    made = replace(made, entries=tuple(entries))
    assert [plain(entry) for entry in back(made).entries] == [plain(entry) for entry in made.entries]
    again = read_po(laid_out(made, story()), "lappu.sv.po", "sv")
    assert isinstance(again, Catalogue)
    assert [plain(entry)[:5] for entry in again.entries] == [plain(entry)[:5] for entry in made.entries]
    into_itself = merged(made, back(made)).catalogue.entries
    assert [plain(entry) for entry in into_itself] == [plain(entry) for entry in made.entries]


def test_the_same_catalogue_gives_the_same_bytes_without_a_date() -> None:
    one, other = (write_sheet(everything(), story()) for _ in range(2))
    assert one == other
    with zipfile.ZipFile(BytesIO(one)) as packed:
        assert {part.date_time[0] for part in packed.infolist()} == {2000}
        assert b"2000-01-01T00:00:00Z" in packed.read("docProps/core.xml")


def test_no_cell_is_a_formula() -> None:
    made = catalogue({"alku/line-2": '=HYPERLINK("https://example.org")', "alku/sign-1": "#N/A", "alku/line-1": "2026"})
    texts = load_workbook(BytesIO(write_sheet(made, story()))).worksheets[0]
    cells = [cell for row in texts.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_translators_can_write_only_where_they_should() -> None:
    texts = load_workbook(BytesIO(write_sheet(everything(), story()))).worksheets[0]
    open_columns = {cell.column for cell in texts[2] if not cell.protection.locked}
    assert texts.protection.sheet
    heads = [texts.cell(1, column).value for column in sorted(open_columns)]
    assert heads == ["Översättning", "Läge", "Egna anmärkningar"]
    assert texts.freeze_panes == "A2"
    assert all(cell.alignment.wrap_text for cell in texts[2])


def edited(change: object) -> bytes:
    """A sheet after somebody worked in it."""
    book = load_workbook(BytesIO(write_sheet(catalogue({"alku/line-2": "Ja."}), story())))
    assert callable(change)
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(book: Workbook, id: str) -> int:
    return next(row for row in range(2, 99) if book.worksheets[0].cell(row, 11).value == id)


def test_rows_and_columns_may_be_moved() -> None:
    def change(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.move_range("F1:F40", cols=10)
        last = [cell.value for cell in sheet[33]]
        sheet.delete_rows(33)
        sheet.insert_rows(2)
        for column, value in enumerate(last, 1):
            sheet.cell(2, column).value = value

    read = read_sheet(edited(change), "x.xlsx", "")
    assert isinstance(read, Catalogue)
    assert len(read.entries) == 32
    assert {entry.id: entry.translation for entry in read.entries}["alku/line-2"] == "Ja."


def test_numbers_and_dates_that_a_program_made_are_texts_again() -> None:
    def change(book: Workbook) -> None:
        book.worksheets[0].cell(row_of(book, "alku/sign-1"), 6).value = 2
        book.worksheets[0].cell(row_of(book, "alku/line-2"), 6).value = "=1+1"

    read = read_sheet(edited(change), "x.xlsx", "")
    assert isinstance(read, Catalogue)
    words = {entry.id: entry.translation for entry in read.entries}
    assert (words["alku/sign-1"], words["alku/line-2"]) == ("2", "=1+1")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet-broken"),
        (b"Hello", "sheet-broken"),
        (edited(lambda book: book.worksheets[0].delete_rows(1)), "sheet-without-columns"),
        (edited(lambda book: book.remove(book.worksheets[0])), "sheet-without-columns"),
        (write_sheet(everything(), story())[:3000], "sheet-broken"),
    ],
)
def test_a_broken_sheet_is_said(data: bytes, code: str) -> None:
    said = read_sheet(data, "x.xlsx", "sv")
    assert isinstance(said, Diagnostic)
    assert said.code == code


def test_a_sheet_that_unpacks_to_too_much_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 60_000_000)
    said = read_sheet(out.getvalue(), "x.xlsx", "sv")
    assert isinstance(said, Diagnostic)


def test_a_fuzzy_row_that_was_edited_or_marked_as_done_is_done() -> None:
    made = everything()
    fuzzy = ("alku/line-1", "alku/line-2", "alku/sign-1")
    entries = tuple(replace(e, fuzzy=True, previous="ennen") if e.id in fuzzy else e for e in made.entries)
    made = replace(made, entries=entries)
    book = load_workbook(BytesIO(write_sheet(made, story())))
    book.worksheets[0].cell(row_of(book, "alku/line-1"), 6).value = "Har *jag* ett namn?"
    book.worksheets[0].cell(row_of(book, "alku/line-2"), 8).value = "klar"
    out = BytesIO()
    book.save(out)
    returned = read_sheet(out.getvalue(), "x.xlsx", "")
    assert isinstance(returned, Catalogue)
    after = {entry.id: entry for entry in merged(made, returned).catalogue.entries}
    assert [after[id].fuzzy for id in fuzzy] == [False, False, True]
    assert [after[id].previous for id in fuzzy] == ["", "", "ennen"]


def test_letters_in_pieces_are_put_together() -> None:
    def change(book: Workbook) -> None:
        book.worksheets[0].cell(row_of(book, "alku/line-2"), 6).value = normalize("NFD", "Nå, här är den.")

    read = read_sheet(edited(change), "x.xlsx", "")
    assert isinstance(read, Catalogue)
    assert {entry.id: entry.translation for entry in read.entries}["alku/line-2"] == "Nå, här är den."
