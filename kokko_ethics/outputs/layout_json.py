"""Layout: the measures of every page and panel as JSON, so that anyone can check the geometry, in points."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition, PageSet, Pane
from kokko_ethics.geometry import Box, Point
from kokko_ethics.lettering.model import Balloon, Tail
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.staging.model import Figure

Table = dict[str, Any]


class LayoutJson:
    """``layout.json``."""

    name = "layout"
    about = "the measures of every page, panel and balloon as JSON"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``layout.json`` with the page sets ``a4`` and ``a5``, and the panels of the web page."""
        measures = json.dumps(_measures(edition), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        yield Artifact("layout.json", key(self.name, measures), partial(measures.encode, "utf-8", "replace"))


def _measures(edition: Edition) -> Table:
    story = edition.story
    return {
        "format": 1,
        "story": {
            "id": story.id, "lang": story.lang, "title": story.title, "right_to_left": right_to_left(story.lang),
        },
        "unit": "pt",
        "a4": _page_set(edition.a4),
        "a5": _page_set(edition.a5),
        "web": {"panels": [_panel(pane) for pane in edition.web]},
    }


def _page_set(pages: PageSet) -> Table:
    format = pages.format
    live = Box(format.margin, format.head, format.live_width, format.live_height)
    return {
        "width": _round(format.width),
        "height": _round(format.height),
        "live": _box(live),
        "size": format.size,
        "pages": [{"number": page.number, "panels": [_panel(pane) for pane in page.panes]} for page in pages.pages],
    }


def _panel(pane: Pane) -> Table:
    """A panel: its frame on the page; everything else is measured from the frame's upper left corner."""
    lettering = pane.lettering
    return {
        "id": pane.drawing.id,
        "panel": pane.panel.id,
        "label": pane.label,
        "frame": _box(pane.frame),
        "score": _round(lettering.score),
        "broken": [
            {"rule": broken.rule, "order": broken.order, "by": _round(broken.by)} for broken in lettering.broken
        ],
        "figures": [_figure(figure) for figure in lettering.stage.figures],
        "balloons": [_balloon(balloon) for balloon in lettering.balloons],
    }


def _figure(figure: Figure) -> Table:
    return {
        "character": figure.member.id,
        "feeling": figure.feeling,
        "head": _box(figure.head),
        "face": _box(figure.face),
        "mouth": _point(figure.mouth),
    }


def _balloon(balloon: Balloon) -> Table:
    return {
        "id": balloon.line.id,
        "kind": balloon.line.kind,
        "channel": balloon.line.channel,
        "speakers": list(balloon.line.speakers),
        "order": balloon.order,
        "size": _round(balloon.size),
        "box": _box(balloon.box),
        "text": _box(balloon.text),
        "lines": [{"x": _round(line.x), "y": _round(line.y), "width": _round(line.width)} for line in balloon.lines],
        "outline": balloon.outline,
        "tails": [_tail(tail) for tail in balloon.tails],
        "trail": [_box(bubble) for bubble in balloon.trail],
        "turn": _round(balloon.turn),
    }


def _tail(tail: Tail) -> Table:
    return {
        "speaker": tail.speaker,
        "root": _point(tail.root),
        "tip": _point(tail.tip),
        "mouth": _point(tail.mouth),
        "width": _round(tail.width),
    }


def _box(box: Box) -> list[float]:
    return [_round(value) for value in (box.x, box.y, box.w, box.h)]


def _point(point: Point) -> list[float]:
    return [_round(value) for value in point]


def _round(value: float) -> float:
    """Two decimals, and no minus before a zero."""
    return round(float(value), 2) + 0.0
