"""The guided view: panel by panel with buttons, keys and fingers, through choices and back, and again next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shelf import Shelf
from visiting import Visitor

pytestmark = pytest.mark.slow

FORGETS = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
SAID = ".guide [aria-live]"


@pytest.fixture
def address(shelf: Shelf) -> Path:
    return shelf.of("web", "fi") / "web" / "index.html"


def begin(page: Page) -> None:
    page.get_by_role("button", name="Lue ruutu kerrallaan").click()


def seen(page: Page) -> list[str]:
    """The panels that are on the screen."""
    shown = "panels => panels.filter((one) => one.checkVisibility()).map((one) => one.dataset.label)"
    labels: list[str] = page.locator(".panel").evaluate_all(shown)
    return labels


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


@pytest.mark.parametrize("remembers", [True, False], ids=["", "without a memory"])
def test_the_keyboard_alone_walks_a_comic_through_its_choice_to_the_questions_and_back(
    visit: Visitor, address: Path, remembers: bool
) -> None:
    page = visit(address, before=lambda page: None if remembers else page.add_init_script(FORGETS)).page
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "_guide":
            break
    page.keyboard.press("Enter")
    assert seen(page) == ["1"]
    for label in ("2", "3", "4"):
        page.keyboard.press("ArrowRight")
        assert seen(page) == [label]
        assert page.evaluate("document.activeElement.dataset.label") == label
    page.keyboard.press("ArrowRight")
    expect(page.locator("h3:focus")).to_have_text("Mitä Jere ja Leena sopivat?Mitä he voisivat sopia?")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert seen(page) == ["6"]
    page.keyboard.press("ArrowRight")
    expect(page.locator("h2:focus")).to_have_text("Pohdittavaksi")
    expect(page.get_by_role("button", name="Edellinen ruutu")).to_be_in_viewport()
    assert seen(page) == []
    for label in (["6"], ["4"], ["4"], ["3"]):
        page.keyboard.press("ArrowLeft")
        assert seen(page) == label
    page.keyboard.press("Escape")
    assert seen(page) == ["1", "2", "3", "4", "6"]
    assert page.evaluate("document.activeElement.dataset.label") == "3"


def test_another_option_opens_another_path_and_nothing_says_which_is_right(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    begin(page)
    for _ in range(4):
        page.locator(".guide .next").click()
    page.get_by_role("link", name="Leena ilmoittaa").click()
    assert seen(page) == ["5"]
    page.keyboard.press("ArrowLeft")
    assert page.locator(".way").evaluate_all("ways => ways.map((way) => way.checkVisibility())") == [True] * 3
    page.get_by_role("link", name="Ei sovita mitään").click()
    assert seen(page) == ["7"]
    page.keyboard.press("End")
    press(page, "Tarina jatkuu ruudusta 4.")
    assert seen(page) == ["4"]


def test_the_progress_says_how_much_is_known_to_be_left(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    begin(page)
    progress = page.locator(".progress")
    for said in ("Ruutu 1. Vielä 3 ruutua, sitten valinta.", "Ruutu 2. Vielä 2 ruutua, sitten valinta.",
                 "Ruutu 3. Vielä 1 ruutu, sitten valinta.", "Ruutu 4. Seuraavaksi tulee valinta.",
                 "Valinta: miten tarina jatkuu?"):  # fmt: skip
        expect(progress).to_have_text(said)
        page.keyboard.press("ArrowRight")
    expect(progress).to_have_text("Valinta: miten tarina jatkuu?")
    page.get_by_role("link", name="Aloitetaan vasta").click()
    expect(progress).to_have_text("Ruutu 6. Tarina päättyy tähän.")


def test_a_panel_is_said_once_by_the_focus_or_by_a_voice(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    begin(page)
    press(page, "Seuraava ruutu")
    assert page.evaluate("document.activeElement.textContent") == "Seuraava ruutu"
    voice = page.locator(SAID).text_content()
    assert voice and voice.startswith("Ruutu 2. Leena tulee ovesta") and "Leena: Joo, joo. Ihan heti!" in voice
    page.locator(".panel.here").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Ruutu 3"
    voice = page.locator(SAID).text_content()
    assert voice and voice.startswith("Jere katsoo seinäkelloa")


def test_the_address_of_a_panel_opens_it_and_stays_through_reload_and_back(visit: Visitor, address: Path) -> None:
    page = visit(f"{address.as_uri()}#molemmat-1", address.parent).page
    assert seen(page) == ["1", "2", "3", "4", "6"]
    assert page.evaluate("document.activeElement.id") == "molemmat-1"
    begin(page)
    assert seen(page) == ["6"]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.url.endswith("#poydassa")
    page.reload()
    assert seen(page) == ["4"]
    expect(page.locator(".progress")).to_contain_text("Ruutu 4")
    page.keyboard.press("ArrowRight")
    page.get_by_role("link", name="Leena ilmoittaa").click()
    assert page.url.endswith("#ilmoittaa-1")
    page.go_back()
    assert page.locator(".fork").is_visible() and seen(page) == ["4"]


def test_an_address_of_something_else_leaves_the_guided_view_for_it(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    begin(page)
    page.evaluate("location.hash = '_after'")
    expect(page.get_by_role("heading", name="Pohdittavaksi")).to_be_visible()
    page.go_back()
    assert seen(page) == ["1"]
    page.evaluate("location.hash = 'nowhere'")
    assert seen(page) == ["1"]


def test_going_on_where_one_stopped_is_offered_and_can_be_declined(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    assert not page.get_by_text("Jäit viimeksi").is_visible()
    begin(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.goto("about:blank")
    page.goto(address.as_uri())
    assert seen(page) == ["1", "2", "3", "4"]
    expect(page.get_by_text("Jäit viimeksi ruutuun 3.")).to_be_visible()
    press(page, "Jatka siitä")
    assert seen(page) == ["3"]
    page.goto("about:blank")
    page.goto(address.as_uri())
    page.locator(".continue").get_by_role("button", name="Aloita alusta").click()
    page.goto("about:blank")
    page.goto(address.as_uri())
    assert not page.get_by_text("Jäit viimeksi").is_visible()


def test_keys_belong_to_fields_and_to_the_browser_first(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    begin(page)
    page.locator("#_easy").evaluate("box => document.querySelector('.guide').append(box)")
    page.locator("#_easy").focus()
    page.keyboard.press("ArrowRight")
    page.locator(".panel.here").focus()
    for keys in ("Alt+ArrowRight", "Control+End", "Shift+ArrowRight"):
        page.keyboard.press(keys)
    assert seen(page) == ["1"]


SWIPE = """([from, to]) => {
  const place = document.querySelector('.panel.here');
  const at = (x) => new Touch({ identifier: 1, target: place, clientX: x, clientY: 300 });
  place.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [at(from)], changedTouches: [at(from)] }));
  place.dispatchEvent(new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [at(to)] }));
}"""


@pytest.mark.parametrize(("lang", "onward", "key"), [("fi", (300, 100), "ArrowLeft"), ("ar", (100, 300), "ArrowRight")])
def test_fingers_and_arrows_turn_panels_as_the_language_is_read(
    visit: Visitor, shelf: Shelf, lang: str, onward: tuple[int, int], key: str
) -> None:
    page = visit(shelf.of("web", lang) / "web" / "index.html", width=390, height=844).page
    page.locator("#_guide").click()
    page.evaluate(SWIPE, [200, 190])
    assert seen(page) == ["1"]
    page.evaluate(SWIPE, list(onward))
    assert seen(page) == ["2"]
    page.keyboard.press(key)
    assert seen(page) == ["1"]


def test_paper_shows_every_path_also_from_the_guided_view(visit: Visitor, address: Path) -> None:
    page = visit(address).page
    begin(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert seen(page) == ["1", "2", "3", "4", "5", "6", "7", "7b", "8"]
    assert not page.locator(".guide").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert seen(page) == ["1"]


def test_paper_numbers_panels_sets_them_in_rows_and_leaves_out_what_is_closed(visit: Visitor, address: Path) -> None:
    page = visit(address, width=700).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    tops: list[float] = page.locator(".panel").evaluate_all("panels => panels.map((one) => one.offsetTop)")
    assert len(set(tops)) < len(tops)
    number = "node => getComputedStyle(node, '::before').content"
    assert page.locator(".panel").first.evaluate(number) == '"Ruutu 1"'
    assert not page.get_by_role("heading", name="Sarjakuva tekstinä").is_visible()
    page.locator(".fold").first.evaluate("fold => { fold.open = true }")
    assert page.get_by_role("heading", name="Sarjakuva tekstinä").is_visible()


def test_without_scripts_everything_is_there_and_nothing_that_needs_them(visit: Visitor, address: Path) -> None:
    page = visit(address, script=False).page
    assert page.locator(".panel").count() == page.locator(".panel:visible").count() == 9
    assert page.locator("button:visible").count() == 0
