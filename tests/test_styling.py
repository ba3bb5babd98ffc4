"""Styling: an edition comes in any style, and from any style in any other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kokko_ethics.compiler import compile_story
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import A5, STYLES
from kokko_ethics.source import Source
from kokko_ethics.styling import in_style
from kokko_ethics.workspace import panels_folder

SCRIPT = Path(__file__).parents[1] / "scripts" / "10-liimattu-muki.md"


@cache
def compiled() -> Edition:
    source = Source.of(SCRIPT.read_text(encoding="utf-8"), str(SCRIPT))
    made = compile_story(source, "muki", panels=panels_folder()).edition
    assert made
    return made


def test_from_every_style_a_page_to_colour_in_is_the_same() -> None:
    to_colour_in = in_style(compiled(), "outline")
    for style in STYLES:
        assert in_style(compiled(), style).in_style("outline") == to_colour_in


def test_pages_in_another_format_come_in_the_style() -> None:
    inked = in_style(compiled(), "ink")
    assert inked.pages(A5) == inked.a5 != compiled().a5
