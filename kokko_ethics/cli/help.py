"""Help: what commands say of themselves, in the author's language. All of it stands in ``wording/help.*.toml``, a
section for the words that call a command, so that help is there at once: no command has to be loaded for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from textwrap import fill

import click

from kokko_ethics.wording import gapped, table

ROOT = "kokko"
ASKING = ("-h", "--help")
"""What asks for help."""

_NO_OPTIONS = ("usage", "about", "examples", "codes")
_WORD = re.compile(r"\b[A-Z]{2,}\b")
"""What stands for something that the author types, such as SCRIPTS."""


def pages(lang: str) -> tuple[str, ...]:
    """The commands that have help: the words that call them, such as ``translate extract``; :data:`ROOT` for all."""
    return tuple(name for name, texts in table("help", lang).items() if "about" in texts)


def page_for(words: Sequence[str], lang: str) -> str:
    """The page about the command that ``words`` of a command line call, as far as they are known."""
    known = pages(lang)
    begun = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((name for name in begun if name in known), ROOT)


def below(page: str, lang: str) -> tuple[str, ...]:
    """The pages of the commands of a group; none for a command."""
    depth = 0 if page == ROOT else page.count(" ") + 1
    within = "" if page == ROOT else f"{page} "
    return tuple(name for name in pages(lang) if name != ROOT and name.startswith(within) and name.count(" ") == depth)


def help_on(page: str, lang: str, width: int | None = None) -> str:
    """A page of help, lines up to ``width`` characters long; otherwise as the terminal has them."""
    texts = table("help", lang)[page]
    formatter = click.HelpFormatter(width=width)
    formatter.write_usage(called(page), said(texts["usage"], lang), prefix=f"{_heading('usage', lang)}: ")
    formatter.write_paragraph()
    formatter.write(_paragraphs(texts["about"], formatter.width))
    with formatter.section(_heading("options", lang)):
        formatter.write_dl([(said(name, lang), text) for name, text in options_of(page, lang).items()])
    if rows := [(name.split(" ")[-1], _first(name, lang)) for name in below(page, lang)]:
        with formatter.section(_heading("art-packs" if page == "pack" else "commands", lang)):
            formatter.write_dl(rows)
    if "examples" in texts:
        with formatter.section(_heading("examples", lang)):
            formatter.write("".join(f"  {line}\n" for line in texts["examples"].strip().split("\n")))
    if "codes" in texts:
        formatter.write_paragraph()
        formatter.write_text(texts["codes"])
    return formatter.getvalue().rstrip("\n")


def called(page: str) -> str:
    """What to type for the command of a page."""
    return page if page == ROOT else f"{ROOT} {page}"


def said(text: str, lang: str) -> str:
    """A text of the command line with the words that stand for something, such as SCRIPTS, in ``lang``."""
    words = table("help", lang)["words"]
    return _WORD.sub(lambda match: words.get(match[0], match[0]), text)


def options_of(page: str, lang: str) -> dict[str, str]:
    """The options of a command as they are typed, each with its text; what many commands have says the same in all."""
    own = {name: text for name, text in table("help", lang)[page].items() if name not in _NO_OPTIONS}
    every = table("help", lang)["every"]
    return {**{name: text or every[name] for name, text in own.items()}, ", ".join(ASKING): every["--help"]}


def _paragraphs(text: str, width: int) -> str:
    """Paragraphs in lines that break at spaces alone, so that paths stay whole."""
    lines = (fill(one, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
             for one in text.strip().split("\n\n"))  # fmt: skip
    return "\n\n".join(lines) + "\n"


def _first(page: str, lang: str) -> str:
    """The first paragraph about a command, which says it in a line."""
    return gapped("help", lang, page, "about").strip().split("\n\n")[0]


def _heading(name: str, lang: str) -> str:
    return gapped("help", lang, "headings", name)
