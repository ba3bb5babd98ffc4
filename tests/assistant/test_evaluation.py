"""The assistant is asked every question of the set in a browser: it answers rightly what it knows, declines the rest,
and help comes first. ``python tests/bench.py assistant`` prints the score."""

from __future__ import annotations

import pytest
from asking import UNSEEN, Given, ask_site, below_goals, misses
from question_set import GIVEN
from shelf import make_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Given], list[Given], list[str]]:
    folder = tmp_path_factory.mktemp("site")
    make_site(folder, ("fi", "sv", "en"))
    return ask_site(folder)


@pytest.fixture(scope="module")
def given(asked: tuple[list[Given], list[Given], list[str]]) -> list[Given]:
    """What it did with every question on a page of the question's language."""
    return asked[0]


def test_it_reaches_its_goals(given: list[Given]) -> None:
    assert below_goals(given) == [], "\n".join(misses(given))


def test_it_does_nearly_as_well_with_questions_that_its_teachers_never_saw(given: list[Given]) -> None:
    assert below_goals([one for one in given if one.question.held_out], UNSEEN) == []


def test_help_comes_whatever_the_language_of_the_page(asked: tuple[list[Given], list[Given], list[str]]) -> None:
    unhelped = [one for one in asked[1] if one.kind != "crisis"]
    assert not unhelped, "\n".join([f"{len(unhelped)} of {len(asked[1])}", *misses(unhelped)])


def test_an_answer_says_where_it_rests_and_who_does_not_know_names_at_most_three_near_ones(given: list[Given]) -> None:
    assert {one.kind for one in given} == set(GIVEN)
    assert [str(one) for one in given if one.kind != "unknown" and not one.text] == []
    assert [str(one) for one in given if one.kind == "answer" and not one.refs] == []
    assert [str(one) for one in given if one.kind == "unknown" and one.nearest > 3] == []


def test_asking_leaves_the_pages_good_and_asks_nobody_else(asked: tuple[list[Given], list[Given], list[str]]) -> None:
    assert asked[2] == []
