"""Files that share work are made in one process, whatever the number of processors, and all come out in order."""

from __future__ import annotations

import os
import sys

import pytest

from kokko_ethics.building.rendering import render
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
