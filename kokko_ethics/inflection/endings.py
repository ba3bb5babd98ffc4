"""Endings: how a word may look in a text, told from a few of its forms.

Finnish words change at their end and inside their stem (*tieto*, *tiedon*), so a word is known by its stems, each of
which takes any ending. The stems come from the forms that a dictionary shows: genitive and partitive, singular and
plural. Swedish and English words are known by all of their forms, and take the ending of the genitive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kokko_ethics.spelling import plain_form

_PARTITIVE = re.compile(r"(?:t?t)?[aä]$")
_VOWELS = "aeiouyäöå"
_POSSESSIVE = r"(?:ni|si|ns[aä]|mme|nne)"
_CLITIC = r"(?:k(?:in|aan|ään)|k[oö]s?|h[aä]n|p[aä]s?)?"
_THIRD = r"(?:(?:t?t|n|ss|st|ll|lt)?(?:aan|ään)|lleen|kseen)"
_AFTER_VOWEL = re.compile(
    r"(?P<last>.)(?:"
    r"(?:n|t|[aä]|t?t[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|en|in|hin|den|tten|seen|siin|h?(?P=last)n)"
    r"|(?:|[aä]|t?t[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|kse|n[aä]|e|i|hi|de|tte|see|sii|h?(?P=last))" + _POSSESSIVE +
    r"|" + _THIRD + r"|ne(?:en|" + _POSSESSIVE + r"))" + _CLITIC
)  # fmt: skip
"""The last letter of a stem that ends in a vowel, and what may stand behind it: case, possessive, clitic."""
_AFTER_CONSONANT = re.compile(rf".(?:t[aä]|ten|n[aä]|(?:t[aä]|te|n[aä]){_POSSESSIVE}|(?:t|n)(?:aan|ään)){_CLITIC}")
_AFTER_J = re.compile(rf"j(?:[aä]|en|(?:[aä]|e){_POSSESSIVE}|aan|ään){_CLITIC}")


@dataclass(frozen=True, slots=True)
class Inflected:
    """A word and the ways in which it may stand in a text: whole ``forms``, and Finnish ``stems``."""

    forms: frozenset[str]
    stems: tuple[str, ...] = ()

    def stands_as(self, word: str) -> bool:
        """Whether ``word``, in the form of :func:`plain_form`, is this word in some form."""
        if word in self.forms:
            return True
        return any(word.startswith(stem) and _fits(stem, word) for stem in self.stems)


def inflected(forms: tuple[str, ...], lang: str) -> Inflected:
    """The word whose forms these are, the basic form first. A Finnish form that ends in a hyphen is a stem
    (``raadei-``)."""
    plain = tuple(plain_form(form) for form in forms)
    if lang == "fi":
        basic = plain[0]
        stems = dict.fromkeys(stem for form in plain[1:] or (f"{basic}-",) for stem in _stems(form))
        clitics = (f"{basic}{clitic}" for clitic in ("kin", "kaan", "kään", "ko", "kö", "han", "hän", "pa", "pä"))
        return Inflected(frozenset((basic, *clitics)), tuple(stems))
    owned = (form for form in plain if lang == "sv" and form[-1:] not in "sxz")
    return Inflected(frozenset((*plain, *(f"{form}s" for form in owned))))


def _stems(form: str) -> tuple[str, ...]:
    """The stems that a form shows: *tiedon* shows *tiedo*, *tietoja* shows *tietoj* and *tietoi*."""
    if form.endswith("-"):
        stems = [form[:-1]]
    elif form.endswith("n"):
        stems = [form[:-1]]
        if form.endswith(("uuden", "yyden")):
            stems.append(f"{form[:-3]}te")
    else:
        stem = _PARTITIVE.sub("", form)
        stems = [stem, f"{stem[:-1]}i"] if stem.endswith("j") else [stem]
    plural = [f"{stem}i" for stem in stems if stem[-1:] in tuple("oöuy")]
    return tuple(stem for stem in (*stems, *plural) if stem)


def _fits(stem: str, word: str) -> bool:
    rest = word[len(stem) - 1 :]
    if stem[-1] == "j":
        return bool(_AFTER_J.fullmatch(rest))
    return bool((_AFTER_VOWEL if stem[-1] in _VOWELS else _AFTER_CONSONANT).fullmatch(rest))
