"""Loose leaves: A4 sheets that a trainer hands out, set from a template and ``templates/sheet.css``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from kokko_ethics.geometry import number
from kokko_ethics.house_style import A4, PRINT_INK
from kokko_ethics.outputs.feet import feet
from kokko_ethics.outputs.fonts import text_fonts
from kokko_ethics.outputs.matter import LICENCE_URL, Matter
from kokko_ethics.outputs.painting import Painting
from kokko_ethics.outputs.plates import Plates, printable
from kokko_ethics.outputs.sheets import foot_note, shortened
from kokko_ethics.outputs.tagged_pdf import tagged_pdf
from kokko_ethics.outputs.templating import css_string, fill
from kokko_ethics.typeface import advance

SIZE = 12.0
"""Type size of running text."""
SMALL = 11.0
"""Type size of what may be smaller: panel numbers, labels, the imprint."""
_FOOT, _FOOT_SHARE = 9.5, 0.85
"""Type size of the foot, and the share of its width that is left for the running title."""


@dataclass(frozen=True, slots=True)
class LooseLeaf:
    """What is set from ``templates/NAME.html`` and ``templates/NAME.css``: ``values`` fill both, ``title`` names it in
    the foot of every page. Without ``plates`` it has no comic pages; ``paintings`` are other pictures in it."""

    name: str
    matter: Matter
    title: str
    values: Mapping[str, object]
    plates: Plates | None = None
    paintings: Mapping[str, Painting] = field(default_factory=dict)

    def html(self) -> str:
        """The whole work."""
        plates = self.plates
        comic = {"plates": plates, "pages": plates.tables(), "later": plates.later()} if plates else {}
        words = {"matter": self.matter, "title": self.title, "licence": LICENCE_URL, **comic}
        body = printable(fill(f"{self.name}.html", self.matter.lang, css="", **words, **self.values))
        return body.replace("<style></style>", f"<style>{self._css(body)}</style>", 1)

    def bind(self) -> bytes:
        """The file."""
        drawn = self.plates.paintings() if self.plates else {}
        return tagged_pdf(self.html(), {**drawn, **self.paintings})

    def _running(self, title: str, ems: float) -> str:
        """The running title, shortened where it has to be; behind it whether nobody has signed the story off."""
        return shortened(title, ems - advance(self._mark, "caption")) + self._mark

    @property
    def _mark(self) -> str:
        return f" – {self.matter.mark}" if self.matter.mark else ""

    def _css(self, body: str) -> str:
        foot = f"{self._running(self.title, 99.0)}{self.matter.draft}"
        text = "".join(sorted({*body, *foot, *"…0123456789\u2010•"} - {"\n"}))
        format = self.plates.pages.format if self.plates else A4
        values = {
            "fonts": self.plates.fonts() if self.plates else [],
            **text_fonts(text, self.matter.lang),
            "running": _foot_line(self._running, self.title, _FOOT_SHARE),
            "draft": _foot_line(foot_note, self.matter.draft, 1.0),
            "f": format, "live_height": number(format.live_height - 1), "size": SIZE, "small": SMALL, "label": SMALL,
            "foot": _FOOT, "share": _FOOT_SHARE * 100, "ink": PRINT_INK,
        }  # fmt: skip
        coded = feet(self.plates, _FOOT, folded=False, title=self.title, mark=self._mark) if self.plates else ""
        return fill(f"{self.name}.css", self.matter.lang, **{**values, **self.values}) + coded


def _foot_line(fitted: Callable[[str, float], str], words: str, share: float) -> Markup:
    """A line of the foot as CSS, as much of it as fits into that share of the page's width."""
    return Markup(css_string(fitted(printable(words), A4.live_width * share / _FOOT)))
