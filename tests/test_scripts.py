"""The stories that we ship, and the example of the script format, build without a complaint and without a flaw."""

from __future__ import annotations

from pathlib import Path

import pytest
from truth import flaws

from kokko_ethics.compiler import compile_story
from kokko_ethics.diagnostics import Severity
from kokko_ethics.edition import Pane
from kokko_ethics.lettering.judging import GOOD
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent
SCRIPTS = (
    *sorted((ROOT.parent / "scripts").glob("*.md")),
    *sorted((ROOT / "scripts").glob("*.md")),
    *sorted((ROOT.parent / "kokko_ethics" / "cli" / "templates").glob("*.md")),
    ROOT / "cases" / "example.md",
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_shipped_story_builds_without_a_flaw(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.parent.name == "cases":
        text = text.split("~~~~script\n")[1].split("\n~~~~")[0] + "\n"
    compiled = compile_story(Source.of(text), path.stem, panels=panels_folder())
    assert [one.code for one in compiled.diagnostics if one.severity > Severity.HINT] == []
    assert compiled.edition is not None
    edition = compiled.edition
    panes: list[Pane] = [pane for pages in (edition.a4, edition.a5) for page in pages.pages for pane in page.panes]
    for pane in (*panes, *edition.web):
        assert pane.lettering.broken == (), pane.label
        assert pane.lettering.score >= GOOD, pane.label
        assert flaws(pane.lettering) == [], pane.label
