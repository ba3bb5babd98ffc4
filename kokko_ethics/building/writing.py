"""Writing: what is due is put in its place; what no longer belongs is taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kokko_ethics.building.manifest import Manifest, Written, is_still_there
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.workspace import remove_quietly, stays_inside, write_atomically


def still_good(
    out: Path, folder: str, artifacts: Iterable[Artifact], before: Manifest | None, house: str
) -> dict[str, Written]:
    """The files of ``artifacts`` that an earlier build wrote below ``out/folder`` and that may stay as they are.

    Raises:
        ValueError: if an output wants to write outside of that folder.
    """
    wanted = tuple(artifacts)
    for artifact in wanted:
        if not stays_inside(artifact.path):
            raise ValueError(f"an output wants to write outside its folder: {artifact.path}")
    if before is None or before.folder != folder:
        return {}
    old = {file.path: file for one in before.outputs.values() if one.house == house for file in one.files}
    found = ((old.get(artifact.path), artifact.key) for artifact in wanted)
    return {file.path: file for file, key in found if file and file.key == key and is_still_there(out / folder, file)}


def due_among(artifacts: Iterable[Artifact], kept: dict[str, Written]) -> list[Artifact]:
    """Those that have to be rendered and written, each path once."""
    return list({each.path: each for each in artifacts if each.path not in kept}.values())


def write(
    out: Path, folder: str, due: Iterable[Artifact], ready: Mapping[tuple[str, str], bytes], manifest: Path
) -> dict[str, Written]:
    """Write what is due, all of which is ``ready`` rendered: a fault in one picture leaves the old files as they were.

    The manifest goes before the first file is replaced, so that a build that is cut short is done again.
    """
    manifest.unlink(missing_ok=True)
    made = {}
    for artifact in due:
        data = ready[artifact.path, artifact.key]
        write_atomically(out / folder / artifact.path, data)
        made[artifact.path] = Written(artifact.path, artifact.key, len(data))
    return made


def tidy(out: Path, before: Manifest | None, after: Manifest) -> None:
    """Take away the files that the build before wrote and this one doesn't have; never any other file."""
    if before is None:
        return
    stay = {out / after.folder / file.path for one in after.outputs.values() for file in one.files}
    for one in before.outputs.values():
        for file in one.files:
            path = out / before.folder / file.path
            if path not in stay:
                remove_quietly(path, out)
