"""Slides: the slideshow as a PPTX file. The one file that knows python-pptx.

Titles stand in title placeholders, and shapes lie in the order in which they are read: title, picture or text, links,
foot, number. Everything is placed by hand on the layouts of the library's own template, widened to 16 : 9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import Any

from kokko_ethics.archives import undated
from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import Box
from kokko_ethics.outputs.png import to_png
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.slideshow import Link, Slide, Slideshow, slideshow
from kokko_ethics.outputs.svg import clean

_WIDTH, _HEIGHT = 960.0, 540.0
"""A slide in points: 16 : 9."""
_MARGIN, _FOOT = 40.0, 24.0
_TITLE = Box(_MARGIN, 14.0, _WIDTH - 2 * _MARGIN, 46.0)
_BODY = Box(_MARGIN, 66.0, _WIDTH - 2 * _MARGIN, _HEIGHT - 66.0 - _FOOT - 16.0)
_LINK, _GAP = 40.0, 10.0
"""Least height of a link, and the room between two."""
_LETTER, _LEADING = 0.52, 1.25
"""Mean width of a letter and height of a line in ems, to guess how much room words need."""
_SIZES = (40, 36, 32, 28, 24, 20, 18)
"""Sizes of texts to be read from afar, the largest that fits first."""
_SMALL, _NOTE = 16, 12
_PIXELS = (1760, 900)
"""The most pixels that a picture has: what a screen of 1920 × 1080 shows of it."""
_TITLE_SLIDE, _TITLE_ONLY = 0, 5
_COUNTRIES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB", "se": "se-FI", "ar": "ar-SA"}
"""Office programs know languages by country only."""
_LONGEST = 255
"""Characters of a property: ECMA-376 has no limit, programs do, and python-pptx keeps to theirs."""
_PLAIN = "ECE3CF"
"""The ground of a link, light enough for ink on it."""


class Slides:
    """A presentation for a room with a projector."""

    name = "slides"
    about = "slides (PPTX) with a panel on each, choices as links, and notes for the facilitator"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``slides.pptx``."""
        show = slideshow(edition)
        yield Artifact("slides.pptx", key(self.name, show), partial(written, show))


def written(show: Slideshow) -> bytes:
    """The slideshow as a file; the same slideshow gives the same bytes."""
    from pptx import Presentation

    deck = Presentation()
    _widen(deck)
    boards = (deck.slide_layouts[_TITLE_SLIDE if one.opening else _TITLE_ONLY] for one in show.slides)
    made = [deck.slides.add_slide(board) for board in boards]
    targets = {one.id: slide for one, slide in zip(show.slides, made, strict=True)}
    for number, (one, slide) in enumerate(zip(show.slides, made, strict=True), 1):
        _fill(slide, one, targets)
        _foot(slide, show.note, number, len(made))
        notes = "\n".join(clean(words) for words in one.notes)
        if notes.strip():
            slide.notes_slide.notes_text_frame.text = notes
        _speak(slide, show.lang)
        if right_to_left(show.lang):
            _turn_about(slide)
    if right_to_left(show.lang):
        deck.element.set("rtl", "1")
    about = deck.core_properties
    about.title, about.author, about.language = _named(show.title), _named(show.author), _named(show.lang)
    about.last_modified_by, about.revision, about.keywords = "", 1, ""
    out = BytesIO()
    deck.save(out)
    return undated(out.getvalue())


def _named(text: str) -> str:
    """A property of the file: as many whole words as the format lets one hold."""
    words = clean(text)
    if len(words) <= _LONGEST:
        return words
    begin = words[: _LONGEST - 2]
    return f"{begin.rpartition(' ')[0] or begin} …"


def _widen(deck: Any) -> None:
    """Make the template 16 : 9, and take the picture of another slideshow out of it."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.util import Pt

    share = Pt(_WIDTH) / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    for board in (deck.slide_master, *deck.slide_layouts):
        for shape in board.shapes:
            shape.left, shape.width = round(shape.left * share), round(shape.width * share)
    package = deck.part.package
    for id, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(id)


def _fill(slide: Any, one: Slide, targets: dict[str, Any]) -> None:
    title = slide.shapes.title
    if one.opening:
        _open(slide, one)
        return
    _put(title, _TITLE)
    _set(title.text_frame, [one.title], _largest([one.title], _TITLE, (28, 24, 20, 18)), bold=True)
    room = _BODY
    if one.links and one.picture:
        room = Box(room.x, room.y, room.w, room.h - _LINK - _GAP)
    if one.picture:
        _picture(slide, one.picture, one.alt, room)
    if one.paragraphs:
        _text(slide, one.paragraphs, room, (_SMALL,) if one.small else _SIZES, bullets=len(one.paragraphs) > 1)
    if one.links:
        below = Box(_BODY.x, room.bottom + _GAP, _BODY.w, _LINK) if one.picture else _BODY
        _links(slide, one.links, below, targets)


def _open(slide: Any, one: Slide) -> None:
    """The first slide: words left, art right."""
    column, art = (_WIDTH - 3 * _MARGIN) * 0.45, (_WIDTH - 3 * _MARGIN) * 0.55
    top = Box(_MARGIN, 50.0, column, 130.0)
    _put(slide.shapes.title, top)
    _set(slide.shapes.title.text_frame, [one.title], _largest([one.title], top, (44, 36, 32, 28)), bold=True)
    under, words = slide.placeholders[1], Box(_MARGIN, 190.0, column, _HEIGHT - 190.0 - _FOOT - 20.0)
    if one.paragraphs:
        _put(under, words)
        _set(under.text_frame, one.paragraphs, _largest(one.paragraphs, words, _SIZES))
    else:
        under.element.getparent().remove(under.element)
    if one.picture:
        _picture(slide, one.picture, one.alt, Box(2 * _MARGIN + column, 50.0, art, _HEIGHT - 100.0 - _FOOT))


def _picture(slide: Any, drawing: Drawing, alt: str, room: Box) -> None:
    """A drawing as large as ``room`` allows, in its middle, with its alternative text."""
    share = min(room.w / drawing.width, room.h / drawing.height)
    w, h = drawing.width * share, drawing.height * share
    dots = min(_PIXELS[0] / drawing.width, _PIXELS[1] / drawing.height, share * 2.0) * 72
    png = BytesIO(to_png(drawing, round(dots)))
    shape = slide.shapes.add_picture(png, 0, 0)
    _put(shape, Box(room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h))
    about = shape._element._nvXxPr.cNvPr
    about.set("descr", clean(alt))
    about.set("name", clean(drawing.title or drawing.id))


def _text(slide: Any, paragraphs: Sequence[str], room: Box, sizes: Sequence[int], *, bullets: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR

    box = slide.shapes.add_textbox(0, 0, 0, 0)
    _put(box, room)
    _set(box.text_frame, [f"• {words}" for words in paragraphs] if bullets else paragraphs,
         _largest(paragraphs, room, sizes))  # fmt: skip
    box.text_frame.vertical_anchor = MSO_ANCHOR.TOP if bullets else MSO_ANCHOR.MIDDLE


def _links(slide: Any, links: Sequence[Link], room: Box, targets: dict[str, Any]) -> None:
    """Buttons below each other; each leads to its slide, by mouse and by keyboard."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE

    height = min(96.0, (room.h - _GAP * (len(links) - 1)) / len(links))
    for number, link in enumerate(links):
        place = Box(room.x, room.y + number * (height + _GAP), room.w, height)
        button = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
        _put(button, place)
        button.fill.solid()
        button.fill.fore_color.rgb = RGBColor.from_string(_PLAIN)
        button.line.color.rgb = RGBColor(0, 0, 0)
        button.shadow.inherit = False
        _set(button.text_frame, [link.words], _largest([link.words], place, (24, 20, 18)))
        if link.to in targets:
            button.click_action.target_slide = targets[link.to]


def _foot(slide: Any, note: str, number: int, count: int) -> None:
    """The draft note, and the slide's number as a field that stays right when slides are moved."""
    base = _HEIGHT - _FOOT - 6.0
    if note:
        foot = slide.shapes.add_textbox(0, 0, 0, 0)
        _put(foot, Box(_MARGIN, base, _WIDTH - 2 * _MARGIN - 60.0, _FOOT))
        _set(foot.text_frame, [note], _NOTE)
    layout = next(one for one in slide.slide_layout.placeholders if one.placeholder_format.type == _slide_number())
    slide.shapes.clone_placeholder(layout)
    shape = slide.shapes[-1]
    _put(shape, Box(_WIDTH - _MARGIN - 60.0, base, 60.0, _FOOT))
    _set(shape.text_frame, [""], _NOTE)
    _field(shape.text_frame.paragraphs[0]._p, number)


def _slide_number() -> Any:
    from pptx.enum.shapes import PP_PLACEHOLDER

    return PP_PLACEHOLDER.SLIDE_NUMBER


def _field(paragraph: Any, number: int) -> None:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    for run in list(paragraph):
        paragraph.remove(run)
    paragraph.append(parse_xml(f'<a:pPr {nsdecls("a")} algn="r"/>'))
    paragraph.append(parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f'<a:rPr lang="en-US" sz="{_NOTE * 100}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr>'
        f"<a:t>{number}</a:t></a:fld>"
    ))  # fmt: skip


def _put(shape: Any, box: Box) -> None:
    from pptx.util import Pt

    shape.left, shape.top, shape.width, shape.height = (Pt(round(value, 2)) for value in (box.x, box.y, box.w, box.h))


def _set(frame: Any, paragraphs: Sequence[str], size: int, *, bold: bool = False) -> None:
    """Write paragraphs in one size, black, from the left, as many lines as they need."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = True
    frame.margin_top = frame.margin_bottom = Pt(2)
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for number, words in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(size * 0.4 if len(paragraphs) > 1 else 0)
        run = paragraph.add_run()
        run.text = clean(words)
        run.font.size, run.font.bold = Pt(size), bold
        run.font.color.rgb = RGBColor(0, 0, 0)


def _largest(paragraphs: Iterable[str], room: Box, sizes: Sequence[int]) -> int:
    """The largest of ``sizes`` in which the paragraphs are likely to fit, else the smallest."""
    texts = list(paragraphs)

    def height(size: int) -> float:
        line = (room.w - 16.0) / (size * _LETTER)
        return sum((len(words) // line + 1) * _LEADING + 0.4 for words in texts) * size

    return next((size for size in sizes if height(size) <= room.h), sizes[-1])


def _speak(slide: Any, lang: str) -> None:
    """Say in which language every run of text is, in the notes too."""
    spoken = _COUNTRIES.get(lang, lang)
    boards = [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]
    for properties in (found for board in boards for found in _run_properties(board)):
        properties.set("lang", spoken)


def _turn_about(slide: Any) -> None:
    """Make a slide one that is read from right to left: what stood on the left stands on the right, lines run the other
    way; the notes too."""
    from pptx.util import Pt

    for shape in slide.shapes:
        shape.left = Pt(_WIDTH) - shape.left - shape.width
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
