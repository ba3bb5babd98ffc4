"""``kokko data``: the principles, terms and facts that stories rest on, and how to change them."""

from __future__ import annotations

from collections import Counter

import click

from kokko_ethics.cli.scripts import language
from kokko_ethics.cli.spoken import SpokenGroup
from kokko_ethics.reference.model import Reference
from kokko_ethics.reference.places import WORKS, in_use, shipped
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.wording import day_in_words, say
from kokko_ethics.workspace import SCRIPTS, write_atomically

_STATES = ("draft", "confirmed", "replaced")
_KINDS = ("answer", "decline", "crisis")


command = SpokenGroup("data")
"""The commands about reference works."""


@command.command("list")
def list_works() -> None:
    """Say which files are in use, and what is in them."""
    reference, wrong = reference_for(SCRIPTS)
    for work in WORKS:
        path = in_use(work, SCRIPTS)
        click.echo(f"{work}: {path}\n  {_told(work, reference)}")
        if any(diagnostic.source.path == str(path) for diagnostic in wrong):
            click.echo(f"  {say('commands', language(), 'data', 'wrong')}")


@command.command("copy")
@click.argument("work", type=click.Choice(WORKS))
def copy(work: str) -> None:
    """Copy a file of ours into scripts/ unless one is there."""
    path = SCRIPTS / f"{work}.yaml"
    if path.exists():
        raise click.UsageError(say("commands", language(), "data", "exists", path=path))
    write_atomically(path, shipped(work).read_bytes())
    click.echo(say("commands", language(), "data", "copied", path=path))


def _told(work: str, reference: Reference) -> str:
    """What a file holds, in a line."""
    lang = language()
    if work == "principles":
        states: Counter[str] = Counter(one.status for one in reference.principles.entries)
        return say("commands", lang, "data", "principles", **{one: states[one] for one in _STATES})
    if work == "glossary":
        return say("commands", lang, "data", "glossary", count=len(reference.glossary.terms))
    if work == "questions":
        kinds: Counter[str] = Counter(one.kind for one in reference.questions.entries)
        return say("commands", lang, "data", "questions", **{one: kinds[one] for one in _KINDS})
    if work == "project":
        of = reference.project
        values = {"organisation": of.organisation, "address": of.address, "contact": of.contact}
        return say("commands", lang, "data", "project", **{key: value or "–" for key, value in values.items()})
    if work == "accessibility":
        of_site = reference.statement
        day = day_in_words(of_site.assessed_on, lang) if of_site.assessed_on else "–"
        tested, untested = len(of_site.tested), len(of_site.untested)
        return say("commands", lang, "data", "accessibility", day=day, tested=tested, untested=untested)
    facts = reference.facts.entries
    unsure = sum(fact.state == "re-check" for fact in facts)
    oldest = min((fact.last_checked for fact in facts), default="")
    day = day_in_words(oldest, lang) if oldest else "–"
    return say("commands", lang, "data", "facts", count=len(facts), unsure=unsure, oldest=day)
