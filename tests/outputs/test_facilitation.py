"""Facilitation: notes found by topic in three languages, plans whose minutes add up, questions tied to panels."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outputs.handed_out import SCRIPTS

from kokko_ethics.compiler import read
from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.outputs.asking import Asked, asked
from kokko_ethics.outputs.facilitation import LENGTHS, expectations, facilitation_of, plans_of, swaps
from kokko_ethics.outputs.matter import Question, Saying
from kokko_ethics.source import Source, Span
from kokko_ethics.story.model import Reflection, Run, Story, Words
from kokko_ethics.translation.laying import lay
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.workspace import panels_folder

PRINCIPLES = sorted(path.stem for path in SCRIPTS.glob("[01]*.md"))


@cache
def story(script: str = "02-peruttu-keikka", lang: str = "") -> Story:
    path = SCRIPTS / f"{script}.md"
    told, _ = read(Source.of(path.read_text(encoding="utf-8"), str(path)), script, panels=panels_folder())
    catalogue = catalogue_of(path, lang) if lang else None
    assert told and not isinstance(catalogue, Diagnostic)
    return lay(told, catalogue).story


def with_notes(text: str, lang: str = "fi") -> Story:
    return replace(story(), facilitator=text, lang=lang)


def session(*rows: tuple[str, object], head: str = "Minuutteja") -> str:
    lines = [f"| {name} | Tehdään jotakin. | {minutes} |" for name, minutes in rows]
    return "\n".join([f"| Vaihe | Mitä tehdään | {head} |", "|---|---|--:|", *lines])


@pytest.mark.parametrize("lang", ["", "sv", "en"])
@pytest.mark.parametrize("script", PRINCIPLES)
def test_our_own_scripts_say_all_that_a_facilitator_needs(script: str, lang: str) -> None:
    told = story(script, lang)
    notes = facilitation_of(told)
    assert notes.missing == ()
    assert set(expectations(told, notes)) == {"expert", "professional"}
    assert len(swaps(told, notes)) == 1
    plans = plans_of(told, notes)
    assert [plan.minutes for plan in plans] == list(LENGTHS)
    assert [plan.own for plan in plans] == [True, False]


def test_notes_are_found_by_their_topics() -> None:
    notes = facilitation_of(story("09-pulla-ja-palkkio"))
    assert notes.about("aims")[0].plain.startswith("Osallistujat huomaavat")
    assert notes.about("confidentiality")[0].plain.startswith("Sovitaan alussa: raha-asiat")
    assert notes.about("feelings")[0].plain.startswith("Rahan puute")
    assert [section.lead for section in notes.about("notes")] == ["Älkää neuvoko verotuksessa tai etuuksissa"]


def test_headings_and_lists_do_as_well_as_bold_words() -> None:
    text = "### Tavoitteet\n\n- Yksi\n- Kaksi\n\n### Muuta\n\nKeitä kahvia.\n\n**Luottamus:** Tämä jää tänne."
    notes = facilitation_of(with_notes(text))
    assert notes.about("aims")[0].plain == "Yksi Kaksi"
    assert [(one.lead, one.plain) for one in notes.about("notes")] == [("Muuta", "Keitä kahvia.")]
    assert notes.about("confidentiality")[0].lead == "Luottamus"
    assert notes.missing == ("materials", "expectations", "feelings", "plan")


def test_half_translated_notes_are_still_found() -> None:
    notes = facilitation_of(with_notes("**Mål.** Att öva.\n\n**Luottamus.** Tämä jää tänne.", "sv"))
    assert notes.about("aims") and notes.about("confidentiality")


def test_the_longer_plan_keeps_every_phase_and_says_what_is_ours() -> None:
    told = story()
    short, long = plans_of(told, facilitation_of(told))
    kept = [phase for phase in long.phases if not phase.added]
    assert [(phase.name, phase.what) for phase in kept] == [(phase.name, phase.what) for phase in short.phases]
    assert all(phase.minutes - phase.more == one.minutes for phase, one in zip(kept, short.phases, strict=True))
    assert [phase.name for phase in long.phases if phase.added] == [
        "Oma arvio alussa", "Tauko", "Omat sanat", "Oma arvio lopussa",
    ]  # fmt: skip
    assert long.phases[0].name == "Aloitus" and long.phases[-1].name == "Lopetus"
    assert long.clock[0][:2] == (0, 5) and long.clock[-1][1] == 90


def test_a_plan_of_the_authors_own_for_the_longer_session_is_taken() -> None:
    notes = f"{session(('A', 20), ('B', 25))}\n\n{session(('A', 40), ('B', 50))}"
    short, long = plans_of(with_notes(notes), facilitation_of(with_notes(notes)))
    assert (short.own, long.own) == (True, True)
    assert long.minutes == 90


def test_a_script_without_a_plan_gets_the_houses() -> None:
    plans = plans_of(with_notes("Lukekaa rauhassa."), facilitation_of(with_notes("Lukekaa rauhassa.")))
    assert [(plan.minutes, plan.own) for plan in plans] == [(45, False), (90, False)]
    assert "Valinta" in [phase.name for phase in plans[0].phases]
    straight = replace(with_notes(""), scenes=tuple(
        replace(scene, panels=tuple(replace(panel, choice=None) for panel in scene.panels)) for scene in story().scenes
    ))  # fmt: skip
    assert "Valinta" not in [phase.name for phase in plans_of(straight, facilitation_of(straight))[0].phases]


def test_a_plan_of_another_length_is_printed_as_it_is() -> None:
    told = with_notes(session(("Luetaan", 20), ("Puhutaan", 40)))
    odd, short, long = plans_of(told, facilitation_of(told))
    assert (odd.minutes, odd.own) == (60, True)
    assert (short.minutes, long.minutes) == (45, 90)
    assert [phase.name for phase in long.phases if not phase.added] == ["Luetaan", "Puhutaan"]


def test_a_sum_below_the_table_is_no_phase() -> None:
    told = with_notes(session(("Luetaan", "20 min"), ("Puhutaan", "25 min"), ("Yhteensä", "50 min")))
    (plan,) = facilitation_of(told).plans
    assert (plan.minutes, plan.claimed, len(plan.phases)) == (45, 50, 2)


def test_other_tables_are_no_plans() -> None:
    told = with_notes(session(("Jere", 3), ("Leena", 5), head="Ruutu"))
    assert facilitation_of(told).plans == ()


@given(st.lists(st.integers(0, 90), min_size=1, max_size=9))
def test_whatever_an_author_plans_the_sessions_add_up(minutes: list[int]) -> None:
    told = with_notes(session(*((f"Vaihe {k}", value) for k, value in enumerate(minutes))))
    plans = plans_of(told, facilitation_of(told))
    usual = [plan.minutes for plan in plans if plan.minutes in LENGTHS]
    assert sorted(set(usual)) == list(LENGTHS)
    for plan in plans:
        assert all(phase.minutes >= phase.more >= 0 for phase in plan.phases)
        assert plan.clock[-1][1] == plan.minutes


def question(text: str, to: str = "all") -> Asked:
    told = replace(story(), reflections=(Reflection(to, Words((Run(text),), Span(0, 0))),))  # type: ignore[arg-type]
    return asked(told, (Question("Kaikille", Saying(text)),))[0]


@pytest.mark.parametrize(
    ("text", "panels"),
    [
        ("Mitä huomasit? (ruutu 5)", (5,)),
        ("Mitä huomasit (ruudut 3–6)?", (3, 4, 5, 6)),
        ("Mitä huomasit? (ruudut 4, 13 ja 17)", (4, 13, 17)),
        ("Vad märkte du? (rutorna 4 och 5)", (4, 5)),
        ("What did you see? (panels 1-3)", (1, 2, 3)),
    ],
)
def test_authors_name_panels_behind_a_question(text: str, panels: tuple[int, ...]) -> None:
    found = question(text)
    assert found.panels == panels and found.unknown == ()
    assert found.words == text.split(" (")[0].rstrip("?") + "?"


def test_other_brackets_are_words() -> None:
    for text in ("Mikä auttaa (kahvi 5 kertaa)?", "Kuka (ja miksi)?", "Mitä tapahtui (2024)?"):
        found = question(text)
        assert (found.words, found.panels) == (text, (4,))


def test_a_panel_that_does_not_exist_is_told() -> None:
    found = question("Mitä huomasit? (ruudut 21–23)")
    assert (found.panels, found.unknown) == ((21,), (22, 23))


def test_questions_look_at_the_choice_or_at_the_ends() -> None:
    assert (question("Mitä?").panels, question("Mitä?").look) == ((4,), "Ruutu 4 (valinta)")
    found = question("Mitä?", "expert")
    assert (found.panels, found.look) == ((13, 17, 21), "Ruudut 13, 17 ja 21 (jatkojen loput)")
