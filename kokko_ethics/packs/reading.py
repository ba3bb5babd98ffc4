"""Reading: art packs and single pictures from outside, checked, with what is wrong told to whoever wrote them.

``panels/packs/README.md`` explains the manifest to illustrators.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from kokko_ethics.diagnostics import Diagnostic, Severity, in_order
from kokko_ethics.geometry import Box, Point
from kokko_ethics.packs.model import Artwork, Background, DrawnFigure, DrawnProp, Pack
from kokko_ethics.packs.png_reading import read_png
from kokko_ethics.packs.svg_reading import Unreadable, read_svg
from kokko_ethics.script.keywords import load_vocabulary
from kokko_ethics.source import Source, Span
from kokko_ethics.spelling import nearest
from kokko_ethics.workspace import OWN_PACKS, panels_folder, stays_inside

MANIFEST = "pack.toml"
_HEAD = ("id", "title", "author", "licence", "licence_file", "source")
_TABLES: dict[str, tuple[str, ...]] = {
    "figures": (
        "who", "file", "does", "feels", "foot", "head", "face", "mouth", "hands", "seat", "height_cm", "facing",
        "speaking",
    ),
    "backgrounds": ("place", "file", "time", "horizon"),
    "props": ("name", "file", "width_cm"),
}  # fmt: skip
_NEEDED = {
    "figures": ("who", "file", "foot", "head", "mouth", "height_cm"),
    "backgrounds": ("place", "file"),
    "props": ("name", "file", "width_cm"),
}
_TOO_MUCH = ("too-large", "too-wide", "too-many", "too-deep")


def packs() -> dict[str, Path]:
    """All packs by id, with their folders: ours, and those in ``panels/packs`` where ``kokko`` runs."""
    folders = (panels_folder() / "packs", OWN_PACKS)
    found = (path.parent for folder in folders for path in sorted(folder.glob(f"*/{MANIFEST}")))
    return {folder.name: folder for folder in found}


def load_pack(folder: Path) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """The pack in ``folder`` and what is wrong with it; None where the manifest cannot be read at all."""
    path = folder / MANIFEST
    reader = _Reader(folder, Source.of(path.read_text(encoding="utf-8", errors="replace"), f"{folder.name}/{MANIFEST}"))
    pack = reader.pack()
    return pack, in_order(reader.found)


def read_picture(
    name: str, root: Path, source: Source, span: Span
) -> tuple[Artwork | None, tuple[Diagnostic, ...]]:
    """The picture ``name`` below the folder ``root``, and what is wrong with it; ``span`` is where ``source`` names
    it."""

    def told(code: str, severity: Severity = Severity.ERROR, **values: str) -> tuple[Diagnostic, ...]:
        return (Diagnostic(code, severity, source, span, (("file", name), *values.items())),)

    path = root / name
    if not stays_inside(name) or not path.resolve().is_relative_to(root.resolve()):
        return None, told("picture-outside")
    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        return None, told("picture-kind")
    try:
        data = path.read_bytes()
        if kind == ".png":
            return read_png(data), ()
        artwork, left_out = read_svg(data)
    except Unreadable as error:
        return None, told("picture-too-large" if error.why in _TOO_MUCH else "picture-broken")
    except OSError:
        return None, told("picture-missing")
    return artwork, told("picture-left-out", Severity.WARNING, elements=", ".join(left_out)) if left_out else ()


@dataclass(slots=True)
class _Reader:
    folder: Path
    source: Source
    found: list[Diagnostic] = field(default_factory=list)
    at: int = 0
    """Where in the text the entry that is being read begins."""

    def pack(self) -> Pack | None:
        try:
            written = tomllib.loads(self.source.text)
        except tomllib.TOMLDecodeError:
            self._tell("pack-broken", Severity.ERROR, "", file=self.source.path)
            return None
        for key in written:
            if key not in (*_HEAD, *_TABLES):
                self._value(key, "", ", ".join((*_HEAD, *_TABLES)), (*_HEAD, *_TABLES))
        head = {key: self._text(written, key) for key in _HEAD}
        if any(not head[key] for key in ("title", "author", "licence")):
            return None
        figures = [(str(entry["who"]), self._figure(entry)) for entry in self._entries(written, "figures")]
        places = [(self._place(entry), self._background(entry)) for entry in self._entries(written, "backgrounds")]
        props = [(self._name(entry), self._prop(entry)) for entry in self._entries(written, "props")]
        return Pack(
            head["id"] or self.folder.name, head["title"], head["author"], head["licence"], head["licence_file"],
            head["source"], _gathered(figures), _gathered(places), tuple((n, p) for n, p in props if n and p),
        )  # fmt: skip

    def _entries(self, written: dict[str, Any], table: str) -> list[dict[str, Any]]:
        """The entries of a table whose keys are all there; each remembers where it stands."""
        entries = written.get(table, [])
        out: list[dict[str, Any]] = []
        at = 0
        for entry in entries if isinstance(entries, list) else []:
            at = max(at, self.source.text.find(f"[[{table}]]", at)) + 1
            self.at = at
            if not isinstance(entry, dict):
                continue
            for key in entry:
                if key not in _TABLES[table]:
                    self._value(key, str(entry[key]), ", ".join(_TABLES[table]), _TABLES[table])
            missing = [key for key in _NEEDED[table] if key not in entry]
            for key in missing:
                self._value(key, "", key)
            if not missing:
                out.append({**entry, "_at": at})
        return out

    def _figure(self, entry: dict[str, Any]) -> DrawnFigure | None:
        artwork = self._artwork(entry)
        does, feels = self._words(entry, "does", "does"), self._words(entry, "feels", "feeling")
        foot, mouth = self._point(entry, "foot", artwork), self._point(entry, "mouth", artwork)
        head = self._box(entry["head"], "head", artwork)
        face = self._box(entry["face"], "face", artwork) if "face" in entry else head
        written = entry.get("hands", [])
        hands = [self._box(box, "hands", artwork) for box in written] if isinstance(written, list) else []
        tall = self._number(entry, "height_cm", 40.0, 260.0)
        if not (artwork and foot and mouth and head and face and tall):
            return None
        seat = self._point(entry, "seat", artwork) if "seat" in entry else None
        speaking = entry.get("speaking")
        return DrawnFigure(
            artwork, does, feels, "left" if entry.get("facing") == "left" else "right", foot, head, face, mouth,
            tuple(hand for hand in hands if hand), tall, seat, speaking if isinstance(speaking, bool) else None,
        )  # fmt: skip

    def _place(self, entry: dict[str, Any]) -> str:
        return next(iter(self._words(entry, "place", "place")), "")

    def _name(self, entry: dict[str, Any]) -> str:
        return next(iter(self._words(entry, "name", "prop")), "")

    def _background(self, entry: dict[str, Any]) -> Background | None:
        artwork = self._artwork(entry)
        time = self._words(entry, "time", "time") if entry.get("time") else ()
        horizon = self._number(entry, "horizon", 0.05, 0.95) if "horizon" in entry else 0.45
        return Background(artwork, horizon, next(iter(time), "")) if artwork and horizon else None

    def _prop(self, entry: dict[str, Any]) -> DrawnProp | None:
        artwork, width = self._artwork(entry), self._number(entry, "width_cm", 1.0, 300.0)
        return DrawnProp(artwork, width) if artwork and width else None

    def _artwork(self, entry: dict[str, Any]) -> Artwork | None:
        self.at = int(entry["_at"])
        name = str(entry["file"])
        at = max(0, self.source.text.find(name, self.at))
        artwork, said = read_picture(name, self.folder, self.source, Span(at, at + len(name)))
        self.found += said
        return artwork

    def _words(self, entry: dict[str, Any], key: str, group: str) -> tuple[str, ...]:
        """The concepts that a list of words, or one word, means, in any language of the scripts."""
        written = entry.get(key, [])
        vocabulary = load_vocabulary()
        out = []
        for word in written if isinstance(written, list) else [written]:
            concept = vocabulary.concept(group, str(word)) or vocabulary.concept(group, str(word).replace("-", " "))
            if concept is None and str(word) in vocabulary.forms[group].values():
                concept = str(word)
            if concept is None:
                near = vocabulary.nearest((group,), str(word))
                self._tell("pack-word", Severity.ERROR, str(word), near, key=key, word=str(word))
            else:
                out.append(concept)
        return tuple(out)

    def _point(self, entry: dict[str, Any], key: str, artwork: Artwork | None) -> Point | None:
        box = self._box([*_numbers(entry.get(key), 2), 0.0, 0.0], key, artwork)
        return (box.x, box.y) if box else None

    def _box(self, written: object, key: str, artwork: Artwork | None) -> Box | None:
        numbers = _numbers(written, 4)
        if len(numbers) != 4:
            self._value(key, str(written), "[x, y]" if key in ("foot", "mouth") else "[x, y, w, h]")
            return None
        box = Box(*numbers)
        if artwork and not Box(0.0, 0.0, artwork.width, artwork.height).grown(0.5).holds(box):
            size = f"{artwork.width:g} × {artwork.height:g}"
            self._tell("pack-anchor", Severity.ERROR, key, key=key, size=size)
            return None
        return box

    def _number(self, entry: dict[str, Any], key: str, low: float, high: float) -> float | None:
        value = entry.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self._value(key, str(value), f"{low:g}–{high:g}")
            return None
        return float(value)

    def _text(self, written: dict[str, Any], key: str) -> str:
        value = written.get(key, "")
        if key in ("title", "author", "licence") and not (isinstance(value, str) and value.strip()):
            self._value(key, str(value), "…")
            return ""
        return str(value)

    def _value(self, key: str, value: str, wanted: str, known: Sequence[str] = ()) -> None:
        near = nearest(key, known) if known else None
        self._tell("pack-value", Severity.ERROR, key, near, key=key, value=value or "–", wanted=wanted)

    def _tell(self, code: str, severity: Severity, about: str, near: str | None = None, **values: str) -> None:
        found = max(0, self.source.text.find(about, self.at)) if about else 0
        span = Span(found, min(len(self.source.text), found + max(1, len(about))))
        self.found.append(Diagnostic(code, severity, self.source, span, tuple(values.items()), near))


_Drawn = TypeVar("_Drawn")


def _gathered(found: Sequence[tuple[str, _Drawn | None]]) -> tuple[tuple[str, tuple[_Drawn, ...]], ...]:
    """What could be read, by name, in the order of the manifest."""
    names = dict.fromkeys(name for name, one in found if name and one)
    return tuple((name, tuple(one for other, one in found if other == name and one)) for name in names)


def _numbers(written: object, count: int) -> list[float]:
    """So many numbers, or none."""
    if not isinstance(written, list | tuple) or len(written) != count:
        return []
    numbers = [float(value) for value in written if isinstance(value, int | float) and not isinstance(value, bool)]
    return numbers if len(numbers) == count else []
