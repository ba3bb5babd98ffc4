"""``kokko translate``: catalogues for translators, and back again."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from kokko_ethics.cli.languages import OWN, tags, wanted
from kokko_ethics.cli.scripts import SCRIPT, chosen, colourful, language
from kokko_ethics.compiler import read
from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reporting.looks import full
from kokko_ethics.script.reading import read_source
from kokko_ethics.story.model import Story
from kokko_ethics.translation.keeping import begun, brought_up_to_date, laid_out
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.reading import belongs, read_catalogue
from kokko_ethics.wording import LANGUAGES, say
from kokko_ethics.workspace import catalogue_path, languages_beside, panels_folder, script_id, write_atomically


@click.group("translate")
def command() -> None:
    """Translate scripts: write files for translators, bring them up to date, take translations back.

    A translation is a gettext PO file beside its script: scripts/the-first-meeting.sv.po. Open it in Poedit or any
    other translation tool. Then build it with: kokko build --lang sv

    \b
    Examples:
      kokko translate extract scripts/the-first-meeting.md --lang sv,en
      kokko translate update
    """


@command.command("extract")
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--lang", "langs", metavar="TAGS", multiple=True, callback=tags,
              help="Languages to translate into, with commas: sv,en. Otherwise fi,sv,en.")  # fmt: skip
def extract(scripts: tuple[Path, ...], langs: tuple[str, ...]) -> None:
    """Write the texts of scripts into PO files for translators.

    Without SCRIPTS: every .md file in scripts/. A translation that is there already is brought up to date; nothing in
    it is lost.

    \b
    Examples:
      kokko translate extract scripts/the-first-meeting.md
      kokko translate extract scripts/the-first-meeting.md --lang ar
    """
    _finish([_kept(path, langs or LANGUAGES, new=True) for path in chosen(scripts)])


@command.command("update")
@click.argument("scripts", nargs=-1, type=SCRIPT)
@click.option("--lang", "langs", metavar="TAGS", multiple=True, callback=tags,
              help="Which translations, with commas: sv,en. Otherwise all that there are.")  # fmt: skip
def update(scripts: tuple[Path, ...], langs: tuple[str, ...]) -> None:
    """Bring translations up to date after their scripts have changed.

    A text that changed a little is marked fuzzy and keeps its translation; one that moved keeps it too; one that is
    gone becomes obsolete and stays in the file.

    \b
    Examples:
      kokko translate update
      kokko translate update scripts/the-first-meeting.md --lang sv
    """
    _finish([_kept(path, [tag for tag in wanted(path, langs or ("all",)) if tag != OWN], new=False)
             for path in chosen(scripts)])  # fmt: skip


def _finish(went_well: Sequence[bool]) -> None:
    click.get_current_context().exit(int(not all(went_well)))


def _kept(script: Path, langs: Sequence[str], *, new: bool) -> bool:
    """Write the catalogues of a script; False if one of them, or the script, has errors."""
    story, said = story_of(script)
    errors = [each for each in said if each.severity is Severity.ERROR]
    complain(errors)
    if story is None:
        return False
    tongue = story.lang.split("-")[0].lower()
    beside = languages_beside(script)
    going = [lang for lang in langs if lang not in ("all", tongue, story.lang) and (new or lang in beside)]
    kept = [_one_kept(script, story, lang) for lang in going]  # all of them, also behind one that fails
    return all(kept) and not errors


def _one_kept(script: Path, story: Story, lang: str) -> bool:
    path = catalogue_path(script, lang)
    if path.exists():
        before = opened(path, story.id, lang)
        if before is None:
            return False
        after = brought_up_to_date(before, story)
    else:
        after = begun(story, lang, str(path))
    text = laid_out(after, story).encode("utf-8")
    same = path.exists() and path.read_bytes() == text
    if not same:
        write_atomically(path, text)
    tell(path, after, "unchanged" if same else "written")
    return True


def story_of(script: Path) -> tuple[Story | None, tuple[Diagnostic, ...]]:
    """The story of a script, and what reading it had to say."""
    source = read_source(script, str(script))
    if isinstance(source, Diagnostic):
        return None, (source,)
    return read(source, script_id(script), panels=panels_folder())


def opened(path: Path, story: str, lang: str) -> Catalogue | None:
    """The catalogue at ``path``; None, and the reason said, where it can't be that of ``story`` in ``lang``."""
    catalogue = read_catalogue(path, str(path))
    wrong = catalogue if isinstance(catalogue, Diagnostic) else belongs(catalogue, story, lang)
    if wrong is not None:
        complain([wrong])
        return None
    assert isinstance(catalogue, Catalogue)
    return catalogue


def complain(said: Sequence[Diagnostic]) -> None:
    """Say diagnostics on the error stream."""
    stream = sys.stderr
    for diagnostic in said:
        click.echo(full(diagnostic, language(), colour=colourful(stream)) + "\n", err=True)


def tell(path: Path, catalogue: Catalogue, news: str) -> None:
    """Say what became of a catalogue, and how far it is."""
    states = [entry.state for entry in catalogue.entries if not entry.obsolete]
    counts = {state: states.count(state) for state in ("translated", "fuzzy", "untranslated")}
    how_far = say("commands", language(), "translate", "how-far", total=len(states), **counts)
    said = say("commands", language(), "translate", news, path=path)
    click.echo(f"{said} {how_far}")
