"""The single file: all in one, trusted by digests alone, the same every time; no word can leave its place."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from made_edition import HOSTILE, edition, story
from test_web import Reader

from kokko_ethics.outputs.single_file import Inside, SingleFile
from kokko_ethics.outputs.web import Web
from kokko_ethics.story.model import Story

ENDINGS = ("</script>", "</style><script>alert(1)</script>", "<!--", "-->", "<!--<script>", "]]>", "<![CDATA[", HOSTILE)


def page_of(tale: Story | None = None) -> str:
    (made,) = SingleFile().publish(edition(tale))
    return made.render().decode()


def inside(page: str, tag: str) -> list[str]:
    return re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)


def trusted(page: str, kind: str) -> list[str]:
    policy = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert policy and policy[1].startswith("default-src 'none';")
    return dict(part.strip().split(" ", 1) for part in policy[1].split(";"))[kind].split()


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_one_file_named_after_the_story_is_the_same_every_time() -> None:
    one, other = (list(SingleFile().publish(edition())) for _ in range(2))
    assert [made.path for made in one] == ["sovitaan.html"]
    assert one[0].key == other[0].key
    assert one[0].render() == other[0].render()


def test_it_holds_what_the_folder_of_the_web_page_holds() -> None:
    page = page_of()
    beside = {made.path: made.render().decode() for made in Web().publish(edition())}
    web = beside.pop("web/index.html")
    body = web[web.index("<body>") : web.index("</main>")]
    assert body in page
    assert set(beside.values()) == {*inside(page, "script"), *inside(page, "style")}


def test_it_names_no_other_file_and_fetches_nothing() -> None:
    read = Reader(page_of())
    assert read.open == []
    assert not read.all("link") + read.all("img") + read.all("iframe")
    assert not [attributes for attributes in read.all("script") if attributes]
    assert {address[:5] for address in re.findall(r"url\(([^)#]+)\)", page_of())} == {"data:"}


@pytest.mark.parametrize(("tag", "kind"), [("script", "script-src"), ("style", "style-src")])
def test_the_policy_trusts_these_scripts_and_styles_and_nothing_else(tag: str, kind: str) -> None:
    page = page_of()
    assert trusted(page, kind) == [digest(text) for text in inside(page, tag)]


@pytest.mark.parametrize("words", ENDINGS)
def test_words_that_would_end_a_script_stay_words(words: str) -> None:
    page = page_of(story(title=words, said=words))
    read, usual = Reader(page), Reader(page_of())
    assert {tag for tag, _ in read.elements} <= {tag for tag, _ in usual.elements}
    assert inside(page, "script") == inside(page_of(), "script")
    assert len(read.all("script")) == len(usual.all("script"))
    assert page.count("<!--") == 0
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("text", ["a = '</script>'", "/* <!-- */"])
def test_a_script_of_ours_that_would_end_too_early_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="closing tag"):
        Inside.of(text)
