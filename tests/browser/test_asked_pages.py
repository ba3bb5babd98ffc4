"""What appears once somebody has asked or searched: whether the rules of axe-core hold there, narrow by day and wide
by night, whether the contrast is strong, nothing is cut, and targets are large enough for fingers."""

from __future__ import annotations

from typing import Literal

import pytest
from measures import CUT, SMALL
from playwright.sync_api import Page, expect
from rules import COLOURS, RULES, violations
from shelf import Shelf
from visiting import Visitor

ASKED = {"answer": "Mitä vertaistuki on?", "unknown": "Montako kuuta Jupiteria kiertää", "crisis": "En jaksa elää."}
WIDE = "all => all.filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.outerHTML)"


def found_there(page: Page, within: str) -> list[str]:
    """By the rules, and in colours where the page has changed."""
    return [*violations(page, RULES), *violations(page, COLOURS, within=within), *page.evaluate(SMALL)]


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_results_and_answers_hold_the_rules_and_cut_nothing(
    width: int, scheme: Literal["light", "dark"], shelf: Shelf, visit: Visitor
) -> None:
    folder = shelf.site()
    address = f"{(folder / 'fi' / 'search.html').as_uri()}#q=vertaistuesta"
    page = visit(address, folder, width=width, scheme=scheme).page
    expect(page.locator(".found a").first).to_be_visible()
    said = {"found": [*found_there(page, "main"), *page.evaluate(CUT)]}
    page.locator(".top [data-opens]").click()
    field = page.get_by_role("dialog").get_by_role("textbox")
    for kind, text in ASKED.items():
        field.fill(text)
        field.press("Enter")
        expect(page.locator(f".log .{kind}")).to_be_visible()
        if kind != "answer":  # the answer stays above what is not known; help stands alone
            said[kind] = found_there(page, "dialog")
            said[kind] += page.locator("dialog, dialog *").evaluate_all(WIDE)
    assert {kind: one for kind, one in said.items() if one} == {}
