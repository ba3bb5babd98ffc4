"""Which languages of its scripts a command is about. The language of messages is another matter: ``kokko --lang``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from kokko_ethics.cli.scripts import language
from kokko_ethics.source import Source
from kokko_ethics.wording import say
from kokko_ethics.workspace import LANGUAGE_MARKS, LANGUAGE_TAG, catalogue_path, languages_beside

ALL = "all"
OWN = ""
"""Stands for the language that a script is written in."""


def tags(ctx: click.Context, param: click.Parameter, written: Sequence[str]) -> tuple[str, ...]:
    """The languages that an option names, with commas or several times.

    Raises:
        click.BadParameter: if one of them can't be a language.
    """
    names = [name.strip().replace("_", "-") for part in written for name in part.split(",")]
    wanted = tuple(dict.fromkeys(_normal(name) for name in names if name))
    for name in wanted:
        if name != ALL and not LANGUAGE_TAG.fullmatch(name):
            raise click.BadParameter(say("commands", language(), "languages", "no-tag", name=name))
    if written and not wanted:
        raise click.BadParameter(say("commands", language(), "languages", "no-tag", name=",".join(written)))
    return wanted


def wanted(script: Path, asked: Sequence[str]) -> tuple[str, ...]:
    """The languages in which a script is made: :data:`OWN`, and those of its translations.

    A language that is asked for and has no translation is among them: whoever makes it says what is missing.
    """
    if not asked:
        return (OWN,)
    found = [OWN, *languages_beside(script)] if ALL in asked else []
    return tuple(dict.fromkeys([*found, *_named(script, [name for name in asked if name != ALL])]))


def _named(script: Path, asked: Sequence[str]) -> Iterator[str]:
    for lang in asked:
        if catalogue_path(script, lang).is_file():
            yield lang
        elif _tongue(script) == lang.split("-")[0]:
            yield OWN
        elif not _told_elsewhere(script, lang):
            yield lang


def _told_elsewhere(script: Path, lang: str) -> bool:
    """Whether the story is told in that language by a script of its own, ``name.sv.md`` beside ``name.md``."""
    stem = script.stem
    for mark in LANGUAGE_MARKS:
        stem = stem.removesuffix(mark)
    return stem != script.stem or script.with_name(f"{stem}.{lang}.md").is_file()


def _tongue(script: Path) -> str:
    """The language that a script is written in, without its region; empty where it can't be read."""
    from kokko_ethics.script.front_matter import read_front_matter
    from kokko_ethics.script.keywords import load_vocabulary
    from kokko_ethics.script.model import language_in
    from kokko_ethics.script.reading import read_source

    source = read_source(script, str(script))
    if not isinstance(source, Source):
        return ""
    return language_in(read_front_matter(source, load_vocabulary())[0]).split("-")[0].lower()


def _normal(name: str) -> str:
    tongue, *rest = name.split("-")
    return "-".join([tongue.lower(), *rest])
