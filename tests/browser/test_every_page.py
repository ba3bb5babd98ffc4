"""Every kind of page in every language, narrow by day and wide by night: whether the rules of axe-core hold, whether
anything is cut where letters are large or far apart, and whether targets are large enough for fingers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from measures import CUT, OPENED, SMALL, SPACED
from playwright.sync_api import Page
from rules import COLOURS, RULES, WITH_COLOURS, violations
from shelf import SHORT, Shelf, full_edition
from visiting import Visitor

pytestmark = pytest.mark.slow

LANGUAGES = ("", *SHORT)
BAD = """<!doctype html><html lang=en><title>x</title><style>p { overflow: hidden }</style>
<div style="width: 400px; margin-left: -50px; overflow: hidden"><p style="width: 400px">wide</p></div>
<p style="height: 4px">low</p><a href=#a style="display: inline-block; width: 20px; overflow: visible">x</a>
<p>In a <a href=#b>y</a>.</p>"""
KINDS = 7
"""Pages of a language; the root has one."""


def everything(page: Page) -> list[str]:
    """By all rules; contrast on Finnish pages alone."""
    finnish = page.evaluate("document.documentElement.lang") == "fi"
    return violations(page, WITH_COLOURS if finnish else RULES)


def pages(folder: Path, lang: str) -> Iterator[Path]:
    """The pages in a language; those at the root where it is empty."""
    yield from sorted(folder.glob(f"{lang}/**/*.html" if lang else "*.html"))


def faults(page: Page, paths: Iterable[Path], ask: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """What is said of the pages by turns, where anything is."""
    said, count = {}, 0
    for path in paths:
        page.goto(path.as_uri())
        said[f"{path.parent.name}/{path.name}"] = ask(page)
        count += 1
    assert count == 1 or count >= KINDS - 1
    return {name: found for name, found in said.items() if found}


def opened(page: Page) -> list[str]:
    """The page with everything unfolded, its settings too; then with the spaces that WCAG asks it to bear,
    then with the largest letters that readers can choose."""
    page.evaluate(OPENED)
    found = [*everything(page), *page.evaluate(CUT), *page.evaluate(SMALL)]
    page.evaluate(SPACED)
    found += [f"spaced: {one}" for one in page.evaluate(CUT)]
    page.evaluate("document.adoptedStyleSheets = []")
    page.evaluate("Object.assign(document.documentElement.dataset, { size: '200', spacing: 'wide' })")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    return [*found, *(f"large: {one}" for one in page.evaluate(CUT))]


def guided(page: Page) -> list[str]:
    """The page as it is; of a comic, the guided view too: at a panel with its words, at the choice, at the end. The
    rules in each direction of writing: what a language adds to them, narrow pages show."""
    found = [*page.evaluate(CUT), *page.evaluate(SMALL)]
    lang = page.evaluate("document.documentElement.lang")
    if lang not in ("fi", "ar"):
        return found
    found += everything(page)
    if page.locator("#_guide").count():
        page.locator("#_guide").click()
        page.locator(".panel.here summary").click()
        for step in ("panel", "fork", "end"):
            onward(page, step)
            found += violations(page, RULES)
            if step == "fork" and lang == "fi":
                found += violations(page, COLOURS, within=".guide, .fork.here")
    return found


def onward(page: Page, step: str) -> None:
    """Turn panels until the guided view stands at a ``step`` of this kind."""
    for _ in range(20):
        at = page.evaluate("document.documentElement.dataset.step")
        if at == step:
            return
        page.locator(".fork.here .way" if at == "fork" else ".guide .next").first.click()
    raise AssertionError(f"no {step}")


@pytest.fixture(scope="module")
def folder(shelf: Shelf) -> Path:
    return shelf.site()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_narrow_pages_by_day_hold_the_rules_and_cut_nothing(lang: str, folder: Path, visit: Visitor) -> None:
    page = visit(folder / "index.html", folder, width=320, height=256).page
    assert faults(page, pages(folder, lang), opened) == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_wide_pages_by_night_hold_the_rules_panel_by_panel_too(lang: str, folder: Path, visit: Visitor) -> None:
    page = visit(folder / "index.html", folder, scheme="dark").page
    assert faults(page, pages(folder, lang), guided) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_strong_contrast_is_at_least_as_strong(scheme: Literal["light", "dark"], folder: Path, visit: Visitor) -> None:
    page = visit(folder / "index.html", folder, scheme=scheme).page
    page.evaluate("""localStorage.setItem('kokko.settings', '{"contrast": "more", "ease": "easy"}')""")

    def strong(page: Page) -> list[str]:
        assert page.evaluate("document.documentElement.dataset.contrast") == "more"
        return violations(page, COLOURS)

    lists = [path for path in pages(folder, "en") if path.name != "glossary.html"]  # slow, and no colours of its own
    assert faults(page, lists, strong) == {}


def test_the_page_of_one_comic_is_as_good_as_that_of_the_site(shelf: Shelf, visit: Visitor) -> None:
    address = shelf.put("web", full_edition("sv"), "full") / "web" / "index.html"
    assert opened(visit(address, width=320, height=256).page) == []


@pytest.mark.parametrize(("ask", "expected"), [(CUT, {"wide", "low"}), (SMALL, {"x"})], ids=["cut", "small"])
def test_the_measures_find_what_they_are_for(ask: str, expected: set[str], tmp_path: Path, visit: Visitor) -> None:
    (tmp_path / "bad.html").write_text(BAD, encoding="utf-8")
    found = visit(tmp_path / "bad.html", width=320).page.evaluate(ask)
    assert {one.split('"')[1] for one in found if '"' in one} == expected


@pytest.mark.parametrize("rules", [COLOURS, WITH_COLOURS], ids=["alone", "with the others"])
def test_weak_colours_are_found_however_weak(rules: dict[str, Any], tmp_path: Path, visit: Visitor) -> None:
    greys = "".join(f'<p style="color: {grey}">Grey</p>' for grey in ("#555", "#666", "#999"))
    (tmp_path / "grey.html").write_text(f"<!doctype html><html lang=en><title>x</title><h1>x</h1>{greys}", "utf-8")
    said = violations(visit(tmp_path / "grey.html").page, rules)
    found = [one for one in said if one.startswith("color-contrast")]
    assert [sum(grey in one for one in found) for grey in ("#555", "#666", "#999")] == [0, 1, 1]
