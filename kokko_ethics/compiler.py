"""The compiler: the order of the rooms, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from kokko_ethics.breakdown.needs import Retakes, break_down
from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.drawing.panel import draw
from kokko_ethics.edition import Edition, Page, PageSet, Pane
from kokko_ethics.house_style import A4, A5, Format
from kokko_ethics.layout.model import Frame
from kokko_ethics.layout.pages import lay_out, lay_out_web
from kokko_ethics.retakes import Shot, complaints, shoot
from kokko_ethics.review import review
from kokko_ethics.script import parse
from kokko_ethics.source import Source
from kokko_ethics.story import load_cast, understand
from kokko_ethics.story.model import Story


@dataclass(frozen=True, slots=True)
class Compiled:
    """What became of a script. ``edition`` is missing where nothing could be drawn."""

    story: Story | None
    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]


def read(source: Source, id: str, *, panels: Path) -> tuple[Story | None, tuple[Diagnostic, ...]]:
    """Source → Script → Story, with everything that reading and reviewing have to say. ``panels`` holds the cast."""
    script, said = parse(source)
    cast, cast_said = load_cast(panels / "cast", lang=script.lang)
    story, more = understand(script, cast, id=id)
    reviewed = review(story) if story else ()
    return story, in_order([*said, *cast_said, *more, *reviewed])


def compile_story(source: Source, id: str, *, panels: Path) -> Compiled:
    """Source → Edition: read, break down, lay out, stage, letter and draw, for A4, A5 and the web."""
    story, said = read(source, id, panels=panels)
    if story is None:
        return Compiled(None, None, said)
    a4, a5 = (shoot(story, format.size, partial(_frames, story, format)) for format in (A4, A5))
    web = shoot(story, A5.size, lambda retakes: lay_out_web(break_down(story, retakes), A5.size))
    edition = Edition(story, _pages(story, A4, a4), _pages(story, A5, a5), tuple(_pane(story, shot) for shot in web))
    return Compiled(story, edition, in_order([*said, *complaints(story, (*a4, *a5, *web))]))


def _frames(story: Story, format: Format, retakes: Retakes) -> tuple[Frame, ...]:
    return lay_out(break_down(story, retakes), format).frames


def _pages(story: Story, format: Format, shots: tuple[Shot, ...]) -> PageSet:
    pages = groupby(shots, key=lambda shot: shot.frame.page)
    return PageSet(format, tuple(Page(number, tuple(_pane(story, shot) for shot in page)) for number, page in pages))


def _pane(story: Story, shot: Shot) -> Pane:
    panel, label = shot.frame.slot.panel, shot.frame.label
    return Pane(
        panel, label, shot.frame.box, shot.lettering, draw(panel, label, shot.lettering, story.cast, story.lang)
    )
