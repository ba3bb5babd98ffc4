"""Joining: one script out of several parts, because a page is shown sooner when its browser asks for fewer files."""

from __future__ import annotations

from collections.abc import Iterable

_STRICT = '"use strict";'


def joined(parts: Iterable[tuple[str, str]]) -> str:
    """One script that runs ``parts``, each a name and a script, in their order and each in a scope of its own.

    A part that fails while it starts stops none of the others: its fault goes to the console with the part's name. Only
    what a browser cannot even read would stop them all, so parts keep to the syntax of ECMAScript 2020.
    """
    return "\n".join((_STRICT, *(_guarded(name, script) for name, script in parts), ""))


def _guarded(name: str, script: str) -> str:
    # "use strict" means nothing within a block: it stands once, before all parts.
    return f'try{{{script.strip().removeprefix(_STRICT)}}}catch(fault){{console.error("{name}:",fault)}}'
