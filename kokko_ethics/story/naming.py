"""Naming: stable ids for scenes, panels and choices; the author's own come first."""

from __future__ import annotations

from dataclasses import dataclass, field

from kokko_ethics.script.model import Item, Text
from kokko_ethics.source import Span
from kokko_ethics.story.drafts import Gathered, PanelDraft, SceneDraft
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import slug

END = "end"


@dataclass(slots=True)
class Ids:
    """Which ids are taken. ``targets`` leads from every id that an arrow may name to the id of a panel."""

    notes: Notes
    taken: dict[str, Span] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    own: dict[int, str] = field(default_factory=dict)

    def claim(self, written: Text | None) -> str:
        """The author's id, or nothing where there is none or somebody has it already."""
        if written is None:
            return ""
        key = written.raw.casefold()
        if key == END:
            self.notes.error("id-reserved", written.span, id=written.raw)
            return ""
        if key in self.taken:
            self.notes.error("id-twice", written.span, id=written.raw, line=self.notes.line(self.taken[key]))
            return ""
        self.taken[key] = written.span
        return written.raw

    def make(self, wanted: str, span: Span) -> str:
        """An id like ``wanted`` that nobody has."""
        id, number = wanted, 2
        while id.casefold() in self.taken or id == END:
            id, number = f"{wanted}-{number}", number + 1
        self.taken[id.casefold()] = span
        return id


def id_of(thing: object) -> int:
    """The key under which :class:`Ids` keeps the author's id of a draft or an item."""
    return id(thing)


def name_everything(gathered: Gathered, notes: Notes) -> Ids:
    """Give every scene and panel its id."""
    ids = Ids(notes)
    claimed = _claims(gathered, ids)
    for number, scene in enumerate(gathered.scenes, 1):
        title = scene.heading.title.raw if scene.heading else ""
        scene.id = claimed.get(id_of(scene), "") or ids.make(slug(title) or f"scene-{number}", scene.span)
        for count, panel in enumerate(scene.panels, 1):
            panel.id = claimed.get(id_of(panel), "") or ids.make(f"{scene.id}-{count}", panel.span)
    for scene in gathered.scenes:
        ids.targets.setdefault(scene.id.casefold(), scene.panels[0].id)
        for panel in scene.panels:
            ids.targets[panel.id.casefold()] = panel.id
    return ids


def _claims(gathered: Gathered, ids: Ids) -> dict[int, str]:
    """The author's ids in the order of the file, by the identity of what they name."""
    claimed: dict[int, str] = {}

    def claim(thing: SceneDraft | PanelDraft | Item, written: Text | None) -> None:
        if own := ids.claim(written):
            claimed[id_of(thing)] = own

    for scene in gathered.scenes:
        claim(scene, scene.heading.id if scene.heading else None)
        for panel in scene.panels:
            claim(panel, panel.heading.id if panel.heading else None)
            for item in panel.items:
                claim(item, item.id)
    ids.own = claimed
    return claimed
