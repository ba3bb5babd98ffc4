"""The web page: nothing from outside, everything readable without its script, the drawings' words as text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise, product
from urllib.parse import unquote

import pytest
from made_edition import HOSTILE, edition, story
from tinyhtml5.parser import HTMLParser as HTML5Parser

from kokko_ethics.outputs.markdown import to_html
from kokko_ethics.outputs.web import Web

FILES = {artifact.path: artifact.render().decode() for artifact in Web().publish(edition())}
PAGE = FILES["web/index.html"]
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Reader(HTMLParser):
    """Collects elements in order and checks that each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


READ = Reader(PAGE)


def test_the_folder_is_complete_and_asks_for_nothing_outside() -> None:
    wanted = [link["href"] for link in READ.all("link")] + [script["src"] for script in READ.all("script")]
    assert sorted(FILES) == sorted(f"web/{name}" for name in ("index.html", *wanted))
    assert {"comic.css", "page.css", "comic.js"} <= set(wanted)
    assert not READ.all("img")
    assert "default-src 'none'" in str(READ.all("meta")[1]["content"])
    for address in re.findall(r"url\(([^)]*)\)", FILES["web/page.css"]):
        assert address.startswith("data:font/woff;base64,")
    for script in (text for name, text in FILES.items() if name.endswith(".js")):
        assert not re.search("fetch|XMLHttp|import|https?:|innerHTML|eval", script)
    outside = [link["href"] for link in READ.all("a") if not str(link["href"]).startswith(("#", "tel:"))]
    assert outside == ["https://example.org/ohje", "https://creativecommons.org/licenses/by/4.0/"]


def test_the_scripts_of_a_comic_leave_room_for_those_of_the_site() -> None:
    assert sum(len(text.encode()) for name, text in FILES.items() if name.endswith(".js")) <= 32_000


def test_every_element_is_closed_and_headings_skip_no_level() -> None:
    assert READ.open == []
    levels = [int(tag[1]) for tag, _ in READ.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert READ.all("html") == [{"lang": "fi"}]


def test_the_strict_parser_has_nothing_to_complain_about() -> None:
    parser = HTML5Parser()
    parser.parse(PAGE)
    assert parser.errors == []


def test_ids_are_unique_and_all_links_inside_lead_somewhere() -> None:
    ids = [attributes["id"] for _, attributes in READ.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for link in READ.all("a"):
        if str(link["href"]).startswith("#"):
            assert unquote(str(link["href"])[1:]) in ids
    for _, attributes in READ.elements:
        assert set(str(attributes.get("aria-labelledby") or "").split()) <= set(ids)


def test_each_panel_is_a_figure_with_its_words_below_and_again_in_the_transcript() -> None:
    figures = READ.all("figure")
    assert [(figure["id"], figure["data-goes-to"]) for figure in figures] == [
        ("aloitus", "katse"), ("katse", ""), ("kysyy", "end"), ("jatkaa", "end"),
    ]  # fmt: skip
    words = re.sub(r"<svg.*?</svg>", "", PAGE, flags=re.DOTALL)
    for said in (
        "Kuva 1.",
        "Samir: Tein jo valmiin suunnitelman!",
        "Samir: Anteeksi. Aloitetaan alusta.",
        "Ääni: Tömps!",
    ):
        assert words.count(said) == 2
    assert words.index("Kertoja: Maanantai") < words.index("Samir: Tein") < words.index("Aino: Sopii.")


def test_options_are_links_that_work_without_the_script() -> None:
    ways = [link for link in READ.all("a") if link.get("class") == "way"]
    assert [(way["href"], way["data-to"]) for way in ways] == [("#kysyy", "kysyy"), ("#jatkaa", "jatkaa")]
    assert PAGE.count('<a href="#_after">Tarina päättyy tähän.') == 2


def test_easy_words_stand_beside_the_plain_ones() -> None:
    assert '<span class="easy">Aino ajattelee: Ai. Teit sen yksin?</span>' in PAGE
    assert ['id="_easy"' in PAGE, ".easy{display:none}" in FILES["web/comic.css"]] == [True, True]


def palettes() -> list[dict[str, str]]:
    """The colours by day and by night, each also with more contrast, and on paper."""
    blocks = re.findall(r"\{([^{}]*--ground:[^{}]*)\}", FILES["web/comic.css"])
    return [dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6})", block)) for block in blocks]


def test_text_stands_out_seven_to_one_in_all_lights() -> None:
    assert len({colours["ground"] + colours["ink"] for colours in palettes()}) == 5
    for colours, (ink, ground) in product(
        palettes(),
        (("ink", "ground"), ("ink", "soft"), ("link", "ground"), ("link", "soft"), ("caption-ink", "caption")),
    ):
        assert _contrast(colours[ink], colours[ground]) >= 7, (ink, ground)
    for colours in palettes():
        assert _contrast(colours.get("mark", colours["ink"]), colours["ground"]) >= 3


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_style_or_script_attributes_that_the_policy_would_block() -> None:
    for _, attributes in READ.elements:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]


def test_hostile_words_stay_words() -> None:
    page = next(iter(Web().publish(edition(story(title=HOSTILE, said=HOSTILE))))).render().decode()
    read = Reader(page)
    assert len(read.all("script")) == len(READ.all("script"))
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]


@pytest.mark.parametrize(
    "words", ["Aloittakaa <em>hitaasti</em>.", "[x](javascript:alert(1))", "![kuva](https://example.org/x.png)"]
)
def test_markdown_of_the_notes_makes_no_html_of_its_own(words: str) -> None:
    made = to_html(words, linked=True)
    assert re.findall("<([a-z]+)", made) in (["p"], ["p", "a"])
    assert 'href="javascript' not in made
    assert "src=" not in made
