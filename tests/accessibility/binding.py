"""Binding: the reading PDFs of a story in one language, and of many together, of every kind that there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vera import is_for_reading

from kokko_ethics.building.model import USUAL
from kokko_ethics.compiler import compile_story
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition
from kokko_ethics.outputs import names_for, outputs_named, series_among, series_named
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.script.reading import read_source
from kokko_ethics.styling import in_style
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import catalogue_path, panels_folder, script_id

SCRIPTS = Path(__file__).parents[2] / "scripts"


def reading_pdfs(edition: Edition, folder: Path) -> Iterator[Path]:
    """Write all reading PDFs of ``edition`` into ``folder``."""
    for output in outputs_named(names_for("all")):
        yield from _bound(output.publish(edition), folder)


def chapters_of(edition: Edition) -> dict[str, Chapter]:
    """What every series keeps of ``edition``, by the name of the series."""
    story, kept = edition.story, {}
    for name in series_among(names_for("all")):
        made = {one.path: one for one in series_named(name).publish(edition) if isinstance(one, Artifact)}
        kept[name] = Chapter(story.id, story.lang, made[chapter_path(name)].render())
    return kept


def series_pdfs(told: Sequence[dict[str, Chapter]], folder: Path) -> Iterator[Path]:
    """Write the reading PDFs of every series of these stories into ``folder``."""
    for name in series_among(names_for("all")):
        yield from _bound(series_named(name).gather([chapters[name] for chapters in told]), folder)


def _bound(made: Iterable[Artifact | Diagnostic], folder: Path) -> Iterator[Path]:
    for one in made:
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
    return in_style(edition, USUAL)  # as a build does: only then can an output ask for other styles
