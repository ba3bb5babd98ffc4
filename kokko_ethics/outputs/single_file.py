"""Single file: a comic's page with its scripts, styles and fonts inside, to send by e-mail or to put on a learning
platform.

The policy of the page names each script and style by the digest of its bytes, so that nothing else runs, whatever
stands in the script or comes in on the way.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kokko_ethics.edition import Edition, Pane
from kokko_ethics.outputs.matter import Matter, matter_of
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.reading import own_style, reading, reading_scripts, reading_styles
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.templating import fill


class SingleFile:
    """The web page as one file."""

    name = "html"
    about = "the web page as one file, to send by e-mail or to put on a learning platform"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``ID.html``, where ID is that of the story."""
        matter = matter_of(edition, linked=True)
        drawn = key(self.name, matter, [pane.drawing for pane in edition.web])
        yield Artifact(f"{edition.story.id}.html", drawn, lambda: _page(edition.web, matter))


@dataclass(frozen=True, slots=True)
class Inside:
    """A script or a style that stands in the page itself."""

    text: Markup
    early: bool = False

    @classmethod
    def of(cls, text: str, early: bool = False) -> Inside:
        """``text`` as it can stand between the tags of a script or a style.

        Raises:
            ValueError: if it would end there, or begin a comment: neither has an escape that all browsers share.
        """
        if "</" in text or "<!--" in text:
            raise ValueError("a script or a style may hold neither a closing tag nor a comment of HTML")
        return cls(Markup(text.replace("\r\n", "\n")), early)

    @property
    def source(self) -> str:
        """What the policy of the page calls it."""
        return f"'sha256-{base64.b64encode(hashlib.sha256(self.text.encode()).digest()).decode('ascii')}'"


def _page(panes: tuple[Pane, ...], matter: Matter) -> bytes:
    values = reading(panes, matter)
    bare = fill("single.html", matter.lang, **values, styles=(), scripts=())
    styles = [Inside.of(text) for text in (*(file.text for file in reading_styles()), own_style(panes, matter, bare))]
    scripts = [Inside.of(file.text, file.early) for file in reading_scripts()]
    return fill("single.html", matter.lang, **values, styles=styles, scripts=scripts).strip().encode() + b"\n"
