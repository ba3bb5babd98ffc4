"""Codes: an address as a QR code that telephones read from paper. The one file that knows segno."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from kokko_ethics.drawing.model import Drawing, Path
from kokko_ethics.geometry import number
from kokko_ethics.house_style import CODE_SIDE

QUIET = 4
"""Modules of white round a code: without them it is not found (ISO/IEC 18004)."""
_BLACK = "#000000"


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a page. ``address`` leads to a panel; ``short`` is what readers can type: the story's address without
    what browsers add themselves. ``name`` tells the code from all others in its book; ``side`` is that of its dark
    part, in points."""

    page: int
    address: str
    short: str
    drawing: Drawing
    name: str
    side: float

    @property
    def picture(self) -> str:
        """The address of its picture in the book."""
        return f"painting:{self.name}"

    @property
    def quiet(self) -> float:
        """How wide the white round it is, in points."""
        return (self.drawing.width - self.side) / 2


def code_for(page: int, story: str, panel: str, side: float = CODE_SIDE, book: str = "") -> Code:
    """The code of page number ``page``, which leads to a panel of the story that stands at the address ``story``.
    ``book`` is what tells the story from others in the same book."""
    address = f"{story}#{quote(panel)}"
    short = story.split("://", 1)[-1].removeprefix("www.")
    return Code(page, address, short, drawn(address, side), f"code-{css_name(book)}{page}", side)


def css_name(story: str) -> str:
    """A story's name as a part of names in CSS."""
    return "".join(char if char.isalnum() else f"_{ord(char):x}_" for char in story)


@lru_cache(maxsize=256)
def drawn(address: str, side: float = CODE_SIDE) -> Drawing:
    """The code for ``address``: its dark part measures ``side`` points, the quiet zone lies round it."""
    import segno

    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix]
    module = side / len(rows)
    whole = side + 2 * QUIET * module
    bars = (_bars(row, y, module) for y, row in enumerate(rows))
    return Drawing("code", whole, whole, (Path("".join(bars), _BLACK),), "", "", "", "")


def _bars(row: list[int], y: int, module: float) -> str:
    """The dark stretches of a row, each a bar, so that no seam between two modules can show."""
    found, x = [], 0
    while x < len(row):
        end = x
        while end < len(row) and row[end]:
            end += 1
        if end > x:
            left, right, top, bottom = (number((k + QUIET) * module, 3) for k in (x, end, y, y + 1))
            found.append(f"M{left} {top}L{right} {top}L{right} {bottom}L{left} {bottom}Z")
        x = end + 1
    return "".join(found)
