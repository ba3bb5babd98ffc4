"""Casting: reads the cast files, one person a file."""

from __future__ import annotations

from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.source import Source, Span
from kokko_ethics.story.looks import found_at, look_of, voice_of, without_voice
from kokko_ethics.story.model import CastMember, Side
from kokko_ethics.story.notes import Notes

_SIDES: tuple[Side, ...] = ("expert", "professional", "other")


def load_cast(folder: Path, lang: str = "en") -> tuple[dict[str, CastMember], tuple[Diagnostic, ...]]:
    """Everybody in ``folder/*.yaml`` by id, in the order of the file names, with their roles in ``lang``."""
    cast: dict[str, CastMember] = {}
    found: list[Diagnostic] = []
    for path in sorted(folder.glob("*.yaml")):
        notes = Notes(Source.of(path.read_text(encoding="utf-8", errors="replace"), f"{folder.name}/{path.name}"))
        member = _member(path.stem, notes, lang)
        if member:
            cast[member.id] = member
        found += notes.found
    return cast, in_order(found)


def _member(stem: str, notes: Notes, lang: str) -> CastMember | None:
    import yaml

    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        written = yaml.load(notes.source.text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = min(mark.index if mark else 0, max(0, len(notes.source.text) - 1))
        notes.error("cast-file-broken", Span(at, at + 1), file=notes.source.path)
        return None
    if not isinstance(written, dict) or not written.get("name"):
        notes.error("cast-without-name", Span(0, 1), file=notes.source.path)
        return None

    def complain(code: str, word: str, near: str | None, values: dict[str, str]) -> None:
        place = found_at(notes.source.text, word, values.get("value", ""), Span(0, 1))
        notes.warning(code, place, near, name=str(written["name"]), **values)

    side = str(written.get("side", "other"))
    if side not in _SIDES:
        complain("look-value", "side", None, {"field": "side", "value": side, "wanted": " / ".join(_SIDES)})
        side = "other"
    written_look = written.get("look")
    look = dict(written_look) if isinstance(written_look, dict) else {}
    voice = voice_of({**written, **look}, complain, lang)
    return CastMember(
        str(written.get("id") or stem),
        str(written["name"]),
        side,  # type: ignore[arg-type]
        _role(written.get("role", ""), lang),
        look_of(without_voice(look), complain, lang),
        voice,
        _roles(written.get("role", "")),
    )


def _roles(role: object) -> tuple[tuple[str, str], ...]:
    if isinstance(role, dict):
        return tuple((str(tongue).lower(), str(words)) for tongue, words in role.items())
    return (("", str(role)),) if role else ()


def _role(role: object, lang: str) -> str:
    if isinstance(role, dict):
        tongue = lang.split("-")[0].lower()
        return str(role.get(tongue) or role.get("en") or next(iter(role.values()), ""))
    return str(role or "")
