"""The compiler: the order of the rooms, and nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kokko_ethics.diagnostics import in_order
from kokko_ethics.drawing.panel import draw
from kokko_ethics.edition import Compiled, Edition, PageSet, Pane, Press
from kokko_ethics.house_style import A5, Format
from kokko_ethics.illustrating import Art, illustrate
from kokko_ethics.retakes import Shot, booklets, complaints, misfits, shoot_pages, shoot_web
from kokko_ethics.review import review
from kokko_ethics.source import Source
from kokko_ethics.story.model import Story
from kokko_ethics.table_read import read
from kokko_ethics.translation.laying import lay
from kokko_ethics.translation.model import Catalogue


def compile_story(
    source: Source, id: str, *, panels: Path, catalogue: Catalogue | None = None, paged: bool = True, drawn: bool = True
) -> Compiled:
    """Source → Edition: read, translate, break down, lay out, stage, letter and draw, for A4, A5 and the web; for the
    web alone, which is much sooner done, unless it shall be ``paged``. If nothing shall be ``drawn`` there is no
    edition, but all that there is to say, a third sooner."""
    story, said = read(source, id, panels=panels, read_in=catalogue.lang if catalogue else "")
    if story is None:
        return Compiled(None, None, said)
    laid = lay(story, catalogue)
    art, more = illustrate(laid.story)
    edition = publishable(laid.story, art, paged=paged) if drawn else None
    complained = edition.complaints if edition else misfits(laid.story, art)
    about = laid.about_translation(review(laid.story)) if laid.places else ()
    told = (*laid.told, *about, *laid.placed(complained))
    return Compiled(laid.story, edition, in_order([*said, *more, *told]), laid)


def publishable(story: Story, art: Art, *, paged: bool = True) -> Edition:
    """Story → Edition, with a press for whatever else its outputs ask for."""
    a4, a5 = (page_set(art, story, one) if paged else PageSet(one, ()) for one in booklets(story))
    web = shoot_web(story, A5.size, art)
    said = tuple(dict.fromkeys((*a4.complaints, *a5.complaints, *complaints(story, web))))
    press = Press(partial(page_set, art), partial(publishable, art=art, paged=False))
    return Edition(story, a4, a5, tuple(_pane(story, shot) for shot in web), said, press)


def page_set(art: Art, story: Story, format: Format) -> PageSet:
    """Story → pages in one format."""
    shots = shoot_pages(story, format, art)
    return PageSet.of(format, ((shot.frame.page, _pane(story, shot)) for shot in shots), complaints(story, shots))


def _pane(story: Story, shot: Shot) -> Pane:
    frame, panel, lettering = shot.frame, shot.frame.slot.panel, shot.lettering
    return Pane(panel, frame.label, frame.box, lettering, draw(panel, frame.label, lettering, story.cast, story.lang))
