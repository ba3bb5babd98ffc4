"""Wording: every text that the house itself says, in the reader's language.

The texts stand in ``wording/<part>.<language>.toml``; a language without a table speaks English. ``LANGUAGES`` have all
tables; pages and panels, which readers see, speak more, with English where a text is missing.
"""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

LANGUAGES = ("fi", "sv", "en")
_FOLDER = Path(__file__).parent


@cache
def table(part: str, lang: str) -> dict[str, dict[str, str]]:
    """The texts of ``part`` (``diagnostics``, ``pages``, ``commands``) in ``lang``, by section and key."""
    tongue = lang.split("-")[0].lower() if speaks(part, lang) else "en"
    texts: dict[str, dict[str, str]] = tomllib.loads((_FOLDER / f"{part}.{tongue}.toml").read_text(encoding="utf-8"))
    if tongue in LANGUAGES:
        return texts
    return {section: {**english, **texts.get(section, {})} for section, english in table(part, "en").items()}


@cache
def speaks(part: str, lang: str) -> bool:
    """Whether ``part`` has a table in ``lang``."""
    tongue = lang.split("-")[0].lower()
    return tongue.isalpha() and (_FOLDER / f"{part}.{tongue}.toml").is_file()


def say(part: str, lang: str, section: str, key: str, **values: object) -> str:
    """One text of the house with its gaps filled.

    Raises:
        KeyError: if the table has no such text, or a gap stays open: a bug of ours, found by the tests.
    """
    return table(part, lang)[section][key].format(**values)


def gapped(part: str, lang: str, section: str, key: str) -> str:
    """One text of the house with its ``{gaps}`` open, for a page's own scripts to fill."""
    return table(part, lang)[section][key]


def why_not(said: str, lang: str) -> str:
    """Why a file can't be read or written: what the system ``said``, in the reader's language where we have words."""
    reasons = table("commands", lang)["reasons"]
    return next((words for name, words in reasons.items() if os.strerror(getattr(errno, name)) == said), said)


def listed(names: Sequence[str], lang: str) -> str:
    """Names one after the other as they are said, the last behind an *and*; empty for nobody."""
    *others, last = names or ("",)
    if not others:
        return last
    return say("panels", lang, "panel", "and", first=say("panels", lang, "panel", "between").join(others), last=last)


def day_in_words(day: str, lang: str) -> str:
    """A day (``YYYY-MM-DD``) as readers of ``lang`` write it."""
    year, month, number = (int(part) for part in day.split("-"))
    name = say("pages", lang, "date", "months").split()[month - 1]
    return say("pages", lang, "date", "form", day=number, month=month, name=name, year=year)


def in_alphabet(text: str, lang: str) -> tuple[int, ...]:
    """What to sort by, so that words stand in the alphabet of ``lang``: å, ä and ö come last in Finnish and Swedish."""
    alphabet = say("pages", lang, "alphabet", "letters")
    letters = (letter for letter in text.casefold() if letter.isalnum())
    return tuple(alphabet.find(letter) if letter in alphabet else len(alphabet) + ord(letter) for letter in letters)
