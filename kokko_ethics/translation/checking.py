"""Checking: what a translation may have lost of its text without anybody noticing, told at its place in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.script.model import Text
from kokko_ethics.source import Source, Span
from kokko_ethics.story.words import words_of
from kokko_ethics.translation.context import longest
from kokko_ethics.translation.model import Entry, Kind, Passage

_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)[^\s()<>\[\]\"”»]*[^\s()<>\[\]\"”».,;:!?]")
_NUMBER = re.compile(r"\d+")
_MONTH = re.compile(r"(?<=\d\.)\d{1,2}(?=\.\d{4})")
"""The month of a date such as 2.1.2015, which other languages write as a word."""
_MARK = re.compile(r"(?<!\\)\*")
_COUNTED: tuple[Kind, ...] = ("sign", "heading", "paragraph", "item", "cell")
"""Where numbers have to stay: signs, minutes, panels that the facilitator's notes name."""
_SAME_IN_BOTH: tuple[Kind, ...] = ("title", "name", "credit", "sound", "sign", "cell", "item", "heading", "review")
_WORDS = 4
"""From how many words on the same text in both languages was most likely copied."""


def check(passage: Passage, entry: Entry, source: Source) -> Iterator[Diagnostic]:
    """What is suspicious in the translation of a passage: warnings, since a translator may know better."""
    said = entry.translation
    if entry.state == "untranslated":
        return

    def warn(code: str, **values: str) -> Diagnostic:
        told = (("id", passage.id), ("words", _short(said)), *values.items())
        return Diagnostic(code, Severity.WARNING, source, entry.span, told)

    if passage.ready and passage.kind != "name" and said.strip() != passage.ready:
        yield warn("translation-of-principle", ready=passage.ready)
    if lost := _emphasis(passage, said):
        yield warn("translation-emphasis", lost=lost)
    for address in _ADDRESS.findall(passage.words):
        if address not in said:
            yield warn("translation-address", address=address)
    if lost := _numbers(passage, said):
        yield warn("translation-number", lost=lost)
    most = longest(passage)
    if passage.kind in ("sign", "sound") and most and len(said) > most:
        yield warn("translation-long", count=str(len(said)), most=str(most))
    if said.strip() == passage.words and len(said.split()) >= _WORDS and passage.kind not in _SAME_IN_BOTH:
        yield warn("translation-copied")


def _emphasis(passage: Passage, said: str) -> str:
    """The words whose emphasis the translation has not, or the mark that has no other end."""
    if not passage.marked:
        return ""
    before, after = (words_of(Text(text, Span(0, 0))).runs for text in (passage.words, said))
    stressed = [run.text for run in before if run.emphasis != "plain"]
    if stressed and all(run.emphasis == "plain" for run in after):
        return stressed[0]
    stray = any(_MARK.search(run.text) for run in after) and not any(_MARK.search(run.text) for run in before)
    return "*" if stray and _MARK.search(said) else ""


def _numbers(passage: Passage, said: str) -> str:
    if passage.kind not in _COUNTED:
        return ""
    bare = _MONTH.sub(" ", _ADDRESS.sub(" ", passage.words))
    lost = Counter(_NUMBER.findall(bare)) - Counter(_NUMBER.findall(said))
    return ", ".join(dict.fromkeys(number for number in _NUMBER.findall(bare) if number in lost))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else f"{flat[:57].rstrip()}…"
