"""Fingerprints: short names for content, so that a build can tell what changed. They never look at a clock."""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from kokko_ethics.workspace import OWN_PACKS, panels_folder


def fingerprint(parts: Iterable[bytes]) -> str:
    """The fingerprint of ``parts`` in this order; where one ends and the next begins counts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()[:32]


def house_fingerprint() -> str:
    """The fingerprint of what a picture depends on besides its script: our code, the art, the fonts, the libraries
    (Python and what packs our files among them), and the project's own art packs."""
    package = Path(__file__).parent.parent
    folders = [package] if package in panels_folder().parents else [package, panels_folder()]
    folders += [OWN_PACKS] if panels_folder() not in OWN_PACKS.resolve().parents else []
    return fingerprint([*(part for folder in folders for part in _contents(folder)), *_libraries(), *_ground()])


def _contents(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.parent.name != "__pycache__" and path.is_file():
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _libraries() -> list[bytes]:
    """Names and versions of everything installed beside click, read off the folders' names: that is fast."""
    beside = Path(click.__file__).parent.parent
    return sorted(path.name.encode() for path in beside.glob("*.dist-info"))


def _ground() -> list[bytes]:
    """The versions of what everything stands on, which no folder is named after."""
    return [sys.version.encode(), zlib.ZLIB_RUNTIME_VERSION.encode()]
