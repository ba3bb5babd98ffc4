"""The glossary's file: terms with the forms in which they are found."""

from __future__ import annotations

import yaml

from kokko_ethics.diagnostics import Severity
from kokko_ethics.reference.entries import Entries, span_of
from kokko_ethics.reference.model import Glossary, Term, TermWords
from kokko_ethics.wording import LANGUAGES

_KEYS = ("id", "principles", *LANGUAGES)
_WORDS = ("term", "usage", "forms", "meaning", "note")
_USAGES = ("sourced", "own")


def read_glossary(entries: Entries, principles: tuple[str, ...]) -> Glossary | None:
    """The terms of a file; None where it cannot be read. ``principles`` are the ids that terms may name; empty lets
    them name any."""
    root = entries.root("terms")
    if root is None:
        return None
    return Glossary(entries.by_id(root["terms"], "terms", lambda node: _term(entries, node, principles)))


def _term(entries: Entries, node: yaml.Node, principles: tuple[str, ...]) -> Term | None:
    values = entries.keys(node, _KEYS, "terms")
    if entries.missing(node, values, ("id",), "terms"):
        return None
    id = entries.name(values["id"], "terms.id")
    named = []
    for one in entries.list_of(values.get("principles"), f"{id}.principles"):
        name = entries.word(one, principles, f"{id}.principles") if principles else entries.text(one, id)
        named += [name] if name else []
    words = {lang: said for lang in LANGUAGES if lang in values and (said := _words(entries, values[lang], id, lang))}
    missing = [lang for lang in LANGUAGES if lang not in values]
    if missing:
        at, languages = span_of(values["id"]), ", ".join(missing)
        entries.tell("data-language-missing", at, Severity.WARNING, about=id, languages=languages)
    return Term(id, tuple(named), words) if id and words else None


def _words(entries: Entries, node: yaml.Node, id: str, lang: str) -> TermWords | None:
    about = f"{id}.{lang}"
    values = entries.keys(node, _WORDS, about)
    if entries.missing(node, values, ("term", "meaning"), about):
        return None
    term = entries.text(values["term"], f"{about}.term")
    usage = entries.word(values.get("usage"), _USAGES, f"{about}.usage")
    forms = tuple(
        spelling
        for one in entries.list_of(values.get("forms"), f"{about}.forms")
        if (spelling := _forms(entries, one, f"{about}.forms"))
    )
    meaning, note = (entries.text(values.get(key), f"{about}.{key}") for key in ("meaning", "note"))
    return TermWords(term, "own" if usage == "own" else "sourced", forms or ((term,),), meaning, note)


def _forms(entries: Entries, node: yaml.Node, about: str) -> tuple[str, ...]:
    """The forms of one spelling. All have as many words, since they are compared word by word."""
    forms = tuple(form.strip() for form in entries.text(node, about).split(",") if form.strip())
    odd = next((form for form in forms if len(form.split()) != len(forms[0].split())), "")
    if odd:
        entries.tell("data-forms", span_of(node), about=about, form=odd, basic=forms[0])
    return tuple(form for form in forms if len(form.split()) == len(forms[0].split()))
