"""Formatting: a script in its canonical layout. The author's words, comments and meaning stay as they are."""

from __future__ import annotations

import re
from collections import Counter

from kokko_ethics.script import marks
from kokko_ethics.script.keywords import load_vocabulary
from kokko_ethics.script.lines import HIDDEN, ScriptLine
from kokko_ethics.script.meaning import meaning
from kokko_ethics.script.model import COMMAS, HEADING_GROUPS, HOW_GROUPS
from kokko_ethics.script.parsing import BlockReader, Laid, parse
from kokko_ethics.script.terms import heading_terms
from kokko_ethics.source import Source

_GAP = re.compile(r"[ \t]+")
_COMMA = re.compile(rf"[ \t]*([{COMMAS}])[ \t]*")
_ARROWS = re.compile(r"→|←|–>|—>")
_ATTEMPTS = 4


def format_script(source: Source) -> str:
    """The text of ``source`` in canonical layout. Formatting twice changes nothing.

    Where the canonical layout would mean something else, the text stays as it is.
    """
    text = source.text
    for _ in range(_ATTEMPTS):
        laid_out = _lay_out(Source.of(text, source.path))
        if laid_out == text:
            break
        text = laid_out
    else:
        return source.text
    wanted = meaning(parse(source)[0])
    return text if meaning(parse(Source.of(text, source.path))[0]) == wanted else source.text


def _lay_out(source: Source) -> str:
    reader = BlockReader(source)
    reader.read()
    return _Page(reader).text()


class _Page:
    """The lines of a formatted script as they come in."""

    def __init__(self, reader: BlockReader) -> None:
        self.reader = reader
        self.source = reader.source
        self.out: list[str] = []
        self.last: Laid | None = None

    def text(self) -> str:
        """The whole script."""
        self._front_matter()
        laid = {self._number(one.line.start): one for one in reversed(self.reader.laid)}
        more = self._more_on_a_line()
        number = self._number(self.reader.begin) if self.reader.begin else 1
        while number <= len(self.source.starts):
            one = laid.get(number)
            written = self._written(number)
            if number in more or HIDDEN in self._shown(number):
                self._verbatim(written, one)
                if one and one.kind in ("reserved", "directions"):
                    number = self._verbatim_to(number, one)
            elif one is None:
                self._gap(written)
            elif one.kind == "reserved":
                number = self._reserved(number, one)
            elif one.kind == "directions":
                number = self._directions(number, one)
            else:
                self._line(one)
            number += 1
        body = "\n".join(self.out).strip("\n")
        return body + "\n" if body else ""

    # Where things stand

    def _number(self, offset: int) -> int:
        return self.source.place(offset)[0]

    def _slice(self, text: str, number: int) -> str:
        starts = self.source.starts
        begin = max(starts[number - 1], self.reader.begin)
        end = starts[number] - 1 if number < len(starts) else len(text)
        return text[begin:end]

    def _written(self, number: int) -> str:
        return self._slice(self.source.text, number)

    def _shown(self, number: int) -> str:
        starts = self.source.starts
        begin = starts[number - 1]
        before = self.reader.shown[begin - 1] if number > 1 and begin > self.reader.begin else ""
        return before + self._slice(self.reader.shown, number)

    def _more_on_a_line(self) -> set[int]:
        """Numbers of lines that hold more than one thing, such as words behind a closing bracket."""
        begins = Counter(self._number(one.line.start) for one in self.reader.laid)
        ends = {
            self._number(one.end) for one in self.reader.laid if self._number(one.end) != self._number(one.line.start)
        }
        return {number for number, count in begins.items() if count > 1 or number in ends}

    # What is written

    def _front_matter(self) -> None:
        if self.reader.begin:
            lines = [line.rstrip(" \t") for line in self.source.text[: self.reader.begin].split("\n")]
            fences = [n for n, line in enumerate(lines) if marks.DASHES.match(line.strip())]
            for n in fences[:1] + fences[1:][-1:]:
                lines[n] = "---"
            self.out = "\n".join(lines).strip("\n").split("\n")
            self.out.append("")

    def _gap(self, written: str) -> None:
        """Keep one empty line for several."""
        if not written.strip() and self.out and self.out[-1]:
            self.out.append("")

    def _verbatim(self, written: str, one: Laid | None) -> None:
        self.out.append(written.rstrip(" \t"))
        self.last = one or self.last

    def _verbatim_to(self, number: int, one: Laid) -> int:
        last = self._number(max(one.end - 1, one.line.start))
        for inside in range(number + 1, last + 1):
            self.out.append(self._written(inside))
        return last

    def _reserved(self, number: int, one: Laid) -> int:
        self._apart()
        self.out.append(self._heading(one.line))
        last = self._number(max(one.end - 1, one.line.start))
        body = [line if line.strip() else "" for line in map(self._written, range(number + 1, last + 1))]
        self.out += ["", *"\n".join(body).strip("\n").split("\n")]
        self.last = one
        return last

    def _directions(self, number: int, one: Laid) -> int:
        self._apart()
        last = self._number(max(one.end - 1, one.line.start))
        for inside in range(number, last + 1):
            line = _COMMA.sub(r"\1 ", _tidy(self._written(inside))).strip()
            self.out.append(re.sub(r"[ \t]*\]\Z", "]", re.sub(r"\A\[[ \t]*", "[", line)))
        self.last = one
        return last

    def _line(self, one: Laid) -> None:
        if one.kind == "easy" or self._sticks(one):
            if one.kind != "words" and self.last and self.last.kind != "easy":
                self._together()
        elif not self._must_stay(one):
            self._apart()
        self.out.append(self._canonical(one))
        self.last = one

    def _sticks(self, one: Laid) -> bool:
        """Whether a line stands right below the one before: words that go on, and an option below its question."""
        if one.kind == "words":
            return True
        last = self.last.draft if self.last else None
        options = one.draft is not None and one.draft.item.kind == "option"
        return options and last is not None and last.item.kind in ("question", "option")

    @staticmethod
    def _must_stay(one: Laid) -> bool:
        """Whether only the cast can tell if a line goes on with the one above: then an empty line would decide it."""
        return one.draft is not None and one.draft.item.continues

    def _together(self) -> None:
        while self.out and not self.out[-1]:
            self.out.pop()

    def _apart(self) -> None:
        if self.out and self.out[-1]:
            self.out.append("")

    def _canonical(self, one: Laid) -> str:
        line = one.line
        kind = one.draft.item.kind if one.draft and one.kind == "item" else ""
        if one.kind == "heading":
            return self._heading(line)
        if one.kind == "break":
            return "***"
        if one.kind == "picture":
            return _tidy(line.text)
        if one.kind == "jump":
            return _jump(line.text)
        if one.kind == "easy":
            return f"~ {_tidy(line.after(1).text)}".rstrip()
        if kind == "question":
            return f"? {_tidy(line.after(1).text)}".rstrip()
        if kind == "option" and (match := marks.BULLET.match(line.text)):
            return f"- {_option(line.after(match.end()).text)}".rstrip()
        if line.text.startswith(">") and kind == "caption":
            rest = line.after(1)
            return f"> {self._head(one, rest)}".rstrip()
        return self._head(one, line)

    def _heading(self, line: ScriptLine) -> str:
        match = marks.HEADING.match(line.text)
        depth = len(match[1]) if match else 1
        rest = _tidy(marks.CLOSING_HASHES.sub("", line.after(depth).text))
        id = marks.TRAILING_ID.search(rest)
        words = rest[: id.start()].rstrip() if id else rest
        words = marks.CLOSING_HASHES.sub("", words)
        if depth == 2:
            words = _heading_words(words)
        return " ".join(part for part in ("#" * depth, words, id.group().strip() if id else "") if part)

    def _head(self, one: Laid, line: ScriptLine) -> str:
        head = one.head
        if head is None or not head.colon or not head.closed:
            return _tidy(line.text)
        name = head.written.upper() if head.keyword in ("narrator", "sign", "sound", "all") else _tidy(head.written)
        how = f" ({_how(head.bracket)})" if head.bracket else ""
        return f"{name}{how}: {_tidy(line.after(head.length).text)}".rstrip()


def _tidy(words: str) -> str:
    """Single spaces; no-break spaces and everything else stay."""
    return _GAP.sub(" ", words).strip(" \t")


def _how(bracket: str) -> str:
    """The bracket of a balloon with one space after its commas and its keywords in small letters."""
    tidy = _COMMA.sub(r"\1 ", _tidy(bracket)).strip()
    parts = re.split(rf"([{COMMAS}] )", tidy)
    known = load_vocabulary()
    return "".join(part.lower() if known.find(HOW_GROUPS, part) else part for part in parts)


def _heading_words(words: str) -> str:
    """A panel heading with its keywords in small letters, but for the first letter of all."""
    tidy = _COMMA.sub(lambda mark: ", " if mark[1] in ",;" else "، ", words).strip()
    known, _ = heading_terms(tidy, 0, load_vocabulary())
    for term in known:
        small = term.text.lower()
        if len(small) == term.span.end - term.span.start:
            tidy = tidy[: term.span.start] + small + tidy[term.span.end :]
    starts_known = any(term.span.start == 0 and term.group in HEADING_GROUPS for term in known)
    return tidy[:1].upper() + tidy[1:] if starts_known else tidy


def _jump(written: str) -> str:
    arrow = _ARROWS.sub("->", written, count=1)
    rest = arrow[2:].strip()
    ends = load_vocabulary().concept("end", rest.rstrip("."))
    return f"-> {rest if not rest or ends or rest.startswith('#') else '#' + rest}".rstrip()


def _option(written: str) -> str:
    """An option with ``->`` and ``#`` before its target."""
    match = marks.TRAILING_ARROW.search(marks.TRAILING_ID.sub("", written).rstrip())
    if not match or not match["target"]:
        return _tidy(written)
    id = marks.TRAILING_ID.search(written)
    name = match["target"].lstrip("#")
    target = match["target"] if load_vocabulary().concept("end", name) else "#" + name
    parts = (_tidy(written[: match.start()]), "->", target, id.group().strip() if id else "")
    return " ".join(part for part in parts if part)
