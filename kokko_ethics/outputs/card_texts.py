"""What stands on cards: words that are measured before they are set, so that no card is too small for its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kokko_ethics.drawing.model import Drawing
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import MM
from kokko_ethics.outputs.asking import asked
from kokko_ethics.outputs.blanks import LEADING
from kokko_ethics.outputs.facilitation import expectations, facilitation_of
from kokko_ethics.outputs.line_count import line_count
from kokko_ethics.outputs.matter import Matter, Way, cast_of, role_of
from kokko_ethics.outputs.portraits import FACE, portraits
from kokko_ethics.story.model import CastMember, Side, Story
from kokko_ethics.typeface import Face
from kokko_ethics.wording import say, table

Kind = Literal["role", "choice", "question", "own"]

WIDTH, HEIGHT = 81 * MM, 54 * MM
"""The part of a card that holds words."""
TYPE, LINE = 11.0, 14.0
"""Type size and line height of what stands on cards."""
LARGE, LARGE_LINE = 16.0, 20.0
"""The same of names and questions."""
SPACE, BESIDE = 4.0, 10.0
"""Points between paragraphs, and between a portrait and a name."""
PORTRAIT = 60.0
"""Width and height of a portrait."""

_OPPOSITE: dict[Side, Side] = {"expert": "professional", "professional": "expert"}


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: bold words before it and behind it, and whether it is set large."""

    words: str
    before: str = ""
    behind: str = ""
    large: bool = False

    def height(self, width: float) -> float:
        """How high it is when it is set that wide, in points."""
        size, line = (LARGE, LARGE_LINE) if self.large else (TYPE, LINE)
        pieces: list[tuple[Face, str]] = [
            ("caption-stress", self.before), ("caption", self.words), ("caption-stress", self.behind)
        ]  # fmt: skip
        return line * line_count([(face, words) for face, words in pieces if words], width / size)


@dataclass(frozen=True, slots=True)
class Card:
    """A card: what kind it is, its heading and the texts below. A role has ``lines`` beside its portrait; a card for
    questions of one's own has ``rules`` to write on. ``panel`` is the number of the panel that is meant, 0 if
    none is."""

    kind: Kind
    heading: str
    texts: tuple[Text, ...] = ()
    lines: tuple[str, ...] = ()
    portrait: Drawing | None = None
    rules: int = 0
    panel: int = 0

    @property
    def free(self) -> float:
        """The height that is left below the texts of a card without a portrait, in points."""
        return HEIGHT - _height_of(self.heading) - sum(SPACE + text.height(WIDTH) for text in self.texts)


def cards_of(edition: Edition, matter: Matter) -> tuple[Card, ...]:
    """The cards of a story: its people, its choices, its questions."""
    return (*_roles(edition, matter), *_choices(matter), *_questions(edition.story, matter))


def own_card(lang: str) -> Card:
    """A card for a question of one's own."""
    rules = int((HEIGHT - LINE) / LEADING)
    return Card("own", say("pages", lang, "cards", "own"), rules=rules)


def _roles(edition: Edition, matter: Matter) -> Iterator[Card]:
    story, lang = edition.story, matter.lang
    cast, said = cast_of(story), expectations(story, facilitation_of(story))
    heads = portraits(edition.a4, room=FACE, ground="#ffffff")
    for member in cast:
        drawn = heads.get(member.id)
        lines = tuple(filter(None, (_role_line(member, lang),)))
        taken = _top(member.name, lines, drawn is not None) + SPACE
        swap = _swap(member, cast, lang)
        texts = next((
            texts for texts in ((*aim, *swap) for aim in _aims(member, said, lang))
            if taken + _stack(texts) <= HEIGHT
        ), ())  # fmt: skip
        yield Card("role", member.name, texts, lines, drawn)


def _aims(member: CastMember, said: dict[Side, str], lang: str) -> Iterator[tuple[Text, ...]]:
    """What to try in a role, from the fullest words to none."""
    label = say("pages", lang, "cards", "aim")
    if quote := said.get(member.side):
        yield (Text(say("pages", lang, "cards", "say-and-ask", quote=quote), label),)
        yield (Text(say("pages", lang, "cards", "say", quote=quote), label),)
    yield (Text(say("pages", lang, "cards", "aim-side" if member.side in _OPPOSITE else "aim-other"), label),)
    yield ()


def _swap(member: CastMember, cast: tuple[CastMember, ...], lang: str) -> tuple[Text, ...]:
    """With whom to swap: the first of the other side; with anybody where there is nobody."""
    other = next((one for one in cast if one.side == _OPPOSITE.get(member.side, "")), None)
    label = say("pages", lang, "cards", "swap")
    key, values = ("swap-with", {"name": other.name}) if other else ("swap-any", {})
    return (Text(say("pages", lang, "cards", key, **values), label),)


def _role_line(member: CastMember, lang: str) -> str:
    """The role, with the side of the table where the role does not name it; empty for somebody without either."""
    role, side = role_of(member, lang), table("pages", lang)["side"].get(member.side, "")
    whole = role if side.lower() in role.lower() else f"{role} ({side})"
    return say("pages", lang, "cards", "role-of", role=whole) if role else ""


def _choices(matter: Matter) -> Iterator[Card]:
    for fork in matter.forks:
        ways = tuple(Text(_even(way.saying.words), behind=_way_on(way, matter.lang)) for way in fork.ways)
        heading = say("pages", matter.lang, "cards", "choice-after", label=fork.after)
        texts = (Text(_even(fork.question.words), large=True), *ways)
        yield from _flowed("choice", heading, texts, matter.lang, int(fork.after))


def _questions(story: Story, matter: Matter) -> Iterator[Card]:
    for one in asked(story, matter.questions):
        texts = (Text(_even(one.words), large=True), *((Text(one.look),) if one.look else ()))
        heading = say("pages", matter.lang, "cards", "question-to", to=one.question.to)
        yield from _flowed("question", heading, texts, matter.lang, next(iter(one.panels), 0))


def _way_on(way: Way, lang: str) -> str:
    """Where an option leads; its words stay on one line."""
    key, values = ("to", {"label": way.label}) if way.label else ("to-end", {})
    return say("pages", lang, "choice", key, **values).replace(" ", "\u00a0")


def _even(words: str) -> str:
    return " ".join(words.split())


def _flowed(kind: Kind, heading: str, texts: tuple[Text, ...], lang: str, panel: int) -> Iterator[Card]:
    """As many cards as the texts need; what does not fit goes on on the next one. Large words are set smaller where
    that saves a card."""
    room = HEIGHT - _height_of(heading)
    small = tuple(Text("", before=text.words) if text.large else text for text in texts)
    if _stack(texts) + SPACE > room >= _stack(small) + SPACE:
        texts = small
    more = f"{heading} ({say('pages', lang, 'cards', 'goes-on')})"
    waiting, here = list(texts), heading
    while waiting:
        room = HEIGHT - _height_of(here)
        taken: list[Text] = []
        while waiting and SPACE + waiting[0].height(WIDTH) <= room:
            room -= SPACE + waiting[0].height(WIDTH)
            taken.append(waiting.pop(0))
        if not taken:
            first, rest = _split(waiting.pop(0), room - SPACE)
            taken, waiting = [first], [*rest, *waiting]
        yield Card(kind, here, tuple(taken), panel=panel)
        here = more


def _height_of(heading: str) -> float:
    return line_count([("caption-stress", heading)], WIDTH / TYPE) * LINE


def _split(text: Text, room: float) -> tuple[Text, list[Text]]:
    """As many words of a text as have room (of a single endless word as many letters), and the rest of it."""
    glue = " " if " " in text.words else ""
    parts = text.words.split(" ") if glue else list(text.words)

    def beginning(count: int) -> Text:
        return Text(f"{glue.join(parts[:count])} …", text.before, large=text.large)

    count = next((k for k in range(len(parts) - 1, 1, -1) if beginning(k).height(WIDTH) <= room), 1)
    rest = Text(glue.join(parts[count:]), behind=text.behind, large=text.large)
    return beginning(count), [rest] if rest.words else []


def _top(name: str, lines: tuple[str, ...], drawn: bool) -> float:
    """The height of a name with the lines below it, beside a portrait."""
    width = WIDTH - (PORTRAIT + BESIDE if drawn else 0.0)
    below = sum(line_count([("caption", line)], width / TYPE) * LINE for line in lines)
    return max(PORTRAIT if drawn else 0.0, line_count([("caption-stress", name)], width / LARGE) * LARGE_LINE + below)


def _stack(texts: tuple[Text, ...]) -> float:
    return sum(text.height(WIDTH) for text in texts) + SPACE * max(0, len(texts) - 1)
