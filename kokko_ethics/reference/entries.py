"""Entries: reads YAML node by node, so that everything wrong is told with its place, and the rest is still read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import yaml

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reference.model import Fact, Question, Term
from kokko_ethics.source import Source, Span
from kokko_ethics.spelling import nearest
from kokko_ethics.wording import LANGUAGES

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_Named = TypeVar("_Named", Fact, Question, Term)


@dataclass(slots=True)
class Entries:
    """Reads one file. What cannot be read is told in ``found`` and left out."""

    source: Source
    found: list[Diagnostic] = field(default_factory=list)

    def root(self, needed: str, known: Sequence[str] = ()) -> dict[str, yaml.Node] | None:
        """The file's keys; None where it is no YAML, or the key that it is all about, if there is one, is missing."""
        try:
            node = yaml.compose(self.source.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            at = min(mark.index if mark else 0, max(0, len(self.source.text) - 1))
            self.tell("data-broken", Span(at, at + 1), file=self.source.path)
            return None
        except RecursionError:
            self.tell("data-broken", Span(0, 1), file=self.source.path)
            return None
        if not isinstance(node, yaml.MappingNode):
            self.tell("data-broken", Span(0, 1), file=self.source.path)
            return None
        needs = (needed,) if needed else ()
        values = self.keys(node, (*needs, *known), self.source.path)
        return None if self.missing(node, values, needs, self.source.path) else values

    def keys(self, node: yaml.Node, known: Sequence[str], about: str) -> dict[str, yaml.Node]:
        """The values of a mapping by key; ``about`` names it. Keys may have hyphens for underscores."""
        if not isinstance(node, yaml.MappingNode):
            self.tell("data-not-keys", span_of(node), about=about, keys=", ".join(known))
            return {}
        values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            written = key.value if isinstance(key, yaml.ScalarNode) else ""
            name = written.strip().replace("-", "_")
            if name not in known:
                said = {"key": written, "about": about, "known": ", ".join(known)}
                self.tell("data-unknown-key", span_of(key), Severity.WARNING, nearest(written, known), **said)
            elif name in values:
                self.tell("data-twice", span_of(key), key=written, value=written, about=about)
            elif not _is_empty(value):
                values[name] = value
        return values

    def list_of(self, node: yaml.Node | None, about: str) -> Iterator[yaml.Node]:
        """The parts of a list."""
        if isinstance(node, yaml.SequenceNode):
            yield from node.value
        elif node is not None:
            self.tell("data-not-list", span_of(node), about=about)

    def by_id(self, node: yaml.Node, about: str, read: Callable[[yaml.Node], _Named | None]) -> tuple[_Named, ...]:
        """What ``read`` makes of the parts of a list, where it makes anything; of an id that comes twice, the first."""
        found: dict[str, _Named] = {}
        for part in self.list_of(node, about):
            one = read(part)
            if one and one.id in found:
                self.tell("data-twice", span_of(part), key="id", value=one.id, about=about)
            elif one:
                found[one.id] = one
        return tuple(found.values())

    def text(self, node: yaml.Node | None, about: str) -> str:
        """A text with its white space evened out; empty if there is none."""
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode):
            self.tell("data-not-text", span_of(node), about=about)
            return ""
        return " ".join(str(node.value).split())

    def texts(self, node: yaml.Node | None, about: str, *, whole: bool = True) -> dict[str, str]:
        """Texts by language; with ``whole``, languages that are missing are told."""
        if node is None:
            return {}
        values = self.keys(node, LANGUAGES, about)
        texts = {lang: text for lang, value in values.items() if (text := self.text(value, f"{about}.{lang}"))}
        missing = [lang for lang in LANGUAGES if lang not in texts]
        if whole and missing and isinstance(node, yaml.MappingNode):
            languages = ", ".join(missing)
            self.tell("data-language-missing", span_of(node), Severity.WARNING, about=about, languages=languages)
        return {lang: texts[lang] for lang in LANGUAGES if lang in texts}

    def word(self, node: yaml.Node | None, known: Sequence[str], about: str) -> str:
        """One of the ``known`` words; empty if there is none or it is another."""
        value = self.text(node, about)
        if value and value not in known and node is not None:
            self.wrong(node, about, value, ", ".join(known), nearest(value, known))
            return ""
        return value

    def name(self, node: yaml.Node | None, about: str) -> str:
        """An id: small letters, digits and hyphens."""
        value = self.text(node, about)
        if value and not _ID.fullmatch(value) and node is not None:
            self.wrong(node, about, value, "a–z, 0–9, -")
            return ""
        return value

    def number(self, node: yaml.Node | None, about: str) -> int:
        """A whole number from one; zero if there is none or it is something else."""
        value = self.text(node, about)
        if value and node is not None and not re.fullmatch("[1-9][0-9]{0,3}", value):
            self.wrong(node, about, value, "1, 2, 3 …")
        return int(value) if re.fullmatch("[1-9][0-9]{0,3}", value) else 0

    def day(self, node: yaml.Node | None, about: str) -> str:
        """A day of the calendar as ``YYYY-MM-DD``; empty if there is none or it is something else."""
        value = self.text(node, about)
        if value and node is not None and not is_day(value):
            self.tell("data-date", span_of(node), about=about, value=value)
            return ""
        return value

    def missing(self, node: yaml.Node, values: Mapping[str, object], needed: Sequence[str], about: str) -> bool:
        """Whether ``needed`` keys are missing, each of which is told."""
        lacking = [key for key in needed if key not in values]
        for key in lacking:
            self.tell("data-missing", span_of(node), key=key, about=about)
        return bool(lacking)

    def wrong(self, node: yaml.Node, about: str, value: str, wanted: str, near: str | None = None) -> None:
        """Tell that a value is not what fits."""
        self.tell("data-value", span_of(node), Severity.ERROR, near, about=about, value=value, wanted=wanted)

    def tell(
        self, code: str, span: Span, severity: Severity = Severity.ERROR, near: str | None = None, **values: str
    ) -> None:
        """Tell something about the file."""
        self.found.append(Diagnostic(code, severity, self.source, span, tuple(values.items()), near))


def span_of(node: yaml.Node) -> Span:
    """Where a value stands; of a value that holds others, where the first of them does."""
    while isinstance(node, yaml.CollectionNode) and node.value:
        node = node.value[0][0] if isinstance(node, yaml.MappingNode) else node.value[0]
    return Span(node.start_mark.index, max(node.start_mark.index + 1, node.end_mark.index))


def is_day(value: str) -> bool:
    """Whether ``value`` is a day of the calendar, written as ``YYYY-MM-DD``."""
    try:
        return bool(_DAY.fullmatch(value) and date.fromisoformat(value))
    except ValueError:
        return False


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not str(node.value).strip()
