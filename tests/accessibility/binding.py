"""Binding: the reading PDFs of a story in one language, of every kind that there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from vera import is_for_reading

from kokko_ethics.compiler import compile_story
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition
from kokko_ethics.outputs import names_for, outputs_named
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.script.reading import read_source
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import catalogue_path, panels_folder, script_id

SCRIPTS = Path(__file__).parents[2] / "scripts"


def reading_pdfs(edition: Edition, folder: Path) -> Iterator[Path]:
    """Write all reading PDFs of ``edition`` into ``folder``."""
    for output in outputs_named(names_for("all")):
        for one in output.publish(edition):
            if isinstance(one, Artifact) and is_for_reading(one.path):
                path = folder / one.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(one.render())
                yield path


def edition_of(script: Path, lang: str) -> Edition:
    """A script of ours in a language: its own or that of a translation beside it."""
    source = read_source(script, str(script))
    assert not isinstance(source, Diagnostic)
    catalogue = catalogue_of(script, lang) if catalogue_path(script, lang).exists() else None
    assert not isinstance(catalogue, Diagnostic)
    edition = compile_story(source, script_id(script), panels=panels_folder(), catalogue=catalogue).edition
    assert edition and edition.story.lang == lang
    return edition
