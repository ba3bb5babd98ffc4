"""Sixty hostile texts on paper and on slides: words in the files, never scripts, actions or addresses of their own."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from handed_out import words
from hostile import HOSTILE, project
from lxml import etree
from pptx import Presentation

sys.path.insert(0, str(Path(__file__).parents[1] / "accessibility"))

from binding import chapters_of, edition_of

from kokko_ethics.edition import Edition
from kokko_ethics.outputs import outputs_named, series_named
from kokko_ethics.outputs.protocol import Artifact

ACTIVE = ("/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/SubmitForm", "/EmbeddedFiles", "/RichMedia", "/XFA")
"""What makes a PDF do something."""
ON_THE_WEB = ("https://", "http://", "mailto:")
KINDS = {"pdf": "handout-a4.pdf", "guide": "guide-a4.pdf", "series": ""}
"""Outputs, and which of their files is looked at where there are several."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(project(tmp_path_factory.mktemp("hostile"), short=True), "en")


def made(edition: Edition, kind: str, file: str = "") -> bytes:
    if kind == "series":
        publishing = series_named(kind).gather([chapters_of(edition)[kind]])
    else:
        publishing = outputs_named([kind])[0].publish(edition)
    return next(one.render() for one in publishing if isinstance(one, Artifact) and one.path.endswith(file))


def addresses(pdf: bytes) -> Iterator[str]:
    """All addresses that a PDF leads to; whatever would do something is found on the way."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                assert [key for key in ACTIVE if key in one or one.get("/S") == key] == []
                action = one.get("/A")
                yield from [str(action["/URI"])] if action is not None and "/URI" in action else []


def unsaid(text: str) -> list[str]:
    """Those that are not there; where lines are broken, and with which hyphens, is no matter. What would turn the
    direction of writing about may do so within its own words."""
    there = bare(text)
    return [one for one in HOSTILE if "\u202e" not in one and bare(one) not in there]


def bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@pytest.mark.parametrize("kind", list(KINDS))
def test_pdfs_show_them_as_words_and_do_nothing(kind: str, told: Edition) -> None:
    pdf = made(told, kind, KINDS[kind])
    assert [one for one in addresses(pdf) if not one.startswith(ON_THE_WEB)] == []
    assert unsaid(words(pdf)) == []


def test_slides_show_them_as_words_and_lead_nowhere_with_them(told: Edition) -> None:
    data = made(told, "slides")
    slides = list(Presentation(io.BytesIO(data)).slides)
    shapes = [shape for slide in slides for shape in slide.shapes]
    assert unsaid("\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)) == []
    said = [slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide]
    assert [one for one in HOSTILE if one.split("\t")[0] not in "\n".join(said)] == []
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        relations = [etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith(".rels")]
        kinds = {Path(name).suffix for name in file.namelist()}
    outside = [one.get("Target") for tree in relations for one in tree if one.get("TargetMode") == "External"]
    assert [one for one in outside if not one.startswith(ON_THE_WEB)] == []
    assert kinds <= {"", ".xml", ".rels", ".png", ".jpeg", ".bin"}
