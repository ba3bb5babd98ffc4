"""Tongue: whether a story is written in the language that it names. A slip there spoils hyphenation, reading aloud and
all that pages say by themselves, and nothing else would show it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review.words import words_in
from kokko_ethics.source import Span
from kokko_ethics.story.model import Story

_TELLING = {
    "fi": "että mutta minä sinä hän niin kun mitä myös sitten olen olet ovat minun sinun hänen mikä missä miten kuka"
    " nyt vain kaikki mukaan täällä tämä minua sinua meidän heidän ettei eikä katsoo istuu seisoo istuvat kysyy",
    "sv": "och att är inte jag för hur vad när hon hen här till från också något ska måste mycket gör själv mig dig"
    " vem vill frågar säger står",
    "en": "the and is you that what how with have are my your she they not this from who here does do wants asks looks"
    " says sits stands",
}
"""Words that are frequent in a language and stand in no neighbour of it."""
_LANGUAGES = {word: lang for lang, words in _TELLING.items() for word in words.split()}
_FEWEST = 5
"""So many telling words have to be there."""
_SHARE = 0.08
"""What part of all words they have to be; in running text they are about a quarter."""
_AGAINST = 4
"""How many times more there have to be than of the language that is named."""


def name_the_language(story: Story) -> Iterator[Diagnostic]:
    """Most telling words belong to another language than the one named."""
    words = [word.casefold() for text in _texts(story) for word in words_in(text)]
    found = Counter(_LANGUAGES[word] for word in words if word in _LANGUAGES)
    named = story.lang.split("-")[0]
    likely, count = max(found.items(), key=lambda one: one[1], default=("", 0))
    enough = count >= max(_FEWEST, _SHARE * len(words)) and count > _AGAINST * found[named]
    place = _place(story)
    if place and enough and likely != named:
        values = (("named", story.lang), ("likely", likely))
        yield Diagnostic("language-differs", Severity.WARNING, story.source, place, values)


def _texts(story: Story) -> Iterator[str]:
    for panel in story.panels:
        yield panel.description.plain
        yield from (line.words.plain for line in panel.lines)


def _place(story: Story) -> Span | None:
    """Where the language is named, if it is."""
    before = story.source.text[: story.panels[0].span.start] if story.panels else ""
    match = re.search(rf":\s*[\"'“”]?({re.escape(story.lang)})\b", before, re.IGNORECASE)
    return Span(*match.span(1)) if match else None
