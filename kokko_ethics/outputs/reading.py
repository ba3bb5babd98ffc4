"""Reading: what a comic's page holds wherever it stands (in a folder of its own, on the site, in a single file): its
contents, its scripts and its styles.

Scripts and most of the styles are the same on every page, so that pages can share them; what only one page needs (its
fonts, the widths of its panels, what print says on every sheet) is in ``own_style``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kokko_ethics.edition import Pane
from kokko_ethics.outputs.cropping import cropped
from kokko_ethics.outputs.fonts import families, font_css, letters, sets, title_css, together
from kokko_ethics.outputs.joining import joined
from kokko_ethics.outputs.matter import LICENCE_URL, Matter
from kokko_ethics.outputs.minifying import minified
from kokko_ethics.outputs.shapes import Shapes
from kokko_ethics.outputs.svg import to_svg_in_page, unquoted
from kokko_ethics.outputs.templating import css_string, fill

_FOLDER = Path(__file__).parent / "templates" / "reader"
_EARLY = "memory.js"
_SETTINGS = "settings.js"
_PARTS = (_SETTINGS, "choices.js", "guide.js", "thoughts.js", "terms.js", "voices.js", "aloud.js")
_STYLES = ("comic.css", "settings.css")


@dataclass(frozen=True, slots=True)
class PageFile:
    """A script, a part of one, or a style sheet that pages share. A script that is ``early`` runs before the page is
    shown, another once it is read."""

    name: str
    text: str
    early: bool = False


def reading_scripts() -> tuple[PageFile, ...]:
    """The scripts of a comic's page that stands alone."""
    return page_scripts("comic.js", reading_parts())


def page_scripts(name: str, parts: Iterable[PageFile]) -> tuple[PageFile, ...]:
    """What any page of ours loads: the script that answers how somebody wants to read, before the page is shown, and
    one called ``name`` that holds ``parts``."""
    early = PageFile(_EARLY, _text(_EARLY), early=True)
    return early, PageFile(name, joined((part.name, part.text) for part in parts))


def reading_parts() -> tuple[PageFile, ...]:
    """The parts of a comic's script, in the order in which they run: later ones build on what earlier ones made."""
    return tuple(PageFile(name, _text(name)) for name in _PARTS)


def settings_parts() -> tuple[PageFile, ...]:
    """Those of the parts that every page of ours has."""
    return (PageFile(_SETTINGS, _text(_SETTINGS)),)


def settings_styles() -> tuple[PageFile, ...]:
    """Those of the style sheets that every page of ours has."""
    return tuple(file for file in reading_styles() if file.name == "settings.css")


def reading_styles() -> tuple[PageFile, ...]:
    """The style sheets that comics' pages share; that of ``own_style`` comes after them."""
    return tuple(PageFile(name, _text(name)) for name in _STYLES)


def reading(panes: tuple[Pane, ...], matter: Matter) -> dict[str, Any]:
    """What ``reading.html`` fills its gaps with: the words, the panels as SVG and their widths, by their ids."""
    drawings = [cropped(pane.drawing) for pane in panes]
    shapes = Shapes(drawings)
    svgs = {drawing.id: Markup(unquoted(to_svg_in_page(drawing, shapes))) for drawing in drawings}
    widths = {pane.drawing.id: panel_width(pane) for pane in panes}
    return {"matter": matter, "svgs": svgs, "widths": widths, "licence": LICENCE_URL}


def panel_width(pane: Pane) -> int:
    """Width in hundredths of the height: panels share a row in this proportion, and so are of one height."""
    return max(1, round(100 * pane.drawing.width / pane.drawing.height))


def widths_style(widths: Iterable[int]) -> str:
    """The rules by which panels of these widths share a row: at least 20 rem high on a screen; on paper so high that
    three rows stand on a page and letters are of the size of print."""
    known = sorted(set(widths))
    screen = (f".w{w} {{ flex: {w} 1 {w * 0.2:.2f}rem; max-width: {w * 0.28:.2f}rem }}" for w in known)
    paper = (f".panel.w{w} {{ flex-basis: {w * 0.16:.2f}rem; max-width: {w * 0.172:.2f}rem }}" for w in known)
    return "\n".join((*screen, "@media print {", *paper, "}"))


def own_style(panes: tuple[Pane, ...], matter: Matter, page: str) -> str:
    """The styles of one page alone, with fonts that hold just the letters of ``page`` and its panels."""
    text = "".join(sorted({*page, *matter.mark} - {"\n"}))
    plain, strong = sets(text, "caption"), sets(text, "caption-stress")
    titles = sets("".join(sorted(set(matter.title))), "stress")
    used = together([*(letters(pane.drawing) for pane in panes), plain, strong])
    note, mark = (Markup(css_string(words)) if words else "" for words in (matter.draft, matter.mark))
    return fill(
        "page.css", matter.lang, draft=note, mark=mark, fonts=Markup(f"{font_css(used)}\n{title_css(titles)}"),
        widths=Markup(widths_style(map(panel_width, panes))),
        text=Markup(families("Kokko caption", plain, matter.lang)),
        strong=Markup(families("Kokko caption-stress", strong, matter.lang)),
        title=Markup(families("Kokko title", titles, matter.lang)),
    )  # fmt: skip


@cache
def _text(name: str) -> str:
    plain = fill(f"reader/{name}", "en") if name.endswith(".css") else (_FOLDER / name).read_text(encoding="utf-8")
    return minified(name, plain)
