"""Imposition: a booklet's reading pages two up on A4 sheets, so that the folded and stapled stack reads in order."""

from __future__ import annotations

import io

import pikepdf

from kokko_ethics.house_style import A4, A5

SHEET = (A4.height, A4.width)
"""The sheet: A4 landscape, in points."""


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


def impose(booklet: bytes) -> bytes:
    """A reading booklet (PDF) as sheets for a duplex printer, to be turned over the short edge."""
    with pikepdf.open(io.BytesIO(booklet)) as source, pikepdf.new() as sheets:
        forms = [sheets.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for left, right in signature(len(forms)):
            _side(sheets, forms[left - 1], forms[right - 1])
        _describe(source, sheets)
        out = io.BytesIO()
        sheets.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _side(sheets: pikepdf.Pdf, left: pikepdf.Object, right: pikepdf.Object) -> None:
    """Adds a side of a sheet; both pages touch the fold and stand in the middle of the sheet's height."""
    width, height = SHEET
    y = (height - A5.height) / 2
    placed = ((left, width / 2 - A5.width), (right, width / 2))
    content = "\n".join(f"q 1 0 0 1 {x:.3f} {y:.3f} cm /P{n} Do Q" for n, (_, x) in enumerate(placed))
    page = sheets.add_blank_page(page_size=SHEET)
    page.obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary({f"/P{n}": form for n, (form, _) in enumerate(placed)})
    )
    page.obj.Contents = sheets.make_stream(content.encode("ascii"))


def _describe(source: pikepdf.Pdf, sheets: pikepdf.Pdf) -> None:
    """Title and language go along; tags cannot, so the reading booklet is the accessible one."""
    for name in ("/Title", "/Author"):
        if name in source.docinfo:
            sheets.docinfo[name] = str(source.docinfo[name])
    if "/Lang" in source.Root:
        sheets.Root.Lang = pikepdf.String(str(source.Root.Lang))
    sheets.Root.ViewerPreferences = pikepdf.Dictionary(
        Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None")
    )
