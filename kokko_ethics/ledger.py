"""Ledger: who made every picture, typeface and pack that a story is made of, and under which licence.

The credits are made from it, and so is the answer to whether a comic may be sold.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.packs.reading import MANIFEST, packs
from kokko_ethics.source import Span
from kokko_ethics.story.model import Story
from kokko_ethics.typeface import scripts_in
from kokko_ethics.workspace import panels_folder

Kind = Literal["drawings", "font", "pack", "picture"]
_LICENCE = re.compile(
    r"\b(CC[ -]?0(?:[ -]1\.0)?|CC[ -]BY(?:[ -](?:NC|ND|SA))*(?:[ -]\d\.\d)?"
    r"|OFL[ -]1\.1|MIT|Apache[ -]2\.0|public domain)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Work:
    """Something that a comic is made of. ``licence`` is an SPDX identifier, or empty where nobody says one; ``panel``
    is the number of the panel that a picture fills, ``span`` where the script names the work."""

    kind: Kind
    title: str
    author: str
    licence: str
    source: str
    span: Span | None = None
    panel: int = 0

    @property
    def sellable(self) -> bool:
        """Whether its licence lets a comic with it be sold."""
        return bool(self.licence) and "NC" not in re.split(r"[ -]", self.licence.upper())


def works_of(story: Story) -> tuple[Work, ...]:
    """Everything that ``story`` is drawn and set with."""
    pack = _pack(story) if story.art else ()
    return (*_own(), *_fonts(story), *pack, *_pictures(story))


def not_for_sale(story: Story) -> tuple[Diagnostic, ...]:
    """One error for every work that a comic which is sold must not hold."""
    return tuple(
        Diagnostic(
            "not-for-sale", Severity.ERROR, story.source, work.span or Span(0, 1),
            (("work", work.title), ("licence", work.licence or "–")),
        )
        for work in works_of(story)
        if not work.sellable
    )  # fmt: skip


@cache
def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _own() -> tuple[Work, ...]:
    works = _table(panels_folder() / "ledger.toml")["works"]
    return tuple(Work(one["kind"], one["title"], one["author"], one["licence"], one["source"]) for one in works)


def _fonts(story: Story) -> tuple[Work, ...]:
    """Our usual typefaces, and those of other scripts where the story is written in one."""
    families = _table(panels_folder() / "fonts" / "fonts.toml")["family"].values()
    said = (line.words.plain for panel in story.panels for line in panel.lines)
    seen = (panel.description.plain for panel in story.panels)
    used = scripts_in(" ".join((story.title, story.summary, *seen, *said)))
    return tuple(
        Work("font", one["name"], one["copyright"], one["licence"], one["package"])
        for one in families
        if one.get("script", "") in {"", *used}
    )


def _pack(story: Story) -> tuple[Work, ...]:
    path = packs().get(story.art, Path()) / MANIFEST
    at = max(0, story.source.text.find(story.art))
    try:
        head = _table(path)
    except (OSError, tomllib.TOMLDecodeError):
        head = {}
    title, author, licence, source = (str(head.get(key, "")) for key in ("title", "author", "licence", "source"))
    return (Work("pack", title or story.art, author, licence, source, Span(at, at + len(story.art))),)


def _pictures(story: Story) -> tuple[Work, ...]:
    found = []
    for panel in story.panels:
        if panel.picture:
            named = _LICENCE.search(panel.picture.credit)
            licence = named[0] if named else ""
            picture = panel.picture
            found.append(Work("picture", picture.file, picture.credit, licence, "", picture.span, panel.number))
    return tuple(found)
