"""Guide: all that a facilitator needs of a story for a session of 45 or 90 minutes, on A4 sheets to read and print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import escape

from kokko_ethics.drawing.model import Drawing
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import number
from kokko_ethics.house_style import A4
from kokko_ethics.outputs.asking import Asked, asked
from kokko_ethics.outputs.blanks import LEADING
from kokko_ethics.outputs.codes import Code, code_for
from kokko_ethics.outputs.engraving import engrave
from kokko_ethics.outputs.facilitation import Facilitation, Plan, Topic, facilitation_of, plans_of, swaps
from kokko_ethics.outputs.loose_leaf import LooseLeaf
from kokko_ethics.outputs.markdown import to_html
from kokko_ethics.outputs.matter import Matter, Pieces, matter_of
from kokko_ethics.outputs.overview import WIDTH, overview
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.reference_matter import help_lines_of
from kokko_ethics.outputs.sheets import key
from kokko_ethics.story.model import Story
from kokko_ethics.wording import say

_FILE = "guide-a4.pdf"
_GAP = 16.0
"""Points between two panels of the overview that stand side by side."""
_TOPICS: tuple[Topic, ...] = ("aims", "materials", "confidentiality", "feelings", "expectations")
"""What a guide tells in any case: in the author's words or, where there are none, in ours."""
_PRINTOUTS = ("handout", "cards", "worksheet", "form")
_SCALE = ("never", "sometimes", "often", "always")
_STATEMENTS = ("we-ask", "we-expect", "we-mend")
"""What everybody answers beside the principle itself, whatever the story."""


class Guide:
    """The facilitator's guide."""

    name = "guide"
    about = "the facilitator's guide on A4: sessions of 45 and 90 minutes, the comic small, questions, a form to copy"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``guide-a4.pdf``."""
        matter = matter_of(edition)
        stretches, code = overview(edition, matter), _code(matter)
        drawn = {one.address: one.picture for stretch in stretches for one in stretch.glimpses}
        drawn |= {code.picture: code.drawing} if code else {}
        values = {"overview": stretches, "code": code, **_said(edition.story, matter), **_measures(code)}
        yield Artifact(_FILE, key(self.name, matter, values), partial(_bind, matter, values, drawn))


def _bind(matter: Matter, values: Mapping[str, Any], drawn: Mapping[str, Drawing]) -> bytes:
    paintings = {address: Painting(engrave(drawing)) for address, drawing in drawn.items()}
    title = say("pages", matter.lang, "guide", "title", title=matter.title)
    return LooseLeaf("guide", matter, title, values, paintings=paintings).bind()


def _code(matter: Matter) -> Code | None:
    """Where the story begins on the web; None where the project has no address."""
    return code_for(1, matter.address, matter.beats[0].id) if matter.address and matter.beats else None


def _measures(code: Code | None) -> dict[str, object]:
    column = (A4.live_width - _GAP) / 2 - 0.5  # less than half, or rounding breaks the row
    return {
        "column": number(column), "gap": number(_GAP), "small_width": WIDTH, "words_width": number(column - WIDTH - 9),
        "leading": number(LEADING), "code_side": number(code.drawing.width if code else 0.0),
    }  # fmt: skip


def _said(story: Story, matter: Matter) -> dict[str, object]:
    """The words, by the names that the template has for them."""
    notes, words = facilitation_of(story), partial(say, "pages", matter.lang, "guide")
    swap = swaps(story, notes)
    told: dict[str, str] = {topic: _about(topic, notes, matter.lang) for topic in _TOPICS}
    swapping = swap or (say("pages", matter.lang, "plan", "swap-what"),)
    told["swap"] = "".join(f"<p>{escape(one)}</p>" for one in swapping)
    return {
        "told": told,
        "missing": (*(topic for topic in _TOPICS if not notes.about(topic)), *(() if swap else ("swap",))),
        "notes": tuple((one.lead, to_html(one.text, linked=False)) for one in notes.about("notes")),
        "plans": tuple(_plans(story, notes)),
        "stops": tuple(_stops(matter)),
        "questions": tuple((one, _pieces(one)) for one in asked(story, matter.questions)),
        "helpers": help_lines_of(story.reference.facts.all_help_lines(), matter.lang),
        "printouts": tuple(words(f"print-{one}") for one in _PRINTOUTS),
        "statements": tuple(_statements(matter)),
        "scale": tuple(words(f"scale-{one}") for one in _SCALE),
        "whose": _whose(matter),
    }


def _about(topic: Topic, notes: Facilitation, lang: str) -> str:
    """What the author wrote about a topic, else what we say about it, as HTML."""
    texts = [section.text for section in notes.about(topic)] or [say("pages", lang, "guide", f"{topic}-ours")]
    return "".join(to_html(text, linked=False) for text in texts)


def _plans(story: Story, notes: Facilitation) -> Iterator[tuple[Plan, str, str]]:
    """Every session, with its length and whose it is in words."""
    words = partial(say, "pages", story.lang, "guide")
    for plan in plans_of(story, notes):
        from_author = any(one.minutes < plan.minutes for one in notes.plans)
        whose = words("plan-own") if plan.own else words("plan-longer" if from_author else "plan-ours")
        yield plan, words("length", minutes=plan.minutes), whose


def _stops(matter: Matter) -> Iterator[str]:
    """Where to stop reading for a choice, and where its ways begin."""
    for fork in matter.forks:
        ways = ", ".join(way.label for way in fork.ways if way.label)
        stop = say("pages", matter.lang, "guide", "stop", label=fork.after, question=fork.question.words)
        yield f"{stop} {say('pages', matter.lang, 'guide', 'ways', numbers=ways)}" if ways else stop


def _pieces(one: Asked) -> Pieces:
    """A question without the panels that its author named, with its language where that is not the page's."""
    foreign = one.question.saying.foreign
    return ((one.words, foreign[1] if foreign else ""),)


def _statements(matter: Matter) -> Iterator[str]:
    """The same for both sides: the principle, and what holds whatever the principle."""
    if matter.principle:
        yield matter.principle.sentence
    yield from (say("pages", matter.lang, "guide", one) for one in _STATEMENTS)


def _whose(matter: Matter) -> str:
    """Whose statements they are; the sheet is copied without the rest of the guide."""
    first = 2 if matter.principle else 1
    numbers = f"{first}–{first + len(_STATEMENTS) - 1}"
    ours, licence = say("pages", matter.lang, "guide", "form-whose", numbers=numbers), ("credits", "short")
    return f"{ours} {say('pages', matter.lang, *licence)}"
