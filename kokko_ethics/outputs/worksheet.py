"""Worksheet: the comic with empty balloons to write into, its words on sheets of their own, and pages to colour in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.edition import Edition, PageSet
from kokko_ethics.geometry import number
from kokko_ethics.house_style import A4, CODE_FOOT
from kokko_ethics.outputs.blanks import LEADING, Blank, emptied
from kokko_ethics.outputs.loose_leaf import SIZE, LooseLeaf
from kokko_ethics.outputs.matter import Matter, matter_of
from kokko_ethics.outputs.plates import Plates
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.source import Span
from kokko_ethics.wording import say

_GAP = 24.0
"""Points between two columns."""
_COLUMN = (A4.live_width - _GAP) / 2


class Worksheet:
    """Empty balloons, their words, and outlines to colour in."""

    name = "worksheet"
    about = "A4 to write in: the comic with empty balloons, its words on sheets of their own, and outlines to colour in"

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``worksheet-a4.pdf``, ``worksheet-key-a4.pdf``, ``colouring-a4.pdf``; where nobody speaks only the last."""
        matter = matter_of(edition)
        names = {member.id: member.name for member in edition.story.cast}
        panes = {pane.label: emptied(pane, names, matter.lang) for page in edition.a4.pages for pane in page.panes}
        blanks = {label: waiting for label, (_, waiting) in panes.items()}
        pages = replace(edition.a4, pages=tuple(
            replace(page, panes=tuple(panes[pane.label][0] for pane in page.panes)) for page in edition.a4.pages
        ))  # fmt: skip
        if any(blanks.values()):
            yield _artifact("worksheet-a4.pdf", _worksheet(matter, pages, blanks), pages)
            yield _artifact("worksheet-key-a4.pdf", _key(matter, blanks), None)
        else:
            source = edition.story.source
            yield Diagnostic("nothing-to-fill-in", Severity.WARNING, source, Span(0, min(3, len(source.text))))
        outlines = edition.in_style("outline").a4
        yield _artifact("colouring-a4.pdf", _colouring(matter, outlines), outlines)


def _artifact(path: str, leaf: LooseLeaf, pages: PageSet | None) -> Artifact:
    return Artifact(path, key(path, leaf.matter, leaf.values, pages), leaf.bind)


def _coded(pages: PageSet) -> bool:
    """Whether feet have room for a code."""
    return pages.format.foot >= CODE_FOOT


def _worksheet(matter: Matter, pages: PageSet, blanks: dict[str, tuple[Blank, ...]]) -> LooseLeaf:
    small = tuple(
        (page.number, waiting)
        for page in pages.pages
        if (waiting := tuple(one for pane in page.panes for one in blanks[pane.label] if not one.rules))
    )
    say_here = partial(say, "pages", matter.lang, "worksheet")
    values = {
        "task": say_here("task"), "signed": True, "to_write": small, "column": _COLUMN, "gap": number(_GAP),
        "leading": number(LEADING),
    }  # fmt: skip
    plates = Plates(pages, matter, SIZE, numbered=True, coded=_coded(pages))
    return LooseLeaf("worksheet", matter, say_here("title", title=matter.title), values, plates)


def _key(matter: Matter, blanks: dict[str, tuple[Blank, ...]]) -> LooseLeaf:
    answers = tuple(
        (say("panels", matter.lang, "panel", "title", label=label), waiting)
        for label, waiting in blanks.items()
        if waiting
    )
    title = say("pages", matter.lang, "worksheet", "key-title", title=matter.title)
    return LooseLeaf("worksheet-key", matter, title, {"answers": answers, "gap": number(_GAP)})


def _colouring(matter: Matter, pages: PageSet) -> LooseLeaf:
    say_here = partial(say, "pages", matter.lang, "worksheet")
    values = {"task": say_here("colour"), "signed": False, "to_write": (), "column": _COLUMN, "gap": number(_GAP),
              "leading": number(LEADING)}  # fmt: skip
    plates = Plates(pages, matter, SIZE, matter.numbered, coded=_coded(pages))
    return LooseLeaf("worksheet", matter, say_here("colouring-title", title=matter.title), values, plates)
