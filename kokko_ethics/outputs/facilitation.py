"""Facilitation: what a script's notes for the facilitator hold, by topic, and plans whose minutes add up.

Authors write their notes as they like; bold words before a paragraph, or a heading, say what it is about. A table with
a column of minutes is a session plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from kokko_ethics.outputs.markdown import Rows, Section, in_sections
from kokko_ethics.story.model import Side, Story
from kokko_ethics.wording import LANGUAGES, say, table

Topic = Literal["aims", "materials", "notes", "expectations", "confidentiality", "feelings"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
LENGTHS = (45, 90)
"""Minutes of the sessions that a guide plans."""
_STEP = 5
"""Minutes by which a phase grows at a time."""
_ADDED = (("before", 5, 0.0), ("break", 10, 0.5), ("worksheet", 15, 0.5), ("after", 5, 1.0))
"""Phases of the house for longer sessions, the most needed first: name, minutes, and where they come (0 after the
opening, 1 before the closing)."""
_WITH_BREAK = 60
"""From so many minutes on a session needs a break."""
_HOUSE = (("opening", 5), ("reading", 7), ("choice", 8), ("swap", 8), ("reflection", 12), ("closing", 5))
"""The session of the house, for scripts without a plan."""
_MINUTES = re.compile(r"(\d{1,3})\s*(?:['′]|min\w*\.?)?", re.IGNORECASE)
_QUOTED = re.compile(r"[“”„«»\"]([^“”„«»\"]+)[“”„«»\"]")
_BOTH: tuple[Side, ...] = ("expert", "professional")
_STEM = 8
"""So many letters of a word tell it in all its forms."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A step of a session. ``more`` are minutes that we gave it beside the author's; ``added`` says that it is ours."""

    name: str
    what: str
    minutes: int
    more: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A session. ``own`` says that it stands so in the script; ``claimed`` is the sum that the author wrote below it,
    or 0."""

    phases: tuple[Phase, ...]
    own: bool = False
    claimed: int = 0

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(phase.minutes for phase in self.phases)

    @property
    def clock(self) -> tuple[tuple[int, int, Phase], ...]:
        """The phases, each with the minutes at which it begins and ends."""
        ends = [sum(phase.minutes for phase in self.phases[: k + 1]) for k in range(len(self.phases))]
        return tuple((end - phase.minutes, end, phase) for end, phase in zip(ends, self.phases, strict=True))


@dataclass(frozen=True, slots=True)
class Facilitation:
    """A script's notes for its facilitator: sections by topic in the author's order, and the plans in it."""

    sections: tuple[tuple[Topic, Section], ...]
    plans: tuple[Plan, ...]

    def about(self, topic: Topic) -> tuple[Section, ...]:
        """What the author wrote about ``topic``."""
        return tuple(section for about, section in self.sections if about == topic)

    @property
    def missing(self) -> tuple[str, ...]:
        """What the author did not write: topics, and ``plan``; notes of other kinds are nobody's duty."""
        lacking = [topic for topic in TOPICS if topic != "notes" and not self.about(topic)]
        return (*lacking, *(() if self.plans else ("plan",)))


def facilitation_of(story: Story) -> Facilitation:
    """The notes of a story, read."""
    parts = in_sections(story.facilitator)
    plans = tuple(plan for part in parts if not isinstance(part, Section) and (plan := _plan(part, story.lang)))
    sections = tuple((_topic(part.lead, story.lang), part) for part in parts if isinstance(part, Section))
    return Facilitation(sections, plans)


def plans_of(story: Story, notes: Facilitation) -> tuple[Plan, ...]:
    """Plans for sessions of the usual lengths: the author's where there is one, else the author's longest shorter one
    with phases of the house, else the house's own. The author's plans of other lengths come first, as they are."""
    odd = tuple(plan for plan in notes.plans if plan.minutes not in LENGTHS)
    made = []
    for length in LENGTHS:
        known = next((plan for plan in notes.plans if plan.minutes == length), None)
        shorter = [plan for plan in notes.plans if plan.minutes < length] or [_house_plan(story)]
        made.append(known or _extended(max(shorter, key=lambda plan: plan.minutes), length, story))
    return (*odd, *made)


def expectations(story: Story, notes: Facilitation) -> dict[Side, str]:
    """What each side says to the other, out of the author's own words: the quotation behind the side that is named
    first. Empty where it cannot be told."""
    said: dict[Side, str] = {}
    sides = table("pages", story.lang)["side"]
    for section in notes.about("expectations"):
        at = 0
        for quotation in _QUOTED.finditer(section.plain):
            before = section.plain[at : quotation.start()].lower()
            at = quotation.end()
            named = sorted((before.find(sides[side][:_STEM].lower()), side) for side in _BOTH)
            first: Side | None = next((side for place, side in named if place >= 0), None)
            if first:
                said.setdefault(first, quotation[1].strip())
    return said


def swaps(story: Story, notes: Facilitation) -> tuple[str, ...]:
    """How the author's plans say that roles are swapped."""
    known = tuple(_words("swap", story.lang))
    phases = dict.fromkeys(phase.what for plan in notes.plans for phase in plan.phases if _begins(phase.name, known))
    return tuple(filter(None, phases))


def _topic(lead: str, lang: str) -> Topic:
    return next((topic for topic in TOPICS if _begins(lead, _words(topic, lang))), "notes")


def _words(key: str, lang: str) -> Iterator[str]:
    """The words by which authors tell a topic, those of their language first: translations may be half done."""
    for tongue in dict.fromkeys((lang.split("-")[0].lower(), *LANGUAGES)):
        yield from table("pages", tongue)["facilitator-words"][key].split(", ")


def _begins(text: str, words: Sequence[str] | Iterator[str]) -> bool:
    said = text.lower()
    return any(said.startswith(word) for word in words)


def _plan(rows: Rows, lang: str) -> Plan | None:
    """A table as a plan, if one of its columns is headed as minutes and holds them."""
    body = [row for row in rows[1:] if any(row)]
    timed = [k for k, cell in enumerate(rows[0]) if _begins(cell, _words("minutes", lang))] if body else []
    column = next((k for k in timed if all(k < len(row) and _MINUTES.fullmatch(row[k]) for row in body)), None)
    if column is None or len(rows[0]) < 2:
        return None
    phases = []
    for row in body:
        words = [cell for k, cell in enumerate(row) if k != column]
        found = _MINUTES.fullmatch(row[column])
        phases.append(Phase(words[0], " ".join(filter(None, words[1:])), int(found[1]) if found else 0))
    claimed = phases.pop().minutes if _begins(phases[-1].name, _words("total", lang)) else 0
    return Plan(tuple(phases), own=True, claimed=claimed) if phases else None


def _house_plan(story: Story) -> Plan:
    chosen = any(panel.choice for panel in story.panels)
    names = [(name if chosen or name != "choice" else "talk", minutes) for name, minutes in _HOUSE]
    return Plan(tuple(_phase(name, minutes, story.lang, added=False) for name, minutes in names))


def _phase(name: str, minutes: int, lang: str, *, added: bool) -> Phase:
    what = say("pages", lang, "plan", f"{name}-what")
    return Phase(say("pages", lang, "plan", name), what, minutes, added=added)


def _extended(plan: Plan, length: int, story: Story) -> Plan:
    """``plan`` made as long as ``length``: with phases of the house that fit, then with more time for its longest
    ones, five minutes at a time."""
    taken = _fitting(plan.minutes, length)
    phases = _longer(plan.phases, length - plan.minutes - sum(minutes for _, minutes, _ in taken))
    added = [(where, _phase(name, minutes, story.lang, added=True)) for name, minutes, where in taken]
    last = len(phases) - 1
    out: list[Phase] = []
    for k, phase in enumerate(phases):
        out += [one for where, one in added if where == 1.0 and k == last and k > 0]
        out.append(phase)
        out += [one for where, one in added if where == 0.0 and k == 0]
        out += [one for where, one in added if where == 0.5 and k == max(0, last // 2)]
        out += [one for where, one in added if where == 1.0 and k == last == 0]
    return Plan(tuple(out))


def _fitting(minutes: int, length: int) -> list[tuple[str, int, float]]:
    """The phases of the house for which there is time."""
    spare, taken = length - minutes, list[tuple[str, int, float]]()
    for one in _ADDED:
        if one[1] <= spare and (one[0] != "break" or length >= _WITH_BREAK):
            taken.append(one)
            spare -= one[1]
    return taken


def _longer(phases: tuple[Phase, ...], minutes: int) -> list[Phase]:
    """The phases with ``minutes`` more, shared out to the longest ones first."""
    out = list(phases)
    order = sorted(range(len(out)), key=lambda k: -out[k].minutes)
    turn = 0
    while minutes > 0:
        k, step = order[turn % len(order)], min(_STEP, minutes)
        out[k] = replace(out[k], minutes=out[k].minutes + step, more=out[k].more + step)
        minutes, turn = minutes - step, turn + 1
    return out
