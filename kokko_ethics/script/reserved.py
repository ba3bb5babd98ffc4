"""Reserved scenes: questions to think about, the facilitator's notes, the sources. Inside, every line is Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from kokko_ethics.script import marks
from kokko_ethics.script.heads import head_of
from kokko_ethics.script.item_draft import ItemDraft, empty_item
from kokko_ethics.script.keywords import load_vocabulary
from kokko_ethics.script.lines import HIDDEN, ScriptLine, clean, join
from kokko_ethics.script.model import Item, ReservedKind, ReservedScene, Term
from kokko_ethics.script.terms import is_staging
from kokko_ethics.source import Span
from kokko_ethics.spelling import edit_distance, plain_form


def reserved_kind(line: ScriptLine) -> ReservedKind | None:
    """Which reserved scene begins on ``line``, if one does."""
    if not is_scene_heading(line):
        return None
    title = marks.TRAILING_ID.sub("", line.after(1).text).strip(": #")
    return cast("ReservedKind | None", load_vocabulary().concept("reserved", title))


def is_scene_heading(line: ScriptLine) -> bool:
    """Whether ``line`` is a heading of the first level."""
    return _depth(line) == 1


def meant_section(title: str, depth: int) -> str:
    """The reserved scene that a heading misses: by its level, or by one letter; empty if it misses none."""
    words = title.strip(": #")
    if depth > 1:
        return words if load_vocabulary().concept("reserved", words) else ""
    near = load_vocabulary().nearest(("reserved",), words) or ""
    return near if near and edit_distance(plain_form(words), plain_form(near), 2) == 1 else ""


def reserved_scene(kind: ReservedKind, lines: Sequence[ScriptLine], shown: str, stop: int) -> ReservedScene:
    """The scene whose heading is the first of ``lines`` and which ends before the offset ``stop``."""
    heading = lines[0].after(1)
    title = ScriptLine(marks.TRAILING_ID.sub("", heading.text).rstrip(" #"), heading.start, False)
    markdown = shown[lines[0].span.end : stop].replace(HIDDEN, "").strip("\n")
    questions = _questions(lines[1:]) if kind == "reflection" else ()
    return ReservedScene(kind, join([title]), markdown, questions, Span(lines[0].start, stop))


def lost_panels(lines: Sequence[ScriptLine]) -> Iterator[tuple[ScriptLine, bool]]:
    """The headings of a reserved scene that read as those of panels, nothing but words of staging with a shot among
    them; and whether more than one lonely word says so: notes may well have a part called "Close"."""
    headings = [n for n, line in enumerate(lines) if marks.HEADING.match(line.text)]
    for at, end in pairwise((*headings, len(lines))):
        heading = lines[at].after(2)
        title = marks.CLOSING_HASHES.sub("", marks.TRAILING_ID.sub("", heading.text))
        if _depth(lines[at]) == 2 and is_staging(title, heading.start, load_vocabulary()):
            lonely = len(title.split()) == 1 and title == heading.text
            yield lines[at], not lonely or any(map(_is_played, lines[at + 1 : end]))


def _depth(line: ScriptLine) -> int:
    match = marks.HEADING.match(line.text)
    return len(match[1]) if match else 0


def _is_played(line: ScriptLine) -> bool:
    """Whether a line is a balloon or stage directions, as far as the line alone tells."""
    head = head_of(line, may_lack_colon=False)
    return line.text.startswith("[") or (head is not None and head.certain)


def _questions(lines: Sequence[ScriptLine]) -> tuple[Item, ...]:
    """The list of a reflection scene. A paragraph counts as a question too, so that no word is lost."""
    drafts: list[ItemDraft] = []
    apart = True
    for line in lines:
        if line.empty:
            apart = True
            continue
        bullet = marks.BULLET.match(line.text)
        if marks.EASY.match(line.text) and drafts:
            drafts[-1].easy.append(line.after(1))
        elif bullet or apart or not drafts:
            drafts.append(_question(line.after(bullet.end()) if bullet else line))
        else:
            drafts[-1].add(line)
        apart = False
    return tuple(draft.finished() for draft in drafts if draft.pieces[0].text)


def _question(line: ScriptLine) -> ItemDraft:
    item = empty_item("question", line.span)
    match = marks.AUDIENCE.match(line.text)
    if match and (audience := load_vocabulary().concept("audience", match["who"])):
        span = Span(line.start + match.start("who"), line.start + match.end("who"))
        item = Item("question", item.text, line.span, names=(Term(clean(match["who"]), span, "audience", audience),))
        line = line.after(match.end())
    return ItemDraft(item, [line], whole=[line])
