"""Asking: which panels a question to think about looks at."""

from __future__ import annotations

from dataclasses import dataclass

from kokko_ethics.outputs.matter import Question
from kokko_ethics.pointing import panels_named
from kokko_ethics.story.model import Panel, Reflection, Side, Story
from kokko_ethics.wording import listed, say


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, without the panels that its author named; the numbers of the panels that it looks at, and that in
    words ("Ruutu 4: valinta"). ``unknown`` are numbers of no panel."""

    question: Question
    to: str
    words: str
    panels: tuple[int, ...]
    look: str
    unknown: tuple[int, ...] = ()


def asked(story: Story, questions: tuple[Question, ...]) -> tuple[Asked, ...]:
    """The questions of a story; ``questions`` are the same as its matter has them."""
    return tuple(_asked(story, one, question) for one, question in zip(story.reflections, questions, strict=True))


def _asked(story: Story, reflection: Reflection, question: Question) -> Asked:
    words = question.saying.words
    if named := panels_named(words):
        known = tuple(number for number in named.numbers if number in {panel.number for panel in story.panels})
        unknown = tuple(number for number in named.numbers if number not in known)
        return Asked(question, reflection.to, named.words, known, _look(story, known, ""), unknown)
    panels, why = _derived(story, reflection)
    return Asked(question, reflection.to, words, panels, _look(story, panels, why))


def _derived(story: Story, reflection: Reflection) -> tuple[tuple[int, ...], str]:
    """What a question looks at where its author does not say: one to everybody at the choices, one to a side at the
    ends of the ways on which people of that side are to be seen or heard; in a story without choices at its last panel.
    """
    choices = tuple(panel.number for panel in story.panels if panel.choice)
    ends = tuple(panel for panel in story.panels if panel.goes_to == "end")
    if not choices:
        return tuple(panel.number for panel in (ends or story.panels)[-1:]), "end"
    if reflection.to == "all":
        return choices, "choice"
    concerned = tuple(panel.number for panel in ends if _side_in(story, panel, reflection.to))
    return concerned or tuple(panel.number for panel in ends), "end" if len(concerned or ends) == 1 else "ends"


def _side_in(story: Story, panel: Panel, side: Side | str) -> bool:
    people = {actor.character for actor in panel.actors} | {one for line in panel.lines for one in line.speakers}
    return any(member.side == side and member.id in people for member in story.cast)


def panels_in_words(panels: tuple[int, ...], lang: str) -> str:
    """Such as "Panels 4, 6 and 7"; one panel at least."""
    numbers = listed([str(panel) for panel in panels], lang)
    return say("pages", lang, "look", "many" if len(panels) > 1 else "one", numbers=numbers)


def _look(story: Story, panels: tuple[int, ...], why: str) -> str:
    if not panels:
        return ""
    look = panels_in_words(panels, story.lang)
    return f"{look} ({say('pages', story.lang, 'look', why)})" if why else look
