"""Words: how the review counts them, and where it finds them in the author's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kokko_ethics.source import Span
from kokko_ethics.story.model import Story, Words

_WORD = re.compile(r"\w+(?:['’:-]\w+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"’»)]*\s+|\n")


def words_in(text: str) -> list[str]:
    """The words of ``text`` as readers count them: ``kello 9:30`` has two, ``Milla’s`` is one."""
    return _WORD.findall(text)


def sentences_in(text: str) -> list[str]:
    """The sentences of ``text``; each ends in ``. ! ? …`` before a space."""
    return [piece for piece in _SENTENCE_END.split(text) if _WORD.search(piece)]


def place_of(story: Story, words: Words, wanted: Sequence[str]) -> Span:
    """Where the first of ``wanted`` stands among ``words``; all of them where marks inside it hide it."""
    for one in wanted:
        at = story.source.text.find(one, words.span.start, words.span.end)
        if at >= 0:
            return Span(at, at + len(one))
    return words.span


def unexplained(text: str, story: Story) -> list[str]:
    """The words of ``text`` that the glossary does not explain."""
    known = [one.span for one in story.reference.glossary.find(text, story.lang)]
    found = _WORD.finditer(text)
    return [
        word.group() for word in found if not any(word.start() < one.end and one.start < word.end() for one in known)
    ]


def is_name(word: str, story: Story) -> bool:
    """Whether ``word`` is most likely the name of somebody in the story, whatever its ending (Samirilla, Pekan)."""
    small = word.casefold()
    names = (name.casefold() for member in story.cast for name in re.split(r"[\s-]", member.name) if len(name) > 2)
    return any(small.startswith(name[: max(3, len(name) - 2)]) for name in names)
