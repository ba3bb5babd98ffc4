"""People: who a name means, in any letter case, by first name, and in the inflected forms that stage directions use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kokko_ethics.script.model import COMMAS, Vocabulary
from kokko_ethics.spelling import edit_distance, nearest, plain_form
from kokko_ethics.story.model import CastMember, Look, Side

_TOWARDS = ("lle", "ta", "tä", "a", "ä")
"""Endings that say whom somebody turns to: the allative and the partitive."""
_OTHER = ("n", "na", "nä", "lla", "llä", "ssa", "ssä", "'s", "s")


def slug(words: str) -> str:
    """``words`` as an id: small letters without accents, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


@dataclass(slots=True)
class People:
    """Everybody whom a script may name; ``declared`` are those of its front matter, ``met`` those met so far."""

    members: dict[str, CastMember] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)
    strangers: dict[str, str] = field(default_factory=dict)
    met: list[str] = field(default_factory=list)
    inflected: dict[str, tuple[str, bool]] = field(default_factory=dict)

    @classmethod
    def of(cls, cast: Mapping[str, CastMember]) -> People:
        """The people of a cast file. A first name that two of them share means the first one."""
        people = cls()
        for member in cast.values():
            people.add(member)
        return people

    def add(self, member: CastMember) -> None:
        """Take somebody in, or replace who had that id."""
        self.members[member.id] = member
        for form in (plain_form(member.name), plain_form(member.id)):
            self.forms[form] = member.id
        self.forms.setdefault(plain_form(member.name).split(" ")[0], member.id)
        self.inflected.clear()

    def meet(self, id: str) -> None:
        """Note that somebody appears."""
        if id not in self.met:
            self.met.append(id)

    def find(self, name: str) -> str | None:
        """The id of whom ``name`` means in its basic form."""
        return self.forms.get(plain_form(name))

    def find_inflected(self, name: str) -> tuple[str, bool] | None:
        """Whom an inflected name means, and whether its ending says *towards* them."""
        if not self.inflected:
            self._inflect()
        return self.inflected.get(plain_form(name))

    def one_letter_off(self, name: str) -> str | None:
        """The name that ``name`` misses by one letter."""
        form = plain_form(name)
        return next((n for n in self.forms if len(n) > 2 and len(form) > 2 and edit_distance(form, n, 2) == 1), None)

    def nearest(self, name: str) -> str | None:
        """The display name that is nearest to ``name``."""
        found = nearest(name, tuple(self.forms))
        return self.members[self.forms[found]].name.split(" ")[0] if found else None

    def stranger(self, name: str) -> str:
        """The id of somebody whom no cast knows, drawn plain so that the panel can still be seen."""
        form = plain_form(name)
        if form not in self.strangers:
            id = slug(name) or f"person-{len(self.strangers) + 1}"
            while id in self.members:
                id += "-x"
            shown = " ".join(name.split())
            self.strangers[form] = id
            self.members[id] = CastMember(id, shown.title() if shown.isupper() else shown, "other", "", Look())
        return self.strangers[form]

    def _inflect(self) -> None:
        for form, id in self.forms.items():
            for stem in _stems(form):
                for endings, towards in ((_TOWARDS, True), (_OTHER, False)):
                    for ending in endings:
                        self.inflected.setdefault(stem + ending, (id, towards))


def _stems(form: str) -> Iterable[str]:
    """The stems to which endings are put: Samir-i-lle, Pekka: Peka-lle, Virtanen: Virtase-lle."""
    yield form
    if form[-1:] not in "aeiouyäöå":
        yield form + "i"
        yield form + ":"
    if re.search(r"(kk|pp|tt)[aeiouyäö]$", form):
        yield form[:-2] + form[-1]
    if form.endswith("nen"):
        yield form[:-3] + "se"


def side_of(role: str, vocabulary: Vocabulary) -> Side:
    """The side of the table that a role stands on, as far as the words tell."""
    for part in (role, *re.split(f"[{COMMAS}/]", role)):
        concept = vocabulary.concept("side-of-table", part)
        if concept == "expert":
            return "expert"
        if concept == "professional":
            return "professional"
    return "other"
