"""The panel: backdrop, people, furniture, words and frame, in the order in which they are painted."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kokko_ethics.drawing.backdrop import draw_backdrop
from kokko_ethics.drawing.balloons import draw_balloons
from kokko_ethics.drawing.figure import draw_figure
from kokko_ethics.drawing.model import Drawing, Group, Mark, Path
from kokko_ethics.drawing.notation import read_marks, written_marks
from kokko_ethics.drawing.props import draw_prop
from kokko_ethics.drawing.setting.foreground import draw_foreground
from kokko_ethics.geometry import Box, number
from kokko_ethics.house_style import FRAME_LINE, INK
from kokko_ethics.lettering.model import Lettering
from kokko_ethics.staging.model import Stage
from kokko_ethics.standing import standing
from kokko_ethics.story.model import CastMember, Line, Panel
from kokko_ethics.wording import listed, say

_NEAREST = 4.0
"""Points in a centimetre from which on lines no longer grow with the people."""
_KEPT = 256
"""Scenes that are kept: those of a long story in three layouts."""


def draw(panel: Panel, label: str, lettering: Lettering, cast: tuple[CastMember, ...], lang: str) -> Drawing:
    """Draws one panel. ``label`` is its number as readers see it; ``lang`` the language of its words."""
    stage = lettering.stage
    width, height = stage.camera.width, stage.camera.height
    frame = frame_path(Box(0.0, 0.0, width, height))
    id = f"{panel.id}-{label}" if label[-1:].isalpha() else panel.id
    marks: tuple[Mark, ...] = (
        Group(draw_scene(stage), role="picture", clip=frame),
        *draw_balloons(lettering.balloons, lang),
        Path(frame, stroke=INK, width=FRAME_LINE, role="frame"),
    )
    names = {member.id: member.name for member in cast}
    spoken = " ".join(spoken_line(balloon.line, names, lang) for balloon in lettering.balloons)
    return Drawing(
        id,
        width,
        height,
        marks,
        lang,
        say("panels", lang, "panel", "title", label=label),
        panel.description.plain,
        spoken,
    )


@lru_cache(maxsize=_KEPT)
def draw_scene(stage: Stage) -> tuple[Mark, ...]:
    """Everything but the words: backdrop, people and furniture. It stands for the next build: reading it takes a tenth
    of the time; where other people's drawings are in it, telling it would take longer than drawing."""
    if not _all_ours(stage):
        return _drawn(stage)
    return read_marks(standing("scene", repr(stage), lambda: written_marks(_drawn(stage)).encode()).decode())


def _all_ours(stage: Stage) -> bool:
    """Whether nothing on a stage comes from outside."""
    drawn = (*(figure.drawn for figure in stage.figures), *(prop.drawn for prop in stage.props))
    return stage.backdrop is None and not any(drawn)


def _drawn(stage: Stage) -> tuple[Mark, ...]:
    scene: list[Mark] = [Group(draw_backdrop(stage), role="setting")]
    scene += [Group(draw_prop(prop, stage.camera), role="prop") for prop in stage.props if prop.layer == "back"]
    if not stage.is_picture:
        finer = min(1.0, _NEAREST / stage.camera.scale)
        scene += [_finer(draw_figure(figure), finer) for figure in stage.figures]
    scene += [Group(draw_prop(prop, stage.camera), role="prop") for prop in stage.props if prop.layer == "front"]
    scene.append(Group(draw_foreground(stage), role="setting"))
    return tuple(scene)


def _finer(group: Group, by: float) -> Group:
    """A figure with thinner lines: a hand that fills a panel is not inked with a broom."""
    if by == 1.0:
        return group
    marks = (
        _finer(mark, by) if isinstance(mark, Group) else replace(mark, width=mark.width * by) if isinstance(mark, Path)
        else mark for mark in group.marks
    )  # fmt: skip
    return replace(group, marks=tuple(marks))


def frame_path(box: Box) -> str:
    """The panel's border, drawn half a line inside its edges."""
    i = FRAME_LINE / 2
    x0, y0, x1, y1 = (number(v) for v in (box.x + i, box.y + i, box.right - i, box.bottom - i))
    return f"M{x0} {y0}L{x1} {y0}L{x1} {y1}L{x0} {y1}Z"


def spoken_line(line: Line, names: dict[str, str], lang: str) -> str:
    """A line as a screen reader should say it: who, how, and the words."""
    who = listed([names.get(speaker, speaker) for speaker in line.speakers], lang)
    return say("panels", lang, "spoken", line.manner, who=who, words=_sentence(line.words.plain))


def _sentence(words: str) -> str:
    """The words with an end, so that a voice pauses."""
    words = " ".join(words.split())
    return words if words[-1:] in ".!?…:؟۔" or words[-2:-1] in ".!?…؟۔" else f"{words}."
