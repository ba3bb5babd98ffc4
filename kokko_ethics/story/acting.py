"""Acting: who is drawn in a panel, where they stand, what they do, how they feel and whom they face."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from kokko_ethics.directions import right_to_left
from kokko_ethics.story.bodies import SURFACES, clash
from kokko_ethics.story.cues import Cue
from kokko_ethics.story.lines import EVERYBODY, VOICES
from kokko_ethics.story.model import Actor, Line, LineKind
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People

_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»]*[\"“”„«»]")
BODY: tuple[LineKind, ...] = ("speech", "thought", "whisper", "shout", "song", "aside")
"""Kinds of balloon that come out of somebody in the picture, or just outside it."""
_RANK = {"left": 0, "": 1, "middle": 1, "right": 2}


@dataclass(slots=True)
class Blocking:
    """Where people stood last, carried on through a scene."""

    sides: dict[str, str] = field(default_factory=dict)
    depths: dict[str, str] = field(default_factory=dict)
    seen: tuple[str, ...] = ()


@dataclass(slots=True)
class Directed:
    """What a panel's stage directions and balloons say, and its description."""

    named: Sequence[str]
    stage: Sequence[Cue]
    spoken: Sequence[Cue]
    lines: Sequence[Line]
    description: str
    has_directions: bool
    is_detail: bool


def voice_from_stage(lines: Sequence[Line], stage: Sequence[Cue]) -> tuple[Line, ...]:
    """The lines with the voice and channel that stage directions give, unless a balloon says its own."""
    voices = {cue.who: VOICES[cue.concept] for cue in reversed(stage) if cue.group == "voice"}
    channels = {cue.who: cue.concept for cue in reversed(stage) if cue.group == "channel"}
    changed = []
    for line in lines:
        one = line.speakers[0] if line.speakers else ""
        if line.kind == "speech" and one in voices:
            line = replace(line, kind=voices[one])
        if line.kind in BODY and line.channel == "seen" and one in channels:
            line = replace(line, channel=channels[one])  # type: ignore[arg-type]
        changed.append(line)
    return tuple(changed)


def drawn(panel: Directed, people: People, before: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of whom the panel shows, in the order in which they first speak or are named."""
    heard = {cue.who for cue in panel.stage if cue.group == "channel"}
    directed = [id for id in panel.named if id not in heard]
    if panel.is_detail:
        return tuple(directed)
    visible = [line for line in panel.lines if line.kind in BODY and line.channel == "seen"]
    only_heard = {id for line in panel.lines if line.channel != "seen" for id in line.speakers} - {
        id for line in visible for id in line.speakers
    } - set(directed) | heard
    shown = [id for line in visible for id in line.speakers]
    shown += directed
    shown += [id for line in panel.lines if line.kind == "sign" for id in line.speakers]
    shown += [id for line in panel.lines if line.kind in BODY for id in line.to]
    shown += [cue.concept for cue in panel.stage if cue.group == "to"]
    if not panel.has_directions:
        shown += named_in(panel.description, people)
    unique = [id for id in dict.fromkeys(shown) if id not in only_heard and id != EVERYBODY]
    if EVERYBODY in shown and len(unique) < 2:
        everybody = before if len(before) > 1 else tuple(people.declared or people.met)
        unique += [id for id in everybody if id not in unique and id not in only_heard]
    return tuple(unique)


def named_in(description: str, people: People) -> list[str]:
    """Whom a description names in the basic form outside quotation marks, in order."""
    bare = _QUOTED.sub(" ", description.replace("\u00ad", ""))
    found = [
        (match.start(), id)
        for id in people.members
        for name in _shown_names(id, people)
        if name in bare and (match := re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-]|['’:]\w)", bare))
    ]
    return [id for _, id in sorted(found)]


def _shown_names(id: str, people: People) -> tuple[str, ...]:
    name = people.members[id].name
    first = name.split(" ")[0] if name else ""
    return tuple(n for n in (name, first) if n and people.find(n) == id)


def block(panel: Directed, shown: Sequence[str], blocking: Blocking, lang: str, notes: Notes) -> tuple[Actor, ...]:
    """The actors from left to right. Who has no place yet gets a free one, in the order in which they first speak, as
    readers of ``lang`` read."""
    sides = {id: blocking.sides.get(id, "") for id in shown}
    sides |= {id: _first(panel, id, "side") for id in shown if _first(panel, id, "side")}
    depths = {id: _first(panel, id, "depth") or blocking.depths.get(id, "") for id in shown}
    _place_the_rest(sides, shown, lang)
    blocking.sides |= {id: side for id, side in sides.items() if side}
    blocking.depths |= {id: depth for id, depth in depths.items() if depth}
    blocking.seen = tuple(shown)
    actors = [_actor(panel, id, sides[id], depths[id], notes) for id in shown]
    ordered = reversed(actors) if right_to_left(lang) else actors
    return tuple(sorted(ordered, key=lambda actor: _RANK[actor.side]))


def _place_the_rest(sides: dict[str, str], shown: Sequence[str], lang: str) -> None:
    waiting = [id for id in shown if not sides[id]]
    if len(shown) == 1 or not waiting:
        return
    free = ["left", "right"] if len(shown) == 2 else ["left", *["middle"] * max(0, len(shown) - 2), "right"]
    for side in sides.values():
        if side in free:
            free.remove(side)
    if right_to_left(lang):
        free.reverse()
    for id, side in zip(waiting, (*free, *["middle"] * len(waiting)), strict=False):
        sides[id] = side


def _first(panel: Directed, id: str, group: str) -> str:
    return next((cue.concept for cue in (*panel.stage, *panel.spoken) if cue.who == id and cue.group == group), "")


def _actor(panel: Directed, id: str, side: str, depth: str, notes: Notes) -> Actor:
    directed = ((cue.concept, cue.strength) for cue in panel.stage if cue.who == id and cue.group == "feeling")
    spoken = ((line.feeling, line.strength) for line in reversed(panel.lines) if id in line.speakers and line.feeling)
    feeling, strength = next(chain(directed, spoken), ("neutral", ""))
    to = [cue.concept for cue in (*panel.stage, *panel.spoken) if cue.who == id and cue.group == "to"]
    return Actor(
        id, side, depth, _actions(panel, id, notes), feeling, strength, tuple(dict.fromkeys(to))  # type: ignore[arg-type]
    )


def _actions(panel: Directed, id: str, notes: Notes) -> tuple[str, ...]:
    done: tuple[str, ...] = ()
    cues: dict[str, Cue] = {}
    for cue in (*panel.stage, *panel.spoken):
        if cue.who != id or cue.group != "does" or cue.concept in done:
            continue
        if other := clash(done, cue.concept):
            notes.warning("too-much-for-one-body", cue.span, word=cue.text, kept=cues[other].text)
        else:
            done += (cue.concept,)
            cues[cue.concept] = cue
    wears_words = any(line.kind == "sign" and id in line.speakers for line in panel.lines)
    return (*done, "tag") if wears_words and not any(action in SURFACES for action in done) else done


def expand_everybody(lines: Sequence[Line], shown: Sequence[str]) -> tuple[Line, ...]:
    """The lines with ``ALL`` replaced by everybody in the panel."""
    return tuple(
        replace(line, speakers=tuple(dict.fromkeys([*(i for i in line.speakers if i != EVERYBODY), *shown])))
        if EVERYBODY in line.speakers
        else line
        for line in lines
    )


def warn_doubles(stage: Sequence[Cue], notes: Notes) -> None:
    """One word of each group per person: say which one was kept."""
    first: dict[tuple[str, str], Cue] = {}
    for cue in stage:
        if cue.group in ("voice", "channel", "feeling", "side", "depth"):
            kept = first.setdefault((cue.who, cue.group), cue)
            if kept.concept != cue.concept:
                notes.warning("two-of-a-group", cue.span, word=cue.text, kept=kept.text)
