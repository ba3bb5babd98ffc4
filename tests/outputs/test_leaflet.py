"""Leaflets: one sheet that folds, or hangs on a wall; large enough to read, and nothing falls off the paper."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest
from outputs.measured import type_sizes

from kokko_ethics.compiler import compile_story
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.leaflet import Leporello, Poster, Zine
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

SCRIPTS = Path(__file__).parents[2] / "scripts"
SHORT, LONG = "04-bussi-puuttuu", "09-pulla-ja-palkkio"


@cache
def edition(name: str) -> Edition:
    path = SCRIPTS / f"{name}.md"
    made = compile_story(Source.of(path.read_text(encoding="utf-8"), str(path)), name, panels=panels_folder()).edition
    assert made
    return made


@cache
def files(output: type, name: str = SHORT) -> dict[str, bytes]:
    return {one.path: one.render() for one in output().publish(edition(name)) if isinstance(one, Artifact)}


def pages(pdf: bytes) -> int:
    return len(pikepdf.open(io.BytesIO(pdf)).pages)


def words(pdf: bytes) -> list[tuple[float, float, str]]:
    """Every word with the place of its upper left corner, in points from the sheet's upper left."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)<', run.stdout.decode())
    return [(float(x), float(y), word) for x, y, word in found]


@pytest.mark.parametrize(
    ("output", "sheets"),
    [
        (Zine, {"zine-a4-print.pdf": 1}),
        (Leporello, {"leporello-a4-print.pdf": 2}),
        (Poster, {"poster-a3.pdf": 1, "poster-a4-print.pdf": 2}),
    ],
)
def test_nothing_runs_over_onto_another_sheet(output: type, sheets: dict[str, int]) -> None:
    assert {name: pages(pdf) for name, pdf in files(output).items()} == sheets


@pytest.mark.parametrize(
    ("output", "lettering", "least"), [(Zine, 10.5, 9.0), (Leporello, 11.0, 9.0), (Poster, 24.0, 11.0)]
)
def test_type_is_large_enough(output: type, lettering: float, least: float) -> None:
    """Feet, credits and panel numbers are the only small words."""
    sizes = {size for pdf in files(output).values() for on_page in type_sizes(pdf) for size in on_page}
    assert min(sizes) >= least
    assert {size for size in sizes if size < lettering} <= {9.0, 11.0, 16.0}


def test_a_poster_is_accessible_and_says_its_principle(tmp_path: Path) -> None:
    path = tmp_path / "poster.pdf"
    path.write_bytes(files(Poster)["poster-a3.pdf"])
    assert page.validate_pdf(str(path), profile="ua1").is_compliant
    said = " ".join(word for _, _, word in words(path.read_bytes()))
    assert "Me kuuntelemme, mitä toinen tietää, ja kerromme, mistä oma tietomme tulee." in said
    assert "Tämä on hankkeen oma luonnos." in said


def test_the_two_halves_of_a_poster_hold_all_its_words() -> None:
    whole, halves = (files(Poster)[name] for name in ("poster-a3.pdf", "poster-a4-print.pdf"))
    assert {word for _, _, word in words(whole)} <= {word for _, _, word in words(halves)}


def test_a_zine_reads_in_order_when_it_is_folded() -> None:
    """Page numbers and titles stand where the folds put them: 5 4 3 2 above, on their heads; 6 7 8 1 below."""
    placed = words(files(Zine)["zine-a4-print.pdf"])
    low, high = 595.3 - 35, 35.0
    feet = {(word, int(x // (841.89 / 4)), y < 297.6) for x, y, word in placed if y < high or y > low}
    assert {("5", 0, True), ("4", 1, True), ("3", 2, True), ("2", 3, True), ("6", 0, False), ("7", 1, False)} <= feet


def test_a_long_beginning_is_said_and_the_rest_is_made() -> None:
    told = [one.code for one in Zine().publish(edition(LONG)) if isinstance(one, Diagnostic)]
    assert "too-long-for-sheet" in told
    assert not files(Zine, LONG) and files(Leporello, LONG)


def test_sheets_name_the_file_that_everybody_can_read() -> None:
    sheet = pikepdf.open(io.BytesIO(files(Zine)["zine-a4-print.pdf"]))
    assert "booklet-a5.pdf" in str(sheet.docinfo["/Title"])
