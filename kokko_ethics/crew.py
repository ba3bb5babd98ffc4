"""Crew: the same work on many things at once, for as long as a build has processors to spare for one story.

Nothing but time depends on it: what is made, and in which order, is the same for any number of hands.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")
_on_duty: ProcessPoolExecutor | None = None


@contextmanager
def crew(hands: int) -> Iterator[None]:
    """As long as this lasts, :func:`at_once` has so many processes. Only where they can be forked safely is there more
    than one; none is started before there is work for it."""
    global _on_duty
    if hands < 2 or sys.platform != "linux" or _on_duty:
        yield
        return
    ignoring = (signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    with ProcessPoolExecutor(hands, get_context("fork"), initializer=signal.signal, initargs=ignoring) as pool:
        _on_duty = pool
        try:
            yield
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        finally:
            _on_duty = None


def at_once(work: Callable[[_Thing], _Result], things: Sequence[_Thing]) -> list[_Result]:
    """What ``work``, a function of a module, makes of each of ``things``, in order."""
    return list(_on_duty.map(work, things) if _on_duty and len(things) > 1 else map(work, things))
