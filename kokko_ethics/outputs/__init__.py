"""Shop front: Edition → files. Every output is registered under the entry-point group ``kokko_ethics.outputs``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from kokko_ethics.outputs.protocol import AUDIENCES, Output, Series
from kokko_ethics.wording import table

GROUP = "kokko_ethics.outputs"
BUILT_IN = (
    EntryPoint("svg", "kokko_ethics.outputs.svg:Svg", GROUP),
    EntryPoint("png", "kokko_ethics.outputs.png:Png", GROUP),
    EntryPoint("pdf", "kokko_ethics.outputs.pdf:Pdf", GROUP),
    EntryPoint("large-print", "kokko_ethics.outputs.pdf:LargePrint", GROUP),
    EntryPoint("easy", "kokko_ethics.outputs.pdf:Easy", GROUP),
    EntryPoint("zine", "kokko_ethics.outputs.leaflet:Zine", GROUP),
    EntryPoint("leporello", "kokko_ethics.outputs.leaflet:Leporello", GROUP),
    EntryPoint("poster", "kokko_ethics.outputs.poster:Poster", GROUP),
    EntryPoint("slides", "kokko_ethics.outputs.slides:Slides", GROUP),
    EntryPoint("press", "kokko_ethics.outputs.pdf:PrintShop", GROUP),
    EntryPoint("guide", "kokko_ethics.outputs.guide:Guide", GROUP),
    EntryPoint("worksheet", "kokko_ethics.outputs.worksheet:Worksheet", GROUP),
    EntryPoint("series", "kokko_ethics.outputs.series:WholeSeries", GROUP),
    EntryPoint("cards", "kokko_ethics.outputs.cards:Cards", GROUP),
    EntryPoint("web", "kokko_ethics.outputs.web:Web", GROUP),
    EntryPoint("html", "kokko_ethics.outputs.single_file:SingleFile", GROUP),
    EntryPoint("site", "kokko_ethics.outputs.site.publishing:Site", GROUP),
    EntryPoint("layout", "kokko_ethics.outputs.layout_json:LayoutJson", GROUP),
)
"""Our own outputs, in the order in which they are listed; they take the same road as a stranger's."""


def output_names() -> tuple[str, ...]:
    """The names of all outputs: ours first, then strangers' by name."""
    return tuple(_known())


def usual_names() -> tuple[str, ...]:
    """The names of the outputs that a build makes when none is asked for."""
    return tuple(name for name, entry in _known().items() if getattr(entry.load(), "usual", True))


def names_for(audience: str) -> tuple[str, ...]:
    """The names of the outputs that are for ``audience``, in the order of the list; ``all`` is everybody."""
    audiences = set(AUDIENCES) if audience == "all" else {audience}
    return tuple(name for name, entry in _known().items() if audiences & set(getattr(entry.load(), "audience", ())))


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


def series_among(names: Sequence[str]) -> dict[str, Series]:
    """Those of the outputs called ``names`` that gather many stories, by name."""
    found = zip(names, outputs_named(names), strict=True) if names else ()
    return {name: cast(Series, output) for name, output in found if hasattr(output, "gather")}


@cache
def _known() -> dict[str, EntryPoint]:
    others = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return {entry.name: entry for entry in (*BUILT_IN, *others)}
