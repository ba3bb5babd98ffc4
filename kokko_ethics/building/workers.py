"""Workers: the same work on many things, several at a time; the results come in order and are the same for any number
of processes."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")
_MOST = 4


def processors() -> int:
    """How many processors are used where nobody says how many: all, at most four."""
    return min(_MOST, os.cpu_count() or 1)


def shared_out(
    work: Callable[[_Thing], _Result], things: Sequence[_Thing], workers: int, *, at_once: int = 1
) -> Iterator[_Result]:
    """What ``work``, a function of a module, makes of each of ``things``, by so many ``workers``; each takes as many
    ``at_once``, which lie beside each other. One worker is this process."""
    workers = min(workers, len(things))
    if workers < 2:
        yield from map(work, things)
        return
    context = get_context("spawn" if os.name == "nt" else None)
    gc.freeze()  # what is loaded by now is never garbage: workers leave it where it is, in memory that all share
    with ProcessPoolExecutor(workers, mp_context=context, initializer=leave_interrupts) as pool:
        try:
            yield from pool.map(work, things, chunksize=at_once)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def leave_interrupts() -> None:
    """In a child process: Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
