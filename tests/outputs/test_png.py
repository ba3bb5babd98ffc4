"""PNG: the right size and resolution, an opaque white ground, and a clear word where the command is missing."""

from __future__ import annotations

import io

import pytest
from made_edition import edition
from PIL import Image

from kokko_ethics.outputs import png
from kokko_ethics.outputs.png import Png

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


def test_without_the_command_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png.sys, "executable", "/nowhere/python")
    monkeypatch.setattr(png.shutil, "which", lambda _: None)
    monkeypatch.setattr(png, "files", lambda _: [])
    png.resvg.cache_clear()
    with pytest.raises(RuntimeError, match="pip install resvg-cli"):
        FILES["panels/001.png"].render()
    png.resvg.cache_clear()
