"""The project's file: who publishes the comics, where they stand on the web, and where to send feedback."""

from __future__ import annotations

import re

import yaml

from kokko_ethics.reference.entries import Entries, span_of
from kokko_ethics.reference.model import Project

_KEYS = ("address", "organisation", "contact", "assistant")
_ADDRESS = re.compile(r"https?://(?!-)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%-]+)*/?")
_LONGEST = 80
"""Characters of a base address: what stands behind it has to fit into the foot of an A5 page with it."""


def read_project(entries: Entries) -> Project | None:
    """What a project says of itself; None where the file cannot be read."""
    root = entries.root("", _KEYS)
    if root is None:
        return None
    address = _address(entries, root.get("address"))
    organisation, contact, assistant = (entries.text(root.get(key), key) for key in _KEYS[1:])
    return Project(address, organisation, contact, assistant)


def _address(entries: Entries, node: yaml.Node | None) -> str:
    """The base address with a slash at its end; empty if it is none."""
    value = entries.text(node, "address")
    if not value or node is None:
        return ""
    if len(value) > _LONGEST or not _ADDRESS.fullmatch(value):
        entries.tell("project-address", span_of(node), value=value, most=str(_LONGEST))
        return ""
    return f"{value.rstrip('/')}/"
