"""SVG from outside: only outlines and flat colours survive, because nothing else is carried over.

Scripts, links, styles with addresses, text, filters and pictures inside a picture never reach a page: the file is read
into shapes, and the shapes are all that is kept.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, tostring

from kokko_ethics.packs.model import Artwork, Shape

LARGEST, MOST_SHAPES, DEEPEST = 1_000_000, 5_000, 60
"""Limits: bytes of a file, shapes in it, levels of groups."""
_FARTHEST = 100_000.0
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_KEPT = {
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "use", "symbol", "title",
    "desc", "linearGradient", "radialGradient", "stop", "metadata",
}  # fmt: skip
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_PAINT = {"fill", "stroke"}
_ATTRIBUTES = _PAINT | {
    "d", "x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "points", "transform",
    "viewBox", "id", "stroke-width", "opacity", "fill-opacity", "stroke-opacity", "style", "stop-color", "offset",
    "fill-rule",
}  # fmt: skip
_STYLED = {"fill", "stroke", "stroke-width", "opacity", "fill-opacity", "stroke-opacity", "stop-color", "display",
    "fill-rule"}  # fmt: skip


class Unreadable(Exception):
    """A picture that cannot be used; the text says why, as the key of a message and the word it is about."""

    def __init__(self, why: str, word: str = "") -> None:
        super().__init__(why)
        self.why, self.word = why, word


def read_svg(data: bytes) -> tuple[Artwork, tuple[str, ...]]:
    """The shapes of an SVG file, and the names of what was left out.

    Raises:
        Unreadable: if it is too large, no SVG, or holds nothing that can be drawn.
    """
    root = _tree(data)
    dropped: list[str] = []
    _apply_classes(root)
    gradients = _first_stops(root)
    _check_depth(root)
    _clean(root, gradients, dropped)
    width, height, shapes = _shapes(tostring(root))
    if not shapes:
        raise Unreadable("nothing-to-draw")
    return Artwork(width, height, shapes), tuple(dict.fromkeys(dropped))


def _tree(data: bytes) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if len(data) > LARGEST:
        raise Unreadable("too-large")
    try:
        root: Element = fromstring(data, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Unreadable("no-svg") from error
    if root.tag != f"{_SVG}svg":
        raise Unreadable("no-svg")
    return root


def _check_depth(root: Element) -> None:
    """Groups in groups in groups, and things that are used by what is used, could grow without end."""
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > DEEPEST:
            raise Unreadable("too-deep")
        level = [child for element in level for child in element]
    used = {_target(element) for element in root.iter(f"{_SVG}use")}
    for element in root.iter():
        if element.get("id") in used and next(element.iter(f"{_SVG}use"), None) is not None:
            raise Unreadable("too-deep", "use")
    if sum(1 for _ in root.iter()) > 4 * MOST_SHAPES:
        raise Unreadable("too-many")


def _target(element: Element) -> str:
    href = next((element.get(name, "") for name in _HREFS if element.get(name)), "")
    return href[1:] if href.startswith("#") else ""


def _name(element: Element) -> str:
    tag = element.tag
    return tag.removeprefix(_SVG) if isinstance(tag, str) else ""


def _apply_classes(root: Element) -> None:
    """Drawing programs keep colours in classes of a style sheet: each rule becomes the style of those who wear it."""
    sheets = list(root.iter(f"{_SVG}style"))
    rules = dict(rule for sheet in sheets for rule in _CLASS.findall("".join(sheet.itertext())))
    for element in root.iter():
        worn = [rules[name] for name in element.get("class", "").split() if name in rules]
        if worn:
            element.set("style", ";".join([*worn, element.get("style", "")]))
    for parent in list(root.iter()):
        for sheet in parent.findall(f"{_SVG}style"):
            parent.remove(sheet)


def _first_stops(root: Element) -> dict[str, str]:
    """The first colour of every gradient: what is drawn in its stead."""
    found: dict[str, str] = {}
    for element in root.iter():
        if _name(element) in ("linearGradient", "radialGradient"):
            stop = next((inner for inner in element if _name(inner) == "stop"), None)
            if stop is not None and (id := element.get("id")):
                found[id] = _style(stop).get("stop-color") or stop.get("stop-color") or "#808080"
    return found


def _style(element: Element) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in element.get("style", "").split(";") if ":" in part)
    return {key.strip().lower(): value.strip() for key, value in pairs}


def _clean(element: Element, gradients: dict[str, str], dropped: list[str]) -> None:
    """Take away every element and attribute that is not known to be harmless."""
    for child in list(element):
        name = _name(child)
        if name not in _KEPT:
            if name:
                dropped.append(name)
            element.remove(child)
        elif name == "use" and not _target(child):
            dropped.append("use")
            element.remove(child)
        else:
            _clean(child, gradients, dropped)
    for key, value in _style(element).items():
        if key in _STYLED:
            element.set(key, value)
    element.attrib.pop("style", None)
    if element.get("display") == "none":
        for child in list(element):
            element.remove(child)
        element.set("d", "")
    for key in list(element.attrib):
        if key not in _ATTRIBUTES and not (key in _HREFS and _name(element) == "use"):
            del element.attrib[key]
    for key in _PAINT & set(element.attrib):
        element.set(key, _paint(element.attrib[key], gradients, dropped))


def _paint(value: str, gradients: dict[str, str], dropped: list[str]) -> str:
    """A colour; a gradient becomes its first colour, any other address nothing."""
    if "url" not in value.lower():
        return value
    dropped.append("gradient")
    id = value.partition("#")[2].partition(")")[0].strip("\"' ")
    return gradients.get(id, "none")


def _shapes(data: bytes) -> tuple[float, float, tuple[Shape, ...]]:
    from svgelements import SVG
    from svgelements import Shape as Drawn

    try:
        document = SVG.parse(io.BytesIO(data), reify=True)
    except (ValueError, TypeError, ArithmeticError, RecursionError, AttributeError, IndexError, KeyError) as error:
        raise Unreadable("no-svg") from error
    width, height = float(document.width or 0), float(document.height or 0)
    if not (0 < width <= _FARTHEST and 0 < height <= _FARTHEST):
        raise Unreadable("no-size")
    shapes: list[Shape] = []
    for element in document.elements():
        if isinstance(element, Drawn):
            shapes += _shape(element)
        if len(shapes) > MOST_SHAPES:
            raise Unreadable("too-many")
    return width, height, tuple(shapes)


def _shape(element: object) -> Iterator[Shape]:
    from svgelements import Path

    path = Path(element)
    path.reify()
    path.approximate_arcs_with_cubics()
    d = _data(_wound(path) if path.values.get("fill-rule") == "evenodd" else path)
    fill, stroke = _colour(path.fill), _colour(path.stroke)
    width = float(path.stroke_width or 0) if stroke else 0.0
    opacity = _share(path.values.get("opacity")) * (path.fill.opacity if fill else path.stroke.opacity if stroke else 1)
    if d and (fill or stroke) and opacity > 0:
        yield Shape(d, fill, stroke, round(width, 2), round(opacity, 2))


def _wound(path: Any) -> Any:
    """The path with its holes wound the other way round than what they are holes in: then they stay holes in every
    renderer, whatever the rule of filling."""
    from svgelements import Path

    parts = [Path(part) for part in path.as_subpaths()]
    ends = [[getattr(segment, "end", None) for segment in part] for part in parts]
    rings = [[(end.x, end.y) for end in ring if end is not None] for ring in ends]
    wound = Path()
    for number, (part, ring) in enumerate(zip(parts, rings, strict=True)):
        inside = sum(_holds(other, ring[0]) for k, other in enumerate(rings) if k != number and ring)
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True))
        if (area > 0) != (inside % 2 == 0):
            part.reverse()
        wound += part
    return wound


def _holds(ring: list[tuple[float, float]], point: tuple[float, float]) -> bool:
    """Whether a polygon holds a point."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1


def _colour(colour: object) -> str:
    value = getattr(colour, "value", None)
    return f"#{colour.red:02x}{colour.green:02x}{colour.blue:02x}" if value is not None else ""  # type: ignore[attr-defined]


def _share(written: object) -> float:
    try:
        return min(1.0, max(0.0, float(str(written)))) if written is not None else 1.0
    except ValueError:
        return 1.0


def _data(path: object) -> str:
    """Path data with whole tenths, absolute."""
    from svgelements import Close, CubicBezier, Line, Move, QuadraticBezier

    marks = {Move: "M", Line: "L", CubicBezier: "C", QuadraticBezier: "Q"}
    out = []
    for segment in path:  # type: ignore[attr-defined]
        if isinstance(segment, Close):
            out.append("Z")
            continue
        mark = next((letter for kind, letter in marks.items() if type(segment) is kind), "")
        points = [getattr(segment, name, None) for name in ("control", "control1", "control2", "end")]
        numbers = [value for point in points if point is not None for value in (point.x, point.y)]
        if not mark or any(not math.isfinite(value) or abs(value) > _FARTHEST for value in numbers):
            return ""
        out.append(mark + " ".join(f"{round(value, 1):g}" for value in numbers))
    return "".join(out) if len(out) > 1 else ""
