"""What an output is: the one file that a newcomer with a new format has to read.

An output turns an edition into files and decides no geometry: it only translates marks. It returns artifacts, it never
writes; the command line does. Register it under the entry-point group ``kokko_ethics.outputs``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kokko_ethics.workspace import CHAPTERS

if TYPE_CHECKING:  # what follows must be quick to load: a build with nothing to do sees it
    from kokko_ethics.diagnostics import Diagnostic
    from kokko_ethics.edition import Edition

AUDIENCES = ("trainer", "print-shop")
"""For whom ``kokko pack`` packs; an output says whom it is for in its ``audience``."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be: its path below the story's folder, a key that changes whenever its bytes would, how to make them.

    ``render`` is called only when the file is missing or was made from another key: an unchanged picture costs nothing.
    Artifacts with the same name in ``together`` share work, and are rendered one after the other in one process.
    """

    path: str
    key: str
    render: Callable[[], bytes]
    together: str = ""


class Output(Protocol):
    """A publisher of one kind of file.

    ``name`` is what ``--to`` and ``kokko outputs`` call it; ``about`` is one line in English. With ``usual = False`` it
    is made only where somebody asks for it. ``audience = ("trainer",)`` says who gets it with ``kokko pack``. (Of our
    own outputs, the list in ``outputs`` says both, and the ``folder`` of a series.)
    """

    name: str
    about: str

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """The files of ``edition``, and what there is to say where one can't be made."""
        ...


@dataclass(frozen=True, slots=True)
class Beside:
    """A file for trainers that another output has made of the same script as it is now: its path below the story's
    folder, its key, its size in bytes, and how to read it."""

    path: str
    key: str
    size: int
    read: Callable[[], bytes] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a series keeps of one edition: what lies at ``chapter_path(NAME)``; ``beside`` are files that it may hand
    on."""

    story: str
    lang: str
    data: bytes
    beside: tuple[Beside, ...] = ()


class Series(Output, Protocol):
    """A publisher of many stories together, such as a site or a book of all principles.

    ``publish`` gives, besides other files, one artifact with the path ``chapter_path(name)``: all that the series needs
    of that edition, so that an unchanged story need not be drawn again. ``folder`` is where the series lies below the
    output folder. With ``of_chapters_alone = True`` it makes no use of files beside the chapters, and need not wait for
    them.
    """

    folder: str

    def gather(self, chapters: Sequence[Chapter]) -> Iterable[Artifact | Diagnostic]:
        """The files of the series, from the chapters of all stories and languages in the order of the build."""
        ...


def chapter_path(name: str) -> str:
    """Where the chapter of an edition lies in its story's folder, for the series called ``name``: out of its reader's
    sight."""
    return CHAPTERS + name
