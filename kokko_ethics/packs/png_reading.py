"""PNG from outside: checked, and written anew, so that only its pixels are carried over."""

from __future__ import annotations

import io

from kokko_ethics.packs.model import Artwork
from kokko_ethics.packs.svg_reading import Unreadable

LARGEST, WIDEST = 5_000_000, 4_000
"""Limits: bytes of a file, pixels of a side."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read_png(data: bytes) -> Artwork:
    """The picture of a PNG file.

    Raises:
        Unreadable: if it is too large, moves, or is no PNG.
    """
    from PIL import Image, ImageFile

    if len(data) > LARGEST:
        raise Unreadable("too-large")
    if not data.startswith(_SIGNATURE):
        raise Unreadable("no-png")
    forgiving, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # others in the house set it
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            if max(picture.size) > WIDEST:
                raise Unreadable("too-wide")
            if getattr(picture, "is_animated", False):
                raise Unreadable("moves")
            pixels = picture.convert("RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable("no-png") from error
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = forgiving
    written = io.BytesIO()
    pixels.save(written, "PNG", compress_level=6)
    return Artwork(float(pixels.width), float(pixels.height), png=written.getvalue())
