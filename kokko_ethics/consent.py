"""Consent: which stories may not be built any more, because somebody whose story it is has withdrawn their consent.

The list is the author's own file, ``consent.yaml`` beside the scripts, to be kept under version control. A story is
known by the name of its script, whatever path, link or language leads to it, and by its words, so that another name
does not help. Words that were changed, or copied elsewhere, can't be known again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.source import Source, Span
from kokko_ethics.workspace import SCRIPTS, script_id, write_atomically

NAME = "consent.yaml"
_HEAD = """\
# Stories whose consent has been withdrawn. kokko consent writes this file; keep it under version control.
# kokko build makes nothing of a story that is listed here, nor of its words under another name.
# You may add note: and a line of your own to a story. kokko consent restore NAME.md takes it off the list.
withdrawn:
"""
_FRONT_MATTER = re.compile(r"\s*-{3,}[ \t]*\n.*?\n-{3,}[ \t]*\n", re.DOTALL)
_FEWEST_WORDS = 12
"""A story of fewer words is known by its name alone."""
_LARGEST = 1_000_000
"""Bytes of a file that is still read."""


class Unreadable(ValueError):
    """The list is there, but nobody can tell what is on it. ``reason`` is what the system or YAML says."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A story on the list: its id, the fingerprint of its words, and what else the author keeps about it, such as the
    ``date``."""

    story: str
    words: str = ""
    more: tuple[tuple[str, str], ...] = ()


def consent_path(script: Path) -> Path:
    """The list that a script belongs to: the one beside the file itself, whatever links lead there."""
    return script.resolve().parent / NAME


def read_list(path: Path) -> tuple[Withdrawal, ...]:
    """The list at ``path``; empty where there is no such file.

    Raises:
        Unreadable: if there is one that can't be read.
    """
    try:
        if not path.exists():
            return ()
        text = path.read_bytes()[:_LARGEST].decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(path, str(error)) from error
    import yaml

    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable(path, " ".join(str(error).split())) from error
    listed = data.get("withdrawn") if isinstance(data, Mapping) else None
    entries = listed or []
    if (data and listed is None) or not isinstance(entries, list) or not all(map(_is_entry, entries)):
        raise Unreadable(path, "withdrawn: - story:")
    return tuple(_withdrawal(entry) for entry in entries)


def write_list(path: Path, listed: tuple[Withdrawal, ...]) -> None:
    """Write the list, in the order of the names. An empty one stays, so that its history goes on.

    Raises:
        OSError: if it can't be written.
    """
    lines = []
    for one in sorted(listed, key=lambda one: one.story):
        lines.append(f"  - story: {_quoted(one.story)}\n")
        lines += [f"    {key}: {_quoted(value)}\n" for key, value in (("words", one.words), *one.more) if value]
    write_atomically(path, ((_HEAD + "".join(lines)) if lines else _HEAD.rstrip() + " []\n").encode())


def fingerprint_of(script: Path) -> str:
    """The fingerprint of a script's words, whatever its layout and front matter; empty for too few, or no file."""
    try:
        source = Source.of(script.read_bytes()[:_LARGEST].decode("utf-8", "replace"))
    except OSError:
        return ""
    words = re.findall(r"\w+", _FRONT_MATTER.sub("", source.text, count=1).casefold())
    if len(words) < _FEWEST_WORDS:
        return ""
    return hashlib.blake2b(" ".join(words).encode(), digest_size=16).hexdigest()


def withdrawn(script: Path) -> Withdrawal | None:
    """The entry that keeps a script from being built, in the list beside it or, by its words, in that of ``scripts/``.

    Raises:
        Unreadable: if a list can't be read.
    """
    own, words = consent_path(script), ""
    for path in dict.fromkeys((own, SCRIPTS.resolve() / NAME)):
        listed = read_list(path)
        words = words or (fingerprint_of(script) if listed else "")
        for one in listed:
            named = path == own and one.story.casefold() == script_id(script.resolve()).casefold()
            if named or (words and one.words == words):
                return one
    return None


def refusal(script: Path) -> Diagnostic | None:
    """Why a script may not be built, if consent is what keeps it; also where nobody can tell."""
    try:
        found = withdrawn(script)
    except Unreadable as error:
        return _told(script, "consent-list-broken", path=str(error.path), reason=error.reason)
    except OSError as error:
        return _told(script, "consent-list-broken", path=NAME, reason=str(error))
    return _told(script, "consent-withdrawn", story=found.story) if found else None


def _told(script: Path, code: str, **values: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, Source.of("", str(script)), Span(0, 0), tuple(values.items()))


def _is_entry(entry: object) -> bool:
    return isinstance(entry, Mapping) and isinstance(entry.get("story"), str) and bool(entry["story"])


def _withdrawal(entry: Mapping[str, object]) -> Withdrawal:
    more = tuple((str(key), str(value)) for key, value in entry.items() if key not in ("story", "words"))
    return Withdrawal(str(entry["story"]), str(entry.get("words", "")), more)


def _quoted(text: str) -> str:
    """A text as YAML reads it back."""
    plain = " ".join(text.split())
    if re.fullmatch(r"[\w./-][\w ./()-]*(?<! )", plain):
        return plain
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
