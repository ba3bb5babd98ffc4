"""Standing: what was once drawn or counted is kept, as printers keep type standing for a reprint.

An entry is a file of its own, named by a hash of the house and of all that it depends on, so that a build makes the
same bytes with it and without. Processes that are forked meanwhile read and write entries as well.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from kokko_ethics.workspace import sealed, unsealed, write_atomically

ROOM = 24_000_000
"""Bytes that are kept about one script: a story in all of its styles, or some versions of it in one."""
_PACKING = 1
"""How hard zlib packs: harder takes longer and wins a twentieth."""


@dataclass(frozen=True, slots=True)
class _Store:
    """The folder that entries lie in, and the house that makes them."""

    folder: Path
    house: str


_open: ContextVar[_Store | None] = ContextVar("standing", default=None)


@contextmanager
def standing_in(folder: Path, house: str) -> Iterator[None]:
    """Whatever is made inside by :func:`standing` is looked up in ``folder``, and kept there for this ``house``. At the
    end, what was not used for longest is taken away."""
    token = _open.set(_Store(folder, house))
    try:
        yield
    finally:
        _open.reset(token)
        _clear_away(folder)


def standing(kind: str, of: str, make: Callable[[], bytes]) -> bytes:
    """What ``make`` makes, or made when it was last asked for by the same house; ``of`` tells all that it depends on.

    Where no folder is open, or it can't be written, nothing is kept.
    """
    store = _open.get()
    if store is None:
        return make()
    path = store.folder / _name(store.house, kind, of)
    with suppress(OSError):
        kept = unsealed(path.read_bytes())
        if kept is not None:
            os.utime(path)  # those that are used are kept longest
            return zlib.decompress(kept)
    made = make()
    with suppress(OSError):
        write_atomically(path, sealed(zlib.compress(made, _PACKING)))
    return made


def _clear_away(folder: Path) -> None:
    room = ROOM
    with suppress(OSError):
        entries = [(path.stat(), path) for path in folder.iterdir()]
        for stat, path in sorted(entries, key=lambda entry: -entry[0].st_mtime_ns):
            room -= stat.st_size
            if room < 0 or path.suffix:  # what is half written bears a suffix: it was left by a build cut short
                path.unlink(missing_ok=True)


def _name(house: str, kind: str, of: str) -> str:
    parts = (part.encode("utf-8", "surrogatepass") for part in (house, kind, of))
    return hashlib.sha256(b"".join(b"%d:%b" % (len(part), part) for part in parts)).hexdigest()
