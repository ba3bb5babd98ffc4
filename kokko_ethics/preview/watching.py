"""Watching: notices that something was saved of which a proof is made.

The system tells at once where it can. Network drives tell nothing, so once a second somebody looks; that also finds
folders that were taken away and came back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from watchfiles import watch

from kokko_ethics.consent import NAME, consent_path
from kokko_ethics.preview.model import Entry
from kokko_ethics.reference.places import WORKS, in_use
from kokko_ethics.workspace import SCRIPTS, catalogue_path, panels_folder

_QUIET = 10
"""Milliseconds without a change after which a save is over: editors write a file in several steps."""
_PATIENCE = 100
"""Milliseconds that we wait for quiet at most."""
_LOOK = 1000
"""Milliseconds after which somebody looks, though nothing was told."""
_WORDS = 1_000_000
"""Bytes of a text file that is compared by what is in it."""

State = tuple[object, ...]
"""How files are: equal as long as none has changed."""


def state_of(entry: Entry, pictures: tuple[Path, ...]) -> State:
    """How all files are that a proof of ``entry`` is made of. Those that authors write are compared by their words:
    some drives count time in steps of two seconds."""
    script = entry.script
    catalogue = (catalogue_path(script, entry.lang),) if entry.lang else ()
    lists = dict.fromkeys((consent_path(script), SCRIPTS.resolve() / NAME))
    works = (in_use(work, script.parent) for work in WORKS)
    cast = sorted((panels_folder() / "cast").glob("*.yaml"))
    return (*map(_words, (script, *catalogue)), *map(_stamp, (*lists, *works, *pictures, *cast)))


def folders_of(entry: Entry, pictures: tuple[Path, ...]) -> frozenset[Path]:
    """The folders in which something may change that a proof of ``entry`` is made of."""
    script = entry.script
    around = (script.parent, script.resolve().parent, SCRIPTS, *(path.parent for path in pictures))
    return frozenset(folder for folder in around if folder.is_dir())


def wakes(folders: Callable[[], frozenset[Path]], stop: Event) -> Iterator[None]:
    """Yields whenever something may have changed in ``folders``, until ``stop`` is set."""
    while not stop.is_set():
        watched = folders()
        try:
            for _ in watch(
                *sorted(watched), watch_filter=None, debounce=_PATIENCE, step=_QUIET, stop_event=stop,
                rust_timeout=_LOOK, yield_on_timeout=True, raise_interrupt=False, recursive=False,
            ):  # fmt: skip
                yield
                if folders() != watched:
                    break
        except (OSError, RuntimeError):  # a folder is gone, or the system watches nothing more: look for ourselves
            stop.wait(_LOOK / 1000)
            yield


def _stamp(path: Path) -> State:
    try:
        found = path.stat()
    except OSError:
        return (str(path), None)
    return (str(path), found.st_mtime_ns, found.st_size, found.st_ino)


def _words(path: Path) -> State:
    try:
        if path.is_file() and path.stat().st_size <= _WORDS:
            return (str(path), hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    except OSError:
        return (str(path), None)
    return _stamp(path)
