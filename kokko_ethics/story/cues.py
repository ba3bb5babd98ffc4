"""Cues: what brackets say about people: who, and which word of which group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kokko_ethics.script.model import HOW_GROUPS, Phrase, Term, Vocabulary
from kokko_ethics.source import Span
from kokko_ethics.story.laying import Laid
from kokko_ethics.story.model import Strength
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People

KEYWORD_GROUPS = tuple(group for group in HOW_GROUPS if group not in ("to", "joiner", "number"))
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing said about one person; for the group ``to``, ``concept`` is the id of whom they turn to.

    ``strength`` belongs to feelings.
    """

    who: str
    group: str
    concept: str
    span: Span
    text: str
    strength: Strength = ""


@dataclass(slots=True)
class CueReader:
    """Reads brackets. ``named`` are those whom stage directions put on stage, ``laid`` collects the things, ``brief``
    the words no table knows."""

    people: People
    vocabulary: Vocabulary
    notes: Notes
    cues: list[Cue] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    laid: Laid = field(default_factory=Laid)
    brief: list[str] = field(default_factory=list)
    who: list[str] = field(default_factory=list)
    towards: bool = False
    joining: bool = False
    unknown: list[Term] = field(default_factory=list)
    strength: Term | None = None

    def directions(self, phrases: Sequence[Phrase]) -> None:
        """Read stage directions: each person is followed by what they do."""
        self.who = []
        for phrase in phrases:
            self._phrase(phrase, on_stage=True)

    def manner(self, phrases: Sequence[Phrase], speakers: Sequence[str]) -> None:
        """Read the bracket of a balloon, which is about its ``speakers``."""
        for phrase in phrases:
            self.who = list(speakers)
            self._phrase(phrase, on_stage=False)

    def _phrase(self, phrase: Phrase, on_stage: bool) -> None:
        self.towards = self.joining = False
        self.laid.begin()
        acted = on_stage
        at = 0
        while at < len(phrase):
            found = self._name(phrase, at)
            if found:
                self._flush()
                id, towards, count = found
                self._person(id, towards, phrase[at], on_stage, acted)
                at += count
                acted = False
                continue
            term = phrase[at]
            at += 1
            if term.group == "joiner":
                self.joining = True
            elif term.group == "to":
                self._flush()
                self.towards = True
            elif term.group:
                self._flush()
                acted = True
                self.joining = self.towards = False
                self._known(term)
            else:
                self._strange(term, phrase[0] is term and on_stage)
        self._flush()
        self._left_over()

    def _name(self, phrase: Phrase, at: int) -> tuple[str, bool, int] | None:
        for count in range(min(_LONGEST_NAME, len(phrase) - at), 0, -1):
            words = " ".join(term.text for term in phrase[at : at + count])
            if id := self.people.find(words):
                return id, False, count
        term = phrase[at]
        if not term.group and (inflected := self.people.find_inflected(term.text.rstrip(".!?"))):
            return *inflected, 1
        return None

    def _person(self, id: str, inflected: bool, term: Term, on_stage: bool, acted: bool) -> None:
        others = [one for one in self.who if one != id]
        if self.who and (self.towards or inflected or not on_stage):
            for one in others:
                self.cues.append(Cue(one, "to", id, term.span, term.text))
            self.towards = self.towards and not inflected
        elif self.joining and not acted and self.who:
            self.who.append(id)
        else:
            self.who = [id]
            self.laid.on = ""
        if on_stage and not (self.towards or (inflected and others)) and id not in self.named:
            self.named.append(id)
        self.joining = False

    def _known(self, term: Term) -> None:
        kind = self.vocabulary.concept("prop", term.text.rstrip(".!?:"))
        if kind and (term.group == "prop" or self.laid.on or not self.who):
            self.laid.put(kind, self.who[-1] if self.who else "")
        elif term.group in ("on", "number"):
            self.laid.hear(term)
        elif term.group == "side" and (self.laid.named or not self.who):
            self.laid.hear_side(term)
        elif term.group == "strength":
            self._unspent()
            self.strength = term
        else:
            self._keyword(term)

    def _keyword(self, term: Term) -> None:
        if not self.who:
            self.notes.warning("direction-without-name", term.span, word=term.text)
            self.brief.append(term.text)
        strength: Strength = ""
        if term.group == "feeling" and self.strength:
            strength, self.strength = self.strength.concept, None  # type: ignore[assignment]
        self.cues += [Cue(one, term.group, term.concept, term.span, term.text, strength) for one in self.who]

    def _left_over(self) -> None:
        """At the end of a phrase: a side that nothing stands on, a strength without a feeling."""
        if self.laid.side:
            self.notes.warning("direction-without-name", self.laid.side.span, word=self.laid.side.text)
            self.brief.append(self.laid.side.text)
        self._unspent()

    def _unspent(self) -> None:
        if self.strength:
            self.notes.warning("strength-without-feeling", self.strength.span, word=self.strength.text)
            self.strength = None

    def _strange(self, term: Term, begins: bool) -> None:
        if begins and term.text[:1].isupper():
            self.who = []
        self.strength = None  # it belongs to this word, which is told
        self.unknown.append(term)

    def _flush(self) -> None:
        """Warn about the unknown words read so far, as one."""
        if not self.unknown:
            return
        words = " ".join(term.text for term in self.unknown)
        span = self.unknown[0].span.to(self.unknown[-1].span)
        near = self.vocabulary.nearest(KEYWORD_GROUPS, words)
        if near is None and (self.towards or self.unknown[0].text[:1].isupper()):
            near = self.people.nearest(words)
        near = near or self.vocabulary.nearest(KEYWORD_GROUPS, self.unknown[0].text)
        self.notes.warning("unknown-direction", span, near, word=words)
        self.brief.append(words)
        self.unknown = []
        self.towards = False
