"""Drafts: the script's blocks gathered into scenes and panels, before anything in them is understood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kokko_ethics.script.model import (
    Block,
    Directions,
    Item,
    Jump,
    PageBreak,
    PanelHeading,
    PictureLine,
    ReservedScene,
    SceneHeading,
)
from kokko_ethics.source import Span
from kokko_ethics.story.notes import Notes

_Inside = Item | Directions | Jump | PictureLine


@dataclass(slots=True)
class PanelDraft:
    """What was written under one panel heading. ``heading`` is missing where the author gave none."""

    heading: PanelHeading | None
    span: Span
    breaks_page: bool = False
    items: list[Item] = field(default_factory=list)
    directions: list[Directions] = field(default_factory=list)
    jump: Jump | None = None
    picture: PictureLine | None = None
    id: str = ""


@dataclass(slots=True)
class SceneDraft:
    """A scene heading and its panels."""

    heading: SceneHeading | None
    span: Span
    panels: list[PanelDraft] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True)
class Gathered:
    """All scenes with panels, and the reserved scenes."""

    scenes: list[SceneDraft] = field(default_factory=list)
    reserved: list[ReservedScene] = field(default_factory=list)


def gather(blocks: Iterable[Block], notes: Notes) -> Gathered:
    """Sort ``blocks`` into scenes and panels. Words before the first panel of a scene make a panel of their own."""
    gathered = Gathered()
    breaks = False
    inside = True
    for block in blocks:
        if isinstance(block, ReservedScene):
            gathered.reserved.append(block)
            inside = False
        elif isinstance(block, SceneHeading):
            gathered.scenes.append(SceneDraft(block, block.span))
            inside = True
        elif isinstance(block, PageBreak):
            breaks = True
        elif isinstance(block, PanelHeading):
            _scene(gathered, block.span, inside).panels.append(PanelDraft(block, block.span, breaks))
            breaks, inside = False, True
        else:
            panel = _panel(_scene(gathered, block.span, inside), block, breaks, notes)
            inside = True
            breaks = breaks and not panel.breaks_page
            _put(panel, block, notes)
    _drop_empty(gathered, notes)
    return gathered


def _scene(gathered: Gathered, span: Span, inside: bool) -> SceneDraft:
    if not gathered.scenes or not inside:
        gathered.scenes.append(SceneDraft(None, span))
    return gathered.scenes[-1]


def _panel(scene: SceneDraft, block: _Inside, breaks: bool, notes: Notes) -> PanelDraft:
    if not scene.panels:
        notes.warning("words-before-panel", block.span, words=notes.source.words(block.span).split("\n")[0])
        scene.panels.append(PanelDraft(None, block.span, breaks))
    return scene.panels[-1]


def _put(panel: PanelDraft, block: _Inside, notes: Notes) -> None:
    panel.span = panel.span.to(block.span)
    if isinstance(block, Item):
        panel.items.append(block)
    elif isinstance(block, Directions):
        panel.directions.append(block)
    elif isinstance(block, PictureLine):
        if panel.picture is not None:
            notes.warning("second-picture", block.span, file=panel.picture.file.raw)
        panel.picture = panel.picture or block
    elif panel.jump is not None:
        notes.error("second-jump", block.span, line=notes.line(panel.jump.span))
    else:
        panel.jump = block


def _drop_empty(gathered: Gathered, notes: Notes) -> None:
    for scene in gathered.scenes:
        if not scene.panels and scene.heading:
            notes.warning("empty-scene", scene.span, title=scene.heading.title.raw)
    gathered.scenes = [scene for scene in gathered.scenes if scene.panels]
