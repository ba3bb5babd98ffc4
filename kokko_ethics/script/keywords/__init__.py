"""Keywords: one table a language, ``<language>.toml``. A new keyword language is a new table and no new code."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from kokko_ethics.script.model import Vocabulary
from kokko_ethics.spelling import plain_form


@cache
def load_vocabulary() -> Vocabulary:
    """All tables in one, read once. Where languages share a word, the first table in the alphabet decides."""
    forms: dict[str, dict[str, str]] = {}
    names: dict[str, list[str]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        for group, concepts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for concept, words in concepts.items():
                names.setdefault(group, []).append(words[0])
                for word in words:
                    forms.setdefault(group, {}).setdefault(plain_form(word), concept)
    return Vocabulary(forms, {group: tuple(dict.fromkeys(words)) for group, words in names.items()})


@cache
def words_in(lang: str) -> dict[str, dict[str, str]]:
    """What a table of one language calls things: by group and concept, the word that hints propose. English for a
    language without a table."""
    path = Path(__file__).parent / f"{lang.split('-')[0].lower()}.toml"
    table = tomllib.loads((path if path.is_file() else path.with_name("en.toml")).read_text(encoding="utf-8"))
    return {group: {concept: words[0] for concept, words in concepts.items()} for group, concepts in table.items()}
