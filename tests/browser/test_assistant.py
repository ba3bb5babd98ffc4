"""The assistant and the search in a browser: what they find, where it rests, and that help comes before everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from shelf import short_edition
from visiting import Visitor

from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.site.publishing import Site

pytestmark = pytest.mark.slow

ASK = "async (text) => { await Kokko.ready(); return Kokko.answer(text); }"
FIND = "async (text) => { await Kokko.ready(); return Kokko.search(text).map((one) => one.title); }"
TIME = """async (text) => {
  await Kokko.ready();
  Kokko.answer(text);
  const start = performance.now();
  Kokko.answer(text);
  return performance.now() - start;
}"""
ASKED = [
    ("fi", "Maksetaanko kokemusasiantuntijoille mitään?", "answer", "q20"),
    ("fi", "onks mun pakko kertoo tarinani", "answer", "q14"),
    ("fi", "holhoamisesta", "answer", "q12"),
    ("fi", "kehitttäjäasiakas", "answer", "term:kehittajaasiakas"),
    ("fi", "voinko lopettaa lääkkeet", "decline", "o4"),
    ("fi", "En jaksa enää elää.", "crisis", "o1"),
    ("fi", "minua lyödään kotona, ja mikä on asiakasraati", "crisis", "o2"),
    ("fi", "I want to die", "crisis", "o1"),
    ("fi", "Montako kuuta Jupiteria kiertää", "unknown", ""),
    ("en", "Do I have to tell my story?", "answer", "q14"),
    ("en", "quote Kokko word for word", "decline", "o9"),
    ("en", "someone hits me at home", "crisis", "o2"),
    ("en", "quantum chromodynamics", "unknown", ""),
    ("ar", "What is peer support?", "answer", "q5"),
]
HOSTILE = '<img src=x onerror="document.title=1"><script>alert(1)</script>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of short stories in three languages."""
    site, kept = Site(), []
    for lang in ("fi", "en", "ar"):
        edition = short_edition(lang)
        made = {one.path: one for one in site.publish(edition) if isinstance(one, Artifact)}
        kept.append(Chapter(edition.story.id, lang, made[chapter_path(site.name)].render()))
    place = tmp_path_factory.mktemp("asked")
    for one in site.gather(kept):
        path = place / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.render())
    return place


def ask(page: Page, text: str, kind: str) -> None:
    page.get_by_role("dialog").get_by_role("textbox").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(f".log .{kind}").last).to_be_visible()


def opened(page: Page) -> Page:
    page.locator(".top [data-opens]").click()
    return page


@pytest.mark.parametrize("lang", ["fi", "en", "ar"])
def test_questions_are_answered_declined_or_met_with_help(lang: str, folder: Path, visit: Visitor) -> None:
    page = visit(folder / lang / "index.html", folder).page
    given = [(text, page.evaluate(ASK, text)) for of, text, _, _ in ASKED if of == lang]
    wanted = [(text, kind, id) for of, text, kind, id in ASKED if of == lang]
    assert [(text, one["kind"], one["id"]) for text, one in given] == wanted
    for _, one in given:
        assert one["text"] and (one["refs"] + one["help"] or one["kind"] == "unknown")
        assert one["kind"] != "unknown" or len(one["nearest"]) == 3


def test_an_answer_says_where_it_rests_and_leads_there(folder: Path, visit: Visitor) -> None:
    page = opened(visit(folder / "fi" / "kahvitauko" / "index.html", folder).page)
    ask(page, "Pitääkö kokemusasiantuntijalle maksaa?", "answer")
    page.get_by_role("dialog").get_by_role("link", name="palkkio", exact=True).click()
    assert page.url.endswith("/fi/glossary.html#palkkio")
    assert page.locator("#palkkio").count() == 1


def test_in_a_crisis_the_lines_come_first_and_nothing_else_is_kept(folder: Path, visit: Visitor) -> None:
    page = opened(visit(folder / "fi" / "index.html", folder, width=390).page)
    ask(page, "Mikä on asiakasraati?", "answer")
    ask(page, "en jaksa enää elää", "crisis")
    assert page.locator(".log article").count() == 1
    assert page.locator(".log").inner_text().count("en jaksa") == 0
    assert page.locator('.log a[href="tel:112"]').is_visible()
    page.locator(".log .crisis button").click()
    page.wait_for_url("about:blank")


def test_what_nobody_taught_is_not_answered_but_three_are_near(folder: Path, visit: Visitor) -> None:
    page = opened(visit(folder / "en" / "index.html", folder).page)
    ask(page, "quantum chromodynamics", "unknown")
    near = page.locator(".log .unknown button")
    expect(near).to_have_count(3)
    near.first.click()
    expect(page.locator(".log .answer a").first).to_be_visible()


def test_hostile_words_are_words(folder: Path, visit: Visitor) -> None:
    page = opened(visit(folder / "fi" / "index.html", folder).page)
    ask(page, HOSTILE, "unknown")
    assert page.locator(".log q").inner_text() == HOSTILE
    assert page.locator(".log img, .log script").count() == 0


def test_the_keyboard_opens_asks_closes_and_comes_back(folder: Path, visit: Visitor) -> None:
    page = visit(folder / "fi" / "about.html", folder, width=320).page
    assert page.get_by_role("dialog").count() == 0
    page.locator(".top [data-opens]").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("vertaistuki")
    page.keyboard.press("Enter")
    expect(page.locator(".log .answer")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("dialog").evaluate("node => node.scrollWidth <= node.clientWidth")
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate("document.activeElement.dataset.opens") == "_assistant"


def test_it_says_what_it_is_before_anybody_asks(folder: Path, visit: Visitor) -> None:
    page = opened(visit(folder / "fi" / "index.html", folder).page)
    said = page.locator("dialog .about").inner_text()
    assert ["ohjelma" in said, "lähetetä" in said, "luonnos" in said, "terveystietoja" in said] == [True] * 4


def test_pages_load_what_it_knows_only_when_somebody_asks(folder: Path, visit: Visitor) -> None:
    seen = visit(folder / "fi" / "index.html", folder)
    assert not [address for address in seen.asked if "knowledge" in address or "matching" in address]
    opened(seen.page)
    ask(seen.page, "vertaistuki", "answer")
    assert [address for address in seen.asked if address.endswith("shared/knowledge-fi.js")]


def test_inflected_words_are_found_and_lead_to_their_place(
    folder: Path, visit: Visitor, serve: Callable[[Path], str]
) -> None:
    address = serve(folder)
    page = visit(f"{address}fi/search.html", address).page
    page.get_by_role("searchbox").fill("kokemusasiantuntijalle")
    page.keyboard.press("Enter")
    first = page.locator(".found a").first
    expect(first).to_have_text("kokemusasiantuntija")
    first.click()
    assert page.url.endswith("/fi/glossary.html#kokemusasiantuntija")
    page.go_back()
    expect(page.locator(".found a").first).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "text", "title"),
    [
        ("fi", "asiakasraadissa", "asiakasraati"),
        ("fi", "vaitiolovelvolisuus", "vaitiolo, vaitiolovelvollisuus"),
        ("en", "client panels", "client panel"),
    ],
)
def test_a_search_finds_the_basic_form(lang: str, text: str, title: str, folder: Path, visit: Visitor) -> None:
    page = visit(folder / lang / "search.html", folder).page
    assert title in page.evaluate(FIND, text)[:3]


def test_words_of_panels_are_found_and_what_is_nowhere_is_said(folder: Path, visit: Visitor) -> None:
    page = visit(f"{(folder / 'en' / 'search.html').as_uri()}#q=cup", folder).page
    expect(page.locator(".found .kind", has_text="The spare cup").first).to_be_visible()
    page.get_by_role("searchbox").fill("zyzzyva")
    page.keyboard.press("Enter")
    expect(page.locator(".found-many")).to_contain_text("Nothing was found")


def test_without_scripts_the_search_says_where_to_look(folder: Path, visit: Visitor) -> None:
    page = visit(folder / "fi" / "search.html", folder, script=False).page
    assert page.locator("noscript a").count() == 2
    assert not page.locator(".top [data-opens]").is_visible()


def test_an_answer_takes_less_than_a_wink(folder: Path, visit: Visitor) -> None:
    page = visit(folder / "fi" / "index.html", folder).page
    assert min(page.evaluate(TIME, "Miten annan palautetta työparille ja kuka maksaa kulut?") for _ in range(5)) < 50
