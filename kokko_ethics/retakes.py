"""Retakes: stages and letters every frame, and asks for another take until each panel reads well.

The ladder of remedies: stage the panel another way, give it more height, tell it in two panels. Only what none of them
helps becomes a diagnostic. Type
never shrinks.

What a panel looks like depends on what is in it, never on where it stands in the script: letterings are kept by their
content, so that in a process that is warm a changed word letters its own panel again and no other. In one that is not,
the notes of earlier builds tell what the search would find.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from kokko_ethics.breakdown.model import Slot
from kokko_ethics.breakdown.needs import NOTHING_YET, Retakes, break_down
from kokko_ethics.continuity import note, noted
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.directions import right_to_left
from kokko_ethics.house_style import A4, A5, LONGEST, Format, with_code
from kokko_ethics.layout.model import Frame
from kokko_ethics.layout.pages import lay_out, lay_out_web
from kokko_ethics.lettering.field import runs_of
from kokko_ethics.lettering.judging import GOOD
from kokko_ethics.lettering.letterer import letter
from kokko_ethics.lettering.model import Lettering
from kokko_ethics.packs.model import Artwork, Pack
from kokko_ethics.source import Span
from kokko_ethics.staging.blocking import Take, stage, takes
from kokko_ethics.staging.model import OUR_OWN, Art, Stage
from kokko_ethics.story.model import CastMember, Line, Panel, Story
from kokko_ethics.typeface import missing

_FINE = 88.0
"""A take with this score is kept without trying another."""
_GROWTH = (1.18, 1.4, 1.7, 2.1)
_ROUNDS = 7
_KEPT = 384
"""Letterings that are kept: those of a long story in three layouts, some versions back."""
_NOWHERE = Span(0, 0)

Arrange = Callable[[Retakes], tuple[Frame, ...]]


@dataclass(frozen=True, slots=True)
class Shot:
    """A frame with its lettered stage."""

    frame: Frame
    lettering: Lettering

    @property
    def good(self) -> bool:
        """Whether it can be printed as it is."""
        return not self.lettering.broken and self.lettering.score >= GOOD


def shoot(story: Story, size: float, arrange: Arrange, art: Art = OUR_OWN) -> tuple[Shot, ...]:
    """Letters all frames that ``arrange`` makes of the story, at type size ``size``, with as many rounds of retakes as
    it takes; ``art`` holds other people's drawings."""
    retakes = NOTHING_YET
    best: tuple[Shot, ...] = ()
    for _ in range(_ROUNDS):
        best = tuple(Shot(frame, _lettered(story, frame, size, art)) for frame in arrange(retakes))
        asked = _asked(best, retakes)
        if asked == retakes:
            break
        retakes = asked
    return best


def shoot_pages(story: Story, format: Format, art: Art = OUR_OWN) -> tuple[Shot, ...]:
    """The shots of the story's pages in ``format``."""
    return shoot(story, format.size, lambda retakes: lay_out(break_down(story, retakes), format).frames, art)


def shoot_web(story: Story, size: float, art: Art = OUR_OWN) -> tuple[Shot, ...]:
    """The shots of the story's panels one by one, for pages that reflow, at type size ``size``."""
    return shoot(story, size, lambda retakes: lay_out_web(break_down(story, retakes), size), art)


def booklets(story: Story) -> tuple[Format, Format]:
    """The formats in which a story is always lettered, A4 and A5: with room for codes where the project has an address
    on the web."""
    a4, a5 = (with_code(one) if story.reference.project.address else one for one in (A4, A5))
    return a4, a5


def misfits(story: Story, art: Art = OUR_OWN) -> tuple[Diagnostic, ...]:
    """The complaints about all that is always lettered: the booklets, and the panels one by one."""
    shots = (*(shoot_pages(story, format, art) for format in booklets(story)), shoot_web(story, A5.size, art))
    return tuple(dict.fromkeys(one for some in shots for one in complaints(story, some)))


def complaints(story: Story, shots: tuple[Shot, ...]) -> tuple[Diagnostic, ...]:
    """What no remedy could mend, and what the letterer changed, as diagnostics for the author."""
    out = []
    for shot in shots:
        slot = shot.frame.slot
        if not shot.good:
            out.append(_misfit(story, shot))
        elif slot.part == 1:
            words, fits = (
                sum(len(line.words.plain.split()) for line in lines) for lines in (slot.panel.lines, slot.lines)
            )
            told = (("panel", str(slot.panel.number)), ("words", str(words)), ("fits", str(fits)))
            out.append(Diagnostic("panel-split", Severity.HINT, story.source, slot.panel.span, told))
        out += _undrawable(story, slot.lines)
    return tuple(dict.fromkeys(out))


def _undrawable(story: Story, lines: tuple[Line, ...]) -> list[Diagnostic]:
    """Characters that our typefaces lack (H10): the reader would see an empty box."""
    out = []
    for line in lines:
        for char in dict.fromkeys(c for words, face in runs_of(line) for c in missing(words, face)):
            values = (("char", char), ("code", f"U+{ord(char):04X}"))
            out.append(Diagnostic("character-not-drawable", Severity.WARNING, story.source, line.span, values))
    return out


def _misfit(story: Story, shot: Shot) -> Diagnostic:
    """Names the balloon that does not fit, and by how much; or, where all rules hold, that the panel looks crowded."""
    slot, broken = shot.frame.slot, shot.lettering.broken
    order = max((finding.order for finding in broken), default=1)
    line = slot.lines[min(max(order, 1), len(slot.lines)) - 1]
    number = str(slot.panel.number)
    values = (
        ("words", line.words.plain),
        ("speaker", ", ".join(story.member(id).name for id in line.speakers) or number),
        ("by", f"{max((finding.by for finding in broken), default=1.0):.0f}"),
        ("limit", str(LONGEST)),
        ("panel", number),
    )
    code, severity = ("balloon-does-not-fit", Severity.ERROR) if broken else ("lettering-crowded", Severity.WARNING)
    return Diagnostic(code, severity, story.source, line.span, values)


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that decides how a frame is lettered, without the places and the ids that a change elsewhere in the script
    would move. Lengths are points; ``sky`` is the share of the height that words need above the heads."""

    panel: Panel
    lines: tuple[Line, ...]
    cast: tuple[CastMember, ...]
    lang: str
    width: float
    height: float
    size: float
    sky: float
    pack: Pack | None
    picture: Artwork | None


def _lettered(story: Story, frame: Frame, size: float, art: Art) -> Lettering:
    """The best take of a frame, with the story's own lines in its balloons."""
    slot, box = frame.slot, frame.box
    panel = replace(
        slot.panel, id="", number=0, scene=0, span=_NOWHERE, title="", easy=None, choice=None, goes_to="",
        lines=_anywhere(slot.panel.lines), description=replace(slot.panel.description, span=_NOWHERE),
        picture=replace(slot.panel.picture, span=_NOWHERE) if slot.panel.picture else None,
    )  # fmt: skip
    sky = slot.sky(box.w / size, box.h / size)
    seen = {actor.character for actor in panel.actors}
    cast = tuple(member for member in story.cast if member.id in seen)
    picture = art.pictures.get(slot.panel.id)
    scene = _Scene(panel, _anywhere(slot.lines), cast, story.lang, box.w, box.h, size, sky, art.pack, picture)
    kept = _best_take(scene)
    balloons = (replace(balloon, line=slot.lines[int(balloon.line.id)]) for balloon in kept.balloons)
    return replace(kept, balloons=tuple(balloons))


def _anywhere(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines with their numbers for ids, and without their places in the script."""
    return tuple(
        replace(line, id=str(number), span=_NOWHERE, words=replace(line.words, span=_NOWHERE), easy=None)
        for number, line in enumerate(lines)
    )


@lru_cache(maxsize=_KEPT)
def _best_take(scene: _Scene) -> Lettering:
    ours = not (scene.pack or scene.picture)  # what others draw may change without the house
    if ours and (known := noted(scene)):
        staged = _staged(scene, takes(scene.panel, scene.sky)[known.take])
        return letter(staged, scene.lines, scene.lang, scene.size, known.placed)
    number, best = _searched(scene)
    if ours and best.placed is not None:
        note(scene, number, best.placed)
    return best


def _searched(scene: _Scene) -> tuple[int, Lettering]:
    """The best take and its number."""
    best: tuple[int, Lettering] | None = None
    for tried, take in enumerate(takes(scene.panel, scene.sky)):
        lettering = letter(_staged(scene, take), scene.lines, scene.lang, scene.size)
        if best is None or _rank(lettering) > _rank(best[1]):
            best = tried, lettering
        if not best[1].broken and best[1].score >= (_FINE if tried < 3 else GOOD + 5):
            break
    assert best is not None
    return best


def _rank(lettering: Lettering) -> tuple[int, float]:
    return -len(lettering.broken), lettering.score


def _staged(scene: _Scene, take: Take) -> Stage:
    art = Art(scene.pack, {scene.panel.id: scene.picture} if scene.picture else {})
    backwards = right_to_left(scene.lang)
    return stage(scene.panel, scene.cast, scene.lines, scene.width, scene.height, take, art, backwards=backwards)


def _asked(shots: tuple[Shot, ...], retakes: Retakes) -> Retakes:
    """What the letterer asks for after a round: the next rung of the ladder for every panel that is not good yet."""
    taller, split = dict(retakes.taller), dict(retakes.split)
    cut_now: set[str] = set()
    for shot in shots:
        if shot.good:
            continue
        slot = shot.frame.slot
        now = taller.get(slot.key, 1.0)
        more = next((factor for factor in _GROWTH if factor > now + 1e-9), None)
        if len(slot.lines) > 1 and now >= _GROWTH[0] - 1e-9 and slot.panel.id not in cut_now:
            cut_now.add(slot.panel.id)
            split[slot.panel.id] = tuple(
                sorted({*split.get(slot.panel.id, ()), _first_line(shots, shot) + _half(slot)})
            )
            taller = {key: factor for key, factor in taller.items() if not key.startswith(f"{slot.panel.id}/")}
        elif more is not None:
            taller[slot.key] = more
    return Retakes(taller, split)


def _first_line(shots: tuple[Shot, ...], shot: Shot) -> int:
    """How many lines of the panel stand in the parts before this one."""
    slot = shot.frame.slot
    parts = [other.frame.slot for other in shots if other.frame.slot.panel.id == slot.panel.id]
    return sum(len(part.lines) for part in parts if part.part < slot.part)


def _half(slot: Slot) -> int:
    """The line before which a slot is cut: nearest to half of its words."""
    counts = [len(line.words.plain.split()) for line in slot.lines]
    return min(range(1, len(counts)), key=lambda k: (abs(sum(counts[:k]) - sum(counts) / 2), k))
