"""Script: what the author wrote, block by block. Nothing is resolved yet: names are words, targets are marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from kokko_ethics.source import Source, Span
from kokko_ethics.spelling import nearest, plain_form

ItemKind = Literal["description", "speech", "caption", "sound", "sign", "question", "option"]
ReservedKind = Literal["reflection", "facilitator", "sources"]

COMMAS = ",;،؛"
"""What stands between the parts of a bracket, a heading or a list, in Latin and in Arabic script."""
HEADING_GROUPS = ("shot", "size", "time", "link", "view", "place")
"""What the words of a panel heading can say, in the order in which a tie is settled."""
HOW_GROUPS = (
    "voice", "channel", "feeling", "strength", "does", "side", "depth", "to", "joiner", "on", "number", "prop",
)  # fmt: skip
"""What the words in a bracket can say about a person or a thing."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The keywords of every language: by group, which form of a word means which concept."""

    forms: Mapping[str, Mapping[str, str]]
    names: Mapping[str, tuple[str, ...]]
    """By group, the keywords as a table shows them, without their inflected forms: what a hint may propose."""

    def concept(self, group: str, words: str) -> str | None:
        """What ``words`` mean in ``group``, if anything."""
        return self.forms.get(group, {}).get(plain_form(words))

    def find(self, groups: Sequence[str], words: str) -> tuple[str, str] | None:
        """The first of ``groups`` that knows ``words``, and the concept."""
        form = plain_form(words)
        return next(((g, c) for g in groups if (c := self.forms.get(g, {}).get(form))), None)

    def nearest(self, groups: Sequence[str], words: str) -> str | None:
        """The keyword of ``groups`` that is nearest to ``words``."""
        return _nearest_keyword(self, tuple(groups), plain_form(words))


@cache
def _nearest_keyword(vocabulary: Vocabulary, groups: tuple[str, ...], words: str) -> str | None:
    return nearest(words, [name for group in groups for name in vocabulary.names.get(group, ())])


@dataclass(frozen=True, slots=True)
class Text:
    """Words as written, lines joined, comments out, marks of emphasis and backslashes still in."""

    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase in a heading or bracket; ``group`` and ``concept`` are empty where no table knows it."""

    text: str
    span: Span
    group: str = ""
    concept: str = ""


Phrase = tuple[Term, ...]
"""The terms between two commas."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One ``key: value`` of the front matter.

    ``key`` is the known key or empty, ``value`` text or nested lists and mappings.
    """

    key: str
    written: Text
    value: FrontValue
    span: Span


FrontValue = str | tuple["FrontValue", ...] | dict[str, "FrontValue"]


@dataclass(frozen=True, slots=True)
class SceneHeading:
    """``# Heading``."""

    title: Text
    span: Span
    id: Text | None = None


@dataclass(frozen=True, slots=True)
class PanelHeading:
    """``## Heading``; ``title`` is what no table knows."""

    terms: tuple[Term, ...]
    title: str
    span: Span
    id: Text | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """Something with words: a description, balloon, caption, sound, sign, question or option.

    ``names`` are the heads before the colon, ``how`` the bracket behind them, ``opening`` a bracket right after the
    colon with ``rest`` as the words behind it. ``whole`` is the line with its head. Where ``certain`` is false only the
    cast can tell whether the head is a name; if it is none, ``whole`` goes on with the item before (``continues``) or
    is a description.
    """

    kind: ItemKind
    text: Text
    span: Span
    easy: Text | None = None
    id: Text | None = None
    names: tuple[Term, ...] = ()
    how: tuple[Phrase, ...] = ()
    opening: tuple[Phrase, ...] = ()
    rest: Text | None = None
    whole: Text | None = None
    certain: bool = True
    colon: bool = True
    continues: bool = False
    target: Text | None = None
    ends: bool = False
    """Whether an option points to the end, ``-> end``, instead of an id."""


@dataclass(frozen=True, slots=True)
class Directions:
    """``[Name how how, Name how]``."""

    phrases: tuple[Phrase, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Jump:
    """``-> #id`` or ``-> end`` on its own line; ``ends`` tells them apart."""

    target: Text
    ends: bool
    span: Span


@dataclass(frozen=True, slots=True)
class PictureLine:
    """``![words](file.png "credit")`` on its own line: a picture that fills the panel."""

    file: Text
    words: Text
    credit: str
    span: Span


@dataclass(frozen=True, slots=True)
class PageBreak:
    """``***`` on its own line."""

    span: Span


@dataclass(frozen=True, slots=True)
class ReservedScene:
    """A reserved scene: its Markdown without comments, and the questions of a reflection scene as items.

    The first of an item's ``names`` is the audience, with its concept ``all``, ``expert`` or ``professional``.
    """

    kind: ReservedKind
    title: Text
    markdown: str
    questions: tuple[Item, ...]
    span: Span


Block = SceneHeading | PanelHeading | Item | Directions | Jump | PictureLine | PageBreak | ReservedScene


@dataclass(frozen=True, slots=True)
class Script:
    """A whole script as written, with the vocabulary that it was read by."""

    source: Source
    front: tuple[Entry, ...]
    blocks: tuple[Block, ...]
    vocabulary: Vocabulary = field(repr=False, compare=False)

    @property
    def lang(self) -> str:
        """The language of the words, as the front matter gives it; Finnish where it gives none."""
        return language_in(self.front)


def language_in(front: tuple[Entry, ...]) -> str:
    """The language that a front matter gives; Finnish where it gives none."""
    value = next((entry.value for entry in front if entry.key == "lang"), "")
    return value if isinstance(value, str) and value else "fi"
