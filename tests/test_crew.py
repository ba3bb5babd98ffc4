"""A crew: the same results in the same order, by other hands than one's own; faults come back, hands go home."""

from __future__ import annotations

import os
import sys

import pytest

from kokko_ethics.crew import at_once, crew


def whose(thing: int) -> tuple[int, bool]:
    return thing, os.getpid() == PARENT


def broken(thing: int) -> int:
    raise ValueError(f"not {thing}")


PARENT = os.getpid()


def test_without_a_crew_work_is_done_here_in_order() -> None:
    assert at_once(whose, [3, 1, 2]) == [(3, True), (1, True), (2, True)]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_a_crew_works_elsewhere_in_the_same_order() -> None:
    with crew(2):
        assert at_once(whose, [3, 1, 2]) == [(3, False), (1, False), (2, False)]
    assert at_once(whose, [3, 1]) == [(3, True), (1, True)]


def test_one_hand_is_ones_own() -> None:
    with crew(1):
        assert at_once(whose, [1, 2]) == [(1, True), (2, True)]


def test_a_fault_comes_back_and_ends_the_crew() -> None:
    with pytest.raises(ValueError, match="not 1"), crew(2):
        at_once(broken, [1, 2])
    assert at_once(whose, [1, 2]) == [(1, True), (2, True)]
