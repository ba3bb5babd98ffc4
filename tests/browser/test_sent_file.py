"""The single file in a browser: from a stick and in a frame that trusts it in nothing, its scripts run and it asks for
nothing; hostile words stay words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect
from shelf import Shelf
from visiting import Visitor

sys.path.insert(0, str(Path(__file__).parents[1] / "outputs"))

from made_edition import HOSTILE, edition, story

MOST = 700_000
"""Bytes that a learning platform or a mailbox takes without a complaint, fonts and pictures included."""


@pytest.fixture
def address(shelf: Shelf) -> Path:
    return shelf.of("html", "fi") / "kahvitauko.html"


def read_guided(place: Page | Frame) -> None:
    """Read up to the choice and past it, panel by panel."""
    place.get_by_role("button", name="Lue ruutu kerrallaan").click()
    for label in ("1", "2", "3", "4"):
        assert place.evaluate("document.documentElement.dataset.view") == "guided"
        expect(place.locator(".panel.here")).to_have_attribute("data-label", label)
        place.locator(".guide .next").click()
    place.locator(".fork.here .way").first.click()
    expect(place.locator(".panel.here")).to_have_count(1)


def test_it_opens_from_a_stick_with_its_letters_and_its_scripts(visit: Visitor, address: Path) -> None:
    seen = visit(address)
    assert seen.asked == [address.as_uri()]
    assert seen.page.evaluate("document.fonts.ready.then(fonts => [...fonts].some((one) => one.status == 'loaded'))")
    assert seen.page.locator("h1").evaluate("node => getComputedStyle(node).fontFamily").startswith('"Kokko title"')
    read_guided(seen.page)
    expect(seen.page.get_by_text("Lukuasetukset", exact=True)).to_be_visible()


def test_where_scripts_are_kept_out_the_whole_comic_is_there(visit: Visitor, address: Path) -> None:
    page = visit(address, script=False).page
    assert page.locator(".panel:visible").count() == page.locator(".panel").count() == 9
    assert page.locator(".with-script:visible").count() == 0


@pytest.mark.parametrize("how", ["src", "srcdoc"])
def test_it_works_in_a_frame_that_trusts_it_in_nothing(
    how: str, visit: Visitor, shelf: Shelf, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    page = (shelf.of("html", "fi") / "kahvitauko.html").read_text(encoding="utf-8")
    (tmp_path / "comic.html").write_text(page, encoding="utf-8")
    inside = 'src="comic.html"' if how == "src" else f'srcdoc="{escape(page)}"'
    (tmp_path / "frame.html").write_text(
        f'<!doctype html><html lang="fi"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">'
        f'<iframe title="x" width="800" height="700" sandbox="allow-scripts" {inside}></iframe>', encoding="utf-8"
    )  # fmt: skip
    frame = visit(f"{serve(tmp_path)}frame.html").page.frames[1]
    frame.wait_for_load_state()
    assert frame.evaluate("kokko.memory.lasting") is False
    frame.locator(".settings > summary").click()
    frame.get_by_role("group", name="Tekstin koko").get_by_label("Suuri", exact=True).check()
    assert frame.evaluate("document.documentElement.dataset.size") == "150"
    frame.locator(".settings > summary").click()
    read_guided(frame)


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_it_is_small_enough_to_send(lang: str, shelf: Shelf) -> None:
    (made,) = shelf.of("html", lang).glob("*.html")
    assert made.stat().st_size <= MOST


def test_hostile_words_are_shown_and_do_nothing(visit: Visitor, shelf: Shelf) -> None:
    words = f"{HOSTILE}<!--<script>]]></style><img src=x onerror=alert(1)>"
    tale = story(title=words, said=words)
    tale = replace(tale, summary=words, note=words)
    page = visit(shelf.put("html", edition(tale), "hostile") / "sovitaan.html").page
    assert page.locator("h1").inner_text() == words
    assert page.locator("main img, main script").count() == 0
    assert page.locator(".guide").count() == 1
