"""Files that share work are made in one process, whatever the number of processors, and all come out in order."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable

import pytest

from kokko_ethics.building.rendering import Rendered, meanwhile, render
from kokko_ethics.outputs.protocol import Artifact


class Work:
    """Work that is done when it is first asked for, and that says in which process."""

    def __init__(self) -> None:
        self.times = 0

    def render(self) -> bytes:
        self.times += 1
        return f"{os.getpid()} {self.times}".encode()


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_work_is_shared(jobs: int) -> None:
    one, other = Work(), Work()
    files = [
        Artifact("a", "a", one.render, "one"), Artifact("b", "b", other.render), Artifact("c", "c", one.render, "one"),
        Artifact("d", "d", lambda: b"d"),
    ]  # fmt: skip
    a, b, c, d = render(files, jobs)
    assert (a.split()[0], a.split()[1], c.split()[1], b.split()[1], d) == (c.split()[0], b"1", b"2", b"1", b"d")
    if jobs > 1 and sys.platform == "linux":
        assert a.split()[0] != str(os.getpid()).encode()


def work() -> Rendered:
    """Says in which process it was done."""
    return {("a", "a"): str(os.getpid()).encode()}


@pytest.mark.skipif(sys.platform != "linux", reason="only there processes are forked")
def test_work_is_done_in_another_process_meanwhile() -> None:
    with meanwhile(work, 2) as finish:
        assert finish()["a", "a"] != str(os.getpid()).encode()


def test_without_a_second_processor_it_is_done_here() -> None:
    with meanwhile(work, 1) as finish:
        assert finish()["a", "a"] == str(os.getpid()).encode()


@pytest.mark.parametrize("end", [pytest.param(lambda: [][1], id="fails"), pytest.param(lambda: os._exit(9), id="dies")])
@pytest.mark.skipif(sys.platform != "linux", reason="only there processes are forked")
def test_what_another_process_could_not_do_is_done_here(end: Callable[[], object]) -> None:
    here = os.getpid()

    def torn() -> Rendered:
        if os.getpid() != here:
            end()
        return work()

    with meanwhile(torn, 2) as finish:
        assert finish()["a", "a"] == str(here).encode()


@pytest.mark.skipif(sys.platform != "linux", reason="only there processes are forked")
def test_work_that_nobody_waits_for_is_stopped() -> None:
    with contextlib.suppress(KeyError), meanwhile(lambda: {("a", "a"): bytes(signal.pause() or 0)}, 2):
        raise KeyError
    assert not multiprocessing.active_children()
