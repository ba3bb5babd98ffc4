"""Templating: the pages' HTML and CSS, filled by Jinja2 with everything escaped that we did not make ourselves."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from kokko_ethics.directions import right_to_left
from kokko_ethics.wording import gapped, say

_TEMPLATES = Path(__file__).parent / "templates"


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, in the folder and under the ending that Python has for compiled code: every process would
    compile them anew. Where that folder can't be written, each does."""

    def __init__(self, folder: Path) -> None:
        options = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=8)  # which Jinja2 doesn't look at
        super().__init__(str(folder), f"%s.jinja-{version('jinja2')}-{options.hexdigest()}.pyc")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if that can be."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)


@cache
def environment(compiled: Path = _TEMPLATES / "__pycache__") -> Environment:
    """All templates; they are kept in ``compiled`` once they are compiled."""
    loader = FileSystemLoader(_TEMPLATES, encoding="utf-8")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        bytecode_cache=_Compiled(compiled),
    )  # fmt: skip
    made.globals["direction"] = direction
    return made


def direction(lang: str) -> str:
    """``rtl`` or ``ltr``, as HTML and CSS call the direction in which a language is read."""
    return "rtl" if right_to_left(lang) else "ltr"


def comma(lang: str) -> str:
    """What stands between the names of a list, with the space behind it."""
    return say("panels", lang, "panel", "between")


def fill(template: str, lang: str, **values: object) -> str:
    """The template with its gaps filled.

    Inside, ``say(section, key, …)`` speaks ``lang`` and ``on_site`` says what only screens need; ``for_script`` gives
    the page's scripts such a text with its gaps open. ``start`` and ``end`` are the sides where lines begin and end,
    ``comma`` parts the names of a list, and ``direction(lang)`` is ``rtl`` or ``ltr``.
    """
    start, end = ("right", "left") if right_to_left(lang) else ("left", "right")
    on_site, for_script = partial(say, "site", lang), partial(gapped, "site", lang)
    says = {"say": partial(say, "pages", lang), "on_site": on_site, "for_script": for_script}
    spoken = {**says, "start": start, "end": end, "comma": comma(lang)}
    return environment().get_template(template).render(**spoken, **values)


def css_string(text: str) -> str:
    """``text`` as a CSS string: everything but letters, digits and spaces as an escape, which a space closes."""
    safe = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):06x} " for c in text)
    return f'"{safe}"'
