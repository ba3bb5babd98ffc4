"""Minifying: scripts and style sheets without comments and needless spaces, as pages load them."""

from __future__ import annotations

from rcssmin import cssmin
from rjsmin import jsmin


def minified(name: str, text: str) -> str:
    """The text of a file called ``name``, which ends in ``.js`` or ``.css``, in fewer signs: names and the order of
    everything stay, so that faults can still be told by the names in them."""
    return f"{jsmin(text) if name.endswith('.js') else cssmin(text)}\n"
