"""Printouts: what was made of a story for trainers, as the site hands it on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kokko_ethics.outputs.protocol import Artifact, Beside, Chapter
from kokko_ethics.outputs.site.chapter import StoryOnSite
from kokko_ethics.outputs.site.map import HOME, PRINTED, comic
from kokko_ethics.wording import say, table

KINDS = (".pdf", ".pptx", ".html")
"""What readers can open, print and send on; pictures and data stay where they are."""
_ALONE = "html"
"""What a comic in one file is called among the words; the file bears the name of its story."""
_KILO = 1000
_FEW = 10
"""Megabytes below which their tenths are told."""


@dataclass(frozen=True, slots=True)
class Printout:
    """A file to take along: where it lies on the site, what it is, and how large, in words."""

    path: str
    name: str
    size: str


def printouts_of(story: StoryOnSite, chapter: Chapter) -> tuple[Printout, ...]:
    """The printouts of a story, in the order in which the words for them stand."""
    names = table("site", story.lang)["printouts"]
    order = {stem: at for at, stem in enumerate(names)}
    files = [file for file in chapter.beside if file.path.endswith(KINDS)]
    files.sort(key=lambda file: (order.get(_stem(file), len(order)), file.path))
    return tuple(
        Printout(_place(story, file), names.get(_stem(file), _stem(file)), _size(file, story.lang)) for file in files
    )


def handed_on(story: StoryOnSite, chapter: Chapter) -> Iterator[Artifact]:
    """The same files as the site keeps them, so that its folder is complete on a memory stick."""
    for file in chapter.beside:
        if file.path.endswith(KINDS):
            yield Artifact(_place(story, file), file.key, file.read)


def _place(story: StoryOnSite, file: Beside) -> str:
    return f"{comic(story).removesuffix(HOME)}{PRINTED}/{PurePosixPath(file.path).name}"


def _stem(file: Beside) -> str:
    """What names a file among the words."""
    path = PurePosixPath(file.path)
    return _ALONE if path.suffix == ".html" else path.stem


def _size(file: Beside, lang: str) -> str:
    """Such as "PDF, 457 KB": what somebody has to know before they fetch it."""
    kind, kilobytes = PurePosixPath(file.path).suffix[1:].upper(), max(1, round(file.size / _KILO))
    if kilobytes < _KILO:
        return say("site", lang, "printed", "kilobytes", kind=kind, size=kilobytes)
    megabytes = f"{kilobytes / _KILO:.1f}" if kilobytes < _FEW * _KILO else str(round(kilobytes / _KILO))
    comma = say("site", lang, "printed", "comma")
    return say("site", lang, "printed", "megabytes", kind=kind, size=megabytes.replace(".", comma))
