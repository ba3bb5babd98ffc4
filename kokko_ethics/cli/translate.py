"""``kokko translate``: files for translators, and their work back again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kokko_ethics.cli.languages import ALL, OWN, tags, wanted
from kokko_ethics.cli.scripts import SCRIPT, chosen, colourful, language
from kokko_ethics.cli.spoken import SpokenGroup
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reporting.looks import full
from kokko_ethics.script.reading import read_source
from kokko_ethics.source import Source
from kokko_ethics.story.model import Story
from kokko_ethics.table_read import read
from kokko_ethics.translation.keeping import Progress, begun, brought_up_to_date, laid_out, progress
from kokko_ethics.translation.merging import Merged, merge
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.reading import belongs, catalogue_of, read_returned, script_of
from kokko_ethics.translation.sheet import write_sheet
from kokko_ethics.wording import LANGUAGES, say
from kokko_ethics.workspace import catalogue_path, languages_beside, panels_folder, script_id, write_atomically

_SHEET = ".xlsx"


command = SpokenGroup("translate")
"""The commands for translators."""


@command.command("extract")
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--lang", "langs", multiple=True, callback=tags)
@click.option("--sheet", is_flag=True)
def extract(scripts: tuple[Path, ...], langs: tuple[str, ...], sheet: bool) -> None:
    """Write or bring up to date the catalogues of scripts, with sheets where they are asked for."""
    named = [lang for lang in langs if lang != ALL] or (() if langs else LANGUAGES)
    _finish([
        _kept(path, [*named, *(languages_beside(path) if langs else ())] if ALL in langs else named, sheet=sheet)
        for path in chosen(scripts)
    ])  # fmt: skip


@command.command("update")
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--lang", "langs", multiple=True, callback=tags)
def update(scripts: tuple[Path, ...], langs: tuple[str, ...]) -> None:
    """Bring catalogues that are there up to date."""
    _finish([_kept(path, [lang for lang in wanted(path, langs or (ALL,)) if lang != OWN], new=False)
             for path in chosen(scripts)])  # fmt: skip


@command.command("merge")
@click.argument("files", nargs=-1, required=True, type=SCRIPT)
@click.option("--into", "script", type=SCRIPT)
def take_back(files: tuple[Path, ...], script: Path | None) -> None:
    """Merge what translators sent back into the catalogues."""
    _finish([_merged(path, script) for path in dict.fromkeys(files)])


@command.command("status")
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--lang", "langs", multiple=True, callback=tags)
@click.option("--strict", is_flag=True)
def status(scripts: tuple[Path, ...], langs: tuple[str, ...], strict: bool) -> None:
    """Tell how far the catalogues are."""
    rows: list[Sequence[str]] = [[say("commands", language(), "status", name) for name in _HEADS]]
    fine = done = True
    for path in chosen(scripts):
        story = _story_of(path)
        fine = fine and story is not None
        for lang in wanted(path, langs or (ALL,)) if story else ():
            if story and lang != OWN:
                at = _progress(path, story, lang)
                fine, done = fine and at is not None, done and at is not None and at.complete
                rows += [_status_row(path, lang, at)] if at else []
    click.echo(_table(rows) if len(rows) > 1 else say("commands", language(), "status", "none"))
    click.get_current_context().exit(int(not fine or (strict and not done)))


_HEADS = ("script", "lang", "translated", "fuzzy", "untranslated", "percent")


def _finish(went_well: Sequence[bool]) -> None:
    click.get_current_context().exit(int(not all(went_well)))


# Writing catalogues


def _kept(script: Path, langs: Sequence[str], *, new: bool = True, sheet: bool = False) -> bool:
    """Write the catalogues of a script; False if one of them, or the script, can't be read."""
    story = _story_of(script)
    if story is None:
        return False
    own, beside = (story.lang, story.lang.split("-")[0]), languages_beside(script)
    going = [lang for lang in dict.fromkeys(langs) if lang not in own and (new or lang in beside)]
    if not going:
        key, asked = ("own", story.lang) if set(own) & set(langs) else ("nothing", ", ".join(langs) or "–")
        click.echo(say("commands", language(), "translate", key, path=script, tongue=asked), err=True)
    kept = [_one_kept(script, story, lang, sheet) for lang in going]  # all of them, also behind one that fails
    return all(kept)


def _one_kept(script: Path, story: Story, lang: str, sheet: bool) -> bool:
    path = catalogue_path(script, lang)
    before = _own(script, lang) if path.exists() else begun(story, lang, str(path))
    if before is None:
        return False
    after = brought_up_to_date(before, story)
    _write(path, laid_out(after, story).encode("utf-8"), progress(after, story))
    if sheet:
        beside = path.with_suffix(_SHEET)
        write_atomically(beside, write_sheet(after, story))
        click.echo(say("commands", language(), "translate", "sheet", path=beside))
    return True


def _write(path: Path, data: bytes, how_far: Progress) -> None:
    same = path.exists() and path.read_bytes() == data
    if not same:
        write_atomically(path, data)
    news = say("commands", language(), "translate", "unchanged" if same else "written", path=path)
    click.echo(f"{news} {_how_far(how_far)}")


def _how_far(at: Progress) -> str:
    counts = {"translated": at.translated, "fuzzy": at.fuzzy, "untranslated": at.untranslated, "total": at.total}
    return say("commands", language(), "translate", "how-far", **counts)


# Taking translations back


def _merged(file: Path, named: Path | None) -> bool:
    returned = read_returned(file, str(file))
    if isinstance(returned, Diagnostic):
        return _refused(returned)
    script = named or script_of(returned, file)
    if isinstance(script, Diagnostic):
        return _refused(script)
    story = _story_of(script)
    if story is None:
        return False
    wrong = belongs(returned, script_id(script), returned.lang, story.lang)
    if wrong is not None:
        return _refused(wrong)
    path = catalogue_path(script, returned.lang)
    current = _own(script, returned.lang) if path.exists() else begun(story, returned.lang, str(path))
    if current is None:
        return False
    merged = merge(current, returned, story, edited_is_done=file.suffix.lower() == _SHEET)
    if not isinstance(merged, Merged):
        return _refused(merged)
    _complain(merged.told)
    counts = {"new": merged.new, "changed": merged.changed, "file": file}
    click.echo(say("commands", language(), "translate", "taken", **counts))
    _write(path, laid_out(merged.catalogue, story).encode("utf-8"), progress(merged.catalogue, story))
    return True


# Reading, and saying what is wrong


def _story_of(script: Path) -> Story | None:
    """The story of a script; None where it can't be read. Its errors are said, and do not stop a translator."""
    source = read_source(script, str(script))
    if isinstance(source, Diagnostic):
        _complain([source])
        return None
    story, said = read(source, script_id(script), panels=panels_folder())
    _complain([each for each in said if each.severity is Severity.ERROR])
    return story


def _own(script: Path, lang: str) -> Catalogue | None:
    """The catalogue beside a script; None, and the reason said, where it can't be read."""
    catalogue = catalogue_of(script, lang)
    if isinstance(catalogue, Diagnostic):
        _complain([catalogue])
        return None
    return catalogue


def _refused(diagnostic: Diagnostic) -> bool:
    _complain([diagnostic])
    return False


def _complain(said: Sequence[Diagnostic]) -> None:
    colour = colourful(sys.stderr)
    for diagnostic in said:
        click.echo(full(diagnostic, language(), colour=colour) + "\n", err=True, color=colour)


# The table


def _progress(script: Path, story: Story, lang: str) -> Progress | None:
    """How far a translation is, also one that nobody has begun; None, and the reason said, where it can't be read."""
    if not catalogue_path(script, lang).exists():
        return progress(Catalogue(Source.of(""), lang), story)
    catalogue = _own(script, lang)
    return progress(catalogue, story) if catalogue else None


def _status_row(script: Path, lang: str, at: Progress) -> list[str]:
    return [str(script), lang, str(at.translated), str(at.fuzzy), str(at.untranslated), f"{at.percent} %"]


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side: words to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            text.ljust(width) if column < 2 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
