"""Hostile: sixty texts that would like to be more than words, and a project that says them wherever anybody may write:
in every field of a script, of its translation and of the data files beside it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import yaml

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.script.reading import read_source
from kokko_ethics.table_read import read
from kokko_ethics.translation.keeping import begun, laid_out
from kokko_ethics.wording import LANGUAGES
from kokko_ethics.workspace import catalogue_path, panels_folder, script_id

_TRIED = "window.ran=1"
HOSTILE = (
    *(text.format(_TRIED) for text in (
        "<script>{}</script>", "</script><script>{}</script>", "<img src=x onerror={}>", "<svg onload={}>",
        "<svg><script>{}</script></svg>", "</svg><script>{}</script>", "</title><script>{}</script>",
        "</style><script>{}</script>", "</textarea><script>{}</script>", "--><script>{}</script>",
        "<!--<script>{}</script>", "]]><script>{}</script>", "<body onload={}>", "<iframe src=javascript:{}>",
        "<iframe srcdoc='<script>parent.{}</script>'>", "<a href=javascript:{}>a</a>", "<math href=javascript:{}>",
        "\" onmouseover={} x=\"", "' onfocus={} autofocus x='", "\"><script>{}</script>", "'><script>{}</script>",
        "javascript:{}", "JaVaScRiPt:{}", "java\tscript:{}", "data:text/html,<script>{}</script>", "vbscript:{}",
        "<object data=javascript:{}>", "<embed src=javascript:{}>", "<form action=javascript:{}><button>b",
        "<details open ontoggle={}>", "<video><source onerror={}>", "<marquee onstart={}>",
        "<input autofocus onfocus={}>",
        "<select onfocus={} autofocus>", "<animate onbegin={} attributeName=x>",
        "<set attributeName=href to=javascript:{}>",
        "<use href=data:image/svg+xml,<svg onload={}>", "<foreignObject><script>{}</script></foreignObject>",
        "&lt;script&gt;{}&lt;/script&gt;", "&#60;script&#62;{}&#60;/script&#62;",
        "\\x3cscript\\x3e{}", "%3Cscript%3E{}",
        "+ADw-script+AD4-{}", "<scr<script>ipt>{}</scr</script>ipt>", "<script/x>{}</script>", "<ScRiPt>{}</sCrIpT>",
    )),
    "{{7*7}}", "{% raw %}{{ config }}", "{# hidden #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "<style>*{display:none}</style>",
    "x; } * { display: none } /*", "url(https://example.org/x)", "<link rel=stylesheet href=https://example.org/x>",
    "<meta http-equiv=refresh content=0;url=https://example.org>", "<base href=https://example.org/>",
    "!!python/object/apply:os.system [ls]", "\u202eevil\u202c",
)  # fmt: skip
_ALL = " · ".join(HOSTILE)
WRITTEN = [one for one in HOSTILE if "<!--" not in one]
"""Those that the story itself can say: a comment that never closes would take the rest of it along."""
TOLD = [one for one in HOSTILE if not re.search(r"[{}]", one)]
"""Those that an answer can say: braces in it stand round the names of help lines."""


def script(*, short: bool = False) -> str:
    """A story that says all of it, wherever an author may write; a ``short`` one says all but in balloons."""
    listed = json.dumps(list(HOSTILE), ensure_ascii=False)
    front = f"title: {_quoted(_ALL)}\nlang: en\ncast:\n  Aino: {_quoted(_ALL)}\n  Samir: x\nplace: café\n"
    front += f"summary: {_quoted(_ALL)}\nnote: {_quoted(_ALL)}\norigin: fiction\ncredits: {listed}\n"
    panels = []
    pairs = list(zip(WRITTEN[::2], WRITTEN[1::2], strict=False))
    for few in pairs[:2] if short else pairs:
        said = "\n\n".join(f"AINO: {one}\n~ Easy {one}" for one in few)
        panels.append(f"## Wide\n\nSeen: {' · '.join(few)}\n\n[Aino left, Samir right]\n\n{said}\n\n> {few[0]}\n")
    choice = f"? {WRITTEN[0]} {WRITTEN[2]}\n- {WRITTEN[1]} -> #on\n- {WRITTEN[3]} -> #on\n"
    end = f"# On {{#on}}\n\n## Wide {{#last}}\n\n{' · '.join(WRITTEN)}\n\n[Aino, Samir]\n\n-> end\n"
    asked = "\n".join(f"- All: {one}" for one in WRITTEN)
    notes = "\n\n".join((*WRITTEN, *(f"[a]({one}) ![b]({one}) [c](<{one}>)" for one in WRITTEN)))
    parts = ("# One", *panels, choice, end, f"# Reflection\n\n{asked}", f"# Facilitator\n\n{notes}")
    return f"---\nprinciple: 1\n{front}---\n\n" + "\n\n".join((*parts, f"# Sources\n\n{asked.replace('All: ', '')}\n"))


def project(folder: Path, *, short: bool = False) -> Path:
    """Write the story, its translation into Swedish and every data file into ``folder``; gives the script's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "hostile.md"
    path.write_text(script(short=short), encoding="utf-8")
    for work, told in _works().items():
        (folder / f"{work}.yaml").write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    catalogue_path(path, "sv").write_text(_translation(path), encoding="utf-8")
    return path


def _translation(path: Path) -> str:
    source = read_source(path, str(path))
    assert not isinstance(source, Diagnostic)
    story, _ = read(source, script_id(path), panels=panels_folder())
    assert story
    texts = cycle(HOSTILE)
    catalogue = begun(story, "sv", "hostile.sv.po")
    entries = tuple(replace(one, translation=next(texts), fuzzy=False) for one in catalogue.entries)
    return laid_out(replace(catalogue, entries=entries), story)


def _works() -> dict[str, object]:
    """What the data files hold, by their names: every text of theirs is hostile."""
    lot = [" · ".join(HOSTILE[at::10]) for at in range(10)]
    signed = {"status": "confirmed", "confirmed_by": _ALL, "confirmed_on": "2026-01-02"}
    checked = {"state": "verified", "last_checked": "2026-01-02", "checked_in": _ALL, "source": _ALL}
    line = {"kind": "help-line", "number": "112", "box": list(LANGUAGES), "hours": _same(_ALL), **checked}
    return {
        "principles": {"draft_note": _same(_ALL), "principles": [
            {"id": f"p{n}", "number": n, "title": _same(some), "sentence": _same(some), "why": _same(some),
             **(signed if n % 2 else {})}
            for n, some in enumerate(lot, 1)
        ]},
        "glossary": {"terms": [
            {"id": f"t{n}", **_same({"term": one, "meaning": one, "note": one, **({} if n else {"forms": ["seen"]})})}
            for n, one in enumerate(HOSTILE)
        ]},
        "facts": {"facts": [{"id": f"f{n}", "text": _same(some), **line} for n, some in enumerate(lot)]},
        "project": {"organisation": _ALL, "contact": _ALL, "assistant": lot[0]},
        "accessibility": {
            "status": "partly", "assessed_on": "2026-01-02", "assessed_by": _ALL, "contact": _ALL, "supervision": _ALL,
            **{key: [_same(one) for one in HOSTILE] for key in ("tested", "untested", "shortcomings")},
        },
        "questions": {"questions": [
            {"id": f"q{n}", "kind": "answer", "refs": [f"term:t{n}", "principle:p1"], "help": ["f1"],
             **_same({"asked": [one, f"{ask(n)}?"], "answer": one})}
            for n, one in enumerate(TOLD)
        ]},
    }  # fmt: skip


def ask(number: int) -> str:
    """A question that one of the answers alone knows."""
    return f"kar{'aeiou'[number % 5]}bl{'aeiou'[number // 5 % 5]}st{'aeiou'[number // 25]}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _same(value: object) -> dict[str, object]:
    return dict.fromkeys(LANGUAGES, value)
