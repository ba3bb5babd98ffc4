"""The shelf: reads the reference works that are in use, with everything that is wrong in their files."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.reference.accessibility import read_statement
from kokko_ethics.reference.entries import Entries
from kokko_ethics.reference.facts import read_facts
from kokko_ethics.reference.glossary import read_glossary
from kokko_ethics.reference.model import Facts, Glossary, Principles, Project, Questions, Reference, Statement
from kokko_ethics.reference.places import WORKS, contents, in_use, shipped
from kokko_ethics.reference.principles import read_principles
from kokko_ethics.reference.project import read_project
from kokko_ethics.reference.questions import Rests, read_questions
from kokko_ethics.source import Source, Span

_Work = TypeVar("_Work", Principles, Glossary, Facts, Project, Statement, Questions)


def reference_for(beside: Path) -> tuple[Reference, tuple[Diagnostic, ...]]:
    """The reference works for scripts in the folder ``beside``, and what is wrong with their files. Ours stand in for
    a file that cannot be read."""
    return _reference(tuple((path, contents(path)) for work in WORKS for path in (in_use(work, beside), shipped(work))))


@lru_cache(maxsize=8)
def _reference(files: tuple[tuple[Path, bytes | None], ...]) -> tuple[Reference, tuple[Diagnostic, ...]]:
    """The works out of pairs of files, the one in use and ours; read again only when a file has changed."""
    pairs = zip(files[::2], files[1::2], strict=True)
    own = [used[0].resolve() != ours[0].resolve() for used, ours in pairs]
    found: list[Diagnostic] = []
    principles = _work(files[0:2], read_principles, found) or Principles()
    ids = () if own[0] and not own[1] else tuple(one.id for one in principles.entries)
    glossary = _work(files[2:4], lambda entries: read_glossary(entries, ids), found) or Glossary()
    facts = _work(files[4:6], read_facts, found) or Facts()
    project = _work(files[6:8], read_project, found) or Project()
    statement = _work(files[8:10], read_statement, found) or Statement()
    foreign = not own[5] and any(own[:3])
    rests = Rests(principles, glossary, _with_ours(facts, files[5]) if foreign else facts, foreign)
    questions = _work(files[10:12], lambda entries: read_questions(entries, rests), found) or Questions()
    return Reference(principles, glossary, facts, project, statement, questions), in_order(found)


def _with_ours(facts: Facts, ours: tuple[Path, bytes | None]) -> Facts:
    """Another's facts, and those of ours that they don't have: our questions have gaps for their numbers."""
    text = (ours[1] or b"").decode("utf-8", "replace")
    shipped = read_facts(Entries(Source.of(text, str(ours[0])))) or Facts()
    known = {one.id for one in facts.entries}
    return Facts((*facts.entries, *(one for one in shipped.entries if one.id not in known)), facts.source)


def _work(
    files: tuple[tuple[Path, bytes | None], ...],
    read: Callable[[Entries], _Work | None],
    found: list[Diagnostic],
) -> _Work | None:
    for path, data in dict.fromkeys(files):
        entries = Entries(Source.of((data or b"").decode("utf-8", "replace"), str(path)))
        if data is None or not _is_utf8(data):
            entries.tell("data-unreadable", Span(0, 0), file=str(path))
            work = None
        else:
            work = read(entries)
        found += entries.found
        if work is not None:
            return work
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
