"""A small story in Finnish, and catalogues of it."""

from __future__ import annotations

from dataclasses import replace

from dumped import told

from kokko_ethics.story.model import Story
from kokko_ethics.translation.keeping import begun, laid_out
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.po import read_po
from kokko_ethics.translation.retelling import passages

SCRIPT = """---
otsikko: Lappu
kieli: fi
periaate: 1
hahmot:
  Aino: kokemuskouluttaja
  Hoitaja: vastaanoton hoitaja
tiivistelmä: Lapussa ei ole nimeä.
tekijät:
  - Sanat: hanke
---

# Tiski

## Puolikuva {#alku}

Aino katsoo lappua pöydällä.
~ Aino katsoo lappua.

AINO (ajattelee, iloinen): Onko *minulla* nimi?
~ Onko minulla nimi?

HOITAJA: On. Tässä.

KYLTTI: ASIAKAS 2

## Puolikuva

Aino ottaa kynän käteensä.

AINO: Kirjoitan sen itse.

> Me kohtelemme toisiamme ihmisinä, jotka ajattelevat, valitsevat ja tekevät itse.

? Mitä sitten?
- Hän kirjoittaa nimensä. -> #nimi
~ Hän kirjoittaa.
- Hän lähtee pois. -> #pois

# Nimi {#nimi}

## Lähikuva

Aino kirjoittaa lappuun nimensä.

AINO (iloinen): Aino! {#oma}

-> loppu

# Pois {#pois}

## Lähikuva

Ovi jää auki Ainon jälkeen.

ÄÄNI: Kops

-> loppu

# Pohdittavaksi

- Kaikille: Mitä sinun lapussasi lukee?
~ Mitä lapussa lukee?

# Ohjaajalle

**Tavoite.** Jokainen kirjoittaa
oman nimensä.

| Vaihe | Minuutteja |
|---|--:|
| Alku \\| loppu | 45 |

- Varaa kyniä. Katso https://example.org/kynat

# Lähteet

- Oma luonnos, 2.1.2015.
"""


def story(text: str = SCRIPT) -> Story:
    found = told(text, "lappu")[0]
    assert found is not None
    return found


def catalogue(translations: dict[str, str] | None = None, text: str = SCRIPT, lang: str = "sv") -> Catalogue:
    """The catalogue that extracting writes, as it is read again, with some translations in it."""
    of = story(text)
    made = begun(of, lang, f"lappu.{lang}.po")
    known = {entry.id for entry in made.entries}
    assert set(translations or {}) <= known, set(translations or {}) - known
    entries = tuple(replace(e, translation=(translations or {}).get(e.id, e.translation)) for e in made.entries)
    read = read_po(laid_out(replace(made, entries=entries), of), f"lappu.{lang}.po", lang)
    assert isinstance(read, Catalogue)
    return read


def everything(lang: str = "sv", text: str = SCRIPT) -> Catalogue:
    """A catalogue with a translation of every passage."""
    return catalogue({p.id: p.ready or f"{lang}: {p.words}" for p in passages(story(text), lang)}, text, lang)
