"""Imposition: every page once, and where a folded sheet needs it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokko_ethics.house_style import A5
from kokko_ethics.imposition import SHEET, impose, signature


@given(st.integers(min_value=1, max_value=60).map(lambda sheets: 4 * sheets))
def test_every_page_is_printed_once(pages: int) -> None:
    sides = signature(pages)
    assert sorted(page for side in sides for page in side) == list(range(1, pages + 1))
    assert len(sides) == pages // 2


@given(st.integers(min_value=1, max_value=60).map(lambda sheets: 4 * sheets))
def test_the_folded_stack_reads_in_order(pages: int) -> None:
    sides = signature(pages)
    fronts, backs = sides[0::2], sides[1::2]
    leaves = [(front[1], back[0]) for front, back in zip(fronts, backs, strict=True)]
    leaves += [(back[1], front[0]) for front, back in reversed(list(zip(fronts, backs, strict=True)))]
    assert [page for leaf in leaves for page in leaf] == list(range(1, pages + 1))


def test_an_eight_page_booklet() -> None:
    assert signature(8) == ((8, 1), (2, 7), (6, 3), (4, 5))


@pytest.mark.parametrize("pages", [-4, 0, 1, 6, 10])
def test_other_numbers_of_pages_are_refused(pages: int) -> None:
    with pytest.raises(ValueError, match="multiple of four"):
        signature(pages)


def test_pages_touch_the_fold_of_an_a4_sheet() -> None:
    with pikepdf.open(io.BytesIO(impose(_booklet(8)))) as sheets:
        assert len(sheets.pages) == 4
        for side, (left, right) in zip(sheets.pages, signature(8), strict=True):
            assert [round(float(v), 1) for v in side.mediabox] == [0, 0, round(SHEET[0], 1), round(SHEET[1], 1)]
            placed = [line.split() for line in side.Contents.read_bytes().decode().splitlines()]
            assert float(placed[0][5]) + A5.width == pytest.approx(SHEET[0] / 2, abs=0.01)
            assert float(placed[1][5]) == pytest.approx(SHEET[0] / 2, abs=0.01)
            inside = [side.Resources.XObject[name].read_bytes() for name in ("/P0", "/P1")]
            assert inside == [b"%% page %d" % left, b"%% page %d" % right]


def test_the_same_booklet_gives_the_same_bytes() -> None:
    booklet = _booklet(4)
    assert impose(booklet) == impose(booklet)


def _booklet(pages: int) -> bytes:
    with pikepdf.new() as pdf:
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(A5.width, A5.height))
            page.obj.Contents = pdf.make_stream(b"%% page %d" % number)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()
