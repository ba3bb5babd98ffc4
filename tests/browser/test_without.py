"""Every kind of page without scripts and without pictures: what it says is there, and so is the way on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from shelf import Shelf
from visiting import Visitor

HOLDS = {
    "index.html": ("main a[href$='kahvitauko/index.html']", 1),
    "kahvitauko/index.html": (".panel", 5),
    "about.html": ("main h2", 3),
    "glossary.html": ("main [id]", 10),
    "trainers.html": ("main p", 3),
    "search.html": ("noscript a", 2),
    "accessibility.html": ("main h2", 2),
    "credits.html": ("main p", 3),
    "../index.html": ("main a", 4),
}
"""What each kind of page is for, and how much of it is shown at least."""
NAMELESS = """() => [...document.querySelectorAll('a[href], button, summary')].filter((one) => one.checkVisibility()
  && !one.innerText.trim() && !one.getAttribute('aria-label')).map((one) => one.outerHTML.slice(0, 90))"""
LOST = """() => [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute('href').slice(1))
  .filter((id) => id && !document.getElementById(decodeURIComponent(id)))"""
MUTE = """() => [...document.querySelectorAll('img')].filter((one) => !one.hasAttribute('alt'))
  .map((one) => one.outerHTML.slice(0, 90))"""
DEAD = "all => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 90))"


@pytest.fixture(scope="module")
def folder(shelf: Shelf) -> Path:
    return shelf.site()


def bare(folder: Path, visit: Visitor) -> Page:
    """A page that gets neither scripts nor pictures."""

    def keep_out(page: Page) -> None:
        page.route("**/*.{svg,png}", lambda route: route.abort())

    return visit("about:blank", folder, script=False, before=keep_out, watched=False).page


def test_every_kind_of_page_says_what_it_says_without_scripts_and_pictures(folder: Path, visit: Visitor) -> None:
    page = bare(folder, visit)
    assert {one.name for one in (folder / "fi").glob("*.html")} == {one for one in HOLDS if "/" not in one}
    for name, (what, least) in HOLDS.items():
        page.goto((folder / "fi" / name).resolve().as_uri())
        shown = page.locator(what).evaluate_all("all => all.filter((one) => one.checkVisibility()).length")
        assert (name, shown >= least) == (name, True), shown
        assert page.locator("main").inner_text().strip()
        assert [name, page.evaluate(NAMELESS), page.evaluate(LOST), page.evaluate(MUTE)] == [name, [], [], []]
        assert page.locator(".with-script").evaluate_all(DEAD) == []
        assert page.evaluate("[...document.images].every((one) => one.naturalWidth === 0)")


def test_a_comic_without_scripts_shows_every_way_its_words_and_its_questions(folder: Path, visit: Visitor) -> None:
    page = bare(folder, visit)
    page.goto((folder / "fi" / "kahvitauko" / "index.html").as_uri())
    shown = "all => all.every((one) => one.checkVisibility())"
    for part in (".panel svg", ".fork", ".way", ".question", "#_after", "figcaption summary"):
        assert page.locator(part).count() and page.locator(part).evaluate_all(shown), part
    page.locator(".way").nth(1).click()
    assert page.url.endswith("#molemmat-1")
    told = page.locator(".panel figcaption").nth(1)
    told.locator("summary").click()
    assert "Leena" in told.inner_text()
