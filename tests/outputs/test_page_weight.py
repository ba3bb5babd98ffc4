"""How heavy a comic's page is on the site, for readers whose line is slow."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

from handed_out import edition

from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.site.publishing import Site

HEAVIEST = "02-peruttu-keikka"
MOST = 600_000
"""Bytes of a page and all that it loads, fonts too, from a server that packs nothing."""
FONTS = 90_000
"""Of these, the fonts of a language: a site of ten stories needs more letters than one story."""
LOADS = re.compile(r'<(?:script[^>]* src|link rel="(?:stylesheet|icon)" href|img[^>]* src)="([^"]+)"')


def test_the_heaviest_page_stays_below_600_kilobytes_with_all_that_it_loads() -> None:
    told, site = edition(HEAVIEST), Site()
    (kept,) = (one for one in site.publish(told) if isinstance(one, Artifact) and one.path == chapter_path(site.name))
    made = {one.path: one for one in site.gather([Chapter(told.story.id, told.story.lang, kept.render())])}
    path = f"{told.story.lang}/{HEAVIEST}/index.html"
    page = made[path].render().decode()
    loads = {normpath(join(dirname(path), name)) for name in LOADS.findall(page)} - {"shared/fonts-fi.css"}
    assert {"shared/memory.js", "shared/comic.js", "shared/comic.css"} < loads
    sizes = {name: len(made[name].render()) for name in sorted(loads)}
    assert len(page.encode()) + sum(sizes.values()) + FONTS <= MOST, sizes
