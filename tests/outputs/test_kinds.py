"""Editions for certain readers: large print is never small anywhere, easy language says the easy lines."""

from __future__ import annotations

import io
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
from kokko_ethics.outputs.pdf import Easy, LargePrint, Pdf
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

SCRIPT = Path(__file__).parents[2] / "scripts" / "01-nimilappu.md"


@cache
def edition(text: str = "") -> Edition:
    source = Source.of(text or SCRIPT.read_text(encoding="utf-8"), str(SCRIPT))
    made = compile_story(source, "nimilappu", panels=panels_folder()).edition
    assert made
    return made


@cache
def files(output: type) -> dict[str, bytes]:
    return {one.path: one.render() for one in output().publish(edition()) if isinstance(one, Artifact)}


def text_of(pdf: bytes) -> str:
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


@pytest.mark.parametrize(
    ("output", "name", "lettering", "least"),
    [
        (LargePrint, "large-print-a4.pdf", 16.0, 14.0),
        (Easy, "easy-a5.pdf", 11.0, 9.0),
        (Pdf, "booklet-a5.pdf", 11.0, 9.0),
        (Pdf, "handout-a4.pdf", 11.0, 9.0),
    ],
)
def test_type_is_as_large_as_its_readers_need(output: type, name: str, lettering: float, least: float) -> None:
    """Feet, draft notes and panel numbers may be small, but never below ``least``; all else keeps ``lettering``."""
    sizes = type_sizes(files(output)[name])
    small = {size for on_page in sizes for size in on_page if size < lettering}
    assert all(size >= least for on_page in sizes for size in on_page)
    assert small <= {9.0, 9.5, 14.0, 10.0}


def test_a_small_letter_would_be_found() -> None:
    assert min(min(on_page) for on_page in type_sizes(files(Pdf)["booklet-a5.pdf"])) < 11


@pytest.mark.parametrize(("output", "name"), [(LargePrint, "large-print-a4.pdf"), (Easy, "easy-a5.pdf")])
def test_they_are_as_accessible_as_the_others(output: type, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(files(output)[name])
    assert page.validate_pdf(str(path), profile="ua1").is_compliant


def test_large_print_has_more_pages_not_smaller_letters() -> None:
    large, usual = files(LargePrint)["large-print-a4.pdf"], files(Pdf)["handout-a4.pdf"]
    assert len(pikepdf.open(io.BytesIO(large)).pages) > len(pikepdf.open(io.BytesIO(usual)).pages)


def test_the_easy_booklet_says_the_easy_lines() -> None:
    said = " ".join(text_of(files(Easy)["easy-a5.pdf"]).split())
    assert "Ryhmä yrittää" in said and "Kehittämisryhmä kokoontuu" not in said


def test_a_script_without_easy_lines_is_told_so() -> None:
    text = "\n".join(line for line in SCRIPT.read_text(encoding="utf-8").splitlines() if not line.startswith("~"))
    (told,) = Easy().publish(edition(text))
    assert isinstance(told, Diagnostic) and told.code == "no-easy-lines"
