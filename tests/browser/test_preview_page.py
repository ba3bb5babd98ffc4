"""The page of ``kokko preview`` in a browser: what a save changes and what it leaves, clicks, keys, hostile words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile import WRITTEN, project
from playwright.sync_api import Page, expect
from visiting import Visitor

sys.path.insert(0, str(Path(__file__).parent.parent / "preview"))

from showing import STORY, all_scripts, previewing

pytestmark = pytest.mark.slow

MANY = STORY + "".join(
    f"\n## Medium {{#more{n}}}\n\nAino talks.\n\n[Aino, Samir]\n\nAINO: This is cup number {n}.\n" for n in range(3, 12)
)
FORK = "\n? Who pours?\n- Aino pours. -> tea\n- Samir pours. -> END\n"
SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": {}, "dark": {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
}  # fmt: skip
"""By which rules axe-core looks at a page by day, and by night, where nothing but colours is different."""


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("scripts/tea.md")
    path.parent.mkdir()
    path.write_text(MANY, encoding="utf-8")
    return path


@pytest.fixture
def look(visit: Visitor, script: Path) -> Iterator[Callable[..., Page]]:
    """Opens the preview of all scripts that there are by then."""
    pages: list[Page] = []
    with ExitStack() as stack:

        def opened(lang: str = "en", **how: object) -> Page:
            port = stack.enter_context(contextmanager(previewing)(all_scripts, lang=lang)).port
            page = visit(f"http://127.0.0.1:{port}/", **how).page  # type: ignore[arg-type]
            expect(page.locator(".panel svg").first).to_be_visible(timeout=30_000)
            pages.append(page)
            return page

        yield opened
        for page in pages:  # before its preview ends: a page that is still asking for fonts would complain
            page.goto("about:blank")


def balloon(page: Page, words: str) -> None:
    """Clicks a balloon where it begins to speak."""
    page.locator("#panels g.balloon", has_text=words).locator("text").click()


def told(page: Page) -> list[str]:
    """The lines of the script that are told, each with its number."""
    return page.locator("#source-lines .told").all_inner_texts()


def test_a_click_on_a_balloon_shows_its_line(look: Callable[..., Page]) -> None:
    page = look()
    balloon(page, "warm")
    expect(page.locator("#source-place")).to_have_text("scripts/tea.md:24")
    assert [" ".join(line.split()) for line in told(page)] == ["24 AINO (happy): It is still warm."]
    assert page.locator("#panels svg .told").count() == 1
    page.get_by_role("button", name="Panel 1 · line 10").click()
    expect(page.locator("#source-place")).to_have_text("scripts/tea.md:10")
    assert told(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()


def test_a_click_on_a_page_shows_the_line_too(look: Callable[..., Page]) -> None:
    page = look()
    page.get_by_role("tab", name="A5 pages").click()
    page.locator("#pages g.balloon", has_text="warm").locator("text").click()
    expect(page.locator("#source-place")).to_have_text("scripts/tea.md:24")


def test_a_save_changes_its_panel_and_keeps_the_place_and_the_focus(look: Callable[..., Page], script: Path) -> None:
    page = look()
    button = page.get_by_role("button", name="Panel 7 · line")
    button.scroll_into_view_if_needed()
    button.focus()
    expect(page.locator("#status")).to_have_text("Up to date.")
    others = "all => all.filter((one) => one.dataset.id !== 'more7').map((one) => one.querySelector('svg'))"
    before = page.locator(".panel").evaluate_all(f"all => {{ window.kept = ({others})(all); return scrollY }}")
    script.write_text(MANY.replace("cup number 7", "seventh cup"), encoding="utf-8")
    expect(page.locator("[data-id=more7] svg")).to_contain_text("seventh")
    expect(page.locator("#status")).to_have_text("Drawn anew: Panel 7.")
    assert page.locator(".panel").evaluate_all(f"all => ({others})(all).every((svg, n) => svg === window.kept[n])")
    assert page.evaluate("scrollY") == before > 0
    expect(button).to_be_focused()


def test_what_is_told_follows_the_script(look: Callable[..., Page], script: Path) -> None:
    page = look()
    balloon(page, "warm")
    script.write_text(MANY.replace("# Tea\n", "# Tea\n\n<!-- A note. -->\n").replace("still", "very"), encoding="utf-8")
    expect(page.locator("#source-place")).to_have_text("scripts/tea.md:26")
    assert [" ".join(line.split()) for line in told(page)] == ["26 AINO (happy): It is very warm."]
    assert page.locator("#panels svg .told").count() == 1


def test_panels_that_come_and_go_leave_the_others_alone(look: Callable[..., Page], script: Path) -> None:
    page = look()
    page.evaluate("window.kept = ['tea', 'more11'].map((id) => document.querySelector(`[data-id=${id}]`))")
    page.evaluate("window.first = kept[0].querySelector('svg')")
    new = "## Close {#new}\n\nA cup.\n\n> Later.\n\n## Close {#cup}"
    script.write_text(MANY.replace("## Close {#cup}", new), encoding="utf-8")
    expect(page.locator(".panel")).to_have_count(12)
    assert page.locator(".panel").evaluate_all("all => all.map((one) => one.dataset.id)")[:3] == ["tea", "new", "cup"]
    assert page.evaluate("kept.every((one) => one === document.querySelector(`[data-id=${one.dataset.id}]`))")
    assert page.evaluate("first === kept[0].querySelector('svg')")
    expect(page.locator("[data-id=more11] .where")).to_contain_text("Panel 12")
    script.write_text(MANY, encoding="utf-8")
    expect(page.locator(".panel")).to_have_count(11)


def test_a_broken_script_shows_messages_over_the_last_picture(look: Callable[..., Page], script: Path) -> None:
    page = look()
    script.write_text("---\ntitle: Tea\n", encoding="utf-8")
    expect(page.get_by_role("alert")).to_contain_text("dimmed")
    expect(page.locator("#status")).to_have_text("This version can't be drawn.")
    assert page.locator(".panel svg").count() == 11
    opacity = "element => getComputedStyle(element).opacity"
    assert page.locator("[data-id=cup] .drawing").evaluate(opacity) == "0.45"
    expect(page.locator("#grave .error").first).to_contain_text("line 1, column 1")
    script.write_text(MANY, encoding="utf-8")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert page.locator("[data-id=cup] .drawing").evaluate(opacity) == "1"


def test_a_message_leads_to_its_panel_and_its_line(look: Callable[..., Page], script: Path) -> None:
    script.write_text(MANY.replace("AINO: This is cup number 9", "AIMO: This is cup number 9"), encoding="utf-8")
    page = look()
    message = page.locator("#grave .error")
    expect(message).to_contain_text("AIMO")
    expect(message.locator("mark")).to_have_text("AIMO")
    message.get_by_role("button").click()
    expect(page.locator(".chosen")).to_have_attribute("data-id", "more9")
    expect(page.locator("[data-id=more9]")).to_be_in_viewport()
    expect(page.locator("[data-id=more9] .trouble")).to_have_text("error, warning")


def test_a_story_that_is_taken_back_is_gone(look: Callable[..., Page], script: Path) -> None:
    page = look()
    page.get_by_role("tab", name="A5 pages").click()
    expect(page.locator("#pages svg").first).to_be_visible()
    page.locator("#pages g.balloon", has_text="warm").locator("text").click()
    Path("scripts/consent.yaml").write_text("withdrawn:\n  - story: tea\n", encoding="utf-8")
    expect(page.locator("#status")).to_have_text("This story is not shown.")
    expect(page.locator("svg")).to_have_count(0)
    for words in ("still warm", "cup number"):
        assert words not in page.content()


def test_another_script_is_a_link_away(look: Callable[..., Page], script: Path) -> None:
    page = look()
    expect(page.get_by_text("Scripts (1)")).to_be_hidden()
    Path("scripts/a & b?.md").write_text(STORY.replace("title: Tea", "title: Another"), encoding="utf-8")
    page.get_by_text("Scripts (2)").click()
    page.get_by_role("link", name="scripts/a & b?.md").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Another")


def test_keys_alone_reach_everything(look: Callable[..., Page]) -> None:
    page = look()
    page.get_by_role("tab", name="Panels").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="A5 pages")).to_be_focused()
    expect(page.locator("#pages svg").first).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Panel 1 · line 10")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#source-heading")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Panel 1 · line 10")).to_be_focused()


def test_the_choice_at_the_end_is_told_below_its_panel(look: Callable[..., Page], script: Path) -> None:
    script.write_text(STORY + FORK, encoding="utf-8")
    last = look().locator(".panel").last
    expect(last).to_contain_text("Who pours?")
    expect(last.locator("li").first).to_contain_text("Aino pours.")


@pytest.mark.parametrize("wrong", [False, True])
def test_hostile_words_stay_words(look: Callable[..., Page], script: Path, wrong: bool) -> None:
    """In a script that is right, and where each of them is said by nobody, done by nobody and leads nowhere."""
    script.unlink()
    path = project(script.parent)
    lines = [" ".join(one.split()) for one in WRITTEN]
    odd = "".join(f"## {one}\n\nA cup.\n\n[Aino {one}]\n\n{one}: Tea.\n\n-> {one}\n\n" for one in lines)
    if wrong:
        path.write_text(f"{STORY}{odd}? What?\n- {lines[0]} -> {lines[1]}\n- Go on. -> tea\n", encoding="utf-8")
    page = look()
    expect(page.locator("#status")).to_have_text("Up to date.", timeout=60_000)
    page.get_by_role("tab", name="A5 pages").click()
    expect(page.locator("#pages svg").first).to_be_visible(timeout=60_000)
    page.get_by_role("tab", name="Panels").click()
    page.locator(".panel .where").first.click()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("window.ran") is None
    assert page.locator("iframe, img, script:not([src]), style, base, [onload], [onerror], [onfocus]").count() == 0
    shown = page.locator("body").text_content() or ""
    assert [one for one in WRITTEN if one.strip("\u202e\u202c").split("\t")[0] not in shown] == []


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(look: Callable[..., Page], script: Path, width: int) -> None:
    """By day and by night, of a script that has mistakes and of one that can't be drawn."""
    Path("scripts/other.md").write_text(STORY, encoding="utf-8")
    wrong = script.rename("scripts/a.md")
    wrong.write_text(STORY.replace("AINO: Tea", "AIMO: [Tea]") + FORK, encoding="utf-8")
    page = look("fi", width=width)
    expect(page.locator("#grave .error").first).to_be_visible()
    page.locator(".panel .where").nth(1).click()
    assert axe_finds(page) == []
    wrong.write_text("---\n", encoding="utf-8")
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe_finds(page) == []


def axe_finds(page: Page) -> list[object]:
    """What axe-core finds in both schemes with everything unfolded, and whether anything is too wide."""
    for detail in page.locator("details").all():
        detail.evaluate("one => one.open = true")
    found: list[object] = []
    for scheme, rules in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)
        violations = Axe().run(page, options=rules).response["violations"]
        found += [(scheme, one["id"], [node["html"][:200] for node in one["nodes"]]) for one in violations]
    return found if page.evaluate("document.documentElement.scrollWidth <= innerWidth") else [*found, "too wide"]
