"""The set that the assistant is judged by: large enough, divided by rule, and asking for entries that there are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from question_set import FEATURES, GIVEN, KINDS, LANGS, LATER, Question, length_feature, questions

from kokko_ethics.reference.shelf import reference_for

ALL = questions()
REFERENCE, _ = reference_for(Path(__file__).parents[2] / "scripts")
ANSWERED, DECLINED, CARDS = (
    {entry.id for entry in REFERENCE.questions.entries if entry.kind == kind}
    for kind in ("answer", "decline", "crisis")
)
EXPLAINED = {f"term:{term.id}" for term in REFERENCE.glossary.terms} | {
    f"principle:{one.id}" for one in REFERENCE.principles.entries
}


def test_every_language_has_many_questions_of_every_kind_in_both_parts() -> None:
    counted = Counter((one.lang, one.kind, one.held_out) for one in ALL)
    assert all(counted[lang, kind, held_out] for lang in LANGS for kind in KINDS for held_out in (True, False))
    for lang in LANGS:
        of = {kind: counted[lang, kind, True] + counted[lang, kind, False] for kind in KINDS}
        assert of["answer"] >= 60 and of["decline"] >= 12 and of["crisis"] >= 12 and of["unknown"] >= 12, lang


def test_every_third_question_of_the_first_is_held_out_and_none_is_missing() -> None:
    for lang in LANGS:
        own = [one for one in ALL if one.lang == lang and one.number < LATER]
        later = [one for one in ALL if one.lang == lang and one.number >= LATER]
        assert [one.number for one in later] == list(range(LATER, LATER + len(later)))
        assert not any(one.held_out for one in later)
        assert [one.number for one in own] == list(range(1, len(own) + 1))
        assert [one.number for one in own if one.held_out] == list(range(3, len(own) + 1, 3))


def test_no_question_is_asked_twice() -> None:
    asked = Counter(_letters(one.ask) for one in ALL)
    assert [text for text, times in asked.items() if times > 1] == []


def test_what_is_right_exists_and_fits_the_kind() -> None:
    assert [str(one) for one in ALL if not _is_sound(one)] == []


def test_a_question_with_an_entry_that_nobody_wrote_is_found_out() -> None:
    for kind, right in (("answer", "q31"), ("answer", "o3"), ("decline", "q3"), ("crisis", "o3"), ("lookalike", "o1")):
        assert not _is_sound(Question("fi", kind, 1, "Mitä?", (right,), (), False))


def _is_sound(one: Question) -> bool:
    right = set(one.right)
    if not right or not right <= ANSWERED | EXPLAINED | DECLINED | CARDS | set(GIVEN):
        return False
    if one.kind == "answer":
        return not right & set(GIVEN) and bool(right & (ANSWERED | EXPLAINED))
    if one.kind == "decline":
        return right <= DECLINED
    if one.kind == "crisis":
        return bool(right & {*CARDS, "crisis"})
    if one.kind == "lookalike":
        return not right & {*CARDS, "crisis"}
    return "unknown" in right


def test_nobody_taught_the_assistant_a_held_out_question_word_for_word() -> None:
    taught = {
        _letters(asked) for entry in REFERENCE.questions.entries for lang in entry.asked.values() for asked in lang
    }
    assert _letters("Mitä asiakasraati tekee?") == _letters("mitä asiakasraati tekee")
    assert [str(one) for one in ALL if one.held_out and len(one.ask.split()) > 3 and _letters(one.ask) in taught] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_that_answers_or_declines_is_asked_for_in_every_language(lang: str) -> None:
    wanted = {right for one in ALL if one.lang == lang for right in one.right}
    assert wanted >= ANSWERED | CARDS | DECLINED


def test_features_are_known_and_say_how_long_a_question_is() -> None:
    for one in ALL:
        assert set(one.features) <= set(FEATURES), one
        assert tuple(name for name in one.features if name in ("one-word", "short", "long")) == length_feature(one.ask)
        assert "no-diacritics" not in one.features or not set(one.ask.casefold()) & set("åäö"), one
    counted = Counter((one.lang, name) for one in ALL for name in one.features)
    for lang in LANGS:
        assert all(counted[lang, name] >= 3 for name in ("typo", "spoken", "inflected", "hostile", "indirect")), lang


def _letters(text: str) -> str:
    """A question without what makes no difference to it."""
    return "".join(filter(str.isalnum, text.casefold())) or text
