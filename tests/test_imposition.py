"""Imposition: every page once, and where a folded sheet needs it."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokko_ethics.geometry import MM
from kokko_ethics.house_style import A5, POSTER_EDGE
from kokko_ethics.imposition import (
    A3_HEIGHT,
    PAPER,
    SHEET,
    UNPRINTED,
    Placed,
    halves,
    impose,
    leporello,
    saddle,
    signature,
    zine,
)


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
    with pikepdf.open(io.BytesIO(impose(_booklet(8), saddle))) as sheets:
        assert len(sheets.pages) == 4
        for side, (left, right) in zip(sheets.pages, signature(8), strict=True):
            assert [round(float(v), 1) for v in side.mediabox] == [0, 0, round(SHEET[0], 1), round(SHEET[1], 1)]
            placed = [line.split() for line in side.Contents.read_bytes().decode().splitlines()]
            inside = [side.Resources.XObject[words[8]].read_bytes() for words in placed]
            assert inside == [b"%% page %d" % left, b"%% page %d" % right]
            assert float(placed[0][5]) + A5.width == pytest.approx(SHEET[0] / 2, abs=PAPER + 0.01)
            assert float(placed[1][5]) == pytest.approx(SHEET[0] / 2, abs=PAPER + 0.01)


@pytest.mark.parametrize(("plan", "pages"), [(saddle, 8), (saddle, 24), (zine, 8), (leporello, 8)])
def test_pages_that_are_read_from_right_to_left_lie_as_in_a_mirror(plan: object, pages: int) -> None:
    width = A5.width if plan is saddle else SHEET[0] / 4
    sides = plan(pages)  # type: ignore[operator]
    with pikepdf.open(io.BytesIO(impose(_booklet(pages, width), plan, backwards=True))) as sheets:  # type: ignore[arg-type]
        for side, sheet in zip(sides, sheets.pages, strict=True):
            lines = [line.split() for line in sheet.Contents.read_bytes().decode().splitlines()]
            for placed, words in zip(side, lines, strict=True):
                left = float(words[5]) - (width if placed.turned else 0.0)
                assert left == pytest.approx(SHEET[0] - placed.x - width, abs=0.01)


def test_inner_sheets_move_towards_the_fold_by_the_paper_around_them() -> None:
    for number, (left, right) in enumerate(saddle(24)):
        sheet = number // 2
        assert left.x + A5.width - SHEET[0] / 2 == pytest.approx(sheet * PAPER)
        assert SHEET[0] / 2 - right.x == pytest.approx(sheet * PAPER)


def cells(side: tuple[Placed, ...], columns: int) -> dict[int, tuple[int, int, bool]]:
    """Where each page lies: column and row (from below), and whether it stands on its head."""
    width = SHEET[0] / columns
    return {one.page: (round(one.x / width), round(one.y / (SHEET[1] / 2)), one.turned) for one in side}


def test_a_zine_folds_into_eight_pages_in_order() -> None:
    (side,) = zine(8)
    at = cells(side, 4)
    for left, right in ((8, 1), (2, 3), (4, 5), (6, 7)):  # what lies open side by side, the right way up
        (x, y, turned), (x2, y2, turned2) = at[left], at[right]
        assert y == y2 and turned == turned2 == (y == 1)
        assert x2 - x == (-1 if turned else 1)
    for front, back in ((1, 2), (5, 6)):  # leaves that the long fold makes: head to head
        assert at[front][0] == at[back][0] and at[front][2] != at[back][2]
    for front, back in ((3, 4), (7, 8)):  # leaves that the cut in the middle makes
        assert {at[front][0], at[back][0]} == {1, 2} and at[front][1] == at[back][1]


def test_a_zine_has_no_ninth_page() -> None:
    with pytest.raises(ValueError, match="8 pages"):
        zine(9)


def test_a_leporello_goes_on_behind_its_last_page() -> None:
    front, back = leporello(8)
    assert [one.page for one in sorted(front, key=lambda one: one.x)] == [1, 2, 3, 4]
    assert [one.page for one in sorted(back, key=lambda one: one.x)] == [5, 6, 7, 8]
    assert back[0].x == 0.0 and front[-1].x == pytest.approx(SHEET[0] * 3 / 4)  # turned over, 5 lies behind 4


def test_the_halves_of_a_poster_show_all_of_it_and_a_strip_twice() -> None:
    """Within what printers reach; distances from the poster's lower edge."""
    (upper,), (lower,) = halves(1)
    lowest, highest = UNPRINTED - upper.y, SHEET[1] - UNPRINTED - upper.y
    assert highest >= A3_HEIGHT - POSTER_EDGE - 0.01
    assert UNPRINTED - lower.y <= POSTER_EDGE + 0.01
    assert SHEET[1] - UNPRINTED - lower.y - lowest >= 2 * MM - 0.01
    assert upper.x == lower.x == 0.0


def test_sheets_say_what_they_are() -> None:
    with pikepdf.open(io.BytesIO(impose(_booklet(4), saddle, "Sheets of X; to read: x.pdf"))) as sheets:
        assert str(sheets.docinfo["/Title"]) == "Sheets of X; to read: x.pdf"


def test_the_same_booklet_gives_the_same_bytes() -> None:
    booklet = _booklet(4)
    assert impose(booklet, saddle) == impose(booklet, saddle)


def _booklet(pages: int, width: float = A5.width) -> bytes:
    with pikepdf.new() as pdf:
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=(width, A5.height))
            page.obj.Contents = pdf.make_stream(b"%% page %d" % number)
        out = io.BytesIO()
        pdf.save(out, static_id=True)
    return out.getvalue()
