"""Words of the glossary: a short explanation opens where they stand, by mouse and by keyboard, on any screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shelf import Shelf
from visiting import Visitor

MEANING = "Ihminen, joka tekee työtä ammattinsa perusteella"


@pytest.fixture
def address(shelf: Shelf) -> Path:
    return shelf.of("web", "fi") / "web" / "index.html"


def focused(page: Page) -> str:
    text: str = page.evaluate("document.activeElement.textContent")
    return text


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_an_explanation_and_escape_leads_back_to_the_word(
    visit: Visitor, address: Path, key: str
) -> None:
    page = visit(address).page
    word = page.get_by_role("button", name="ammattilainen", exact=True)
    word.focus()
    page.keyboard.press(key)
    expect(page.get_by_role("note", name="ammattilainen")).to_be_focused()
    assert MEANING in focused(page) and word.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.locator(".explained").count() == 0
    assert [focused(page), word.get_attribute("aria-expanded")] == ["ammattilainen", "false"]
    assert "#" not in page.url


def test_one_is_open_at_a_time_and_the_word_or_a_button_with_words_closes_it(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    names = ("ammattilainen", "kokemusasiantuntija")
    first, other = (page.get_by_role("button", name=name, exact=True) for name in names)
    first.click()
    other.click()
    expect(page.locator(".explained")).to_have_count(1)
    page.get_by_role("button", name="Sulje selitys").click()
    assert focused(page) == "kokemusasiantuntija"
    first.click()
    first.click()
    expect(page.locator(".explained")).to_have_count(0)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_explanations_fit_a_narrow_screen_in_both_directions(visit: Visitor, address: Path, direction: str) -> None:
    page = visit(address, width=320).page
    page.evaluate("way => { document.documentElement.dir = way }", direction)
    page.locator(".term:visible").first.click()
    box = page.locator(".explained").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_scripts_the_word_leads_to_the_glossary(visit: Visitor, address: Path) -> None:
    page = visit(address, script=False).page
    page.get_by_role("link", name="ammattilainen", exact=True).click()
    assert page.url.endswith("#_term-ammattilainen")
