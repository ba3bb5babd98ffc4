"""Imposition: reading pages laid out on A4 sheets, so that what is folded (and cut, or stapled) reads in order.

Three ways: a saddle-stitched booklet; a zine of eight pages on one side of one sheet; a leporello, folded like an
accordion. Sheets are for the printer and carry no tags: the reading pages are the accessible ones.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pikepdf

from kokko_ethics.geometry import MM
from kokko_ethics.house_style import A4, A5, POSTER_EDGE

SHEET = (A4.height, A4.width)
"""The sheet: A4 landscape, in points."""
ZINE_PAGES = 8
SIGNATURE = 4
"""Pages of a sheet that is folded once."""
STRIP_PAGES = 4
"""Pages on each side of a leporello."""
PAPER = 0.1 * MM
"""Thickness of office paper (80 g/m²), in points: by so much every sheet pushes the ones inside it out of the fold."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A reading page (from one) on a sheet: its lower left corner in points, and whether it stands on its head."""

    page: int
    x: float
    y: float
    turned: bool = False


A3_HEIGHT = 2 * A4.width
UNPRINTED = 5 * MM
"""What an office printer leaves white along the edges of a sheet."""

Side = tuple[Placed, ...]
"""All that lies on one side of a sheet. Sides alternate front and back."""


def signature(pages: int) -> tuple[tuple[int, int], ...]:
    """Which pages lie side by side (left, right; from one) on each side of each sheet of a saddle-stitched booklet.

    Sides alternate front, back, beginning with the outermost sheet.

    Raises:
        ValueError: if ``pages`` is not a positive multiple of four.
    """
    if pages <= 0 or pages % 4:
        raise ValueError(f"A saddle-stitched booklet has a multiple of four pages, not {pages}.")
    sides: list[tuple[int, int]] = []
    for outer in range(1, pages // 2, 2):
        inner = pages + 1 - outer
        sides += [(inner, outer), (outer + 1, inner - 1)]
    return tuple(sides)


def saddle(pages: int) -> tuple[Side, ...]:
    """A booklet of A5 pages. Inner sheets move towards the fold by the paper that lies round them (creep), so that
    outer margins stay equal when the stack is trimmed."""
    middle, y = SHEET[0] / 2, (SHEET[1] - A5.height) / 2
    sides = []
    for number, (left, right) in enumerate(signature(pages)):
        creep = number // 2 * PAPER
        sides.append((Placed(left, middle - A5.width + creep, y), Placed(right, middle - creep, y)))
    return tuple(sides)


def zine(pages: int) -> tuple[Side, ...]:
    """Eight pages of a quarter of A5 on one side of a sheet: fold it in eight, cut the middle, push the ends together.

    Raises:
        ValueError: if there are more than eight pages.
    """
    if pages > ZINE_PAGES:
        raise ValueError(f"A zine has {ZINE_PAGES} pages, not {pages}.")
    width, height = SHEET[0] / 4, SHEET[1] / 2
    above = (Placed(page, column * width, height, turned=True) for column, page in enumerate((5, 4, 3, 2)))
    below = (Placed(page, column * width, 0.0) for column, page in enumerate((6, 7, 8, 1)))
    return (tuple(one for one in (*above, *below) if one.page <= pages),)


def leporello(pages: int) -> tuple[Side, ...]:
    """Tall pages, four to a side, to be turned over the short edge: the strip goes on behind its last page."""
    width = SHEET[0] / STRIP_PAGES
    strips = range(0, pages, STRIP_PAGES)
    return tuple(
        tuple(Placed(first + k + 1, k * width, 0.0) for k in range(STRIP_PAGES) if first + k < pages)
        for first in strips
    )


def halves(pages: int) -> tuple[Side, ...]:
    """An A3 page on two sheets: the upper half and the lower. The white round a poster lies partly off the sheets, so
    that all the rest is clear of the edges that printers cannot reach; the lower half repeats a strip of the upper, to
    be glued behind it.

    Raises:
        ValueError: if there is more than one page.
    """
    if pages != 1:
        raise ValueError(f"A poster is one page, not {pages}.")
    off = POSTER_EDGE - UNPRINTED
    return ((Placed(1, 0.0, SHEET[1] - A3_HEIGHT + off),), (Placed(1, 0.0, -off),))


def impose(
    reading: bytes, plan: Callable[[int], Sequence[Side]], title: str = "", *, backwards: bool = False
) -> bytes:
    """Reading pages (a PDF) on sheets as ``plan`` lays so many of them; ``title`` says what the sheets are. Pages that
    are read from right to left lie the other way round, so that they are bound or folded on the right."""
    with pikepdf.open(io.BytesIO(reading)) as source, pikepdf.new() as sheets:
        forms = [form_of(page, sheets) for page in source.pages]
        sizes = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in source.pages]
        sides = plan(len(forms))
        for side in sides:
            _lay(sheets, tuple(_mirrored(one, sizes) for one in side) if backwards else side, forms, sizes)
        describe(source, sheets, title)
        _ask_for(sheets, "DuplexFlipShortEdge" if len(sides) > 1 else "Simplex")
        out = io.BytesIO()
        sheets.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _mirrored(placed: Placed, sizes: Sequence[tuple[float, float]]) -> Placed:
    """A page at the other side of the sheet: the folds are the same in a mirror."""
    return replace(placed, x=SHEET[0] - placed.x - sizes[placed.page - 1][0])


def _lay(
    sheets: pikepdf.Pdf, side: Side, forms: Sequence[pikepdf.Object], sizes: Sequence[tuple[float, float]]
) -> None:
    content = []
    for placed in side:
        width, height = sizes[placed.page - 1]
        if placed.turned:
            matrix = f"-1 0 0 -1 {placed.x + width:.3f} {placed.y + height:.3f}"
        else:
            matrix = f"1 0 0 1 {placed.x:.3f} {placed.y:.3f}"
        content.append(f"q {matrix} cm /P{placed.page} Do Q")
    page = sheets.add_blank_page(page_size=SHEET)
    used = {f"/P{placed.page}": forms[placed.page - 1] for placed in side}
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(used))
    page.obj.Contents = sheets.make_stream("\n".join(content).encode("ascii"))


def form_of(page: pikepdf.Page, into: pikepdf.Pdf) -> pikepdf.Object:
    """A page of another file as a form that pages of ``into`` can show. What is painted on it stays packed as it is:
    to unpack and pack it again takes longer than all the rest."""
    painted, used = page.obj.Contents, page.obj.Resources
    if not (isinstance(painted, pikepdf.Stream) and used.is_indirect):
        return into.copy_foreign(page.as_form_xobject())
    form = into.copy_foreign(painted)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = pikepdf.Array(list(page.trimbox)), into.copy_foreign(used)
    return form


def describe(source: pikepdf.Pdf, sheets: pikepdf.Pdf, title: str) -> None:
    """Give sheets the title (or else that of their reading pages), the author and the language; tags cannot go along,
    so the reading pages are the accessible ones."""
    for name in ("/Title", "/Author"):
        if name in source.docinfo:
            sheets.docinfo[name] = str(source.docinfo[name])
    if title:
        sheets.docinfo["/Title"] = title
    if "/Lang" in source.Root:
        sheets.Root.Lang = pikepdf.String(str(source.Root.Lang))


def _ask_for(sheets: pikepdf.Pdf, duplex: str) -> None:
    """Ask the printer to print sheets as large as they are, on both sides or on one."""
    sheets.Root.ViewerPreferences = pikepdf.Dictionary(
        Duplex=pikepdf.Name(f"/{duplex}"), PrintScaling=pikepdf.Name("/None")
    )
