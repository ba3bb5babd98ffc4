"""Shapes: what the panels of one page repeat (faces, hair, furniture) is written once, where it comes first, and used
from there on. A page is almost a half lighter for it.

Paths that always follow each other are shared together, colours and all; otherwise it is the path data that is shared.
A shape that is only ever drawn small is written less finely.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.outputs.path_data import tight
from kokko_ethics.standing import standing

_WORTH = 60
"""Characters from which on path data is worth a name of its own."""
_SLACK = 0.05
"""So far, in points of the panel, may a point be from where it is: nobody sees a twentieth of a point."""

Run = tuple[Path, ...]


class Shapes:
    """The shapes of one page; its drawings have to be written in their order."""

    def __init__(self, drawings: Iterable[Drawing]) -> None:
        panels = [list(_lists(drawing.marks, 1.0)) for drawing in drawings]
        lists = [marks for panel in panels for marks, _ in panel]
        self._scales: dict[str, float] = {}
        for d, scale in (path for panel in panels for path in _outlines(panel)):
            self._scales[d] = max(scale, self._scales.get(d, 0.0))
        self._tight: dict[str, str] = {}
        for panel in panels:
            self._tighten([d for d in dict(_outlines(panel)) if d not in self._tight])
        self._met = Counter(mark for marks in lists for mark in marks if isinstance(mark, Path))
        self._followed = Counter(pair for marks in lists for pair in pairwise(marks) if isinstance(pair[0], Path))
        runs = Counter(run for marks in lists for run in self.runs(marks) if isinstance(run, tuple))
        shared = {run: None for run, count in runs.items() if len(run) > 1 and count > 1}
        paths = Counter(path.d for run, count in runs.items() for path in run * (1 if run in shared else count))
        repeated = [d for d, count in paths.items() if count > 1 and len(d) >= _WORTH]
        uses = {run: runs[run] for run in shared} | {d: paths[d] for d in repeated}
        often = sorted(uses, key=lambda shape: -uses[shape])  # the shortest names for what is named most
        self._names = {shape: f"_{number:x}" for number, shape in enumerate(often)}
        self._written: set[str] = set()

    def runs(self, marks: Iterable[Mark]) -> Iterator[Mark | Run]:
        """``marks`` in their order, paths in runs that never part."""
        run: list[Path] = []
        for mark in marks:
            if run and not (isinstance(mark, Path) and self._together(run[-1], mark)):
                yield tuple(run)
                run = []
            if isinstance(mark, Path):
                run.append(mark)
            else:
                yield mark
        if run:
            yield tuple(run)

    def name(self, shape: str | Run) -> str:
        """The id of a shape that is shared; empty where it is not. No id of an author begins like it."""
        return self._names.get(shape, "")

    def slack(self, d: str) -> float:
        """How far points of this path data may be from where they are, in its own units."""
        return _SLACK / max(self._scales[d], 1e-6)

    def tight(self, d: str) -> str:
        """This path data in as few signs as it can do with; see ``path_data``."""
        return self._tight[d]

    def first(self, name: str) -> bool:
        """Whether the shape is met for the first time, and has to be written where it is met."""
        new = name not in self._written
        self._written.add(name)
        return new

    def _tighten(self, outlines: list[str]) -> None:
        """All outlines that come first in a panel, at once: they stay as they are while only other panels change."""
        asked = [(d, self.slack(d)) for d in outlines]
        found = standing("tight", repr(asked), lambda: json.dumps([tight(*each) for each in asked]).encode())
        self._tight |= zip(outlines, json.loads(found), strict=True)

    def _together(self, one: Path, other: Path) -> bool:
        return self._followed[one, other] == self._met[one] == self._met[other]


def _outlines(panel: Iterable[tuple[tuple[Mark, ...], float]]) -> Iterator[tuple[str, float]]:
    """The path data in lists of marks, each with the scale that it is drawn at."""
    return ((path.d, scale) for marks, scale in panel for path in marks if isinstance(path, Path))


def _lists(marks: tuple[Mark, ...], scale: float) -> Iterator[tuple[tuple[Mark, ...], float]]:
    """The lists of marks that lie in ``marks``, and themselves, each with the scale that it is drawn at."""
    yield marks, scale
    for mark in marks:
        if isinstance(mark, Group):
            a, b, c, d, _, _ = mark.matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
            yield from _lists(mark.marks, scale * max(math.hypot(a, b), math.hypot(c, d)))
