"""Jargon: abbreviations and long names of institutions that the story never opens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review.rarity import is_common
from kokko_ethics.review.words import is_name, place_of, unexplained, words_in
from kokko_ethics.story.model import Panel, Story, Words

LONG_COMPOUND = {"fi": 18, "sv": 16, "en": 14}
"""Letters from which a word of institutions is jargon."""
_ABBREVIATION = re.compile(r"(?<![\w-])([A-ZÅÄÖ]{2,6})(?=(?:[:’'][a-zåäö]+|-\w+)?(?![\w’']))")
_EVERYDAY = frozenset(
    ("AI", "CD", "DVD", "EN", "EU", "FI", "ID", "OK", "PDF", "PS", "SMS", "SOS", "SV", "TV", "UK", "USA", "USB", "WC")
)
_SHOUTED = 3_000
"""A word in capitals that is among so many of the commonest is shouted, not abbreviated."""
_OPENING = r"eli|tarkoittaa|merkitsee|tulee sanoista|betyder|alltså|står för|means|stands for|is short for"
_INSTITUTIONS = {
    "fi": "järjestelm|prosess|suunnitel|arvioin|hallin|koordinaat|kehittämi|toiminta|toiminna|palvelu|työryhm|mallin"
    "|strategi|hanke|hankk|yhteisty|osallistami|verkosto|toimenpi|kokonaisu|rakente",
    "sv": "system|process|plan|utvärdering|förvaltning|samordning|utveckling|verksamhet|modell|strategi|projekt"
    "|samverkan|delaktighet|nätverk|åtgärd|organisation|kommunikation",
    "en": "isation|ization|disciplinar|operational|stakeholder|implementation|commissioning|coproduction",
}
_PARTS = {lang: re.compile(parts) for lang, parts in _INSTITUTIONS.items()}


def open_abbreviations(story: Story) -> Iterator[Diagnostic]:
    """Abbreviations that nobody opens anywhere in the story, each told where it first stands."""
    told: set[str] = set()
    for words in _read_words(story):
        for short in _ABBREVIATION.findall(words.plain):
            if short not in told and _is_jargon(short, words.plain, story) and not _is_opened(short, story):
                told.add(short)
                yield _about(story, "abbreviation-unopened", words, short)


def open_compounds(story: Story) -> Iterator[Diagnostic]:
    """Long names of institutions, each told once; an easier version of the line opens them."""
    told: set[str] = set()
    for panel in story.panels:
        for line in (line for line in panel.lines if not line.easy and line.kind != "sign"):
            for word in long_compounds(line.words.plain, story):
                if word.casefold() not in told:
                    told.add(word.casefold())
                    yield _about(story, "jargon", line.words, word)


def long_compounds(text: str, story: Story) -> tuple[str, ...]:
    """The long words of ``text`` that name a process, a plan or another thing of institutions, as far as the glossary
    does not explain them."""
    lang = story.lang.split("-")[0].lower()
    parts = _PARTS.get(lang)
    if parts is None:
        return ()
    long = (word for word in unexplained(text, story) if len(word) >= LONG_COMPOUND[lang])
    return tuple(word for word in long if parts.search(word.lower()))


def _is_jargon(short: str, text: str, story: Story) -> bool:
    known = {word.split(":")[0] for word in words_in(text)} - {word.split(":")[0] for word in unexplained(text, story)}
    if short in _EVERYDAY or short in known or text.isupper() or is_name(short, story):
        return False
    return not is_common(short.lower(), story.lang.split("-")[0].lower(), _SHOUTED)


def _is_opened(short: str, story: Story) -> bool:
    """Whether some words of the story say what ``short`` means: in brackets, or behind a word such as *means*."""
    behind = rf"\b{short}\b[”\"]? (?:on |är |is )?(?:\(|{_OPENING})"
    opened = re.compile(rf"(?i)\({short}\)|{behind}|(?:{_OPENING}) {short}\b")
    texts = (words.plain for panel in story.panels for words in (*_words_of(panel), *_easy_words_of(panel)))
    return any(opened.search(text) for text in (*texts, story.facilitator, story.summary, story.note))


def _read_words(story: Story) -> Iterator[Words]:
    for panel in story.panels:
        yield from _words_of(panel)


def _words_of(panel: Panel) -> Iterator[Words]:
    yield panel.description
    yield from (line.words for line in panel.lines if line.kind not in ("sign", "sound"))
    if panel.choice:
        yield panel.choice.question
        yield from (option.words for option in panel.choice.options)


def _easy_words_of(panel: Panel) -> Iterator[Words]:
    yield from filter(None, (panel.easy, *(line.easy for line in panel.lines)))


def _about(story: Story, code: str, words: Words, word: str) -> Diagnostic:
    return Diagnostic(code, Severity.HINT, story.source, place_of(story, words, [word]), (("word", word),))
