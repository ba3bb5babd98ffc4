"""Web: one folder with a page that opens from anywhere, a memory stick too, and asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from kokko_ethics.edition import Edition, Pane
from kokko_ethics.outputs.matter import Matter, matter_of
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.reading import own_style, reading, reading_scripts, reading_styles
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.templating import fill


class Web:
    """The web page: live text, a transcript, choices that work, light and dark."""

    name = "web"
    about = "a web page with live text, choices and a transcript, in one folder"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``web/index.html`` and the styles and scripts beside it."""
        matter = matter_of(edition, linked=True)
        page = partial(_page, edition.web, matter)
        drawn = key(self.name, matter, [pane.drawing for pane in edition.web])
        yield Artifact("web/index.html", drawn, page)
        yield Artifact("web/page.css", key("style", drawn), partial(_style, edition.web, page, matter))
        for file in (*reading_styles(), *reading_scripts()):
            yield Artifact(f"web/{file.name}", key("shared", file.text), file.text.encode)


def _page(panes: tuple[Pane, ...], matter: Matter) -> bytes:
    files = {"styles": reading_styles(), "scripts": reading_scripts()}
    return fill("page.html", matter.lang, **reading(panes, matter), **files).strip().encode() + b"\n"


def _style(panes: tuple[Pane, ...], page: partial[bytes], matter: Matter) -> bytes:
    return own_style(panes, matter, page().decode()).encode()
