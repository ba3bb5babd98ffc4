"""Keywords: one table a language, ``<language>.toml``. A new keyword language is a new table and no new code."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from kokko_ethics.script.model import Vocabulary, plain_form


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
