"""Makes the test tools (truth.py, made_panels.py) importable from every folder of tests, and lets no property depend on
the machine's speed; where ``CI`` is set, properties are tried on the same examples every time.

Files that are marked as slow go first: what is left when one processor is done is short.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole files keep together: ``make test`` hands them out in this order."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """Let Python look less often for what nobody needs any more: what was collected stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
