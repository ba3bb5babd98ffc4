"""Context: what a translator has to know of a passage, in their own language, as comments in its catalogue."""

from __future__ import annotations

from collections.abc import Iterator

from kokko_ethics.house_style import LONGEST
from kokko_ethics.script.keywords import words_in
from kokko_ethics.story.model import Story
from kokko_ethics.translation.model import Passage
from kokko_ethics.wording import say
from kokko_ethics.workspace import language_folder

_LETTERS = 7
"""Characters of a word with the space behind it, on an average over our languages: the house's limit is in words, and
what counts in a balloon is room."""
_BALLOONS = ("speech", "thought", "whisper", "shout", "song", "aside", "caption", "voice-over")
_DRAWN_SMALL = ("sign", "sound")
_SMALLEST = 24


def longest(passage: Passage) -> int:
    """How many characters a translation may have at most; 0 where there is no limit.

    A balloon has room for as many words as the house allows; a sign or sound for twice what it holds already.
    """
    if passage.easy:
        return 0
    if passage.kind in _BALLOONS:
        return max(LONGEST * _LETTERS, len(passage.words))
    if passage.kind in _DRAWN_SMALL:
        return max(_SMALLEST, 2 * len(passage.words))
    return 0


def comments(passage: Passage, story: Story, lang: str) -> tuple[str, ...]:
    """What to tell a translator into ``lang``: what it is, who says it and how, what is seen, how long it may be, and
    which picture shows it."""
    return tuple(_comments(passage, story, lang))


def who_says(passage: Passage, lang: str) -> str:
    """Who says the words, and how."""
    words = words_in(lang)
    manner = ", ".join(words.get(group, {}).get(concept, concept) for group, concept in passage.manner)
    return f"{passage.speaker} ({manner})" if passage.speaker and manner else passage.speaker or manner


def kind_of(passage: Passage, lang: str) -> str:
    """What sort of text it is."""
    kind = say("translation", lang, "kind", passage.kind)
    return say("translation", lang, "about", "easy", kind=kind) if passage.easy else kind


def picture(passage: Passage, story: Story) -> str:
    """Where a build puts the picture of the passage's panel, from the project's folder; empty where it has none."""
    return f"output/{story.id}/{language_folder(story.lang)}/panels/{passage.panel:03d}.png" if passage.panel else ""


def _comments(passage: Passage, story: Story, lang: str) -> Iterator[str]:
    def about(key: str, **values: object) -> str:
        return say("translation", lang, "about", key, **values)

    kind = kind_of(passage, lang)
    yield about("panel", number=passage.panel, kind=kind) if passage.panel else kind
    if said := who_says(passage, lang):
        yield about("says", who=said)
    if passage.easy:
        yield about("easy-how")
    if passage.ready and passage.kind != "name":
        yield about("ready")
    if most := longest(passage):
        yield about("longest", count=most)
    if passage.seen and passage.kind in ("name", "role"):
        yield about("person", about=passage.seen)
    elif passage.seen:
        yield about("seen", seen=passage.seen)
    if shown := picture(passage, story):
        yield about("picture", path=shown)
