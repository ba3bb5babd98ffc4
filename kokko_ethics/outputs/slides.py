"""Slides: the slideshow as a PPTX file.

Titles stand in title placeholders, and shapes lie in the order in which they are read: title, picture or text, links,
foot, number. Everything is placed by hand on the layouts of the library's own template, widened to 16 : 9.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from kokko_ethics.outputs.slide_shapes import ground, height_of, largest, number_field, put, speak, turn_about, write
from kokko_ethics.outputs.slideshow import Link, Slide, Slideshow, slideshow
from kokko_ethics.outputs.svg import clean
from kokko_ethics.standing import standing

_WIDTH, _HEIGHT = 960.0, 540.0
"""A slide in points: 16 : 9."""
_MARGIN, _FOOT = 40.0, 24.0
_TITLE = Box(_MARGIN, 14.0, _WIDTH - 2 * _MARGIN, 46.0)
_BODY = Box(_MARGIN, 66.0, _WIDTH - 2 * _MARGIN, _HEIGHT - 66.0 - _FOOT - 16.0)
_ASIDE = 150.0
"""How wide the title is that stands beside a picture, which is larger so if it isn't wide itself."""
_LINK, _GAP = 40.0, 10.0
"""Least height of a link, and the room between two."""
_SIZES = (40, 36, 32, 28, 24, 20, 18)
"""Sizes of texts to be read from afar, the largest that fits first."""
_SMALL, _NOTE = 16, 12
_PIXELS = (1760, 900)
"""The most pixels that a picture has: what a screen of 1920 × 1080 shows of it."""
_TITLE_SLIDE, _TITLE_ONLY = 0, 5
_LONGEST = 255
"""Characters of a property: ECMA-376 has no limit, programs do, and python-pptx keeps to theirs."""
_PAPER, _CAPTION, _SOFT = "FFFDF7", "FFE9A8", "F3ECDC"
"""The ground of a slide, of the principle and of links, of what is asked: as on the web pages, light enough for ink."""
_PADDING = 18.0


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
    ground(deck.slide_master.background, _PAPER)
    boards = (deck.slide_layouts[_TITLE_SLIDE if one.opening else _TITLE_ONLY] for one in show.slides)
    made = [deck.slides.add_slide(board) for board in boards]
    targets = {one.id: slide for one, slide in zip(show.slides, made, strict=True)}
    for number, (one, slide) in enumerate(zip(show.slides, made, strict=True), 1):
        _fill(slide, one, targets)
        _foot(slide, show.note, number, len(made))
        notes = "\n".join(clean(words) for words in one.notes)
        if notes.strip():
            slide.notes_slide.notes_text_frame.text = notes
        speak(slide, show.lang)
        if right_to_left(show.lang):
            turn_about(slide, _WIDTH)
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
    heading, room = _places(one)
    put(title, heading)
    write(title.text_frame, [one.title], largest([one.title], heading, (28, 24, 20, 18)), bold=True)
    if one.picture:
        _picture(slide, one.picture, one.alt, room)
    if len(one.paragraphs) == 1 and not one.small:
        _statement(slide, one.paragraphs[0], room)
    elif one.paragraphs:
        _list(slide, one.paragraphs, room, (_SMALL,) if one.small else _SIZES)
    if one.links:
        below = Box(_BODY.x, room.bottom + _GAP, _BODY.w, _LINK) if one.picture else _BODY
        _links(slide, one.links, below, targets)


def _places(one: Slide) -> tuple[Box, Box]:
    """Where the title and what it is about stand: below each other, or side by side where the picture is larger so."""
    below = _LINK + _GAP if one.links and one.picture else 0.0
    under = Box(_BODY.x, _BODY.y, _BODY.w, _BODY.h - below)
    beside = Box(_MARGIN + _ASIDE, _TITLE.y, _WIDTH - 2 * (_MARGIN + _ASIDE), _BODY.bottom - below - _TITLE.y)
    if one.picture and _share(one.picture, beside) > _share(one.picture, under):
        return Box(_TITLE.x, _TITLE.y, _ASIDE - _GAP, _TITLE.h), beside
    return _TITLE, under


def _open(slide: Any, one: Slide) -> None:
    """The first slide: words left, art right."""
    column, art = (_WIDTH - 3 * _MARGIN) * 0.45, (_WIDTH - 3 * _MARGIN) * 0.55
    top = Box(_MARGIN, 50.0, column, 130.0)
    put(slide.shapes.title, top)
    write(slide.shapes.title.text_frame, [one.title], largest([one.title], top, (44, 36, 32, 28)), bold=True)
    under, words = slide.placeholders[1], Box(_MARGIN, 190.0, column, _HEIGHT - 190.0 - _FOOT - 20.0)
    if one.paragraphs:
        _note(under, one.paragraphs, words, _CAPTION)
    else:
        under.element.getparent().remove(under.element)
    if one.picture:
        _picture(slide, one.picture, one.alt, Box(2 * _MARGIN + column, 50.0, art, _HEIGHT - 100.0 - _FOOT))


def _picture(slide: Any, drawing: Drawing, alt: str, room: Box) -> None:
    """A drawing as large as ``room`` allows, in its middle, with its alternative text."""
    share = _share(drawing, room)
    w, h = drawing.width * share, drawing.height * share
    dots = min(_PIXELS[0] / drawing.width, _PIXELS[1] / drawing.height, share * 2.0) * 72
    shape = slide.shapes.add_picture(BytesIO(_drawn(drawing, round(dots))), 0, 0)
    put(shape, Box(room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h))
    about = shape._element._nvXxPr.cNvPr
    about.set("descr", clean(alt))
    about.set("name", clean(drawing.title or drawing.id))


def _drawn(drawing: Drawing, dpi: int) -> bytes:
    return standing("slide", f"{dpi} {drawing!r}", lambda: to_png(drawing, dpi))


def _share(drawing: Drawing, room: Box) -> float:
    return min(room.w / drawing.width, room.h / drawing.height)


def _list(slide: Any, paragraphs: Sequence[str], room: Box, sizes: Sequence[int]) -> None:
    from pptx.enum.text import MSO_ANCHOR

    box = slide.shapes.add_textbox(0, 0, 0, 0)
    put(box, room)
    points = [f"• {words}" for words in paragraphs] if len(paragraphs) > 1 else paragraphs
    write(box.text_frame, points, largest(points, room, sizes))
    box.text_frame.vertical_anchor = MSO_ANCHOR.TOP


def _statement(slide: Any, words: str, room: Box) -> None:
    """One thing that everybody looks at, a little above the middle."""
    from pptx.util import Pt

    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    _note(shape, [words], room, _SOFT)
    shape.top += round((Pt(room.h) - shape.height) * 0.4)


def _note(shape: Any, paragraphs: Sequence[str], room: Box, colour: str) -> None:
    """Words on a ground of their own, as high as they are and as large as ``room`` allows."""
    inner = Box(room.x, room.y, room.w - 2 * _PADDING, room.h - 2 * _PADDING)
    size = largest(paragraphs, inner, _SIZES)
    put(shape, Box(room.x, room.y, room.w, min(room.h, height_of(paragraphs, inner, size) + 2 * _PADDING)))
    ground(shape, colour)
    write(shape.text_frame, paragraphs, size, padding=_PADDING)


def _links(slide: Any, links: Sequence[Link], room: Box, targets: dict[str, Any]) -> None:
    """Buttons below each other; each leads to its slide, by mouse and by keyboard."""
    from pptx.dml.color import RGBColor
    from pptx.enum.shapes import MSO_SHAPE

    height = min(96.0, (room.h - _GAP * (len(links) - 1)) / len(links))
    for number, link in enumerate(links):
        place = Box(room.x, room.y + number * (height + _GAP), room.w, height)
        button = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
        put(button, place)
        ground(button, _CAPTION)
        button.line.color.rgb = RGBColor(0, 0, 0)
        button.shadow.inherit = False
        write(button.text_frame, [link.words], largest([link.words], place, (24, 20, 18)), padding=_PADDING)
        if link.to in targets:
            button.click_action.target_slide = targets[link.to]


def _foot(slide: Any, note: str, number: int, count: int) -> None:
    """The draft note, and the slide's number as a field that stays right when slides are moved."""
    from pptx.enum.shapes import PP_PLACEHOLDER

    base = _HEIGHT - _FOOT - 6.0
    if note:
        foot = slide.shapes.add_textbox(0, 0, 0, 0)
        put(foot, Box(_MARGIN, base, _WIDTH - 2 * _MARGIN - 60.0, _FOOT))
        write(foot.text_frame, [note], _NOTE)
    boards = slide.slide_layout.placeholders
    layout = next(one for one in boards if one.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER)
    slide.shapes.clone_placeholder(layout)
    shape = slide.shapes[-1]
    put(shape, Box(_WIDTH - _MARGIN - 60.0, base, 60.0, _FOOT))
    write(shape.text_frame, [""], _NOTE)
    number_field(shape.text_frame.paragraphs[0]._p, number, _NOTE)


