"""Reading: the catalogue beside a script becomes a Catalogue, or a diagnostic that says why it can't."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.script.reading import read_source
from kokko_ethics.source import Source, Span
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.po import read_po
from kokko_ethics.workspace import LANGUAGE_TAG, catalogue_path, languages_beside, script_id


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


def belongs(catalogue: Catalogue, story: str, lang: str) -> Diagnostic | None:
    """What keeps a catalogue from being that of ``story`` in ``lang``, if anything."""
    values = (("path", catalogue.source.path), ("story", story), ("lang", lang))
    if catalogue.story and catalogue.story != story:
        return _refused("catalogue-of-another-story", catalogue.source, catalogue.story, values)
    if catalogue.lang.lower() != lang.lower():
        return _refused("catalogue-of-another-language", catalogue.source, catalogue.lang, values)
    return None


def language_of(path: Path) -> str:
    """The language that a file's name gives: ``sv`` of ``name.sv.po``; empty where it gives none."""
    tag = path.stem.rpartition(".")[2]
    return normal_tag(tag) if "." in path.stem and LANGUAGE_TAG.fullmatch(tag) else ""


def normal_tag(tag: str) -> str:
    """A tag as the house writes it: small letters for the language, hyphens between its parts."""
    tongue, *rest = tag.replace("_", "-").split("-")
    return "-".join([tongue.lower(), *rest])


def _refused(code: str, source: Source, found: str, values: tuple[tuple[str, str], ...]) -> Diagnostic:
    at = max(0, source.text.find(found))
    return Diagnostic(code, Severity.ERROR, source, Span(at, at + len(found)), (*values, ("found", found)))
