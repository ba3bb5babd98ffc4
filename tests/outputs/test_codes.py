"""Codes: telephones read them from the finished page, and land on the panel that the page shows, in its language."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
import zxingcpp
from made_edition import edition, story
from PIL import Image

from kokko_ethics.edition import Edition, PageSet
from kokko_ethics.geometry import MM
from kokko_ethics.house_style import CODE_FOOT, with_code
from kokko_ethics.outputs.codes import QUIET, code_for
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.web import Web
from kokko_ethics.reference.model import Project
from kokko_ethics.story.model import Story

BASE = "https://example.org/sarjakuvat/"
READING = ["handout-a4.pdf", "booklet-a5.pdf"]
DPI = 150


def told(project: Project) -> Story:
    tale = story()
    return replace(tale, reference=replace(tale.reference, project=project))


def made(project: Project) -> Edition:
    """An edition whose pages have room for a code at their foot, as the compiler makes them where there is an
    address."""
    whole = edition(told(project))
    return replace(whole, a4=_higher(whole.a4), a5=_higher(whole.a5))


def _higher(pages: PageSet) -> PageSet:
    return replace(pages, format=with_code(pages.format))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes")
    _write(made(Project(BASE, "Kokemuksen ystävät", "palaute@example.org")), folder)
    return folder


def _write(whole: Edition, folder: Path) -> None:
    for artifact in Pdf().publish(whole):
        (folder / artifact.path).write_bytes(artifact.render())


def _pages(file: Path) -> list[Image.Image]:
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is missing: install poppler-utils")
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(file), str(file.with_suffix(""))], check=True)
    return [Image.open(path) for path in sorted(file.parent.glob(f"{file.stem}-*.png"))]


def _text(file: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("name", READING)
def test_the_code_on_a_page_leads_to_its_first_panel(folder: Path, name: str) -> None:
    read = [[code.text for code in zxingcpp.read_barcodes(image)] for image in _pages(folder / name)]
    found = [texts for texts in read if texts]
    assert found == [[f"{BASE}fi/sovitaan/#aloitus"], [f"{BASE}fi/sovitaan/#jatkaa"]]
    assert [bool(texts) for texts in read[:3]] == [False, True, True]


@pytest.mark.parametrize("name", READING)
def test_a_code_is_large_enough_white_all_round_and_inside_what_printers_reach(folder: Path, name: str) -> None:
    image = _pages(folder / name)[1].convert("L")
    (code,) = zxingcpp.read_barcodes(image)
    corners = (code.position.top_left, code.position.bottom_right)
    (left, top), (right, bottom) = ((one.x, one.y) for one in corners)
    assert (right - left) / DPI * 25.4 >= 17.9
    module = _module(code.text, right - left)
    quiet = round(module * QUIET) - 2
    outside = [(left - quiet, top, left - 2, bottom), (right + 2, top, right + quiet, bottom),
               (left, bottom + 2, right, bottom + quiet), (left, top - quiet + 2, right, top - 2)]  # fmt: skip
    assert [image.crop(box).getextrema()[0] > 200 for box in outside] == [True] * 4
    assert (image.height - bottom) / DPI * 25.4 >= 4


def _module(address: str, width: float) -> float:
    """Width of one module."""
    drawing = code_for(1, address.split("#")[0], address.split("#")[1]).drawing
    share = (drawing.width - 18.5 * MM) / 2 / QUIET / (18.5 * MM)
    return share * width


@pytest.mark.parametrize("name", READING)
def test_the_address_stands_beside_it_and_is_a_link(folder: Path, name: str) -> None:
    assert _text(folder / name).count("example.org/sarjakuvat/fi/sovitaan/") == 2
    with pikepdf.open(folder / name) as pdf:
        assert {str(link) for one in pdf.pages for link in _links(one)} >= {
            f"{BASE}fi/sovitaan/#aloitus", f"{BASE}fi/sovitaan/#jatkaa",
        }  # fmt: skip


def _links(one: pikepdf.Page) -> Iterator[object]:
    for note in one.obj.get("/Annots", []):
        if "/A" in note and "/URI" in note.A:
            yield note.A.URI


@pytest.mark.parametrize("name", READING)
def test_pages_with_codes_pass_pdf_ua(folder: Path, name: str) -> None:
    report = page.validate_pdf(str(folder / name), profile="ua1")
    assert report.is_compliant, str(report)


def test_the_panel_that_a_code_names_is_on_the_web_page() -> None:
    whole = made(Project(BASE))
    html = next(one for one in Web().publish(whole) if one.path == "web/index.html").render().decode()
    for one in whole.a5.pages:
        assert f'<figure id="{one.panes[0].panel.id}"' in html


def test_without_an_address_nothing_of_it_is_printed(tmp_path: Path) -> None:
    _write(edition(told(Project("", "Kokemuksen ystävät", ""))), tmp_path)
    assert "example.org/" not in _text(tmp_path / READING[0]).replace("https://example.org/ohje", "")
    assert not [code for image in _pages(tmp_path / READING[1]) for code in zxingcpp.read_barcodes(image)]


def test_the_imprint_says_who_publishes_and_wants_feedback(folder: Path) -> None:
    said = _text(folder / READING[1])
    assert "Julkaisija: Kokemuksen ystävät." in said
    assert "Anna palautetta: palaute@example.org" in said


def test_the_address_names_language_and_story() -> None:
    swedish = replace(told(Project(BASE)), id="pöytä", lang="sv")
    assert matter_of(edition(swedish)).address == f"{BASE}sv/p%C3%B6yt%C3%A4/"
    assert matter_of(edition(told(Project()))).address == ""


def test_only_pages_with_panels_get_a_higher_foot() -> None:
    higher = with_code(edition().a5.format)
    assert (higher.foot, higher.lower_foot) == (CODE_FOOT, edition().a5.format.foot)
