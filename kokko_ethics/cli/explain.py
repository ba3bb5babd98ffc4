"""``kokko explain``: what a message means, with a wrong and a right example."""

from __future__ import annotations

from difflib import get_close_matches

import click

from kokko_ethics.wording import say, table


@click.command("explain", epilog="Example:  kokko explain unknown-speaker")
@click.argument("code", required=False)
@click.pass_context
def command(ctx: click.Context, code: str | None) -> None:
    """Explain a message by its CODE (the word in square brackets). Without CODE, lists all of them."""
    lang = ctx.obj
    known = table("diagnostics", lang)
    if code is None:
        for name in sorted(known):
            click.echo(f"{name:26s} {known[name]['message']}")
        return
    code = code.strip("[] ").lower()
    if code not in known:
        near = get_close_matches(code, known, 1, 0.4)
        key = "unknown-code-near" if near else "unknown-code"
        raise click.UsageError(say("commands", lang, "usage", key, code=code, near=near[0] if near else ""))
    entry = known[code]
    click.echo(f"{code}: {entry['message']}\n\n{entry['why']}\n")
    for key in ("wrong", "right"):
        click.echo(f"{say('commands', lang, 'explain', key)}:\n")
        click.echo("\n".join(f"    {line}" for line in entry[key].splitlines()) + "\n")
