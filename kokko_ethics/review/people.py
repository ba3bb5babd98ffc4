"""People: nothing about somebody without them, and names that a reader can tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review.readers import SPOKEN
from kokko_ethics.source import Span
from kokko_ethics.spelling import edit_distance
from kokko_ethics.story.model import CastMember, Line, Story

_ENDINGS = "n|a|ä|ta|tä|lle|lla|llä|lta|ltä|ssa|ssä|sta|stä|na|nä|kin|s|’s|'s"
_SAME_BEGINNING = 3
"""Letters at the beginning that make two names look alike."""


def let_everybody_speak(story: Story) -> Iterator[Diagnostic]:
    """Nothing about us without us: somebody of whom others speak, or who is drawn, and who never has a word."""
    spoken = [line for panel in story.panels for line in panel.lines if line.kind in SPOKEN]
    heard = {speaker for line in spoken for speaker in line.speakers}
    drawn = {actor.character for panel in story.panels for actor in panel.actors}
    if not heard:  # a story without words takes nobody's words away
        return
    for member in story.cast:
        if member.id in heard:
            continue
        about = _spoken_of(member, spoken)
        if about:
            name = _first_name(member)
            span = _within(story, about, name)
            yield Diagnostic("spoken-about", Severity.WARNING, story.source, span, (("name", name),))
        elif member.id in drawn:
            name = _first_name(member)
            yield Diagnostic("never-speaks", Severity.HINT, story.source, _named(story, name), (("name", name),))


def tell_names_apart(story: Story) -> Iterator[Diagnostic]:
    """Two people of one story whose names look alike."""
    known = [member for member in story.cast if member.role or member.side != "other"]  # not a mistyped name
    for one, other in combinations(known, 2):
        name, like = _first_name(one), _first_name(other)
        if _look_alike(name.casefold(), like.casefold()):
            values = (("name", name), ("other", like))
            yield Diagnostic("names-alike", Severity.HINT, story.source, _named(story, like), values)


def _look_alike(one: str, other: str) -> bool:
    """Whether one letter is another, or two where the names begin alike, or both begin with the same three letters."""
    if one == other:
        return True
    distance = edit_distance(one, other, 4)
    shorter = min(len(one), len(other))
    near = shorter > 2 and (distance <= 1 or (distance <= 2 and one[0] == other[0] and shorter > 3))
    return near or (shorter > _SAME_BEGINNING and one[:_SAME_BEGINNING] == other[:_SAME_BEGINNING])


def _spoken_of(member: CastMember, spoken: list[Line]) -> Line | None:
    """The first line in which others name somebody, in the basic form or with a usual ending. Somebody without a
    surname may be called by what they are (*Työkaveri*): then a word at the beginning of a sentence need not be a name.
    """
    name = re.escape(_first_name(member))
    inside = "" if " " in member.name else r"(?<=[\w,;] )"
    named = re.compile(rf"(?<!\w){inside}{name}(?:i?(?:{_ENDINGS})|:\w+)?(?!\w)")
    return next((line for line in spoken if named.search(line.words.plain)), None)


def _first_name(member: CastMember) -> str:
    return member.name.split(" ")[0]


def _within(story: Story, line: Line, name: str) -> Span:
    at = story.source.text.find(name, line.words.span.start, line.words.span.end)
    return Span(at, at + len(name)) if at >= 0 else line.words.span


def _named(story: Story, name: str) -> Span:
    """Where the script first names somebody."""
    found = re.search(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", story.source.text)
    return Span(*found.span()) if found else Span(0, 1)
