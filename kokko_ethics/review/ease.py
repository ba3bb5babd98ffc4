"""Ease: long words, long sentences, rare words and hidden doers, quoted to the author as hints.

Nobody can measure whether a text is easy; only readers can say so, and no message here claims it. Where a line has an
easier version (``~``), that one is what has to be easy: it is measured by narrower limits and the line not at all.
Limits: Selkokeskus recommends a thought a sentence and short, common words; the numbers are ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.review.jargon import long_compounds
from kokko_ethics.review.passives import passives
from kokko_ethics.review.rarity import is_rare
from kokko_ethics.review.words import is_name, place_of, sentences_in, unexplained, words_in
from kokko_ethics.source import Span
from kokko_ethics.story.model import Story, Words

LONGEST_SENTENCE, LONGEST_EASY_SENTENCE = 18, 12
"""Words."""
LONGEST_WORD = {"fi": (20, 16), "sv": (18, 14), "en": (14, 12)}
"""Letters of a word between hyphens, in a line and in its easier version; Finnish and Swedish join words."""
COMMON, COMMON_EASY = 18_000, 12_000
"""How many of the commonest words of a language a line may use, and its easier version."""
_READ = frozenset(("speech", "thought", "whisper", "shout", "song", "aside", "voice-over", "caption"))


@dataclass(frozen=True, slots=True)
class _Passage:
    """Words that are read in one breath; ``easy`` where they are an easier version of others."""

    words: Words
    easy: bool

    @property
    def text(self) -> str:
        return self.words.plain


def shorten_words(story: Story) -> Iterator[Diagnostic]:
    """Words that are long even for their language. Long compounds of the house's own are told as jargon instead."""
    usual, easy = LONGEST_WORD.get(_tongue(story), (0, 0))
    for one in _passages(story) if usual else ():
        jargon = () if one.easy else long_compounds(one.text, story)
        long = [word for word in unexplained(one.text, story) if _length(word) > (easy if one.easy else usual)]
        yield from _hint(story, one, "long-word", [w for w in long if w not in jargon and not is_name(w, story)])


def shorten_sentences(story: Story) -> Iterator[Diagnostic]:
    """Sentences of more words than one thought needs."""
    for one in _passages(story):
        limit = LONGEST_EASY_SENTENCE if one.easy else LONGEST_SENTENCE
        longest = max((len(words_in(sentence)) for sentence in sentences_in(one.text)), default=0)
        if longest > limit:
            yield _about(story, one, "long-sentence", one.words.span, count=str(longest))


def prefer_common_words(story: Story) -> Iterator[Diagnostic]:
    """Words that are not among the commonest, nor made of such."""
    lang = _tongue(story)
    for one in _passages(story):
        among = COMMON_EASY if one.easy else COMMON
        rare = [word for word in _ordinary_words(one, story) if _is_rare(word, lang, among)]
        yield from _hint(story, one, "rare-word", rare)


def name_who_does_it(story: Story) -> Iterator[Diagnostic]:
    """Passives, which hide who does something."""
    lang = _tongue(story)
    for one in _passages(story):
        found = [form for sentence in sentences_in(one.text) for form in passives(sentence, lang)]
        yield from _hint(story, one, "passive", found)


def _passages(story: Story) -> Iterator[_Passage]:
    """All that the rules read: what is said and told, and questions; of descriptions only their easier versions."""
    for panel in story.panels:
        if panel.easy:
            yield _Passage(panel.easy, True)
        for line in panel.lines:
            if line.easy or line.kind in _READ:
                yield _Passage(line.easy or line.words, bool(line.easy))
        if panel.choice:
            yield _Passage(panel.choice.easy or panel.choice.question, bool(panel.choice.easy))
            for option in panel.choice.options:
                yield _Passage(option.easy or option.words, bool(option.easy))
    for question in story.reflections:
        yield _Passage(question.easy or question.words, bool(question.easy))


def _ordinary_words(one: _Passage, story: Story) -> Iterator[str]:
    """Words that are no names, numbers, abbreviations or terms of the glossary."""
    ordinary = frozenset(unexplained(one.text, story))
    for sentence in sentences_in(one.text):
        for at, word in enumerate(words_in(sentence)):
            named = word[0].isupper() and (at > 0 or is_name(word, story))
            if word in ordinary and not named and not word.isupper() and word.replace("-", "").isalpha():
                yield word


def _is_rare(word: str, lang: str, among: int) -> bool:
    return any(is_rare(part, lang, among) for part in word.lower().split("-"))


def _length(word: str) -> int:
    return max(map(len, word.split(":")[0].split("-")))


def _tongue(story: Story) -> str:
    return story.lang.split("-")[0].lower()


def _hint(story: Story, one: _Passage, code: str, found: Sequence[str]) -> Iterator[Diagnostic]:
    """One hint for all that a rule has found in a passage."""
    if found:
        words = tuple(dict.fromkeys(found))
        yield _about(story, one, code, place_of(story, one.words, words), words=", ".join(words))


def _about(story: Story, one: _Passage, code: str, span: Span, **values: str) -> Diagnostic:
    code = f"easy-{code}" if one.easy else code
    return Diagnostic(code, Severity.HINT, story.source, span, tuple(values.items()))
