"""The facilitator's guide: minutes that add up on paper, every panel with its words, questions that say where to look,
a form of one's own; in whose words each part is."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest
from outputs.handed_out import alternatives, edition, files, pages, words
from outputs.measured import type_sizes

from kokko_ethics.drawing.model import Group
from kokko_ethics.edition import Edition
from kokko_ethics.geometry import Box
from kokko_ethics.outputs.guide import Guide
from kokko_ethics.outputs.overview import HEIGHT, WIDTH, small_picture
from kokko_ethics.source import Span
from kokko_ethics.story.model import Reflection, Run, Words

pytestmark = pytest.mark.slow

SCRIPT, FILE = "02-peruttu-keikka", "guide-a4.pdf"
MADE = [("colour", ""), ("ink", "sv"), ("contrast", "en")]
OURS = "(hankkeen ehdotus)"
HEADINGS = [
    "Tavoite", "Tarvitaan", "Sopikaa alussa", "Mitä odotamme toisiltamme", "Kulku", "Sarjakuva pienenä",
    "Pohdittavaksi", "Roolien vaihto", "Jos vahvat tunteet nousevat", "Lisää käsikirjoittajalta", "Lähteet",
    "Tekijät ja lupa", "Oma arvio",
]  # fmt: skip


def guide(style: str = "colour", lang: str = "") -> bytes:
    return files(Guide, SCRIPT, style, lang)[FILE]  # type: ignore[arg-type]


def made(whole: Edition, **changes: object) -> bytes:
    """The guide of an edition whose story has been changed."""
    (artifact,) = Guide().publish(replace(whole, story=replace(whole.story, **changes)))  # type: ignore[arg-type]
    return artifact.render()


@pytest.fixture(scope="module")
def without_notes() -> bytes:
    """The guide of a script whose author wrote nothing for facilitators."""
    return made(edition(SCRIPT), facilitator="", sources="", reflections=())


def accessible(pdf: bytes, folder: Path) -> None:
    path = folder / FILE
    path.write_bytes(pdf)
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.is_compliant, str(report)


@pytest.mark.parametrize(("style", "lang"), MADE)
def test_it_is_accessible_in_every_style_and_language(style: str, lang: str, tmp_path: Path) -> None:
    accessible(guide(style, lang), tmp_path)


@pytest.mark.parametrize(("style", "lang"), MADE)
def test_nothing_but_the_foot_is_smaller_than_eleven_points(style: str, lang: str) -> None:
    sizes = {size for on_page in type_sizes(guide(style, lang)) for size in on_page}
    assert {size for size in sizes if size < 11} == {9.5}


@pytest.mark.parametrize(("style", "lang"), MADE)
def test_the_minutes_on_paper_add_up_to_both_sessions(style: str, lang: str) -> None:
    (sheet,) = [one for one in pages(guide(style, lang)) if re.search(r"\b0–5\b", one)]
    steps = [(int(a), int(b)) for a, b in re.findall(r"\b(\d+)–(\d+)\b", sheet)]
    again = next(k for k, step in enumerate(steps) if k and step[0] == 0)
    for session, whole in ((steps[:again], 45), (steps[again:], 90)):
        assert (session[0][0], session[-1][1]) == (0, whole)
        assert all(before[1] == after[0] for before, after in pairwise(session))
    printed = [int(words) for words in re.findall(r"(?:Yhteensä|Sammanlagt|In all) (\d+)", sheet)]
    assert printed == [45, 90]


def test_the_text_is_in_reading_order() -> None:
    said, at = words(guide()), 0
    for heading in HEADINGS:
        at = said.index(heading, at) + len(heading)


def test_every_panel_stands_in_the_overview_with_its_number_and_all_its_words() -> None:
    said, heard = words(guide()), alternatives(guide())
    panels = edition(SCRIPT).story.panels
    at = said.index("Sarjakuva pienenä")
    for panel, alternative in zip(panels, heard, strict=True):
        assert alternative == f"Ruutu {panel.number}. {panel.description.plain}"
        at = said.index(f" {panel.number} ", at)
        for line in panel.lines:
            at = said.index(" ".join(line.words.plain.split()), at)


def test_readers_stop_at_the_choice_and_find_its_ways() -> None:
    said = words(guide())
    assert "Lukekaa ruutuun 4 asti ja pysähtykää. Valinta: Mitä Leena tekee seuraavaksi?" in said
    assert "Jatkojen ensimmäiset ruudut: 5, 14, 18." in said
    assert said.index("4 – sitten valinta") < said.index("Pysähtykää tähän.") < said.index("Ruudut 5–8: Leena")
    assert "Noa kertoo Jerelle, mitä Leena aikoo. → ruutu 18" in said


def test_small_pictures_show_everybody() -> None:
    for one in (pane for sheet in edition(SCRIPT).a4.pages for pane in sheet.panes):
        picture = small_picture(one)
        assert picture.width <= WIDTH + 0.01 and picture.height <= HEIGHT + 0.01
        (shown,) = [mark for mark in picture.marks if isinstance(mark, Group)]
        assert shown.matrix
        whole = Box(0.0, 0.0, picture.width, picture.height).grown(0.5)
        frame = Box(0.0, 0.0, one.frame.w, one.frame.h)
        for figure in one.lettering.stage.figures:
            head = figure.head
            if head.x >= 0 and head.right <= frame.w and head.y >= 0:
                seen = head.mapped(shown.matrix)
                assert whole.x <= seen.x and seen.right <= whole.right and seen.y >= whole.y


def test_questions_say_which_panels_to_look_at() -> None:
    asks = Reflection("all", Words((Run("Mitä huomasit? (ruudut 2–3)"),), Span(0, 0)))
    said = words(made(edition(SCRIPT), reflections=(*edition(SCRIPT).story.reflections, asks)))
    assert "Miten haluat, että sinulle kerrotaan huolesta?" in said
    assert "Katsokaa: Ruutu 4 (valinta)" in said
    assert "Mitä huomasit? Katsokaa: Ruudut 2 ja 3" in said


def test_the_form_is_a_sheet_of_its_own_to_keep() -> None:
    *before, form = pages(guide())
    assert form.startswith("Oma arvio Tämä lomake on sinun. Sitä ei kerätä")
    assert not any("Oma arvio Tämä lomake" in one for one in before)
    principle = "Me kysymme ja kerromme huolemme, mutta emme päätä toisen puolesta, mihin hän pystyy."
    assert f"1. {principle} ei vielä joskus usein aina ei vielä joskus usein aina 2. Me kysymme" in form
    assert form.count("ei vielä joskus usein aina") == 2 * 5
    assert "Kokemusasiantuntijat ja ammattilaiset vastaavat samoihin lauseisiin." in form
    assert "Lauseet 2–4 ovat kokko-ethics-hankkeen omia." in form
    assert "CC BY 4.0" in form and "LUONNOS – tarkistamatta" in form and "Nimi" not in form


def test_what_the_author_wrote_is_the_authors_and_the_rest_is_marked_as_ours(without_notes: bytes) -> None:
    written, missing = words(guide()), words(without_notes)
    assert written.count(OURS) == 4, "the phases that make the session longer"
    for heading in (*HEADINGS[:4], *HEADINGS[7:9]):
        assert f"{heading} {OURS}" in missing and f"{heading} {OURS}" not in written
    assert "Tarinat jäävät tähän huoneeseen, opit saa viedä mukanaan." in missing
    assert "Poissa olevista ei kerrota." in written
    assert "Se ei ole Ilona Kokon tekstiä." in missing


def test_a_script_without_notes_still_makes_a_whole_guide(without_notes: bytes, tmp_path: Path) -> None:
    accessible(without_notes, tmp_path)
    said = words(without_notes)
    assert re.findall(r"Yhteensä (\d+)", said) == ["45", "90"]
    assert "112 Hätänumero" in said
    assert "Lähteet" not in said and "Pohdittavaksi" not in said and "Lisää käsikirjoittajalta" not in said


def test_nothing_in_notes_is_taken_for_markup(tmp_path: Path) -> None:
    hostile = '</style></section><script>alert("x")</script> <img src=x onerror=alert(1)> \u202e\ufffe\U0001f600'
    rows = "\n".join(f"| {hostile} | {'pitkä' * 60} | {minutes} |" for minutes in (10, 20, 15))
    plan = f"| Vaihe | Mitä | Minuutteja |\n|---|---|--:|\n{rows}"
    notes = f"**Tavoite.** {hostile}\n\n{plan}\n\n### {hostile}\n\n- {hostile}"
    pdf = made(edition(SCRIPT), facilitator=notes)
    accessible(pdf, tmp_path)
    said = words(pdf)
    assert said.count('<script>alert("x")</script>') >= 3
    assert re.findall(r"Yhteensä (\d+)", said) == ["45", "90"]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert "/Names" not in file.Root or "/JavaScript" not in file.Root.Names


def test_a_story_told_straight_has_no_stops() -> None:
    story = edition(SCRIPT).story
    scenes = tuple(replace(scene, panels=tuple(replace(one, choice=None) for one in scene.panels))
                   for scene in story.scenes)  # fmt: skip
    told = replace(edition(SCRIPT), story=replace(story, scenes=scenes), web=tuple(
        replace(pane, panel=replace(pane.panel, choice=None)) for pane in edition(SCRIPT).web
    ))  # fmt: skip
    said = words(made(told))
    assert "Pysähtykää tähän" not in said and "Ruudut 1–4 1 " in said


def test_every_page_says_what_it_is_and_that_nobody_has_signed_it_off() -> None:
    for number, sheet in enumerate(pages(guide()), 1):
        assert "Peruttu keikka – ohjaajan opas – LUONNOS – tarkistamatta" in sheet
        assert "Tämä on hankkeen oma luonnos." in sheet
        assert re.search(rf"(^| ){number}( |$)", sheet)
    assert "LUONNOS" not in words(made(edition(SCRIPT), signed_by=("expert", "professional")))


def test_the_imprint_tells_version_and_day_of_the_material() -> None:
    assert "versio 0.1.0. Aineisto tarkistettu viimeksi " in words(guide())


def test_the_same_story_gives_the_same_bytes_and_other_notes_another_key() -> None:
    whole = edition(SCRIPT)
    (first,), (again,) = Guide().publish(whole), Guide().publish(whole)
    assert first.key == again.key and first.render() == guide()
    (other,) = Guide().publish(replace(whole, story=replace(whole.story, facilitator="**Tavoite.** Toinen.")))
    assert other.key != first.key
