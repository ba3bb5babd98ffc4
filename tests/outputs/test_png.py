"""PNG: the right size and resolution, an opaque white ground, and a clear word where the command is missing."""

from __future__ import annotations

import io

import pytest
from made_edition import edition
from PIL import Image

from kokko_ethics.drawing.model import Drawing, Group, Path
from kokko_ethics.outputs import png
from kokko_ethics.outputs.png import Png, to_png

FILES = {artifact.path: artifact for artifact in Png().publish(edition())}


def test_a_page_is_a4_at_150_dots_an_inch() -> None:
    picture = Image.open(io.BytesIO(FILES["pages/001.png"].render()))
    assert [abs(dots / 150 * 25.4 - mm) < 0.2 for dots, mm in zip(picture.size, (210, 297), strict=True)] == [
        True,
        True,
    ]
    assert [round(dpi) for dpi in picture.info["dpi"]] == [150, 150]


def test_words_and_figures_are_there_on_white() -> None:
    picture = Image.open(io.BytesIO(FILES["pages/002.png"].render())).convert("RGBA")
    assert picture.getchannel("A").getextrema() == (255, 255)
    assert picture.getpixel((3, 3)) == (255, 255, 255, 255)
    assert len(picture.getcolors(1 << 20) or []) > 50


def test_the_same_panel_gives_the_same_bytes() -> None:
    panel = FILES["panels/001.png"]
    assert panel.render() == panel.render()


def test_a_picture_that_is_larger_than_its_panel_ends_at_the_frame() -> None:
    frame = "M1 1L99 1L99 49L1 49Z"
    scene = Group((Path("M-500 -500L500 -500L500 500L-500 500Z", fill="#cc0000"),), role="picture", clip=frame)
    line = Path(frame, stroke="#000000", width=2.0, role="frame")
    drawing = Drawing("p", 100.0, 50.0, (scene, line), "en", "", "", "")
    picture = Image.open(io.BytesIO(to_png(drawing, 720))).convert("RGB")
    assert [picture.getpixel((x, 250)) for x in (0, 10, 30, 500, 970, 999)] == [
        (0, 0, 0), (0, 0, 0), (204, 0, 0), (204, 0, 0), (204, 0, 0), (0, 0, 0),
    ]  # fmt: skip
    assert picture.getpixel((0, 0)) == (255, 255, 255)


def test_without_the_command_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png.sys, "executable", "/nowhere/python")
    monkeypatch.setattr(png.shutil, "which", lambda _: None)
    monkeypatch.setattr(png, "files", lambda _: [])
    png.resvg.cache_clear()
    with pytest.raises(RuntimeError, match="pip install resvg-cli"):
        FILES["panels/001.png"].render()
    png.resvg.cache_clear()
