"""Measuring: a PDF, whoever made it, → what is on its pages, in forms and patterns too, and at its true size."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.geometry import Matrix, chain
from kokko_ethics.preflight.model import Print, Sheet, Sides
from kokko_ethics.source import Source, Span

_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_LOOKED_AT = "q Q cm w gs S s B B* b b* Do BI ID EI"
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_DEEPEST = 12
"""Forms inside forms that are followed; a form that holds itself would never end."""
_DAMAGE = (
    pikepdf.PdfError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError,
    RuntimeError, NotImplementedError,
)  # fmt: skip
"""What reading a damaged file raises: parts have other types than they should, or are not there."""


def measure(path: Path) -> Print | Diagnostic:
    """All that there is to measure of the file at ``path``, or what is wrong with it as a whole."""
    if not path.is_file():
        return _about(path, "pdf-missing", path=str(path))
    try:
        with pikepdf.open(path) as pdf:
            sheets = [_sheet(number, page) for number, page in enumerate(pdf.pages, 1)]
    except pikepdf.PasswordError:
        return _about(path, "pdf-locked")
    except OSError as error:
        return _about(path, "pdf-unreadable", reason=error.strerror or str(error))
    except _DAMAGE:
        return _about(path, "pdf-damaged")
    if not sheets:
        return _about(path, "pdf-damaged")
    fonts = frozenset(name for _, found in sheets for name in found)
    return Print(str(path), tuple(sheet for sheet, _ in sheets), len(fonts))


def _about(file: Path, code: str, **values: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Source.of("", str(file)), Span(0, 0), tuple(values.items()))


def _sheet(number: int, page: pikepdf.Page) -> tuple[Sheet, frozenset[str]]:
    """A page and the names of the fonts that it has with it."""
    unit = float(page.obj.get("/UserUnit", 1))
    seen = _Seen()
    seen.follow(page.obj, page.obj.get("/Resources") or _inherited(page.obj), (unit, 0.0, 0.0, unit, 0.0, 0.0))
    media, bleed, trim = (_sides(box, unit) for box in (page.mediabox, page.bleedbox, page.trimbox))
    coarsest, thinnest = min(seen.resolutions, default=None), min(seen.lines, default=None)
    return Sheet(number, media, bleed, trim, coarsest, thinnest, frozenset(seen.lacking)), frozenset(seen.there)


def _inherited(page: pikepdf.Object) -> Any:
    """The resources that a page has from the branch of the tree on which it hangs."""
    branch = page.get("/Parent")
    for _ in range(_DEEPEST):
        if branch is None or "/Resources" in branch:
            break
        branch = branch.get("/Parent")
    return branch.get("/Resources") if branch is not None else None


def _sides(box: Any, unit: float) -> Sides:
    a, b, c, d = (float(side) * unit for side in box)
    return min(a, c), min(b, d), max(a, c), max(b, d)


@dataclass(slots=True)
class _Seen:
    """What has been met on a page."""

    resolutions: list[float] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)
    lacking: set[str] = field(default_factory=set)
    there: set[str] = field(default_factory=set)

    def follow(self, content: Any, resources: Any, matrix: Matrix, depth: int = 0) -> None:
        """Go through a content stream that ``matrix`` brings to the page."""
        if depth > _DEEPEST:
            return
        self._fonts(_part(resources, "/Font"))
        for pattern in _part(resources, "/Pattern").values():
            if isinstance(pattern, pikepdf.Stream):
                inside = pattern.get("/Resources", resources)
                self.follow(pattern, inside, chain(matrix, _matrix(pattern.get("/Matrix"))), depth + 1)
        width, stack = 1.0, list[tuple[Matrix, float]]()
        for one in pikepdf.parse_content_stream(content, _LOOKED_AT):
            operands: Any = one.operands
            match str(one.operator):
                case "q":
                    stack.append((matrix, width))
                case "Q" if stack:
                    matrix, width = stack.pop()
                case "cm":
                    matrix = chain(matrix, _matrix(operands))
                case "w":
                    width = float(operands[0])
                case "gs":
                    width = float(_part(resources, "/ExtGState").get(str(operands[0]), {}).get("/LW", width))
                case "INLINE IMAGE":
                    self._picture(operands[0].width, operands[0].height, matrix)
                case "Do":
                    self._object(_part(resources, "/XObject").get(str(operands[0])), resources, matrix, depth)
                case stroke if stroke in _STROKES:
                    self.lines.append(width * _scale(matrix))

    def _object(self, one: Any, resources: Any, matrix: Matrix, depth: int) -> None:
        if not isinstance(one, pikepdf.Stream):
            return
        if one.get("/Subtype") == "/Image":
            self._picture(int(one.get("/Width", 0)), int(one.get("/Height", 0)), matrix)
        elif one.get("/Subtype") == "/Form":
            inner = chain(matrix, _matrix(one.get("/Matrix")))
            self.follow(one, one.get("/Resources", resources), inner, depth + 1)

    def _picture(self, wide: int, high: int, matrix: Matrix) -> None:
        a, b, c, d, _, _ = matrix
        width, height = math.hypot(a, b), math.hypot(c, d)
        if width and height:
            self.resolutions.append(min(wide / width, high / height) * 72)

    def _fonts(self, fonts: dict[str, Any]) -> None:
        for font in fonts.values():
            name = str(font.get("/BaseFont", "?")).lstrip("/")
            if font.get("/Subtype") == "/Type3" or any(map(_is_inside, _descriptors(font))):
                self.there.add(name)
            else:
                self.lacking.add(name)


def _descriptors(font: Any) -> Iterator[Any]:
    for one in (font, *(font.get("/DescendantFonts") or ())):
        if (descriptor := one.get("/FontDescriptor")) is not None:
            yield descriptor


def _is_inside(descriptor: Any) -> bool:
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _part(resources: Any, name: str) -> dict[str, Any]:
    part = resources.get(name) if isinstance(resources, pikepdf.Dictionary) else None
    return dict(part.items()) if isinstance(part, pikepdf.Dictionary) else {}


def _matrix(values: Any) -> Matrix:
    if values is None:
        return _PLAIN
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))
