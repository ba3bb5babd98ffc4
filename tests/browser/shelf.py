"""What the browser tests visit: short stories in four languages, made into files once in a run of the tests."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1] / "accessibility"))

from binding import edition_of

from kokko_ethics.edition import Edition
from kokko_ethics.outputs import outputs_named
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.site.publishing import Site

SCRIPTS = Path(__file__).parents[1] / "scripts"
SHORT = {"fi": "kahvitauko", "sv": "pa-samma-sida", "en": "the-spare-cup", "ar": "the-spare-cup"}
"""A short story with a choice in every language that pages are made in."""
_TABLE = "| A | B | 1 |\n|---|---|--:|\n| {0} | {0} {0} {0} {0} | 15 |\n\n*{0}*: **{0}**. https://example.org/{0}\n"
_FULLER = {
    "kahvitauko": ("periaate: 2\nhuomautus: Tarinassa puhutaan yksinäisyydestä.", "Ohjaajalle", "Kokemustietoa"),
    "pa-samma-sida": ("princip: 2\nanmärkning: Serien handlar om ensamhet.", "För ledaren", "Erfarenhetskunskap"),
    "the-spare-cup": ("principle: 2\nnote: The story speaks of loneliness.", "Facilitator", "Facilitation"),
}
"""What a story lacks of all that a page can show: lines of its front matter, the heading of the facilitator's notes,
and a long word for them."""


@cache
def short_edition(lang: str) -> Edition:
    return edition_of(SCRIPTS / f"{SHORT[lang]}.md", lang)


@cache
def full_edition(lang: str) -> Edition:
    """The short story with everything that a page can show: a principle, a content note, easy words, a table, links."""
    name = SHORT[lang]
    front, heading, word = _FULLER[name]
    with TemporaryDirectory() as folder:
        for file in SCRIPTS.glob(f"{name}.*"):
            shutil.copy(file, folder)
        script = Path(folder) / f"{name}.md"
        text = script.read_text(encoding="utf-8").rstrip()
        easier = "" if "\n~ " in text else "\n~ Who asked you?"
        notes = f"\n# {heading}\n\n{_TABLE.format(word)}"
        script.write_text(text.replace("---\n", f"---\n{front}\n", 1) + f"{easier}\n{notes}", encoding="utf-8")
        return edition_of(script, lang)


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
        made = outputs_named([output])[0].publish(edition)
        return _write((one for one in made if isinstance(one, Artifact)), self._folder / output / name)

    def site(self) -> Path:
        """The folder of a site of the full stories in all languages."""
        folder = self._folder / "site"
        return folder if folder.exists() else site_of((full_edition(lang) for lang in SHORT), folder)


def make_site(folder: Path, langs: Iterable[str]) -> None:
    """Write a site of the short stories in these languages into ``folder``."""
    site_of(map(short_edition, langs), folder)


def site_of(editions: Iterable[Edition], folder: Path) -> Path:
    """Write the site of these editions into ``folder``."""
    site, kept = Site(), []
    for edition in editions:
        made = {one.path: one for one in site.publish(edition) if isinstance(one, Artifact)}
        kept.append(Chapter(edition.story.id, edition.story.lang, made[chapter_path(site.name)].render()))
    return _write(site.gather(kept), folder)


def _write(made: Iterable[Artifact], folder: Path) -> Path:
    for one in made:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.render())
    return folder
