"""Front: what the front matter says about the story and about its people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kokko_ethics.reference.model import Principles
from kokko_ethics.script.model import COMMAS, Entry, FrontValue, Script
from kokko_ethics.source import Span
from kokko_ethics.spelling import nearest
from kokko_ethics.story.looks import found_at, look_of, voice_of, without_voice
from kokko_ethics.story.model import CastMember, Look, Side
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People, side_of, slug
from kokko_ethics.story.sign_off import Record, read_reviews

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_PLAIN_ROLE = "passer-by"


@dataclass(slots=True)
class Front:
    """The front matter, understood. ``place`` is a concept."""

    title: str = ""
    lang: str = "fi"
    place: str = "nowhere"
    principle: str = ""
    summary: str = ""
    note: str = ""
    origin: str = ""
    consent: str = ""
    credits: tuple[str, ...] = ()
    art: str = ""
    reviews: tuple[Record, ...] = ()
    signed_by: tuple[Side, ...] = ()
    entries: dict[str, Entry] = field(default_factory=dict)


def read_front(script: Script, people: People, notes: Notes, id: str) -> Front:
    """What the front matter says; people whom it declares are added to ``people``."""
    front = Front(entries={entry.key: entry for entry in script.front if entry.key})
    values = {key: entry.value for key, entry in front.entries.items()}
    for key in ("principle", "summary", "note", "consent", "art"):
        setattr(front, key, text_of(values.get(key, "")))
    front.title = text_of(values.get("title", ""))
    front.credits = texts_of(values.get("credits", ()), commas=False)
    front.reviews, front.signed_by = read_reviews(script, notes)
    _origin(front, script, notes)
    start = script.front[0].span if script.front else Span(0, min(len(script.source.text), 1))
    if not front.title:
        notes.error("title-missing", start)
        front.title = id
    _lang(front, notes, start)
    _place(front, script, notes)
    if "cast" in front.entries:
        _declare(front.entries["cast"], script, people, notes)
    return front


def check_principle(front: Front, principles: Principles, notes: Notes) -> None:
    """Tell when the story names a principle that its file does not have."""
    if front.principle and principles.entries and principles.find(front.principle) is None:
        known = [one.id for one in principles.entries]
        listed = ", ".join(f"{one.number} {one.id}" for one in principles.entries)
        near = nearest(front.principle, known)
        notes.error("unknown-principle", front.entries["principle"].span, near, word=front.principle, known=listed)


def _lang(front: Front, notes: Notes, start: Span) -> None:
    entry = front.entries.get("lang")
    written = text_of(entry.value) if entry else ""
    if not written:
        notes.error("lang-missing", start)
    elif not _TAG.fullmatch(written):
        notes.error("lang-malformed", entry.span if entry else start, value=written)
    else:
        tongue, *rest = written.split("-")
        front.lang = "-".join([tongue.lower(), *rest])


def _origin(front: Front, script: Script, notes: Notes) -> None:
    entry = front.entries.get("origin")
    written = text_of(entry.value) if entry else ""
    concept = script.vocabulary.concept("origin", written)
    if entry and written and concept is None:
        near = script.vocabulary.nearest(("origin",), written)
        notes.warning("unknown-origin", entry.span, near, word=written)
    front.origin = concept or written


def _place(front: Front, script: Script, notes: Notes) -> None:
    entry = front.entries.get("place")
    written = text_of(entry.value) if entry else ""
    if entry and written:
        concept = script.vocabulary.concept("place", written)
        if concept is None:
            near = script.vocabulary.nearest(("place",), written)
            notes.warning("unknown-place", entry.span, near, word=written)
        front.place = concept or front.place


def _declare(entry: Entry, script: Script, people: People, notes: Notes) -> None:
    """``Name: role``, ``Name: {look}``, or names alone."""
    value = entry.value
    parts: list[tuple[str, FrontValue]] = []
    if isinstance(value, dict):
        parts = list(value.items())
    elif isinstance(value, tuple):
        for part in value:
            parts += list(part.items()) if isinstance(part, dict) else [(name, "") for name in texts_of(part)]
    else:
        parts = [(name, "") for name in texts_of(value)]
    for name, said in parts:
        _declare_one(name, said, entry, script, people, notes)


def _declare_one(name: str, said: FrontValue, entry: Entry, script: Script, people: People, notes: Notes) -> None:
    at = notes.source.text.find(name, entry.span.start, entry.span.end)
    span = Span(at, at + len(name)) if at >= 0 else entry.span
    known = people.find(name)
    if known is None and not said:
        notes.error("unknown-cast-name", span, people.nearest(name), name=name)
    member = people.members[known] if known else CastMember(_new_id(name, people), name, "other", "", Look())
    if isinstance(said, str) and said:
        side = side_of(said, script.vocabulary)
        member = replace(member, role=said, side=member.side if known and side == "other" else side)
    elif isinstance(said, dict):
        member = _looking(member, said, span, script, notes)
    people.add(member)
    if member.id not in people.declared:
        people.declared.append(member.id)


def _new_id(name: str, people: People) -> str:
    id = slug(name) or f"person-{len(people.members) + 1}"
    while id in people.members:
        id += "-x"
    return id


def _looking(
    member: CastMember, said: Mapping[str, FrontValue], span: Span, script: Script, notes: Notes
) -> CastMember:
    """Somebody with the look and the role that a mapping gives."""

    def complain(code: str, word: str, near: str | None, values: dict[str, str]) -> None:
        place = found_at(notes.source.text, word, values.get("value", ""), span)
        notes.warning(code, place, near, name=member.name, **values)

    roles = {key for key in said if script.vocabulary.concept("review", key) == "role"}
    role = next((text_of(said[key]) for key in said if key in roles), "")
    written: dict[str, object] = {key: value for key, value in said.items() if key not in roles and key != "look"}
    inner = said.get("look")
    if isinstance(inner, dict):
        written |= inner
    if voice := voice_of(written, complain, script.lang):
        member = replace(member, voice=voice)
    written = without_voice(written)
    member = replace(member, look=look_of(written, complain, script.lang, member.look)) if written else member
    return replace(member, role=role, side=side_of(role, script.vocabulary)) if role else member


def text_of(value: FrontValue) -> str:
    """A value as one text, whatever its shape."""
    if isinstance(value, str):
        return value.replace("\u00ad", "").strip()
    if isinstance(value, dict):
        return ", ".join(f"{key}: {text_of(inner)}" for key, inner in value.items())
    return ", ".join(text_of(inner) for inner in value)


def texts_of(value: FrontValue, commas: bool = True) -> tuple[str, ...]:
    """A value as a list of texts; ``commas`` separate names."""
    parts = value if isinstance(value, tuple) else (value,)
    texts = [text_of(part) for part in parts]
    if commas:
        texts = [piece.strip() for text in texts for piece in re.split(f"[{COMMAS}]", text)]
    return tuple(text for text in texts if text)
