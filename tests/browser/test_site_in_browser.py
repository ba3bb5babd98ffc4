"""The site in a browser: from a folder, in a frame, on a narrow screen, and without a connection after one visit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from shelf import Shelf
from visiting import Visitor

pytestmark = pytest.mark.slow

KEPT = """async () => {
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().some((request) => request.url.endsWith("/fi/kahvitauko/page.css"));
}"""
"""Whether the service worker has kept the pages of the language."""


@pytest.fixture(scope="module")
def folder(shelf: Shelf) -> Path:
    return shelf.site()


@pytest.mark.parametrize(
    ("place", "onward", "back"),
    [("fi/kahvitauko/", "ArrowRight", "ArrowLeft"), ("ar/the-spare-cup/", "ArrowLeft", "ArrowRight")],
)
def test_the_reader_works_on_the_site_in_both_directions_and_without_motion(
    place: str, onward: str, back: str, folder: Path, visit: Visitor
) -> None:
    comic = folder / place / "index.html"
    page = visit(comic, folder, motion="reduce").page
    here = page.locator(".panel:visible")
    page.locator("#_guide").click()
    for key, label in ((onward, "2"), (back, "1"), (onward, "2")):
        page.keyboard.press(key)
        assert here.evaluate_all("panels => panels.map((one) => one.dataset.label)") == [label]
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    address = page.url
    page.goto((folder / "index.html").as_uri())
    page.goto(comic.as_uri())
    assert page.locator(".continue").is_visible()
    page.goto(address)
    assert page.evaluate("document.activeElement.dataset.label") == "2"


def test_a_part_of_the_script_that_fails_is_told_to_the_console_and_the_others_work(
    folder: Path, visit: Visitor
) -> None:
    def older(page: Page) -> None:
        page.add_init_script("delete window.IntersectionObserver")

    seen = visit(folder / "fi" / "kahvitauko" / "index.html", folder, watched=False, before=older)
    assert [told.partition(":")[0] for told in seen.faults] == ["guide.js"]
    assert "IntersectionObserver" in seen.faults[0]
    seen.page.locator(".term:visible").first.click()
    expect(seen.page.locator(".explained")).to_be_visible()
    seen.page.locator(".top [data-opens=_assistant]").click()
    expect(seen.page.get_by_role("dialog")).to_be_visible()


def test_a_site_in_a_frame_that_trusts_it_in_nothing_is_shown_with_its_styles(
    folder: Path, visit: Visitor, serve: Callable[[Path], str]
) -> None:
    framed = '<link rel="icon" href="icon.svg"><iframe sandbox="allow-scripts" src="fi/index.html"></iframe>'
    (folder / "frame.html").write_text(framed)
    frame = visit(f"{serve(folder)}frame.html").page.frames[1]
    frame.wait_for_load_state()
    assert frame.locator("h1").evaluate("node => getComputedStyle(node).fontFamily").startswith('"Kokko title"')


def test_after_one_visit_all_pages_of_the_language_are_there_without_a_connection(
    folder: Path, visit: Visitor, serve: Callable[[Path], str]
) -> None:
    address = serve(folder)
    page = visit(f"{address}fi/index.html", address, workers="allow").page
    assert any(page.evaluate(KEPT) or page.wait_for_timeout(100) for _ in range(100))
    page.context.set_offline(True)
    for place in ("fi/about.html", "fi/kahvitauko/", "", "fi/glossary.html#kokemusasiantuntija"):
        page.goto(address + place)
        assert page.locator("main h1").count() == 1
        assert page.evaluate("getComputedStyle(document.body).display") == "flex"
    page.locator(".top .tongues a", has_text="suomi").click()
    expect(page).to_have_title(re.compile(r"Kokko-sarjakuvat$"))


def test_the_site_is_installable_where_it_is_served(folder: Path, visit: Visitor, serve: Callable[[Path], str]) -> None:
    address = serve(folder)
    page = visit(f"{address}fi/about.html", address).page
    assert page.locator('link[rel="manifest"]').evaluate("node => node.href") == f"{address}fi/site.webmanifest"
    told = page.context.request.get(f"{address}fi/site.webmanifest").json()
    assert [told["lang"], told["start_url"], len(told["icons"])] == ["fi", "index.html", 3]


@pytest.mark.parametrize("width", [1280, 390])
def test_settings_open_over_the_page_and_nothing_moves(width: int, folder: Path, visit: Visitor) -> None:
    page = visit(folder / "fi/kahvitauko/index.html", folder, width=width).page
    places = "() => ['.settings > summary', '.brand', 'h1'].map((one) => document.querySelector(one).offsetTop)"
    before = page.evaluate(places)
    page.locator(".settings > summary").click()
    assert page.get_by_role("group", name="Tekstin koko").is_visible()
    assert page.evaluate(places) == before


def test_the_end_of_the_guided_view_leads_on_to_other_comics(folder: Path, visit: Visitor) -> None:
    page = visit(folder / "fi/kahvitauko/index.html", folder).page
    page.get_by_role("button", name="Lue ruutu kerrallaan").click()
    onward = page.get_by_role("link", name="Kaikki sarjakuvat")
    for _ in range(12):
        assert not onward.is_visible()
        page.locator(".fork.here .way, .guide .next").first.click()
        if page.evaluate("document.documentElement.dataset.step") == "end":
            break
    assert onward.is_visible()


@pytest.mark.parametrize(("width", "media", "least", "most"), [
    (1280, "screen", 15, 24), (390, "screen", 11, 24), (794, "print", 12, 17),
])  # fmt: skip
def test_letters_of_all_panels_are_about_equally_large(
    width: int, media: Literal["screen", "print"], least: float, most: float, folder: Path, visit: Visitor
) -> None:
    """In pixels; on paper 12 of them are 9 points."""
    page = visit(folder / "fi/kahvitauko/index.html", folder, width=width).page
    page.locator("#_all").click()
    page.emulate_media(media=media)
    sizes: list[float] = page.locator(".panel > svg").evaluate_all(
        "all => all.map((svg) => 11 * svg.getBoundingClientRect().height / svg.viewBox.baseVal.height)"
    )
    assert len(sizes) == 9
    assert least <= min(sizes) <= max(sizes) <= most


def test_what_is_closed_is_not_printed(folder: Path, visit: Visitor) -> None:
    page = visit(folder / "fi/kahvitauko/index.html", folder).page
    page.emulate_media(media="print")
    told = page.get_by_role("heading", name="Sarjakuva tekstinä")
    assert not told.is_visible()
    page.locator(".fold").first.evaluate("fold => { fold.open = true }")
    assert told.is_visible()
