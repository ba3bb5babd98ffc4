"""Palette: the colours of a place at a time of day, read from ``panels/settings``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from kokko_ethics.drawing.ink import channels, hex_of
from kokko_ethics.workspace import panels_folder

_OUTDOORS = frozenset({"park", "bus-stop", "street"})


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one place in one light, as ``#rrggbb``. ``lit`` says whether lamps burn."""

    wall: str
    dots: str
    floor: str
    floor_far: str
    trim: str
    line: str
    wood: str
    accent: str
    second: str
    sky: str
    sky_low: str
    far: str
    near: str
    tree: str
    lit: bool


@cache
def palette_of(place: str, time: str) -> Palette:
    """The palette of ``place`` at ``time``; an unknown place looks like nowhere, an unknown time like day."""
    places, lights = _table("palettes.toml"), _table("light.toml")
    light = lights.get(time, lights["day"])
    fall = str(light["outdoors" if place in _OUTDOORS else "indoors"])
    own = {key.replace("-", "_"): multiply(str(hue), fall) for key, hue in places.get(place, places["nowhere"]).items()}
    outside = {key.replace("-", "_"): str(light[key]) for key in ("sky", "sky-low", "far", "near", "tree")}
    return Palette(**own, **outside, lit=bool(light["lit"]))


@cache
def _table(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((panels_folder() / "settings" / name).read_text(encoding="utf-8"))


@cache
def mix(first: str, second: str, share: float) -> str:
    """The colour on the way from ``first`` (``share`` 0) to ``second`` (1)."""
    return hex_of(a + (b - a) * share for a, b in zip(channels(first), channels(second), strict=True))


@cache
def multiply(colour: str, light: str) -> str:
    """``colour`` in coloured ``light``."""
    return hex_of(a * b / 255 for a, b in zip(channels(colour), channels(light), strict=True))


def shade(colour: str, by: float = 0.14) -> str:
    """``colour`` in the shadow: darker and a little cooler."""
    return mix(colour, "#2b2540", by)


def pale(colour: str, by: float = 0.4) -> str:
    """``colour`` far away or in full light."""
    return mix(colour, "#fffdf6", by)
