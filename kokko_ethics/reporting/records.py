"""Looks for programs: JSON lines, and SARIF 2.1.0 for editors and code hosts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.reporting.texts import codes, entry, wording

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def jsonl(diagnostics: Sequence[Diagnostic], lang: str) -> str:
    """One object a line."""
    return "".join(json.dumps(_record(each, lang), ensure_ascii=False) + "\n" for each in diagnostics)


def sarif(diagnostics: Sequence[Diagnostic], lang: str, version: str) -> str:
    """A whole SARIF log; its rules are all the codes that the house knows."""
    rules = list(dict.fromkeys([*codes(lang), *(diagnostic.code for diagnostic in diagnostics)]))
    driver = {"name": "kokko", "version": version, "rules": [_rule(code, lang) for code in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, rules, lang) for diagnostic in diagnostics],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _record(diagnostic: Diagnostic, lang: str) -> dict[str, Any]:
    line, column = diagnostic.place
    end_line, end_column = diagnostic.source.place(diagnostic.span.end)
    said = wording(diagnostic, lang)
    return {
        "path": diagnostic.source.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "severity": diagnostic.severity.name.lower(),
        "code": diagnostic.code,
        "message": said.message,
        "hint": said.hint or None,
        "nearest": diagnostic.nearest,
    }


def _rule(code: str, lang: str) -> dict[str, Any]:
    texts = entry(code, lang) or {}
    rule: dict[str, Any] = {"id": code, "shortDescription": {"text": texts.get("message", code)}}
    if why := texts.get("why"):
        rule["fullDescription"] = {"text": why}
    return rule


def _result(diagnostic: Diagnostic, rules: list[str], lang: str) -> dict[str, Any]:
    line, column = diagnostic.place
    end_line, end_column = diagnostic.source.place(diagnostic.span.end)
    said = wording(diagnostic, lang)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    place = {"artifactLocation": {"uri": _uri(diagnostic.source.path)}, "region": region}
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rules.index(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": f"{said.message} {said.hint}".strip()},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    """A relative path as a URI reference, an absolute one as a file URI."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
