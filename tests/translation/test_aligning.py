"""Bringing translations up to date: whatever an author does to a script, no translation is lost or lands elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from made_story import SCRIPT, everything, story

from kokko_ethics.translation.aligning import align
from kokko_ethics.translation.keeping import brought_up_to_date
from kokko_ethics.translation.model import Catalogue, Entry, Passage

SENTENCES = [
    "Aino istuu ikkunan vieressä.", "Kokous alkaa kymmeneltä.", "Kuka avaa oven?", "Minulla on toinen ehdotus.",
    "Kahvi on valmista, tule juomaan.", "Emme kuulleet, mitä sanoit.", "Niin.", "Joo!", "Huomenna puhutaan rahasta.",
    "Bussi jäi tulematta taas kerran.", "Kiitos, että kysyit.", "Paperi on hukassa.",
]  # fmt: skip


def changed(old: str, new: str) -> Catalogue:
    assert old in SCRIPT
    return brought_up_to_date(everything(), story(SCRIPT.replace(old, new)))


def states(made: Catalogue) -> Counter[str]:
    return Counter("obsolete" if entry.obsolete else entry.state for entry in made.entries)


def test_nothing_changes_where_nothing_changed() -> None:
    assert brought_up_to_date(everything(), story()) == replace(everything(), origin="fi")


def test_a_typo_makes_one_translation_fuzzy() -> None:
    after = changed("On. Tässä.", "On. Tässä!")
    assert states(after) == {"translated": 31, "fuzzy": 1}
    one = next(entry for entry in after.entries if entry.fuzzy)
    assert (one.id, one.words, one.previous) == ("alku/line-2", "On. Tässä!", "On. Tässä.")
    assert one.translation == "sv: On. Tässä."


def test_a_change_that_is_taken_back_leaves_no_trace() -> None:
    after = changed("On. Tässä.", "On. Tässä!")
    assert brought_up_to_date(after, story()).entries == tuple(
        replace(entry, span=other.span) for entry, other in zip(everything().entries, after.entries, strict=True)
    )


def test_an_inserted_panel_loses_nothing_though_numbers_shift() -> None:
    new = "## Laajakuva\n\nKaksi tuolia.\n\nAINO: Istu.\n\n## Puolikuva\n\nAino ottaa kynän"
    after = changed("## Puolikuva\n\nAino ottaa kynän", new)
    assert states(after) == {"translated": 32, "untranslated": 2}
    ids = {entry.id: entry for entry in after.entries}
    assert ids["tiski-3/line-1"].translation == "sv: Kirjoitan sen itse."
    assert ids["tiski-2/line-1"].translation == ""


def test_a_removed_line_becomes_obsolete_and_comes_back() -> None:
    after = changed("HOITAJA: On. Tässä.\n\n", "")
    gone = [entry for entry in after.entries if entry.obsolete]
    assert [entry.translation for entry in gone] == ["sv: On. Tässä."]
    again = brought_up_to_date(after, story())
    assert states(again) == {"translated": 32}


def test_a_rewritten_line_does_not_show_the_old_words() -> None:
    after = changed("On. Tässä.", "Jätitkö sateenvarjosi eteiseen?")
    assert next(entry for entry in after.entries if entry.id == "alku/line-2").translation == ""
    assert states(after)["obsolete"] == 1


# Properties: scripts as lists of panels, each with lines; texts may be alike, ids may be the author's or counted.


def made(panels: list[tuple[str, list[str]]]) -> list[Passage]:
    """Passages of panels; one without an id of its own is counted."""
    found = []
    for number, (own, lines) in enumerate(panels, 1):
        id = own or f"scene-{number}"
        found += [Passage(f"{id}/line-{n}", "speech", words, firm=bool(own)) for n, words in enumerate(lines, 1)]
    return found


def translated(passages: list[Passage]) -> list[Entry]:
    return [Entry(p.id, p.words, f"{n}: {p.words}") for n, p in enumerate(passages)]


@st.composite
def scripts(draw: st.DrawFn) -> list[tuple[str, list[str]]]:
    count = draw(st.integers(1, 6))
    owned = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)
    return [(f"p{n}" if own else "", draw(texts)) for n, own in enumerate(owned)]


def kept(entries: tuple[Entry, ...]) -> Counter[str]:
    return Counter(entry.translation for entry in entries if entry.translation)


@settings(deadline=None)
@given(scripts(), scripts())
def test_no_translation_is_ever_lost(before: list[tuple[str, list[str]]], after: list[tuple[str, list[str]]]) -> None:
    old, new = translated(made(before)), made(after)
    entries = align(old, new)
    current = entries[: len(new)]
    assert [(entry.id, entry.words) for entry in current] == [(p.id, p.words) for p in new]
    assert {entry.translation for entry in old} == set(kept(entries)) or _same_place_twice(old)
    assert all(entry.state != "translated" or entry.translation.endswith(f": {entry.words}") for entry in current)


def _same_place_twice(old: list[Entry]) -> bool:
    return len({(entry.id, entry.words) for entry in old}) < len(old)


@settings(deadline=None)
@given(scripts(), st.data())
def test_an_inserted_panel_takes_no_translation(before: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(before)))
    panel = ("", ["Tämä on aivan uusi lause, jota ei ole missään.", "Eikä tätäkään kukaan ole ennen nähnyt."])
    entries = align(translated(made(before)), made([*before[:at], panel, *before[at:]]))
    assert [entry.translation for entry in entries if entry.translation] == [
        entry.translation for entry in translated(made(before))
    ]
    assert all(entry.state == "translated" for entry in entries if entry.words not in panel[1])


@settings(deadline=None)
@given(scripts(), st.data())
def test_a_moved_panel_loses_nothing(before: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    order = data.draw(st.permutations(before))
    entries = align(translated(made(before)), made(order))
    assert Counter(entry.state for entry in entries) == {"translated": len(made(before))}


@settings(deadline=None)
@given(scripts(), st.data())
def test_panels_with_ids_keep_their_own_translations_wherever_they_go(
    before: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    owned = [(f"p{n}", lines) for n, (_, lines) in enumerate(before)]
    old = {entry.id: entry.translation for entry in translated(made(owned))}
    entries = align(translated(made(owned)), made(data.draw(st.permutations(owned))))
    assert {entry.id: entry.translation for entry in entries} == old


@settings(deadline=None)
@given(scripts(), st.data())
def test_one_typo_makes_one_translation_fuzzy(before: list[tuple[str, list[str]]], data: st.DataObject) -> None:
    n = data.draw(st.integers(0, len(before) - 1))
    own, lines = before[n]
    k = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[k]) - 1))
    typo = [*lines[:k], lines[k][:at] + "x" + lines[k][at + 1 :], *lines[k + 1 :]]
    entries = align(translated(made(before)), made([*before[:n], (own, typo), *before[n + 1 :]]))
    assert [entry.state for entry in entries].count("fuzzy") == 1
    assert [entry.state for entry in entries].count("translated") == len(made(before)) - 1
    fuzzy = next(entry for entry in entries if entry.fuzzy)
    assert fuzzy.words == typo[k]
    assert fuzzy.previous == lines[k]
