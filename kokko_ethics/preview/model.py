"""What a preview shows: proofs of scripts, as they are sent to the page. Plain values, ready to become JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

State = Literal["drawn", "broken", "withdrawn"]
"""Whether the panels are those of the script as it is, those of its last version that could be drawn, or may not be
shown any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be looked at: a script in its own language, or its translation into ``lang``."""

    script: Path
    lang: str = ""

    @property
    def name(self) -> str:
        """What names it on the page and in its address."""
        return f"{self.script} ({self.lang})" if self.lang else str(self.script)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line and column from one, and the author's own words there; ``last`` is their last line."""

    path: str
    line: int
    column: int
    words: str
    last: int


@dataclass(frozen=True, slots=True)
class Lettered:
    """A piece of lettering: its id in the drawing, where its words stand in the script, and where the translation
    stands that is shown in their place."""

    id: str
    place: Place
    translated: Place | None = None


@dataclass(frozen=True, slots=True)
class PanelProof:
    """A panel: its drawing (``key`` names its bytes, ``ratio`` is its width by its height), the lines of the script
    that it stands in, and where the story goes from it."""

    id: str
    key: str
    svg: str
    title: str
    ratio: float
    place: Place
    excerpt: tuple[str, ...]
    lettering: tuple[Lettered, ...]
    question: str = ""
    ways: tuple[str, ...] = ()
    turn: str = ""


@dataclass(frozen=True, slots=True)
class PageProof:
    """A comic page: its drawing, which ``key`` names, and its title."""

    key: str
    svg: str
    title: str


@dataclass(frozen=True, slots=True)
class Message:
    """A diagnostic in the author's language: ``word`` is its severity, the three last parts are the author's line with
    the words that it is about in the middle; ``panel`` is the id of the drawing that shows them."""

    severity: Literal["hint", "warning", "error"]
    word: str
    code: str
    place: Place
    text: str
    hint: str
    why: str
    panel: str
    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Proof:
    """All that there is to see of an entry. ``marks`` are what readers see of its being a draft; ``counts`` says how
    many messages there are; ``pages`` counts how often the comic pages changed, 0 until there are any; ``settled`` says
    that the pages have been looked at too, so that no more messages come."""

    state: State
    title: str = ""
    lang: str = ""
    direction: str = "ltr"
    marks: tuple[str, ...] = ()
    panels: tuple[PanelProof, ...] = ()
    messages: tuple[Message, ...] = ()
    counts: str = ""
    pages: int = 0
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody sees who looks at an entry: the names of all there are, and its proof once there is one."""

    names: tuple[str, ...]
    proof: Proof | None = field(default=None)
