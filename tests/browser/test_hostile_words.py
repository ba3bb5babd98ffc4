"""Sixty hostile texts in all fields of a script, of its translation and of the data files: on no page do they do
anything, and all are shown."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from binding import edition_of
from hostile import HOSTILE, TOLD, WRITTEN, ask, project
from playwright.sync_api import Page, expect
from shelf import Shelf, site_of
from visiting import Visitor

from kokko_ethics.edition import Edition
from kokko_ethics.reference.shelf import reference_for

MADE = (
    "iframe, object, embed, base, main form:not([role=search]), main script, main style, main link, "
    "[onerror], [onload], [onfocus]"
)
"""What hostile words would be, if anything took them for more than words."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The project with a short story, in its own language and in that of its translation."""
    script = project(tmp_path_factory.mktemp("hostile"), short=True)
    return {lang: edition_of(script, lang) for lang in ("en", "sv")}


@pytest.fixture(scope="module")
def site(told: dict[str, Edition], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_of(told.values(), tmp_path_factory.mktemp("site"))


def shown(page: Page) -> str:
    """All words of a page on which nothing has happened."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("window.ran") is None
    assert page.locator("main").is_visible()
    assert page.locator(MADE).count() == 0
    links = page.locator("a").evaluate_all("links => links.map((link) => link.protocol)")
    assert set(links) <= {"file:", "https:", "tel:", "mailto:"}
    return page.locator("body").text_content() or ""


def unsaid(words: str, texts: Iterable[str] = HOSTILE) -> list[str]:
    return [one for one in texts if one.strip("\u202e\u202c").split("\t")[0] not in words]


def test_the_set_is_as_large_as_it_says_and_every_file_is_read(tmp_path: Path) -> None:
    assert len(set(HOSTILE)) >= 60
    reference, found = reference_for(project(tmp_path).parent)
    assert (len(reference.questions.entries), found) == (len(TOLD), ())


def test_a_comic_by_itself_shows_every_field_of_its_script(shelf: Shelf, visit: Visitor, tmp_path: Path) -> None:
    everything = edition_of(project(tmp_path), "en")
    for kind in ("web", "html"):
        (address,) = shelf.put(kind, everything, "hostile").rglob("*.html")
        assert (kind, unsaid(shown(visit(address).page))) == (kind, [])


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_site_shows_every_field_of_script_translation_and_data(lang: str, site: Path, visit: Visitor) -> None:
    pages = {path.relative_to(site / lang).as_posix(): path for path in (site / lang).rglob("*.html")}
    words = {name: shown(visit(path, site).page) for name, path in sorted(pages.items())}
    for name in ("hostile/index.html", "glossary.html", "accessibility.html", "about.html", "index.html"):
        assert (name, unsaid(words[name])) == (name, [])
    assert "search.html" in words


def test_the_assistant_and_the_search_find_them_and_say_them(site: Path, visit: Visitor) -> None:
    page = visit(site / "en" / "index.html", site).page
    page.locator(".top [data-opens]").click()
    box = page.get_by_role("dialog").get_by_role("textbox")
    for number, text in enumerate(TOLD):
        box.fill(ask(number))
        page.keyboard.press("Enter")
        expect(page.locator(".log .answer")).to_have_count(number + 1)
        assert unsaid(page.locator(".log .answer").last.text_content() or "", [text]) == []
    box.fill(" ".join(WRITTEN[:5]))
    page.keyboard.press("Enter")
    assert page.locator(MADE).count() == 0
    page = visit(site / "en" / "search.html", site).page
    page.locator("main input[type=search]").fill("script")
    page.keyboard.press("Enter")
    expect(page.locator("main li").first).to_be_visible()
    shown(page)
