"""Settling: now that the names are known, lines that might have been somebody's words become what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kokko_ethics.script.model import Block, Item, Text
from kokko_ethics.source import Span
from kokko_ethics.story.notes import Notes
from kokko_ethics.story.people import People

_NAME = r"[*_]*(?P<name>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){%d})[*_]*\s*"
_UNOPENED = r"(?P<unopened>[^()\[\].!?…]{1,60})\):(?=\s)"
_BEHIND = r"(?P<how>[(\[][^()\[\]]*[)\]])?[*_]*\s*(?P<mark>:?)(?P<after>\s*[;.–—=-]?\s*\S*)"
_BEGINNINGS = tuple(re.compile(rf"{_NAME % more}(?:{_UNOPENED}|{_BEHIND})") for more in (1, 0))
"""How a description begins where it may be somebody's words: a name of two words, or of one, and what stands behind."""


def settle(blocks: Iterable[Block], people: People, notes: Notes) -> tuple[Block, ...]:
    """The blocks with every uncertain head decided: a balloon, a part of the item before, or a description."""
    settled: list[Block] = []
    for block in blocks:
        if not isinstance(block, Item) or block.certain:
            settled.append(block)
        elif not block.colon:
            _name_alone(block, settled, people, notes)
        elif _is_somebody(block, people):
            settled.append(replace(block, certain=True))
        else:
            _as_words(block, settled, notes)
    for block in settled:
        if isinstance(block, Item) and block.kind == "description":
            _wonder_whose(block, people, notes)
    return tuple(settled)


def _wonder_whose(item: Item, people: People, notes: Notes) -> None:
    """Ask whether a description that begins as a balloon does is one."""
    for beginning in _BEGINNINGS:
        match = beginning.match(item.text.raw)
        if match and people.find(match["name"]) and (match["unopened"] or _is_called_out(match, item.text.raw)):
            how = (match["unopened"] or match["how"] or "").strip(" ()[]")
            head = f"{match['name']} ({how})" if how else match["name"]
            place = Span(item.span.start, min(item.span.start + match.end("name"), item.span.end))
            notes.warning("speech-or-description", place, name=match["name"], head=head)
            return


def _is_called_out(match: re.Match[str], words: str) -> bool:
    """Whether a name reads as a speaker's: with a colon, or in capitals that not all words have and with a bracket, a
    stop or the beginning of a sentence behind it."""
    after = match["after"].strip()
    if match["mark"]:
        return after != ""
    shouted = match["name"].upper() == match["name"] and len(match["name"]) > 1 and words.upper() != words
    first = after.lstrip(";.–—=- \"'”’“«»„")
    among = len(first) > 1 and first.upper() == first
    return shouted and (bool(match["how"]) or after[:1] in tuple(";.–—=-") or (first[:1].isupper() and not among))


def _is_somebody(item: Item, people: People) -> bool:
    if any(term.group in ("voice", "feeling", "channel") for phrase in item.how for term in phrase):
        return True
    names = [term.text for term in item.names]
    return any(people.find(name) for name in names) or (len(names) == 1 and people.one_letter_off(names[0]) is not None)


def _name_alone(item: Item, settled: list[Block], people: People, notes: Notes) -> None:
    if not all(people.find(term.text) for term in item.names):
        _as_words(item, settled, notes)
        return
    name = notes.source.words(item.names[0].span)
    notes.error("speaker-without-colon", item.names[0].span, name=name)
    if item.text.raw:
        settled.append(replace(item, certain=True))


def _as_words(item: Item, settled: list[Block], notes: Notes) -> None:
    words = item.whole or item.text
    bare = replace(item, names=(), how=(), opening=(), rest=None, certain=True, colon=True, text=words)
    before = settled[-1] if settled else None
    if item.kind == "caption":
        settled.append(bare)
    elif item.continues and isinstance(before, Item):
        if words.raw[:1].isupper():
            notes.hint("continues-with-capital", item.span, words=words.raw)
        settled[-1] = _merged(before, bare)
    else:
        settled.append(replace(bare, kind="description"))


def _merged(before: Item, item: Item) -> Item:
    easy = _add(before.easy, item.text) if before.easy else item.easy
    if before.easy and item.easy:
        easy = _add(easy, item.easy)
    text = before.text if before.easy else _add(before.text, item.text)
    rest = before.rest if before.easy or before.rest is None else _add(before.rest, item.text)
    whole = before.whole if before.easy or before.whole is None else _add(before.whole, item.text)
    return replace(
        before, text=text, rest=rest, whole=whole, easy=easy, span=before.span.to(item.span), id=item.id or before.id
    )


def _add(one: Text | None, more: Text) -> Text:
    if one is None or not one.raw:
        return more
    gap = "" if one.raw.endswith("\u00ad") else " "
    return Text(one.raw + gap + more.raw, one.span.to(more.span))
