"""Catalogues as files: what is written is read again, and no file whatever makes anything fall over."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st
from made_story import SCRIPT, catalogue, everything, story

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.translation.keeping import laid_out
from kokko_ethics.translation.laying import lay
from kokko_ethics.translation.model import Catalogue, Entry
from kokko_ethics.translation.po import read_po

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]) | st.sampled_from('"\\\n\t\u00ad\u00a0*'), max_size=200
).map(partial(normalize, "NFC"))


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.booleans())
def test_what_is_written_is_read_again(texts: list[str], fuzzy: bool) -> None:
    made = catalogue()
    entries = tuple(
        replace(entry, translation=text, fuzzy=fuzzy, previous=texts[0] if fuzzy else "")
        for entry, text in zip(made.entries, texts * len(made.entries), strict=False)
    )
    read = read_po(laid_out(replace(made, entries=entries), story()), "lappu.sv.po", "sv")
    assert isinstance(read, Catalogue)
    for was, now in zip(entries, read.entries, strict=True):
        assert (now.id, now.words, now.translation) == (was.id, was.words, was.translation)
        assert (now.fuzzy, now.previous) == (was.fuzzy, was.previous)


def test_every_translation_knows_its_place() -> None:
    made = catalogue({"alku/line-1": "Har *jag* ett namn?", "alku/line-2": "Ja. " * 60, "alku/sign-1": 'Säg "2"'})
    words = {entry.id: made.source.words(entry.span) for entry in made.entries}
    assert words["alku/line-1"] == "Har *jag* ett namn?"
    assert words["alku/line-2"].startswith("Ja. Ja. ")
    assert words["alku/line-2"].endswith("Ja. ")
    assert words["alku/sign-1"] == 'Säg \\"2\\"'
    assert words["front/title"] == ""


def test_the_same_catalogue_gives_the_same_text_without_a_date() -> None:
    text = laid_out(everything(), story())
    assert text == laid_out(everything(), story())
    assert "Date" not in text


def test_what_a_translators_tool_adds_is_kept() -> None:
    text = laid_out(everything(), story())
    head = '"Language: sv\\n"\n'
    text = text.replace(head, f'{head}"Last-Translator: Maria\\n"\n"X-Generator: Poedit 3\\n"\n')
    text = text.replace('msgctxt "alku/line-2"', '# Säger hon du?\n#, no-c-format\nmsgctxt "alku/line-2"')
    read = read_po("# Översatt av Maria\n" + text.removeprefix("#\n"), "lappu.sv.po", "")
    assert isinstance(read, Catalogue)
    again = laid_out(read, story())
    assert again.startswith("# Översatt av Maria\n")
    for kept in ("Last-Translator: Maria", "X-Generator: Poedit 3", "# Säger hon du?", "no-c-format"):
        assert kept in again


def test_obsolete_entries_stay_in_the_file() -> None:
    made = replace(everything(), entries=(*everything().entries, Entry("x/line-1", "Poissa.", "Borta.", obsolete=True)))
    text = laid_out(made, story())
    assert '#~ msgstr "Borta."' in text
    read = read_po(text, "lappu.sv.po", "")
    assert isinstance(read, Catalogue)
    assert [entry.translation for entry in read.entries if entry.obsolete] == ["Borta."]


LINES = st.sampled_from([
    'msgid "a"', 'msgid ""', 'msgstr ""', 'msgstr "b', 'msgstr "b"', '"c\\n"', 'msgctxt "alku/line-1"', "#, fuzzy",
    "#~", '#| msgid "x"', '#~ msgid "x"', "#.", "#:", 'msgid_plural "y"', 'msgstr[0] "z"', 'msgstr[x] "z"', "msgid",
    "#", "", "xyz", "#|",
    '"Language: sv\\n"', '"Content-Type: text/plain; charset=UTF-16\\n"', "/etc/passwd", "\u2028", 'msgstr "\\', "\x00",
])  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join))
def test_no_file_makes_reading_fall_over(text: str) -> None:
    read = read_po(text, "x.sv.po", "sv")
    assert isinstance(read, Catalogue | Diagnostic)
    if isinstance(read, Catalogue):
        lay(story(), read)
        for entry in read.entries:
            assert 0 <= entry.span.start <= entry.span.end <= len(read.source.text) + 1


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=120))
def test_no_words_make_laying_fall_over(words: str) -> None:
    made = catalogue()
    entries = tuple(replace(entry, translation=words) for entry in made.entries)
    told = lay(story(SCRIPT), replace(made, entries=entries)).story
    assert all("\n" not in line.words.plain for panel in told.panels for line in panel.lines)
