"""Teaching: a story says its principle in the official words where an organisation has put them in place of ours."""

from __future__ import annotations

from dataclasses import replace

from kokko_ethics.reference.model import text_in
from kokko_ethics.story.model import Line, Panel, Run, Scene, Story


def in_official_words(story: Story) -> Story:
    """The story whose lines say the official text of its principle wherever they said our draft of it."""
    principle = story.reference.principles.find(story.principle)
    if principle is None or not principle.is_official(story.lang):
        return story
    ours, official = text_in(principle.sentence, story.lang), principle.sentence_in(story.lang)

    def line(one: Line) -> Line:
        said = " ".join(one.words.plain.split())
        return replace(one, words=replace(one.words, runs=(Run(official),))) if said == ours else one

    def panel(one: Panel) -> Panel:
        return replace(one, lines=tuple(map(line, one.lines)))

    def scene(one: Scene) -> Scene:
        return replace(one, panels=tuple(map(panel, one.panels)))

    return replace(story, scenes=tuple(map(scene, story.scenes)))
