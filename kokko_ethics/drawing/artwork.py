"""Artwork: drawings from outside as marks."""

from __future__ import annotations

from kokko_ethics.drawing.model import Group, Mark, Path, Picture
from kokko_ethics.geometry import Box
from kokko_ethics.packs.model import Artwork


def draw_artwork(artwork: Artwork, box: Box) -> Group:
    """The artwork, stretched to fill ``box``."""
    if artwork.png:
        return Group((Picture(box, artwork.png),))
    marks: tuple[Mark, ...] = tuple(
        Path(shape.d, shape.fill, shape.stroke, shape.width, shape.opacity) for shape in artwork.shapes
    )
    return Group(marks, matrix=(box.w / artwork.width, 0.0, 0.0, box.h / artwork.height, box.x, box.y))
