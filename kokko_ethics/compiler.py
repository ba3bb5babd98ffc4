"""The compiler: the order of the rooms, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kokko_ethics.breakdown.needs import break_down
from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.drawing.panel import draw
from kokko_ethics.edition import Edition, PageSet, Pane
from kokko_ethics.house_style import A4, A5, Format
from kokko_ethics.illustrating import Art, illustrate
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
    return story, in_order([*said, *cast_said, *more, *(review(story) if story else ())])


def compile_story(source: Source, id: str, *, panels: Path) -> Compiled:
    """Source → Edition: read, break down, lay out, stage, letter and draw, for A4, A5 and the web."""
    story, said = read(source, id, panels=panels)
    if story is None:
        return Compiled(None, None, said)
    art, more = illustrate(story)
    (a4, four), (a5, five) = page_set(story, A4, art), page_set(story, A5, art)
    web = shoot(story, A5.size, lambda retakes: lay_out_web(break_down(story, retakes), A5.size), art)
    edition = Edition(story, a4, a5, tuple(_pane(story, shot) for shot in web))
    return Compiled(story, edition, in_order([*said, *more, *complaints(story, (*four, *five, *web))]))


def page_set(story: Story, format: Format, art: Art) -> tuple[PageSet, tuple[Shot, ...]]:
    """Story → pages in one format, with the shots that they are made of."""
    shots = shoot(story, format.size, lambda retakes: lay_out(break_down(story, retakes), format).frames, art)
    return PageSet.of(format, ((shot.frame.page, _pane(story, shot)) for shot in shots)), shots


def _pane(story: Story, shot: Shot) -> Pane:
    frame, panel = shot.frame, shot.frame.slot.panel
    drawing = draw(panel, frame.label, shot.lettering, story.cast, story.lang)
    return Pane(panel, frame.label, frame.box, shot.lettering, drawing)
