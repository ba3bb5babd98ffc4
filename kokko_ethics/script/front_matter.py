"""Front matter: the ``key: value`` lines between two ``---``. Looks like YAML and forgives what authors do."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.script import marks
from kokko_ethics.script.lines import BLANKS, ScriptLine, clean, hide_comments, lines_of
from kokko_ethics.script.model import Entry, FrontValue, Text, Vocabulary
from kokko_ethics.source import Source, Span

_KEY = re.compile(
    rf"""["'“”]?(?P<key>[^\s:"'“”\[\]{{}}#-][^:"“”\[\]{{}}]{{0,60}}?)["'“”]?[{BLANKS}]*:(?=[{BLANKS}]|\Z)"""
)
_TIGHT_KEY = re.compile(r"(?P<key>[^\W\d_]+):(?=\S)")
_QUOTED = re.compile(r"""(?:"(?P<a>(?:[^"\\]|\\.)*)"|'(?P<b>(?:[^']|'')*)'|[“”](?P<c>[^“”]*)”)\Z""")
_Group = tuple[ScriptLine, re.Match[str], list[ScriptLine]]
"""A line with a key, the key in it, and the lines below that belong to it."""
_HEX = "[0-9A-Fa-f]"
_PAIR = rf"u(?P<high>[Dd][89ABab]{_HEX}{{2}})\\u(?P<low>[Dd][C-Fc-f]{_HEX}{{2}})"
_NUMBER = rf"u(?P<four>{_HEX}{{4}})|x(?P<two>{_HEX}{{2}})|U(?P<eight>{_HEX}{{8}})"
_ESCAPE = re.compile(rf"\\(?:{_PAIR}|{_NUMBER}|(?P<sign>.))")


def read_front_matter(source: Source, vocabulary: Vocabulary) -> tuple[tuple[Entry, ...], int, tuple[Diagnostic, ...]]:
    """The entries, the offset where the script itself begins, and what there is to say."""
    shown, _ = hide_comments(source.text, 0)
    lines = [line for line in lines_of(shown, source, 0) if not line.empty]
    reader = _FrontReader(source, vocabulary)
    if not lines:
        return (), 0, ()
    if marks.DASHES.match(lines[0].text):
        first, lacking = source.place(lines[0].start)[0], "front-matter-not-closed"
    elif reader.tells_of_the_story(lines[0]):
        first, lacking = source.place(lines[0].start)[0] - 1, "front-matter-without-fence"
        reader.notice(lacking, Severity.WARNING, lines[0].span, words=clean(lines[0].text))
    else:
        return (), 0, ()
    raw = lines_of(source.text, source, source.starts[first] if first < len(source.starts) else len(source.text))
    for number, line in enumerate(raw):
        if marks.DASHES.match(line.text) or line.text == "...":
            return reader.entries(raw[:number]), line.span.end, tuple(reader.noticed)
        if re.match(r"#+\s", line.text) and not _indent(source, line):
            reader.notice_open(lacking, lines[0].span)
            return reader.entries(raw[:number]), line.start, tuple(reader.noticed)
    known = [line.empty or _KEY.match(line.text) or reader.tight(line) for line in raw]
    keyed = next((number for number, key in enumerate(known) if not key), len(raw))
    reader.notice_open(lacking, lines[0].span)
    begin = raw[keyed].start if keyed < len(raw) else len(source.text)
    return reader.entries(raw[:keyed]), begin, tuple(reader.noticed)


def _indent(source: Source, line: ScriptLine) -> int:
    return source.place(line.start)[1] - 1


@dataclass(slots=True)
class _FrontReader:
    source: Source
    vocabulary: Vocabulary
    noticed: list[Diagnostic] = field(default_factory=list)

    def notice(self, code: str, severity: Severity, span: Span, nearest: str | None = None, **values: str) -> None:
        self.noticed.append(Diagnostic(code, severity, self.source, span, tuple(values.items()), nearest))

    def notice_open(self, lacking: str, span: Span) -> None:
        """Tell of an end that was forgotten, unless the beginning was, too."""
        if lacking == "front-matter-not-closed":
            self.notice(lacking, Severity.ERROR, span)

    def tells_of_the_story(self, line: ScriptLine) -> bool:
        """Whether a script that begins with this line has its front matter, only not between dashes."""
        match = _KEY.match(line.text) or self.tight(line)
        return match is not None and self.vocabulary.concept("front", clean(match["key"])) in ("title", "lang")

    def entries(self, lines: list[ScriptLine]) -> tuple[Entry, ...]:
        """The entries on ``lines``; what stands indented or as a list below a key belongs to it."""
        found: list[Entry] = []
        groups: list[_Group] = []
        for line in lines:
            match = _KEY.match(line.text) or self.tight(line)
            top = match and not line.text.startswith("- ") and self.at_margin(line, groups)
            top = top and not (match and self.is_of_the_cast(match, groups))
            if line.empty or (line.text.startswith("#") and not groups):
                continue
            if match and top:
                groups.append((line, match, []))
            elif groups:
                groups[-1][2].append(line)
            else:
                self.notice("front-matter-line", Severity.ERROR, line.span, words=clean(line.text))
        seen: dict[str, int] = {}
        for line, match, below in groups:
            entry = self.entry(line, match, below)
            if entry.key in seen and entry.key:
                span, first = entry.written.span, str(seen[entry.key])
                self.notice("key-twice", Severity.ERROR, span, word=entry.written.raw, line=first)
                continue
            seen[entry.key] = self.source.place(line.start)[0]
            found.append(entry)
        return tuple(found)

    def tight(self, line: ScriptLine) -> re.Match[str] | None:
        """A known key with nothing between its colon and the value."""
        match = _TIGHT_KEY.match(line.text)
        return match if match and self.vocabulary.concept("front", clean(match["key"])) else None

    def is_of_the_cast(self, match: re.Match[str], groups: list[_Group]) -> bool:
        """Whether a key that no table knows is a person below ``cast:`` whom nobody has indented."""
        if not groups or self.vocabulary.nearest(("front",), clean(match["key"])):
            return False
        line, cast, below = groups[-1]
        indented = any(_indent(self.source, one) > _indent(self.source, line) for one in below)
        is_cast = self.vocabulary.concept("front", clean(cast["key"])) == "cast"
        return is_cast and not indented and line.after(cast.end()).empty

    def at_margin(self, line: ScriptLine, groups: list[_Group]) -> bool:
        """Whether a key stands no deeper than the first one; a known key a little indented by accident counts too."""
        return not groups or _indent(self.source, line) <= _indent(self.source, groups[0][0])

    def entry(self, line: ScriptLine, match: re.Match[str], below: list[ScriptLine]) -> Entry:
        written = clean(match["key"])
        place = Span(line.start + match.start("key"), line.start + match.end("key"))
        key = self.vocabulary.concept("front", written) or ""
        if not key:
            near = self.vocabulary.nearest(("front",), written)
            self.notice("unknown-key", Severity.WARNING, place, near, word=written)
        rest = line.after(match.end())
        span = line.span.to(below[-1].span) if below else line.span
        return Entry(key, Text(written, place), self.value(rest, below, line), span)

    def value(self, rest: ScriptLine, below: list[ScriptLine], line: ScriptLine) -> FrontValue:
        written = clean(rest.text)
        if not below and written[:1] not in ("[", "{"):
            return unquoted(written)
        if written in ("|", ">", "|-", ">-"):
            return " ".join(clean(piece.text) for piece in below)
        nested = written[:1] in ("[", "{") or (not written and self.looks_nested(below))
        if nested:
            end = below[-1].span.end if below else line.span.end
            begin = rest.start if written else self.source.starts[self.source.place(below[0].start)[0] - 1]
            return self.nested(begin, end, line)
        return " ".join([written, *(clean(piece.text) for piece in below)]).strip()

    @staticmethod
    def looks_nested(below: list[ScriptLine]) -> bool:
        first = below[0].text
        return bool(_KEY.match(first) or first.startswith(("- ", "[", "{", "• ", "– ", "* ")) or first == "-")

    def nested(self, begin: int, end: int, line: ScriptLine) -> FrontValue:
        """A list or mapping. Plain shapes are read here as written; only braces and deeper ones need YAML."""
        import yaml

        text = self.source.text[begin:end]
        if (simple := _simple(text)) is not None:
            return simple
        try:
            return _texts(yaml.load(text.replace("\t", "  ").replace("\u00a0", " "), Loader=yaml.BaseLoader))
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            at = min(begin + (mark.index if mark else 0), max(begin, end - 1))
            self.notice("front-matter-broken", Severity.ERROR, Span(at, at + 1), word=clean(line.text.split(":")[0]))
            return ""


def unquoted(written: str) -> str:
    """A value without the quotation marks round the whole of it."""
    match = _QUOTED.match(written)
    if not match:
        return written
    if match["b"] is not None:
        return match["b"].replace("''", "'")
    return clean(_ESCAPE.sub(_meant, match["a"])) if match["a"] is not None else match["c"]


def _meant(escape: re.Match[str]) -> str:
    """What a backslash in double quotation marks stands for, as YAML and JSON have it: a character by its number, a
    space for a new line or a tab; before any other sign it only takes the sign's meaning away."""
    if escape["high"]:
        return bytes.fromhex(escape["high"] + escape["low"]).decode("utf-16-be")
    if number := escape["four"] or escape["two"] or escape["eight"]:
        code = int(number, 16)
        return chr(code) if code <= sys.maxunicode else ""
    return " " if escape["sign"] in "nrt" else escape["sign"]


def _simple(text: str) -> FrontValue | None:
    """A flat list or mapping of plain texts, as written; None if it is more than that."""
    lines = [line.strip(BLANKS) for line in text.split("\n") if line.strip(BLANKS)]
    if any("{" in line or "[" in line or "|" in line for line in lines):
        return _bracketed(text.strip(BLANKS + "\n"))
    bullets = [re.match(r"(?:[-•–*])(?:\s+|\Z)", line) for line in lines]
    if all(bullets):
        items = [line[b.end() :] for line, b in zip(lines, bullets, strict=True) if b]
        return tuple(map(unquoted, items)) if not any(_KEY.match(item) for item in items) else None
    keys = [_KEY.match(line) for line in lines]
    if all(keys) and len({len(line) - len(line.lstrip()) for line in text.split("\n") if line.strip()}) == 1:
        pairs = zip(lines, keys, strict=True)
        return {clean(key["key"]): unquoted(line[key.end() :].strip(BLANKS)) for line, key in pairs if key}
    return None


def _bracketed(text: str) -> FrontValue | None:
    """``[Aino, Samir]`` as written."""
    if text[:1] == "[" and text[-1:] == "]" and not re.search(r"[\[\]{}\"']", text[1:-1]):
        return tuple(clean(part) for part in re.split("[,،]", text[1:-1]) if clean(part))
    return None


def _texts(value: object) -> FrontValue:
    """What YAML gives, with nothing but texts in it."""
    if isinstance(value, dict):
        return {clean(str(key)): _texts(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_texts(inner) for inner in value)
    return "" if value is None else clean(str(value))
