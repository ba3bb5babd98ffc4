"""Reading settings: set once, answered at once, on every page, after a reload, also where nothing can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shelf import Shelf
from visiting import Visitor

FORGETS = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


@pytest.fixture
def address(shelf: Shelf) -> Path:
    return shelf.of("web", "fi") / "web" / "index.html"


def wish(page: Page, group: str, value: str) -> None:
    if page.locator(".settings").get_attribute("open") != "":
        page.locator(".settings > summary").click()
    page.get_by_role("group", name=group).get_by_label(value, exact=True).check()


def style(page: Page, selector: str, name: str) -> str:
    value: str = page.locator(selector).first.evaluate("(node, name) => getComputedStyle(node)[name]", name)
    return value


def test_settings_change_the_page_at_once_and_are_there_before_it_is_shown_again(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    small = style(page, "main p", "fontSize")
    wish(page, "Tekstin koko", "Suuri")
    wish(page, "Vaalea vai tumma", "Tumma")
    wish(page, "Kirjaimet", "Laitteen omat kirjaimet")
    wish(page, "Rivien ja kirjainten väli", "Väljempi")
    assert float(style(page, "main p", "fontSize")[:-2]) == 1.5 * float(small[:-2])
    assert "system-ui" in style(page, "h1", "fontFamily")
    assert style(page, "main p", "letterSpacing") != "normal"
    dark = style(page, "html", "backgroundColor")
    first = "new MutationObserver((_, watch) => { if (!document.body) return; watch.disconnect();"
    page.add_init_script(f"{first} window.seen = {{ ...document.documentElement.dataset }} }})"
                         ".observe(document, { childList: true, subtree: true })")  # fmt: skip
    page.reload()
    seen = page.evaluate("window.seen")
    assert (seen["size"], seen["light"], seen["face"], seen["spacing"]) == ("150", "dark", "plain", "wide")
    assert style(page, "html", "backgroundColor") == dark
    page.locator(".settings > summary").click()
    expect(page.get_by_role("group", name="Tekstin koko").get_by_label("Suuri", exact=True)).to_be_checked()


def test_one_button_leads_back_to_the_standard(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    wish(page, "Kontrasti", "Vahvempi")
    wish(page, "Tekstien kieli", "Helpompi")
    page.get_by_role("button", name="Palauta tavalliset asetukset").click()
    expect(page.locator(".settings [role=status]")).to_have_text("Tavalliset asetukset on palautettu.")
    assert page.evaluate("[document.documentElement.dataset.contrast, localStorage.length]") == ["normal", 0]
    expect(page.get_by_label("Näytä tekstit helpommalla kielellä")).not_to_be_checked()


def test_words_stand_beneath_the_panels_where_letters_in_pictures_cannot_help(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    shown = page.locator(".panel details[open]")
    for group, value, back in (("Tekstin koko", "Hyvin suuri", "Tavallinen"),
                               ("Rivien ja kirjainten väli", "Väljempi", "Tavallinen"),
                               ("Ruudun sanat kuvan alla", "Aina näkyvissä", "Avaan ne itse")):  # fmt: skip
        expect(shown).to_have_count(0)
        wish(page, group, value)
        expect(shown).to_have_count(9)
        assert page.locator(".panel svg").first.get_attribute("aria-labelledby") == "myohassa-1__title"
        wish(page, group, back)
    page.locator(".panel details").first.evaluate("words => { words.open = false }")
    expect(page.locator(".panel svg").first).to_have_attribute("aria-labelledby", "myohassa-1__title myohassa-1__desc")


def test_at_twice_the_size_panels_stand_one_below_the_other_and_nothing_is_cut(visit: Visitor, address: Path) -> None:
    for width in (1280, 390):
        page = visit(address, width=width).page
        wish(page, "Tekstin koko", "Hyvin suuri")
        tops: list[float] = page.locator(".panel:not(.ahead)").evaluate_all(
            "panels => panels.map((panel) => panel.getBoundingClientRect().top)"
        )
        assert len(set(tops)) == len(tops)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_easy_switch_stands_in_the_page_and_in_the_settings_and_both_agree(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    switch = page.get_by_label("Näytä tekstit helpommalla kielellä")
    plain, easy = page.locator("h3 .plain").first, page.locator("h3 .easy").first
    page.locator("#_comic").scroll_into_view_if_needed()
    switch.check()
    assert not plain.is_visible() and easy.is_visible()
    page.locator(".settings > summary").click()
    expect(page.get_by_role("group", name="Tekstien kieli").get_by_label("Helpompi")).to_be_checked()
    wish(page, "Tekstien kieli", "Tavallinen")
    expect(switch).not_to_be_checked()
    assert plain.is_visible() and not easy.is_visible()


def test_easy_words_stand_beneath_the_pictures_whose_letters_stay_and_are_there_next_time(
    visit: Visitor, address: Path
) -> None:
    page = visit(address).page
    page.get_by_label("Näytä tekstit helpommalla kielellä").check()
    eased = page.locator(".panel:has(figcaption .easy) details")
    assert eased.count() == page.locator(".panel details[open]").count() > 0
    page.reload()
    assert page.locator(".panel:not(.ahead) figcaption .easy").first.is_visible()
    page.get_by_role("button", name="Lue ruutu kerrallaan").click()
    for _ in range(4):
        assert page.locator(".panel:visible").count() == 1
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.get_by_label("Näytä tekstit helpommalla kielellä").uncheck()
    expect(page.locator(".panel details[open]")).to_have_count(0)


def test_the_easy_switch_of_the_home_page_holds_for_the_comics(visit: Visitor, shelf: Shelf) -> None:
    folder = shelf.site()
    page = visit(folder / "fi" / "index.html", folder).page
    page.get_by_label("Näytä tekstit helpommalla kielellä").check()
    page.locator(".cards a").first.click()
    expect(page.get_by_label("Näytä tekstit helpommalla kielellä")).to_be_checked()
    assert page.locator("figcaption .easy:visible").count() > 0


def test_the_easy_switch_works_without_scripts(visit: Visitor, address: Path) -> None:
    page = visit(address, script=False).page
    assert not page.locator(".settings").is_visible()
    page.get_by_label("Näytä tekstit helpommalla kielellä").check()
    assert page.locator(".fork h3 .easy").is_visible() and not page.locator(".fork h3 .plain").is_visible()


def test_where_nothing_can_be_kept_settings_last_as_long_as_the_page_and_say_so(visit: Visitor, address: Path) -> None:
    page = visit(address, before=lambda page: page.add_init_script(FORGETS)).page
    wish(page, "Tekstin koko", "Suuri")
    assert page.evaluate("document.documentElement.dataset.size") == "150"
    expect(page.get_by_text("Tämä selain ei säilytä asetuksia.")).to_be_visible()


def test_nonsense_on_the_device_is_the_standard(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    for nonsense in ('{"size":"900","light":"<b>"}', "{", "null", '"x"', "[1]"):
        page.evaluate("text => localStorage.setItem('kokko.settings', text)", nonsense)
        page.reload()
        assert page.evaluate("[document.documentElement.dataset.size, document.documentElement.dataset.light]") == [
            "100", "auto",
        ]  # fmt: skip


def test_escape_closes_the_settings_and_the_focus_is_on_their_button(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    wish(page, "Liike", "Ei liikettä")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Lukuasetukset"
    assert not page.get_by_text("Tekstin koko").is_visible()
