"""Styling: a whole edition in another style."""

from __future__ import annotations

from dataclasses import replace

from kokko_ethics.drawing import styles
from kokko_ethics.edition import Edition, PageSet, Pane, Press
from kokko_ethics.house_style import Format, Style
from kokko_ethics.story.model import Story


def in_style(edition: Edition, style: Style) -> Edition:
    """An edition in colour with every drawing in ``style``; from there it may go to any other style."""

    def pane(one: Pane) -> Pane:
        return replace(one, drawing=styles.in_style(one.drawing, style))

    def pages(one: PageSet) -> PageSet:
        return replace(one, pages=tuple(replace(page, panes=tuple(map(pane, page.panes))) for page in one.pages))

    def printed(story: Story, format: Format) -> PageSet:
        return pages(edition.press.pages(story, format))

    def retold(story: Story) -> Edition:
        return in_style(edition.press.edition(story), style)

    def styled(other: Style) -> Edition:
        return in_style(edition, other)

    a4, a5, web = pages(edition.a4), pages(edition.a5), tuple(map(pane, edition.web))
    return replace(edition, a4=a4, a5=a5, web=web, press=Press(printed, retold, styled))
