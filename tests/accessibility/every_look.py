"""Every page of a site by axe-core, in every language, narrow and wide, by day and by night, everything unfolded. The
tests ask for a part of it each time; before a release ``make check-site`` asks for all."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "browser"))

from measures import OPENED
from rules import WITH_COLOURS, violations
from visiting import Visitor, chromium

_WIDTHS = (320, 1280)
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def looked_at(site: Path) -> tuple[int, list[str]]:
    """How many times a page was looked at, and what was found: the page, how it was shown, the rule and the place.

    Raises:
        LookupError: if this computer has no Chromium.
    """
    pages, found = sorted(site.rglob("*.html")), []
    with sync_playwright() as player:
        visitor = Visitor(chromium(player))
        for width in _WIDTHS:
            for scheme in _SCHEMES:
                page = visitor(pages[0], site, width=width, scheme=scheme).page
                for path in pages:
                    page.goto(path.as_uri())
                    page.evaluate(OPENED)
                    shown = f"{path.relative_to(site)}, {width} px, {scheme}"
                    found += [f"{shown}: {one}" for one in violations(page, WITH_COLOURS)]
        visitor.leave()
    return len(pages) * len(_WIDTHS) * len(_SCHEMES), found
