"""The site: every link leads somewhere inside it, every page says its language, and it needs nothing from outside."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, cached_property
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from fontTools.ttLib import TTFont
from made_edition import HOSTILE, edition, story
from tinyhtml5.parser import HTMLParser as HTML5Parser

from kokko_ethics.compiler import compile_story
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.protocol import Artifact, Beside, Chapter
from kokko_ethics.outputs.site.publishing import Site
from kokko_ethics.reference.model import Project
from kokko_ethics.script.reading import read_source
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import panels_folder, stays_inside

pytestmark = pytest.mark.slow

SCRIPTS = Path(__file__).parents[1] / "scripts"
WORDS = (".html", ".css", ".js", ".webmanifest", ".xml", ".txt", ".svg")


@cache
def told(name: str, lang: str = "") -> Edition:
    source = read_source(SCRIPTS / f"{name}.md", f"{name}.md")
    catalogue = catalogue_of(SCRIPTS / f"{name}.md", lang) if lang else None
    made = compile_story(source, name, panels=panels_folder(), catalogue=catalogue).edition
    assert made
    return made


def chapter(one: Edition) -> Chapter:
    (kept,) = Site().publish(one)
    return Chapter(one.story.id, one.story.lang, kept.render())


def site(chapters: Iterable[Chapter], words: tuple[str, ...] = WORDS) -> dict[str, str]:
    """The files of a site that hold words, by path; pictures are named only."""
    made = list(Site().gather(list(chapters)))
    assert len({one.path for one in made}) == len(made)
    return {one.path: one.render().decode() if one.path.endswith(words) else "" for one in made}


@cache
def whole() -> dict[str, str]:
    """Two stories that no other language has, and one in two."""
    pairs = (("kahvitauko", ""), ("pa-samma-sida", ""), ("the-spare-cup", ""), ("the-spare-cup", "ar"))
    return site(chapter(told(*pair)) for pair in pairs)


class Page(HTMLParser):
    """What a page names: ids, links, and the elements in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @cached_property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def addresses(self) -> list[str]:
        names = ("href", "src", "content")
        return [
            value
            for tag, attributes in self.elements
            for name in names
            if (value := attributes.get(name))
            and (name != "content" or attributes.get("property") in ("og:image", "og:url"))
        ]


def pages(files: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in files.items() if path.endswith(".html")}


def astray(files: dict[str, str]) -> list[tuple[str, str]]:
    """Every address that leads to no file or no element of the site."""
    read, lost = pages(files), []
    for path, page in read.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "tel", "mailto"):
                continue
            there = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            inside = there in files or address in ("./", "../", "../../")
            if not inside or (parts.fragment and unquote(parts.fragment) not in read[there].ids):
                lost.append((path, address))
    return lost


@pytest.mark.parametrize("files", [whole, lambda: site([chapter(edition())])], ids=["whole", "one story"])
def test_every_link_leads_to_a_file_and_an_element_of_the_site(files) -> None:
    assert astray(files()) == []
    assert sum(len(page.addresses) for page in pages(files()).values()) > 100


def test_a_link_that_leads_astray_is_found() -> None:
    files = dict(whole())
    files["fi/about.html"] = files["fi/about.html"].replace("glossary.html", "nowhere.html")
    assert ("fi/about.html", "nowhere.html") in astray(files)


def test_every_page_says_its_language_and_the_same_page_in_others() -> None:
    for path, page in pages(whole()).items():
        (root,) = page.all("html")
        lang = path.split("/")[0] if "/" in path else "fi"
        assert (root["lang"], root["dir"]) == (lang, "rtl" if lang == "ar" else "ltr"), path
    about = Page(whole()["fi/about.html"])
    switch = {link["hreflang"]: link["href"] for link in about.all("a") if "hreflang" in link and "lang" in link}
    assert {"fi": "about.html", "sv": "../sv/about.html", "ar": "../ar/about.html"}.items() <= switch.items()


def test_the_home_page_has_one_switch_for_easier_words_and_no_second_list_of_comics() -> None:
    home = Page(whole()["fi/index.html"])
    assert [box["id"] for box in home.all("input") if box.get("type") == "checkbox"] == ["_easy"]
    to_comics = [link["href"] for link in home.all("a") if link.get("href", "").startswith("kahvitauko/")]
    assert len(to_comics) == 2  # the wall and the map of the site
    assert not any("#_easy" in href for href in to_comics)


def test_a_story_that_a_language_lacks_is_shown_with_the_one_that_there_is() -> None:
    home = whole()["sv/index.html"]
    assert 'href="../fi/kahvitauko/index.html" hreflang="fi"' in home
    assert "Kan läsas på: suomi" in home
    comic = whole()["fi/kahvitauko/index.html"]
    assert 'href="../../sv/index.html#story-kahvitauko"' in comic
    assert 'id="story-kahvitauko"' in home


def test_ids_are_unique_and_headings_skip_no_level() -> None:
    for path, page in pages(whole()).items():
        assert len(page.ids) == len(set(page.ids)), path
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1 and levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_the_strict_parser_has_nothing_to_complain_about() -> None:
    for path, text in whole().items():
        if path.endswith(".html"):
            parser = HTML5Parser()
            parser.parse(text)
            assert parser.errors == [], path


def test_every_page_has_a_strict_policy_and_keeps_it() -> None:
    for path, page in pages(whole()).items():
        policies = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
        assert len(policies) == 1 and policies[0].startswith("default-src 'none'") and "unsafe" not in policies[0], path
        for tag, attributes in page.elements:
            assert tag != "style" and "style" not in attributes, path
            assert not any(name.startswith("on") for name in attributes), path
            assert tag != "script" or attributes.get("src"), path


def test_nothing_is_fetched_from_anywhere_else() -> None:
    for path, page in pages(whole()).items():
        for tag, attributes in page.elements:
            if tag != "a":
                loaded = [attributes.get(name, "") for name in ("src", "href") if attributes.get(name)]
                assert not any(urlsplit(address).netloc for address in loaded), path
    for path, text in whole().items():
        if path.endswith(".css"):
            assert all(address.startswith("data:font/woff2;") for address in re.findall(r"url\(([^)]*)\)", text)), path
            assert "@import" not in text, path


def test_without_an_address_no_page_names_one() -> None:
    assert not {"sitemap.xml", "robots.txt"} & set(whole())
    assert not any('rel="canonical"' in text or 'rel="alternate"' in text for text in whole().values())


def test_with_an_address_search_engines_find_every_page() -> None:
    works = replace(story().reference, project=Project("https://example.org/comics/", "Us", "us@example.org"))
    files = site([chapter(edition(replace(story(), reference=works)))])
    listed = set(re.findall("<loc>([^<]*)</loc>", files["sitemap.xml"]))
    ours = {f"https://example.org/comics/{path.removesuffix('index.html')}" for path in files if path.endswith(".html")}
    assert listed == ours
    assert "Sitemap: https://example.org/comics/sitemap.xml" in files["robots.txt"]
    for path, page in pages(files).items():
        (named,) = (link["href"] for link in page.all("link") if link.get("rel") == "canonical")
        assert named == f"https://example.org/comics/{path.removesuffix('index.html')}"
        others = {link["hreflang"]: link["href"] for link in page.all("link") if "hreflang" in link}
        assert others == {"fi": named, "x-default": "https://example.org/comics/"} or path == "index.html"
        share = next(meta["content"] for meta in page.all("meta") if meta.get("property") == "og:image")
        assert share.removeprefix("https://example.org/comics/") in files
    assert astray(files) == []


@pytest.mark.parametrize(
    "id", ["../../etc/passwd", "/root", "a\\b", "c:d", "..", "about.html", "index.html", "ä ö", "%2e"]
)
def test_no_story_can_name_a_file_outside_or_one_of_our_own(id: str) -> None:
    one = chapter(edition(replace(story(), id=id)))
    files = site([one], (".html",))
    assert all(stays_inside(path) for path in files)
    assert files["fi/about.html"] and files["fi/index.html"]
    assert astray(files) == []


def test_whatever_a_script_says_is_shown_as_text() -> None:
    files = site([chapter(edition(story(title=HOSTILE, said=HOSTILE)))])
    for path, page in pages(files).items():
        assert "alert" not in "".join(attributes.get("src", "") for attributes in page.all("script")), path
        assert all("onload" not in attributes for _, attributes in page.elements), path
    assert "&lt;script&gt;" in files["fi/index.html"]


def test_the_same_stories_give_the_same_bytes() -> None:
    pairs = [chapter(edition()), chapter(told("kahvitauko"))]
    once, again = (list(Site().gather(pairs)) for _ in range(2))
    assert [(one.path, one.key, one.render()) for one in once] == [(one.path, one.key, one.render()) for one in again]


def test_the_worker_keeps_what_all_share_and_each_language_and_a_change_gives_it_a_new_version() -> None:
    def kept(files: dict[str, str]) -> tuple[str, dict[str, list[str]]]:
        version, listed = re.search(r'VERSION = "([^"]*)";\nconst FILES = (\{.*?\});\n', files["sw.js"], re.S).groups()
        return version, json.loads(listed)

    version, listed = kept(whole())
    named = {unquote(path) for paths in listed.values() for path in paths}
    assert named == {path for path in whole() if path != "sw.js" and not re.match("pictures/.*png", path)}
    assert {"index.html", "shared/site.css", "pictures/kahvitauko.svg"} <= set(listed[""])
    assert {"fi/index.html", "fi/kahvitauko/index.html", "shared/fonts-fi.css"} <= set(listed["fi"])
    other = site([chapter(edition(story(said="Jotain muuta.")))])
    assert kept(other)[0] != kept(site([chapter(edition())]))[0] != version


def test_principles_and_words_can_be_linked_to() -> None:
    about, glossary = Page(whole()["fi/about.html"]), Page(whole()["fi/glossary.html"])
    assert {f"principle-{number}" for number in range(1, 11)} <= set(about.ids)
    assert "kokemusasiantuntija" in glossary.ids
    assert any(link["href"] == "about.html#principle-1" for link in glossary.all("a"))


def test_every_page_says_that_the_principles_are_a_draft() -> None:
    for path, text in whole().items():
        if path.endswith(".html") and "/" in path and not path.startswith("ar/"):
            assert "Ilona Kok" in text, path


def test_titles_and_descriptions_tell_pages_apart() -> None:
    titles = {}
    for path, text in whole().items():
        if path.endswith(".html") and path.startswith("fi/"):
            titles[path] = re.search("<title>(.*?)</title>", text)[1]
            assert re.search('<meta name="description" content="[^"]{20,}">', text), path
    assert len(set(titles.values())) == len(titles)


def test_printouts_are_kept_on_the_site_and_named_with_their_kind_and_size() -> None:
    one = chapter(edition())
    files = (
        Beside("booklet-a5.pdf", "k1", 457_877, lambda: b"booklet"),
        Beside("slides.pptx", "k2", 3_382_841, lambda: b"slides"),
        Beside(f"{one.story}.html", "k4", 550_000, lambda: b"alone"),
        Beside("panels/001.png", "k3", 10, lambda: b"panel"),
    )  # fmt: skip
    made = {file.path: file for file in Site().gather([replace(one, beside=files)])}
    folder = f"fi/{one.story}/print"
    assert made[f"{folder}/booklet-a5.pdf"].render() == b"booklet"
    assert made[f"{folder}/{one.story}.html"].render() == b"alone"
    assert "/print/" not in made["sw.js"].render().decode()
    assert not any("001.png" in path for path in made)
    for path in ("fi/trainers.html", f"fi/{one.story}/index.html"):
        text = made[path].render().decode()
        assert "PDF, 458 kt" in text and "PPTX, 3,4 Mt" in text, path
        assert re.search(r"yhtenä tiedostona[^<]*</a> <span>\(HTML, 550 kt\)", text), path
    assert astray({path: file.render().decode() if path.endswith(WORDS) else "" for path, file in made.items()}) == []
    assert "kokko pack" in site([one])["fi/trainers.html"]


def test_a_story_without_a_summary_is_described_all_the_same() -> None:
    files = site([chapter(edition(replace(story(), summary="")))])
    for path, text in files.items():
        if path.endswith(".html"):
            assert re.search('<meta name="description" content="[^"]{20,}">', text), path


def test_in_one_language_there_is_nothing_to_switch() -> None:
    assert "tongues" not in site([chapter(edition())])["fi/index.html"]
    assert "tongues" in whole()["fi/index.html"]


def test_a_chapter_keeps_everything() -> None:
    files = [one for one in Site().publish(edition()) if isinstance(one, Artifact)]
    assert [one.path for one in files] == [".kokko/site"]


def test_the_font_of_titles_has_all_of_their_letters_and_few_others() -> None:
    for lang in ("fi", "sv", "en"):
        style = whole()[f"shared/fonts-{lang}.css"]
        packed = re.search(r"'Kokko title';src:url\(data:font/woff2;base64,([^)]*)", style)
        assert packed
        drawn = {chr(code) for code in TTFont(BytesIO(b64decode(packed[1]))).getBestCmap()}
        pages = [text for path, text in whole().items() if path.startswith(f"{lang}/") and path.endswith(".html")]
        titles = "".join(title for text in pages for _, title in re.findall("<(h[12])[^>]*>(.*?)</\\1>", text, re.S))
        assert set(unescape(re.sub("<[^>]*>", "", titles))) - {"\n"} <= drawn
        assert not drawn & set("@{}~^")
