"""Looks: reads how somebody is drawn, from a cast file or the front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields

from kokko_ethics.script.model import nearest
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
"""The words that can be drawn, by field; ``panels/cast/README.md`` tells them to authors."""
_YES = {"true": True, "yes": True, "kyllä": True, "ja": True, "false": False, "no": False, "ei": False, "nej": False}


def look_of(written: Mapping[str, object], complain: Complaint) -> Look:
    """The look that ``written`` describes; what cannot be read is complained about and stays plain."""
    known = tuple(f.name for f in fields(Look))
    values: dict[str, object] = {}
    for key, value in written.items():
        name = str(key).strip().lower().replace("-", "_").replace("color", "colour")
        if name not in known:
            near = nearest(name, known)
            complain("unknown-look-field", str(key), near, {"field": str(key)})
            continue
        read = _value(name, value)
        strange = next((word for word in _words(name, read) if word not in WORDS[name]), None)
        if read is None or strange is not None:
            near = nearest(strange, WORDS[name]) if strange else None
            shown = strange or str(value)
            complain("look-value", str(key), near, {"field": str(key), "value": shown, "wanted": _wanted(name)})
        else:
            values[name] = read
    return Look(**values)  # type: ignore[arg-type]


def _words(name: str, read: object) -> tuple[str, ...]:
    """The words of a field that only knows some."""
    if name not in WORDS:
        return ()
    return read if isinstance(read, tuple) else (str(read),) if read is not None else ()


def _value(name: str, value: object) -> object | None:
    text = "" if value is None else str(value).strip()
    if name in _NUMBERS:
        return _number(name, text)
    if name in _COLOURS:
        return text.lower() if re.fullmatch(r"#[0-9a-fA-F]{6}", text) or (not text and name != "skin") else None
    if name in _LISTS:
        parts = value if isinstance(value, list | tuple) else re.split(r"[,;]", text)
        return tuple(str(part).strip() for part in parts if str(part).strip())
    if name == "freckles":
        return _YES.get(text.lower())
    return None if isinstance(value, list | tuple | dict) else text


def _number(name: str, text: str) -> float | int | None:
    low, high = _NUMBERS[name]
    try:
        number = float(text.replace(",", ".").removesuffix("cm"))
    except ValueError:
        return None
    if not low <= number <= high:
        return None
    return int(number) if name == "age" else number


def _wanted(name: str) -> str:
    """What the field takes, in signs that need no translation."""
    if name in _NUMBERS:
        low, high = _NUMBERS[name]
        return f"{low:g}–{high:g}"
    if name in _COLOURS:
        return "#rrggbb"
    if name in WORDS:
        return ", ".join(word for word in WORDS[name] if word)
    default = next((f.default for f in fields(Look) if f.name == name), "")
    return "true / false" if name == "freckles" else str("" if default is MISSING else default)
