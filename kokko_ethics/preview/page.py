"""The page: the HTML and CSS of the preview, in the author's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kokko_ethics.typeface import faces
from kokko_ethics.wording import gapped, say

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(_TEMPLATES, encoding="utf-8")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def page(name: str, names: Iterable[str], lang: str) -> str:
    """The page on which the entry called ``name`` is shown; its script fills it."""
    template = _environment().get_template("preview.html")
    says = {"say": partial(say, "preview", lang, "page"), "for_script": partial(gapped, "preview", lang, "page")}
    return template.render(name=name, names=tuple(names), lang=lang, **says)


def style() -> str:
    """The style sheet. Fonts are whole, so that a new letter never waits for one."""
    return _environment().get_template("preview.css").render(faces=[Markup(face) for face in faces()])


def script() -> str:
    """The script of the page."""
    return (_TEMPLATES / "preview.js").read_text(encoding="utf-8")
