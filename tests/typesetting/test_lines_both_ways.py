"""Arabic is set joined, in its own faces, the right way round; Latin names and figures in it stay as they are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import uharfbuzz as hb

from kokko_ethics.typeface import (
    JOINER,
    TextLine,
    TextRun,
    advance,
    faces,
    font_file,
    joined,
    missing,
    outline,
    stretches,
)
from kokko_ethics.typesetting import one_line, set_lines, shapes

HELLO = "مرحبا"
MIXED = "قال Samir: (نعم) 25 مرة"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى،؛؟"
PERSIAN, URDU, SORANI, PASHTO = "پچژگکی۰۹", "ٹڈڑںھہۓ۔", "ڕڵێۆ", "ټځښګ"


def runs_of(text: str, lang: str = "ar") -> tuple[TextRun, ...]:
    return set_lines([[(text, "lettering")]], lang, 10.0)[0][0]


def glyphs(text: str, face: str = "lettering-arab") -> list[str]:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(font_file(face)))))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return [font.glyph_to_string(info.codepoint) for info in buffer.glyph_infos]


def test_arabic_comes_from_its_own_faces_and_latin_from_the_usual_ones() -> None:
    assert stretches(MIXED, "lettering") == (
        ("قال ", "lettering-arab"), ("Samir: ", "lettering"), ("(نعم) 25 مرة", "lettering-arab"),
    )  # fmt: skip
    assert stretches("Moi, Aino! 25 %", "lettering") == (("Moi, Aino! 25 %", "lettering"),)


@pytest.mark.parametrize("face", [face for face in faces() if "-arab" not in face])
def test_every_face_has_a_counterpart_for_every_letter(face: str) -> None:
    assert missing(ARABIC + PERSIAN + URDU + SORANI + PASHTO + "\u200c\u200d", face) == ""
    assert missing("\U00010d00", face) == "\U00010d00"


def test_a_word_never_changes_its_face_in_the_middle() -> None:
    assert len(stretches("ښه", "lettering")) == 1
    assert len(stretches("أَهْلًا", "lettering")) == 1


def test_letters_join() -> None:
    whole = glyphs(HELLO)
    apart = [glyph for letter in reversed(HELLO) for glyph in glyphs(letter)]
    assert len(whole) == len(apart)
    assert sum(one != other for one, other in zip(whole, apart, strict=True)) >= 4
    assert advance(HELLO) < sum(advance(letter) for letter in HELLO)


def test_outlines_are_drawn_from_joined_letters() -> None:
    line = one_line(HELLO, "lettering", "ar", 10.0, (0.0, 0.0))
    apart = TextLine(0.0, 0.0, 50.0, tuple(TextRun(letter, "lettering-arab", 0.0, True) for letter in HELLO))
    shapes_of = [set(re.findall(r"m[^M]+", outline(each, 10.0, "ar"))) for each in (line, apart)]
    assert len(shapes_of[0] - shapes_of[1]) >= 4


def test_runs_are_told_in_reading_order_and_stand_from_right_to_left() -> None:
    runs = runs_of(MIXED)
    assert "".join(run.words for run in runs) == MIXED
    assert [run.backwards for run in runs if run.words.strip() in {"Samir", "25"}] == [False, False]
    assert all(later.x < earlier.x for earlier, later in pairwise(runs))
    assert min(run.x for run in runs) == 0.0


def test_arabic_in_a_finnish_line_leaves_the_line_as_it_runs() -> None:
    runs = runs_of("Sana مرحبا on tervehdys", "fi")
    places = {run.words.strip(): run.x for run in runs}
    assert places["Sana"] < places[HELLO] < places["on tervehdys"]


def test_a_latin_phrase_that_is_broken_stays_one_phrase() -> None:
    """Its comma, now at the end of a line, still belongs to it and not to the Arabic around."""
    (first, _), (second, _) = set_lines([[("قال Hello,", "lettering")], [("my friend ثم", "lettering")]], "ar", 10.0)
    assert first[-1].words == "Hello,"
    assert second[0].words == "my friend"


def test_stress_inside_a_word_does_not_part_its_letters() -> None:
    runs = set_lines([[("مشت", "lettering"), ("رك", "stress")]], "ar", 10.0)[0][0]
    parts = [(run.words, run.face) for run in runs]
    assert parts == [("مشت" + JOINER, "lettering-arab"), (JOINER + "رك", "stress-arab")]
    plain = set_lines([[("دار", "lettering"), ("نا", "stress")]], "ar", 10.0)[0][0]
    assert not any(JOINER in run.words for run in plain), "what does not join needs no joiner"


@pytest.mark.parametrize(
    ("before", "after", "touch"), [("ب", "ت", True), ("ا", "ب", False), ("ـ", "م", True), ("م", "ء", False)]
)
def test_which_letters_join(before: str, after: str, touch: bool) -> None:
    assert joined(before, after, "lettering-arab") is touch


@pytest.mark.parametrize("text", ["المستشفياتوالمدارسوالجامعاتوالمكتبات", "مجمو\u00adعة العمل الجديدة تجتمع اليوم"])
def test_arabic_words_are_never_broken(text: str) -> None:
    for shape in shapes(((text, "lettering"),), "ar", 30.0):
        lines = ["".join(words for words, _ in line) for line in shape.lines]
        assert " ".join(lines) == text.replace("\u00ad", "")


def test_arabic_lines_have_room_for_what_stands_above_and_hangs_below() -> None:
    words = "هذه المجموعة تجتمع كل يوم خميس في الساعة الخامسة مساءً في الغرفة الرابعة"
    for shape in shapes(((words, "lettering"),), "ar", 12.0):
        assert shape.hand.leading > 1.3
        assert shape.h > len(shape.lines) * 1.3


def test_a_word_is_not_broken_where_only_its_face_changes() -> None:
    for shape in shapes((("Tämä on ", "lettering"), ("minun", "stress"), ("ko vai sinun?", "lettering")), "fi", 30.0):
        assert any("minunko" in "".join(words for words, _ in line) for line in shape.lines)
