"""PNG: the same drawings with letters as outlines, rasterised by the ``resvg`` command at 150 dots an inch."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from kokko_ethics.drawing.model import Drawing, Group, Mark
from kokko_ethics.drawing.model import Path as Outline
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import number
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key, sheets
from kokko_ethics.outputs.svg import to_svg

DPI = 150
_HEADER_END = 33
"""Where a PNG's IHDR chunk ends: behind the signature."""


class Png:
    """Panels and pages as pictures, for slides and messages."""

    name = "png"
    about = "panels and pages as pictures, 150 dots an inch"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``panels/NNN.png`` and ``pages/NNN.png``."""
        for stem, drawing in sheets(edition):
            yield Artifact(f"{stem}.png", key(self.name, drawing), partial(to_png, drawing))


def to_png(drawing: Drawing, dpi: int = DPI) -> bytes:
    """A drawing as a PNG on white, with its resolution noted inside.

    Raises:
        RuntimeError: if there is no ``resvg`` command, or it fails.
    """
    svg = to_svg(replace(drawing, marks=tuple(_unclipped(drawing))), sized=True, outlined=True)
    options = ["--skip-system-fonts", "--background", "#ffffff", "--dpi", str(dpi)]
    done = subprocess.run([resvg(), *options, "-", "-c"], input=svg.encode(), capture_output=True, check=False)
    if done.returncode or not done.stdout:
        raise RuntimeError(f"resvg could not draw {drawing.id}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return _with_resolution(done.stdout, dpi)


def _unclipped(drawing: Drawing) -> Iterator[Mark]:
    """The marks, but a picture that ends at the drawing's frame ends at its edges instead, and paper lies between both,
    as it does behind a clip. For a clip ``resvg`` paints a layer as large as all that is cut away: of close-ups up to
    150 MB, which takes it three times as long.
    """
    frames = {mark.d: mark for mark in drawing.marks if isinstance(mark, Outline) and mark.role == "frame"}
    width, height = number(drawing.width), number(drawing.height)
    for mark in drawing.marks:
        if isinstance(mark, Group) and not mark.matrix and mark.clip in frames:
            yield replace(mark, clip="")
            edges = f"M0 0L{width} 0L{width} {height}L0 {height}Z"
            yield Outline(edges, stroke="#ffffff", width=frames[mark.clip].width)
        else:
            yield mark


@cache
def resvg() -> str:
    """The path of the ``resvg`` command of the package resvg-cli.

    Raises:
        RuntimeError: if it is nowhere to be found.
    """
    names = ("resvg.exe", "resvg") if sys.platform == "win32" else ("resvg",)
    beside = [Path(sys.executable).parent / name for name in names]
    found = next((path for path in (*beside, *_installed(names)) if path.is_file()), None)
    path = str(found) if found else shutil.which("resvg")
    if path is None:
        raise RuntimeError("The command resvg is missing. Install it with: python -m pip install resvg-cli")
    return path


def _installed(names: tuple[str, ...]) -> list[Path]:
    try:
        listed = files("resvg-cli") or []
    except PackageNotFoundError:
        return []
    return [Path(str(file.locate())) for file in listed if file.name in names]


def _with_resolution(png: bytes, dpi: int) -> bytes:
    """The picture with a pHYs chunk right behind its header: dots per metre in both directions."""
    per_metre = round(dpi / 0.0254)
    content = b"pHYs" + struct.pack(">IIB", per_metre, per_metre, 1)
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return png[:_HEADER_END] + chunk + png[_HEADER_END:]
