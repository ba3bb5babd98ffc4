"""Lettering: the fonts of a language, which all its pages share, and what only one comic's page needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from string import printable

from markupsafe import Markup

from kokko_ethics.outputs.fonts import families, font_css, sets, title_css, together
from kokko_ethics.outputs.reading import widths_style
from kokko_ethics.outputs.site.chapter import StoryOnSite
from kokko_ethics.outputs.templating import css_string, fill
from kokko_ethics.wording import say, table

_ALWAYS = printable.strip() + "\u00a0–—…‘’“”„«»·•→←×"
"""What readers may write themselves, and what scripts put between words."""


_TITLE = re.compile(r"<(h[1-3]|strong)\b[^>]*>(.*?)</\1>", re.DOTALL)
"""The elements that some style sheet of the site sets in the lettering of titles, beside the name in the header."""
_TAG = re.compile("<[^>]*>")
_HYPHENS = "-\u2010"
"""What browsers part long words with."""


class Letters:
    """All that the pages of a language are set with."""

    def __init__(self, lang: str, stories: Iterable[StoryOnSite], pages: Sequence[str], knowledge: str) -> None:
        self.lang = lang
        own = (text for section in table("site", lang).values() for text in section.values())
        known = {*_ALWAYS, *say("pages", lang, "alphabet", "letters")}
        told = tuple(stories)
        known.update(*(story.text for story in told), *pages, knowledge, *own)
        text = "".join(sorted({*known, *"".join(known).upper()} - set("\n\r\t")))
        self._plain, self._strong = (sets(text, face) for face in ("caption", "caption-stress"))
        titles = _titles(say("pages", lang, "series", "title"), [*pages, *(story.body for story in told)])
        self.titles = sets(titles, "stress")
        self.faces = together([*(story.letters for story in told), self._plain, self._strong])

    def style(self) -> str:
        """``fonts-LANGUAGE.css``: the fonts, and which of them text, strong words and titles are set in."""
        fonts = Markup(f"{font_css(self.faces, small=True)}\n{title_css(self.titles, small=True)}")
        return fill("site/fonts.css", self.lang, fonts=fonts, **self._families())

    def page_style(self, story: StoryOnSite) -> str:
        """``page.css``: what only this comic's page needs."""
        note, mark = (Markup(css_string(words)) if words else "" for words in (story.draft, story.mark))
        widths = Markup(widths_style(story.widths))
        return fill("page.css", self.lang, fonts="", widths=widths, draft=note, mark=mark, **self._families())

    def _families(self) -> dict[str, Markup]:
        named = {"text": ("Kokko caption", self._plain), "strong": ("Kokko caption-stress", self._strong),
                 "title": ("Kokko title", self.titles)}  # fmt: skip
        return {name: Markup(families(family, used, self.lang)) for name, (family, used) in named.items()}


def _titles(name: str, pages: Iterable[str]) -> str:
    """The characters of the site's name and of all titles on its pages: scripts write none of their own."""
    titles = (title[2] for page in pages for title in _TITLE.finditer(page))
    return "".join(sorted({*name, *_HYPHENS, *unescape(_TAG.sub("", "".join(titles)))} - set("\n\r\t")))
