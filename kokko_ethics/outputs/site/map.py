"""Map: which pages there are in which languages, in what order, and how one leads to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, relpath
from urllib.parse import quote

from kokko_ethics.outputs.site.chapter import Shelf, StoryOnSite
from kokko_ethics.wording import LANGUAGES, say, speaks
from kokko_ethics.workspace import language_folder

HOME = "index.html"
TRACKS = (
    HOME, "about.html", "glossary.html", "search.html", "trainers.html", "credits.html", "accessibility.html",
)  # fmt: skip
"""The pages beside the comics, which have the same names in all languages, in the order of the menu."""
PRINTED = "print"
"""The folder of what a comic hands out, below its page's."""
CHOOSER = "index.html"
"""The page at the root, where readers choose their language."""


def to(here: str, there: str, at: str = "") -> str:
    """The address of ``there`` as a page at ``here`` writes it, at the element with the id ``at``; both are paths below
    the site's folder."""
    way = quote(relpath(there, dirname(here) or "."))
    return f"{way}#{quote(at)}" if at else way


def outside(address: str, path: str) -> str:
    """The whole address of a page of the site that stands at ``address``: folders are named without their page."""
    return address + quote(path.removesuffix(HOME))


def own_name(lang: str) -> str:
    """What a language calls itself, or its tag where the house doesn't know."""
    return say("site", lang, "frame", "language") if speaks("site", lang) else lang


@dataclass(frozen=True)
class SiteMap:
    """The stories of a site, in the order of the build."""

    stories: tuple[StoryOnSite, ...]

    @classmethod
    def of(cls, stories: Iterable[StoryOnSite]) -> SiteMap:
        """The map of these stories: by the numbers of their principles, those that teach none at the end."""
        return cls(tuple(sorted(stories, key=_rank)))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """All languages, those of the house first."""
        known = {story.lang: None for story in self.stories}
        house = {lang: at for at, lang in enumerate(LANGUAGES)}
        return tuple(sorted(known, key=lambda lang: (house.get(lang, len(house)), lang)))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all stories, each once."""
        return tuple(dict.fromkeys(story.id for story in self.stories))

    def told_in(self, lang: str) -> tuple[StoryOnSite, ...]:
        """The stories in a language."""
        return tuple(story for story in self.stories if story.lang == lang)

    def tellings(self, id: str) -> dict[str, StoryOnSite]:
        """A story in all of its languages."""
        found = {story.lang: story for story in self.stories if story.id == id}
        return {lang: found[lang] for lang in self.languages if lang in found}

    def shelf(self, lang: str) -> Shelf:
        """The reference works in a language."""
        return self.told_in(lang)[0].shelf

    @property
    def address(self) -> str:
        """Where the site stands on the web, with a slash at its end; empty if it is nowhere."""
        return next((story.shelf.address for story in self.stories if story.shelf.address), "")


def page(lang: str, name: str) -> str:
    """The path of one of the ``TRACKS``."""
    return f"{language_folder(lang)}/{name}"


def comic(story: StoryOnSite) -> str:
    """The path of a story's page."""
    return f"{language_folder(story.lang)}/{folder(story.id)}/{HOME}"


def folder(id: str) -> str:
    """The folder of a story: its id, which can't name a place outside of it nor one of our own pages."""
    safe = re.sub(r"[^\w.-]+", "-", id).strip(".-") or "story"
    return f"{safe}-" if safe in TRACKS or safe.endswith(".html") else safe


def place_of(id: str) -> str:
    """The id of the element that a story has on the page of its language."""
    return f"story-{folder(id)}"


def picture(id: str, ending: str) -> str:
    """The path of a story's picture: ``svg`` for its card, ``png`` for links in messages."""
    return f"pictures/{folder(id)}.{ending}"


def _rank(story: StoryOnSite) -> int:
    numbers = {one.id: one.number for one in story.shelf.principles}
    return numbers.get(story.principle, len(numbers) + 10_000)
