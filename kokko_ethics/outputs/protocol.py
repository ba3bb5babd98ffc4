"""What an output is: the one file that a newcomer with a new format has to read.

An output turns an edition into files and decides no geometry: it only translates marks. It returns artifacts, it never
writes; the command line does. Register it under the entry-point group ``kokko_ethics.outputs``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.edition import Edition


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to be: its path below the story's folder, a key that changes whenever its bytes would, how to make them.

    ``render`` is called only when the file is missing or was made from another key: an unchanged picture costs nothing.
    """

    path: str
    key: str
    render: Callable[[], bytes]


class Output(Protocol):
    """A publisher of one kind of file.

    ``name`` is what ``--to`` and ``kokko outputs`` call it; ``about`` is one line in English. With ``usual = False`` it
    is made only where somebody asks for it.
    """

    name: str
    about: str

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """The files of ``edition``, and what there is to say where one can't be made."""
        ...
