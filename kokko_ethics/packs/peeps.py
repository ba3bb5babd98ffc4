"""Open Peeps: builds an art pack from the npm package react-peeps. Drawings by Pablo Stanley, CC0 1.0.

Every body is a white silhouette and one black ink path. What the ink leaves of the silhouette falls into parts, and
every part has a place in a table: shirt, skin, shoe. So black and white drawings get the colours of our cast.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kokko_ethics.packs.reading import MANIFEST
from kokko_ethics.story.model import CastMember
from kokko_ethics.workspace import write_atomically

PACKAGE = "react-peeps@0.1.10"
"""The package and the version that the tables below were made for."""
_INK, _GROUND, _LINE = "#101112", "#fefdfc", "#1d1a22"
_HEAD = (225.0, 0.0, 560.0, 620.0)
"""Where a head lies, in the package's own units: left, top, width, height."""
_MOUTH, _FACE = (520.0, 430.0), (360.0, 190.0, 260.0, 300.0)
_SMALL, _BROAD, _FINE = 350.0, 2500.0, 1.6
"""Parts smaller than this are ink's own corners; hair is at least so large; outlines are simplified by so much."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A body: what it does, where its foot is, and which part (largest first) wears what; ``dark`` are the parts that
    the artist filled with ink."""

    does: tuple[str, ...]
    foot: tuple[float, float]
    parts: dict[str, tuple[int, ...]]
    dark: dict[int, str]


_BODIES = {
    "ShirtPantsWB": _Body(
        ("stands", "listens"), (420, 2880), {"top": (0, 1, 6, 7, 13), "skin": (4, 5, 11, 9, 10), "shoe": (2, 3),
        "sole": (8, 12)}, {0: "bottom"},
    ),
    "EasingWB": _Body(
        ("explains", "shows"), (420, 2880), {"over": (0, 2, 9, 15, 16, 17, 7), "top": (1,), "skin": (3, 4, 8, 10, 12),
        "shoe": (5, 6, 14), "sole": (11, 13)}, {0: "bottom", 1: "over"},
    ),
    "CrossedArmsWB": _Body(
        ("arms-crossed",), (420, 2880), {"top": (0, 1, 11), "skin": (2, 5, 10, 6, 8), "shoe": (3, 4), "sole": (7, 9)},
        {0: "bottom"},
    ),
    "WheelChair": _Body(
        ("rolls", "sits"), (560, 2250), {"bottom": (0, 3), "top": (1, 2), "skin": (6, 8, 14), "shoe": (9, 12),
        "sole": (19, 23), "seat": (4, 10), "metal": (5, 11, 7, 13, 15, 16, 17, 18, 20, 21, 22, 24, 25, 26)},
        {1: "top", 4: "seat"},
    ),
}  # fmt: skip
_STANDING = ("ShirtPantsWB", "EasingWB", "CrossedArmsWB")
_HAIR = {
    "aino": "GrayShort", "hodan": "Hijab", "jere": "ShavedSides", "kerstin": "GrayMedium", "leena": "Bun",
    "milla": "ShortCurly", "noa": "ShavedRight", "samir": "Short",
}  # fmt: skip
_FACES = {
    "Smile": ("happy", "pleased", "proud", "hopeful", "relieved", "moved"),
    "SmileBig": ("delighted", "laughing"),
    "Calm": ("neutral", "calm", "serious", "tired"),
    "Solemn": ("sad", "ashamed", "hurt", "crying"),
    "Suspicious": ("doubtful", "confused", "curious"),
    "Angry": ("angry", "annoyed", "furious"),
    "Awe": ("surprised",),
    "ConcernedFear": ("worried", "afraid", "hurried"),
}
_PLAIN = {"sole": "#f3efe6", "seat": "#3d4654", "metal": "#b9c2c9"}


class Unavailable(Exception):
    """What a build needs is not there; the text is the name of the command or package."""


def build(folder: Path, cast: tuple[CastMember, ...], work: Path) -> int:
    """Write the pack into ``folder``, with the package unpacked below ``work``; says how many figures there are.

    Raises:
        Unavailable: if npm, node or the Python package shapely is missing, or the package cannot be fetched.
    """
    try:
        import shapely  # noqa: F401
    except ImportError as error:
        raise Unavailable("shapely") from error
    package = _fetched(work)
    bodies = {name: _drawn(package, [{"body": name}])[0] for name in _BODIES}
    heads = list(_heads(cast))
    drawn = _drawn(package, [{"hair": hair, "face": face} for _, hair, face in heads])
    entries = []
    for (member, _, face), head in zip(heads, drawn, strict=True):
        names = ("WheelChair",) if "wheelchair" in member.look.aids else _STANDING
        for name in names:
            file = f"figures/{member.id}-{name}-{face}.svg".lower()
            write_atomically(folder / file, _figure(_BODIES[name], bodies[name], head, member).encode())
            entries.append(_entry(member, _BODIES[name], face, file))
    for notice in ("LICENSE", "README.md"):
        shutil.copyfile(package / notice, folder / f"react-peeps.{notice}")
    write_atomically(folder / MANIFEST, (_MANIFEST_HEAD + "".join(entries)).encode())
    return len(entries)


def _fetched(work: Path) -> Path:
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        raise Unavailable("npm" if not npm else "node")
    done = subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=work, capture_output=True, text=True, check=False)
    archive = next(iter(sorted(work.glob("*.tgz"))), None)
    if done.returncode or archive is None:
        raise Unavailable(PACKAGE)
    with tarfile.open(archive) as tar:
        tar.extractall(work, filter="data")
    return work / "package"


def _drawn(package: Path, figures: list[dict[str, str]]) -> list[list[tuple[str, Any]]]:
    """Figures as lists of (colour, polygon) in painting order."""
    asked = json.dumps([{**figure, "strokeColor": _INK, "backgroundColor": _GROUND} for figure in figures])
    command = [shutil.which("node") or "node", str(Path(__file__).with_name("peeps.js")), str(package)]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(PACKAGE)
    return [list(_shapes(svg)) for svg in json.loads(done.stdout)]


def _shapes(svg: str) -> Iterator[tuple[str, Any]]:
    from svgelements import SVG, Path, Shape

    sized = re.sub(r'viewBox="[^"]*"', 'xmlns="http://www.w3.org/2000/svg" width="4000" height="4000"', svg, count=1)
    for element in SVG.parse(io.StringIO(sized)).elements():
        if isinstance(element, Shape):
            yield element.fill.hex if element.fill.value is not None else "", _polygon(abs(Path(element)))


def _polygon(path: Any, step: float = 7.0) -> Any:
    """A path as a polygon, filled by the rule of even and odd."""
    from shapely import make_valid
    from shapely.geometry import Polygon

    rings = []
    for part in path.as_subpaths():
        ring: list[tuple[float, float]] = []
        for segment in part:
            kind = type(segment).__name__
            if kind in ("Line", "Close") and segment.end is not None:
                ring.append((segment.end.x, segment.end.y))
            elif kind not in ("Move", "Line", "Close"):
                count = max(3, int(segment.length(error=1e-2) / step) + 2)
                points = (segment.point(i / count) for i in range(1, count + 1))
                ring += [(point.x, point.y) for point in points]
        if len(ring) >= 3:
            rings.append(make_valid(Polygon(ring)))
    out = Polygon()
    for polygon in sorted(rings, key=lambda one: -one.area):
        out = out.symmetric_difference(polygon)
    return out


def _polygons(shape: Any) -> list[Any]:
    if shape.geom_type == "Polygon":
        return [] if shape.is_empty else [shape]
    return [one for part in getattr(shape, "geoms", ()) for one in _polygons(part)]


def _data(shape: Any) -> str:
    """Path data in whole units, holes wound the other way round."""
    from shapely.geometry.polygon import orient

    out = []
    for polygon in _polygons(shape.simplify(_FINE)):
        turned = orient(polygon)
        for ring in (turned.exterior, *turned.interiors):
            points = list(dict.fromkeys((round(x), round(y)) for x, y in ring.coords))
            if len(points) > 2:
                out.append("M" + "L".join(f"{x} {y}" for x, y in points) + "Z")
    return "".join(out)


def _figure(body: _Body, drawn: list[tuple[str, Any]], head: list[tuple[str, Any]], member: CastMember) -> str:
    from shapely.ops import unary_union

    ground = unary_union([shape for fill, shape in drawn if fill != _INK])
    ink = unary_union([shape for fill, shape in drawn if fill == _INK])
    found = [part for part in _polygons(ground.difference(ink.buffer(0.3))) if part.area > _SMALL]
    colours = _colours(member)
    worn = {number: slot for slot, numbers in body.parts.items() for number in numbers}
    paths = [(ink.union(ground), _LINE)]
    for number, part in enumerate(sorted(found, key=lambda one: -one.area)):
        paths.append((part.buffer(1.2), colours[worn.get(number, "top")]))
    paths.append((ink, _LINE))
    core = ink.buffer(-13).buffer(13.5).intersection(ink)
    dark = sorted((part for part in _polygons(core) if part.area > 6000), key=lambda one: -one.area)
    for number, slot in body.dark.items():
        if number < len(dark):
            paths.append((dark[number].buffer(-9).buffer(1), colours[slot]))
    for fill, shape in head:
        paths.append((shape, _LINE if fill == _INK else colours["skin"] if fill == _GROUND else fill))
        if fill == _INK:  # hair and scarves are filled with ink: what is broad enough gets their colour
            broad = shape.buffer(-11).buffer(11).intersection(shape)
            paths += [(part.buffer(-6), colours["hair"]) for part in _polygons(broad) if part.area > _BROAD]
    written = "".join(f'<path d="{data}" fill="{fill}"/>' for shape, fill in paths if (data := _data(shape)))
    size = 'viewBox="-200 -100 1400 3100" width="1400" height="3100"'
    moved = f'<g transform="translate(200 100)">{written}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size.replace("-200 -100", "0 0")}>{moved}</svg>\n'


def _colours(member: CastMember) -> dict[str, str]:
    look = member.look
    over = look.over_colour if look.over else look.top_colour
    hair = look.headwear_colour if look.headwear else look.hair_colour
    return {
        **_PLAIN, "hair": hair, "skin": look.skin, "top": over, "over": over, "bottom": look.bottom_colour,
        "shoe": look.shoes_colour,
    }  # fmt: skip


def _heads(cast: tuple[CastMember, ...]) -> Iterator[tuple[CastMember, str, str]]:
    for member in cast:
        for face in _FACES:
            if member.id in _HAIR:
                yield member, _HAIR[member.id], face


def _entry(member: CastMember, body: _Body, face: str, file: str) -> str:
    def box(x: float, y: float, w: float, h: float) -> str:
        return f"[{x + 200:g}, {y + 100:g}, {w:g}, {h:g}]"

    def listed(words: tuple[str, ...]) -> str:
        return "[" + ", ".join(f'"{word}"' for word in words) + "]"

    foot = f"[{body.foot[0] + 200:g}, {min(body.foot[1] + 100, 3099):g}]"
    return (
        f'\n[[figures]]\nwho = "{member.id}"\nfile = "{file}"\ndoes = {listed(body.does)}\n'
        f"feels = {listed(_FACES[face])}\nfoot = {foot}\nhead = {box(*_HEAD)}\nface = {box(*_FACE)}\n"
        f"mouth = [{_MOUTH[0] + 200:g}, {_MOUTH[1] + 100:g}]\nheight_cm = {member.look.height:g}\n"
    )


_MANIFEST_HEAD = """# Built from the npm package react-peeps by: kokko pack add open-peeps
id = "open-peeps"
title = "Open Peeps"
author = "Pablo Stanley"
licence = "CC0-1.0"
licence_file = "react-peeps.LICENSE"
source = "npm: react-peeps 0.1.10, MIT (c) 2020 Emre Çakır"
"""
