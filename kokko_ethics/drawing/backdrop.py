"""Backdrop: what stands behind the people, as we draw it or as an illustrator did."""

from __future__ import annotations

from kokko_ethics.drawing.artwork import draw_artwork
from kokko_ethics.drawing.model import Mark
from kokko_ethics.drawing.setting import draw_setting
from kokko_ethics.geometry import Box
from kokko_ethics.staging.model import Backdrop, Stage

_NEARNESS = {"wide": 1.0, "medium": 1.35, "two-shot": 1.6, "over-shoulder": 1.6, "close": 2.0, "detail": 2.4}
"""How much of a drawn place a shot shows: nearer shots show less of it."""


def draw_backdrop(stage: Stage) -> tuple[Mark, ...]:
    """The backdrop of ``stage``; it covers the panel."""
    if stage.backdrop is None:
        return draw_setting(stage)
    return (draw_artwork(stage.backdrop.artwork, _covering(stage, stage.backdrop)),)


def _covering(stage: Stage, backdrop: Backdrop) -> Box:
    """Where the picture lies so that it covers the panel: its horizon at our eyes, as far as its edges let it."""
    camera, (w, h) = stage.camera, (backdrop.artwork.width, backdrop.artwork.height)
    nearness = 1.0 if backdrop.horizon is None else _NEARNESS[stage.shot]
    scale = max(camera.width / w, camera.height / h) * nearness
    x = (camera.width - w * scale) / 2
    y = (camera.height - h * scale) / 2
    if backdrop.horizon is not None:
        y = min(0.0, max(camera.height - h * scale, camera.horizon - backdrop.horizon * h * scale))
    return Box(x, y, w * scale, h * scale)
