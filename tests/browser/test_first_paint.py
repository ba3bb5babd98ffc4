"""How soon a page is there: its first panel is painted before any script that can wait, and scripts are small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from shelf import Shelf
from visiting import Visitor

from kokko_ethics.outputs.minifying import minified
from kokko_ethics.outputs.templating import fill

MOST = 60_000
"""Bytes of all scripts of a site together, but for what the assistant knows."""
EARLY = "memory.js"
"""The one script before the first paint: it holds the reader's settings, and no page may change before their eyes."""
PAINTED = """async () => {
  const panel = document.querySelector(".panel svg");
  panel?.scrollIntoView();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
  return Boolean(panel) && painted && panel.getBoundingClientRect().height > 100;
}"""
BLOCKING = """performance.getEntriesByType("resource")
  .filter((one) => one.initiatorType === "script" && one.renderBlockingStatus === "blocking")
  .map((one) => one.name.split("/").at(-1))"""

RULES = """(texts) => texts.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/,\\s+/g, ","));
})"""


def test_the_first_panel_is_painted_while_scripts_are_still_on_their_way(
    shelf: Shelf, visit: Visitor, serve: Callable[[Path], str]
) -> None:
    held: list[str] = []

    def hold(page: Page) -> None:
        page.route("**/*.js", lambda route: held.append(route.request.url))
        page.route(f"**/{EARLY}", lambda route: route.continue_())

    address = serve(shelf.site())
    page = visit("about:blank", address, before=hold).page
    page.goto(f"{address}fi/kahvitauko/index.html", wait_until="commit")
    page.wait_for_function(PAINTED)
    assert page.evaluate("document.readyState") != "complete"
    assert held == [f"{address}shared/comic.js"]


def test_no_script_but_the_memory_holds_up_the_page_and_what_the_assistant_knows_waits(
    shelf: Shelf, visit: Visitor, serve: Callable[[Path], str]
) -> None:
    address = serve(shelf.site())
    seen = visit(f"{address}fi/kahvitauko/index.html", address)
    assert seen.page.evaluate(BLOCKING) == [EARLY]
    assert not [one for one in seen.asked if "knowledge" in one or "matching" in one]


def test_the_scripts_of_a_site_are_small(shelf: Shelf) -> None:
    site = shelf.site()
    files = [site / "sw.js", *(one for one in (site / "shared").glob("*.js") if not one.name.startswith("knowledge-"))]
    assert {"comic.js", "site.js", "matching.js"} <= {one.name for one in files}
    assert sum(one.stat().st_size for one in files) <= MOST


@pytest.mark.parametrize("name", ["reader/comic", "reader/settings", "site/site", "assistant/assistant"])
def test_styles_in_fewer_signs_say_the_same_to_a_browser(name: str, visit: Visitor) -> None:
    style = fill(f"{name}.css", "en")
    long, short = visit("about:blank", "about:blank").page.evaluate(RULES, [style, minified(".css", style)])
    assert len(long) > 5
    assert short == long
