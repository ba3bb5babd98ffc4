"""Fonts: small fonts that hold only the letters in use, and the CSS that declares them.

Each face is a font family of its own, so no renderer can choose a wrong weight. The containers are WOFF: written
in milliseconds, read by every browser, and the same letters always give the same bytes. Fonts that many pages share
are ``small``: WOFF 2, a fifth lighter and a hundred times slower to write.
"""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO

import uharfbuzz as hb
from fontTools.ttLib import TTFont
from markupsafe import Markup

from kokko_ethics.directions import right_to_left
from kokko_ethics.drawing.model import Drawing, Group, Mark, Text
from kokko_ethics.typeface import Face, drawn_by, faces, font_file, script_of, scripts_in

_GENERIC = {"sound": "fantasy", "caption": "sans-serif", "caption-stress": "sans-serif", "sign": "sans-serif"}
FONT = "font:"
"""How the address of a font begins on printed pages."""
_UNNEEDED = ("STAT", "vhea", "vmtx", "VORG", "gasp", "DSIG")


def family(face: str) -> str:
    """The ``font-family`` of a face, with a generic family for readers that can load none."""
    return f"'Kokko {face}', {_GENERIC.get(face, 'cursive')}"


def letters(drawing: Drawing) -> dict[str, str]:
    """The characters that a drawing sets as text, by face, both in a fixed order."""
    used: dict[str, set[str]] = {}
    _collect(drawing.marks, used)
    return {face: "".join(sorted(used[face])) for face in faces() if face in used}


def together(parts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The characters of several drawings as one table."""
    used: dict[str, set[str]] = {}
    for part in parts:
        for face, characters in part.items():
            used.setdefault(face, set()).update(characters)
    return {face: "".join(sorted(used[face])) for face in faces() if face in used}


def font_css(used: Mapping[str, str], *, small: bool = False) -> str:
    """``@font-face`` rules with the fonts inside them, for the characters of each face."""
    return "\n".join(_rule(f"Kokko {face}", subset(face, characters), small) for face, characters in used.items())


def title_css(used: Mapping[str, str], *, small: bool = False) -> str:
    """``@font-face`` rules for titles in the lettering of panels: families of their own (see :func:`families`), without
    the alternates that make lettering look written by hand, which are most of its weight."""
    rules = []
    for face, characters in used.items():
        script = script_of(face)
        font = subset(face, characters, () if script else ("GSUB",))  # letters that join need that table
        rules.append(_rule(f"Kokko title{f'-{script}' if script else ''}", font, small))
    return "\n".join(rules)


def _rule(name: str, font: bytes, small: bool) -> str:
    kind = "woff2" if small else "woff"
    data = base64.b64encode((_woff2 if small else _woff)(font)).decode("ascii")
    return f"@font-face{{font-family:'{name}';src:url(data:font/{kind};base64,{data}) format('{kind}')}}"


def font_address(face: str, characters: str) -> str:
    """The address by which styles of printed pages call the font of :func:`font_at`. Those who read styles go through
    every letter of an address: a font inside of it would cost them more than all of the rest."""
    return f"{FONT}{face}/{'-'.join(f'{ord(character):x}' for character in characters)}"


def font_at(address: str) -> bytes:
    """The TrueType font at a :func:`font_address`.

    Raises:
        ValueError: if there is none.
    """
    face, _, characters = address.removeprefix(FONT).partition("/")
    if not address.startswith(FONT) or face not in faces():
        raise ValueError(f"There is no font at {address!r}.")
    return subset(face, "".join(chr(int(code, 16)) for code in characters.split("-")))


def sets(characters: str, face: Face) -> dict[str, str]:
    """The faces that running text of these characters needs, and what each of them draws: ``face`` itself, and its
    counterparts in other scripts."""
    names = [face, *(f"{face}-{script}" for script in sorted(scripts_in(characters, face)))]
    return {name: "".join(char for char in characters if name == face or drawn_by(char, name)) for name in names}


def families(name: str, used: Iterable[str], lang: str) -> str:
    """The ``font-family`` of running text whose families are called ``name``: the one of the language's own script
    comes first, so that signs and figures look like the letters around them."""
    found = [f"{name}{face[face.rfind('-') :] if script_of(face) else ''}" for face in used]
    ordered = sorted(found, key=lambda family: (family == name) == right_to_left(lang))
    return ", ".join(f'"{family}"' for family in ordered)


def text_fonts(characters: str, lang: str) -> dict[str, object]:
    """Running text in print, regular and bold in one family: ``texts`` are families, weights and addresses, ``text``
    is the ``font-family``."""
    weights: tuple[tuple[Face, int], ...] = (("caption", 400), ("caption-stress", 700))
    texts = [
        (f"Kokko text{face[len(plain) :]}", weight, font_address(face, drawn))
        for plain, weight in weights
        for face, drawn in sets(characters, plain).items()
    ]
    return {"texts": texts, "text": Markup(families("Kokko text", sets(characters, "caption"), lang))}


@cache
def subset(face: str, characters: str, without: tuple[str, ...] = ()) -> bytes:
    """The font with just ``characters`` in ``face``: kerning, ligatures and alternates too, but for tables left out."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).set({ord(c) for c in characters})
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update({_tag(name) for name in (*_UNNEEDED, *without)})
    wanted.flags = hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(_face(face), wanted).blob.data)


def _collect(marks: tuple[Mark, ...], used: dict[str, set[str]]) -> None:
    for mark in marks:
        if isinstance(mark, Group):
            _collect(mark.marks, used)
        elif isinstance(mark, Text) and not mark.stroke:
            for run in (run for line in mark.lines for run in line.runs):
                used.setdefault(run.face, set()).update(run.words)


@cache
def _face(face: str) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(font_file(face))))


def _tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _woff(sfnt: bytes) -> bytes:
    """The font wrapped in a WOFF 1.0 container: every table deflated on its own."""
    flavour, count = sfnt[:4], int.from_bytes(sfnt[4:6], "big")
    directory, body = b"", b""
    start = 44 + 20 * count
    total = 12 + 16 * count
    for index in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4sIII", sfnt, 12 + 16 * index)
        table = sfnt[offset : offset + length]
        packed = min(table, zlib.compress(table, 9), key=len)  # of equal length counts as plain
        directory += struct.pack(">4sIIII", tag, start + len(body), len(packed), length, checksum)
        body += packed + b"\0" * (-len(packed) % 4)
        total += length + (-length % 4)
    header = struct.pack(">4s4sIHHIHHIIIII", b"wOFF", flavour, start + len(body), count, 0, total, 1, 0, 0, 0, 0, 0, 0)
    return header + directory + body


@cache
def _woff2(sfnt: bytes) -> bytes:
    """The font wrapped in a WOFF 2.0 container."""
    font = TTFont(BytesIO(sfnt), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()
