"""Templating: the pages' HTML and CSS, filled by Jinja2 with everything escaped that we did not make ourselves."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kokko_ethics.wording import say


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def fill(template: str, lang: str, **values: object) -> str:
    """The template with its gaps filled; inside, ``say(section, key, …)`` speaks ``lang``."""
    return _environment().get_template(template).render(say=partial(say, "pages", lang), **values)


def css_string(text: str) -> str:
    """``text`` as a CSS string: everything but letters, digits and spaces as an escape, which a space closes."""
    safe = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):06x} " for c in text)
    return f'"{safe}"'
