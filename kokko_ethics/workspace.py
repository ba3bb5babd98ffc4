"""Workspace: where things lie on disk, and how files are written so that nothing is ever half there."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from functools import cache
from pathlib import Path, PurePosixPath

SCRIPTS = Path("scripts")
"""Where authors keep their stories, below the folder in which ``kokko`` runs."""
OUTPUT = Path("output")
"""Where everything that is made of them goes, unless somebody names another folder."""
CHAPTERS = ".kokko/"
"""What a story leaves behind for a book or a site of many lies there, in the story's folder of output, hidden."""
OWN_PACKS = Path("panels") / "packs"
"""Where a project keeps art packs of its own."""
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""A language as the names of files and options give it: ``sv``, ``zh-Hant``."""
LANGUAGE_MARKS = (".fi", ".sv", ".en")
"""A translation may lie beside the story as ``name.sv.md``: the same story, another language."""


@cache
def panels_folder() -> Path:
    """The folder that panels are drawn from: inside an installed wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / "panels"
    return inside if inside.is_dir() else package.parent / "panels"


@cache
def scripts_folder() -> Path:
    """The folder of the reference works that come with the house, beside our own scripts in a checkout."""
    package = Path(__file__).parent
    inside = package / "scripts"
    return inside if inside.is_dir() else package.parent / "scripts"


class FontMissing(LookupError):
    """A font that came with the house is not where it belongs; its words are the path."""


def font_path(file: str) -> Path:
    """Where one of the house's fonts lies.

    Raises:
        FontMissing: if it isn't there.
    """
    path = panels_folder() / "fonts" / file
    if not path.is_file():
        raise FontMissing(str(path))
    return path


def script_id(path: Path) -> str:
    """The name of a story's folder: its file's name without the ending and the mark of its language."""
    stem = unicodedata.normalize("NFC", path.stem)
    for mark in LANGUAGE_MARKS:
        stem = stem.removesuffix(mark)
    return re.sub(r"[^\w.-]+", "-", stem).strip(".-") or "script"


def catalogue_path(script: Path, lang: str) -> Path:
    """Where the translation of a script into ``lang`` lies: ``name.sv.po`` beside ``name.md``."""
    return script.with_name(f"{script.stem}.{lang}.po")


def languages_beside(script: Path) -> tuple[str, ...]:
    """The languages into which a script is translated, by the names of the files beside it, in order."""
    begin = f"{script.stem}."
    names = (path.name[len(begin) : -len(".po")] for path in script.parent.glob("*.po") if path.name.startswith(begin))
    return tuple(sorted(name for name in names if LANGUAGE_TAG.fullmatch(name)))


def slug(name: str) -> str:
    """``name`` as a file's name: small letters without accents, digits and hyphens; empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def language_folder(lang: str) -> str:
    """The folder for a language: its tag if it is one, so that no script can name a path; else ``und``."""
    return lang if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", lang) else "und"


def stays_inside(path: str) -> bool:
    """Whether ``path``, as an output gave it, is a plain relative path that never leaves its folder."""
    pure = PurePosixPath(path)
    usual = path and not pure.is_absolute() and "\\" not in path and ":" not in path
    return bool(usual) and all(part not in ("..", ".") for part in path.split("/"))


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` so that readers see the old file or the new one, whole, and nothing else.

    Raises:
        OSError: if the file can't be written; the old one is then still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def sealed(data: bytes) -> bytes:
    """``data`` behind its checksum, for files that only we write: :func:`unsealed` sees whether they were damaged."""
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def unsealed(written: bytes) -> bytes | None:
    """What was :func:`sealed`; None where that is damaged in any way."""
    seal, _, data = written.partition(b"\n")
    return data if seal == hashlib.sha256(data).hexdigest().encode() else None


def remove_quietly(path: Path, upto: Path) -> None:
    """Remove a file that we once wrote, and the folders above it that become empty, as far as ``upto``."""
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != upto and upto in folder.parents:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
