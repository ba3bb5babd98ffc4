"""Type sizes as they stand in a finished PDF, in points: every text, in forms too, with all scaling applied."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator

import pikepdf

from kokko_ethics.geometry import Matrix, chain

_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def type_sizes(pdf: bytes) -> list[set[float]]:
    """For each page, all type sizes on it, to a tenth of a point."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        pages = [page.obj for page in file.pages]
        return [{round(size, 1) for size in _sizes(one, one.get("/Resources"), _PLAIN)} for one in pages]


def _sizes(content: pikepdf.Object, resources: pikepdf.Object, outer: Matrix) -> Iterator[float]:
    matrix, stack, text, size = outer, [], _PLAIN, 0.0
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = chain(matrix, _matrix(operands))
            case "Tf":
                size = float(operands[1])
            case "Tm":
                text = _matrix(operands)
            case "Tj" | "TJ":
                a, b, c, d, _, _ = chain(matrix, text)
                yield size * math.sqrt(abs(a * d - b * c))
            case "Do":
                form = resources.XObject[str(operands[0])]
                if form.get("/Subtype") == "/Form":
                    inner = chain(matrix, _matrix(form.get("/Matrix", _PLAIN)))
                    yield from _sizes(form, form.get("/Resources", resources), inner)


def _matrix(values: object) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)  # type: ignore[attr-defined]
    return (a, b, c, d, e, f)
