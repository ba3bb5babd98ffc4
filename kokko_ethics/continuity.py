"""Continuity: notes about every scene that was lettered, which take was kept and where its words stood, so that the
next build need not search again.

Searching for places is most of a letterer's work. A note names a scene by a hash of all that decides its lettering and
holds for one version of the house, so that a panel looks as it would without. There are no words in notes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from kokko_ethics.lettering.model import Placed
from kokko_ethics.workspace import sealed, unsealed, write_atomically

_FORMAT = 2
_KEPT = 600
"""Notes that are kept about one script: those of all that is made of it, some versions back."""


@dataclass(frozen=True, slots=True)
class Note:
    """The number of the take that was kept, and where the letterer placed what is said in it."""

    take: int
    placed: tuple[Placed, ...]


class Notes:
    """The notes about one script, in a file."""

    def __init__(self, path: Path, house: str) -> None:
        self._path, self._house = path, house
        self._notes = _read(path, house)
        self._fresh = False

    def about(self, scene: str) -> Note | None:
        """The note about a scene; those that are read are kept longest."""
        note = self._notes.pop(scene, None)
        if note:
            self._notes[scene] = note
        return note

    def add(self, scene: str, note: Note) -> None:
        """Note how a scene was lettered."""
        self._notes[scene], self._fresh = note, True

    def save(self) -> None:
        """Write the file, where there is anything new. Where it can't be written, nothing is kept."""
        if not self._fresh:
            return
        kept = list(self._notes.items())[-_KEPT:]
        data = {"format": _FORMAT, "house": self._house, "notes": {scene: astuple(note) for scene, note in kept}}
        try:
            write_atomically(self._path, sealed(json.dumps(data, separators=(",", ":")).encode()))
        except OSError:
            return


_open: ContextVar[Notes | None] = ContextVar("notes", default=None)


@contextmanager
def notes_in(path: Path, house: str) -> Iterator[None]:
    """Whatever is lettered inside is looked up in the notes at ``path``, made by this ``house``, and noted there."""
    notes = Notes(path, house)
    token = _open.set(notes)
    try:
        yield
    finally:
        _open.reset(token)
    notes.save()


def noted(scene: object) -> Note | None:
    """The note about a scene, if notes are taken and there is one. ``scene`` tells all that it depends on by its
    representation."""
    notes = _open.get()
    return notes.about(_name(scene)) if notes else None


def note(scene: object, take: int, placed: tuple[Placed, ...]) -> None:
    """Note how a scene was lettered, if notes are taken."""
    if notes := _open.get():
        notes.add(_name(scene), Note(take, placed))


def _name(scene: object) -> str:
    return hashlib.sha256(repr(scene).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _read(path: Path, house: str) -> dict[str, Note]:
    """The notes at ``path``; none where they are damaged, or another house's."""
    try:
        data = json.loads(unsealed(path.read_bytes()) or b"")
        if (data["format"], data["house"]) != (_FORMAT, house):
            return {}
        return {
            str(scene): Note(int(take), tuple(map(_placed, placed))) for scene, (take, placed) in data["notes"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _placed(written: Any) -> Placed:
    *box, shape, tails = written
    x, y, w, h = map(float, box)
    return Placed(x, y, w, h, int(shape), tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in tails))
