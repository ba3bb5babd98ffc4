"""PDF: accessible by the standard, read in the right order, whole sheets, the same bytes every time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page
import pikepdf
import pytest
from made_edition import HOSTILE, edition, story

from kokko_ethics.outputs import outputs_named, usual_names
from kokko_ethics.outputs.fonts import font_at
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.tagged_pdf import tagged_pdf

pytestmark = pytest.mark.slow

READING = ["handout-a4.pdf", "booklet-a5.pdf"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    for artifact in Pdf().publish(edition()):
        (folder / artifact.path).write_bytes(artifact.render())
    return folder


@pytest.mark.parametrize("name", READING)
def test_reading_files_pass_pdf_ua(folder: Path, name: str) -> None:
    report = page.validate_pdf(str(folder / name), profile="ua1")
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("name", READING)
def test_text_comes_in_reading_order(folder: Path, name: str) -> None:
    said = _text(folder / name)
    words = [
        "Sovitaan yhdessä", "Päätämme yhdessä", "luonnos", "Kenen se on?", "Mainitaan väsymys.",
        "Aino, kokemusasiantuntija", "Maanantai", "valmiin suunnitelman!", "Ilman minua?", "Aloitetaan alusta.",
        "Sopii.",
        "lopuksi kysymme.", "Tömps!", "Pohdittavaksi", "Milloin suunnitelma", "Ammattilaiselle", "Lähteet", "Hallamaa",
        "Tekijät ja lupa", "CC BY 4.0",
    ]  # fmt: skip
    places = [said.find(word) for word in words]
    assert -1 not in places, [word for word, place in zip(words, places, strict=True) if place < 0]
    assert places == sorted(places)


@pytest.mark.parametrize("name", READING)
def test_a_screen_reader_hears_the_scene_then_the_words_in_order(folder: Path, name: str) -> None:
    with pikepdf.open(folder / name) as pdf:
        heard = [str(element["/Alt"]) for element in _elements(pdf.Root.StructTreeRoot) if "/Alt" in element]
    assert heard[0] == (
        "Aino ja Samir istuvat pöydän ääressä. Kuva 1. "
        "Kertoja: Maanantai kello yhdeksän. Samir: Tein jo valmiin suunnitelman!"
    )
    assert ["Kuva 1" in heard[0], "Kuva 2" in heard[1], "Kuva 3" in heard[2], "Kuva 4" in heard[3]] == [True] * 4
    assert len(heard) == 4


@pytest.mark.parametrize("name", READING)
def test_every_font_is_embedded_and_the_file_says_its_title_and_language(folder: Path, name: str) -> None:
    with pikepdf.open(folder / name) as pdf:
        fonts = [
            object
            for object in pdf.objects
            if isinstance(object, pikepdf.Dictionary) and object.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
        assert (str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)) == ("Sovitaan yhdessä", "fi")
        assert "/Outlines" in pdf.Root
        assert "/CreationDate" not in pdf.docinfo


def test_a_booklet_fills_its_sheets_and_the_imposed_one_is_half_as_long(folder: Path) -> None:
    with pikepdf.open(folder / "booklet-a5.pdf") as booklet, pikepdf.open(folder / "booklet-a5-print.pdf") as sheets:
        assert len(booklet.pages) % 4 == 0
        assert len(sheets.pages) * 2 == len(booklet.pages)
        assert [round(float(value)) for value in booklet.pages[0].mediabox[2:]] == [420, 595]
        assert [round(float(value)) for value in sheets.pages[0].mediabox[2:]] == [842, 595]


def test_print_names_the_panels_where_options_lead(folder: Path) -> None:
    said = _text(folder / "handout-a4.pdf")
    assert "Ruudun 2 jälkeen: Mitä Samir tekee?" in said
    assert ["Hän kysyy. → ruutu 3" in said, "Hän jatkaa. → ruutu 4" in said] == [True, True]
    assert "3 – sitten loppu" in said


def test_the_facilitators_notes_are_in_the_handout_only(folder: Path) -> None:
    handout, booklet = (_text(folder / name) for name in READING)
    assert [
        "Aloittakaa hitaasti." in handout,
        "Ohje (https://example.org/ohje)" in handout,
        "Ohjaajalle" in booklet,
    ] == [True, True, False]


def test_a_table_breaks_no_word_of_a_narrow_column(tmp_path: Path) -> None:
    long = "Jokainen valitsee hiljaa, ja sitten luetaan kaikki kolme jatkoa: mitä kukin sai, mitä kukin menetti? " * 2
    table = f"| Vaihe | Mitä tehdään | Minuutteja |\n|---|---|---|\n| Lukeminen | {long} | 45 |"
    told = replace(story(), facilitator=table)
    handout = next(one for one in Pdf().publish(edition(told)) if one.path == READING[0])
    (tmp_path / READING[0]).write_bytes(handout.render())
    words = _text(tmp_path / READING[0]).split()
    assert [word for word in ("Vaihe", "Lukeminen", "Minuutteja") if word not in words] == []


@pytest.mark.parametrize("words", ["No. Työ venyi käytävällä. Kaikki", "No. Waited in a corridor. Everyone"])
def test_a_stressed_word_keeps_its_space_before_it(tmp_path: Path, words: str) -> None:
    made = next(one for one in Pdf().publish(edition(story(said=words))) if one.path == "booklet-a5.pdf")
    (tmp_path / made.path).write_bytes(made.render())
    command = ["pdftotext", "-bbox", tmp_path / made.path, "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.findall(r'xMin="([\d.]+)".* xMax="([\d.]+)".*>(.+)</word>', boxes)
    before, after = words.split()[-2:]
    where = [word for _, _, word in found].index(before)
    assert found[where + 1][2] == after
    assert float(found[where + 1][0]) - float(found[where][1]) > 0.25 * 11


def test_hostile_and_unprintable_words_still_make_an_accessible_file(tmp_path: Path) -> None:
    for artifact in Pdf().publish(edition(story(title=f"{HOSTILE} \U0001f600\x07", said=f"{HOSTILE} \U0001f600"))):
        if artifact.path in READING:
            (tmp_path / artifact.path).write_bytes(artifact.render())
            report = page.validate_pdf(str(tmp_path / artifact.path), profile="ua1")
            assert report.is_compliant, str(report)


def test_other_processes_zones_and_hash_seeds_give_the_same_bytes(folder: Path) -> None:
    code = (
        "import hashlib; from made_edition import edition\n"
        "from kokko_ethics.outputs import outputs_named, usual_names\n"
        "for o in outputs_named(usual_names()):\n"
        "    for a in o.publish(edition()): print(a.path, a.key, hashlib.sha256(a.render()).hexdigest())"
    )
    here = str(Path(__file__).parent)
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": here, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    ]  # fmt: skip
    assert runs[0] == runs[1]
    here_too = [artifact.path for output in outputs_named(usual_names()) for artifact in output.publish(edition())]
    assert [line.split()[0] for line in runs[0].splitlines()] == here_too


def _text(file: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing: install poppler-utils")
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(element, pikepdf.Dictionary):
        yield element
        children = element.get("/K")
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            yield from _elements(child)


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/a.png", "a.png", "font:caption/41"])
def test_a_page_shows_no_picture_that_is_not_inside_of_it(address: str) -> None:
    with pytest.raises(RuntimeError, match="not be accessible"):
        tagged_pdf(f'<html lang="en"><title>t</title><img src="{address}" alt="a picture">', {})
    with pytest.raises(ValueError, match="no font"):
        font_at(address.replace("caption", "none"))
