"""Painting: engraved drawings on PDF pages, and their live text.

WeasyPrint can draw SVG by itself, but reading our outlines as SVG takes it most of the time of a whole booklet. Fonts
stay with WeasyPrint, which embeds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kokko_ethics.drawing.model import Drawing, Group, Mark, Picture, Text
from kokko_ethics.outputs.engraving import Engraved, EngravedGroup, Engraving, Part, turned
from kokko_ethics.outputs.live_text import write

_PIXEL = 0.75
"""Points in one of WeasyPrint's pixels."""
_FAR = 9999
"""Beyond every panel, in any of its groups."""
_SMALL = 600
"""Packed bytes below which an engraving is painted right onto the page: a form is not worth its frame."""


def paintable(drawing: Drawing) -> bool:
    """Whether all of a drawing can be painted; pictures from outside are left to WeasyPrint."""
    return not any(isinstance(mark, Picture) for mark in _flat(drawing.marks))


def lettering_only(drawing: Drawing) -> Drawing:
    """The live text of a drawing, in its places."""
    return replace(drawing, marks=_marks(drawing.marks, texts=True))


def without_lettering(drawing: Drawing) -> Drawing:
    """All of a drawing but its live text."""
    return replace(drawing, marks=_marks(drawing.marks, texts=False))


class Painting:
    """A picture for WeasyPrint's cache of images."""

    def __init__(self, engraved: Engraved) -> None:
        self._engraved = engraved

    def get_intrinsic_size(self, _resolution: float, _font_size: float) -> tuple[float, float, float]:
        """Width and height in pixels, and their ratio."""
        width, height = self._engraved.width, self._engraved.height
        return width / _PIXEL, height / _PIXEL, width / height

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Paint onto ``stream``, ``width`` × ``height`` of its units large; ``style`` knows the document's fonts."""
        with _kept(stream):
            stream.transform(a=width / self._engraved.width, d=height / self._engraved.height)
            self._paint(stream, self._engraved.parts, style)

    def _paint(self, stream: Any, parts: Iterable[Part], style: Any) -> None:
        for part in parts:
            with _kept(stream):
                match part:
                    case Engraving():
                        _print(stream, part)
                    case EngravedGroup():
                        self._group(stream, part, style)
                    case Text():
                        if matrix := turned(part):
                            stream.transform(*matrix)
                        stream.set_alpha(1.0, stroke=True, fill=True)
                        stream.set_color_rgb(*_rgb(part.fill))
                        write(stream, part, style, self._engraved.lang)

    def _group(self, stream: Any, group: EngravedGroup, style: Any) -> None:
        if group.matrix:
            stream.transform(*group.matrix)
        if group.clip:
            stream.stream += [group.clip, b"W n"]
        if group.opacity == 1.0:
            self._paint(stream, group.parts, style)
        else:
            layer = _form(stream)
            self._paint(layer, group.parts, style)
            stream.set_alpha(group.opacity, stroke=True, fill=True)
            stream.draw_x_object(layer.id)


class _kept:
    """What is set inside ends with it."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __enter__(self) -> None:
        self.stream.push_state()

    def __exit__(self, *_: object) -> None:
        self.stream.pop_state()


def _print(stream: Any, engraving: Engraving) -> None:
    """Paint an engraving: small ones right onto the page."""
    if engraving.layers or len(engraving.data) > _SMALL:
        stream.draw_x_object(_ready(stream, engraving, sheet=False).id)
    else:
        for opacity in engraving.opacities:
            stream.set_alpha(opacity, stroke=True, fill=True)
        stream.stream.append(engraving.operators)


def _ready(stream: Any, engraving: Engraving, *, sheet: bool) -> Any:
    """A form with an engraving, packed as it is; painted as one ``sheet`` if asked."""
    form = _form(stream)
    for layer in engraving.layers:
        _ready(form, layer, sheet=True)
    for opacity in engraving.opacities:
        form.set_alpha(opacity, stroke=True, fill=True)
    if not sheet:
        del form.extra["Group"]
    form.extra["Filter"] = "/FlateDecode"
    form.stream, form.compress = [engraving.data], False
    return form


def _form(stream: Any) -> Any:
    """A form that is painted as one sheet."""
    form = stream.add_group(*stream.page_rectangle)
    form.extra["BBox"][:] = (-_FAR, -_FAR, _FAR, _FAR)
    return form


def _rgb(colour: str) -> tuple[float, float, float]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (round(int(digits[k : k + 2], 16) / 255, 4) for k in (0, 2, 4))
    return red, green, blue


def _flat(marks: Iterable[Mark]) -> Iterable[Mark]:
    for mark in marks:
        yield mark
        if isinstance(mark, Group):
            yield from _flat(mark.marks)


def _marks(marks: Iterable[Mark], *, texts: bool) -> tuple[Mark, ...]:
    """Only the live text among marks, or only the others."""
    kept: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Group):
            if inside := _marks(mark.marks, texts=texts):
                kept.append(replace(mark, marks=inside))
        elif texts == (isinstance(mark, Text) and not mark.stroke):
            kept.append(mark)
    return tuple(kept)
