"""``kokko explain``: what a diagnostic means, with wrong, right and why."""

from __future__ import annotations

import click

from kokko_ethics.cli.scripts import language
from kokko_ethics.cli.spoken import Spoken
from kokko_ethics.reporting.texts import codes, entry
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import say


@click.command("explain", cls=Spoken)
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Tell more about a diagnostic, or list them all."""
    lang = language()
    click.echo(_explained(code.strip("[] ").lower(), lang) if code else _listed(lang))


def _explained(code: str, lang: str) -> str:
    texts = entry(code, lang)
    if texts is None:
        near = nearest(code, codes(lang))
        key = "unknown-nearest" if near else "unknown"
        raise click.UsageError(say("commands", lang, "explain", key, code=code, nearest=near))
    parts = [f"{code}: {texts['message']}"]
    if advice := texts.get("hint-plain") or texts.get("hint"):
        parts.append(f"{say('commands', lang, 'explain', 'advice')}: {advice}")
    for part in ("why", "wrong", "right"):
        if text := texts.get(part):
            label = say("commands", lang, "explain", part)
            parts.append(f"{label}: {text}" if part == "why" else f"{label}:\n\n{_indented(text)}")
    return "\n\n".join(parts)


def _listed(lang: str) -> str:
    width = max(map(len, codes(lang)))
    lines = [f"{code:<{width}}  {(entry(code, lang) or {}).get('message', '')}" for code in codes(lang)]
    return "\n".join([*lines, "", say("commands", lang, "explain", "more")])


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())
