"""Sheets: what SVG and PNG draw, one drawing a file: every panel, and every A4 page put together from its panels."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path as File

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Text
from kokko_ethics.edition import Edition, Page, PageSet, Pane
from kokko_ethics.geometry import Point, number
from kokko_ethics.house_style import INK, Format
from kokko_ethics.story.model import Panel, Story
from kokko_ethics.typeface import Face, advance, faces, font_file
from kokko_ethics.typesetting import one_line
from kokko_ethics.wording import say

_FOOT = 10.0
"""Type size of the foot."""
_NOTE = 9.0
"""Type size of the draft note: the least that we print."""
_FOOT_TOP, _FOOT_LEADING = 13.5, 11.5
"""From the panels' lower edge to the first line of the foot, and on to the next: both lines keep away from the edge
that printers leave white."""
_TOOLS = (
    "jinja2", "markdown-it-py", "pikepdf", "python-bidi", "python-pptx", "rcssmin", "resvg-cli", "rjsmin", "segno",
    "svgwrite", "uharfbuzz", "weasyprint",
)  # fmt: skip
"""What else decides over our bytes."""
_SPOKEN = ("pages.", "panels.", "site.")
"""Which tables of words our files speak from."""
LABEL = 9.0
"""Type size of panel numbers."""
HEAD_ROOM = LABEL + 6.0
"""From the upper edge of the panels up to the mark of a draft: room for their numbers."""
_GROUND = "#ffffff"


def sheets(edition: Edition) -> Iterator[tuple[str, Drawing]]:
    """Path without its ending, and drawing: ``panels/NNN`` from the web edition, then ``pages/NNN`` from A4."""
    for pane in edition.web:
        yield f"panels/{padded(pane.label)}", pane.drawing
    for page in edition.a4.pages:
        yield f"pages/{page.number:03d}", sheet(page, edition.a4, edition.story)


def padded(label: str) -> str:
    """A panel's label with its number in three digits: ``3b`` becomes ``003b``."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(3), label, count=1)


def sheet(page: Page, pages: PageSet, story: Story) -> Drawing:
    """A comic page as one drawing: white paper, the panels in their frames, their numbers if needed, the foot."""
    format = pages.format
    w, h = number(format.width), number(format.height)
    paper = Path(f"M0 0L{w} 0L{w} {h}L0 {h}Z", _GROUND, role="paper")
    panels = tuple(_placed(pane) for pane in page.panes)
    last = {pane.panel.number: pane.label for other in pages.pages for pane in other.panes}
    labels = tuple(_label(pane, story, pane.label == last[pane.panel.number]) for pane in page.panes if numbered(story))
    spoken = " ".join(f"{d.title}. {d.description} {d.spoken}".strip() for d in (pane.drawing for pane in page.panes))
    title = say("pages", story.lang, "page", "title", title=story.title, number=page.number)
    head, foot = Group(_sign_off_mark(format, story), "foot"), Group(_foot(page, format, story), "foot")
    id = f"page-{page.number}"
    marks: tuple[Mark, ...] = (paper, *panels, *labels, head, foot)
    return Drawing(id, format.width, format.height, marks, story.lang, title, "", spoken)


def key(kind: str, *drawn: object) -> str:
    """What names the bytes of a file: everything that is drawn, and how we draw."""
    digest = hashlib.blake2b(f"{kind} {drawn!r}".encode("utf-8", "replace"), digest_size=16)
    digest.update(_craft())
    return digest.hexdigest()


@cache
def _craft() -> bytes:
    """A digest of our own means: the code and templates of the outputs, and the fonts."""
    here = File(__file__).parent
    own = sorted(path for path in here.rglob("*") if path.suffix in {".py", ".html", ".css", ".js"})
    names = ("typeface.py", "typesetting/setting.py", "directions.py", "geometry.py", "imposition.py", "prepress.py",
             "house_style.py")  # fmt: skip
    ground = [here.parent / name for name in names]
    words = sorted(path for path in (here.parent / "wording").glob("*.toml") if path.name.startswith(_SPOKEN))
    digest = hashlib.blake2b()
    for path in (*own, *ground, *words, *(font_file(face) for face in faces())):
        digest.update(path.read_bytes())
    digest.update(" ".join(_version(package) for package in _TOOLS).encode())
    return digest.digest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _placed(pane: Pane) -> Group:
    data = (("panel", pane.drawing.id), ("label", pane.label))
    return Group(pane.drawing.marks, "panel", data, pane.drawing.id, (1.0, 0.0, 0.0, 1.0, pane.frame.x, pane.frame.y))


def numbered(story: Story) -> bool:
    """Whether readers need to see the panels' numbers: options name them."""
    return any(panel.choice for panel in story.panels)


def way_on(panel: Panel, story: Story) -> str:
    """Where print sends its readers from a panel, if not simply on to the next: a choice, the end, another panel."""
    if panel.choice:
        return say("pages", story.lang, "way", "choice")
    numbers = {other.id: other.number for other in story.panels}
    if panel.goes_to in numbers:
        to = numbers[panel.goes_to]
        return "" if to == panel.number + 1 else say("pages", story.lang, "way", "panel", number=to)
    return say("pages", story.lang, "way", "end")


def _label(pane: Pane, story: Story, last: bool) -> Text:
    """A panel's number, above the upper corner where reading begins; its last part also says where to go from there."""
    words = " ".join(filter(None, (pane.label, way_on(pane.panel, story) if last else "")))
    ends = right_to_left(story.lang)
    x = pane.frame.right - 1 if ends else pane.frame.x + 1
    return _set(words, story.lang, (x, pane.frame.y - 3.5), LABEL, "caption-stress", ends=ends)


def _foot(page: Page, format: Format, story: Story) -> tuple[Mark, ...]:
    """Running title where lines begin, page number where they end; below them the draft note where the principle is a
    draft."""
    base = format.height - format.foot + _FOOT_TOP
    backwards, lang = right_to_left(story.lang), story.lang
    left, right = format.margin, format.width - format.margin
    start, end = (right, left) if backwards else (left, right)
    title = shortened(story.title, format.live_width * 0.8 / _FOOT)
    marks = [
        _set(title, lang, (start, base), _FOOT, ends=backwards),
        _set(str(page.number), lang, (end, base), _FOOT, ends=not backwards),
    ]
    if note := story.reference.principles.draft_note(story.principle, lang):
        words = foot_note(note, format.live_width / _NOTE)
        marks.append(_set(words, lang, (start, base + _FOOT_LEADING), _NOTE, ends=backwards))
    return tuple(marks)


def _sign_off_mark(format: Format, story: Story) -> tuple[Mark, ...]:
    """At the head of a page, where lines end, whether the story is still a draft that nobody has signed off. It keeps
    away from the numbers above the panels, and from the draft note of the principle, which is at the foot."""
    if story.signed_off:
        return ()
    backwards = right_to_left(story.lang)
    at = (format.margin if backwards else format.width - format.margin, format.head - HEAD_ROOM)
    mark = say("pages", story.lang, "sign-off", "mark")
    return (_set(mark, story.lang, at, _NOTE, "caption-stress", ends=not backwards),)


def foot_note(note: str, ems: float) -> str:
    """The draft note as one line at the foot of a page: whole, or as many of its first sentences as there is room for.

    It is on every page. The title page and the imprint have all of it.
    """
    sentences = re.findall(r"\S.*?[.!?؟](?=\s|$)|\S.*$", note)
    lines = (" ".join(sentences[:count]) for count in range(len(sentences), 0, -1))
    return next((line for line in lines if advance(line, "caption") <= ems), shortened(note, ems))


def shortened(words: str, ems: float) -> str:
    """As many whole words as fit into a line of that many ems, with an ellipsis where something is left out; only where
    not even the first one fits is it cut."""
    if advance(words, "caption") <= ems:
        return words
    for begin in (words[: gap.start()] for gap in reversed(list(re.finditer(r"\s+", words.strip())))):
        if advance(f"{begin} …", "caption") <= ems:
            return f"{begin} …"
    end = next((k for k in range(len(words), 0, -1) if advance(f"{words[:k].rstrip()}…", "caption") <= ems), 0)
    return f"{words[:end].rstrip()}…"


def _set(words: str, lang: str, at: Point, size: float, face: Face = "caption", *, ends: bool = False) -> Text:
    return Text((one_line(words, face, lang, size, at, ends=ends),), size, INK, role="foot")
