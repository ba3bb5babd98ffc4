"""A story translated into Arabic: from its first page to its last, everything is where its readers look for it."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from pathlib import Path
from unicodedata import category, normalize
from xml.etree import ElementTree

import page
import pikepdf
import pytest
from pptx import Presentation
from truth import flaws

from kokko_ethics.compiler import compile_story
from kokko_ethics.diagnostics import Severity
from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition
from kokko_ethics.outputs.cards import Cards
from kokko_ethics.outputs.chapter import story_in_book
from kokko_ethics.outputs.guide import Guide
from kokko_ethics.outputs.layout_json import LayoutJson
from kokko_ethics.outputs.leaflet import Leporello, Zine
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.poster import Poster
from kokko_ethics.outputs.protocol import Artifact, Chapter
from kokko_ethics.outputs.series import WholeSeries
from kokko_ethics.outputs.slides import Slides
from kokko_ethics.outputs.svg import Svg
from kokko_ethics.outputs.web import Web
from kokko_ethics.source import Source
from kokko_ethics.story.model import Panel
from kokko_ethics.translation.model import Catalogue
from kokko_ethics.translation.po import read_po
from kokko_ethics.typeface import missing
from kokko_ethics.wording import table
from kokko_ethics.workspace import panels_folder

SAMPLE = Path(__file__).parent.parent / "scripts" / "the-spare-cup.md"
SVG = "{http://www.w3.org/2000/svg}"
SAID = ("مرحبًا! هل هذه مجموعة Kokko؟", "هل ترغبين في قهوة أم شاي؟", "تفضّلي!")


@cache
def edition(lang: str = "ar") -> Edition:
    script, catalogue = SAMPLE.read_text(encoding="utf-8"), None
    if lang == "ar":
        catalogue = read_po(SAMPLE.with_suffix(".ar.po").read_text(encoding="utf-8"), "the-spare-cup.ar.po", "ar")
        assert isinstance(catalogue, Catalogue)
    source = Source.of(script, str(SAMPLE))
    compiled = compile_story(source, "the-spare-cup", panels=panels_folder(), catalogue=catalogue)
    assert compiled.edition and [one.code for one in compiled.diagnostics if one.severity > Severity.HINT] == []
    return compiled.edition


@cache
def web() -> str:
    files = {one.path: one for one in Web().publish(edition())}
    return files["web/index.html"].render().decode()


@cache
def style() -> str:
    return "".join(one.render().decode() for one in Web().publish(edition()) if one.path.endswith(".css"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rtl")
    for output in (Pdf(), Guide(), Zine(), Leporello()):
        for artifact in output.publish(edition()):
            (folder / artifact.path).write_bytes(artifact.render())  # type: ignore[union-attr]
    return folder


def places(panel: Panel) -> list[str]:
    """The people of a panel from left to right."""
    return [actor.character for actor in panel.actors]


def test_people_begin_on_the_right_unless_the_script_places_them() -> None:
    told, translated = edition("en").story.panels, edition().story.panels
    assert [places(panel) for panel in told] == [places(panel)[::-1] for panel in translated]
    assert places(told[0]) == ["hodan", "samir"]


def test_the_words_of_directions_mean_what_they_say() -> None:
    script = SAMPLE.read_text(encoding="utf-8").replace("[Hodan stands, Samir waves]", "[Hodan left, Samir right]")
    po = read_po(SAMPLE.with_suffix(".ar.po").read_text(encoding="utf-8"), "x", "ar")
    assert isinstance(po, Catalogue)
    compiled = compile_story(Source.of(script), "the-spare-cup", panels=panels_folder(), catalogue=po)
    assert compiled.edition
    assert places(compiled.edition.story.panels[0]) == ["hodan", "samir"]


def test_no_panel_has_a_flaw_and_panels_of_a_tier_stand_from_right_to_left() -> None:
    for pages in (edition().a4, edition().a5):
        for one in pages.pages:
            assert [flaws(pane.lettering) for pane in one.panes] == [[]] * len(one.panes)
            tiers = {pane.frame.y: [p.frame.x for p in one.panes if p.frame.y == pane.frame.y] for pane in one.panes}
            assert all(row == sorted(row, reverse=True) for row in tiers.values())


def test_every_letter_can_be_drawn() -> None:
    for balloon in (b for pane in edition().web for b in pane.lettering.balloons):
        assert all(missing(run.words, run.face) == "" for line in balloon.lines for run in line.runs)


def test_the_layout_file_says_which_way_it_is_read() -> None:
    told = next(iter(LayoutJson().publish(edition()))).render().decode()
    assert '"right_to_left": true' in told


def test_the_web_page_runs_from_right_to_left() -> None:
    assert '<html lang="ar" dir="rtl">' in web()
    assert "text-align: left" not in style() and "padding-left" not in style()
    assert '"Kokko caption-arab", "Kokko caption", sans-serif' in style()
    assert 'dir="ltr">https://creativecommons.org' in web()


def test_the_house_says_nothing_in_english_around_an_arabic_story() -> None:
    words = re.sub(r"<[^>]+>", "\n", web())
    for section, texts in table("pages", "en").items():
        for key, text in texts.items():
            if "{" not in text and len(text) > 3 and section not in {"modelsheet", "alphabet", "date"}:
                assert text not in words, f"{section}.{key}"
    assert "الصورة 1" in words and "←" in words and "→" not in words


@pytest.mark.parametrize("number", range(1, 5))
def test_live_text_says_on_every_run_which_way_it_goes(number: int) -> None:
    files = {one.path: one for one in Svg().publish(edition())}
    root = ElementTree.fromstring(files[f"panels/00{number}.svg"].render())
    assert (root.get("lang"), root.get("direction")) == ("ar", "ltr")
    runs = [span for span in root.iter(f"{SVG}tspan") if span.text]
    assert runs
    for run in runs:
        backwards = any("\u0600" <= char <= "\u06ff" for char in run.text or "")
        if backwards:
            assert (run.get("direction"), run.get("text-anchor"), run.get("unicode-bidi")) == (
                "rtl", "end", "bidi-override",
            )  # fmt: skip
        elif (run.text or "").strip().isalnum():
            assert run.get("direction") is None


def read(file: Path, *options: str) -> str:
    """What a program reads from a PDF: whole words, without vowel signs and marks of direction."""
    run = subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, text=True, check=True)
    return " ".join(bare(run.stdout).split())


def bare(text: str) -> str:
    return "".join(char for char in normalize("NFKC", text) if category(char) not in {"Cf", "Mn"})


@pytest.mark.parametrize("name", ["handout-a4.pdf", "booklet-a5.pdf", "guide-a4.pdf"])
def test_pdfs_are_accessible_and_say_that_they_are_read_from_right_to_left(folder: Path, name: str) -> None:
    report = page.validate_pdf(str(folder / name), profile="ua1")
    assert report.is_compliant, str(report)
    with pikepdf.open(folder / name) as pdf:
        assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.Direction)) == ("ar", "/R2L")


@pytest.mark.parametrize("name", ["handout-a4.pdf", "booklet-a5.pdf"])
def test_words_of_pdfs_are_read_in_their_own_order(folder: Path, name: str) -> None:
    """Vowel signs and spaces aside: poppler moves the ones and loses some of the others beside Latin words."""
    text = read(folder / name).replace(" ", "")
    said = [bare(words).replace(" ", "") for words in ("الفنجان الإضافي", *SAID, "ينتظر جوابها", "للتفكير")]
    assert [words for words in said if words not in text] == []
    with pikepdf.open(folder / name) as pdf:
        alts = [str(tag["/Alt"]) for tag in pdf.objects if isinstance(tag, pikepdf.Dictionary) and "/Alt" in tag]
    assert any("هودان: مرحبًا! هل هذه مجموعة Kokko؟" in alt for alt in alts)


def test_a_guide_speaks_arabic_and_stands_its_small_pictures_on_the_right(folder: Path) -> None:
    sheets = ["-f", "3", "-l", "3"]
    text = read(folder / "guide-a4.pdf").replace(" ", "")
    said = ("دليل تيسير الجلسة", "اتفقوا في البداية", "ينتظر جوابها", "تقييمي الذاتي")
    assert [words for words in said if bare(words).replace(" ", "") not in text] == []
    command = ["pdftotext", "-bbox", *sheets, folder / "guide-a4.pdf", "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    numbers = [float(x) for x, word in re.findall(r'xMax="([\d.]+)".*>(.+)</word>', boxes) if word in {"1", "2"}]
    assert max(numbers) < 595 - 40 - 104 < max(numbers) + 20, "beside the first picture, which stands on the right"


def test_page_furniture_stands_where_lines_begin_and_end(folder: Path) -> None:
    command = ["pdftotext", "-bbox", "-f", "2", "-l", "2", folder / "handout-a4.pdf", "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)".*>(.+)</word>', boxes)
    foot = [(float(x), bare(word)) for x, y, word in found if float(y) > 790]
    assert min(foot)[1] == "2"
    assert "الفنجان" in max(foot)[1][::-1], "boxes hold letters as they stand, from left to right"


def test_a_booklet_is_bound_on_the_right(folder: Path) -> None:
    """Its first page lies on the left half of the outer sheet, its last one on the right."""
    first, last = "الفنجان", "المساهمون"
    halves = [read(folder / "booklet-a5-print.pdf", "-l", "1", "-x", x, "-y", "0", "-W", "421", "-H", "600")
              for x in ("0", "421")]  # fmt: skip
    assert first in halves[0] and last in halves[1]


def test_leaflets_are_folded_from_the_right(folder: Path) -> None:
    strip = [read(folder / "leporello-a4-print.pdf", "-l", "1", "-x", str(x), "-y", "0", "-W", "210", "-H", "600")
             for x in (0, 631)]  # fmt: skip
    assert "قصة مصورة" in strip[1] and "قصة مصورة" not in strip[0]


def placed(pdf: bytes, number: int = 1) -> list[tuple[float, float, str]]:
    """The words of a page with the place of their upper left corners; letters in the order in which they are read."""
    command = ["pdftotext", "-bbox", "-f", str(number), "-l", str(number), "-", "-"]
    boxes = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)"[^>]*>([^<]*)<', boxes)
    return [(float(x), float(y), bare(word)) for x, y, word in found]


@cache
def made(output: type) -> dict[str, bytes]:
    return {one.path: one.render() for one in output().publish(edition()) if isinstance(one, Artifact)}


@cache
def book() -> dict[str, bytes]:
    parts = [Chapter("the-spare-cup", "ar", story_in_book(edition()).written())]
    return {one.path: one.render() for one in WholeSeries().gather(parts)}


def test_a_zine_folded_from_the_right_has_its_pages_in_order() -> None:
    """Above, on their heads, 2 3 4 5 from left to right; below 1 8 7 6: as in a mirror."""
    feet = {(word, int(x // (841.89 / 4)), y < 297.6) for x, y, word in placed(made(Zine)["zine-a4-print.pdf"])
            if word.isdigit() and (y < 35 or y > 560)}  # fmt: skip
    assert {("2", 0, True), ("3", 1, True), ("4", 2, True), ("5", 3, True), ("7", 2, False), ("6", 3, False)} <= feet


def test_the_book_of_all_stories_is_read_and_bound_from_the_right() -> None:
    whole = book()
    with pikepdf.open(io.BytesIO(whole["ar/book-a5.pdf"])) as pdf:
        assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.Direction)) == ("ar", "/R2L")
        count = len(pdf.pages)
    outer = {(word, x < 421) for x, y, word in placed(whole["ar/book-a5-print.pdf"]) if word == str(count) and y > 540}
    assert outer == {(str(count), False)}, "the last page lies on the right of the outer sheet"
    contents = placed(whole["ar/book-a5.pdf"], 2)
    numbers = [x for x, y, word in contents if word.isdigit() and y < 540]
    assert numbers and max(numbers) < 100, "page numbers of the contents stand where lines end"


def test_a_poster_begins_in_its_upper_right_corner() -> None:
    numbers = {word: (x, y) for x, y, word in placed(made(Poster)["poster-a3.pdf"]) if word in {"1", "2", "3", "4"}}
    assert numbers["1"][0] > numbers["2"][0] and numbers["1"][1] == numbers["2"][1] < numbers["3"][1]


def test_the_backs_of_cards_lie_behind_their_fronts_also_from_the_right() -> None:
    """The first card is Hodan's, upper right; turned over the long edge, its back lies upper left."""
    cards = made(Cards)["cards-a4.pdf"]
    name, role = bare("هودان"), bare("دور")
    (front,) = ((x, y) for x, y, word in placed(cards) if name in (word, word[::-1]) and y < 200)
    backs = [x for x, y, word in placed(cards, 2) if role in (word, word[::-1]) and y < 250]
    assert front[0] > 297 and min(backs) < 297 < max(backs)
    with pikepdf.open(io.BytesIO(cards)) as pdf:
        assert str(pdf.Root.ViewerPreferences.Direction) == "/R2L"


def test_slides_run_from_the_right() -> None:
    deck = Presentation(io.BytesIO(made(Slides)["slides.pptx"]))
    first, *_ = deck.slides
    title, picture = first.shapes.title, next(one for one in first.shapes if one.shape_type == 13)
    assert title.left > picture.left
    paragraphs = [one for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
                  for one in shape.text_frame.paragraphs]  # fmt: skip
    assert {one._p.pPr.get("rtl") for one in paragraphs} == {"1"}
    notes = [one for slide in deck.slides if slide.has_notes_slide
             for one in slide.notes_slide.notes_text_frame.paragraphs]  # fmt: skip
    assert notes and {one._p.pPr.get("algn") for one in notes} == {"r"}


def test_the_sample_says_that_it_is_one() -> None:
    story = edition().story
    assert right_to_left(story.lang) and "عيّنة" in story.title and not story.principle
    assert any("لم يراجع الترجمة" in credit for credit in story.credits)
