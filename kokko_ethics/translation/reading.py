"""Reading: the catalogue beside a script becomes a Catalogue, or a diagnostic that says why it can't."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.script.reading import read_source
from kokko_ethics.source import Source, Span
from kokko_ethics.spelling import nearest
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.po import read_po
from kokko_ethics.translation.sheet import read_sheet
from kokko_ethics.workspace import LANGUAGE_TAG, SCRIPTS, catalogue_path, languages_beside, script_id

_PO, _SHEET = ".po", ".xlsx"
LIMIT = 10_000_000
"""Bytes; no sheet of one story is larger."""


def read_catalogue(path: Path, shown: str) -> Catalogue | Diagnostic:
    """The catalogue at ``path``, which messages call ``shown``. Never raises, whatever is wrong with it."""
    source = read_source(path, shown)
    if isinstance(source, Diagnostic):
        return source
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        text = source.text
    return read_po(text, shown, language_of(path))


def catalogue_of(script: Path, lang: str) -> Catalogue | Diagnostic:
    """The translation of ``script`` into ``lang`` that lies beside it, or what is wrong with it."""
    path = catalogue_path(script, lang)
    if not path.exists():
        beside = ", ".join(languages_beside(script)) or "–"
        values = (("path", str(script)), ("lang", lang), ("known", beside))
        return Diagnostic("translation-missing", Severity.ERROR, Source.of("", str(script)), Span(0, 0), values)
    catalogue = read_catalogue(path, str(path))
    if isinstance(catalogue, Diagnostic):
        return catalogue
    return belongs(catalogue, script_id(script), lang) or catalogue


def read_returned(path: Path, shown: str) -> Catalogue | Diagnostic:
    """What a translator sent back: a PO file or an Excel file, with its language."""
    if path.suffix.lower() == _SHEET:
        catalogue = _read_sheet(path, shown)
    elif path.suffix.lower() == _PO or path.is_dir() or not path.exists():
        catalogue = read_catalogue(path, shown)
    else:
        return _about("catalogue-of-no-kind", shown)
    if isinstance(catalogue, Diagnostic):
        return catalogue
    if not LANGUAGE_TAG.fullmatch(catalogue.lang):
        return _about("catalogue-without-language", shown)
    return replace(catalogue, lang=normal_tag(catalogue.lang))


def script_of(catalogue: Catalogue, path: Path) -> Path | Diagnostic:
    """The script that a returned catalogue translates: the one that it names, else the one that its file is called
    after; in ``scripts/`` or beside the file."""
    called = path.with_suffix("") if language_of(path) else path
    name = catalogue.story or script_id(called)
    folders = dict.fromkeys((SCRIPTS, path.parent))
    scripts = [script for folder in folders for script in sorted(folder.glob("*.md")) if script.stem != "README"]
    found = [script for script in scripts if script_id(script) == name]
    if not found:
        near = nearest(name, tuple(script_id(script) for script in scripts))
        return _about("catalogue-without-script", catalogue.source.path, near, story=name)
    return next((script for script in found if script_id(script) == script.stem), found[0])


def belongs(catalogue: Catalogue, story: str, lang: str, own: str = "") -> Diagnostic | None:
    """What keeps a catalogue from being that of ``story`` in ``lang``; ``own`` is the language of the script."""
    values = (("path", catalogue.source.path), ("story", story), ("lang", lang))
    if catalogue.story and catalogue.story != story:
        return _refused("catalogue-of-another-story", catalogue.source, "X-Kokko-Story: ", catalogue.story, values)
    if catalogue.lang.lower() != lang.lower():
        return _refused("catalogue-of-another-language", catalogue.source, "Language: ", catalogue.lang, values)
    if own and catalogue.lang.split("-")[0].lower() == own.split("-")[0].lower():
        return _refused("catalogue-in-own-language", catalogue.source, "Language: ", catalogue.lang, values)
    return None


def language_of(path: Path) -> str:
    """The language that a file's name gives: ``sv`` of ``name.sv.po``; empty where it gives none."""
    tag = path.stem.rpartition(".")[2]
    return normal_tag(tag) if "." in path.stem and LANGUAGE_TAG.fullmatch(tag) else ""


def normal_tag(tag: str) -> str:
    """A tag as the house writes it: small letters for the language, hyphens between its parts."""
    tongue, *rest = tag.replace("_", "-").split("-")
    return "-".join([tongue.lower(), *rest])


def _refused(
    code: str, source: Source, field: str, found: str, values: tuple[tuple[str, str], ...]
) -> Diagnostic:
    """A diagnostic at the field of a file's head that says what it is."""
    at = source.text.find(field)
    start = at + len(field) if at >= 0 else 0
    span = Span(start, start + len(found)) if at >= 0 else Span(0, 1)
    return Diagnostic(code, Severity.ERROR, source, span, (*values, ("found", found)))


def _about(code: str, shown: str, nearest: str | None = None, **values: str) -> Diagnostic:
    pairs = (("path", shown), *values.items())
    return Diagnostic(code, Severity.ERROR, Source.of("", shown), Span(0, 0), pairs, nearest)


def _read_sheet(path: Path, shown: str) -> Catalogue | Diagnostic:
    try:
        if path.stat().st_size > LIMIT:
            return _about("sheet-broken", shown)
        return read_sheet(path.read_bytes(), shown, language_of(path))
    except OSError:
        said = read_source(path, shown)
        return said if isinstance(said, Diagnostic) else _about("sheet-broken", shown)
