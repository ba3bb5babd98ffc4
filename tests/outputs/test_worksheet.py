"""Worksheet: the same comic with empty balloons, room to write by hand, every word on the key and none elsewhere."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import page
import pytest
from outputs.handed_out import alternatives, edition, files, pages, words
from outputs.measured import type_sizes
from PIL import Image
from shapely.geometry import LineString
from truth import polygon

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.drawing.model import Group, Mark, Text
from kokko_ethics.drawing.model import Path as Outline
from kokko_ethics.edition import Pane
from kokko_ethics.geometry import MM
from kokko_ethics.lettering.model import Balloon
from kokko_ethics.outputs.blanks import Blank, emptied
from kokko_ethics.outputs.loose_leaf import LooseLeaf
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.worksheet import Worksheet

pytestmark = pytest.mark.slow

SCRIPT = "02-peruttu-keikka"
SHEET, KEY, COLOURING = "worksheet-a4.pdf", "worksheet-key-a4.pdf", "colouring-a4.pdf"
ALL = [SHEET, KEY, COLOURING]
STAYS = ("sign", "sound")
LETTERED = ("balloon", "caption")


def panes() -> list[Pane]:
    return [pane for page in edition(SCRIPT).a4.pages for pane in page.panes]


def blank_panes() -> list[tuple[Pane, Pane, tuple[Blank, ...]]]:
    names = {member.id: member.name for member in edition(SCRIPT).story.cast}
    return [(pane, *emptied(pane, names, "fi")) for pane in panes()]


def balloons(pane: Pane) -> list[Balloon]:
    """Those whose words are to be filled in."""
    return [one for one in pane.lettering.balloons if one.line.kind not in STAYS]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("style", "lang"), [("colour", ""), ("ink", "sv"), ("contrast", "en")])
def test_all_of_it_is_accessible(name: str, style: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(files(Worksheet, SCRIPT, style, lang)[name])  # type: ignore[arg-type]
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.is_compliant, str(report)


@pytest.mark.parametrize("name", ALL)
def test_nothing_but_the_foot_is_smaller_than_eleven_points(name: str) -> None:
    sizes = {size for on_page in type_sizes(files(Worksheet, SCRIPT)[name]) for size in on_page}
    assert min(sizes) >= 9
    assert {size for size in sizes if size < 11} == {9.5}


def test_panels_stay_where_they_are_and_nothing_is_drawn_anew() -> None:
    for before, after, _ in blank_panes():
        assert (after.frame, after.label, after.lettering) == (before.frame, before.label, before.lettering)
        assert unlettered(after) == unlettered(before)


def unlettered(pane: Pane) -> list[Mark]:
    return [mark for mark in pane.drawing.marks if not (isinstance(mark, Group) and mark.role in LETTERED)]


def test_the_outlines_of_balloons_stay_and_their_words_go() -> None:
    for before, after, blanks in blank_panes():
        pairs = zip(before.drawing.marks, after.drawing.marks, strict=True)
        lettered = [(one, other) for one, other in pairs if isinstance(one, Group) and one.role in LETTERED]
        assert len(lettered) == len(blanks) == len(balloons(before))
        for (one, other), blank in zip(lettered, blanks, strict=True):
            assert isinstance(one, Group) and isinstance(other, Group)
            outlines = [mark for mark in one.marks if not isinstance(mark, Text)]
            assert list(other.marks[: len(outlines)]) == outlines
            letters = [run.words for mark in other.marks if isinstance(mark, Text) for run in mark.lines[0].runs]
            assert letters == [str(blank.number)]


def test_lines_in_balloons_are_inside_and_far_enough_apart() -> None:
    inside = [(b, blank) for pane, _, blanks in blank_panes() for b, blank in zip(balloons(pane), blanks, strict=True)]
    assert sum(bool(blank.rules) for _, blank in inside) >= 10
    for balloon, blank in inside:
        body = polygon(balloon.outline)
        for left, right, y in blank.rules:
            assert right - left >= 20 * MM
            assert body.buffer(0.1).contains(LineString([(left, y), (right, y)]))
        assert all(after[2] - before[2] >= 8 * MM for before, after in pairwise(blank.rules))


def test_lines_and_numbers_are_drawn_where_they_were_measured() -> None:
    for _, after, blanks in blank_panes():
        groups = [mark for mark in after.drawing.marks if isinstance(mark, Group) and mark.role in LETTERED]
        for group, blank in zip(groups, blanks, strict=True):
            drawn = [mark for mark in group.marks if isinstance(mark, Outline) and mark.role == "writing-line"]
            assert len(drawn) == len(blank.rules)


def test_every_small_balloon_has_lines_elsewhere() -> None:
    said = words(files(Worksheet, SCRIPT)[SHEET])
    small = [blank for _, _, blanks in blank_panes() for blank in blanks if not blank.rules]
    assert small
    for blank in small:
        assert said.count(f"Ruutu {blank.panel}, kupla {blank.number} {blank.who}") == 1
    assert said.count(", kupla ") == len(small)


def test_lines_on_paper_are_eight_millimetres_apart() -> None:
    dots = 150
    command = ["pdftoppm", "-r", str(dots), "-gray", "-f", "6", "-singlefile", "-"]
    run = subprocess.run(command, input=files(Worksheet, SCRIPT)[SHEET], capture_output=True, check=True)
    sheet = Image.open(io.BytesIO(run.stdout))
    strip = sheet.crop((sheet.width // 6, sheet.height // 10, sheet.width * 2 // 5, sheet.height * 9 // 10))
    dark = [y for y in range(strip.height) if max(strip.crop((0, y, strip.width, y + 1)).tobytes()) < 160]
    lines = [y for y, before in zip(dark, [-9, *dark], strict=False) if y - before > 2]
    assert len(lines) >= 10
    assert min(b - a for a, b in pairwise(lines)) / dots * 25.4 >= 8


def test_the_words_are_on_the_key_and_nowhere_else() -> None:
    story = edition(SCRIPT).story
    sheet, key = words(files(Worksheet, SCRIPT)[SHEET]), words(files(Worksheet, SCRIPT)[KEY])
    heard = " ".join(alternatives(files(Worksheet, SCRIPT)[SHEET]))
    for line in (line for panel in story.panels for line in panel.lines):
        said = " ".join(line.words.plain.split())
        if line.kind in STAYS:
            assert said in heard
        else:
            assert said in key
            assert said not in sheet and said not in heard


def test_the_key_goes_by_panel_and_balloon() -> None:
    key = words(files(Worksheet, SCRIPT)[KEY])
    assert "Ruutu 3 1 Noa: Kysyitkö häneltä? 2 Leena: En halua kuormittaa. Säästän häntä. Minä hoidan." in key
    assert "Ruutu 2 " not in key  # nothing to fill in


def test_pictures_say_who_speaks_but_not_what() -> None:
    heard = alternatives(files(Worksheet, SCRIPT)[SHEET])
    assert len(heard) == len(panes())
    assert heard[2].endswith("Noa katsoo häntä epäillen. Noa: tyhjä kupla 1. Leena: tyhjä kupla 2.")
    assert heard[3].endswith("Leena ajattelee: tyhjä kupla 1.")


def test_every_sheet_asks_for_a_name_and_a_day() -> None:
    sheets = pages(files(Worksheet, SCRIPT)[SHEET])
    assert all("Nimi Päivä" in sheet for sheet in sheets)
    assert "Nimi Päivä" not in words(files(Worksheet, SCRIPT)[COLOURING])


def test_choices_say_where_to_go_on() -> None:
    for name in (SHEET, COLOURING):
        assert "Noa kertoo Jerelle, mitä Leena aikoo. → ruutu 18" in words(files(Worksheet, SCRIPT)[name])


def test_what_is_to_be_coloured_in_is_white_in_every_style() -> None:
    assert files(Worksheet, SCRIPT)[COLOURING] == files(Worksheet, SCRIPT, "ink")[COLOURING]
    said = alternatives(files(Worksheet, SCRIPT)[COLOURING])
    assert said[2].endswith("Noa: Kysyitkö häneltä? Leena: En halua kuormittaa. Säästän häntä. Minä hoidan.")


def test_credits_never_stand_on_a_page_by_themselves() -> None:
    matter = matter_of(edition(SCRIPT))
    (one,) = (blank for _, _, blanks in blank_panes()[:1] for blank in blanks[:1])
    counts, frame = [], {"signed": False, "pages": (), "later": (), "column": 240.0, "gap": "24", "leading": "24"}
    for many in range(3, 9):
        waiting = tuple((number, (one, one)) for number in range(many))
        told = pages(LooseLeaf("worksheet", matter, "Sanat", {**frame, "to_write": waiting}).bind())
        counts.append(len(told))
        assert [page for page in told if page.startswith(matter.heading("credits"))] == []
    assert counts[0] == 1 and counts[-1] == 2


def test_the_imprint_tells_version_and_day_of_the_material() -> None:
    for name in ALL:
        assert "versio 0.1.0. Aineisto tarkistettu viimeksi " in words(files(Worksheet, SCRIPT)[name])


@pytest.mark.parametrize("name", ALL)
def test_every_sheet_says_that_nobody_has_signed_the_story_off(name: str) -> None:
    assert all("LUONNOS – tarkistamatta" in sheet for sheet in pages(files(Worksheet, SCRIPT)[name]))
    assert "LUONNOS" not in words(signed_off()[name])


@cache
def signed_off() -> dict[str, bytes]:
    """The files of a story that both have signed off."""
    signed = replace(edition(SCRIPT), story=replace(edition(SCRIPT).story, signed_by=("expert", "professional")))
    return {one.path: one.render() for one in Worksheet().publish(signed) if isinstance(one, Artifact)}


def test_the_same_story_gives_the_same_bytes() -> None:
    again = {one.path: one.render() for one in Worksheet().publish(edition(SCRIPT)) if isinstance(one, Artifact)}
    assert again == files(Worksheet, SCRIPT)


def test_a_story_in_which_nobody_speaks_can_still_be_coloured_in() -> None:
    told, *made = Worksheet().publish(edition("hiljaa", text=WORDLESS))
    assert isinstance(told, Diagnostic) and told.code == "nothing-to-fill-in"
    assert [one.path for one in made if isinstance(one, Artifact)] == [COLOURING]


def test_large_balloons_alone_need_no_sheet_of_lines() -> None:
    made = edition("hiljaa", text=f"{WORDLESS}\nAINO: {'Täällä on hyvä olla ja katsella lintuja. ' * 2}\n")
    sheet = {one.path: one.render() for one in Worksheet().publish(made) if isinstance(one, Artifact)}[SHEET]
    assert len(pages(sheet)) == 2
    assert ", kupla " not in words(sheet)


WORDLESS = """---
otsikko: Hiljaa
kieli: fi
hahmot: Aino
paikka: puisto
---

# Puisto

## Laajakuva

Aino istuu penkillä ja katsoo lintuja.

[Aino istuu rauhallinen]

KYLTTI: ÄLÄ RUOKI LINTUJA
"""
