"""Offline: what makes the site an app where it is served: manifests, the service worker, and the map for search
engines. Opened from a folder, it needs none of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape
from urllib.parse import quote

from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.site.map import CHOOSER, HOME, PRINTED, SiteMap, comic, outside, page
from kokko_ethics.outputs.site.sign import GROUND, SIZES, icon_png, icon_svg
from kokko_ethics.outputs.templating import direction, fill
from kokko_ethics.wording import say

_SHARED = "shared/"
_PICTURES = "pictures/"


def icons() -> Iterator[Artifact]:
    """The site's mark in all sizes."""
    yield Artifact("icon.svg", key("icon"), icon_svg)
    for side in SIZES:
        yield Artifact(f"icon-{side}.png", key("icon", side), partial(icon_png, side))


def manifest(lang: str) -> bytes:
    """What a telephone asks when somebody puts the site on its home screen."""
    icons: list[dict[str, str]] = [
        {"src": f"../icon-{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": "any maskable"}
        for side in SIZES
    ]
    told = {
        "name": say("pages", lang, "series", "title"), "short_name": "Kokko", "lang": lang, "dir": direction(lang),
        "description": say("pages", lang, "series", "about"), "start_url": HOME, "scope": "../",
        "display": "standalone", "background_color": GROUND, "theme_color": GROUND,
        "icons": [*icons, {"src": "../icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def worker(site: SiteMap, artifacts: Iterable[Artifact]) -> Artifact:
    """The service worker, which keeps what all pages share at the first visit, and a language's pages once somebody
    reads in it. Its version changes with any file; what is made for printing is not kept."""
    keys = {artifact.path: artifact.key for artifact in artifacts}
    languages = (page(lang, "").rstrip("/") for lang in site.languages)
    lists: dict[str, list[str]] = {lang: [] for lang in ("", *languages)}
    for path in sorted(keys):
        if path.split("/")[2:3] == [PRINTED] or (path.startswith(_PICTURES) and path.endswith(".png")):
            continue
        first = path.split("/")[0]
        lists[_owner(path, first, lists)].append(quote(path))
    version = key("version", sorted(keys.items()))
    told = json.dumps(lists, ensure_ascii=False, indent=1)
    text = f'"use strict";\nconst VERSION = "kokko-{version}";\nconst FILES = {told};\n' + fill("site/sw.js", "en")
    return Artifact("sw.js", key("worker", text), text.encode)


def for_search_engines(site: SiteMap, tracks: Iterable[str]) -> Iterator[Artifact]:
    """``sitemap.xml`` and ``robots.txt``, where the site has an address."""
    if not site.address:
        return
    names = [CHOOSER, *(page(lang, name) for lang in site.languages for name in tracks), *map(comic, site.stories)]
    urls = "".join(f"<url><loc>{escape(outside(site.address, name))}</loc></url>\n" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield _text("sitemap.xml", f"{head}{urls}</urlset>\n")
    yield _text("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {outside(site.address, 'sitemap.xml')}\n")


def _owner(path: str, first: str, lists: Mapping[str, list[str]]) -> str:
    """The language whose readers need a file; empty for all of them."""
    if path.startswith(_SHARED):
        named = path.removeprefix(_SHARED).rsplit(".", 1)[0].partition("-")[2]
        return named if named in lists else ""
    return first if first in lists else ""


def _text(path: str, text: str) -> Artifact:
    return Artifact(path, key("text", text), text.encode)
