"""Cards to cut out: roles, choices and questions, eight on a sheet, with backs that lie behind their fronts."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

import pikepdf

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing, Path
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import MM, Point, number
from kokko_ethics.house_style import A4, CODE_SIDE, INK
from kokko_ethics.outputs.blanks import LEADING
from kokko_ethics.outputs.card_texts import (
    BESIDE,
    HEIGHT,
    LARGE,
    LARGE_LINE,
    LINE,
    PORTRAIT,
    SPACE,
    WIDTH,
    Card,
    Kind,
    cards_of,
    own_card,
)
from kokko_ethics.outputs.codes import Code, code_for
from kokko_ethics.outputs.engraving import engrave
from kokko_ethics.outputs.line_count import line_count
from kokko_ethics.outputs.loose_leaf import SMALL, LooseLeaf
from kokko_ethics.outputs.matter import Matter, matter_of
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.wording import say

CARD = (91 * MM, 63 * MM)
"""Width and height of a card, trimmed."""
COLUMNS, ROWS = 2, 4
_LEFT, _TOP = (A4.width - COLUMNS * CARD[0]) / 2, (A4.height - ROWS * CARD[1]) / 2
"""The cards lie in the middle of the sheet, so that front and back meet however it is turned."""
_INSET = 4 * MM
"""From a card's edge to the frame of its back: printers miss by up to two millimetres."""
_MARKS = "painting:marks"
_NEAR, _FAR = 2 * MM, 6 * MM
"""Where crop marks begin and end, from the outermost cards."""
_SPAN = COLUMNS * ROWS

Placed = tuple[Card, str, str, str, Code | None]
"""A card, its left and upper edge from the type area's, the address of its picture, and the code of the panel that it
means, if it has room for that."""


class Cards:
    """Cards for role play and talk."""

    name = "cards"
    about = "cards to cut out of A4: roles with aims, choices, questions; backs that register, crop marks"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``cards-a4.pdf``."""
        matter = matter_of(edition)
        cards = _filled(cards_of(edition, matter), matter.lang)
        leaf, drawn = _set(matter, cards)
        yield Artifact("cards-a4.pdf", key(self.name, leaf.html(), drawn), partial(_bind, leaf, drawn))


def place_of(position: int, *, back: bool = False, backwards: bool = False) -> Point:
    """The upper left corner of a card on its side of the sheet, in points; ``position`` counts by rows from 0, from the
    right if the cards are read ``backwards``. Turned over the long edge, the back of a card lies behind its front: its
    column is the mirrored one."""
    row, column = divmod(position, COLUMNS)
    return _LEFT + (COLUMNS - 1 - column if back != backwards else column) * CARD[0], _TOP + row * CARD[1]


def _filled(cards: tuple[Card, ...], lang: str) -> tuple[Card, ...]:
    """The cards, and as many for questions of one's own as fill the last sheet."""
    return (*cards, *(own_card(lang),) * (-len(cards) % _SPAN))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Both sides of a sheet."""

    fronts: tuple[Placed, ...]
    backs: tuple[tuple[Kind, str, str], ...]


def _set(matter: Matter, cards: tuple[Card, ...]) -> tuple[LooseLeaf, dict[str, Drawing]]:
    """The cards on their sheets, and what is drawn on them by address: all that the file depends on."""
    backwards = right_to_left(matter.lang)
    starts = range(0, len(cards), _SPAN)
    sheets = [_sheet(matter, cards[first : first + _SPAN], first, backwards=backwards) for first in starts]
    words = partial(say, "pages", matter.lang, "cards")
    kinds = dict.fromkeys(card.kind for card in cards)
    values = {
        "sheets": sheets, "how": [(words(kind), words(f"how-{kind}")) for kind in kinds],
        "marks": _MARKS, "inner_width": number(WIDTH), "inner_height": number(HEIGHT),
        "pad_x": (CARD[0] - WIDTH) / 2, "pad_y": (CARD[1] - HEIGHT) / 2, "inset": _INSET,
        "line": LINE, "large": LARGE, "large_line": LARGE_LINE, "space": SPACE, "portrait": PORTRAIT, "beside": BESIDE,
        "leading": number(LEADING),
    }  # fmt: skip
    drawn = {_address(number): card.portrait for number, card in enumerate(cards) if card.portrait}
    drawn |= {code.picture: code.drawing for sheet in sheets for *_, code in sheet.fronts if code}
    return LooseLeaf("cards", matter, words("title", title=matter.title), values), {_MARKS: _marks(), **drawn}


def _bind(leaf: LooseLeaf, drawn: dict[str, Drawing]) -> bytes:
    paintings = {address: Painting(engrave(one)) for address, one in drawn.items()}
    return _for_both_sides(replace(leaf, paintings=paintings).bind())


def _sheet(matter: Matter, cards: tuple[Card, ...], first: int, *, backwards: bool) -> _Sheet:
    fronts, backs = [], []
    for position, card in enumerate(cards):
        picture = _address(first + position) if card.portrait else ""
        place = _from_type_area(place_of(position, backwards=backwards))
        fronts.append((card, *place, picture, code_of(card, matter)))
    for position in sorted(range(len(cards)), key=lambda k: place_of(k, back=True)[::-1]):
        behind = place_of(position, back=True, backwards=backwards)
        backs.append((cards[position].kind, *_from_type_area(behind)))
    return _Sheet(tuple(fronts), tuple(backs))


def code_of(card: Card, matter: Matter) -> Code | None:
    """Where the panel that a card means stands on the web, if the card has room for its code and the address."""
    shown = next((beat.id for beat in matter.beats if beat.number == card.panel), "") if matter.address else ""
    if not shown:
        return None
    code = code_for(card.panel, matter.address, shown)
    lines = line_count([("caption", code.short)], (WIDTH - code.drawing.width) / SMALL)
    return code if card.free >= CODE_SIDE + code.quiet and lines * LINE <= CODE_SIDE else None


def _from_type_area(point: Point) -> tuple[str, str]:
    return number(point[0] - A4.margin), number(point[1] - A4.head)


def _address(number: int) -> str:
    return f"painting:portrait{number}"


def _marks() -> Drawing:
    """Crop marks round the cards, and thin dashed lines between them for scissors."""
    xs = [_LEFT + k * CARD[0] for k in range(COLUMNS + 1)]
    ys = [_TOP + k * CARD[1] for k in range(ROWS + 1)]
    marks, cuts = [], []
    for x in xs:
        marks += [((x, ys[0] - _FAR), (x, ys[0] - _NEAR)), ((x, ys[-1] + _NEAR), (x, ys[-1] + _FAR))]
        cuts.append(((x, ys[0]), (x, ys[-1])))
    for y in ys:
        marks += [((xs[0] - _FAR, y), (xs[0] - _NEAR, y)), ((xs[-1] + _NEAR, y), (xs[-1] + _FAR, y))]
        cuts.append(((xs[0], y), (xs[-1], y)))
    crop = Path(_strokes(marks), "", INK, 0.5, role="crop")
    cut = Path(_strokes(cuts), "", INK, 0.3, role="cut", dash=(1.5, 4.5))
    return Drawing("marks", A4.width, A4.height, (crop, cut), "", "", "", "")


def _strokes(lines: list[tuple[Point, Point]]) -> str:
    return "".join(f"M{number(a)} {number(b)}L{number(c)} {number(d)}" for (a, b), (c, d) in lines)


def _for_both_sides(pdf: bytes) -> bytes:
    """The file with what a printer has to know: both sides, turned over the long edge, not scaled."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        wishes = file.Root.get("/ViewerPreferences", pikepdf.Dictionary())
        wishes.Duplex, wishes.PrintScaling = pikepdf.Name.DuplexFlipLongEdge, pikepdf.Name("/None")
        file.Root.ViewerPreferences = wishes
        out = io.BytesIO()
        file.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
