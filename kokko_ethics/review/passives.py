"""Passives: verb forms that hide who does something, as far as their endings tell. Each may be wrong: only a hint.

Finnish forms that say *let us* or *we* (``Aloitetaan!``, ``me mennään``) are no passives to a reader and are left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kokko_ethics.review.words import words_in


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FI_PRESENT = re.compile(
    r"\w*(?:[^aeiouyäö][aeiouyäö]t(?:aan|ään)"  # sanotaan, kysytään, valitaan
    r"|[aeiouyäö]{2}d(?:aan|ään)|tehdään|nähdään"  # arvioidaan, viedään
    r"|(?:[aeiouyäös][td]|[ksn]t|sk|rt)ell(?:aan|ään))"  # käsitellään, keskustellaan
)
_FI_NOUNS = re.compile(
    r"mitään|mitäkään|ketään|mutaan|sataan|itään|hitaan|hätään|ylipäätään|\w*kädellään"
    r"|\w*(?:sotaan|kotaan|pöytään|hautaan|rautaan|lautaan|pataan|seutaan|rataan)"
)
"""Where something goes, not what is done: rautaan, pöytään."""
_FI_PAST = re.compile(
    r"\w*(?:[aeiouyäö]tt|oi|öi|ui|yi|[td]el|sel|stel|kail|iskel)tiin|\w*[aeiouyäö]ttiin"
    r"|(?:teh|näh|saa|käy|ol|men|tul|vie|tuo|myy|luo|syö|juo|pan|voi|lyö|jää|kuul|luul|pääs|julkais|nous|juos|pes)tiin"
    r"|\w*[aeiouyäö]tt(?:aisiin|äisiin)"
)
_FI_PAST_NOUNS = re.compile(
    r"\w*(?:netti|ratti|ammatti|budjetti|paketti|minuutti|helvetti|matti|patti|katti|setti|tutti|baletti|motti|kuitti"
    r"|nuotti|tontti|poliitti|tiketti|internetti)in|yksittäisiin"
)
_FI_IS = frozenset(("on", "oli", "ovat", "olivat", "ole", "ollut"))
_FI_DONE = re.compile(r"\w*(?:[aeiouyäö]tt[uy]|(?:teh|näh|saa|käy|vie|tuo|myy|luo|syö|juo|pan|kuul|el|iste|ste)t[uy])")
_FI_KNOWN = frozenset(("tuttu", "outo", "mattu"))
_FI_GOODBYE = "nähdään"
_FI_WE = frozenset(("me", "mekin", "mehän"))

_SV_MODALS = _listed("ska skall skulle kan kunde måste bör borde får fick vill ville behöver")
_SV_S_FORM = re.compile(r"\w{2,}(?:as|es)|(?:gör|säg|skriv|bestäm|använd|läs|kräv|för|ge|ta)s")
_SV_PRESENT = re.compile(r"\w{3,}er(?:as|ades|ats)|(?:gör|säg|skriv|bestäm|använd|kräv)s|\w{3,}(?:des|tes)")
_SV_OWN = _listed(
    "hoppas hoppades lyckas lyckades träffas träffades andas andades minnas minns trivas trivs trivdes umgås finnas"
    " finns fanns kännas känns kändes synas syns syntes höras hörs hördes ses mötas möts möttes skämmas skäms"
    " skämdes fattas fattades saknas saknades låtsas låtsades brottas vistas svettas åldras behövas behövs behövdes"
    " kräkas enas turas någonstädes deras allas generas interneras samsas trängas tvekas räddes medels avsides"
    " besides"
)
"""Verbs and words that end in -s by themselves."""
_SV_BECOMES = _listed("blev blir bli blivit")
_SV_DONE = re.compile(r"\w{3,}(?:ad|at|ade)|\w{3,}(?:dda|tts)|(?:skriv|bestäm|bjud|tag|giv|hål|sed|gjor|sag)\w*")
_SV_FEELING = _listed(
    "glad arg ledsen rädd sådan lugnad glatt brådskande överraskad förvånad irriterad stressad förvirrad lättad"
    " intresserad orolig engagerad begeistrad upprörd besviken generad försenad"
)

_EN_BE = _listed("am is are was were be been being get gets got getting 's 're")
_EN_IRREGULAR = _listed(
    "done made given taken told said written shown known seen held kept sent built paid chosen spoken broken brought"
    " found heard asked put cut drawn driven eaten forgotten hidden sold taught thought thrown understood led met read"
    " run set spent won"
)
_EN_FEELING = _listed(
    "tired scared worried excited interested bored married pleased surprised confused ashamed relieved used supposed"
    " finished embarrassed annoyed delighted disappointed frightened shocked allowed limited need indeed red bed"
    " naked gifted talented wicked crowded"
)
_EN_BETWEEN = re.compile(r"\w+ly|not|never|always|already|just|also|still|being|been")


def passives(sentence: str, lang: str) -> list[str]:
    """The passive forms of a sentence, as they stand there; none for a language that we don't know."""
    words = words_in(sentence)
    finder = _FINDERS.get(lang)
    return list(dict.fromkeys(finder(words, [word.lower() for word in words]))) if finder else []


def _finnish(words: list[str], small: list[str]) -> Iterator[str]:
    if _FI_WE & set(small):
        return
    for at, word in enumerate(small):
        present = _FI_PRESENT.fullmatch(word) and not _FI_NOUNS.fullmatch(word) and word != _FI_GOODBYE
        past = _FI_PAST.fullmatch(word) and not _FI_PAST_NOUNS.fullmatch(word)
        if (present and at > 0) or past:
            yield words[at]
        elif at and _FI_DONE.fullmatch(word) and word not in _FI_KNOWN:
            before = next((i for i in range(at - 1, max(-1, at - 3), -1) if small[i] in _FI_IS), None)
            if before is not None:
                yield " ".join(words[before : at + 1])


def _swedish(words: list[str], small: list[str]) -> Iterator[str]:
    for at, word in enumerate(small):
        if word in _SV_OWN:
            continue
        nearby = set(small[max(0, at - 3) : at])
        if _SV_PRESENT.fullmatch(word) or (_SV_S_FORM.fullmatch(word) and nearby & _SV_MODALS):
            yield words[at]
        elif _SV_DONE.fullmatch(word) and word not in _SV_FEELING and set(small[max(0, at - 2) : at]) & _SV_BECOMES:
            yield " ".join(words[next(i for i in range(at) if small[i] in _SV_BECOMES) : at + 1])


def _english(words: list[str], small: list[str]) -> Iterator[str]:
    for at, word in enumerate(small):
        ended = word.endswith("ed") and len(word) > 4
        if not (ended or word in _EN_IRREGULAR) or word in _EN_FEELING:
            continue
        before = at - 1
        while before > 0 and _EN_BETWEEN.fullmatch(small[before]) and small[before] not in _EN_BE:
            before -= 1
        if before >= 0 and small[before] in _EN_BE:
            yield " ".join(words[before : at + 1])


_FINDERS: dict[str, Callable[[list[str], list[str]], Iterator[str]]] = {
    "fi": _finnish, "sv": _swedish, "en": _english,
}  # fmt: skip
