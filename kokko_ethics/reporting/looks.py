"""Looks: the same findings for a person, a screen reader, a code host, another program."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

from kokko_ethics.diagnostics import Severity
from kokko_ethics.reporting.findings import Finding, counted
from kokko_ethics.wording import say, table

Findings = tuple[Finding, ...]
_KEYS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "hint"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}


def severity_word(severity: Severity, lang: str) -> str:
    """Error, warning or hint, in the reader's language."""
    return say("commands", lang, "severity", _KEYS[severity])


def full(findings: Findings, lang: str, *, colour: bool = False) -> str:
    """Place, message, the author's line with a marker, and the hint; colour only repeats what the words say."""
    return "\n\n".join(_full_one(finding, lang, colour) for finding in findings)


def _full_one(finding: Finding, lang: str, colour: bool) -> str:
    word = f"{severity_word(finding.severity, lang)}[{finding.code}]"
    if colour:
        word = f"\033[1;{_COLOURS[finding.severity]}m{word}\033[0m"
    parts = [f"{finding.path}:{finding.line}:{finding.column}: {word}: {finding.message(lang)}"]
    if finding.text.strip():
        number = str(finding.line)
        parts.append(f"  {number} | {finding.text.expandtabs(1)}")
        parts.append(f"  {' ' * len(number)} | {_marker(finding)}")
    hint = finding.hint(lang)
    if hint:
        parts.append(f"  {say('commands', lang, 'report', 'hint')}: {hint}")
    return "\n".join(parts)


def _marker(finding: Finding) -> str:
    before = finding.text[: finding.column - 1]
    under = finding.text[finding.column - 1 : finding.column - 1 + finding.length]
    return " " * _width(before) + "^" * max(1, _width(under))


def _width(text: str) -> int:
    """How many cells of a terminal the text takes."""
    wide = sum(1 for letter in text if unicodedata.east_asian_width(letter) in "WF")
    return sum(1 for letter in text if not unicodedata.combining(letter)) + wide


def short(findings: Findings, lang: str, *, colour: bool = False) -> str:
    """One line each."""
    return "\n".join(
        f"{f.path}:{f.line}:{f.column}: {severity_word(f.severity, lang)}[{f.code}]: {f.message(lang)}" for f in findings
    )


def narrated(findings: Findings, lang: str, *, colour: bool = False) -> str:
    """Whole sentences without signs, as a screen reader should say them."""
    out = []
    for number, f in enumerate(findings, 1):
        place = say("commands", lang, "report", "narrated", number=number, of=len(findings), path=f.path, line=f.line, column=f.column)
        hint = f.hint(lang)
        words = f"{place} {severity_word(f.severity, lang).capitalize()}. {_ended(f.message(lang))}"
        words += f" {say('commands', lang, 'report', 'line')}: {_ended(f.text.strip())}" if f.text.strip() else ""
        out.append(words + (f" {say('commands', lang, 'report', 'hint').capitalize()}: {_ended(hint)}" if hint else ""))
    return "\n".join(out)


def _ended(text: str) -> str:
    return text if text[-1:] in ".!?…" else f"{text}."


def github(findings: Findings, lang: str, *, colour: bool = False) -> str:
    """Workflow commands that a code host shows beside the lines."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    out = []
    for f in findings:
        place = f"file={_escaped(f.path, True)},line={f.line},col={f.column},title={_escaped(f.code, True)}"
        hint = f.hint(lang)
        out.append(f"::{kinds[f.severity]} {place}::{_escaped(f.message(lang) + (f' {hint}' if hint else ''), False)}")
    return "\n".join(out)


def _escaped(text: str, is_property: bool) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def jsonl(findings: Findings, lang: str, *, colour: bool = False) -> str:
    """One JSON object a line, for other programs."""
    return "\n".join(
        json.dumps(
            {
                "path": f.path, "line": f.line, "column": f.column, "length": f.length, "severity": _KEYS[f.severity], "code": f.code,
                "message": f.message(lang), "hint": f.hint(lang), "text": f.text,
            },
            ensure_ascii=False,
        )  # fmt: skip
        for f in findings
    )


def sarif(findings: Findings, lang: str, *, colour: bool = False) -> str:
    """SARIF 2.1.0, with the rules that the findings name."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
    codes = sorted({f.code for f in findings})
    known = table("diagnostics", lang)
    rules = [{"id": code, "fullDescription": {"text": known.get(code, {}).get("why", code)}} for code in codes]
    results = [
        {
            "ruleId": f.code, "ruleIndex": codes.index(f.code), "level": levels[f.severity],
            "message": {"text": f"{f.message(lang)} {f.hint(lang)}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": f.path.replace("\\", "/")},
                        "region": {"startLine": f.line, "startColumn": f.column, "endColumn": f.column + f.length},
                    }
                }
            ],
        }  # fmt: skip
        for f in findings
    ]
    run = {"tool": {"driver": {"name": "kokko", "rules": rules}}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def summary(findings: Findings, lang: str) -> str:
    """The closing line of a report: how many of what."""
    counts = counted(findings)
    if not any(counts.values()):
        return say("commands", lang, "report", "nothing")
    return say(
        "commands", lang, "report", "summary", errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], hints=counts[Severity.HINT]
    )


LOOKS: dict[str, Callable[..., str]] = {
    "full": full, "short": short, "narrated": narrated, "github": github, "jsonl": jsonl, "sarif": sarif,
}  # fmt: skip
"""All looks by the name that ``--format`` takes."""
