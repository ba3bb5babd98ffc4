"""Prepress: reading pages as a print shop wants them, one to a page, with boxes that say where to cut and crop marks.

The shop imposes them itself, so they stay in reading order. Marks lie outside of what is printed: beyond the trim and
beyond the bleed, in every ink. The file carries no tags: the reading pages are the accessible ones.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from kokko_ethics.geometry import MM, Box
from kokko_ethics.imposition import describe, form_of

BLEED = 3 * MM
"""What print shops ask for beyond the trim, in points."""
_GAP, _MARK, _EDGE = 1 * MM, 5 * MM, 1 * MM
"""From the bleed to a crop mark, the mark's length, and from there to the edge of the sheet."""
_AROUND = BLEED + _GAP + _MARK + _EDGE
_LINE = 0.25
"""Thickness of a mark."""
_EVERY_INK = "/Marks"


def for_press(reading: bytes, title: str) -> bytes:
    """Reading pages (a PDF) with trim, bleed and crop marks; ``title`` says what the file is."""
    with pikepdf.open(io.BytesIO(reading)) as source, pikepdf.new() as press:
        ink = press.make_indirect(_every_ink())
        for page in source.pages:
            _mount(press, page, ink)
        describe(source, press, title)
        out = io.BytesIO()
        press.save(out, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def crop_marks(trim: Box) -> Iterator[tuple[float, float, float, float]]:
    """The two lines at each corner of the trim, each by its ends (x, y, x, y), running away from what is printed."""
    near, far = BLEED + _GAP, BLEED + _GAP + _MARK
    for x, outward in ((trim.x, -1), (trim.right, 1)):
        for y, upward in ((trim.y, -1), (trim.bottom, 1)):
            yield (x + outward * near, y, x + outward * far, y)
            yield (x, y + upward * near, x, y + upward * far)


def _mount(press: pikepdf.Pdf, page: pikepdf.Page, ink: pikepdf.Object) -> None:
    left, low, right, top = (float(value) for value in page.mediabox)
    trim = Box(_AROUND, _AROUND, right - left, top - low)
    lines = "\n".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S" for a, b, c, d in crop_marks(trim))
    content = (
        f"q {_EVERY_INK} CS 1 SCN {_LINE} w\n{lines}\nQ\n"
        f"q 1 0 0 1 {_AROUND - left:.3f} {_AROUND - low:.3f} cm /Page Do Q"
    )
    sheet = press.add_blank_page(page_size=(trim.w + 2 * _AROUND, trim.h + 2 * _AROUND))
    form = form_of(page, press)
    sheet.obj.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Page=form), ColorSpace=pikepdf.Dictionary({_EVERY_INK: ink})
    )
    sheet.obj.Contents = press.make_stream(content.encode("ascii"))
    sheet.trimbox = _rectangle(trim, 0.0)
    sheet.bleedbox = _rectangle(trim, BLEED)


def _rectangle(box: Box, around: float) -> pikepdf.Array:
    sides = (box.x - around, box.y - around, box.right + around, box.bottom + around)
    return pikepdf.Array([round(side, 3) for side in sides])


def _every_ink() -> pikepdf.Array:
    """The colour that stands on every plate, so that the plates can be laid over one another by the marks."""
    none, full = pikepdf.Array([0, 0, 0, 0]), pikepdf.Array([1, 1, 1, 1])
    tint = pikepdf.Dictionary(FunctionType=2, Domain=pikepdf.Array([0, 1]), C0=none, C1=full, N=1)
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint])
