"""SVG: marks become elements. The one file that knows svgwrite.

The structure is public: ``<svg role="img">`` with ``<title>`` and ``<desc>``; groups with their role as class and their
data as ``data-*``, in the order of the marks; ``<text>`` with a ``<tspan>`` for each line, and inside it one for each
run where a line has several.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from svgwrite.base import BaseElement
from svgwrite.container import SVG, Style
from svgwrite.container import Group as SvgGroup
from svgwrite.image import Image
from svgwrite.masking import ClipPath
from svgwrite.path import Path as SvgPath
from svgwrite.text import Text as SvgText
from svgwrite.text import TSpan

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import Matrix, number
from kokko_ethics.outputs.fonts import family, font_css, letters
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.shapes import Run, Shapes
from kokko_ethics.outputs.sheets import key, sheets
from kokko_ethics.typeface import TextLine, outline

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_QUOTED = re.compile(r"""="([^\s"'=<>`/]+)\"""")
"""Values that need no quotes in HTML."""
_DATA = re.compile(r'(?<=^<path)( d="[^"]*")(.*) />')
"""Path data and what stands behind it: at the end, quotes spare the space before the slash."""
_BACKWARDS = {"direction": "rtl", "unicode-bidi": "bidi-override", "text-anchor": "end"}
"""Words from right to left: they end at their left end, where every run says that it stands."""
_OFTEN = 3
"""A fill or a width of lines that more of a group's paths share than this is said on the group."""


class Svg:
    """Panels and pages as scalable drawings with live text and their own fonts."""

    name = "svg"
    about = "panels and pages as SVG with live text, fonts inside"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``panels/NNN.svg`` and ``pages/NNN.svg``."""
        for stem, drawing in sheets(edition):
            yield Artifact(f"{stem}.svg", key(self.name, drawing), partial(_standalone, drawing))


def _standalone(drawing: Drawing) -> bytes:
    text = to_svg(drawing, css=font_css(letters(drawing)), sized=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def to_svg(drawing: Drawing, *, css: str = "", sized: bool = False, outlined: bool = False) -> str:
    """A drawing as an ``<svg>`` element.

    ``css`` goes into its style sheet; ``sized`` gives it its width and height in points, else it fills what holds it;
    ``outlined`` turns letters into outlines, for renderers without fonts.
    """
    return _Writer(drawing, outlined).write(css, sized)


def to_svg_in_page(drawing: Drawing, shapes: Shapes) -> str:
    """A drawing as an ``<svg>`` element of a web page, with the shapes that other panels of the page have written."""
    return _Writer(drawing, outlined=False, shapes=shapes).write("", False)


def unquoted(svg: str) -> str:
    """An element as HTML may hold it, which needs no quotes round most values: a page of panels has thousands."""
    return _TAG.sub(lambda tag: _QUOTED.sub(r"=\1", _DATA.sub(r"\2\1 />", tag[0])).replace('" />', '"/>'), svg)


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


class _Use(BaseElement):  # type: ignore[misc]
    """A shape that is written elsewhere. svgwrite's own names it as no browser asks for any more."""

    elementname = "use"


@dataclass(frozen=True, slots=True)
class _Usual:
    """What a group says for the paths in it."""

    fill: str = ""
    width: str = ""


class _Writer:
    """Writes one drawing. Ids are the drawing's, an underscore, and the mark's; authors' ids hold no underscores."""

    def __init__(self, drawing: Drawing, outlined: bool, shapes: Shapes | None = None) -> None:
        self.drawing = drawing
        self.outlined = outlined
        self.shapes = shapes
        self.root = SVG(debug=False)
        self.clips: dict[str, str] = {}

    def write(self, css: str, sized: bool) -> str:
        drawing, root = self.drawing, self.root
        title, description = f"{drawing.id}__title", f"{drawing.id}__desc"
        width, height = number(drawing.width), number(drawing.height)
        root.attribs.clear()
        if not self.shapes:  # HTML needs no names of its own
            root.update({"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"})
        root.update({"role": "img", "aria-labelledby": clean(f"{title} {description}"), "lang": clean(drawing.lang)})
        root.update({"viewBox": f"0 0 {width} {height}", "stroke-linejoin": "round", "stroke-linecap": "round"})
        if right_to_left(drawing.lang):
            root.update({"direction": "ltr"})  # the page around it is not; which words run backwards is said on them
        if sized:
            root.update({"width": f"{width}pt", "height": f"{height}pt"})
        root.set_desc(clean(drawing.title), clean(" ".join((drawing.description, drawing.spoken)).strip()))
        for element, name in zip(root.elements, (title, description), strict=False):
            element.xml.set("id", clean(name))
        if css:
            root.defs.add(Style(css))
        self._add_all(root, drawing.marks, _Usual())
        if not root.defs.elements:
            root.elements.remove(root.defs)
        return str(root.tostring())

    def _add_all(self, parent: BaseElement, marks: Iterable[Mark], inherited: _Usual) -> None:
        for part in self.shapes.runs(marks) if self.shapes else marks:
            match part:
                case tuple():
                    self._add_run(parent, part, inherited)
                case Group():
                    parent.add(self._group(part, inherited))
                case Path():
                    parent.add(self._path(part, inherited))
                case Text():
                    parent.add(self._text(part))
                case Picture():
                    parent.add(_picture(part))

    def _add_run(self, parent: BaseElement, run: Run, inherited: _Usual) -> None:
        name = self.shapes.name(run) if self.shapes else ""
        if not name:
            for path in run:
                parent.add(self._path(path, inherited))
            return
        if self.shapes and self.shapes.first(name):
            usual = _usual(run, _Usual())
            shared = SvgGroup(id=name, debug=False)
            _say(shared, usual, _Usual())
            for path in run:
                shared.add(self._path(path, usual))
            self.root.defs.add(shared)
        parent.add(_Use(href=f"#{name}", debug=False))

    def _text(self, text: Text) -> BaseElement:
        if self.outlined or text.stroke:
            return _outlined(text, self.drawing.lang)
        return _live(text, self.drawing.lang)

    def _group(self, group: Group, inherited: _Usual) -> BaseElement:
        element = SvgGroup(debug=False)
        _classed(element, group.role)
        element.update({f"data-{name}": clean(value) for name, value in group.data})
        if group.id:
            element.update({"id": clean(f"{self.drawing.id}_{group.id}")})
        if group.matrix:
            element.update({"transform": _matrix(group.matrix)})
        if group.clip:
            element.update({"clip-path": f"url(#{self._clip(group.clip)})"})
        if group.opacity != 1.0:
            element.update({"opacity": number(group.opacity)})
        usual = _usual(group.marks, inherited)
        _say(element, usual, inherited)
        self._add_all(element, group.marks, usual)
        return element

    def _path(self, path: Path, inherited: _Usual) -> BaseElement:
        element = self._shape(path.d)
        if not self.shapes:  # what a page does with panels, it does with their groups
            _classed(element, path.role)
        fill = path.fill or "none"
        if fill != inherited.fill:
            element.update({"fill": fill})
        if path.stroke:
            element.update({"stroke": path.stroke})
            if number(path.width) != inherited.width:
                element.update({"stroke-width": number(path.width)})
            if path.dash:
                element.update({"stroke-dasharray": " ".join(number(value) for value in path.dash)})
        if path.opacity != 1.0:
            element.update({_opacity(path): number(path.opacity)})
        return element

    def _shape(self, d: str) -> BaseElement:
        if not self.shapes:
            return SvgPath(d=d, debug=False)
        name = self.shapes.name(d)
        if not name:
            return SvgPath(d=self.shapes.tight(d), debug=False)
        if self.shapes.first(name):
            self.root.defs.add(SvgPath(d=self.shapes.tight(d), id=name, debug=False))
        return _Use(href=f"#{name}", debug=False)

    def _clip(self, d: str) -> str:
        if d not in self.clips:
            self.clips[d] = clean(f"{self.drawing.id}__clip{len(self.clips) + 1}")
            clip = ClipPath(id=self.clips[d], debug=False)
            clip.add(SvgPath(d=d, debug=False))
            self.root.defs.add(clip)
        return self.clips[d]


def _classed(element: BaseElement, role: str) -> None:
    if role:
        element.update({"class": clean(role)})


def _matrix(matrix: Matrix) -> str:
    return f"matrix({' '.join(number(value, 4) for value in matrix)})"


def _say(element: BaseElement, usual: _Usual, inherited: _Usual) -> None:
    if usual.fill != inherited.fill:
        element.update({"fill": usual.fill})
    if usual.width != inherited.width:
        element.update({"stroke-width": usual.width})


def _usual(marks: Iterable[Mark], inherited: _Usual) -> _Usual:
    """What enough of a group's own paths share for it to be said once, on the group."""
    paths = [mark for mark in marks if isinstance(mark, Path)]
    fill = _most(path.fill or "none" for path in paths)
    width = _most(number(path.width) for path in paths if path.stroke)
    return _Usual(fill or inherited.fill, width or inherited.width)


def _most(values: Iterable[str]) -> str:
    value, count = next(iter(Counter(values).most_common(1)), ("", 0))
    return value if count > _OFTEN else ""


def _opacity(path: Path) -> str:
    """A fill or a line alone needs no layer of its own, which is what makes rasterising slow."""
    if path.fill and path.stroke:
        return "opacity"
    return "fill-opacity" if path.fill else "stroke-opacity"


def _stroke(element: BaseElement, colour: str, width: float) -> None:
    element.update({"stroke": colour, "stroke-width": number(width)})


def _live(text: Text, lang: str) -> BaseElement:
    """Live text. Every run says where it starts, so that no renderer's own spacing can move it."""
    element = SvgText("", debug=False)
    first = next((run.face for line in text.lines for run in line.runs), "lettering")
    _classed(element, " ".join(filter(None, (text.role, first))))
    element.update(
        {"font-family": family(first), "font-size": number(text.size), "fill": text.fill, "xml:space": "preserve"}
    )
    if text.lang and text.lang != lang:
        element.update({"lang": clean(text.lang)})
    _turn(element, text)
    for line in text.lines:
        element.add(_line(line, first))
    return element


def _line(line: TextLine, face: str) -> BaseElement:
    y = number(line.y)
    spans = []
    for run in line.runs:
        span = TSpan(clean(run.words), debug=False)
        span.update({"x": number(line.x + run.x), "y": y})
        if run.backwards:
            span.update(_BACKWARDS)
        if run.face != face:
            span.update({"class": run.face, "font-family": family(run.face)})
        spans.append(span)
    if len(spans) == 1:
        return spans[0]
    whole = TSpan("", debug=False)
    whole.update({"x": number(line.x), "y": y})
    for span in spans:
        whole.add(span)
    return whole


def _outlined(text: Text, lang: str) -> BaseElement:
    """Letters as one outline: for renderers without fonts, and for the edge round a sound effect, which is no text."""
    element = SvgPath(d="".join(outline(line, text.size, text.lang or lang) for line in text.lines), debug=False)
    _classed(element, text.role or "letters")
    element.update({"fill": text.fill})
    if text.stroke:
        _stroke(element, text.stroke, text.width)
    _turn(element, text)
    return element


def _turn(element: BaseElement, text: Text) -> None:
    if text.turn and text.lines:
        first = text.lines[0]
        element.update({"transform": f"rotate({number(text.turn)} {number(first.start)} {number(first.y)})"})


def _picture(picture: Picture) -> BaseElement:
    box = picture.box
    element = Image(f"data:image/png;base64,{base64.b64encode(picture.png).decode('ascii')}", debug=False)
    element.update({"x": number(box.x), "y": number(box.y), "width": number(box.w), "height": number(box.h)})
    return element
