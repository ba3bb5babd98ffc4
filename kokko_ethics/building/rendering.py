"""Rendering: artifacts → bytes, on as many processors as a build may use; the bytes are the same for any number."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

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
    if jobs < 2 or len(groups) < 2 or sys.platform != "linux":
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


def _grouped(artifacts: Sequence[Artifact]) -> list[list[Artifact]]:
    """The artifacts that share work as one group, every other one as its own, in the order of the first of each."""
    groups: dict[str, list[Artifact]] = {}
    for artifact in artifacts:
        groups.setdefault(artifact.together or f"/{artifact.path}", []).append(artifact)
    return list(groups.values())


def _render(index: int) -> list[bytes]:
    return [artifact.render() for artifact in _due[index]]
