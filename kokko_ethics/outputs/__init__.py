"""Shop front: Edition → files. Every output is registered under the entry-point group ``kokko_ethics.outputs``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from kokko_ethics.outputs.protocol import AUDIENCES, Output, Series
from kokko_ethics.wording import table

GROUP = "kokko_ethics.outputs"


@dataclass(frozen=True, slots=True)
class Registered:
    """An output, and what is told of it before it is loaded: where it is, whether a build makes it unasked, for whom
    ``kokko pack`` packs it, and the folder of what it gathers from many stories, if it does; see ``protocol``."""

    name: str
    where: str
    usual: bool = True
    audience: tuple[str, ...] = ()
    folder: str = ""

    @classmethod
    def stranger(cls, entry: EntryPoint) -> Registered:
        """Somebody else's output, which tells that itself."""
        output = entry.load()
        usual, audience = getattr(output, "usual", True), tuple(getattr(output, "audience", ()))
        return cls(entry.name, entry.value, usual, audience, getattr(output, "folder", ""))

    def load(self) -> type[Output]:
        """The class of the output; loads what it needs, which may take half a second."""
        return cast(type[Output], EntryPoint(self.name, self.where, GROUP).load())


_TRAINER = ("trainer",)
BUILT_IN = (
    Registered("svg", "kokko_ethics.outputs.svg:Svg"),
    Registered("png", "kokko_ethics.outputs.png:Png"),
    Registered("pdf", "kokko_ethics.outputs.pdf:Pdf", audience=_TRAINER),
    Registered("large-print", "kokko_ethics.outputs.pdf:LargePrint", usual=False, audience=_TRAINER),
    Registered("easy", "kokko_ethics.outputs.pdf:Easy", usual=False, audience=_TRAINER),
    Registered("zine", "kokko_ethics.outputs.leaflet:Zine", usual=False, audience=_TRAINER),
    Registered("leporello", "kokko_ethics.outputs.leaflet:Leporello", usual=False, audience=_TRAINER),
    Registered("poster", "kokko_ethics.outputs.poster:Poster", usual=False, audience=_TRAINER),
    Registered("slides", "kokko_ethics.outputs.slides:Slides", usual=False, audience=_TRAINER),
    Registered("press", "kokko_ethics.outputs.pdf:PrintShop", usual=False, audience=("print-shop",)),
    Registered("guide", "kokko_ethics.outputs.guide:Guide", usual=False, audience=_TRAINER),
    Registered("worksheet", "kokko_ethics.outputs.worksheet:Worksheet", usual=False, audience=_TRAINER),
    Registered("series", "kokko_ethics.outputs.series:WholeSeries", usual=False, audience=AUDIENCES, folder="series"),
    Registered("cards", "kokko_ethics.outputs.cards:Cards", usual=False, audience=_TRAINER),
    Registered("web", "kokko_ethics.outputs.web:Web"),
    Registered("html", "kokko_ethics.outputs.single_file:SingleFile", usual=False, audience=_TRAINER),
    Registered("site", "kokko_ethics.outputs.site.publishing:Site", usual=False, folder="site"),
    Registered("layout", "kokko_ethics.outputs.layout_json:LayoutJson"),
)
"""Our own outputs, in the order in which they are listed. They take the same road as a stranger's; but what ours would
tell of themselves stands here, so that a build with nothing to do loads none of them."""


def output_names() -> tuple[str, ...]:
    """The names of all outputs: ours first, then strangers' by name."""
    return tuple(_known())


def usual_names() -> tuple[str, ...]:
    """The names of the outputs that a build makes when none is asked for."""
    return tuple(one.name for one in _registered() if one.usual)


def names_for(audience: str) -> tuple[str, ...]:
    """The names of the outputs that are for ``audience``, in the order of the list; ``all`` is everybody."""
    audiences = set(AUDIENCES) if audience == "all" else {audience}
    return tuple(one.name for one in _registered() if audiences & set(one.audience))


def about(name: str, lang: str) -> str:
    """One line about an output in the language of messages; a stranger's is in English.

    Raises:
        KeyError: if nobody has registered the name.
    """
    return table("commands", lang)["outputs"].get(name) or outputs_named([name])[0].about


def outputs_named(names: Iterable[str] = ()) -> tuple[Output, ...]:
    """The outputs with these names, in the order of the names; all of them if there are none.

    Raises:
        KeyError: if nobody has registered a name.
    """
    known = _known()
    return tuple(known[name].load()() for name in (tuple(names) or tuple(known)))


def series_among(names: Sequence[str]) -> dict[str, str]:
    """Those of the outputs called ``names`` that gather many stories, by name, and where each lies below the output
    folder."""
    folders = {one.name: one.folder for one in _registered()} if names else {}
    return {name: folders[name] for name in names if folders[name]}


def series_named(name: str) -> Series:
    """The output called ``name``, which gathers many stories.

    Raises:
        KeyError: if nobody has registered the name.
    """
    return cast(Series, outputs_named([name])[0])


def _registered() -> Iterator[Registered]:
    return (one if isinstance(one, Registered) else Registered.stranger(one) for one in _known().values())


@cache
def _known() -> dict[str, Registered | EntryPoint]:
    others = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    every: tuple[Registered | EntryPoint, ...] = (*BUILT_IN, *others)
    return {entry.name: entry for entry in every}
