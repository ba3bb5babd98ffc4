"""Parsing: lines become blocks. Whatever the text is, every line finds a place; nothing is ever raised."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from kokko_ethics.diagnostics import Diagnostic, Severity, in_order
from kokko_ethics.script import marks
from kokko_ethics.script.front_matter import read_front_matter
from kokko_ethics.script.heads import Head, head_of
from kokko_ethics.script.item_draft import ItemDraft, empty_item
from kokko_ethics.script.keywords import load_vocabulary
from kokko_ethics.script.lines import ScriptLine, begins_small, clean, hide_comments, join, lines_of
from kokko_ethics.script.model import (
    HEADING_GROUPS,
    Block,
    Directions,
    Entry,
    Item,
    ItemKind,
    Jump,
    PageBreak,
    PanelHeading,
    PictureLine,
    SceneHeading,
    Script,
    Text,
)
from kokko_ethics.script.reserved import is_scene_heading, lost_panels, meant_section, reserved_kind, reserved_scene
from kokko_ethics.script.terms import heading_terms, is_staging, phrases
from kokko_ethics.source import Source, Span

_LONGEST_TAIL = 300
"""Characters at the end of a line among which an id and an arrow are sought, so that no line takes long."""

LaidKind = Literal["heading", "break", "easy", "jump", "picture", "item", "words", "directions", "reserved"]


@dataclass(frozen=True, slots=True)
class Laid:
    """A line, or several that belong together: ``item`` begins something with words, ``words`` go on with it."""

    kind: LaidKind
    line: ScriptLine
    end: int
    draft: ItemDraft | None = None
    head: Head | None = None


def parse(source: Source) -> tuple[Script, tuple[Diagnostic, ...]]:
    """Read a script. Any text at all gives a script; what could not be understood is among the diagnostics."""
    reader = BlockReader(source)
    reader.read()
    blocks = tuple(block.finished() if isinstance(block, ItemDraft) else block for block in reader.blocks)
    return Script(source, reader.front, blocks, load_vocabulary()), in_order(reader.noticed)


@dataclass(slots=True)
class BlockReader:
    """Reads a source line by line. The front matter ends at ``begin``; ``shown`` is the text, comments hidden."""

    source: Source
    noticed: list[Diagnostic] = field(default_factory=list)
    front: tuple[Entry, ...] = ()
    begin: int = 0
    shown: str = ""
    blocks: list[Block | ItemDraft] = field(default_factory=list)
    laid: list[Laid] = field(default_factory=list)
    draft: ItemDraft | None = None
    apart: bool = True
    """Whether something stands between the open item and the next line."""

    def notice(self, code: str, severity: Severity, span: Span, nearest: str | None = None, **values: str) -> None:
        """Keep something to tell the author."""
        self.noticed.append(Diagnostic(code, severity, self.source, span, tuple(values.items()), nearest))

    def read(self) -> None:
        """Read the whole source."""
        self.front, self.begin, noticed = read_front_matter(self.source, load_vocabulary())
        self.noticed += noticed
        self.shown, unclosed = hide_comments(self.source.text, self.begin)
        for span in unclosed:
            self.notice("comment-not-closed", Severity.ERROR, span, words=clean(self.source.words(span)))
        lines = lines_of(self.shown, self.source, self.begin)
        at = 0
        while at < len(lines):
            at = self._block(lines, at)

    def _block(self, lines: list[ScriptLine], at: int) -> int:
        """Read what begins on line ``at``; returns the line after it."""
        line = lines[at]
        if line.empty:
            self.apart = True
        elif line.text.startswith("["):
            return self._directions(lines, at)
        elif reserved_kind(line):
            return self._reserved(lines, at)
        else:
            self._line(line)
        return at + 1

    def _line(self, line: ScriptLine) -> None:
        """Tell what a line is, from its first characters, and keep it."""
        text = line.text
        if match := marks.HEADING.match(text):
            self._heading(line, len(match[1]))
        elif marks.PAGE_BREAK.match(text):
            self._between(PageBreak(line.span), "break", line)
        elif marks.EASY.match(text):
            self._easy(line)
        elif match := marks.PICTURE.match(text):
            self._picture(line, match)
        elif match := marks.ARROW.match(text):
            self._jump(line, match["target"], line.start + match.start("target"))
        elif marks.BARE_ARROW.match(text):
            self._jump(line, "", line.start)
        elif marks.CAPTION.match(text):
            self._caption(line)
        elif marks.QUESTION.match(text):
            self._open(empty_item("question", line.span), line.after(1), line, line)
        elif match := marks.BULLET.match(text):
            self._open(empty_item("option", line.span), line.after(match.end()), line, line)
        elif head := head_of(line, may_lack_colon=True):
            self._speech(head, line, "speech", line)
        else:
            self._unmarked(line)

    # Headings, breaks and jumps

    def _between(self, block: Block | None, kind: LaidKind, line: ScriptLine) -> None:
        if block:
            self.blocks.append(block)
        self.laid.append(Laid(kind, line, line.span.end))
        self.apart = True

    def _heading(self, line: ScriptLine, depth: int) -> None:
        rest, id = self._without_id(line.after(depth))
        rest = replace(rest, text=marks.CLOSING_HASHES.sub("", rest.text))
        if section := meant_section(rest.text, depth):
            self.notice("section-heading", Severity.WARNING, line.span, words=clean(line.text), meant=section)
        elif depth > 2:
            self.notice("heading-too-deep", Severity.ERROR, line.span, words=clean(line.text))
        if depth > 2:
            self._between(None, "heading", line)
            return
        self.draft = None
        if depth == 1:
            if is_staging(rest.text, rest.start, load_vocabulary()):
                self.notice("scene-or-panel", Severity.WARNING, line.span, words=clean(line.text))
            self._between(SceneHeading(join([rest]), line.span, id), "heading", line)
            return
        known, unknown = heading_terms(rest.text, rest.start, load_vocabulary())
        for term in unknown if not section else ():
            near = load_vocabulary().nearest(HEADING_GROUPS, term.text)
            self.notice("unknown-heading-word", Severity.WARNING, term.span, near, word=term.text)
        title = ", ".join(term.text for term in unknown)
        self._between(PanelHeading(known, title, line.span, id), "heading", line)

    def _jump(self, line: ScriptLine, target: str, start: int) -> None:
        if not target.strip("#"):
            self.notice("jump-without-target", Severity.ERROR, line.span, words=clean(line.text))
            self._between(None, "jump", line)
            return
        place = Span(start, start + len(target))
        self._between(Jump(Text(clean(target.lstrip("#")), place), _is_end(target), line.span), "jump", line)

    def _picture(self, line: ScriptLine, match: re.Match[str]) -> None:
        def text(group: str) -> Text:
            return Text(clean(match[group] or ""), Span(line.start + match.start(group), line.start + match.end(group)))

        file = text("file")
        file = replace(file, raw=file.raw.strip("<>"))
        self.draft = None
        self._between(PictureLine(file, text("words"), clean(match["credit"] or ""), line.span), "picture", line)

    # Items with words

    def _open(
        self,
        item: Item,
        first: ScriptLine,
        whole: ScriptLine,
        line: ScriptLine,
        opened: int = 0,
        head: Head | None = None,
    ) -> None:
        piece, item = self._stripped(first, item)
        kept = len(whole.text) - (len(first.text) - len(piece.text))
        self.draft = ItemDraft(item, [piece], whole=[replace(whole, text=whole.text[:kept].rstrip())], opened=opened)
        self.blocks.append(self.draft)
        self.laid.append(Laid("item", line, line.span.end, self.draft, head))
        self.apart = False

    def _stripped(self, line: ScriptLine, item: Item) -> tuple[ScriptLine, Item]:
        """``line`` without the id and the arrow at its end, which go into the item."""
        line, id = self._without_id(line)
        if item.kind == "option" and (
            match := marks.TRAILING_ARROW.search(line.text, max(0, len(line.text) - _LONGEST_TAIL))
        ):
            start = line.start + match.start("target")
            name = clean(match["target"].lstrip("#"))
            target = Text(name, Span(start, start + len(match["target"]))) if name else None
            item = replace(item, target=target, ends=_is_end(match["target"]))
            line = replace(line, text=line.text[: match.start()].rstrip())
            if id is None:
                line, id = self._without_id(line)
        return line, replace(item, id=id) if id else item

    def _without_id(self, line: ScriptLine) -> tuple[ScriptLine, Text | None]:
        match = marks.TRAILING_ID.search(line.text, max(0, len(line.text) - _LONGEST_TAIL))
        if not match:
            return line, None
        rest = replace(line, text=line.text[: match.start()].rstrip())
        span = Span(line.start + match.start(), line.start + match.end())
        id = clean(match["id"])
        if not marks.GOOD_ID.fullmatch(id):
            self.notice("id-malformed", Severity.ERROR, span, id=id)
            return rest, None
        return rest, Text(id, span)

    def _unmarked(self, line: ScriptLine) -> None:
        draft = self.draft
        if draft is None or not self._continues(line):
            self._open(empty_item("description", line.span), line, line, line)
            return
        if not begins_small(line.text) and line.text[:1].isupper():
            self.notice("continues-with-capital", Severity.HINT, line.span, words=clean(line.text))
        piece, draft.item = self._stripped(line, draft.item)
        draft.add(piece)
        self.laid.append(Laid("words", line, line.span.end, draft))

    def _continues(self, line: ScriptLine) -> bool:
        return self.draft is not None and not self.apart and self.draft.goes_on(line)

    def _easy(self, line: ScriptLine) -> None:
        rest = line.after(1)
        if self.draft is None:
            self.notice("easy-without-line", Severity.WARNING, line.span, words=clean(rest.text))
        elif rest.text:
            self.draft.easy.append(rest)
            self.apart = False
        self.laid.append(Laid("easy", line, line.span.end, self.draft))

    def _caption(self, line: ScriptLine) -> None:
        rest = line.after(1)
        if head := head_of(rest, may_lack_colon=False):
            self._speech(head, rest, "caption", line)
        else:
            self._open(empty_item("caption", line.span), rest, rest, line)

    def _speech(self, head: Head, words: ScriptLine, kind: ItemKind, line: ScriptLine) -> None:
        """Keep a line with a head; ``words`` is the line without the mark of a caption."""
        if not head.closed:
            self.notice("bracket-not-closed", Severity.ERROR, words.span, words=head.written, mark=")")
        plain: dict[str, ItemKind] = {"narrator": "caption", "sign": "sign", "sound": "sound"}
        item = replace(
            empty_item(plain.get(head.keyword, kind), line.span),
            names=() if head.keyword in plain else head.names,
            how=head.how,
            certain=head.certain,
            colon=head.colon,
            continues=kind == "speech" and not head.certain and self._continues(line),
        )
        after = words.after(head.length)
        opened = 0
        if head.colon and item.kind != "sound" and (bracket := marks.OPENING.match(after.text)):
            start = after.start + bracket.start("how")
            item = replace(item, opening=phrases(bracket["how"], start, load_vocabulary()))
            opened = bracket.end() if item.opening else 0
        self._open(item, after, words, line, opened, head)

    # Stage directions and reserved scenes

    def _directions(self, lines: list[ScriptLine], at: int) -> int:
        """Read a bracket that begins on line ``at`` and may run over several; returns the next line."""
        first = lines[at]
        stops = (n for n in range(at, len(lines)) if "]" in lines[n].text or (n > at and _begins_anew(lines[n])))
        last = next(stops, at)
        closed = "]" in lines[last].text and (last == at or not _begins_anew(lines[last]))
        if not closed:
            self.notice("bracket-not-closed", Severity.ERROR, first.span, words=clean(first.text), mark="]")
            last = at
        end = lines[last].text.index("]") if closed else len(lines[last].text)
        stop = lines[last].start + end
        found = phrases(self.shown[first.start + 1 : stop], first.start + 1, load_vocabulary())
        self.blocks.append(Directions(found, Span(first.start, stop + closed)))
        self.laid.append(Laid("directions", first, stop + closed))
        self.apart = True
        rest = lines[last].after(end + closed)
        if rest.text:
            lines[last] = rest
            return last
        return last + 1

    def _reserved(self, lines: list[ScriptLine], at: int) -> int:
        kind = reserved_kind(lines[at])
        end = next((n for n in range(at + 1, len(lines)) if is_scene_heading(lines[n])), len(lines))
        stop = self.source.starts[self.source.place(lines[end].start)[0] - 1] if end < len(lines) else len(self.shown)
        if kind:
            scene = reserved_scene(kind, lines[at:end], self.shown, stop)
            self.blocks.append(scene)
            for line, certain in lost_panels(lines[at + 1 : end]):
                severity = Severity.WARNING if certain else Severity.HINT
                self.notice("panel-in-notes", severity, line.span, words=clean(line.text), notes=scene.title.raw)
        self.laid.append(Laid("reserved", lines[at], stop))
        self.draft, self.apart = None, True
        return end


def _is_end(target: str) -> bool:
    """Whether an arrow points to the end: ``-> end``, ``-> loppu``, ``-> slut``."""
    return load_vocabulary().concept("end", target.rstrip(".")) is not None


def _begins_anew(line: ScriptLine) -> bool:
    """Whether a line cannot be the inside of stage directions."""
    return line.empty or line.text[0] in "[>?؟~#"
