"""Publishing: the site's files out of the chapters of all stories and languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial

from kokko_ethics.drawing.model import Drawing
from kokko_ethics.drawing.notation import read
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.minifying import minified
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.reading import PageFile, reading_styles
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.site.chapter import StoryOnSite, said_of, story_on_site
from kokko_ethics.outputs.site.knowledge import knowledge
from kokko_ethics.outputs.site.lettering import Letters
from kokko_ethics.outputs.site.map import CHOOSER, HOME, TRACKS, SiteMap, comic, page, picture
from kokko_ethics.outputs.site.offline import for_search_engines, icons, manifest, worker
from kokko_ethics.outputs.site.pages import SHARED, Pages
from kokko_ethics.outputs.site.pictures import card, shared
from kokko_ethics.outputs.site.printouts import handed_on, printouts_of
from kokko_ethics.outputs.site.scripts import site_scripts
from kokko_ethics.outputs.templating import fill

_STYLES = ("site/site.css", "assistant/assistant.css")
"""The templates of the style sheets that only the site has."""


class Site:
    """The website."""

    name = "site"
    about = "a website of all stories and languages, for any web host, a memory stick or an iframe; also offline"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """What the site needs of this story."""
        matter = said_of(edition)
        drawn = key("chapter", matter, [pane.drawing for pane in edition.web], edition.story.reference)
        yield Artifact(chapter_path(self.name), drawn, lambda: story_on_site(edition, matter).written())

    def gather(self, chapters: Sequence[Chapter]) -> Iterable[Artifact]:
        """All pages, and what they share."""
        told = [(StoryOnSite.read(chapter.data), chapter) for chapter in chapters]
        printouts = {(story.id, story.lang): printouts_of(story, chapter) for story, chapter in told}
        site = _Built(Pages(SiteMap.of(story for story, _ in told), printouts))
        return site.files([file for story, chapter in told for file in handed_on(story, chapter)])


class _Built:
    """The site of some stories."""

    def __init__(self, pages: Pages) -> None:
        self.map, self.pages = pages.map, pages

    def files(self, printouts: Sequence[Artifact]) -> list[Artifact]:
        """Every file of the site; ``printouts`` are those to hand on."""
        files = [*printouts, *self._tracks(), *self._comics(), *self._pictures(), *self._shared(), *icons()]
        files += [_text(page(lang, "site.webmanifest"), manifest(lang)) for lang in self.map.languages]
        return [*files, *for_search_engines(self.map, TRACKS), worker(self.map, files)]

    @cached_property
    def _html(self) -> dict[str, str]:
        """All pages but the comics, by their paths: the fonts have to know their letters."""
        tracks = {page(lang, name): self.pages.track(lang, name) for lang in self.map.languages for name in TRACKS}
        return {CHOOSER: self.pages.chooser(), **tracks}

    def _tracks(self) -> Iterator[Artifact]:
        for path, html in self._html.items():
            yield _text(path, html)

    def _comics(self) -> Iterator[Artifact]:
        for story in self.map.stories:
            path, letters = comic(story), self._letters[story.lang]
            yield _text(path, self.pages.comic(story))
            yield _text(path.removesuffix(HOME) + "page.css", letters.page_style(story))

    def _pictures(self) -> Iterator[Artifact]:
        for id in self.map.ids:
            story = next(iter(self.map.tellings(id).values()))
            for ending, draw in (("svg", card), ("png", shared)):
                made = key(f"site-{ending}", story.art, story.heads)
                yield Artifact(picture(id, ending), made, partial(_drawn, draw, story))

    def _shared(self) -> Iterator[Artifact]:
        own = [PageFile(name.rpartition("/")[2], minified(name, fill(name, "en"))) for name in _STYLES]
        for file in (*reading_styles(), *own, *site_scripts()):
            yield _text(f"{SHARED}/{file.name}", file.text)
        for lang, text in self._knowledge.items():
            yield _text(f"{SHARED}/knowledge-{page(lang, '').rstrip('/')}.js", text)
        for lang, letters in self._letters.items():
            path = f"{SHARED}/fonts-{page(lang, '').rstrip('/')}.css"
            yield Artifact(path, key("fonts", letters.faces, letters.titles), partial(_style, letters))

    @cached_property
    def _letters(self) -> dict[str, Letters]:
        return {lang: self._lettered(lang) for lang in self.map.languages}

    def _lettered(self, lang: str) -> Letters:
        pages = [self._html[path] for path in (CHOOSER, *(page(lang, name) for name in TRACKS))]
        return Letters(lang, self.map.told_in(lang), pages, self._knowledge[lang])

    @cached_property
    def _knowledge(self) -> dict[str, str]:
        """What the assistant and the search know, by language."""
        return {lang: knowledge(self.map, lang) for lang in self.map.languages}


def _text(path: str, text: str | bytes) -> Artifact:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    return Artifact(path, key("text", data), lambda: data)


def _style(letters: Letters) -> bytes:
    return letters.style().encode()


def _drawn(draw: Callable[[Drawing, list[float]], bytes], story: StoryOnSite) -> bytes:
    return draw(read(story.art), story.heads)
