"""Illustrating: fetches the drawings of other hands that a story asks for: an art pack, pictures that fill panels."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.packs.model import Artwork, Pack
from kokko_ethics.packs.reading import load_pack, packs, read_picture
from kokko_ethics.source import Span
from kokko_ethics.spelling import nearest
from kokko_ethics.staging.model import OUR_OWN, Art
from kokko_ethics.story.model import Panel, PictureFile, Story

__all__ = ["Art", "illustrate"]


def illustrate(story: Story) -> tuple[Art, tuple[Diagnostic, ...]]:
    """The art of ``story`` and what is wrong with it. Pictures lie beside or below the script."""
    if not story.art and not any(panel.picture for panel in story.panels):
        return OUR_OWN, ()
    found: list[Diagnostic] = []
    pack = _pack(story, found) if story.art else None
    beside = Path(story.source.path).parent
    pictures = {}
    for panel in story.panels:
        if panel.picture and (artwork := _picture(story, panel, panel.picture, beside, found)):
            pictures[panel.id] = artwork
    return Art(pack, pictures), tuple(found)


def _pack(story: Story, found: list[Diagnostic]) -> Pack | None:
    known = packs()
    if story.art not in known:
        at = max(0, story.source.text.find(story.art))
        values = (("pack", story.art), ("known", ", ".join(known)))
        span = Span(at, at + len(story.art))
        near = nearest(story.art, tuple(known))
        found.append(Diagnostic("unknown-pack", Severity.ERROR, story.source, span, values, near))
        return None
    pack, said = _loaded(known[story.art])
    found += said
    return pack


@lru_cache(maxsize=8)
def _loaded(folder: Path) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """A pack, read once for all scripts of a build."""
    return load_pack(folder)


def _picture(
    story: Story, panel: Panel, picture: PictureFile, beside: Path, found: list[Diagnostic]
) -> Artwork | None:
    artwork, said = read_picture(picture.file, beside, story.source, picture.span)
    found += said
    if not picture.credit:
        values = (("file", picture.file), ("panel", str(panel.number)))
        found.append(Diagnostic("picture-without-credit", Severity.WARNING, story.source, picture.span, values))
    return artwork
