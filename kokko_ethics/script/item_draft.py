"""Item drafts: something with words while its lines still come in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kokko_ethics.script.lines import ScriptLine, begins_small, is_ended, join
from kokko_ethics.script.model import Item, Text
from kokko_ethics.source import Span


@dataclass(slots=True)
class ItemDraft:
    """An item, the lines of its words, of its easy words, and of the whole with its head.

    ``opened`` counts the characters of the first line that are a bracket right after the colon.
    """

    item: Item
    pieces: list[ScriptLine]
    easy: list[ScriptLine] = field(default_factory=list)
    whole: list[ScriptLine] = field(default_factory=list)
    opened: int = 0

    def goes_on(self, line: ScriptLine) -> bool:
        """Whether an unmarked ``line`` right below belongs to this item."""
        if self.item.kind in ("sign", "sound") and not self.easy:
            return False
        pointed = self.item.target is not None and not self.easy
        return begins_small(line.text) or not (pointed or is_ended((self.easy or self.pieces)[-1].text))

    def add(self, line: ScriptLine) -> None:
        """Take one more line in."""
        if self.easy:
            self.easy.append(line)
        else:
            self.pieces.append(line)
            self.whole.append(line)

    def finished(self) -> Item:
        """The item with all its lines."""
        end = max(piece.span.end for piece in (*self.pieces, *self.easy, *self.whole))
        rest = [self.pieces[0].after(self.opened), *self.pieces[1:]]
        return replace(
            self.item,
            text=join(self.pieces),
            whole=join(self.whole),
            easy=join(self.easy) if self.easy else None,
            rest=join(rest) if self.opened else None,
            span=Span(self.item.span.start, max(self.item.span.end, end)),
        )


def empty_item(kind: str, span: Span) -> Item:
    """An item without words yet."""
    return Item(kind, Text("", span), span)  # type: ignore[arg-type]
