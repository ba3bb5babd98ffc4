"""What the browser tests visit: short stories in four languages, made into files once in a run of the tests."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "accessibility"))

from binding import edition_of

from kokko_ethics.edition import Edition
from kokko_ethics.outputs import outputs_named
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.site.publishing import Site

SCRIPTS = Path(__file__).parents[1] / "scripts"
SHORT = {"fi": "kahvitauko", "sv": "pa-samma-sida", "en": "the-spare-cup", "ar": "the-spare-cup"}
"""A short story with a choice in every language that pages are made in."""


@cache
def short_edition(lang: str) -> Edition:
    return edition_of(SCRIPTS / f"{SHORT[lang]}.md", lang)


def make_site(folder: Path, langs: Iterable[str]) -> None:
    """Write a site of the short stories in these languages into ``folder``."""
    site, kept = Site(), []
    for lang in langs:
        edition = short_edition(lang)
        made = {one.path: one for one in site.publish(edition) if isinstance(one, Artifact)}
        kept.append(Chapter(edition.story.id, lang, made[chapter_path(site.name)].render()))
    for one in site.gather(kept):
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.render())


class Shelf:
    """Files of outputs, each made when somebody asks for it first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: set[tuple[str, str]] = set()

    def of(self, output: str, lang: str) -> Path:
        """The folder with the files that ``output`` makes of the short story in ``lang``."""
        if (output, lang) not in self._made:
            self.put(output, short_edition(lang), lang)
            self._made.add((output, lang))
        return self._folder / output / lang

    def put(self, output: str, edition: Edition, name: str) -> Path:
        """Write the files that ``output`` makes of ``edition`` into a folder of that name."""
        folder = self._folder / output / name
        for made in outputs_named([output])[0].publish(edition):
            if isinstance(made, Artifact):
                path = folder / made.path
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(made.render())
        return folder
