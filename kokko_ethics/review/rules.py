"""Rules: each looks at a story and says what a reader may stumble over. A rule changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review.words import is_name, words_in
from kokko_ethics.source import Span
from kokko_ethics.story.model import Line, Panel, Story

LONGEST_BALLOON = 25
"""Words in a balloon; easy language aims at 12."""
MOST_BALLOONS = 3
MOST_BALLOONS_AT_ALL = 4
MOST_WORDS = 50
"""Words to read in a panel."""
SHORTEST_DESCRIPTION = 3
"""Words of a scene description that can still tell anything."""

MOST_REPEATED = 0.75
"""Part of a description's words that may stand in the balloons of its panel, too."""


def describe_every_panel(story: Story) -> Iterator[Diagnostic]:
    """Every panel needs a description: it is its alternative text."""
    for panel in story.panels:
        words = words_in(panel.description.plain)
        if not words and not (panel.lines or panel.actors):
            yield _about(story, "empty-panel", Severity.ERROR, _heading(story, panel))
        elif not words:
            yield _about(story, "no-description", Severity.WARNING, _heading(story, panel))
        elif len(words) < SHORTEST_DESCRIPTION:
            plain, span = panel.description.plain, panel.description.span
            yield _about(story, "short-description", Severity.WARNING, span, words=plain)


def describe_what_is_seen(story: Story) -> Iterator[Diagnostic]:
    """A description that says little but the words again tells nothing about the picture. Names don't count: both
    have them."""
    for panel in story.panels:
        told = [word for word in words_in(panel.description.plain) if not is_name(word, story)]
        said = {word.casefold() for line in panel.lines for word in words_in(line.words.plain)}
        again = sum(word.casefold() in said for word in told)
        if len(told) >= SHORTEST_DESCRIPTION - 1 and again > len(told) * MOST_REPEATED:
            yield _about(story, "description-repeats", Severity.WARNING, panel.description.span)


def keep_balloons_short(story: Story) -> Iterator[Diagnostic]:
    """A balloon of more words than a glance can hold."""
    for line in (line for panel in story.panels for line in panel.lines):
        if (count := len(words_in(line.words.plain))) > LONGEST_BALLOON:
            yield _about(story, "long-balloon", Severity.HINT, line.words.span, count=str(count))


def keep_panels_light(story: Story) -> Iterator[Diagnostic]:
    """Few balloons and few words in a panel."""
    for panel in story.panels:
        balloons = [line for line in panel.lines if _is_balloon(line)]
        if len(balloons) > MOST_BALLOONS:
            severity = Severity.WARNING if len(balloons) > MOST_BALLOONS_AT_ALL else Severity.HINT
            yield _about(story, "many-balloons", severity, _heading(story, panel), count=str(len(balloons)))
        count = sum(len(words_in(line.words.plain)) for line in panel.lines)
        if count > MOST_WORDS:
            yield _about(story, "many-words", Severity.HINT, _heading(story, panel), count=str(count))


def say_where_it_comes_from(story: Story) -> Iterator[Diagnostic]:
    """Readers want to know whether somebody has lived the story."""
    if not story.origin:
        yield _about(story, "origin-missing", Severity.HINT, Span(0, min(3, len(story.source.text))))


def ask_for_sign_off(story: Story) -> Iterator[Diagnostic]:
    """A story that nobody has read prints as a draft."""
    if not story.signed_off:
        recorded = "; ".join(", ".join(value for _, value in record) for record in story.reviews) or "–"
        yield _about(story, "not-signed-off", Severity.HINT, Span(0, min(3, len(story.source.text))), recorded=recorded)


def ask_for_consent(story: Story) -> Iterator[Diagnostic]:
    """Somebody's own story needs their consent."""
    if story.origin == "own-story" and not story.consent.strip():
        yield _about(story, "consent-missing", Severity.ERROR, Span(0, min(3, len(story.source.text))))


def _about(story: Story, code: str, severity: Severity, span: Span, **values: str) -> Diagnostic:
    return Diagnostic(code, severity, story.source, span, tuple(values.items()))


def _is_balloon(line: Line) -> bool:
    return line.kind not in ("caption", "sound", "sign")


def _heading(story: Story, panel: Panel) -> Span:
    """The first line of a panel."""
    number, column = story.source.place(panel.span.start)
    return Span(panel.span.start, panel.span.start + max(1, len(story.source.line(number)) - column + 1))
