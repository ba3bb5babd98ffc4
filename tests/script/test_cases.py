"""Cases: each file in tests/cases holds a script, the diagnostics and the story that it has to give.

``KOKKO_ACCEPT=1 pytest tests/script/test_cases.py`` writes down what comes out now; read it before keeping it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from dumped import diagnostics_dump, story_dump, told

from kokko_ethics.script import format_script, parse
from kokko_ethics.script.meaning import meaning
from kokko_ethics.source import Source

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.md"))
BLOCK = re.compile(r"~~~~(script|diagnostics|story)\n(.*?)\n?~~~~", re.DOTALL)


def blocks(path: Path) -> dict[str, str]:
    return dict(BLOCK.findall(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    story, found = told(blocks(path)["script"], path.stem)
    now = {"diagnostics": diagnostics_dump(found), "story": story_dump(story)}
    if os.environ.get("KOKKO_ACCEPT"):
        title = path.read_text(encoding="utf-8").split("~~~~")[0].rstrip()
        parts = [f"~~~~{kind}\n{text}\n~~~~" for kind, text in ({"script": blocks(path)["script"]} | now).items()]
        path.write_text("\n\n".join([title, *parts]) + "\n", encoding="utf-8")
    wanted = blocks(path)
    assert now == {"diagnostics": wanted["diagnostics"], "story": wanted["story"]}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_formatting_a_case_keeps_its_meaning(path: Path) -> None:
    source = Source.of(blocks(path)["script"])
    formatted = format_script(source)
    assert format_script(Source.of(formatted)) == formatted
    assert meaning(parse(Source.of(formatted))[0]) == meaning(parse(source)[0])
    assert story_dump(told(formatted)[0]) == story_dump(told(source.text)[0])
