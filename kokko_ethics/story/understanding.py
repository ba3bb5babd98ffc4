"""Understanding: a script becomes a story. Names become people, headings staging, arrows ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.reference.model import Reference
from kokko_ethics.script.model import Item, ReservedScene, Script, Term, Text
from kokko_ethics.source import Span
from kokko_ethics.story import acting
from kokko_ethics.story.cues import CueReader
from kokko_ethics.story.drafts import Gathered, PanelDraft, SceneDraft, gather
from kokko_ethics.story.front import Front, check_principle, read_front
from kokko_ethics.story.lines import LineReader
from kokko_ethics.story.model import Actor, CastMember, Line, Panel, PictureFile, Reflection, Scene, Story, Thing, Words
from kokko_ethics.story.naming import Ids, name_everything
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People
from kokko_ethics.story.settling import settle
from kokko_ethics.story.teaching import in_official_words
from kokko_ethics.story.turns import read_limit, read_turns
from kokko_ethics.story.ways import choice_of, connect
from kokko_ethics.story.words import joined, no_words, words_of

_NO_WORKS = Reference()


def understand(
    script: Script, cast: Mapping[str, CastMember], reference: Reference = _NO_WORKS, *, id: str, read_in: str = ""
) -> tuple[Story | None, tuple[Diagnostic, ...]]:
    """The story of ``script``, whose file stem is ``id``, with the ``reference`` works that it is published with; None
    where no panel is left to draw. ``read_in`` is the language that it will be read in, if not its own: it says on
    which side people begin."""
    notes = Notes(script.source)
    people = People.of(cast)
    front = read_front(script, people, notes, id)
    check_principle(front, reference.principles, notes)
    gathered = gather(settle(script.blocks, people, notes), notes)
    if not gathered.scenes:
        notes.error("no-panels", Span(0, min(3, len(script.source.text))))
        return None, in_order(notes.found)
    ids = name_everything(gathered, notes)
    teller = _Teller(script, people, notes, front, ids, read_in or front.lang)
    panels = _carried(connect(gathered.scenes, teller.panels(gathered.scenes), ids, notes))
    story = _story(script, people, front, gathered, panels, id)
    turns, most_to_one = read_turns(script, people, notes), read_limit(script, notes)
    story = replace(story, turns=turns, most_to_one=most_to_one, reference=reference)
    return in_official_words(story), in_order(notes.found)


@dataclass(frozen=True, slots=True)
class _Play:
    """What the lines and brackets of a panel come to."""

    lines: tuple[Line, ...]
    actors: tuple[Actor, ...]
    things: tuple[Thing, ...]
    brief: tuple[str, ...]


@dataclass(slots=True)
class _Teller:
    """Turns panel drafts into panels, in order, carrying place, time and positions on."""

    script: Script
    people: People
    notes: Notes
    front: Front
    ids: Ids
    read_in: str

    def panels(self, scenes: list[SceneDraft]) -> list[Panel]:
        panels: list[Panel] = []
        for number, scene in enumerate(scenes, 1):
            blocking = acting.Blocking()
            place, time = self.front.place, "day"
            for draft in scene.panels:
                panel = self.panel(draft, len(panels) + 1, number, place, time, blocking)
                place, time = panel.place, panel.time
                panels.append(panel)
        return panels

    def panel(
        self, draft: PanelDraft, number: int, scene: int, place: str, time: str, blocking: acting.Blocking
    ) -> Panel:
        said = self.heading(draft)
        descriptions = [item for item in draft.items if item.kind == "description"]
        words = [words_of(item.text) for item in descriptions]
        if draft.picture and draft.picture.words.raw:
            words.insert(0, words_of(draft.picture.words))
        easy = [words_of(item.easy) for item in descriptions if item.easy]
        description = joined(words) if words else no_words(draft.span)
        play = self.play(draft, description, said.get("shot") == "detail", blocking)
        lines, actors = play.lines, play.actors
        self.show(draft, actors)
        return Panel(
            id=draft.id,
            number=number,
            scene=scene,
            span=draft.span,
            shot=said.get("shot") or _shot(len(actors)),  # type: ignore[arg-type]
            size=said.get("size", ""),  # type: ignore[arg-type]
            place=said.get("place", place),
            time=said.get("time", time),  # type: ignore[arg-type]
            description=description,
            actors=actors,
            lines=lines,
            link=said.get("link", ""),
            view=said.get("view", ""),
            title=words_of(Text(draft.heading.title, draft.span)).plain if draft.heading else "",
            things=play.things,
            brief=play.brief,
            picture=_picture(draft),
            easy=joined(easy) if easy else None,
            choice=choice_of(draft, self.ids, self.notes),
            breaks_page=draft.breaks_page,
        )

    def heading(self, draft: PanelDraft) -> dict[str, str]:
        """What the heading says, by group; of two words of one group the first counts."""
        kept: dict[str, Term] = {}
        for term in draft.heading.terms if draft.heading else ():
            first = kept.setdefault(term.group, term)
            if first.concept != term.concept:
                self.notes.warning("two-of-a-group", term.span, word=term.text, kept=first.text)
        return {group: term.concept for group, term in kept.items()}

    def play(
        self, draft: PanelDraft, description: Words, is_detail: bool, blocking: acting.Blocking
    ) -> _Play:
        """What is said and done in a panel, and with which things."""
        stage = CueReader(self.people, self.script.vocabulary, self.notes)
        for directions in draft.directions:
            stage.directions(directions.phrases)
        acting.warn_doubles(stage.cues, self.notes)
        reader = LineReader(self.people, self.script.vocabulary, self.notes, self.ids, draft.id)
        for item in draft.items:
            if item.kind not in ("description", "question", "option"):
                reader.read(item)
        lines = acting.voice_from_stage(reader.lines, stage.cues)
        panel = acting.Directed(
            stage.named, stage.cues, reader.cues, lines, description.plain, bool(draft.directions), is_detail
        )
        shown = acting.drawn(panel, self.people, blocking.seen)
        lines = acting.expand_everybody(lines, shown)
        panel.lines = lines
        for one in shown:
            self.people.meet(one)
        actors = acting.block(panel, shown, blocking, self.read_in, self.notes)
        brief = tuple(dict.fromkeys((*stage.brief, *reader.brief)))
        return _Play(lines, actors, (*stage.laid.things, *reader.things), brief)

    def show(self, draft: PanelDraft, actors: tuple[Actor, ...]) -> None:
        """Tell whom the panel shows."""
        names = ", ".join(self.people.members[actor.character].name.split(" ")[0] for actor in actors) or "–"
        span = draft.heading.span if draft.heading else draft.span
        self.notes.hint("panel-shows", span, names=names)


def _picture(draft: PanelDraft) -> PictureFile | None:
    found = draft.picture
    return PictureFile(found.file.raw, found.credit, found.span) if found else None


def _shot(people: int) -> str:
    return {1: "close", 2: "medium"}.get(people, "wide")


def _carried(panels: tuple[Panel, ...]) -> tuple[Panel, ...]:
    """Mark speeches that end open and go on in the next panel."""
    changed = {panel.id: list(panel.lines) for panel in panels}
    by_id = {panel.id: panel for panel in panels}
    for panel in panels:
        follower = by_id.get(panel.goes_to)
        if follower is None:
            continue
        for speakers in dict.fromkeys(line.speakers for line in panel.lines if line.speakers):
            said, saying = _said_by(speakers, panel), _said_by(speakers, follower)
            if not (said and saying):
                continue
            last, first = said[-1], saying[0]
            if _goes_on(panel.lines[last].words.plain, follower.lines[first].words.plain):
                changed[panel.id][last] = replace(changed[panel.id][last], carries_on=True)
                changed[follower.id][first] = replace(changed[follower.id][first], carried_on=True)
    return tuple(replace(panel, lines=tuple(changed[panel.id])) for panel in panels)


def _said_by(speakers: tuple[str, ...], panel: Panel) -> list[int]:
    """Where in a panel's lines these people speak."""
    return [i for i, line in enumerate(panel.lines) if line.speakers == speakers and line.kind in acting.BODY]


def _goes_on(words: str, more: str) -> bool:
    open_end = words.rstrip(' "”»’').endswith(("…", "...", "—"))
    bare = more.lstrip(' "”“»«’')
    return open_end and (bare[:1].islower() or bare.startswith(("…", "...", "—")))


def _story(
    script: Script, people: People, front: Front, gathered: Gathered, panels: tuple[Panel, ...], id: str
) -> Story:
    scenes = []
    at = 0
    for draft in gathered.scenes:
        count = len(draft.panels)
        title = words_of(draft.heading.title).plain if draft.heading else ""
        span = draft.span.to(draft.panels[-1].span)
        scenes.append(Scene(draft.id, title, panels[at : at + count], span))
        at += count
    order = dict.fromkeys((*people.declared, *people.met))
    return Story(
        source=script.source,
        id=id,
        title=front.title,
        lang=front.lang,
        cast=tuple(people.members[one] for one in order),
        scenes=tuple(scenes),
        principle=front.principle,
        summary=front.summary,
        note=front.note,
        origin=front.origin,
        consent=front.consent,
        credits=front.credits,
        art=front.art,
        reviews=front.reviews,
        signed_by=front.signed_by,
        reflections=tuple(_reflection(item) for one in gathered.reserved for item in one.questions),
        facilitator=_markdown(gathered.reserved, "facilitator"),
        sources=_markdown(gathered.reserved, "sources"),
        headings={one.kind: one.title.raw for one in reversed(gathered.reserved)},
    )


def _markdown(reserved: list[ReservedScene], kind: str) -> str:
    return "\n\n".join(one.markdown for one in reserved if one.kind == kind and one.markdown)


def _reflection(item: Item) -> Reflection:
    to = item.names[0].concept if item.names else "all"
    audience: Literal["all", "expert", "professional"] = "expert" if to == "expert" else "all"
    return Reflection(
        "professional" if to == "professional" else audience,
        words_of(item.text),
        words_of(item.easy) if item.easy else None,
    )
