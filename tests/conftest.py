"""Makes the test tools (truth.py, made_panels.py) importable from every folder of tests, and lets no property depend on
the machine's speed; where ``CI`` is set, properties are tried on the same examples every time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")
