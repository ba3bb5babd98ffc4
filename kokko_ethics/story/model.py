"""Story: what the script means. Names have become people, headings staging, targets panels.

Concepts (places, feelings, actions …) carry their English keyword in lower case with hyphens, whatever language the
author wrote: ``meeting-room``, ``arms-crossed``, ``full-width``. The tables in ``script/keywords`` list them all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from kokko_ethics.reference.model import Reference
from kokko_ethics.source import Source, Span

Emphasis = Literal["plain", "stress", "loud"]
Side = Literal["expert", "professional", "other"]
LineKind = Literal["speech", "thought", "whisper", "shout", "song", "aside", "caption", "voice-over", "sound", "sign"]
Channel = Literal["seen", "off", "phone", "screen"]
Strength = Literal["", "little", "very"]
"""How strongly somebody feels; empty is as usual."""
Shot = Literal["wide", "medium", "close", "two-shot", "over-shoulder", "detail"]
Time = Literal["morning", "day", "evening", "night"]
Stand = Literal["table", "wall", "floor", ""]
"""On what a thing stands; empty leaves it to the thing."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words with one emphasis. Soft hyphens (U+00AD) and no-break spaces are still in it."""

    text: str
    emphasis: Emphasis = "plain"


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody says or reads, as the author wrote it, marks taken out. ``lang`` is their language where it is not
    the story's."""

    runs: tuple[Run, ...]
    span: Span
    lang: str = ""

    @property
    def plain(self) -> str:
        """The words for reading aloud, searching and copying: no soft hyphens, no emphasis."""
        return "".join(run.text for run in self.runs).replace("\u00ad", "")


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody is drawn, in words that the figure rig understands; see ``panels/cast/README.md`` for the values.

    Lengths are centimetres, colours ``#rrggbb``. Every field has a plain default, so a role alone
    is enough to draw somebody.
    """

    height: float = 170.0
    age: int = 40
    build: float = 1.0
    shape: str = ""
    skin: str = "#e8b48c"
    hair: str = "short"
    hair_colour: str = "#4a3426"
    streak: str = ""
    headwear: str = ""
    headwear_colour: str = "#5f8f78"
    glasses: str = ""
    beard: str = ""
    freckles: bool = False
    top: str = "shirt"
    top_colour: str = "#5f8f78"
    over: str = ""
    over_colour: str = "#6d7f9e"
    bottom: str = "trousers"
    bottom_colour: str = "#44557a"
    shoes: str = "shoes"
    shoes_colour: str = "#5b4a44"
    aids: tuple[str, ...] = ()
    wears: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody in the story. ``id`` is stable (``aino``); ``side`` says which side of the table they are on; ``voice``
    is how they sound when read aloud: ``low``, ``middle``, ``high``, or empty; ``roles`` are the languages and words in
    which the cast file tells their role."""

    id: str
    name: str
    side: Side
    role: str
    look: Look
    voice: str = ""
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in one panel: where they stand, what they do, how they feel, whom they turn to."""

    character: str
    side: Literal["left", "middle", "right", ""] = ""
    depth: Literal["front", "back", ""] = ""
    actions: tuple[str, ...] = ()
    feeling: str = "neutral"
    strength: Strength = ""
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that stage directions put into a panel: ``kind`` names it, ``count`` says how many; ``by`` is the id of
    the person beside whom it was named."""

    kind: str
    on: Stand = ""
    side: Literal["left", "middle", "right", ""] = ""
    by: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of lettering in reading order: a balloon, caption, sound effect or sign.

    ``speakers`` are cast ids (several for a balloon with several tails, the holder for a sign, nobody for a caption).
    ``carries_on`` says that the words end open and go on in the next panel, ``carried_on`` that they began in the one
    before.
    """

    id: str
    kind: LineKind
    words: Words
    span: Span
    speakers: tuple[str, ...] = ()
    channel: Channel = "seen"
    feeling: str = ""
    strength: Strength = ""
    to: tuple[str, ...] = ()
    easy: Words | None = None
    carries_on: bool = False
    carried_on: bool = False

    @property
    def manner(self) -> str:
        """How it is said, as the key of the sentence by which a voice tells it."""
        if self.kind == "sign" and self.speakers:
            return "held-sign"
        return self.channel if self.kind == "speech" and self.channel != "seen" else self.kind


@dataclass(frozen=True, slots=True)
class Option:
    """One way to go on from a choice; ``target`` is the id of a panel."""

    words: Words
    target: str
    easy: Words | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice point: the question and its options."""

    question: Words
    options: tuple[Option, ...]
    easy: Words | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that fills a panel: its file's name as the script gives it, and whom to thank."""

    file: str
    credit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel. ``number`` counts through the story from one and is the same in every output and language.

    ``goes_to`` is the id of the panel that follows, ``"end"``, or empty after a choice. ``brief`` are words of the
    directions that no table knows: notes for an artist.
    """

    id: str
    number: int
    scene: int
    span: Span
    shot: Shot
    size: Literal["small", "large", "full-width", "full-page", ""]
    place: str
    time: Time
    description: Words
    actors: tuple[Actor, ...] = ()
    lines: tuple[Line, ...] = ()
    link: str = ""
    view: str = ""
    title: str = ""
    things: tuple[Thing, ...] = ()
    brief: tuple[str, ...] = ()
    picture: PictureFile | None = None
    easy: Words | None = None
    choice: Choice | None = None
    goes_to: str = ""
    breaks_page: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A scene and the numbers of its panels (a range, from one)."""

    id: str
    title: str
    panels: tuple[Panel, ...]
    span: Span


Turn = tuple[str, ...]
"""Cast ids of those who do something together."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What the author says of the balance between people: who errs, who takes the first step to mend it, and who
    decides; each in the order in which it happens."""

    slips: tuple[Turn, ...] = ()
    repairs: tuple[Turn, ...] = ()
    decides: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Reflection:
    """A question to think about; ``to`` says whom it asks."""

    to: Literal["all", "expert", "professional"]
    words: Words
    easy: Words | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A whole script, understood. ``art`` is the id of the art pack that it is drawn with, if not with our own
    hand; ``facilitator`` and ``sources`` are the Markdown of those reserved scenes."""

    source: Source
    id: str
    title: str
    lang: str
    cast: tuple[CastMember, ...]
    scenes: tuple[Scene, ...]
    principle: str = ""
    summary: str = ""
    note: str = ""
    origin: str = ""
    consent: str = ""
    credits: tuple[str, ...] = ()
    art: str = ""
    reviews: tuple[tuple[tuple[str, str], ...], ...] = ()
    signed_by: tuple[Side, ...] = ()
    """The sides of the table that have signed the story off; it takes both."""
    turns: Turns = Turns()
    most_to_one: float = 0.0
    """How many times as many words as the other one side of the table may have; 0 leaves it to the house."""
    reflections: tuple[Reflection, ...] = ()
    facilitator: str = ""
    sources: str = ""
    headings: dict[str, str] = field(default_factory=dict)
    """The author's own headings of the reserved scenes, by ``reflection``, ``facilitator``, ``sources``."""
    foreign: tuple[tuple[str, str], ...] = ()
    """The languages of ``title``, ``summary`` and ``note`` where a translation lacks them."""
    reference: Reference = field(default_factory=Reference)
    """The principles, the glossary and the facts that it is published with."""

    @property
    def panels(self) -> tuple[Panel, ...]:
        """All panels in the order of the script."""
        return tuple(panel for scene in self.scenes for panel in scene.panels)

    @property
    def easy(self) -> Story:
        """The same story told in easy language: every ``~`` line stands in the place of the line above it."""
        scenes = tuple(replace(scene, panels=tuple(map(_easy_panel, scene.panels))) for scene in self.scenes)
        questions = tuple(replace(question, words=question.easy or question.words) for question in self.reflections)
        return replace(self, scenes=scenes, reflections=questions)

    def only(self, panels: tuple[Panel, ...]) -> Story:
        """The same story with no panels but these, which keep their ids and numbers."""
        kept = {panel.id: panel for panel in panels}
        scenes = (replace(s, panels=tuple(kept[p.id] for p in s.panels if p.id in kept)) for s in self.scenes)
        return replace(self, scenes=tuple(scene for scene in scenes if scene.panels))

    @property
    def signed_off(self) -> bool:
        """Whether an expert by experience and a professional have read it; until then it is a draft and says so."""
        return {"expert", "professional"} <= {*self.signed_by}

    def member(self, id: str) -> CastMember:
        """The person with that id.

        Raises:
            KeyError: if nobody has it.
        """
        for person in self.cast:
            if person.id == id:
                return person
        raise KeyError(id)


def _easy_panel(panel: Panel) -> Panel:
    lines = tuple(replace(line, words=line.easy or line.words) for line in panel.lines)
    choice = panel.choice
    if choice:
        options = tuple(replace(option, words=option.easy or option.words) for option in choice.options)
        choice = replace(choice, question=choice.easy or choice.question, options=options)
    return replace(panel, description=panel.easy or panel.description, lines=lines, choice=choice)
