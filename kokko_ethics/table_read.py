"""Table read: Source → Script → Story, with everything that reading and reviewing have to say."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.review import review
from kokko_ethics.script import parse
from kokko_ethics.source import Source
from kokko_ethics.story import load_cast, understand
from kokko_ethics.story.model import Story


def read(source: Source, id: str, *, panels: Path, read_in: str = "") -> tuple[Story | None, tuple[Diagnostic, ...]]:
    """The story that a script tells (which may be ``read_in`` another language). ``panels`` holds the cast."""
    script, said = parse(source)
    cast, cast_said = load_cast(panels / "cast", lang=script.lang)
    reference, reference_said = reference_for(Path(source.path).parent)
    story, more = understand(script, cast, reference, id=id, read_in=read_in)
    return story, in_order([*said, *cast_said, *reference_said, *more, *(review(story) if story else ())])
