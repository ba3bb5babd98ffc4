"""Imprint: with which version something was made, and how fresh its material is. Never the clock."""

from __future__ import annotations

from collections.abc import Iterable

from kokko_ethics import __version__
from kokko_ethics.reference.entries import is_day
from kokko_ethics.story.model import Story
from kokko_ethics.wording import day_in_words, say


def made(story: Story) -> str:
    """The last line of an imprint. The day is the newest one that somebody wrote down for a check: in the script's
    reviews, or beside the facts that it is published with."""
    reviewed = (value for review in story.reviews for key, value in review if key == "date" and is_day(value))
    days = sorted((*reviewed, *(fact.last_checked for fact in story.reference.facts.entries)))
    lines = [say("pages", story.lang, "credits", "made", version=__version__)]
    if days:
        lines.append(say("pages", story.lang, "credits", "checked", day=day_in_words(days[-1], story.lang)))
    return " ".join(lines)


def one_paragraph(sentences: Iterable[str]) -> str:
    """Small print where there is no room for lines of its own: what is not empty, each with an end."""
    return " ".join(one if one.endswith((".", "!", "?", "؟")) else f"{one}." for one in sentences if one)
