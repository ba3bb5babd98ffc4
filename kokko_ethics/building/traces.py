"""Traces: every file of an output folder that holds a story, as the manifests of its builds tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kokko_ethics.building.findings import FOLDER, notes_beside, series_standing_beside, standing_beside
from kokko_ethics.building.manifest import Manifest, load
from kokko_ethics.workspace import CHAPTERS, remove_quietly


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a story is: the files of its own, those of series that it is in with others, the manifests that say so with
    the notes on how it was lettered and what is kept standing of it, and how many files a build wrote that are not
    where it put them."""

    own: tuple[Path, ...]
    shared: tuple[Path, ...]
    manifests: tuple[Path, ...]
    gone: int

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that hold the story."""
        return (*self.own, *self.shared)


def traces_of(stories: Collection[str], words: str, out: Path) -> Traces:
    """Everything that builds into ``out`` have made of a story, in all styles and languages.

    ``stories`` are the ids under which it is known, in any letter case; ``words`` is the fingerprint of its words,
    which finds what was built of it under others.
    """
    known = {story.casefold() for story in stories}
    told = {path: manifest for path in _manifests(out) if (manifest := load(path))}
    mine = {
        path: manifest
        for path, manifest in told.items()
        if _parts(manifest)[0].casefold() in known or (words and words == manifest.words)
    }
    series = {name for manifest in mine.values() for name in _series(manifest)}
    gathered = {path: manifest for path, manifest in told.items() if path.name in series}
    own, shared = dict.fromkeys(_files(out, mine)), dict.fromkeys(_files(out, gathered))
    there = {path for path in (*own, *shared) if path.is_file()}
    return Traces(
        tuple(path for path in own if path in there),
        tuple(path for path in shared if path in there),
        (*mine, *gathered, *_kept(mine, gathered)),
        len({*own, *shared} - there),
    )


def remove(traces: Traces, out: Path) -> None:
    """Remove all files of ``traces``, the folders that become empty, and the manifests.

    Raises:
        OSError: if one can't be removed; those before it are gone.
    """
    for path in (*traces.files, *traces.manifests):
        remove_quietly(path, out)


def _manifests(out: Path) -> list[Path]:
    kept = out / ".kokko"
    return sorted((*kept.glob("*.json"), *(kept / FOLDER).glob("*.json")))


def _kept(mine: Iterable[Path], gathered: Iterable[Path]) -> Iterator[Path]:
    """What is kept for the next build, beside these manifests of the story and of the series that it is in."""
    findings = [path for path in mine if path.parent.name == FOLDER]
    yield from map(notes_beside, findings)
    for folder in (*map(standing_beside, findings), *map(series_standing_beside, gathered)):
        yield from sorted(folder.glob("*"))


def _parts(manifest: Manifest) -> list[str]:
    """The story, the language and, unless it is the usual one, the style."""
    return manifest.folder.split("/")


def _series(manifest: Manifest) -> Iterator[str]:
    """The names of the manifests of what gathers a story with others."""
    style = "".join(f".{part}" for part in _parts(manifest)[2:])
    for one in manifest.outputs.values():
        for file in one.files:
            if file.path.startswith(CHAPTERS):
                yield f"series@{file.path.removeprefix(CHAPTERS)}{style}.json"


def _files(out: Path, told: dict[Path, Manifest]) -> Iterator[Path]:
    for manifest in told.values():
        for one in manifest.outputs.values():
            for file in one.files:
                yield out / manifest.folder / file.path
