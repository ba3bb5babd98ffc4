"""Lines: balloons, captions, sounds and signs of one panel, with their speakers and how they are said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kokko_ethics.script.model import Item, Term, Text, Vocabulary
from kokko_ethics.story.cues import KEYWORD_GROUPS, Cue, CueReader
from kokko_ethics.story.model import Channel, Line, LineKind, Thing, Words
from kokko_ethics.story.naming import Ids, id_of
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People
from kokko_ethics.story.words import spoken, words_of

VOICES: dict[str, LineKind] = {
    "thinks": "thought",
    "whispers": "whisper",
    "shouts": "shout",
    "sings": "song",
    "aside": "aside",
}
_CHANNELS: dict[str, Channel] = {"off": "off", "phone": "phone", "screen": "screen"}
EVERYBODY = "*"
"""Stands for ``ALL`` until it is known who is in the panel."""


@dataclass(slots=True)
class LineReader:
    """Reads the items of one panel. ``cues`` holds what the balloons' brackets say, balloon by balloon."""

    people: People
    vocabulary: Vocabulary
    notes: Notes
    ids: Ids
    panel: str
    lines: list[Line] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    brief: list[str] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)

    def read(self, item: Item) -> None:
        """Keep a line for ``item``; nothing for one without words."""
        if not item.text.raw:
            self.notes.error("nothing-said", item.span, words=self.notes.source.words(item.span).split("\n")[0].strip())
            return
        speakers = tuple(dict.fromkeys(self._speaker(name) for name in item.names))
        if item.kind == "sign":
            self._keep(item, "sign", self._holder(item), words_of(self._sign_text(item)))
        elif item.kind in ("sound", "caption") and not speakers:
            self._keep(item, "sound" if item.kind == "sound" else "caption", (), words_of(item.text))
        else:
            self._speech(item, speakers)

    def _speech(self, item: Item, speakers: tuple[str, ...]) -> None:
        reader = CueReader(self.people, self.vocabulary, self.notes)
        opening = item.opening and self._is_manner(item)
        reader.manner((*item.how, *(item.opening if opening else ())), speakers)
        text = item.rest if opening and item.rest and item.rest.raw else item.text
        self.cues += reader.cues
        self.brief += reader.brief
        self.things += reader.laid.things
        mine = [cue for cue in reader.cues if cue.who == speakers[0]]
        voices: list[LineKind] = [VOICES[cue.concept] for cue in mine if cue.group == "voice"]
        kind: LineKind = "voice-over" if item.kind == "caption" else (*voices, "speech")[0]
        self._warn_doubles(mine)
        felt = next((cue for cue in mine if cue.group == "feeling"), None)
        line = self._keep(item, kind, speakers, spoken(text))
        self.lines[-1] = replace(
            line,
            channel=next((_CHANNELS[cue.concept] for cue in mine if cue.group == "channel"), "seen"),
            feeling=felt.concept if felt else "",
            strength=felt.strength if felt else "",
            to=tuple(dict.fromkeys(cue.concept for cue in mine if cue.group == "to")),
        )

    def _warn_doubles(self, cues: list[Cue]) -> None:
        first: dict[str, Cue] = {}
        for cue in cues:
            if cue.group in ("voice", "channel", "feeling"):
                kept = first.setdefault(cue.group, cue)
                if kept.concept != cue.concept:
                    self.notes.warning("two-of-a-group", cue.span, word=cue.text, kept=kept.text)

    def _keep(self, item: Item, kind: LineKind, speakers: tuple[str, ...], words: Words) -> Line:
        id = self.ids.own.get(id_of(item), "") or self.ids.make(f"{self.panel}-{len(self.lines) + 1}", item.span)
        line = Line(id, kind, words, item.span, speakers, easy=words_of(item.easy) if item.easy else None)
        self.lines.append(line)
        return line

    def _speaker(self, name: Term) -> str:
        if name.group == "head":
            return EVERYBODY
        known = self.people.find(name.text)
        if known is None:
            self.notes.error("unknown-speaker", name.span, self.people.nearest(name.text), name=name.text)
            known = self.people.stranger(name.text)
        self.people.meet(known)
        return known

    def _is_manner(self, item: Item) -> bool:
        """Whether a bracket right after the colon says how: half of its words are known, or it is nearly a keyword."""
        terms = [term for phrase in item.opening for term in phrase]
        if any(term.group not in ("", "joiner") for term in terms):
            known = sum(bool(term.group) for term in terms)
            return known * 2 >= len(terms)
        text = " ".join(term.text for term in terms)
        if self.people.find_inflected(text):
            return True
        return len(terms) == 1 and len(text) > 3 and self.vocabulary.nearest(KEYWORD_GROUPS, text) is not None

    def _holder(self, item: Item) -> tuple[str, ...]:
        phrases = item.how or (item.opening if self._sign_text(item) is not item.text else ())
        reader = CueReader(self.people, self.vocabulary, self.notes)
        reader.directions(phrases)
        for id in reader.named:
            self.people.meet(id)
        self.cues += reader.cues
        self.brief += reader.brief
        self.things += reader.laid.things
        return tuple(reader.named[:1])

    def _sign_text(self, item: Item) -> Text:
        named = any(self.people.find(term.text) for phrase in item.opening for term in phrase)
        return item.rest if named and item.rest is not None and item.rest.raw else item.text
