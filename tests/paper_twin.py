"""Two maps of one story: where the printed file sends its readers, and where the links of the web page lead.

Both are read off what readers get, the text of the PDF and the HTML, and know panels by their numbers.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from kokko_ethics.wording import gapped, say

END = "end"
Map = dict[str, frozenset[str]]
"""Where one can go from each panel: numbers of panels, or the end."""


def paper_map(file: Path, lang: str) -> Map:
    """The map that a PDF prints: numbers above panels, what stands behind them, and the choices."""
    lines = _lines(file)
    ways: dict[str, set[str]] = {}
    before = ""
    for number, way in _labels(lines, lang):
        if before and before != number and not ways[before]:
            ways[before].add(number)
        ways.setdefault(number, set()).update(_where(way, lang))
        before = number
    for after, to in _options(" ".join(lines), lang):
        ways.setdefault(after, set()).add(to)
    return {number: frozenset(to - {_CHOICE}) for number, to in ways.items()}


_CHOICE = "choice"
"""Stands for the words that send readers to a choice, so that they are not taken for nothing."""


def _lines(file: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return [line for number, text in enumerate(done.stdout.decode().split("\f"), 1) for line in _page(text, number)]


def _page(text: str, number: int) -> list[str]:
    """The lines of a page without its number, which stands in the foot, alone or before the title, and so comes after
    those of the panels."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    at = next((k for k in range(len(lines) - 1, -1, -1) if lines[k].split(" ")[0] == str(number)), None)
    return [line for k, line in enumerate(lines) if k != at]


def _labels(lines: list[str], lang: str) -> Iterator[tuple[str, str]]:
    """Number and way of every label, in the order of the file. A number counts if it is the next, or the one before
    again, so that none inside the drawings is taken for a panel's."""
    texts = (gapped("pages", lang, "way", key).split("{")[0].strip() for key in ("choice", "panel", "end"))
    known = "|".join(map(re.escape, texts))
    last = 0
    for line in lines:
        found = re.fullmatch(rf"(\d+)[a-z]?((?: (?:{known}).*)?)", line)
        if found and (int(found[1]) == last + 1 or (int(found[1]) == last and (found[2] or line[-1].isalpha()))):
            last = int(found[1])
            yield found[1], found[2].strip()


def _where(way: str, lang: str) -> Iterator[str]:
    goes_on = re.escape(gapped("pages", lang, "way", "panel")).replace(re.escape("{number}"), r"(\d+)")
    if way.startswith(say("pages", lang, "way", "choice")):
        yield _CHOICE
    elif way == say("pages", lang, "way", "end"):
        yield END
    elif found := re.fullmatch(goes_on, way):
        yield found[1]
    elif way:
        raise AssertionError(f"a label that nobody understands: {way}")


def _options(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Every option of a choice: the number of the panel after which it stands, and where it leads."""
    after = re.escape(gapped("pages", lang, "choice", "after")).replace(re.escape("{label}"), r"(\d+)")
    to = re.escape(gapped("pages", lang, "choice", "to")).replace(re.escape("{label}"), r"(\d+)")
    end = re.escape(say("pages", lang, "choice", "to-end"))
    here = ""
    for found in re.finditer(rf"{after}:|{to}|{end}", text):
        if found[1]:
            here = found[1]
        elif here:
            yield here, found[2] or END


def web_map(page: str) -> Map:
    """The map that a web page's links draw."""
    reader = _Reader()
    reader.feed(page)
    ways: dict[str, set[str]] = {number: set() for number in reader.numbers.values()}
    for id, to in reader.ways:
        here, there = reader.numbers[id], END if to in ("end", "_after") else reader.numbers[to]
        if here != there:
            ways[here].add(there)
    return {number: frozenset(to) for number, to in ways.items()}


class _Reader(HTMLParser):
    """Collects the panels' numbers by id, and every way from one to another."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[str, str] = {}
        self.ways: list[tuple[str, str]] = []
        self.at = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        kind = values.get("class", "").split()
        if tag == "figure":
            self.at = values["id"]
            found = re.search(r"\d+", values["aria-label"])
            assert found, values["aria-label"]
            self.numbers[self.at] = found[0]
            if values["data-goes-to"]:
                self.ways.append((self.at, values["data-goes-to"]))
        elif tag == "section" and "fork" in kind:
            self.at = values["data-after"]
        elif tag == "a" and "way" in kind:
            assert values["href"] == f"#{'_after' if values['data-to'] == 'end' else values['data-to']}"
            self.ways.append((self.at, values["href"][1:]))
