"""What somebody writes under the questions: it stays on the device, goes to paper and into a file, and can be wiped."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shelf import Shelf
from visiting import Visitor

FORGETS = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
PRINTS = "window.print = () => { window.printed = document.documentElement.dataset.print }"
WORDS = "Odotin <b>viisi</b> minuuttia.\nEnsi kerralla kysyn."


@pytest.fixture
def address(shelf: Shelf) -> Path:
    return shelf.of("web", "fi") / "web" / "index.html"



def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def kept(page: Page) -> list[str]:
    keys: list[str] = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kokko.thoughts'))")
    return keys


def test_thoughts_are_there_again_under_their_own_questions_and_stand_with_them(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    page.get_by_role("textbox", name="Omat ajatuksesi Kuka odottaa, kun sinulla on kiire?").fill(WORDS)
    expect(page.get_by_text("Kirjoituksesi on tallessa tällä laitteella.")).to_be_visible()
    page.reload()
    values = "fields => fields.map((field) => field.value)"
    assert page.locator("textarea").evaluate_all(values) == ["", WORDS, ""]
    assert kept(page) == ["kokko.thoughts.kahvitauko.2"]


def test_they_are_wiped_after_a_question_only(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    wipe = page.get_by_role("button", name="Tyhjennä kirjoitukseni")
    assert not wipe.is_visible()
    page.locator("textarea").first.fill(WORDS)
    wipe.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Ei, säilytä"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Tyhjennä kirjoitukseni"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert not page.locator(".sure").is_visible() and len(kept(page)) == 1
    page.keyboard.press("Enter")
    press(page, "Kyllä, tyhjennä")
    expect(page.get_by_text("Kirjoituksesi on tyhjennetty.")).to_be_visible()
    assert [page.locator("textarea").first.input_value(), kept(page), wipe.is_visible()] == ["", [], False]


def test_a_text_file_has_the_questions_as_they_are_shown_and_the_thoughts(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    page.locator("textarea").first.fill(WORDS)
    with page.expect_download() as download:
        press(page, "Tallenna tekstitiedostona")
    assert download.value.suggested_filename == "kahvitauko.txt"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith(f"Kahvitauko\n\nKaikille: Mistä pienestä asiasta sinun on vaikea sanoa?\n\n{WORDS}\n\n")
    assert "Kokemusasiantuntijalle: Mitä haluat sopia ennen ensimmäistä tapaamista?" in text


def test_paper_has_the_thoughts_as_words_and_lines_where_nothing_is_written(visit: Visitor, address: Path) -> None:
    page = visit(address, before=lambda page: page.add_init_script(PRINTS)).page
    page.locator("textarea").first.fill(WORDS)
    press(page, "Tulosta ajatukseni")
    assert page.evaluate("window.printed") == "thoughts"
    page.emulate_media(media="print")
    assert page.locator(".written").first.inner_text() == WORDS
    blank = page.locator(".written").nth(1)
    assert blank.evaluate("node => node.offsetHeight") > 80
    assert page.get_by_text("Kuka odottaa, kun sinulla on kiire?").is_visible()
    assert page.locator("h1").is_visible() and page.locator(":is(.panel, button, textarea):visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".panel:visible").count() > 0


def test_without_scripts_paper_has_lines_and_the_screen_nothing_to_write_on(visit: Visitor, address: Path) -> None:
    page = visit(address, script=False).page
    assert page.locator(":is(textarea, .thoughts, .written, .question label):visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".written:visible").count() == 3


def test_where_nothing_can_be_kept_the_page_says_so_and_paper_still_has_it(visit: Visitor, address: Path) -> None:
    page = visit(address, before=lambda page: page.add_init_script(FORGETS)).page
    expect(page.get_by_text("Tämä selain ei säilytä kirjoitustasi.")).to_be_visible()
    page.locator("textarea").first.fill(WORDS)
    expect(page.get_by_text("Kirjoituksesi on tässä, kunnes suljet sivun.")).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(".written").first.inner_text() == WORDS


def test_thoughts_go_along_into_another_tab_and_keys_that_write_turn_no_panels(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    other = page.context.new_page()
    other.goto(address.as_uri())
    press(page, "Lue ruutu kerrallaan")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.evaluate("location.hash = '_after'")
    page.locator("textarea").first.focus()
    page.keyboard.type("ab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    page.keyboard.type("c")
    assert page.locator("textarea").first.input_value() == "cab"
    expect(other.locator("textarea").first).to_have_value("cab")
