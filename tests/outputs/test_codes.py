"""Codes: telephones read them from the finished page, and land on the panel that the page shows, in its language."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import page
import pikepdf
import pytest
import zxingcpp
from made_edition import edition, story
from outputs.handed_out import edition as handed_out
from PIL import Image

from kokko_ethics.edition import Edition, PageSet
from kokko_ethics.geometry import MM
from kokko_ethics.house_style import A5, CODE_FOOT, LEPORELLO, SMALL_CODE_FOOT, ZINE, Format, with_code
from kokko_ethics.outputs.card_texts import cards_of
from kokko_ethics.outputs.cards import Cards
from kokko_ethics.outputs.chapter import story_in_book
from kokko_ethics.outputs.codes import QUIET, code_for
from kokko_ethics.outputs.excerpts import beginning
from kokko_ethics.outputs.guide import Guide
from kokko_ethics.outputs.leaflet import Leporello, Zine
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.poster import Poster
from kokko_ethics.outputs.protocol import Artifact, Chapter
from kokko_ethics.outputs.series import WholeSeries
from kokko_ethics.outputs.web import Web
from kokko_ethics.outputs.worksheet import Worksheet
from kokko_ethics.reference.model import Project
from kokko_ethics.story.model import Story

pytestmark = pytest.mark.slow

BASE = "https://example.org/sarjakuvat/"
READING = ["handout-a4.pdf", "booklet-a5.pdf"]
DPI = 150


def told(project: Project) -> Story:
    tale = story()
    return replace(tale, reference=replace(tale.reference, project=project))


def made(project: Project, id: str = "sovitaan") -> Edition:
    """An edition whose pages have room for a code at their foot, as the compiler makes them where there is an
    address."""
    whole = edition(replace(told(project), id=id))
    return replace(whole, a4=_higher(whole.a4), a5=_higher(whole.a5))


def _higher(pages: PageSet) -> PageSet:
    return replace(pages, format=with_code(pages.format))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes")
    _write(made(Project(BASE, "Kokemuksen ystävät", "palaute@example.org")), folder)
    return folder


def _write(whole: Edition, folder: Path) -> None:
    for artifact in (*Pdf().publish(whole), *Guide().publish(whole)):
        (folder / artifact.path).write_bytes(artifact.render())


def _pages(file: Path, *which: str) -> list[Image.Image]:
    """Pages as a telephone sees them, in grey; all, or those that pdftoppm's options name."""
    if not shutil.which("pdftoppm"):
        pytest.skip("pdftoppm is missing: install poppler-utils")
    with TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", *which, str(file), f"{folder}/page"], check=True)
        return [Image.open(io.BytesIO(path.read_bytes())) for path in sorted(Path(folder).iterdir())]


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
    (image,) = _pages(folder / name, "-f", "2", "-l", "2")
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


def test_a_guide_has_one_code_that_leads_to_the_beginning(folder: Path) -> None:
    name = "guide-a4.pdf"
    first, *others = [[code.text for code in zxingcpp.read_barcodes(image)] for image in _pages(folder / name)]
    assert first == [f"{BASE}fi/sovitaan/#aloitus"] and not any(others)
    assert "Sarjakuva verkossa: example.org/sarjakuvat/fi/sovitaan/" in _text(folder / name)
    assert "Julkaisija: Kokemuksen ystävät." in _text(folder / name)
    assert page.validate_pdf(str(folder / name), profile="ua1").is_compliant


def test_worksheets_have_codes_below_their_panels_and_the_publisher_in_their_imprint(tmp_path: Path) -> None:
    whole = made(Project(BASE, "Kokemuksen ystävät", "palaute@example.org"))
    styled = replace(whole, press=replace(whole.press, styled=lambda _: whole))
    for one in (one for one in Worksheet().publish(styled) if isinstance(one, Artifact)):
        file = tmp_path / one.path
        file.write_bytes(one.render())
        assert page.validate_pdf(str(file), profile="ua1").is_compliant
        assert "Julkaisija: Kokemuksen ystävät." in _text(file)
        if "key" not in one.path:
            read = [[code.text for code in zxingcpp.read_barcodes(image)] for image in _pages(file)]
            found = [texts for texts in read if texts]
            assert found == [[f"{BASE}fi/sovitaan/#aloitus"], [f"{BASE}fi/sovitaan/#jatkaa"]]
            assert _text(file).count("example.org/sarjakuvat/fi/sovitaan/") == 2


def test_cards_lead_to_the_panels_that_they_mean_where_they_have_room(tmp_path: Path) -> None:
    whole = made(Project(BASE, "Kokemuksen ystävät", "palaute@example.org"))
    (artifact,) = Cards().publish(whole)
    file = tmp_path / artifact.path
    file.write_bytes(artifact.render())
    assert page.validate_pdf(str(file), profile="ua1").is_compliant
    read = [code.text for image in _pages(file) for code in zxingcpp.read_barcodes(image)]
    cards = cards_of(whole, matter_of(whole))
    meant = {panel.number: panel.id for panel in whole.story.panels}
    assert read and set(read) == {f"{BASE}fi/sovitaan/#{meant[one.panel]}" for one in cards if one.panel}
    assert len(read) == _text(file).replace(" ", "").count("example.org/sarjakuvat/fi/sovitaan/")
    assert "Julkaisija: Kokemuksen ystävät." in _text(file)


def test_without_an_address_nothing_of_it_is_printed(tmp_path: Path) -> None:
    _write(edition(told(Project("", "Kokemuksen ystävät", ""))), tmp_path)
    assert "example.org/" not in _text(tmp_path / READING[0]).replace("https://example.org/ohje", "")
    sheets = [image for name in ("guide-a4.pdf", READING[1]) for image in _pages(tmp_path / name)]
    assert not [code for image in sheets for code in zxingcpp.read_barcodes(image)]


def test_the_imprint_says_who_publishes_and_wants_feedback(folder: Path) -> None:
    said = _text(folder / READING[1])
    assert "Julkaisija: Kokemuksen ystävät." in said
    assert "Anna palautetta: palaute@example.org" in said


def test_the_address_names_language_and_story() -> None:
    swedish = replace(told(Project(BASE)), id="pöytä", lang="sv")
    assert matter_of(edition(swedish)).address == f"{BASE}sv/p%C3%B6yt%C3%A4/"
    assert matter_of(edition(told(Project()))).address == ""


@cache
def on_the_web(script: str) -> Edition:
    """A story of ours whose project has an address."""
    whole = handed_out(script)
    tale = replace(whole.story, reference=replace(whole.story.reference, project=Project(BASE)))
    return replace(whole, story=tale)


def _read(pdf: bytes, folder: Path) -> list[list[str]]:
    """What a telephone reads on each page, from the upper left."""
    (folder / "sheet.pdf").write_bytes(pdf)
    found = [zxingcpp.read_barcodes(image) for image in _pages(folder / "sheet.pdf")]
    return [[one.text for one in sorted(codes, key=lambda one: one.position.top_left.x)] for codes in found]


def _sheets(output: type, script: str) -> dict[str, bytes]:
    return {one.path: one.render() for one in output().publish(on_the_web(script)) if isinstance(one, Artifact)}


STORY = "04-bussi-puuttuu"
HERE = f"{BASE}fi/{STORY}/"


def _firsts(format: Format) -> set[str]:
    """The addresses of the first panel of each page up to the first choice."""
    pages = beginning(on_the_web(STORY), format, 6).pages.pages
    return {f"{HERE}#{page.panes[0].panel.id}" for page in pages}


def test_a_poster_leads_to_its_first_panel(tmp_path: Path) -> None:
    made = _sheets(Poster, STORY)
    first = f"{HERE}#{on_the_web(STORY).story.panels[0].id}"
    assert _read(made["poster-a3.pdf"], tmp_path) == [[first]]
    assert _read(made["poster-a4-print.pdf"], tmp_path) == [[], [first]]
    (tmp_path / "poster-a3.pdf").write_bytes(made["poster-a3.pdf"])
    assert f"Koko tarina: {HERE.removeprefix('https://')}" in _text(tmp_path / "poster-a3.pdf")
    with pikepdf.open(tmp_path / "poster-a3.pdf") as pdf:
        assert [str(link) for link in _links(pdf.pages[0])] == [first]
    assert page.validate_pdf(str(tmp_path / "poster-a3.pdf"), profile="ua1").is_compliant


@pytest.mark.parametrize(
    ("output", "name", "format"),
    [(Zine, "zine-a4-print.pdf", ZINE), (Leporello, "leporello-a4-print.pdf", LEPORELLO)],
)
def test_each_page_of_a_folded_sheet_leads_to_its_panel(
    tmp_path: Path, output: type, name: str, format: Format
) -> None:
    made = _sheets(output, STORY)[name]
    read = [text for side in _read(made, tmp_path) for text in side]
    assert set(read) == _firsts(with_code(format, SMALL_CODE_FOOT)) and len(read) == len(set(read))
    told = _text(tmp_path / "sheet.pdf")
    assert told.replace(" ", "").count(HERE.removeprefix("https://")) == len(read)
    assert not re.search(r"Bussi( \w+)* ?…", told)  # beside a code, all of the title or none of it


def test_each_comic_page_of_the_book_of_all_stories_leads_to_its_panel(tmp_path: Path) -> None:
    tales = [made(Project(BASE), id) for id in ("yksi", "kaksi")]
    parts = [Chapter(one.story.id, "fi", story_in_book(one).written()) for one in tales]
    book = next(one for one in WholeSeries().gather(parts) if one.path == "fi/book-a5.pdf").render()
    pages = _read(book, tmp_path)
    read = [text for on_page in pages for text in on_page]
    assert read == [f"{BASE}fi/{id}/#{panel}" for id in ("yksi", "kaksi") for panel in ("aloitus", "jatkaa")]
    assert page.validate_pdf(str(tmp_path / "sheet.pdf"), profile="ua1").is_compliant
    with_code = [number for number, on_page in enumerate(pages, 1) if on_page]
    inside = {number: _sides(tmp_path / "sheet.pdf", number) for number in with_code}
    assert {(number % 2, side) for number, side in inside.items()} == {(0, "right"), (1, "left")}


def _sides(file: Path, number: int) -> str:
    """At which edge of a page its address stands."""
    command = ["pdftotext", "-bbox", "-f", str(number), "-l", str(number), str(file), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    left, right = re.findall(r'xMin="([\d.]+)".*xMax="([\d.]+)".*>example\.org/', boxes)[0]
    return "right" if float(left) > A5.width - float(right) else "left"


def test_only_pages_with_panels_get_a_higher_foot() -> None:
    higher = with_code(edition().a5.format)
    assert (higher.foot, higher.lower_foot) == (CODE_FOOT, edition().a5.format.foot)
