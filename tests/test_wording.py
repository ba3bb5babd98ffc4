"""Every language of the house says everything, with the same gaps; readers may have more languages than authors."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import kokko_ethics.wording as wording
from kokko_ethics.reference.shelf import reference_for
from kokko_ethics.wording import LANGUAGES, say, speaks, table

TABLES = sorted(path.name.removesuffix(".toml").split(".") for path in Path(wording.__file__).parent.glob("*.*.toml"))
READ = {"pages", "panels", "site"}
"""What readers read, beside what authors do."""


@pytest.mark.parametrize(("part", "lang"), TABLES)
def test_a_table_says_all_that_the_english_one_says(part: str, lang: str) -> None:
    """A language that only readers have may lack whole sections, those of new outputs, but no text of one."""
    files = (Path(wording.__file__).with_name(f"{part}.{each}.toml") for each in (lang, "en"))
    ours, english = (tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
    assert lang in LANGUAGES or part in READ
    wanted = english if lang in LANGUAGES else {section: english[section] for section in ours}
    assert {section: set(texts) for section, texts in ours.items()} == {
        section: set(texts) for section, texts in wanted.items()
    }
    if part in READ:
        for section, texts in wanted.items():
            for key, text in texts.items():
                gaps = [sorted(re.findall(r"\{(\w+)\}", each)) for each in (text, ours[section][key])]
                assert gaps[0] == gaps[1] or section == "date", f"{section}.{key}"


def test_pages_speak_arabic_though_messages_do_not() -> None:
    assert speaks("pages", "ar-EG") and not speaks("diagnostics", "ar")
    assert say("panels", "ar", "panel", "title", label=3) == "الصورة 3"
    assert table("diagnostics", "ar") == table("diagnostics", "en")


@pytest.mark.parametrize("lang", ["xx", "", "../en", "en/../sv"])
def test_other_languages_and_nonsense_speak_english(lang: str) -> None:
    assert table("pages", lang) == table("pages", "en")


def test_a_draft_is_called_one_in_arabic() -> None:
    principles = reference_for(Path("nowhere"))[0].principles
    assert "مسودة" in principles.draft_note("1", "ar")
    assert principles.draft_note("1", "xx") == principles.draft_note("1", "en")
