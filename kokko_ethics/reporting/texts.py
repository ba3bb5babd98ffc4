"""The words of a diagnostic: its message and its hint in one of the house's languages, safe to print."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.wording import say, table, why_not

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")

_LONGEST = 120
"""Characters of an author's words that a message quotes."""


class _Gaps(dict[str, str]):
    """Values for the gaps of a text; a gap that nobody filled stays visible instead of stopping the report."""

    def __missing__(self, key: str) -> str:
        return "…"


@dataclass(frozen=True, slots=True)
class Wording:
    """What one diagnostic says; ``hint`` is empty where the house has nothing to advise."""

    message: str
    hint: str


def wording(diagnostic: Diagnostic, lang: str) -> Wording:
    """Message and hint in ``lang``. A code without texts still shows its name and values."""
    texts = table("diagnostics", lang).get(diagnostic.code, {})
    values = _Gaps((name, _short(printable(value)) if name == "words" else printable(value))
                   for name, value in diagnostic.values)  # fmt: skip
    if "reason" in values:
        values["reason"] = why_not(values["reason"], lang)
    if diagnostic.nearest is not None:
        values["nearest"] = printable(diagnostic.nearest)
    plain = "" if "{nearest}" in texts.get("hint", "") else texts.get("hint", "")
    hint = texts.get("hint", "") if "nearest" in values else texts.get("hint-plain", plain)
    message = texts.get("message") or " ".join([diagnostic.code, *values.values()])
    return Wording(_filled(message, values), _filled(hint, values))


def _short(words: str) -> str:
    """An author's words, as many as one needs to know them again."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def entry(code: str, lang: str) -> dict[str, str] | None:
    """Everything the house says about ``code``, with ``…`` in the gaps; None if it knows no such code."""
    texts = table("diagnostics", lang).get(code)
    return texts and {key: _filled(text, _Gaps()) if key in _WITH_GAPS else text for key, text in texts.items()}


_WITH_GAPS = ("message", "hint", "hint-plain")


def codes(lang: str) -> tuple[str, ...]:
    """All codes, by name."""
    return tuple(sorted(table("diagnostics", lang)))


def severity(diagnostic: Diagnostic, lang: str) -> str:
    """The word for how bad it is."""
    return say("commands", lang, "severity", diagnostic.severity.name.lower())


def printable(text: str) -> str:
    """``text`` with nothing in it that could steer a terminal or turn a line round; tabs stay."""
    if text.isprintable():  # nearly always, and much sooner told
        return text
    return "".join("\ufffd" if _steers(char) else char for char in text)


def _steers(char: str) -> bool:
    return char in _BIDI or (char != "\t" and unicodedata.category(char) in ("Cc", "Cs"))


def _filled(text: str, values: _Gaps) -> str:
    try:
        return text.format_map(values)
    except (ValueError, IndexError, AttributeError, KeyError):
        return text
