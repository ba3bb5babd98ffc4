"""Ways: where each panel leads, and whether every way through the story arrives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kokko_ethics.script.model import Item
from kokko_ethics.source import Span
from kokko_ethics.spelling import nearest
from kokko_ethics.story.drafts import PanelDraft, SceneDraft
from kokko_ethics.story.model import Choice, Option, Panel
from kokko_ethics.story.naming import END, Ids, id_of
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.words import words_of

Edges = Mapping[str, Sequence[str]]


def choice_of(draft: PanelDraft, ids: Ids, notes: Notes) -> Choice | None:
    """The choice at the end of a panel, its targets resolved; None without one, or where no option leads anywhere."""
    question = None
    options: list[Option] = []
    count = 0
    for item in draft.items:
        if item.kind == "question":
            if question is not None:
                notes.error("second-question", item.span, line=notes.line(question.span))
            question = question or item
        elif item.kind == "option":
            count += 1
            if question is None:
                notes.error("option-without-question", item.span, words=item.text.raw)
                continue
            target = None
            if item.target is None:
                notes.error("option-without-target", item.span, words=item.text.raw)
            elif item.ends:
                notes.error("option-to-end", item.target.span, words=item.text.raw)
            else:
                target = _target(item.target.raw, item.target.span, ids, notes)
            if target:
                id = ids.own.get(id_of(item)) or ids.make(f"{draft.id}-option-{count}", item.span)
                options.append(Option(words_of(item.text), target, words_of(item.easy) if item.easy else None, id))
    if question is None:
        return None
    if not count:
        notes.error("question-without-options", question.span, words=question.text.raw)
    if not options:
        return None
    id = ids.own.get(id_of(question)) or ids.make(f"{draft.id}-choice", question.span)
    return Choice(words_of(question.text), tuple(options), words_of(question.easy) if question.easy else None, id)


def _target(written: str, span: Span, ids: Ids, notes: Notes) -> str | None:
    found = ids.targets.get(written.casefold())
    if found is None:
        notes.error("missing-target", span, nearest(written, tuple(ids.targets)), target=written)
    return found


def connect(scenes: Sequence[SceneDraft], panels: Sequence[Panel], ids: Ids, notes: Notes) -> tuple[Panel, ...]:
    """The panels with ``goes_to`` filled in, after checking every way through the story."""
    drafts = [panel for scene in scenes for panel in scene.panels]
    connected = []
    implicit: dict[str, str] = {}
    for number, (draft, panel) in enumerate(zip(drafts, panels, strict=True)):
        follows = panels[number + 1].id if number + 1 < len(panels) else END
        goes_to = follows
        if panel.choice:
            goes_to = ""
            if draft.jump:
                notes.warning("jump-after-choice", draft.jump.span)
        elif draft.jump:
            jump = draft.jump
            goes_to = END if jump.ends else _target(jump.target.raw, jump.target.span, ids, notes) or follows
        elif number + 1 < len(panels) and panels[number + 1].scene != panel.scene:
            implicit[panel.id] = follows
        connected.append(replace(panel, goes_to=goes_to))
    loose = {
        draft.id for draft in drafts if any(item.kind == "option" and _is_loose(item, ids) for item in draft.items)
    }
    _check(connected, implicit, loose, notes)
    return tuple(connected)


def _is_loose(option: Item, ids: Ids) -> bool:
    """Whether an option leads nowhere that we know; it was told already, so it counts as a way out."""
    return option.target is None or option.target.raw.casefold() not in ids.targets


def edges_of(panels: Sequence[Panel]) -> Edges:
    """Where each panel leads."""
    return {p.id: tuple(o.target for o in p.choice.options) if p.choice else (p.goes_to,) for p in panels}


def reach(edges: Edges, start: str, without: str = "") -> set[str]:
    """Every panel that can be reached from ``start``, itself included, never passing through ``without``."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in seen and id != without:
            seen.add(id)
            waiting += edges.get(id, ())
    return seen


def _check(panels: Sequence[Panel], implicit: dict[str, str], loose: set[str], notes: Notes) -> None:
    edges = edges_of(panels)
    reachable = reach(edges, panels[0].id)
    back: dict[str, list[str]] = {}
    for id, targets in edges.items():
        for target in targets:
            back.setdefault(target, []).append(id)
    ending = {found for id in (END, *sorted(loose)) for found in reach(back, id)}
    before_lost = before_stuck = False
    for panel in panels:
        lost, stuck = panel.id not in reachable, panel.id not in ending
        if lost and not before_lost:
            notes.error("unreachable-panel", _heading(panel, notes), panel=panel.id)
        elif stuck and not lost and not before_stuck:
            notes.error("never-ends", _heading(panel, notes), panel=panel.id)
        before_lost, before_stuck = lost, stuck
    _check_sisters(panels, implicit, edges, notes)


def _heading(panel: Panel, notes: Notes) -> Span:
    line = notes.source.line(notes.source.place(panel.span.start)[0])
    return Span(panel.span.start, max(panel.span.start + 1, panel.span.start + len(line.strip())))


def _check_sisters(panels: Sequence[Panel], implicit: dict[str, str], edges: Edges, notes: Notes) -> None:
    """A scene that runs on into the target of a sister option: most likely a forgotten ``-> end``."""
    told: set[str] = set()
    for panel in panels:
        targets = [option.target for option in panel.choice.options] if panel.choice else []
        for target in targets:
            for other in targets:
                if other == target:
                    continue
                for id in sorted(reach(edges, other, without=target)):
                    if implicit.get(id) == target and id not in told:
                        told.add(id)
                        last = next(p for p in panels if p.id == id)
                        option = next(o for o in panel.choice.options if o.target == target) if panel.choice else None
                        words = option.words.plain if option else target
                        notes.error("runs-into-sister", _heading(last, notes), target=target, words=words)
