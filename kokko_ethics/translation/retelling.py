"""Retelling: one walk through everything in a story that has words to translate, in the order of the script.

Those who collect passages and those who lay a translation on a story walk the same way, so their ids cannot differ.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from kokko_ethics.script.model import Text
from kokko_ethics.source import Span
from kokko_ethics.story.model import CastMember, Choice, Line, Option, Panel, Reflection, Scene, Story, Words
from kokko_ethics.story.words import marked, spoken, words_of
from kokko_ethics.translation.cutting import Piece, put_together
from kokko_ethics.translation.model import Kind, Passage
from kokko_ethics.wording import LANGUAGES, say

_OTHER_SCRIPTS = (
    "am", "ar", "be", "bg", "bn", "ckb", "el", "fa", "he", "hi", "hy", "ja", "ka", "km", "ko", "ku", "mk", "my", "ne",
    "pa", "ps", "ru", "si", "sr", "ta", "te", "th", "ti", "uk", "ur", "yi", "zh",
)  # fmt: skip
"""Languages that write people's names in letters of their own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What to show for a passage: its words with their marks, and their language where it isn't the translation's."""

    words: str
    lang: str = ""


_SPOKEN = ("speech", "thought", "whisper", "shout", "song", "aside", "voice-over")
_COUNT = re.compile(r"-\d+\Z")

Tell = Callable[[Passage], Told]


def retell(story: Story, lang: str, tell: Tell) -> Story:
    """``story`` in ``lang``, with every passage as ``tell`` gives it."""
    return _Reteller(story, lang, tell).story()


def passages(story: Story, lang: str) -> tuple[Passage, ...]:
    """Everything in ``story`` that has to be translated into ``lang``, in the order of the script."""
    found: list[Passage] = []

    def collect(passage: Passage) -> Told:
        found.append(passage)
        return Told(passage.words)

    retell(story, lang, collect)
    return tuple(found)


@dataclass(slots=True)
class _Reteller:
    old: Story
    lang: str
    tell: Tell
    ready: dict[str, str] = field(default_factory=dict)
    foreign: list[tuple[str, str]] = field(default_factory=list)

    def story(self) -> Story:
        old = self.old
        self.ready = dict(_known_words(old, self.lang))
        told = replace(
            old,
            title=self.text("front/title", "title", old.title),
            summary=self.text("front/summary", "summary", old.summary),
            note=self.text("front/note", "note", "" if self.says_none(old.note) else old.note),
            cast=tuple(self.member(member) for member in old.cast),
            scenes=tuple(self.scene(scene) for scene in old.scenes),
            headings=dict(self.headings()),
            reflections=tuple(self.reflection(n, one) for n, one in enumerate(old.reflections, 1)),
            facilitator=self.markdown("facilitator", old.facilitator),
            sources=self.markdown("sources", old.sources),
            credits=tuple(self.credits()),
            reviews=tuple(self.review(n, review) for n, review in enumerate(old.reviews, 1)),
            lang=self.lang,
        )
        return replace(told, foreign=tuple(self.foreign))

    # Plain texts of the front matter

    def text(self, id: str, kind: Kind, words: str, ready: str = "", seen: str = "") -> str:
        if not words.strip():
            return ""
        ready = ready or self.ready.get(words, "")
        told = self.tell(Passage(id, kind, words, marked=False, ready=ready, seen=seen))
        if told.lang and kind in ("title", "summary", "note"):
            self.foreign.append((kind, told.lang))
        return told.words

    def says_none(self, note: str) -> bool:
        return note.strip(" .").lower() in say("pages", self.old.lang, "note", "none").split(", ")

    def member(self, member: CastMember) -> CastMember:
        """Somebody with their name and role. Names of the cast are kept where letters are the same."""
        roles = dict(member.roles)
        tongue = self.lang.split("-")[0].lower()
        same = member.name if roles and tongue not in _OTHER_SCRIPTS else ""
        name = self.text(f"cast/{member.id}/name", "name", member.name, same, member.role)
        if member.role in roles.values() and (known := roles.get(self.lang.lower()) or roles.get(tongue)):
            return replace(member, name=name, role=known)
        role = self.text(f"cast/{member.id}/role", "role", member.role, "", member.name)
        return replace(member, name=name, role=role)

    def credits(self) -> Iterator[str]:
        principles, name = self.old.reference.principles, self.old.principle
        draft = principles.draft_note(name, self.old.lang)
        for number, credit in enumerate(self.old.credits, 1):
            if " ".join(credit.split()) == draft:
                yield principles.draft_note(name, self.lang)
            else:
                yield self.text(f"front/credit-{number}", "credit", credit)

    def review(self, number: int, review: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (key, self.text(f"front/review-{number}", "review", said) if key == "role" else said)
            for key, said in review
        )

    def headings(self) -> Iterator[tuple[str, str]]:
        """Headings of the author's own; where they are the house's, the house says them in every language."""
        for kind, title in self.old.headings.items():
            if title.casefold() != say("pages", self.old.lang, "heading", kind).casefold():
                yield kind, self.text(f"{kind}/heading", "heading", title)

    # Scenes and panels

    def scene(self, scene: Scene) -> Scene:
        return replace(scene, panels=tuple(self.panel(panel, scene.id) for panel in scene.panels))

    def panel(self, panel: Panel, scene: str) -> Panel:
        place = _Place(self, panel.id, not _is_counted(panel.id, scene), panel.number)
        described = place.at("description", "description")
        seen = replace(place, seen=panel.description.plain)
        return replace(
            panel,
            description=described.words(panel.description),
            easy=described.easy(panel.easy),
            lines=tuple(self.lines(panel, seen)),
            choice=self.choice(panel.choice, seen) if panel.choice else None,
        )

    def lines(self, panel: Panel, place: _Place) -> Iterator[Line]:
        counts: Counter[str] = Counter()
        names = {member.id: member.name for member in self.old.cast}
        for line in panel.lines:
            sort = line.kind if line.kind in ("caption", "sign", "sound") else "line"
            counts[sort] += 1
            spot = place.at(f"{sort}-{counts[sort]}", line.kind, "" if _is_counted(line.id, panel.id) else line.id)
            spot = replace(
                spot, speaker=", ".join(names.get(who, who) for who in line.speakers), manner=tuple(_manner(line)),
                spans=(line.span,),
            )  # fmt: skip
            yield replace(line, words=spot.words(line.words), easy=spot.easy(line.easy))

    def choice(self, choice: Choice, place: _Place) -> Choice:
        own = "" if _is_counted(choice.id, f"{place.base}-choice") else choice.id
        spot = place.at("question", "question", own)
        question, easy = spot.words(choice.question), spot.easy(choice.easy)
        options = tuple(self.option(number, option, place) for number, option in enumerate(choice.options, 1))
        return replace(choice, question=question, easy=easy, options=options)

    def option(self, number: int, option: Option, place: _Place) -> Option:
        own = "" if _is_counted(option.id, f"{place.base}-option") else option.id
        spot = place.at(f"option-{number}", "option", own)
        return replace(option, words=spot.words(option.words), easy=spot.easy(option.easy))

    # Reserved scenes

    def reflection(self, number: int, one: Reflection) -> Reflection:
        place = _Place(self, "reflection", False).at(str(number), "reflection")
        return replace(one, words=place.words(one.words), easy=place.easy(one.easy))

    def markdown(self, name: str, text: str) -> str:
        def translated(number: int, piece: Piece) -> str:
            ready = self.ready.get(piece.words, "")
            return self.tell(Passage(f"{name}/{number}", piece.kind, piece.words, firm=False, ready=ready)).words

        return put_together(text, translated)


def _is_counted(id: str, above: str) -> bool:
    """Whether the house made an id by counting below ``above``; else the author gave it."""
    return re.fullmatch(rf"{re.escape(above)}(-\d+)*", id) is not None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words stand, and what is known of them. ``base`` is the id of a panel, or one that the author gave."""

    reteller: _Reteller
    base: str
    firm: bool
    panel: int = 0
    name: str = ""
    kind: Kind = "description"
    spans: tuple[Span, ...] = ()
    speaker: str = ""
    manner: tuple[tuple[str, str], ...] = ()
    seen: str = ""

    def at(self, name: str, kind: Kind, own: str = "") -> _Place:
        """The place of one thing here; ``own`` is its own id, which then stands for the panel's."""
        if not own:
            return replace(self, name=name, kind=kind)
        return replace(self, base=own, name=_COUNT.sub("", name), kind=kind, firm=True)

    def words(self, words: Words) -> Words:
        return self._told(words, "") if words.plain.strip() else words

    def easy(self, words: Words | None) -> Words | None:
        return self._told(words, "/easy") if words and words.plain.strip() else words

    def _told(self, words: Words, easy: str) -> Words:
        written = marked(words)
        passage = Passage(
            f"{self.base}/{self.name}{easy}", self.kind, written, (words.span, *(() if easy else self.spans)),
            easy=bool(easy), firm=self.firm, panel=self.panel, speaker=self.speaker, manner=self.manner,
            seen=self.seen, ready=self.reteller.ready.get(words.plain, ""),
        )  # fmt: skip
        told = self.reteller.tell(passage)
        if told == Told(written):
            return words
        read = spoken if self.kind in _SPOKEN else words_of
        return replace(read(Text(told.words, words.span)), lang=told.lang)


def _manner(line: Line) -> Iterator[tuple[str, str]]:
    voices = {"thought": "thinks", "whisper": "whispers", "shout": "shouts", "song": "sings", "aside": "aside"}
    if line.kind in voices:
        yield "voice", voices[line.kind]
    if line.channel != "seen":
        yield "channel", line.channel
    if line.feeling:
        yield "feeling", line.feeling


def _known_words(story: Story, lang: str) -> Iterator[tuple[str, str]]:
    """The title and the sentence of the story's principle, which the house translates itself."""
    if lang.split("-")[0].lower() not in LANGUAGES:
        return
    if known := story.reference.principles.find(story.principle):
        yield known.title_in(story.lang), known.title_in(lang)
        yield known.sentence_in(story.lang), known.sentence_in(lang)
