"""Reading aloud, with a speech that makes no sound: who is heard with which voice, what is marked, where it waits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shelf import Shelf
from visiting import Visitor

pytestmark = pytest.mark.slow

SPEECH = (Path(__file__).parent / "voice.js").read_text(encoding="utf-8")
FINNISH = [("Satu", "fi-FI"), ("Onni", "fi_FI"), ("Alva", "sv-SE"), ("Bells", "fi-FI"), ("Noora", "fi-FI", False)]
FIRST = [
    "Ruutu 1", "Jere istuu kahvilan pöydässä kalenteri vieressään. Talonmies kävelee ohi ja nyökkää.",
    "Kertoja: Tiistai, viisi yli yhdeksän.", "Talonmies laulaa:", "Ja kahvi tuoksuu taas!", "Jere ajattelee:",
    "Sovimme yhdeksältä. Varmaan bussi on myöhässä.", "Ruutu 2",
]  # fmt: skip


@pytest.fixture
def address(shelf: Shelf) -> Path:
    return shelf.of("web", "fi") / "web" / "index.html"


def heard(visit: Visitor, address: Path, voices: list[tuple[object, ...]] | None = None) -> Page:
    """A page whose browser has these voices."""
    told = json.dumps(FINNISH if voices is None else voices)
    return visit(address, before=lambda page: page.add_init_script(f"window.VOICES = {told};\n{SPEECH}")).page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).locator("visible=true").click()


def run(page: Page, count: int = 1000) -> None:
    page.evaluate("count => speechSynthesis.run(count)", count)


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("speechSynthesis.said.map((one) => one.text)")
    return texts


def test_panel_scene_speaker_and_words_are_heard_in_this_order(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    expect(page.get_by_role("button", name="Tauko")).to_be_focused()
    run(page, 7)
    assert said(page) == FIRST


def test_everybody_keeps_a_voice_of_their_own_from_this_device_in_the_language(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    run(page)
    spoken = page.evaluate("speechSynthesis.said")
    voices = {(one["voice"], one["pitch"]) for one in spoken}
    assert {name for name, _ in voices} == {"Satu", "Onni"}
    by_text = {one["text"]: (one["voice"], one["pitch"]) for one in spoken}
    narrator, janitor, jere, leena = (by_text[text] for text in ("Ruutu 1", FIRST[4], FIRST[6], "Joo, joo. Ihan heti!"))
    assert len({narrator, janitor, jere, leena}) == 4
    assert by_text["Sano nyt jotain, mies."] == jere and by_text["Jere kuiskaa:"] == narrator


def test_a_line_is_marked_in_the_picture_beneath_it_and_in_the_text(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    run(page, 4)
    words = "nodes => nodes.map((node) => node.dataset.order || node.textContent)"
    marked = page.locator(".spoken").evaluate_all(words)
    assert marked == ["2", "Talonmies laulaa: Ja kahvi tuoksuu taas!", "Talonmies laulaa: Ja kahvi tuoksuu taas!"]
    run(page, 1)
    assert page.locator(".spoken").nth(1).text_content() == f"Jere ajattelee: {FIRST[6]}"
    press(page, "Lopeta")
    assert page.locator(":is(.spoken, .reading)").count() == 0


def test_it_says_the_options_waits_and_goes_on_where_somebody_chooses(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    run(page)
    assert said(page)[-5:] == [
        "Mitä Jere ja Leena sopivat?", "Valitse, miten tarina jatkuu.", "Leena ilmoittaa, jos myöhästyy. → ruutu 5",
        "Aloitetaan vasta, kun molemmat ovat paikalla ja puhelin on pois. → ruutu 6",
        "Ei sovita mitään. Juodaan kahvit. → ruutu 7",
    ]  # fmt: skip
    expect(page.get_by_text("Valitse, miten tarina jatkuu. Lukeminen jatkuu siitä.")).to_be_visible()
    page.get_by_role("link", name="Ei sovita mitään").click()
    assert said(page)[-1] == "Ruutu 7"
    run(page)
    assert "Tarina jatkuu ruudusta 4." in said(page) and said(page)[-1].endswith("ruutu 7")
    page.get_by_role("link", name="Leena ilmoittaa").click()
    run(page)
    assert said(page)[-2:] == ["Kokemusasiantuntijalle", "Mitä haluat sopia ennen ensimmäistä tapaamista?"]
    assert not page.locator(".aloud").is_visible()


def test_pause_goes_on_with_the_same_line_and_back_goes_to_the_one_before(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    run(page, 2)
    press(page, "Tauko")
    run(page)
    assert said(page) == FIRST[:3]
    press(page, "Jatka")
    assert said(page)[-1] == FIRST[2]
    press(page, "Edellinen")
    assert said(page)[-1] == FIRST[1]
    page.keyboard.press("Escape")
    run(page)
    assert said(page)[-1] == FIRST[1]
    assert page.evaluate("document.activeElement.textContent") == "Lue ääneen"


@pytest.mark.parametrize(("width", "height"), [(320, 256), (844, 390), (390, 844)])
def test_the_buttons_stay_in_sight_and_leave_room_on_any_screen(
    visit: Visitor, address: Path, width: int, height: int
) -> None:
    page = heard(visit, address)
    page.set_viewport_size({"width": width, "height": height})
    press(page, "Lue ääneen")
    run(page, 9)
    for name in ("Tauko", "Edellinen", "Lopeta"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
    bar = page.locator(".aloud").bounding_box()
    assert bar and bar["height"] < height / 3


def test_in_the_guided_view_the_panel_turns_with_the_voice_and_the_voice_with_the_panel(
    visit: Visitor, address: Path
) -> None:
    page = heard(visit, address)
    press(page, "Lue ruutu kerrallaan")
    page.keyboard.press("ArrowRight")
    press(page, "Lue ääneen")
    assert said(page) == ["Ruutu 2"]
    run(page, 9)
    assert page.locator(".panel:visible").get_attribute("data-label") == "3"
    page.keyboard.press("ArrowRight")
    assert said(page)[-1] == "Ruutu 4"
    press(page, "Edellinen")
    assert page.locator(".panel:visible").get_attribute("data-label") == "3"
    press(page, "Tauko")
    page.keyboard.press("ArrowLeft")
    run(page)
    assert said(page)[-1] != "Ruutu 2" and page.locator(".panel:visible").get_attribute("data-label") == "2"
    press(page, "Jatka")
    assert said(page)[-1] == "Ruutu 2"


def test_the_easy_switch_changes_what_is_heard_at_once(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    page.evaluate("kokko.story.place.dispatchEvent(new CustomEvent('kokko:path', { detail: { to: '_choice-4' } }))")
    assert said(page)[-1] == "Mitä Jere ja Leena sopivat?"
    page.get_by_label("Näytä tekstit helpommalla kielellä").check()
    assert said(page)[-1] == "Mitä he voisivat sopia?"


@pytest.mark.parametrize("voices", [[], [("Alva", "sv-SE")], [("Noora", "fi-FI", False)]], ids=len)
def test_absent_voices_are_told_in_a_sentence(visit: Visitor, address: Path, voices: list[tuple[object, ...]]) -> None:
    page = heard(visit, address, voices)
    press(page, "Lue ääneen")
    expect(page.get_by_text("Tällä laitteella ei ole ääntä, joka osaisi lukea suomea.")).to_be_visible()
    assert page.locator(".aloud button:visible").all_text_contents() == ["Sulje"]
    press(page, "Sulje")
    assert page.evaluate("document.activeElement.textContent") == "Lue ääneen" and said(page) == []


def test_voices_that_come_late_are_waited_for(visit: Visitor, address: Path) -> None:
    page = heard(visit, address, [])
    press(page, "Lue ääneen")
    page.evaluate("""() => {
      speechSynthesis.voices = [{ name: "Satu", lang: "fi-FI", localService: true, default: true }];
      speechSynthesis.dispatchEvent(new Event("voiceschanged"));
    }""")
    page.wait_for_function("speechSynthesis.said.length")
    assert said(page) == FIRST[:1]


def test_a_browser_without_speech_says_so(visit: Visitor, address: Path) -> None:
    mute = "delete window.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', { value: undefined })"
    page = visit(address, before=lambda page: page.add_init_script(mute)).page
    press(page, "Lue ääneen")
    expect(page.get_by_text("Tämä selain ei osaa lukea ääneen.")).to_be_visible()


def test_nobody_hears_a_page_that_they_have_left(visit: Visitor, address: Path) -> None:
    page = heard(visit, address)
    press(page, "Lue ääneen")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("[speechSynthesis.cancelled, speechSynthesis.speaking]") == [1, False]
