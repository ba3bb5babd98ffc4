"""Balance: who has the words, the first and the last of them, the slips, the repairs and the decisions.

The criterion: no side of the table is always the one who errs, explains, mends or decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review.model import Balance, Share, Tip
from kokko_ethics.review.readers import SPOKEN, Speakers, readings
from kokko_ethics.review.words import words_in
from kokko_ethics.source import Span
from kokko_ethics.story.model import Story, Turn

MOST_TO_ONE = 2.0
"""How many times as many words one side may have; ``balance: 3`` in the front matter sets another limit for a story."""
FEWEST_WORDS = 40
"""Below that a single balloon tips the scale, and nothing is said."""


def balance_of(story: Story) -> Balance:
    """The balance of ``story`` as its readers meet it; captions, signs and sounds are nobody's words."""
    read = readings(story)
    words = balloons = Share()
    for panel in story.panels:
        weight = read.visits.get(panel.id, 0.0)
        for line in (line for line in panel.lines if line.kind in SPOKEN):
            one = _share(story, line.speakers)
            count = len(words_in(line.words.plain)) * weight
            words += Share(one.expert * count, one.professional * count)
            balloons += Share(one.expert * weight, one.professional * weight)
    turns = story.turns
    return Balance(
        story.title, words, balloons, _tip(story, read.first), _tip(story, read.last),
        _first(story, turns.slips), _first(story, turns.repairs), _every(story, turns.decides),
    )  # fmt: skip


def share_the_words(story: Story) -> Iterator[Diagnostic]:
    """A story in which one side of the table talks much more than the other."""
    sides = {member.side for member in story.cast}
    if not {"expert", "professional"} <= sides:
        return
    words = balance_of(story).words
    limit = story.most_to_one or MOST_TO_ONE
    if words.total < FEWEST_WORDS or words.ratio <= limit:
        return
    values = {"expert": str(round(words.expert)), "professional": str(round(words.professional)), "limit": f"{limit:g}"}
    start = story.source.text.find(story.title)
    span = Span(start, start + len(story.title)) if start >= 0 else Span(0, 1)
    yield Diagnostic("words-unbalanced", Severity.WARNING, story.source, span, tuple(values.items()))


def _share(story: Story, people: Speakers) -> Share:
    """One, to every side that has somebody among ``people``."""
    sides = {member.side for member in story.cast if member.id in people}
    return Share(float("expert" in sides), float("professional" in sides))


def _halved(story: Story, people: Speakers, weight: float = 1.0) -> Share:
    """``weight``, to the side of ``people``; divided where both sides have somebody among them."""
    one = _share(story, people)
    part = weight / (one.total or 1.0)
    return Share(one.expert * part, one.professional * part)


def _named(story: Story, people: Speakers) -> tuple[tuple[str, str], ...]:
    return tuple((story.member(id).name.split(" ")[0], story.member(id).side) for id in people)


def _tip(story: Story, readers: Mapping[Speakers, float]) -> Tip:
    """Who has a word, by how many readers hear it from whom."""
    share = sum((_halved(story, people, weight) for people, weight in readers.items()), Share())
    ranked = sorted(readers.items(), key=lambda one: -one[1])
    groups = dict.fromkeys(_named(story, speakers) for speakers, _ in ranked if speakers)
    return Tip(tuple(groups), share)


def _first(story: Story, turns: tuple[Turn, ...]) -> Tip:
    """Whom the first turn falls to; the names of all turns are kept, in order."""
    share = _halved(story, turns[0]) if turns else Share()
    return Tip(tuple(dict.fromkeys(_named(story, turn) for turn in turns)), share)


def _every(story: Story, turns: tuple[Turn, ...]) -> Tip:
    share = sum((_halved(story, turn) for turn in turns), Share())
    return Tip(tuple(dict.fromkeys(_named(story, turn) for turn in turns)), share)
