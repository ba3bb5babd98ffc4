"""Room: Story → diagnostics. Looks, changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import entry_points

from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.review import balance, ease, jargon, people, rules, session, tongue
from kokko_ethics.story.model import Story

Rule = Callable[[Story], Iterable[Diagnostic]]
"""Takes a story and gives what there is to say about it."""

RULES: tuple[Rule, ...] = (
    rules.describe_every_panel,
    rules.describe_what_is_seen,
    rules.keep_balloons_short,
    rules.keep_panels_light,
    session.add_up_minutes,
    session.ask_about_panels_there_are,
    rules.ask_for_consent,
    rules.say_where_it_comes_from,
    rules.ask_for_sign_off,
    tongue.name_the_language,
    balance.share_the_words,
    people.let_everybody_speak,
    people.tell_names_apart,
    ease.shorten_words,
    ease.shorten_sentences,
    ease.prefer_common_words,
    ease.name_who_does_it,
    jargon.open_abbreviations,
    jargon.open_compounds,
)


@cache
def _guest_rules() -> tuple[Rule, ...]:
    """Rules of other packages, registered under ``kokko_ethics.rules``, in the order of their names."""
    found = sorted(entry_points(group="kokko_ethics.rules"), key=lambda entry: (entry.name, entry.value))
    return tuple(rule for rule in (entry.load() for entry in found) if rule not in RULES)


def review(story: Story) -> tuple[Diagnostic, ...]:
    """Everything that the rules say about ``story``, in the order of the file."""
    return in_order([found for rule in (*RULES, *_guest_rules()) for found in rule(story)])


__all__ = ["RULES", "Rule", "review"]
