"""The canonical layout."""

from __future__ import annotations

import pytest

from kokko_ethics.script import format_script
from kokko_ethics.source import Source


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (
            "#  Scene\n##wide ,Evening{#a}\nAino  sits.\nNoa stands.",
            "# Scene\n\n## Wide, evening {#a}\n\nAino sits.\n\nNoa stands.\n",
        ),
        ("**AINO** ( HAPPY,to Noa ) :Hi", "**AINO** ( HAPPY,to Noa ) :Hi\n"),
        ("**AINO** ( HAPPY,to Noa ) :  Hi", "AINO (happy, to Noa): Hi\n"),
        ("AINO: Hi.\n\n\n~easy", "AINO: Hi.\n~ easy\n"),
        ("? What\n\n• yes → a\n\n2) no → end", "? What\n- yes -> #a\n- no -> end\n"),
        ("narrator:x\n\nsign : x", "narrator:x\n\nSIGN: x\n"),
        ("narrator: x\n_ _ _\n→ slut", "NARRATOR: x\n\n***\n\n-> slut\n"),
        ("[ Aino left ,Noa\n right ]", "[Aino left, Noa\nright]\n"),
        ("\ufeffa\r\n\r\n\r\n\r\nb  ", "a\n\nb\n"),
        ("a <!--  keep   this --> b", "a <!--  keep   this --> b\n"),
        ("# Facilitator\n\n\ntwo  \nlines", "# Facilitator\n\ntwo  \nlines\n"),
        ("---\ntitle:  x\n---\nWords", "---\ntitle:  x\n---\n\nWords\n"),
        ("", ""),
    ],
)
def test_canonical_layout(written: str, wanted: str) -> None:
    assert format_script(Source.of(written)) == wanted


def test_a_line_that_only_the_cast_can_judge_keeps_its_place() -> None:
    text = "Two things stand on the table\nmary: a cup and a plate.\n"
    assert format_script(Source.of(text)) == text
