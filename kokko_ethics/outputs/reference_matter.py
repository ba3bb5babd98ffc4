"""Reference matter: the principle that a story teaches, and whom to call, as readers see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kokko_ethics.reference.model import Fact, text_in
from kokko_ethics.story.model import Story
from kokko_ethics.wording import day_in_words, say


@dataclass(frozen=True, slots=True)
class Teaching:
    """The principle that a story teaches, as it is printed: the official words where they stand in for ours.

    ``credit`` says who answers for the words, if not we alone. Title, the reason why it matters, and credit may be
    empty.
    """

    number: int
    title: str
    sentence: str
    why: str
    credit: str


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call: the number with its spaces unbreakable, who answers, and when, where that is known."""

    number: str
    who: str
    hours: str

    @property
    def digits(self) -> str:
        """The number as a telephone dials it."""
        return "".join(character for character in self.number if character.isdigit() or character == "+")


def help_lines_of(facts: Iterable[Fact], lang: str) -> tuple[HelpLine, ...]:
    """Help lines as readers of ``lang`` see them."""
    return tuple(
        HelpLine(fact.number.replace(" ", "\u00a0"), text_in(fact.text, lang), text_in(fact.hours, lang))
        for fact in facts
    )


def teaching_of(story: Story) -> Teaching | None:
    """The principle of a story as it is printed; None if it teaches none."""
    known, lang = story.reference.principles.find(story.principle), story.lang
    if known is None:
        return None
    credit = []
    if known.is_official(lang) and known.official_source:
        credit.append(say("pages", lang, "principle", "replaced", source=known.official_source.rstrip(".")))
    if not known.is_draft(lang) and known.confirmed_by and known.confirmed_on:
        day = day_in_words(known.confirmed_on, lang)
        credit.append(say("pages", lang, "principle", "confirmed", by=known.confirmed_by.rstrip("."), day=day))
    words = known.title_in(lang), known.sentence_in(lang), known.why_in(lang)
    return Teaching(known.number, *words, " ".join(credit))
