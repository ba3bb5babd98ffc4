"""Styling: a whole edition in another style."""

from __future__ import annotations

from dataclasses import replace

from kokko_ethics.drawing import styles
from kokko_ethics.edition import Edition, PageSet, Pane
from kokko_ethics.house_style import Style


def in_style(edition: Edition, style: Style) -> Edition:
    """The edition with every drawing in ``style``."""

    def pane(one: Pane) -> Pane:
        return replace(one, drawing=styles.in_style(one.drawing, style))

    def pages(one: PageSet) -> PageSet:
        return replace(one, pages=tuple(replace(page, panes=tuple(map(pane, page.panes))) for page in one.pages))

    return replace(edition, a4=pages(edition.a4), a5=pages(edition.a5), web=tuple(map(pane, edition.web)))
