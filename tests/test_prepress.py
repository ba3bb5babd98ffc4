"""Prepress: where a print shop cuts, how far the print goes on beyond that, and marks that touch neither."""

from __future__ import annotations

import io
import shutil
import subprocess

import pikepdf
import pytest
from outputs.made_edition import edition

from kokko_ethics.geometry import MM, Box
from kokko_ethics.house_style import A5
from kokko_ethics.outputs.pdf import Pdf, PrintShop
from kokko_ethics.prepress import BLEED, crop_marks, for_press

NAME = "booklet-a5-press.pdf"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {one.path: one.render() for output in (Pdf(), PrintShop()) for one in output.publish(edition())}


def box(page: pikepdf.Page, name: str) -> tuple[float, ...]:
    return tuple(float(value) for value in page.obj[name])


def test_the_trim_is_the_page_the_bleed_3_mm_more_and_the_sheet_holds_both(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[NAME])) as press:
        for page in press.pages:
            media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
            assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((A5.width, A5.height), abs=0.01)
            assert [abs(b - t) for b, t in zip(bleed, trim, strict=True)] == pytest.approx([3 * MM] * 4, abs=0.01)
            assert all(m < b for m, b in zip(media[:2], bleed[:2], strict=True))
            assert all(m > b for m, b in zip(media[2:], bleed[2:], strict=True))


def test_marks_point_at_the_corners_and_lie_outside_the_bleed() -> None:
    trim = Box(100, 100, A5.width, A5.height)
    marks = list(crop_marks(trim))
    assert len(marks) == 8
    for x, y, x2, y2 in marks:
        assert (x == x2 and x in (trim.x, trim.right)) or (y == y2 and y in (trim.y, trim.bottom))
        beyond = max(trim.x - max(x, x2), min(x, x2) - trim.right, trim.y - max(y, y2), min(y, y2) - trim.bottom)
        assert beyond > BLEED


def test_what_is_printed_is_the_reading_page_moved_and_nothing_else(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[NAME])) as press, pikepdf.open(io.BytesIO(files["booklet-a5.pdf"])) as reading:
        assert len(press.pages) == len(reading.pages)
        assert len(press.pages) % 4 == 0
        for page, original in zip(press.pages, reading.pages, strict=True):
            assert page.Resources.XObject.Page.read_bytes() == original.as_form_xobject().read_bytes()
            operators = pikepdf.parse_content_stream(page)
            moved = next(operands for operands, operator in operators if str(operator) == "cm")
            assert [float(one) for one in moved][4:] == pytest.approx(box(page, "/TrimBox")[:2], abs=0.01)


def test_the_words_can_still_be_found(files: dict[str, bytes]) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing: install poppler-utils")
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=files[NAME], capture_output=True, check=True)
    assert "valmiin suunnitelman!" in " ".join(run.stdout.decode().split())


def test_its_title_says_for_whom_it_is_and_names_the_file_to_read(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[NAME])) as press:
        title = str(press.docinfo["/Title"])
        assert title.startswith("Sovitaan yhdessä: painotalolle") and title.endswith("booklet-a5.pdf")
        assert str(press.Root.Lang) == "fi"


def test_marks_stand_on_every_plate(files: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(files[NAME])) as press:
        (ink,) = {str(page.Resources.ColorSpace.Marks[1]) for page in press.pages}
        assert ink == "/All"


def test_the_same_pages_give_the_same_bytes(files: dict[str, bytes]) -> None:
    assert for_press(files["booklet-a5.pdf"], "A") == for_press(files["booklet-a5.pdf"], "A")
