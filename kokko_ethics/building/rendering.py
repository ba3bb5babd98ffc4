"""Rendering: artifacts → bytes, on as many processors as a build may use; the bytes are the same for any number."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from kokko_ethics.outputs.protocol import Artifact

_due: Sequence[Artifact] = ()
"""What the children of a fork find already in their memory, so that no picture has to travel to them."""


def render(artifacts: Sequence[Artifact], jobs: int) -> list[bytes]:
    """The bytes of every artifact, in order. Only where processes can be forked safely is more than one used."""
    global _due
    if jobs < 2 or len(artifacts) < 2 or sys.platform != "linux":
        return [artifact.render() for artifact in artifacts]
    _due = artifacts
    try:
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(min(jobs, len(artifacts)), mp_context=fork, initializer=leave_interrupts) as pool:
            return list(pool.map(_render, range(len(artifacts))))
    finally:
        _due = ()


def leave_interrupts() -> None:
    """In a child process: Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _render(index: int) -> bytes:
    return _due[index].render()
