"""Looks: reads how somebody is drawn, from a cast file or the front matter, in the words of any of our languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace

from kokko_ethics.script.keywords import load_vocabulary, words_in
from kokko_ethics.script.model import COMMAS
from kokko_ethics.source import Span
from kokko_ethics.story.model import Look

Complaint = Callable[[str, str, str | None, dict[str, str]], None]
"""Called with a code, the word it is about, the nearest known word and the values of the message."""

_NUMBERS = {"height": (60.0, 230.0), "build": (0.6, 1.8), "age": (3.0, 110.0)}
_COLOURS = tuple(f.name for f in fields(Look) if f.name.endswith("_colour") or f.name in ("skin", "streak"))
_LISTS = ("aids", "wears")
WORDS: dict[str, tuple[str, ...]] = {
    "shape": ("", "broad", "slim", "round"),
    "hair": (
        "short", "short-white", "bob", "long", "bun", "curly", "asymmetric", "shaved", "greying", "grey-sides", "bald",
    ),
    "headwear": ("", "headscarf", "beanie", "cap"),
    "glasses": ("", "round", "square", "reading-on-chain"),
    "beard": ("", "full", "trimmed", "short", "moustache"),
    "top": ("shirt", "blouse", "tunic", "t-shirt"),
    "over": ("", "cardigan", "blazer", "hoodie", "denim-jacket", "coat"),
    "bottom": ("trousers", "skirt", "dungarees"),
    "shoes": ("shoes", "trainers"),
    "aids": ("rollator", "wheelchair", "white-cane", "hearing-aids", "earplugs", "earpiece"),
    "wears": (
        "badge", "bow-tie", "necklace", "lanyard-cards", "tool-pouch", "backpack", "name-tag", "star-pattern", "tattoo",
        "rolled-sleeves", "calendar", "mug",
    ),
}  # fmt: skip
"""The words that can be drawn, by field; ``script/keywords`` says them in each language,
``panels/cast/README.md`` tells them to authors."""
_NOTHING = {"", "-", "–", "none", "no", "ei", "ei mitään", "inga", "inget", "ingen", "nej"}
_YES = {"true": True, "yes": True, "kyllä": True, "ja": True, "false": False, "no": False, "ei": False, "nej": False}


def look_of(written: Mapping[str, object], complain: Complaint, lang: str = "en", usual: Look | None = None) -> Look:
    """The look that ``written`` describes; what it does not name stays as in ``usual``, else plain. What cannot be read
    is complained about, with what there is to choose from in ``lang``."""
    vocabulary = load_vocabulary()
    values: dict[str, object] = {}
    for key, value in written.items():
        bare = str(key).strip().replace("_", " ")
        name = vocabulary.concept("look", bare) or vocabulary.concept("look", bare.replace("-", " "))
        if name is None:
            complain("unknown-look-field", str(key), vocabulary.nearest(("look",), bare), {"field": str(key)})
            continue
        strange = value if _NUMBERS.get(name) or name in _COLOURS else _strange(name, value)
        read = _value(name, value)
        if read is None:
            shown = str(strange if strange is not None else value)
            values_of = {"field": str(key), "value": shown, "wanted": _wanted(name, lang)}
            complain("look-value", str(key), vocabulary.nearest(_groups(name), shown), values_of)
        else:
            values[name] = read
    return replace(usual or Look(), **values)  # type: ignore[arg-type]


def voice_of(written: Mapping[str, object], complain: Complaint, lang: str = "en") -> str:
    """How somebody sounds: the concept of the field for the voice, or empty."""
    key = next((key for key in written if _is_voice(key)), None)
    if key is None:
        return ""
    said = str(written[key])
    if (concept := _concept("voice", said)) is None:
        near = load_vocabulary().nearest(("look-voice",), said)
        complain("look-value", str(key), near, {"field": str(key), "value": said, "wanted": _wanted("voice", lang)})
    return concept or ""


def found_at(text: str, key: str, value: str, span: Span) -> Span:
    """Where in ``text``, from ``span`` on, a field stands, or what is wrong in it."""
    at = text.find(key, span.start)
    inside = text.find(value, at + len(key), at + 400) if value and at >= 0 else -1
    if inside >= 0:
        return Span(inside, inside + len(value))
    return Span(at, at + len(key)) if at >= 0 else span


def without_voice(written: Mapping[str, object]) -> dict[str, object]:
    """The fields of a look alone."""
    return {key: value for key, value in written.items() if not _is_voice(key)}


def _is_voice(key: object) -> bool:
    return load_vocabulary().concept("look", str(key)) == "voice"


def _groups(name: str) -> tuple[str, ...]:
    """Where the words of a field stand in the tables."""
    if name in _COLOURS:
        return ("skin",) if name == "skin" else ("colour",)
    return (f"look-{name}",)


def _concept(name: str, word: str) -> str | None:
    vocabulary = load_vocabulary()
    found = (vocabulary.concept(group, word) for group in _groups(name))
    return next((concept for concept in found if concept), None)


def _parts(value: object) -> list[str]:
    parts = value if isinstance(value, list | tuple) else re.split(f"[{COMMAS}]", "" if value is None else str(value))
    return [str(part).strip() for part in parts if str(part).strip()]


def _strange(name: str, value: object) -> str | None:
    """The first word of a field that no table knows."""
    words = _parts(value) if name in _LISTS else [str(value)]
    return next((word for word in words if _concept(name, word) is None), None)


def _value(name: str, value: object) -> object | None:
    text = "" if value is None else str(value).strip()
    if name in _NUMBERS:
        return _number(name, text)
    if name in _COLOURS:
        if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
            return text.lower()
        return _concept(name, text) or ("" if name == "streak" and text in _NOTHING else None)
    if name in _LISTS:
        if text.lower() in _NOTHING:
            return ()
        found = [_concept(name, part) for part in _parts(value)]
        return None if None in found else tuple(filter(None, found))
    if name == "freckles":
        return _YES.get(text.lower())
    if isinstance(value, list | tuple | dict):
        return None
    return _concept(name, text) or ("" if "" in WORDS[name] and text.lower() in _NOTHING else None)


def _number(name: str, text: str) -> float | int | None:
    low, high = _NUMBERS[name]
    if name == "build" and (word := _concept("build", text)):
        return float(word)
    try:
        number = float(text.replace(",", ".").removesuffix("cm"))
    except ValueError:
        return None
    if not low <= number <= high:
        return None
    return int(number) if name == "age" else number


def _wanted(name: str, lang: str) -> str:
    """What the field takes, in the words of ``lang``."""
    words = words_in(lang)
    if name in _COLOURS:
        return ", ".join([*words[_groups(name)[0]].values(), "#rrggbb"])
    if name == "freckles":
        return "kyllä / ei" if lang.startswith("fi") else "ja / nej" if lang.startswith("sv") else "yes / no"
    named = list(words.get(f"look-{name}", {}).values())
    low, high = _NUMBERS.get(name, (0.0, 0.0))
    return ", ".join([*named, *([f"{low:g}–{high:g}"] if name in _NUMBERS else [])])
