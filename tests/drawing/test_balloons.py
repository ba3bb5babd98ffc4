"""Balloons show how their words are said, and where a speech goes on in the next panel."""

from __future__ import annotations

from kokko_ethics.compiler import compile_story
from kokko_ethics.drawing.model import Group, Path
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

TEXT = """---
title: T
lang: en
cast: Aino
---
# S
## Medium
Aino stands by the window and looks out.

AINO: I wanted to say …

## Medium
Aino turns round and looks at us.

AINO: … that I am glad.
"""


def test_a_speech_that_goes_on_in_the_next_panel_has_open_ends() -> None:
    compiled = compile_story(Source.of(TEXT), "t", panels=panels_folder())
    assert compiled.edition is not None
    for pane, side in zip(compiled.edition.web, ("right", "x"), strict=True):
        group = next(mark for mark in pane.drawing.marks if isinstance(mark, Group) and mark.role == "balloon")
        ends = [mark for mark in group.marks if isinstance(mark, Path) and mark.role == "open-end"]
        assert len(ends) == 1
        assert float(ends[0].d[1:].split()[0]) == round(getattr(pane.lettering.balloons[0].box, side), 2)
