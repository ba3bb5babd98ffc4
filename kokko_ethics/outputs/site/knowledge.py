"""Knowledge: the one script of a language that holds all that its assistant answers from and its search looks through.

It is a script that sets one constant, because pages opened from a folder can't fetch. Nothing in it is HTML.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kokko_ethics.outputs.site.chapter import Shelf
from kokko_ethics.outputs.site.map import SiteMap, comic, page
from kokko_ethics.wording import LANGUAGES, say

_TONGUES = Path(__file__).parent / "tongues"


def knowledge(site: SiteMap, lang: str) -> str:
    """``knowledge-LANGUAGE.js``. Addresses in it are relative to the folder of the site."""
    found = json.dumps(_Known(site, lang).told(), ensure_ascii=False, separators=(",", ":"))
    return f'"use strict";\nglobalThis.KokkoKnowledge = {found};\n'


class _Known:
    """What is known in a language."""

    def __init__(self, site: SiteMap, lang: str) -> None:
        self.lang, self.stories = lang, site.told_in(lang)
        self.shelf: Shelf = site.shelf(lang)
        self.asks: dict[str, list[str]] = _tongue(self.shelf.tongue)["ask"]

    def told(self) -> dict[str, Any]:
        """All of it."""
        tongues = {tongue: _tongue(tongue) for tongue in LANGUAGES}
        own = tongues[self.shelf.tongue]
        return {
            "lang": self.lang, "tongue": self.shelf.tongue, "name": self.shelf.wits.name,
            "unknown": say("site", self.lang, "assistant", "unknown"),
            "questions": [*self._questions(), *self._terms(), *self._principles(), *self._comics()],
            "crisis": self.shelf.wits.crisis, "panels": list(self._panels()),
            "endings": own["endings"].split(), "light": own["light"].split(), "elsewhere": own["elsewhere"].split(),
            "same": [group.split() for group in own["same"].values()],
            "spoken": {tongue: one["spoken"] for tongue, one in tongues.items()},
        }  # fmt: skip

    def _questions(self) -> Iterator[dict[str, Any]]:
        for one in self.shelf.wits.questions:
            yield _entry(one.id, one.kind, one.asked, one.answer, self._refs(one.refs), one.help)

    def _terms(self) -> Iterator[dict[str, Any]]:
        for one in self.shelf.terms:
            asked = _asked(self.asks["term"], [{"term": name} for name in dict.fromkeys((one.term, *one.names))])
            asked += self.shelf.wits.ways.get(f"term:{one.id}", [])
            refs = self._refs([f"term:{one.id}", *(f"principle:{id}" for id in one.principles)])
            yield _entry(f"term:{one.id}", "answer", asked, f"{one.meaning} {one.note}".strip(), refs, title=one.term)

    def _principles(self) -> Iterator[dict[str, Any]]:
        for one in self.shelf.principles:
            asked = _asked(self.asks["principle"], [
                {"number": str(one.number), "title": one.title, "sentence": one.sentence},
            ])  # fmt: skip
            asked += self.shelf.wits.ways.get(f"principle:{one.id}", [])
            told = [_ref(story.title, comic(story), story.title_lang) for story in self.stories
                    if story.principle == one.id]  # fmt: skip
            refs = [*self._refs([f"principle:{one.id}"]), *told]
            yield _entry(f"principle:{one.id}", "answer", asked, f"{one.sentence} {one.why}".strip(), refs,
                         title=one.title)  # fmt: skip

    def _comics(self) -> Iterator[dict[str, Any]]:
        for story in self.stories:
            asked = _asked(self.asks["comic"], [{"title": story.title}])
            refs = [_ref(story.title, comic(story), story.title_lang)]
            if story.principle:
                refs += self._refs([f"principle:{story.principle}"])
            if story.summary:
                lang = story.summary_lang or self.lang
                yield _entry(f"comic:{story.id}", "answer", asked, story.summary, refs, title=story.title) | (
                    {"lang": lang} if lang != self.shelf.tongue else {}
                )

    def _panels(self) -> Iterator[dict[str, Any]]:
        for story in self.stories:
            for one in story.told:
                yield {"comic": story.title, "title": one.title, "seen": one.seen, "said": one.said,
                       "href": comic(story), "at": one.at}  # fmt: skip

    def _refs(self, names: Sequence[str]) -> list[dict[str, str]]:
        """What an answer rests on, as links; what the site does not have is left out."""
        return [ref for name in names if (ref := self._found(*name.split(":", 1)))]

    def _found(self, kind: str, id: str) -> dict[str, str] | None:
        tongue = self.shelf.tongue if self.shelf.tongue != self.lang else ""
        if kind == "term":
            term = next((one for one in self.shelf.terms if one.id == id), None)
            return _ref(term.term, page(self.lang, "glossary.html"), tongue, at=id) if term else None
        if kind == "principle":
            one = next((one for one in self.shelf.principles if one.id == id), None)
            if one is None:
                return None
            label = say("pages", self.lang, "principle", "label", number=one.number)
            at = f"principle-{one.number}"
            return _ref(f"{label}: {one.title}" if one.title else label, page(self.lang, "about.html"), tongue, at=at)
        return _ref(say("site", self.lang, "frame", id), page(self.lang, f"{id}.html"))


def _asked(ways: Sequence[str], values: Sequence[dict[str, str]]) -> list[str]:
    made = (way.replace("{" + key + "}", value[key]) for value in values for way in ways for key in value
            if "{" + key + "}" in way)  # fmt: skip
    return [text for text in dict.fromkeys(made) if text]


def _entry(
    id: str, kind: str, asked: Sequence[str], answer: str, refs: Sequence[dict[str, str]],
    help: Sequence[Sequence[str]] = (), title: str = "",
) -> dict[str, Any]:  # fmt: skip
    told = {"id": id, "kind": kind, "title": title or (asked[0] if asked else ""), "asked": list(asked),
            "answer": answer, "refs": list(refs), "help": [list(line) for line in help]}  # fmt: skip
    return {key: value for key, value in told.items() if value}


def _ref(label: str, href: str, lang: str = "", at: str = "") -> dict[str, str]:
    told = {"label": label, "href": href, "at": at, "lang": lang}
    return {key: value for key, value in told.items() if value}


@cache
def _tongue(tongue: str) -> dict[str, Any]:
    return tomllib.loads((_TONGUES / f"{tongue}.toml").read_text(encoding="utf-8"))
