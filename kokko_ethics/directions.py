"""Directions: which way a language is read, and how words of both directions stand in one line.

The second is Unicode's bidirectional algorithm (UAX #9) from python-bidi, step by step: its ``get_display`` gives text
in the order of the eye, and we need to know which way each letter runs. Its steps do not know paired brackets (rule
N0), which are ours. Marks that embed or override directions by hand (U+202A–202E, U+2066–2069) have no say.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any
from unicodedata import bidirectional, category

LANGUAGES = frozenset((
    "ar", "aeb", "acm", "afb", "apc", "arb", "arc", "ary", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk",
    "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pbt", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr",
    "syr", "ug", "ur", "yi",
))  # fmt: skip
"""Languages that are written from right to left where their tag names no other script."""
SCRIPTS = frozenset(("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
"""Scripts that run from right to left, as language tags name them."""
_FIRST = "\u0590"
"""No character below runs from right to left."""
_BY_HAND = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def right_to_left(lang: str) -> bool:
    """Whether the language with this tag (BCP 47) is read from right to left: ``ar``, ``fa-AF``, ``ku-Arab``."""
    first, *more = lang.replace("_", "-").split("-")
    script = next((part.title() for part in more if len(part) == 4 and part.isalpha()), "")
    return script in SCRIPTS if script else first.lower() in LANGUAGES


def runs_right_to_left(text: str, lang: str) -> bool:
    """Whether ``text`` is read from right to left as a whole.

    A story in Arabic is, also where it begins with a Latin name; but not a line of it that is all Latin. Words in a
    story that is read from left to right are if nothing in them runs the other way.
    """
    if not _both_ways(text):
        return right_to_left(lang) and not any(bidirectional(char) == "L" for char in text)
    return right_to_left(lang) or not any(bidirectional(char) == "L" for char in text)


def levels(text: str, backwards: bool) -> tuple[int, ...]:
    """The level of every character of a paragraph: odd ones run from right to left. ``backwards`` is the paragraph's
    own direction."""
    if not backwards and not _both_ways(text):
        return (0,) * len(text)
    return _levels(text, backwards)


def by_eye(runs: Sequence[int]) -> list[int]:
    """The numbers of runs with these levels, from left to right as they stand in a line (rule L2)."""
    order = list(range(len(runs)))
    for level in range(max(runs, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and runs[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _both_ways(text: str) -> bool:
    return any(char >= _FIRST and bidirectional(char) in {"R", "AL", "AN"} for char in text)


@cache
def _levels(text: str, backwards: bool) -> tuple[int, ...]:
    from bidi import algorithm  # loading it costs 20 ms, and most stories never need it

    base = int(backwards)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(" " if bidirectional(c) == "B" else c for c in text), storage)
    for place, char in enumerate(storage["chars"]):
        char["place"] = place
        if char["type"] in _BY_HAND:
            char["type"] = "BN"
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {char["place"]: char["level"] for char in storage["chars"]}
    out: list[int] = []
    for place in range(len(text)):
        out.append(found.get(place, out[-1] if out else base))
    for place in range(len(text) - 1, -1, -1):  # L1: what nobody sees at the end of a line
        if bidirectional(text[place]) not in {"WS", "BN", "B", "S", *_BY_HAND}:
            break
        out[place] = base
    return tuple(out)


def _pair_brackets(chars: list[dict[str, Any]], base: str) -> None:
    """Rule N0: both brackets of a pair take the direction of what they hold, or of what stands before them."""
    for opening, closing in _pairs(chars):
        inside = {_strong(char) for char in chars[opening + 1 : closing]} - {""}
        if not inside:
            continue
        before = next((strong for char in reversed(chars[:opening]) if (strong := _strong(char))), base)
        side = base if base in inside or before == base else before
        for place in (opening, closing):
            chars[place]["type"] = side
            for mark in range(place + 1, len(chars)):
                if chars[mark]["orig"] != "NSM":
                    break
                chars[mark]["type"] = side


def _pairs(chars: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """The places of brackets that belong together (BD16), in the order of the opening ones."""
    from bidi.mirror import MIRRORED

    found, stack = [], list[tuple[str, int]]()
    for place, char in enumerate(chars):
        letter = char["ch"]
        if char["type"] != "ON" or letter not in MIRRORED:
            continue
        if category(letter) == "Ps":
            stack.append((MIRRORED[letter], place))
        elif category(letter) == "Pe":
            depth = next((k for k in range(len(stack) - 1, -1, -1) if stack[k][0] == letter), None)
            if depth is not None:
                found.append((stack[depth][1], place))
                del stack[depth:]
    return sorted(found)


def _strong(char: dict[str, Any]) -> str:
    kind = char["type"]
    return "R" if kind in {"R", "AL", "EN", "AN"} else "L" if kind == "L" else ""
