"""Reading is quick enough to do at every key press."""

from __future__ import annotations

import subprocess
import sys
import time

from dumped import CAST

from kokko_ethics.script import parse
from kokko_ethics.source import Source
from kokko_ethics.story import understand

PANEL = """## Lähikuva, kokoushuone

Aino ja Samir istuvat saman pöydän ääressä.

[Aino vasemmalla istuu kahvikuppi, Samir oikealla istuu paperi]

AINO (iloinen): Tämä on *ihan* hyvä alku.

SAMIR (epäilevä): Niin kai. Entä sitten?
~ Niin. Mitä nyt?

"""


def test_a_story_of_fifteen_panels() -> None:
    source = Source.of("---\notsikko: T\nkieli: fi\n---\n# Kohtaus\n\n" + PANEL * 15)
    times = []
    for _ in range(5):
        start = time.perf_counter()
        script, _ = parse(source)
        story, _ = understand(script, CAST, id="t")
        times.append(time.perf_counter() - start)
    assert story is not None and len(story.panels) == 15
    assert min(times) <= 0.015


def test_importing_the_room_needs_no_heavy_library() -> None:
    asked = (
        "import sys, kokko_ethics.script, kokko_ethics.story;"
        "print([name for name in ('yaml', 'markdown_it') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
