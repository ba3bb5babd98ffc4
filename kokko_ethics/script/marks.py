"""Marks: the patterns by which a line is told from its first characters."""

from __future__ import annotations

import re

from kokko_ethics.script.lines import BLANKS

_GAP = f"[{BLANKS}]"

HEADING = re.compile(rf"(#+)(?={_GAP}|\Z|[^\W\d_])")
CAPTION = re.compile(r">")
PICTURE = re.compile(
    rf"!\[(?P<words>[^\[\]]*)\]\({_GAP}*(?P<file><[^<>]*>|[^()<>\s\"“”„]+){_GAP}*"
    rf"(?:[\"“”„](?P<credit>[^\"“”„]*)[\"“”„])?{_GAP}*\){_GAP}*\Z"
)
"""``![words](file.png "credit")`` alone on a line."""
EASY = re.compile(r"~")
QUESTION = re.compile(rf"[?؟](?={_GAP}|\Z|[^\W_]|¿|\*)")
BULLET = re.compile(rf"(?:[-*+–]|\d{{1,3}}[.)])(?={_GAP}|\Z)|[•·]")
PAGE_BREAK = re.compile(r"([*_–—-])(?:[ \t\u00a0]*\1){2,}\Z")
ARROW = re.compile(rf"(?:->|→|←|–>|—>){_GAP}*(?P<target>\#?[^\s]+){_GAP}*\Z")
BARE_ARROW = re.compile(rf"(?:->|→|←|–>|—>){_GAP}*\Z")
TRAILING_ARROW = re.compile(rf"(?<!\\)(?:->|→|←|–>|—>){_GAP}*(?P<target>\#?[^\s{{}}]*){_GAP}*\Z")
TRAILING_ID = re.compile(rf"(?<!\\)\{{\#(?P<id>[^{{}}\n]*)\}}{_GAP}*\Z")
GOOD_ID = re.compile(r"[^\W_]+(?:-+[^\W_]+)*-*")
DASHES = re.compile(r"(?:-{3,}|—|–|—-|–-|-–|——)\Z")

_FRAME = r"(?P<{0}>\*\*|__)?"
HEAD = re.compile(
    _FRAME.format("opens")
    + rf"{_GAP}*(?P<head>[^:()\[\]{{}}<>\"“”„«».!?؟…\\*_#~|]{{1,120}}?){_GAP}*"
    + _FRAME.format("middle")
    + rf"{_GAP}*(?:\((?P<how>[^():]*)\))?{_GAP}*"
    + _FRAME.format("before")
    + rf":{_FRAME.format('after')}(?={_GAP}|\Z)"
)
"""``NAME (how, how):``, bold or not; a colon counts only with white space or nothing behind it."""
UNCLOSED_HEAD = re.compile(
    rf"(?P<head>[^:()\[\]{{}}<>\"“”.!?؟…\\*_#~|]{{1,60}}?){_GAP}*\((?P<how>[^():]*):(?={_GAP}|\Z)"
)
NAME_ALONE = re.compile(
    r"(?:\*\*|__)?(?P<head>[^\W\d_][^\W_]*(?:(?:[ \u00a0'’-]|[,،] | & )[^\W_]+){0,4})(?:\*\*|__)?"
    rf"{_GAP}*(?:\((?P<how>[^():]*)\))?\Z"
)
OPENING = re.compile(r"\((?P<how>[^()]*)\)")
AUDIENCE = re.compile(rf"(?:\*\*|__|\*)?(?P<who>[^:*_]{{1,60}}?)(?:\*\*|__|\*)?{_GAP}*:(?:\*\*|__|\*)?(?={_GAP}|\Z)")
CLOSING_HASHES = re.compile(rf"{_GAP}+#+\Z")


def is_capitals(words: str) -> bool:
    """Whether there are letters and none of them is small."""
    return words.upper() == words and words.lower() != words
