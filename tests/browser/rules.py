"""The rules of axe-core that pages hold, and what it finds by them."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_QUICK = {"resultTypes": ["violations"], "preload": False}
RULES = {"runOnly": {"type": "tag", "values": _STANDARDS}, "rules": {"color-contrast": {"enabled": False}}, **_QUICK}
_CONTRAST = ["color-contrast", "color-contrast-enhanced"]
WITH_COLOURS = {**RULES, "rules": {name: {"enabled": True} for name in _CONTRAST}}
COLOURS = {"runOnly": {"type": "rule", "values": _CONTRAST}, **_QUICK}
"""Contrast of 7:1 and no less: the one rule finds what has less than 4.5:1, the other what lies between. It takes
longer than all other rules, and no language has its own colours."""


def violations(page: Page, *each: dict[str, Any], within: str | None = None) -> list[str]:
    """What axe-core finds by each of these sets of rules, in the whole page or ``within`` what a selector names."""
    found = [one for rules in each for one in Axe().run(page, within, rules).response["violations"]]
    return [f"{one['id']}: {node['html'][:90]}" for one in found for node in one["nodes"]]
