"""Scripts of the site: those of a comic's page with what every page of the site can do besides, and those of the pages
that stand beside the comics."""

from __future__ import annotations

from functools import cache

from kokko_ethics.outputs.minifying import minified
from kokko_ethics.outputs.reading import PageFile, page_scripts, reading_parts, settings_parts
from kokko_ethics.outputs.templating import fill

_EVERYWHERE = ("site/served.js", "assistant/assistant.js")
_BESIDE = ("assistant/search.js",)
_LATER = ("assistant/matching.js",)


@cache
def comic_scripts() -> tuple[PageFile, ...]:
    """What the page of a comic loads."""
    return page_scripts("comic.js", (*reading_parts(), *_parts(_EVERYWHERE)))


@cache
def track_scripts() -> tuple[PageFile, ...]:
    """What every other page loads. They are of one file, so that it is loaded once for all of them."""
    return page_scripts("site.js", (*settings_parts(), *_parts((*_EVERYWHERE, *_BESIDE))))


def site_scripts() -> tuple[PageFile, ...]:
    """All scripts that pages of the site share, also those that the assistant loads when somebody asks it."""
    files = (*comic_scripts(), *track_scripts(), *_parts(_LATER))
    return tuple({file.name: file for file in files}.values())


def _parts(templates: tuple[str, ...]) -> tuple[PageFile, ...]:
    names = ((template, template.rpartition("/")[2]) for template in templates)
    return tuple(PageFile(name, minified(name, fill(template, "en"))) for template, name in names)
