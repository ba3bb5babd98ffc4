"""Two ways to the same picture: what is painted onto PDF pages is what the SVG of the same marks shows."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path as File
from unicodedata import category, normalize

import pytest
from outputs.made_edition import edition
from PIL import Image, ImageChops, ImageFilter

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Picture, Text, TextLine, TextRun
from kokko_ethics.geometry import Box, place
from kokko_ethics.outputs.engraving import EngravedGroup, Engraving, engrave
from kokko_ethics.outputs.fonts import font_address, letters
from kokko_ethics.outputs.painting import Painting, lettering_only, paintable, without_lettering
from kokko_ethics.outputs.png import resvg
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.outputs.tagged_pdf import read_backwards, tagged_pdf
from kokko_ethics.typesetting import one_line

SIZE = 120.0
SQUARE = "M10 10L60 10L60 60L10 60Z"
LINE = TextLine(20, 60, 40, (TextRun("PAM", "sound"),))


def drawing(*marks: Mark) -> Drawing:
    return Drawing("d", SIZE, SIZE, marks, "fi", "Ruutu 1", "", "")


def bound(of: Drawing, folder: File, *, outlined: bool = False) -> File:
    """The drawing as a PDF page of its own."""
    addresses = {face: font_address(face, used) for face, used in letters(of).items()}
    fonts = "".join(f"@font-face{{font-family:'Kokko {face}';src:url({at})}}" for face, at in addresses.items())
    html = (
        f"<style>{fonts}@page{{size:{of.width}pt {of.height}pt;margin:0}}body{{margin:0}}img{{display:block;"
        f"width:{of.width}pt;height:{of.height}pt}}</style><title>t</title><html lang=fi>"
        "<img src=painting:1 alt=picture>"
    )
    file = folder / "painted.pdf"
    pictures = {"painting:1": Painting(engrave(of, outlined=outlined))}
    file.write_bytes(tagged_pdf(html, pictures))
    return file


def painted(of: Drawing, folder: File) -> Image.Image:
    file = bound(of, folder)
    run = subprocess.run(["pdftoppm", "-r", "144", "-singlefile", "-png", file], capture_output=True, check=True)
    return Image.open(BytesIO(run.stdout)).convert("RGB")


def drawn(of: Drawing, folder: File) -> Image.Image:
    (folder / "drawn.svg").write_text(to_svg(of, sized=True, outlined=True), encoding="utf-8")
    target = folder / "drawn.png"
    command = [resvg(), "--background", "white", "--zoom", "2", folder / "drawn.svg", target]
    subprocess.run(command, check=True, capture_output=True)
    return Image.open(target).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> int:
    """How far the two are apart where they are furthest, edges smoothed away (0 to 255)."""
    size = (120, 120)
    soft = [image.resize(size).filter(ImageFilter.BoxBlur(2)) for image in (one, other)]
    return max(high for _, high in ImageChops.difference(*soft).getextrema())


MARKS = {
    "lines": Path(SQUARE, "#c04030", "#1d1a22", 3),
    "relative": Path("m10 10l50 0 0 50-50 0z", "#305080"),
    "curves": Path("M10 60C10 0 110 0 110 60S60 110 10 60Z", "#305080"),
    "relative curves": Path("M10 60c0-60 100-60 100 0s-50 50-100 0z", "", "#305080", 4),
    "quadratic": Path("M10 60Q60-20 110 60q-50 80-100 0Z", "#308050", "#1d1a22", 2),
    "two outlines": Path("M10 10L50 10L50 50ZM60 60l40 0 0 40z", "#905090"),
    "dashes": Path("M10 20L110 20L110 100", "", "#1d1a22", 5, dash=(12, 9)),
    "faint": Path(SQUARE, "#c04030", "#1d1a22", 8, opacity=0.4),
    "faint fill": Path(SQUARE, "#c04030", opacity=0.4),
    "faint group": Group((Path(SQUARE, "#c04030"), Path("M40 40L100 40L100 100L40 100Z", "#304090")), opacity=0.5),
    "moved": Group((Path(SQUARE, "#c04030"),), matrix=place(100, 20, 0.8, mirrored=True, turn=10)),
    "clipped": Group((Path("M0 0L120 0L120 120L0 120Z", "#c0a030"),), clip="M60 10L110 110L10 110Z"),
    "turned letters": Text((LINE,), 34, "#f0c020", stroke="#1d1a22", width=3, turn=-20),
}  # fmt: skip


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS.keys())
def test_marks_look_the_same_both_ways(mark: Mark, tmp_path: File) -> None:
    assert difference(painted(drawing(mark), tmp_path), drawn(drawing(mark), tmp_path)) <= 24


LETTERS = {
    "Latin": Text((one_line("Väki", "lettering", "fi", 34, (10, 60)),), 34, "#c04030", turn=-20),
    "kerned": Text((one_line("AVATA", "caption", "fi", 30, (10, 60)),), 30, "#1d1a22"),
    "Arabic": Text((one_line("مرحبًا!", "lettering", "ar", 34, (110, 60), ends=True),), 34, "#c04030", turn=15),
    "both": Text((one_line("قال Ai 25", "stress", "ar", 22, (112, 60), ends=True),), 22, "#1d1a22"),
}


@pytest.mark.parametrize("words", LETTERS.values(), ids=LETTERS.keys())
def test_live_letters_stand_and_join_as_their_outlines_do(words: Text, tmp_path: File) -> None:
    """Renderers fit live letters to their pixels, so that they differ from outlines a little more than marks do."""
    line = words.lines[0]
    apart = [replace(run, words=char, x=run.x + k * 9) for run in line.runs for k, char in enumerate(run.words)]
    loose = replace(words, lines=(replace(line, runs=tuple(apart)),))
    live = painted(drawing(words), tmp_path)
    assert difference(live, drawn(drawing(words), tmp_path)) <= 48
    assert difference(live, drawn(drawing(loose), tmp_path)) > 96


def test_all_but_live_letters_is_engraved_in_the_order_of_painting() -> None:
    square, words = Path(SQUARE, "#c04030"), Text((one_line("Väki", "lettering", "fi", 34, (10, 60)),), 34, "#c04030")
    loud, balloon = replace(words, stroke="#1d1a22", width=2), Group((square, words), "balloon")
    of = drawing(square, loud, balloon, square, words)
    (below, spoken, between, said), (whole,) = engrave(of).parts, engrave(of, outlined=True).parts
    assert said == words and isinstance(spoken, EngravedGroup) and spoken.parts[1:] == (words,)
    assert isinstance(spoken.parts[0], Engraving), "what is drawn round the words is engraved, too"
    assert isinstance(below, Engraving) and isinstance(between, Engraving) and isinstance(whole, Engraving)
    assert below.operators.count(b" rg") == 1, "a colour that is set is not set again"
    assert whole.operators.count(b" m") > below.operators.count(b" m") > between.operators.count(b" m")


def test_a_picture_that_is_in_two_books_is_engraved_once() -> None:
    panel = edition().a4.pages[0].panes[0].drawing
    (first, *_), (again, *_) = engrave(panel).parts, engrave(replace(panel, lang="sv", marks=panel.marks[:1])).parts
    assert first == again and engrave(panel).parts[0] is first


def test_the_measure_sees_a_small_difference(tmp_path: File) -> None:
    one, other = drawing(Path(SQUARE, "#c04030")), drawing(Path("M10 10L60 10L60 66L10 66Z", "#c04030"))
    assert difference(painted(one, tmp_path), drawn(other, tmp_path)) > 24


def test_letters_live_unless_a_typeface_lacks_some(tmp_path: File) -> None:
    words = drawing(Text((one_line("Väki", "lettering", "fi", 34, (10, 60)),), 34, "#c04030"))
    said = [subprocess.run(["pdftotext", bound(words, tmp_path, outlined=outlined), "-"], capture_output=True,
                           text=True, check=True).stdout.strip() for outlined in (False, True)]  # fmt: skip
    assert said == ["Väki", ""]


def read(line: str, folder: File) -> str:
    """What a program reads from a PDF with this line of Arabic in it."""
    of = drawing(Text((one_line(line, "lettering", "ar", 7, (118, 60), ends=True),), 7, "#1d1a22"))
    file = bound(replace(of, lang="ar"), folder)
    file.write_bytes(read_backwards(file.read_bytes()))
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    return "".join(char for char in normalize("NFKC", run.stdout) if category(char) != "Cf").strip()


def test_arabic_is_read_in_its_own_order(tmp_path: File) -> None:
    assert read("لا أعرف الآن لأن الباب مغلق.", tmp_path) == "لا أعرف الآن لأن الباب مغلق."


def test_latin_names_and_figures_are_read_where_they_belong(tmp_path: File) -> None:
    """Spaces aside: poppler loses some at the edge of a Latin word."""
    line = "قال Samir الآن إن الساعة 12:30"
    assert read(line, tmp_path).replace(" ", "") == line.replace(" ", "")


def test_lettering_and_all_the_rest_make_a_drawing() -> None:
    pane = edition().a4.pages[0].panes[0].drawing
    words, rest = to_svg(lettering_only(pane)), to_svg(without_lettering(pane))
    assert "<path" not in words and "Tein jo valmiin suunnitelman!" in words
    assert "<path" in rest and "<text" not in rest


def test_pictures_from_outside_are_not_painted() -> None:
    inside = drawing(Path(SQUARE, "#c04030"))
    assert paintable(inside)
    assert not paintable(replace(inside, marks=(Group((Picture(Box(0, 0, 9, 9), b"png"),)),)))
