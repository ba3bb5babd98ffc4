"""Styles: other colours, the same picture; words that everybody can read; people whom everybody can tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path as File

import pytest
from made_panels import made_story

from kokko_ethics.compiler import page_set
from kokko_ethics.drawing.ink import channels, hex_of
from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Text
from kokko_ethics.drawing.styles import in_style, lightness, luminance
from kokko_ethics.house_style import A5, CAPTION_GROUND, INK, PAPER, STYLES, Style
from kokko_ethics.staging.model import OUR_OWN
from kokko_ethics.story import load_cast

CAST = load_cast(File(__file__).parents[2] / "panels" / "cast")[0]
OTHERS = [style for style in STYLES if style != "colour"]


@pytest.fixture(scope="module")
def drawings() -> list[Drawing]:
    pages = page_set(OUR_OWN, made_story(7, 4), A5)
    return [pane.drawing for page in pages.pages for pane in page.panes]


def flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from flat(mark.marks)
        else:
            yield mark


def shapes(drawing: Drawing) -> list[str]:
    return [mark.d for mark in flat(drawing.marks) if isinstance(mark, Path)]


def colours(drawing: Drawing) -> set[str]:
    marks = (mark for mark in flat(drawing.marks) if isinstance(mark, Path | Text))
    return {colour for mark in marks for colour in (mark.fill, mark.stroke) if colour}


@pytest.mark.parametrize("style", OTHERS)
def test_no_style_moves_or_adds_a_shape(style: Style, drawings: list[Drawing]) -> None:
    for drawing in drawings:
        before = iter(shapes(drawing))
        assert all(shape in before for shape in shapes(in_style(drawing, style)))


@pytest.mark.parametrize("style", OTHERS)
def test_every_letter_stays_where_it_is(style: Style, drawings: list[Drawing]) -> None:
    def lines(drawing: Drawing) -> list[object]:
        return [mark.lines for mark in flat(drawing.marks) if isinstance(mark, Text)]

    for drawing in drawings:
        assert lines(in_style(drawing, style)) == lines(drawing)


def test_ink_knows_black_and_white_only_and_no_veils(drawings: list[Drawing]) -> None:
    for drawing in drawings:
        inked = in_style(drawing, "ink")
        assert colours(inked) == {"#000000", "#ffffff"}
        assert all(mark.opacity == 1 for mark in flat(inked.marks) if isinstance(mark, Path))


def test_grey_knows_no_hue(drawings: list[Drawing]) -> None:
    for drawing in drawings:
        for colour in colours(in_style(drawing, "grey")):
            assert len(set(channels(colour))) == 1, colour


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [PAPER, CAPTION_GROUND, "#ffffff", "#f7f5ef", "#fdfcff", "#f3f1ea"])
def test_words_have_a_contrast_of_at_least_seven(ground: str) -> None:
    assert contrast(INK, ground) >= 7


SEEN = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How colours look to readers of each kind: the matrices of Machado, Oliveira and Fernandes (2009), rounded."""


def seen(colour: str, kind: str) -> tuple[float, float, float]:
    """The colour as CIELAB, as readers of one kind see it."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    r, g, b = (max(0.0, sum(k * c for k, c in zip(row, linear, strict=True))) for row in SEEN[kind])
    xyz = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505, 0.2126 * r + 0.7152 * g + 0.0722 * b, (
        0.0193 * r + 0.1192 * g + 0.9505 * b
    ) / 1.089
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


@pytest.mark.parametrize("kind", SEEN)
def test_the_cast_wears_colours_that_everybody_can_tell_apart(kind: str) -> None:
    worn = {id: one.look.over_colour if one.look.over else one.look.top_colour for id, one in CAST.items()}
    for (one, a), (other, b) in combinations(worn.items(), 2):
        apart = sum((p - q) ** 2 for p, q in zip(seen(a, kind), seen(b, kind), strict=True)) ** 0.5
        assert apart >= 10 or CAST[one].look.headwear != CAST[other].look.headwear, (one, other, round(apart, 1))


def test_lightness_runs_from_black_to_white() -> None:
    assert [round(lightness(hex_of((v,) * 3)), 2) for v in (0, 119, 255)] == [0.0, 0.5, 1.0]
