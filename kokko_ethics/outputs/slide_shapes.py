"""Slide shapes: places, words, grounds and directions of what stands on a slide, in python-pptx's terms, which has no
types of its own. Only this file and ``slides`` know it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kokko_ethics.geometry import Box
from kokko_ethics.outputs.svg import clean

_LETTER, _LEADING = 0.52, 1.25
"""Mean width of a letter and height of a line in ems, to guess how much room words need."""
_COUNTRIES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI", "ar": "ar-SA"}
"""Office programs know languages by country only."""


def put(shape: Any, box: Box) -> None:
    """Place a shape; ``box`` is in points."""
    from pptx.util import Pt

    shape.left, shape.top, shape.width, shape.height = (Pt(round(value, 2)) for value in (box.x, box.y, box.w, box.h))


def write(frame: Any, paragraphs: Sequence[str], size: int, *, bold: bool = False, padding: float = 7.2) -> None:
    """Write paragraphs in one size, black, from the left, as many lines as they need.

    ``padding`` is the room beside them, in points.
    """
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    frame.margin_top = frame.margin_bottom = Pt(2)
    frame.margin_left = frame.margin_right = Pt(padding)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for number, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(size * 0.4 if len(paragraphs) > 1 else 0)
        run = paragraph.add_run()
        run.text = clean(words)
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = RGBColor(0, 0, 0)


def largest(paragraphs: Iterable[str], room: Box, sizes: Sequence[int]) -> int:
    """The largest of ``sizes`` in which the paragraphs are likely to fit, else the smallest."""
    texts = list(paragraphs)
    return next((size for size in sizes if height_of(texts, room, size) <= room.h), sizes[-1])


def height_of(paragraphs: Iterable[str], room: Box, size: int) -> float:
    """About how much height the paragraphs need in ``size``."""
    line = (room.w - 16.0) / (size * _LETTER)
    return sum((len(words) // line + 1) * _LEADING + 0.4 for words in paragraphs) * size


def ground(shape: Any, colour: str) -> None:
    """Fill a shape, or the ground of all slides, with one colour (``RRGGBB``)."""
    from pptx.dml.color import RGBColor

    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(colour)


def number_field(paragraph: Any, number: int, size: int) -> None:
    """Write the slide's number as a field, which stays right when slides are moved."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    for run in list(paragraph):
        paragraph.remove(run)
    paragraph.append(parse_xml(f'<a:pPr {nsdecls("a")} algn="r"/>'))
    paragraph.append(parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="en-US" sz="{size * 100}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr>'
        f"<a:t>{number}</a:t></a:fld>"
    ))  # fmt: skip


def speak(slide: Any, lang: str) -> None:
    """Say in which language every run of text is, in the notes too."""
    spoken = _COUNTRIES.get(lang, lang)
    boards = [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]
    for properties in (found for board in boards for found in _run_properties(board)):
        properties.set("lang", spoken)


def turn_about(slide: Any, width: float) -> None:
    """Make a slide one that is read from right to left: what stood on the left stands on the right, lines run the other
    way; the notes too. ``width`` is that of the slide, in points."""
    from pptx.util import Pt

    for shape in slide.shapes:
        shape.left = Pt(width) - shape.left - shape.width
        if shape.has_text_frame:
            _run_backwards(shape.text_frame)
    if slide.has_notes_slide:
        _run_backwards(slide.notes_slide.notes_text_frame)


def _run_backwards(frame: Any) -> None:
    for paragraph in frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.set("algn", "l" if properties.get("algn") == "r" else "r")
        properties.set("rtl", "1")


def _run_properties(board: Any) -> Iterator[Any]:
    from pptx.oxml.ns import qn

    for run in board.iter(qn("a:r"), qn("a:fld")):
        yield run.get_or_add_rPr() if hasattr(run, "get_or_add_rPr") else run.find(qn("a:rPr"))
