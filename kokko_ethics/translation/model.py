"""Passages: the stretches of a story that are translated, each with an id; and catalogues, which hold translations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.source import Source, Span
from kokko_ethics.story.model import Story

Kind = Literal[
    "title", "summary", "note", "credit", "name", "role", "review", "description", "speech", "thought", "whisper",
    "shout", "song", "aside", "voice-over", "caption", "sound", "sign", "question", "option", "reflection", "heading",
    "paragraph", "item", "cell",
]  # fmt: skip
"""What sort of text it is: the kinds of lines, and those of the front matter and the reserved scenes."""


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words to translate, as the author wrote them with their marks, and what a translator has to know of them.

    ``id`` stays the same when the words change: the id of a panel, what it is and its number there
    (``alku/line-2/easy``). ``firm`` says that no part of it was counted out by the house but its last number.
    ``spans`` are the places in the script that diagnostics about the words name; ``panel`` is the panel's number.
    """

    id: str
    kind: Kind
    words: str
    spans: tuple[Span, ...] = ()
    easy: bool = False
    marked: bool = True
    firm: bool = True
    panel: int = 0
    speaker: str = ""
    manner: tuple[tuple[str, str], ...] = ()
    """How it is said: groups and concepts of the keyword tables."""
    seen: str = ""
    """The panel's description, for the words of a panel."""
    ready: str = ""
    """A translation that the house knows already."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation of one passage: ``words`` is what was translated, ``previous`` what it was before it changed.

    ``fuzzy`` says that somebody has to look at it; ``note`` is the translator's; ``span`` is its place in the file.
    """

    id: str
    words: str
    translation: str = ""
    fuzzy: bool = False
    previous: str = ""
    note: str = ""
    obsolete: bool = False
    span: Span = NOWHERE
    flags: tuple[str, ...] = ()

    @property
    def state(self) -> Literal["translated", "fuzzy", "untranslated"]:
        """Whether it can be shown, should be looked at, or is still to be made."""
        if not self.translation.strip():
            return "untranslated"
        return "fuzzy" if self.fuzzy else "translated"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All translations of a story into ``lang``, with the file that they stand in.

    ``story`` is the id of the story and ``origin`` its language, empty where the file doesn't say; ``head`` holds the
    fields of the file's own that are kept as they are, such as the translator's name.
    """

    source: Source
    lang: str
    story: str = ""
    origin: str = ""
    entries: tuple[Entry, ...] = ()
    head: tuple[tuple[str, str], ...] = ()
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A story, with a translation laid on it if there is one. ``places`` leads from spans of the script to where the
    translation stands; ``told`` is what there is to say about it."""

    story: Story
    told: tuple[Diagnostic, ...] = ()
    places: dict[Span, tuple[Source, Span]] = field(default_factory=dict)

    def placed(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The diagnostics, with those about translated words where the translator finds them."""
        return tuple(self._placed(each) for each in diagnostics)

    def about_translation(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Only those about translated words; the script has been told the others already."""
        return tuple(self._placed(each) for each in diagnostics if each.span in self.places)

    def _placed(self, diagnostic: Diagnostic) -> Diagnostic:
        source, span = self.places.get(diagnostic.span, (diagnostic.source, diagnostic.span))
        return replace(diagnostic, source=source, span=span)
