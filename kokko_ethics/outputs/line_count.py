"""Line count: how many lines words will fill, known before they are set."""

from __future__ import annotations

from kokko_ethics.typeface import Face, advance

_SAFE, _BROKEN = 0.985, 0.94
"""How much of a line's width is counted on, and of that where a word longer than a line breaks anywhere."""


def line_count(pieces: list[tuple[Face, str]], ems: float) -> int:
    """How many lines pieces of text fill, one behind the other, set that wide; a little less wide, to be safe."""
    ems *= _SAFE
    count, at = 1, 0.0
    for face, words in pieces:
        space = advance(" ", face)
        for word in words.split(" "):  # not at spaces that keep words together
            width = advance(word, face)
            if at and at + space + width > ems:
                count, at = count + 1, 0.0
            over = int(width / (ems * _BROKEN))
            count, at = count + over, (at + space if at else 0.0) + width - over * ems * _BROKEN
    return count
