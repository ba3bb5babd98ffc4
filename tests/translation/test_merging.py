"""What a translator sent back is taken in, and what belongs elsewhere is not."""

from __future__ import annotations

from dataclasses import replace

from made_story import SCRIPT, catalogue, everything, story

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.translation.merging import Merged, merge
from kokko_ethics.translation.model import Catalogue, Entry


def taken(current: Catalogue, returned: Catalogue, text: str = SCRIPT) -> Merged:
    found = merge(current, returned, story(text))
    assert isinstance(found, Merged)
    return found


def translations(made: Catalogue) -> dict[str, str]:
    return {entry.id: entry.translation for entry in made.entries if not entry.obsolete}


def test_new_and_changed_translations_are_counted() -> None:
    current = catalogue({"alku/line-2": "Ja.", "alku/sign-1": "KUND 2"})
    found = taken(current, catalogue({"alku/line-2": "Ja. Här.", "alku/line-1": "Har *jag* ett namn?"}))
    assert (found.new, found.changed, found.told) == (1, 1, ())
    words = translations(found.catalogue)
    assert (words["alku/line-1"], words["alku/line-2"]) == ("Har *jag* ett namn?", "Ja. Här.")
    assert words["alku/sign-1"] == "KUND 2"  # came back empty: nothing is erased


def test_work_on_an_older_script_finds_its_place() -> None:
    changed = SCRIPT.replace("## Puolikuva {#alku}", "## Laajakuva\n\nTyhjä huone odottaa.\n\n## Puolikuva {#alku}")
    found = taken(catalogue(text=changed), everything(), changed.replace("Kirjoitan sen", "Minä kirjoitan sen"))
    states = {entry.id: entry.state for entry in found.catalogue.entries}
    assert states["tiski-1/description"] == "untranslated"
    assert list(states.values()).count("fuzzy") == 1
    assert list(states.values()).count("translated") == 31


def test_a_doubtful_translation_does_not_replace_a_sure_one() -> None:
    doubtful = replace(everything(), entries=tuple(replace(e, fuzzy=True) for e in everything().entries))
    sure = catalogue({"alku/line-2": "Ja."})
    assert translations(taken(sure, doubtful).catalogue)["alku/line-2"] == "Ja."
    assert translations(taken(sure, doubtful).catalogue)["alku/sign-1"] == "sv: ASIAKAS 2"


def test_the_house_does_not_overwrite_what_somebody_chose() -> None:
    current = catalogue({"tiski-2/caption-1": "Vi möter varandra."})
    returned = replace(catalogue(), entries=catalogue({"alku/line-2": "Ja."}).entries[:11])
    assert translations(taken(current, returned).catalogue)["tiski-2/caption-1"] == "Vi möter varandra."


def test_another_story_is_refused() -> None:
    other = [Entry(f"x/line-{n}", f"Ihan muuta {n}.", f"Något annat {n}.") for n in range(40)]
    said = merge(catalogue(), replace(catalogue(), entries=tuple(other)), story())
    assert isinstance(said, Diagnostic)
    assert said.code == "catalogue-does-not-match"


def test_a_text_that_is_nowhere_is_left_out_and_said() -> None:
    returned = everything()
    strange = Entry("alku/line-9", "Ihan muuta.", "Något annat.")
    found = taken(catalogue(), replace(returned, entries=(*returned.entries, strange)))
    assert [one.code for one in found.told] == ["catalogue-unknown-texts"]
    assert "Något annat." not in translations(found.catalogue).values()


def test_what_the_script_once_had_is_no_stranger() -> None:
    without = SCRIPT.replace("HOITAJA: On. Tässä.\n\n", "")
    current = taken(everything(), everything(), without).catalogue
    assert taken(current, everything(), without).told == ()


def test_lost_marks_are_said_where_the_translator_wrote() -> None:
    returned = catalogue({"alku/line-1": "Har jag ett namn?"})
    (told,) = taken(catalogue(), returned).told
    assert told.code == "translation-emphasis"
    assert told.source.words(told.span) == "Har jag ett namn?"


def test_the_translators_name_comes_along() -> None:
    returned = replace(everything(), head=(("Last-Translator", "Maria"),))
    assert ("Last-Translator", "Maria") in taken(catalogue(), returned).catalogue.head
