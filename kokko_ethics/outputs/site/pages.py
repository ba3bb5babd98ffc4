"""Pages: the HTML of every page of the site, each filled into the frame that all share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kokko_ethics.outputs.matter import LICENCE_URL
from kokko_ethics.outputs.reading import PageFile, reading_styles, settings_styles
from kokko_ethics.outputs.site.chapter import Shelf, StoryOnSite, Taught
from kokko_ethics.outputs.site.map import (
    CHOOSER,
    HOME,
    TRACKS,
    SiteMap,
    comic,
    outside,
    own_name,
    page,
    picture,
    place_of,
    to,
)
from kokko_ethics.outputs.site.printouts import Printout
from kokko_ethics.outputs.site.scripts import comic_scripts, track_scripts
from kokko_ethics.outputs.templating import fill
from kokko_ethics.wording import in_alphabet, say

SHARED = "shared"
"""The folder of what pages share."""
_STRIP = 3
"""So many pictures stand where readers choose their language."""
_EXAMPLES = 3
"""So many questions the assistant proposes."""
_SHORT = 60
"""Characters of a question that it proposes."""
_MARKS = ("easy", "choices", "note", "unreviewed")
"""What the card of a story tells beside its title, unless it is so with all of them."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language in the switch of a page: where the same page stands in it; ``same`` is False where there is no such
    page, and the switch leads to another."""

    lang: str
    name: str
    href: str
    current: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A story on the wall. ``story`` is None where nobody tells the principle yet; ``foreign`` is the name of the
    language that it is told in, empty for that of the page."""

    principle: Taught | None
    story: StoryOnSite | None
    href: str
    picture: str
    foreign: str
    at: str = ""
    """The id of its place."""


class Pages:
    """All pages of a site."""

    def __init__(self, map: SiteMap, printouts: Mapping[tuple[str, str], tuple[Printout, ...]]) -> None:
        self.map = map
        self._printouts = printouts

    def chooser(self) -> str:
        """The root page, where readers choose their language."""
        first = self.map.languages[0]
        tongues = [Tongue(lang, own_name(lang), to(CHOOSER, page(lang, HOME)), False, True)
                   for lang in self.map.languages]  # fmt: skip
        places = {lang: page(lang, HOME) for lang in self.map.languages}
        greetings = {lang: say("pages", lang, "series", "about") for lang in self.map.languages}
        values = self._head(CHOOSER, first, places, say("pages", first, "series", "about"))
        title = say("pages", first, "series", "title")
        shown = [to(CHOOSER, picture(id, "svg")) for id in self.map.ids[:_STRIP]]
        values |= {"shown": shown, "tongues": tongues, "greetings": greetings, "title": title, "key": "chooser"}
        return self._filled("chooser", first, values)

    def track(self, lang: str, name: str) -> str:
        """One of the pages that stand beside the comics."""
        here, key = page(lang, name), name.removesuffix(".html").replace("index", "home")
        values = self._frame(here, lang, {other: page(other, name) for other in self.map.languages})
        values |= {"key": key, "title": self._title(key, lang)}
        return self._filled(key, lang, values | self._values(key, here, lang))

    def comic(self, story: StoryOnSite) -> str:
        """The page of a comic."""
        here, told = comic(story), self.map.told_in(story.lang)
        at = told.index(story)
        before, after = (told[i] if 0 <= i < len(told) else None for i in (at - 1, at + 1))
        places = {lang: comic(one) for lang, one in self.map.tellings(story.id).items()}
        values = self._frame(here, story.lang, places, story.id) | {
            "story": story, "body": Markup(story.body), "eased": story.easy,
            **_files(reading_styles(), comic_scripts()),
            "before": before and (before, to(here, comic(before))), "after": after and (after, to(here, comic(after))),
            "share": self._picture(here, story), "about": story.summary or say("site", story.lang, "home", "about"),
            "key": "", "title": story.title, "current": story.id, "printouts": self._handed(here, story),
        }  # fmt: skip
        return self._filled("comic", story.lang, values)

    def _values(self, key: str, here: str, lang: str) -> dict[str, Any]:
        match key:
            case "home":
                return self._wall(here, lang)
            case "glossary":
                return {"terms": self._terms(lang), "named": self._principles(here, lang)}
            case "trainers":
                return {"handed": [
                    (one, to(here, comic(one)), to(here, picture(one.id, "svg")), self._handed(here, one))
                    for one in self.map.told_in(lang)
                ]}  # fmt: skip
            case "credits":
                told = self.map.told_in(lang)
                return {"works": [work for work in told[0].works if all(work in one.works for one in told)]}
            case "about":
                cards = {one.id: [card for card in self._cards(here, lang) if card.principle == one]
                        for one in self.map.shelf(lang).principles}  # fmt: skip
                return {"told": cards}
        return {}

    def _wall(self, here: str, lang: str) -> dict[str, Any]:
        """What the page with the wall shows: the cards, and what is so with all of their stories."""
        cards = list(self._cards(here, lang))
        common = [mark for mark in _MARKS if all(getattr(card.story, mark) for card in cards if card.story)]
        return {"cards": cards, "hero": to(here, picture(self._fullest(lang).id, "svg")), "common": common,
                "marks": _MARKS, "pending": say("pages", lang, "sign-off", "mark")}  # fmt: skip

    def _title(self, key: str, lang: str) -> str:
        return say("pages", lang, "series", "title") if key == "home" else say("site", lang, "frame", key)

    def _filled(self, template: str, lang: str, values: Mapping[str, Any]) -> str:
        return fill(f"site/{template}.html", lang, **values).strip() + "\n"

    def _head(self, here: str, lang: str, places: Mapping[str, str], about: str) -> dict[str, Any]:
        """What every page says of itself to browsers, search engines and messages."""
        address = self.map.address
        return {
            "page_lang": lang, "root": to(here, ".") + "/", "shared": to(here, SHARED), "about": about,
            "alternates": _alternates(address, places),
            "canonical": outside(address, here) if address else "", "share": self._picture(here, self._fullest(lang)),
            "licence": LICENCE_URL, "site_folder": page(lang, "").rstrip("/"),
            **_files(settings_styles(), track_scripts()),
        }  # fmt: skip

    def _frame(self, here: str, lang: str, places: Mapping[str, str], story: str = "") -> dict[str, Any]:
        """What all pages beside the root have in common; ``places`` are the same page by language."""
        shelf = self.map.shelf(lang)
        return self._head(here, lang, places, say("site", lang, "home", "about")) | {
            "menu": [(name.removesuffix(".html").replace("index", "home"), to(here, page(lang, name)), 
                      here == page(lang, name)) for name in TRACKS],
            "current": "", "tongues": list(self._tongues(here, places, story)), "shelf": shelf, "tongue": shelf.tongue,
            "examples": _examples(shelf), "draft": self._draft(shelf),
            "link": {name: to(here, page(lang, name)) for name in TRACKS},
            "made": tuple(dict.fromkeys(one.made for one in self.map.told_in(lang))),
            "stories": [(one, to(here, comic(one))) for one in self.map.told_in(lang)],
            "eased": any(one.easy for one in self.map.told_in(lang)),
        }  # fmt: skip

    def _tongues(self, here: str, places: Mapping[str, str], story: str) -> Iterator[Tongue]:
        for lang in self.map.languages:
            same = lang in places
            href = to(here, places[lang]) if same else to(here, page(lang, HOME), place_of(story))
            yield Tongue(lang, own_name(lang), href, places.get(lang) == here, same)

    def _cards(self, here: str, lang: str) -> Iterator[Card]:
        """The wall: the stories by their principles, those that teach none, and the principles that no story tells."""
        ours = [self._card(here, lang, id) for id in self.map.ids]
        told = {card.principle for card in ours}
        yield from ours
        yield from (Card(one, None, "", "", "") for one in self.map.shelf(lang).principles if one not in told)

    def _card(self, here: str, lang: str, id: str) -> Card:
        tellings = self.map.tellings(id)
        story = tellings.get(lang) or next(iter(tellings.values()))
        known = {one.id: one for one in self.map.shelf(lang).principles}
        foreign = "" if story.lang == lang else own_name(story.lang)
        told, shown = to(here, comic(story)), to(here, picture(id, "svg"))
        return Card(known.get(story.principle), story, told, shown, foreign, place_of(id))

    def _handed(self, here: str, story: StoryOnSite) -> list[tuple[Printout, str]]:
        """The printouts of a story, each with its address on the page at ``here``."""
        return [(one, to(here, one.path)) for one in self._printouts.get((story.id, story.lang), ())]

    def _fullest(self, lang: str) -> StoryOnSite:
        """The story whose picture shows the most people."""
        return max(self.map.told_in(lang), key=lambda story: story.people)

    def _terms(self, lang: str) -> list[tuple[str, list[Any]]]:
        """The glossary by first letters, in the alphabet of the language that it speaks."""
        shelf = self.map.shelf(lang)
        letters: dict[str, list[Any]] = {}
        for term in sorted(shelf.terms, key=lambda one: in_alphabet(one.term, shelf.tongue)):
            first = next((letter for letter in term.term if letter.isalnum()), "?").upper()
            letters.setdefault(first, []).append(term)
        return list(letters.items())

    def _principles(self, here: str, lang: str) -> dict[str, tuple[Taught, str]]:
        about = page(lang, "about.html")
        return {one.id: (one, to(here, about, f"principle-{one.number}")) for one in self.map.shelf(lang).principles}

    def _draft(self, shelf: Shelf) -> str:
        """What has to be said where any of the principles is a draft."""
        return next((one.draft for one in shelf.principles if one.draft), "")

    def _picture(self, here: str, story: StoryOnSite) -> str:
        path = picture(story.id, "png")
        return outside(self.map.address, path) if self.map.address else to(here, path)


def _alternates(address: str, places: Mapping[str, str]) -> list[tuple[str, str]]:
    """The same page in all languages, for search engines: they take whole addresses only, so a site that stands nowhere
    names none. Readers have the links of the menu."""
    if not address:
        return []
    named = {**places, "x-default": CHOOSER}
    return [(lang, outside(address, path)) for lang, path in named.items()]


def _examples(shelf: Shelf) -> list[str]:
    """A few questions that readers may begin with, from all parts of what the assistant answers."""
    asked = [one.asked[0] for one in shelf.wits.questions if one.kind == "answer" and one.asked]
    short = [text for text in asked if len(text) <= _SHORT]
    return short[:: max(1, len(short) // _EXAMPLES)][:_EXAMPLES]


def _files(styles: tuple[PageFile, ...], scripts: tuple[PageFile, ...]) -> dict[str, Any]:
    return {"styles": [file.name for file in styles], "scripts": [(file.name, file.early) for file in scripts]}
