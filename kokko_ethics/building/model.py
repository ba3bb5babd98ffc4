"""What is asked of a build, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.house_style import Style
from kokko_ethics.source import Source, Span
from kokko_ethics.workspace import FontMissing, catalogue_path

ALWAYS = "layout"
"""The output that every build writes, asked for or not."""
USUAL: Style = "colour"
"""The style whose files lie right in the story's folder; those of others lie in a folder of their own."""


@dataclass(frozen=True, slots=True)
class Job:
    """One script to build. ``outputs`` are names, none for all; ``house`` is the fingerprint of all but the script;
    ``style`` is one of ``drawing.styles.STYLES``; ``lang`` is the language of a translation, empty for the
    script's own."""

    script: Path
    out: Path
    outputs: tuple[str, ...]
    house: str
    jobs: int = 1
    traceback: bool = False
    style: Style = USUAL
    lang: str = ""

    @property
    def catalogue(self) -> Path | None:
        """The file of the translation that is built, if one is."""
        return catalogue_path(self.script, self.lang) if self.lang else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files a build made and kept: pictures (SVG and PNG), and others."""

    pictures_made: int = 0
    pictures_kept: int = 0
    files_made: int = 0
    files_kept: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.pictures_made + other.pictures_made,
            self.pictures_kept + other.pictures_kept,
            self.files_made + other.files_made,
            self.files_kept + other.files_kept,
        )

    @classmethod
    def of(cls, made: list[str], kept: list[str]) -> Tally:
        """The tally of these paths."""
        drawn = sum(map(_is_picture, made))
        still = sum(map(_is_picture, kept))
        return cls(drawn, still, len(made) - drawn, len(kept) - still)

    @property
    def made(self) -> int:
        """All files that were made."""
        return self.pictures_made + self.files_made


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one script; ``folder`` (below the output folder) is None where nothing could be made of it.
    ``lang`` is the language of the translation, empty for the script's own; ``ahead`` are files of series that were
    rendered on the way, by path and key; those that could not be are empty."""

    script: Path
    folder: Path | None
    diagnostics: tuple[Diagnostic, ...]
    tally: Tally = Tally()
    lang: str = ""
    ahead: Mapping[tuple[str, str], bytes] = field(default_factory=dict, compare=False, repr=False)


def fault(script: Path, code: str, **values: str) -> Diagnostic:
    """A diagnostic about a whole script that is no fault of its author's."""
    return Diagnostic(code, Severity.ERROR, Source.of("", str(script)), Span(0, 0), tuple(values.items()))


def fault_in(script: Path, error: Exception) -> Diagnostic:
    """What kept something from being made: a font that is gone, else a fault of ours, by its name."""
    if isinstance(error, FontMissing):
        return fault(script, "font-missing", path=str(error))
    return fault(script, "internal-error", path=str(script), reason=type(error).__name__)


def _is_picture(path: str) -> bool:
    return path.endswith((".svg", ".png"))
