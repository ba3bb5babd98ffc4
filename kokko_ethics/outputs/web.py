"""Web: one folder with a page that opens from anywhere, a memory stick too, and asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from markupsafe import Markup

from kokko_ethics.edition import Edition, Pane
from kokko_ethics.outputs.fonts import families, font_css, letters, sets, together
from kokko_ethics.outputs.matter import LICENCE_URL, Matter, matter_of
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.outputs.templating import css_string, fill


class Web:
    """The web page: live text, a transcript, choices that work, light and dark."""

    name = "web"
    about = "a web page with live text, choices and a transcript, in one folder"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``web/index.html``, ``web/comic.css`` and ``web/comic.js``."""
        matter = matter_of(edition, linked=True)
        page = partial(_page, edition.web, matter)
        style = partial(_style, edition.web, page, matter)
        drawn = key(self.name, matter, [pane.drawing for pane in edition.web])
        yield Artifact("web/index.html", drawn, page)
        yield Artifact("web/comic.css", key("style", drawn), style)
        yield Artifact("web/comic.js", key("script"), partial(_script, matter.lang))


def reading(panes: tuple[Pane, ...], matter: Matter) -> dict[str, Any]:
    """What ``reading.html`` fills its gaps with: the words, the panels as SVG and their widths, by their ids."""
    svgs = {pane.drawing.id: Markup(to_svg(pane.drawing)) for pane in panes}
    widths = {pane.drawing.id: panel_width(pane) for pane in panes}
    return {"matter": matter, "svgs": svgs, "widths": widths, "licence": LICENCE_URL}


def panel_width(pane: Pane) -> int:
    """Width in hundredths of the height: panels share a row in this proportion, and so are of one height."""
    return max(1, round(100 * pane.drawing.width / pane.drawing.height))


def _page(panes: tuple[Pane, ...], matter: Matter) -> bytes:
    return fill("page.html", matter.lang, **reading(panes, matter)).strip().encode() + b"\n"


def _style(panes: tuple[Pane, ...], page: partial[bytes], matter: Matter) -> bytes:
    """The style sheet, with fonts that hold just the letters of this page."""
    text = "".join(sorted({*page().decode(), *matter.mark} - {"\n"}))
    plain, strong = sets(text, "caption"), sets(text, "caption-stress")
    used = together([*(letters(pane.drawing) for pane in panes), plain, strong])
    widths = sorted({panel_width(pane) for pane in panes})
    values = {"fonts": Markup(font_css(used)), "widths": [(width, width) for width in widths]}
    note, mark = (Markup(css_string(words)) if words else "" for words in (matter.draft, matter.mark))
    families_of = {
        "text": Markup(families("Kokko caption", plain, matter.lang)),
        "strong": Markup(families("Kokko caption-stress", strong, matter.lang)),
    }
    return fill("comic.css", matter.lang, draft=note, mark=mark, **values, **families_of).encode()


def _script(lang: str) -> bytes:
    return fill("comic.js", lang).encode()
