"""Rendering: artifacts → bytes, on as many processors as a build may use; the bytes are the same for any number."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection

from kokko_ethics.building.workers import leave_interrupts
from kokko_ethics.outputs.protocol import Artifact

_due: Sequence[Sequence[Artifact]] = ()
"""What the children of a fork find already in their memory, so that no picture has to travel to them."""


Rendered = dict[tuple[str, str], bytes]
"""The bytes of artifacts by their paths and keys."""


def rendered(artifacts: Sequence[Artifact], jobs: int) -> Rendered:
    """What :func:`render` makes of every artifact."""
    return {(each.path, each.key): data for each, data in zip(artifacts, render(artifacts, jobs), strict=True)}


def render(artifacts: Sequence[Artifact], jobs: int) -> list[bytes]:
    """The bytes of every artifact, in order. Only where processes can be forked safely is more than one used."""
    global _due
    groups = _grouped(artifacts)
    if not _can_fork(jobs) or len(groups) < 2:
        return [artifact.render() for artifact in artifacts]
    _due = groups
    try:
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(min(jobs, len(groups)), mp_context=fork, initializer=leave_interrupts) as pool:
            found = pool.map(_render, range(len(groups)))
            made = {artifact.path: data for group, all in zip(groups, found, strict=True)
                    for artifact, data in zip(group, all, strict=True)}  # fmt: skip
    finally:
        _due = ()
    return [made[artifact.path] for artifact in artifacts]


@contextmanager
def meanwhile(work: Callable[[], Rendered], jobs: int) -> Iterator[Callable[[], Rendered]]:
    """What ``work`` makes, in another process while this one goes on; what it is given waits for it.

    Where there is no second process, or it comes to nothing, the work is done here, and its faults are told here.
    """
    if not _can_fork(jobs):
        yield work
        return
    fork = multiprocessing.get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_hand_over, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield lambda: _received(ours) or work()
    finally:
        process.terminate()
        process.join()
        ours.close()


def _hand_over(work: Callable[[], Rendered], pipe: Connection) -> None:
    leave_interrupts()
    try:
        made = work()
    except Exception:
        made = {}
    pipe.send(made)


def _received(pipe: Connection) -> Rendered:
    """What the other process sends; nothing if it can't."""
    try:
        made: Rendered = pipe.recv()
    except EOFError:
        return {}
    return made


def _can_fork(jobs: int) -> bool:
    return jobs > 1 and sys.platform == "linux"


def _grouped(artifacts: Sequence[Artifact]) -> list[list[Artifact]]:
    """The artifacts that share work as one group, every other one as its own, in the order of the first of each."""
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        groups.setdefault(artifact.together or f"/{artifact.path}", []).append(artifact)
    return list(groups.values())


def _render(index: int) -> list[bytes]:
    return [artifact.render() for artifact in _due[index]]
