"""Marking: words of the glossary become links to where they are explained, each once in a part of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from kokko_ethics.reference.model import Glossary


def anchor(id: str) -> str:
    """The id of the place where a term is explained; no id of an author begins like it."""
    return f"_term-{id}"


@dataclass(slots=True)
class Marking:
    """Marks the terms of one part of a page, such as a description or the facilitator's notes."""

    glossary: Glossary
    lang: str
    seen: set[tuple[str, str]] = field(default_factory=set)

    def __call__(self, text: str, version: str = "") -> Markup:
        """``text`` as HTML. ``version`` tells words apart that are never shown together: plain ones and easy ones."""
        return Markup("").join(
            Markup('<a class="term" href="#{}">{}</a>').format(anchor(id), words) if id else words
            for words, id in self.stretches(text, version)
        )

    def stretches(self, text: str, version: str = "") -> Iterator[tuple[str, str]]:
        """``text`` in stretches, each with the id of the term that it is; an id is empty where nothing is marked."""
        at = 0
        for one in self.glossary.find(text, self.lang):
            if (version, one.id) in self.seen:
                continue
            self.seen.add((version, one.id))
            if one.span.start > at:
                yield text[at : one.span.start], ""
            yield text[one.span.start : one.span.end], one.id
            at = one.span.end
        if at < len(text):
            yield text[at:], ""
