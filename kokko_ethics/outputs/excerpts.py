"""Excerpts: which panels of a story a single sheet shows, so that they tell it and fit. Type never shrinks for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from operator import itemgetter

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.edition import Edition, PageSet
from kokko_ethics.house_style import Format
from kokko_ethics.source import Span
from kokko_ethics.story.model import Line, Panel, Story

Panels = tuple[Panel, ...]

_SETS, _SETS_AGAIN, _MORE = 16, 6, 2
"""How many sets of panels a poster tries, side by side and then in other proportions, before it says that none fits;
and after the first one that does."""
_ON_POSTER = 4
_SPARED = 3
"""A folded sheet leaves out one panel of so many, at most: with fewer the story would not be told."""
_WHITE, _POOR, _GOOD = 50.0, 0.6, 96.0
"""What a poster loses by a page that is white, for each point that a panel's lettering scores below good."""
_OTHER_END = 8.0
"""What it loses by an end that is not the story's last."""
_WIDE: tuple[tuple[int, ...], ...] = ((3,), (0,), (0, 3), (1,), (2,))
"""Which of a poster's panels may be as wide as the page."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A story up to its first choice on the pages of a folded sheet; ``left_out`` are panels that it does without."""

    pages: PageSet
    left_out: Panels = ()


def beginning(edition: Edition, format: Format, room: int) -> Beginning:
    """The story up to its first choice; where that needs more than ``room`` pages, without some of its panels. What
    still does not fit has more pages than that."""
    whole = kept = up_to_choice(edition.story)
    first = pages = edition.pages(format, kept)
    while len(pages.pages) > room:
        spare = min(kept[1:-1], key=_importance, default=None)
        if spare is None or (len(whole) - len(kept) + 1) * _SPARED > len(whole):
            return Beginning(first)
        kept = tuple(panel for panel in kept if panel is not spare)
        pages = edition.pages(format, kept)
    return Beginning(pages, tuple(panel for panel in whole if panel not in kept))


def up_to_choice(story: Story) -> Panels:
    """The panels that every reader of the story meets: up to its first choice."""
    at = next((k for k, panel in enumerate(story.panels, 1) if panel.choice), len(story.panels))
    return story.panels[:at]


def _importance(panel: Panel) -> tuple[int, int, int]:
    """What a panel tells: what its author drew small tells least."""
    return {"small": 0, "": 1}.get(panel.size, 2), _words(panel), panel.number


def four(edition: Edition, format: Format, sentence: str) -> PageSet | None:
    """The panels that tell the story best on one page of ``format``; ``None`` where none fit. An end that only says
    ``sentence`` does without it. Where they fit side by side in no set, some of them get the whole width."""
    sets = sorted(_fours(edition.story, sentence), key=itemgetter(0))
    return _best(edition, format, sets[:_SETS]) or _best(
        edition, format, ((loss, _widened(one, wide)) for loss, one in sets[:_SETS_AGAIN] for wide in _WIDE)
    )


def _best(edition: Edition, format: Format, sets: Iterable[tuple[float, Panels]]) -> PageSet | None:
    """The one of ``sets``, which are in the order of their loss, that loses least and fits; a few more are tried after
    the first one that does."""
    best, least, more = None, math.inf, _MORE
    for loss, panels in sets:
        more -= best is not None
        if loss >= least or more < 0:
            break
        pages = edition.pages(format, panels)
        if len(pages.pages) == 1 and not pages.complaints and loss + _ugliness(pages) < least:
            best, least = pages, loss + _ugliness(pages)
    return best


def _widened(panels: Panels, wide: tuple[int, ...]) -> Panels:
    return tuple(replace(one, size="full-width") if k in wide else one for k, one in enumerate(panels))


def _fours(story: Story, sentence: str) -> Iterator[tuple[float, Panels]]:
    """Sets of panels for a poster, each with how much it loses: the beginning, two in the middle, an end, all on one
    way through the story. None is wider than its words need, and the end leaves the principle to the poster itself."""
    panels = tuple(_plain(panel, sentence) for panel in story.panels)
    if len(panels) <= _ON_POSTER:
        yield 0.0, panels
        return
    before = len(up_to_choice(story))
    for end in _ends(panels):
        way = [one for one in panels[1:] if one.number < end.number]
        for two in combinations([one for one in way if one.number <= before or one.scene == end.scene], 2):
            yield _loss(two, end) + _OTHER_END * (end is not panels[-1]), (panels[0], *two, end)


def _plain(panel: Panel, sentence: str) -> Panel:
    lines = panel.lines
    if panel.goes_to == "end":
        lines = tuple(line for line in lines if line.words.plain != sentence)
    return replace(panel, lines=lines, size="", shot="medium" if panel.shot == "wide" else panel.shot)


def _ends(panels: Panels) -> Panels:
    return tuple(panel for panel in panels[1:] if panel.goes_to == "end") or panels[-1:]


def _loss(middle: Panels, end: Panel) -> float:
    """How much a poster loses with these panels: it wants the choice, something after it, few words and few people."""
    words = sum(map(_words, middle)) + 0.5 * _words(end)
    people = sum(len(panel.actors) for panel in middle)
    silent = sum(not panel.lines for panel in middle)
    return words + 2 * people + 12 * silent - 30 * bool(middle[0].choice)


def _ugliness(pages: PageSet) -> float:
    """How far a page is from a good one: white below its panels, words that found no good place."""
    (page,), format = pages.pages, pages.format
    white = 1 - (max(pane.frame.bottom for pane in page.panes) - format.head) / format.live_height
    return _WHITE * white + _POOR * sum(max(0.0, _GOOD - pane.lettering.score) for pane in page.panes)


def _words(panel: Panel) -> int:
    return sum(_length(line) for line in panel.lines)


def _length(line: Line) -> int:
    return len(line.words.plain.split())


def too_long_to_fold(story: Story, file: str, pages: int, most: int) -> Diagnostic:
    """That the beginning of a story does not fit on the folded sheet ``file``."""
    panels = up_to_choice(story)
    values = (("file", file), ("last", str(panels[-1].number)), ("pages", str(pages)), ("most", str(most)))
    return Diagnostic("too-long-for-sheet", Severity.WARNING, story.source, panels[-1].span, values)


def too_wordy_to_fold(story: Story, file: str, words: str) -> Diagnostic:
    """That a page of the folded sheet ``file`` can't hold its words, most of all these."""
    at = story.source.text.find(words)
    span = Span(at, at + len(words)) if at >= 0 else Span(0, min(3, len(story.source.text)))
    return Diagnostic("too-wordy-for-sheet", Severity.WARNING, story.source, span, (("file", file), ("words", words)))


def left_out_of_sheet(story: Story, file: str, panels: Panels) -> Diagnostic:
    """Which panels the folded sheet ``file`` does without."""
    values = (("file", file), ("panels", ", ".join(str(panel.number) for panel in panels)))
    return Diagnostic("left-out-of-sheet", Severity.HINT, story.source, panels[0].span, values)


def too_long_for_poster(story: Story, file: str, sentence: str) -> Diagnostic:
    """That a poster has no room, and for which words: the longest of the panels that it can't do without."""
    panels = story.panels if len(story.panels) <= _ON_POSTER else (story.panels[0], *_ends(story.panels))
    panel = max((_plain(panel, sentence) for panel in panels), key=_words)
    line = max(panel.lines, key=_length, default=None)
    values = (("file", file), ("panel", str(panel.number)), ("words", line.words.plain if line else ""))
    return Diagnostic(
        "too-long-for-poster", Severity.WARNING, story.source, line.span if line else panel.span, values
    )
