"""Every Finnish word that a reader of our stories meets is a Finnish word, as far as Voikko knows.

What Voikko doesn't know but we mean stands in ``allowed.fi.txt``: names in their basic form, spoken and foreign words,
abbreviations. Names may take Finnish endings. The speller (libvoikko, voikko-fi) must be there: without it nothing is
checked, so its absence fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest
from libvoikko import Token, Voikko

from kokko_ethics.source import Source
from kokko_ethics.story.model import Story, Words
from kokko_ethics.table_read import read
from kokko_ethics.workspace import panels_folder

HERE = Path(__file__).parent
SCRIPTS = HERE.parent.parent / "scripts"
ALLOWED = HERE / "allowed.fi.txt"
ENDING = re.compile(
    r"i?(|n|t?[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|ksi|[aeiouyäö]n|h[aeiouyäö]n)(|kin|kaan|kään|k[oö]|h[aä]n|p[aä])"
)
"""What a name may end with: Hodanin, Samirille, Noakin."""


@cache
def speller() -> Voikko:
    return Voikko("fi")


@cache
def story(path: Path) -> Story:
    told, _ = read(Source.of(path.read_text(encoding="utf-8"), path.stem), path.stem, panels=panels_folder())
    assert told is not None
    return told


FINNISH = [path for path in sorted(SCRIPTS.glob("*.md")) if story(path).lang == "fi"]


def allowed() -> list[str]:
    return ALLOWED.read_text(encoding="utf-8").splitlines()


def worded(part: object) -> Iterator[str]:
    """All words in a part of a story, wherever the model keeps them."""
    if isinstance(part, Words):
        yield part.plain
    elif isinstance(part, tuple):
        yield from (text for one in part for text in worded(one))
    elif is_dataclass(part):
        yield from (text for field in fields(part) for text in worded(getattr(part, field.name)))


def texts(told: Story) -> Iterator[str]:
    """Everything in a story that readers see."""
    yield from worded(told.scenes)
    yield from worded(told.reflections)
    yield from (scene.title for scene in told.scenes)
    yield from (told.title, told.summary, told.note, told.consent, told.facilitator, told.sources)
    yield from (*told.credits, *told.headings.values())


def words(text: str) -> Iterator[str]:
    """The words of a text; addresses of pages are none."""
    for token in speller().tokens(re.sub(r"https?://\S+", " ", text)):
        if token.tokenType == Token.WORD and re.search(r"[^\W\d_]", token.tokenText):
            yield token.tokenText.strip("’'")


def strange(told: Story) -> set[str]:
    """The words of a story that Voikko doesn't know."""
    return {word for text in texts(told) for word in words(text) if not speller().spell(word)}


def is_allowed(word: str, known: set[str]) -> bool:
    """Whether a word stands in the list, or is a name in the list with an ending. Colons join endings to
    abbreviations."""
    if word in known or word.split(":")[0] in known:
        return True
    stems = (name for name in known if name[0].isupper() and word.startswith(name))
    return any(ENDING.fullmatch(word[len(name) :]) for name in stems)


@pytest.mark.parametrize("path", FINNISH, ids=lambda path: path.stem)
def test_a_story_is_spelt_as_finnish_is(path: Path) -> None:
    known = set(allowed())
    wrong = sorted(word for word in strange(story(path)) if not is_allowed(word, known))
    assert wrong == [], {word: speller().suggest(word)[:3] for word in wrong}


def test_the_list_of_allowed_words_is_sorted_and_holds_nothing_that_is_not_needed() -> None:
    listed = allowed()
    assert listed == sorted(set(listed))
    met = set().union(*(strange(story(path)) for path in FINNISH))
    assert [one for one in listed if not any(is_allowed(word, {one}) for word in met)] == []


@pytest.mark.parametrize(
    ("where", "was", "wrong"),
    [
        ("a description", "Kolme ihmistä on", "Kolme ihmisstä on"),
        ("easy language", "~ Leena lyö mukin", "~ Leena lyö mukkin"),
        ("a balloon", "Minä unohdin soittaa", "Minä unohdin soitttaa"),
        ("a caption", "> Asiakasraati", "> Asiakasraatti"),
        ("a sign", "KOKEILU 2", "KOKKEILU 2"),
        ("an option", "- Kokous lopetetaan", "- Kokous lopetettaan"),
        ("a question", "? Miten kokous", "? Mitten kokkous"),
        ("a heading", "# Kirjallisesti", "# Kirjalisesti"),
        ("a reflection", "Mistä olette eri", "Mistä olete eri"),
        ("the facilitator's table", "Kerrotaan, että", "Kerotaan, että"),
        ("the summary", "Hodan suuttuu", "Hodan suutuu"),
        ("the note", "huomautus: Riitatilanne", "huomautus: Riitatilane"),
        ("a source", "Yhdessä toimimisen", "Yhdesä toimimisen"),
    ],
)
def test_a_slip_is_found_wherever_readers_would_see_it(where: str, was: str, wrong: str) -> None:
    path = SCRIPTS / "10-liimattu-muki.md"
    text = path.read_text(encoding="utf-8")
    assert was in text
    told, _ = read(Source.of(text.replace(was, wrong), path.stem), path.stem, panels=panels_folder())
    assert told is not None
    assert strange(told) - strange(story(path)), where


def test_names_take_endings_and_nothing_else_does() -> None:
    known = {"Hodan", "Samir", "THL", "mä"}
    assert all(is_allowed(word, known) for word in ("Hodanille", "Samirinkin", "THL:n", "mä"))
    assert not any(is_allowed(word, known) for word in ("Hodanxx", "mälle", "Sami"))
