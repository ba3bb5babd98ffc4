"""Live text on PDF pages: words that are already broken and placed, shaped by Pango and embedded by WeasyPrint.

WeasyPrint's own SVG sets letter by letter, which parts letters that join and loses all kerning. Here every run is set
whole, with the means by which WeasyPrint sets its own lines.
"""

from __future__ import annotations

from typing import Any

from kokko_ethics.drawing.model import Text
from kokko_ethics.typeface import TextRun


def write(stream: Any, text: Text, style: Any, lang: str) -> None:
    """Write ``text`` onto ``stream``, in whose units its places are. ``style`` is that of the box around, which knows
    the document's fonts."""
    stream.begin_text()
    for line in text.lines:
        for run in line.runs:
            _write_run(stream, run, line.x + run.x, line.y, _Look(style, run, text.size, text.lang or lang))
    stream.end_text()


class _Look(dict[str, Any]):
    """What WeasyPrint calls a style: the initial value of every property but ours."""

    def __init__(self, around: Any, run: TextRun, size: float, lang: str) -> None:
        from weasyprint.css.properties import INITIAL_VALUES

        super().__init__(INITIAL_VALUES)
        self.font_config = around.font_config
        self["font_family"] = (f"Kokko {run.face}",)
        self["font_size"] = size
        self["direction"] = "rtl" if run.backwards else "ltr"
        self["white_space"] = "pre"
        self["lang"] = lang or None


class _Set:
    """A line that is set, as WeasyPrint draws it."""

    def __init__(self, layout: Any, look: _Look) -> None:
        self.pango_layout = layout
        self.style = look
        self.text = layout.text
        self.baseline = 0.0


def _write_run(stream: Any, run: TextRun, x: float, y: float, look: _Look) -> None:
    from weasyprint.draw.text import draw_first_line
    from weasyprint.matrix import Matrix
    from weasyprint.text.line_break import create_layout

    layout = create_layout(run.words, look, None, None, 0)
    draw_first_line(stream, _Set(layout, look), "none", "none", Matrix(d=-1, e=x, f=y))
