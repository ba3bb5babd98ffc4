"""Keeping: catalogues beside their scripts are begun, brought up to date, and laid out anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kokko_ethics.source import Source
from kokko_ethics.story.model import Story
from kokko_ethics.translation.aligning import align
from kokko_ethics.translation.context import comments, longest
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.po import write_po
from kokko_ethics.translation.retelling import passages


def begun(story: Story, lang: str, shown: str) -> Catalogue:
    """A new catalogue of ``story`` in ``lang``, with what the house can translate itself."""
    what = f"{story.title} ({story.lang} → {lang}), CC BY 4.0"
    return brought_up_to_date(Catalogue(Source.of("", shown), lang, comment=what), story)


def brought_up_to_date(catalogue: Catalogue, story: Story) -> Catalogue:
    """The catalogue with an entry for every passage of the story as it is now; nothing translated is lost."""
    entries = align(catalogue.entries, passages(story, catalogue.lang))
    return replace(catalogue, story=story.id, origin=story.lang, entries=entries)


def laid_out(catalogue: Catalogue, story: Story) -> str:
    """The text of the catalogue's file, with the context of each passage. The same catalogue gives the same text."""
    wanted = passages(story, catalogue.lang)
    said = {passage.id: comments(passage, story, catalogue.lang) for passage in wanted}
    flags = {passage.id: (f"max-length:{most}",) for passage in wanted if (most := longest(passage))}
    return write_po(catalogue, said, flags)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a translation is: how many texts are translated, to be looked at, and to be translated."""

    translated: int
    fuzzy: int
    untranslated: int

    @property
    def total(self) -> int:
        """All texts."""
        return self.translated + self.fuzzy + self.untranslated

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.translated == self.total

    @property
    def percent(self) -> int:
        """How much is translated; 100 only where nothing is left to do."""
        return 100 * self.translated // max(1, self.total)


def progress(catalogue: Catalogue, story: Story) -> Progress:
    """How far the catalogue is, measured by the story as it is now."""
    wanted = passages(story, catalogue.lang)
    states = [entry.state for entry in align(catalogue.entries, wanted)[: len(wanted)]]
    return Progress(states.count("translated"), states.count("fuzzy"), states.count("untranslated"))
