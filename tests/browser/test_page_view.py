"""The page view by keyboard: Tab and Enter alone lead through a comic, its choice and its questions, and back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page
from shelf import Shelf
from visiting import Visitor

SEEN = """() => {
  const here = document.activeElement, { outlineStyle, outlineWidth } = getComputedStyle(here);
  const { top, bottom, width } = here.getBoundingClientRect();
  if (here === document.body || !here.checkVisibility()) return "nowhere";
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return `unmarked: ${here.outerHTML.slice(0, 90)}`;
  return width && bottom > 0 && top < innerHeight ? "" : `out of sight: ${here.outerHTML.slice(0, 90)}`;
}"""
"""What is wrong with where the focus is, for somebody who looks for it."""


def go(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press ``key`` until the focus is on ``target``, and see it at each stop."""
    for _ in range(60):
        page.keyboard.press(key)
        assert page.evaluate(SEEN) == ""
        if target.evaluate("node => node === document.activeElement"):
            return
    raise AssertionError(f"{key} never reaches {target}")


def enter(page: Page) -> str:
    """Press Enter, and give what the focus is on then: a panel by its label, anything else by its words."""
    page.keyboard.press("Enter")
    assert page.evaluate(SEEN) == ""
    said: str = page.evaluate("document.activeElement.dataset.label ?? document.activeElement.innerText")
    return said


def test_tab_and_enter_lead_through_a_choice_to_the_questions_and_back(shelf: Shelf, visit: Visitor) -> None:
    page = visit(shelf.of("web", "fi") / "web" / "index.html", motion="reduce").page
    way = page.locator(".way")
    page.keyboard.press("Tab")
    assert "Siirry sarjakuvaan" in page.evaluate("document.activeElement.innerText")
    go(page, way.nth(1))
    assert enter(page) == "6"
    assert way.nth(0).is_hidden()
    go(page, page.locator("#_thought-1"))
    go(page, page.get_by_role("button", name="Valitse toisin"), "Shift+Tab")
    assert enter(page).startswith("Mitä")
    go(page, way.nth(0))
    assert enter(page) == "5"
    go(page, page.locator(".panel:visible .turn a").last)
    assert enter(page) == "Pohdittavaksi"
