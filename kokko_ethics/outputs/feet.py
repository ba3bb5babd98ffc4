"""Feet: what stands at the foot of comic pages with a code: it, the running title, the draft note, the address."""

from __future__ import annotations

from markupsafe import Markup

from kokko_ethics.directions import right_to_left
from kokko_ethics.geometry import number
from kokko_ethics.house_style import PRINT_INK
from kokko_ethics.outputs.plates import Plates, printable
from kokko_ethics.outputs.sheets import foot_note, shortened
from kokko_ethics.outputs.templating import css_string, fill
from kokko_ethics.typeface import advance

FOOT_SHARE = 0.8
"""The share of its width that a booklet's foot leaves for the running title."""
_PADDING, _LEADING = 5.0, 1.2
"""Points between the live area and the first line of the foot, and ems from line to line."""


def feet(plates: Plates, small: float, *, folded: bool, scope: str = "", title: str = "", mark: str = "") -> str:
    """The style of pages with a code, with words of ``small`` points; empty where there are none. The code stands on
    the inner side of a ``folded`` work, else where lines begin, beside as many words as fit. ``scope`` selects the part
    of the book that the pages are in; ``title`` runs in the place of the story's own, with ``mark`` behind it."""
    codes, format, matter = plates.codes(), plates.pages.format, plates.matter
    if not codes:
        return ""
    taken = max(code.drawing.width for code in codes)
    room = format.live_width * FOOT_SHARE - taken
    running = shortened(printable(title or matter.title), room / small - advance(mark, "caption")) + mark
    draft = foot_note(printable(matter.draft), room / small)
    values = {
        "codes": codes, "room": number(room), "taken": number(taken), "f": format, "foot": small, "ink": PRINT_INK,
        "title": Markup(css_string(running)), "draft": Markup(css_string(draft)), "folded": folded,
        "below": number(format.live_height + _PADDING + (2 if draft else 1) * _LEADING * small),
        "share": FOOT_SHARE * 100, "scope": scope,
    }  # fmt: skip
    return fill("feet.css", matter.lang, **values)


def left_pages(first: int, lang: str, scope: str = "") -> str:
    """The style of those pages of a folded work that lie on the left: their address stands at the code, on the right.
    ``first`` is the number of the first comic page; it comes right after the section with the title."""
    lie_left = (first % 2 == 0) != right_to_left(lang)
    return f"{scope} .comic:nth-of-type({'even' if lie_left else 'odd'}) .address {{ text-align: right }}\n"
