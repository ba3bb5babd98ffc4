"""Path data: what outlines say, read step by step, and written in as few signs as it can do with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kokko_ethics.geometry import Point, number

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_LAST_NUMBER = re.compile(r"[\d.]+$")
_POINTS = {"M": 1, "L": 1, "C": 3, "S": 2, "Q": 2, "Z": 0}
"""How many points follow each command that the house draws with."""
_FINEST = 3
"""So many decimals are always enough."""


class Step(NamedTuple):
    """A command, in capitals, with its points and handles where they are."""

    command: str
    points: tuple[Point, ...]


def steps(d: str) -> Iterator[Step]:
    """The steps of path data made of M, L, C, S, Q and Z, absolute or relative; H and V are told as L.

    Raises:
        KeyError: at another command.
    """
    tokens = _TOKEN.findall(d)
    at, start, command, k = (0.0, 0.0), (0.0, 0.0), "M", 0
    while k < len(tokens):
        if tokens[k].isalpha():
            command, k = tokens[k], k + 1
        base = at if command.islower() else (0.0, 0.0)
        if command in "HhVv":
            across, value, k = command in "Hh", float(tokens[k]), k + 1
            at = (base[0] + value, at[1]) if across else (at[0], base[1] + value)
            yield Step("L", (at,))
            continue
        count = _POINTS[command.upper()]
        values = [float(token) for token in tokens[k : k + 2 * count]]
        points = tuple((base[0] + x, base[1] + y) for x, y in zip(values[::2], values[1::2], strict=True))
        yield Step(command.upper(), points)
        k += 2 * count
        at = points[-1] if points else start
        if command in "Mm":
            start, command = at, "l" if command == "m" else "L"


@cache
def tight(d: str, slack: float = 0.05) -> str:
    """The same path in fewer signs: every point from the one before, with no more decimals than put it within ``slack``
    of where it is. Errors don't add up: each step starts where the last one was written to end."""
    at = start = (0.0, 0.0)
    said, parts = "", list[str]()
    for command, points in steps(d):
        if command == "Z":
            parts.append("z")
            at, said = start, "z"
            continue
        base = (0.0, 0.0) if command == "M" else at
        values = [_nearly(value - zero, slack) for point in points for value, zero in zip(point, base, strict=True)]
        at = (base[0] + float(values[-2]), base[1] + float(values[-1]))
        letter = "M" if command == "M" else command.lower()
        if command == "L" and "0" in values:
            letter, values = ("h", values[:1]) if values[1] == "0" else ("v", values[1:])
        parts.append(_run(values, parts, "" if letter == said and letter != "M" else letter))
        said = letter
        if command == "M":
            start = at
    return "".join(parts)


def _nearly(value: float, slack: float) -> str:
    """A number that is at most ``slack`` from ``value``, without needless decimals."""
    for places in range(_FINEST):
        if abs(round(value, places) - value) <= slack + 1e-9:
            return number(value, places)
    return number(value, _FINEST)


def _run(values: list[str], before: list[str], letter: str) -> str:
    """Numbers behind each other, parted only where they would run together."""
    pieces = [letter]
    last = letter or (before[-1] if before else "")
    for value in values:
        short = value.replace("0.", ".", 1) if value.startswith(("0.", "-0.")) else value
        joined = not last[-1:].isdigit() or short[0] == "-" or (short[0] == "." and _has_point(last))
        last = short if joined else f" {short}"
        pieces.append(last)
    return "".join(pieces)


def _has_point(text: str) -> bool:
    """Whether the number at the end of ``text`` has decimals already."""
    found = _LAST_NUMBER.search(text)
    return bool(found and "." in found[0])
