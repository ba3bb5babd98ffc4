"""Two ways to the same picture: what is painted onto PDF pages is what the SVG of the same marks shows."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path as File

import pytest
import weasyprint
from outputs.made_edition import edition
from PIL import Image, ImageChops, ImageFilter

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text, TextLine, TextRun
from kokko_ethics.geometry import Box, place
from kokko_ethics.outputs.painting import Painting, lettering_only, paintable
from kokko_ethics.outputs.png import resvg
from kokko_ethics.outputs.svg import to_svg

SIZE = 120.0
SQUARE = "M10 10L60 10L60 60L10 60Z"
LINE = TextLine(20, 60, 40, (TextRun("PAM", "sound"),))


def drawing(*marks: Mark) -> Drawing:
    return Drawing("d", SIZE, SIZE, marks, "fi", "Ruutu 1", "", "")


def painted(of: Drawing, folder: File) -> Image.Image:
    html = (
        f"<style>@page{{size:{of.width}pt {of.height}pt;margin:0}}body{{margin:0}}div{{width:{of.width}pt;"
        f"height:{of.height}pt;background:url(painting:1) 0 0/100% 100% no-repeat}}</style><div></div>"
    )
    file = folder / "painted.pdf"
    file.write_bytes(weasyprint.HTML(string=html).write_pdf(cache={"painting:1": Painting(of)}))
    run = subprocess.run(["pdftoppm", "-r", "144", "-singlefile", "-png", file], capture_output=True, check=True)
    return Image.open(BytesIO(run.stdout)).convert("RGB")


def drawn(of: Drawing, folder: File) -> Image.Image:
    (folder / "drawn.svg").write_text(to_svg(of, sized=True, outlined=True), encoding="utf-8")
    target = folder / "drawn.png"
    command = [resvg(), "--background", "white", "--zoom", "2", folder / "drawn.svg", target]
    subprocess.run(command, check=True, capture_output=True)
    return Image.open(target).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> int:
    """How far the two are apart where they are furthest, edges smoothed away (0 to 255)."""
    size = (120, 120)
    soft = [image.resize(size).filter(ImageFilter.BoxBlur(2)) for image in (one, other)]
    return max(high for _, high in ImageChops.difference(*soft).getextrema())


MARKS = {
    "lines": Path(SQUARE, "#c04030", "#1d1a22", 3),
    "relative": Path("m10 10l50 0 0 50-50 0z", "#305080"),
    "curves": Path("M10 60C10 0 110 0 110 60S60 110 10 60Z", "#305080"),
    "relative curves": Path("M10 60c0-60 100-60 100 0s-50 50-100 0z", "", "#305080", 4),
    "quadratic": Path("M10 60Q60-20 110 60q-50 80-100 0Z", "#308050", "#1d1a22", 2),
    "two outlines": Path("M10 10L50 10L50 50ZM60 60l40 0 0 40z", "#905090"),
    "dashes": Path("M10 20L110 20L110 100", "", "#1d1a22", 5, dash=(12, 9)),
    "faint": Path(SQUARE, "#c04030", "#1d1a22", 8, opacity=0.4),
    "faint fill": Path(SQUARE, "#c04030", opacity=0.4),
    "faint group": Group((Path(SQUARE, "#c04030"), Path("M40 40L100 40L100 100L40 100Z", "#304090")), opacity=0.5),
    "moved": Group((Path(SQUARE, "#c04030"),), matrix=place(100, 20, 0.8, mirrored=True, turn=10)),
    "clipped": Group((Path("M0 0L120 0L120 120L0 120Z", "#c0a030"),), clip="M60 10L110 110L10 110Z"),
    "turned letters": Text((LINE,), 34, "#f0c020", stroke="#1d1a22", width=3, turn=-20),
}  # fmt: skip


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
def test_marks_look_the_same_both_ways(mark: Mark, tmp_path: File) -> None:
    assert difference(painted(drawing(mark), tmp_path), drawn(drawing(mark), tmp_path)) <= 24


def test_the_measure_sees_a_small_difference(tmp_path: File) -> None:
    one, other = drawing(Path(SQUARE, "#c04030")), drawing(Path("M10 10L60 10L60 66L10 66Z", "#c04030"))
    assert difference(painted(one, tmp_path), drawn(other, tmp_path)) > 24


def test_text_is_left_to_the_typesetter() -> None:
    pane = edition().a4.pages[0].panes[0].drawing
    kept = lettering_only(pane)
    assert "<path" not in to_svg(kept) and "Tein jo valmiin suunnitelman!" in to_svg(kept)


def test_pictures_from_outside_are_not_painted() -> None:
    inside = drawing(Path(SQUARE, "#c04030"))
    assert paintable(inside)
    assert not paintable(replace(inside, marks=(Group((Picture(Box(0, 0, 9, 9), b"png"),)),)))
