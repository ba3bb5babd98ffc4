"""What a trainer hands out, made from the scripts as they are: an edition, and the files of an output, in any style."""

from __future__ import annotations

import io
import subprocess
from functools import cache
from pathlib import Path

import pikepdf

from kokko_ethics.compiler import compile_story
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import Style
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.source import Source
from kokko_ethics.styling import in_style
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import panels_folder

SCRIPTS = Path(__file__).parents[2] / "scripts"


@cache
def edition(script: str, style: Style = "colour", lang: str = "", text: str = "") -> Edition:
    """The edition of a script, translated if ``lang`` is given; of ``text`` in its place if there is any."""
    path = SCRIPTS / f"{script}.md"
    source = Source.of(text or path.read_text(encoding="utf-8"), str(path))
    catalogue = catalogue_of(path, lang) if lang else None
    assert not isinstance(catalogue, Diagnostic)
    made = compile_story(source, script, panels=panels_folder(), catalogue=catalogue).edition
    assert made
    return in_style(made, style)


@cache
def files(output: type, script: str, style: Style = "colour", lang: str = "") -> dict[str, bytes]:
    """The files that an output makes of a script, by name."""
    made = output().publish(edition(script, style, lang))
    return {one.path: one.render() for one in made if isinstance(one, Artifact)}


def words(pdf: bytes) -> str:
    """All words of a file in reading order, on one line."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def pages(pdf: bytes) -> list[str]:
    """The words of every page, each on one line."""
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in run.stdout.decode().split("\f")[:-1]]


def alternatives(pdf: bytes) -> list[str]:
    """What a screen reader says in the place of each picture."""

    def found(element: pikepdf.Object) -> list[str]:
        if not isinstance(element, pikepdf.Dictionary):
            return []
        below = element.get("/K")
        inside = [text for one in (below if isinstance(below, pikepdf.Array) else [below]) for text in found(one)]
        return [str(element["/Alt"]), *inside] if "/Alt" in element else inside

    with pikepdf.open(io.BytesIO(pdf)) as file:
        return found(file.Root.StructTreeRoot)
