"""SVG: the public structure of a panel, live text with its own fonts, and no way out for hostile words."""

from __future__ import annotations

import base64
import io
import re
from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from made_edition import HOSTILE, edition, story

from kokko_ethics.drawing.model import Drawing, Group, Path, Picture, Text
from kokko_ethics.geometry import Box
from kokko_ethics.outputs.fonts import font_css
from kokko_ethics.outputs.sheets import padded, sheets
from kokko_ethics.outputs.svg import Svg, to_svg
from kokko_ethics.typeface import TextLine, TextRun

SVG = "{http://www.w3.org/2000/svg}"
FILES = {artifact.path: artifact.render().decode() for artifact in Svg().publish(edition())}


def of(marks: tuple[object, ...], **named: str) -> Drawing:
    words = {"title": "Ruutu 1", "description": "Aino.", "spoken": "Aino: Hei.", **named}
    return Drawing("p1", 100, 80, marks, "fi", **words)  # type: ignore[arg-type]


def text(words: str, **looks: object) -> Text:
    return Text((TextLine(10, 20, 50, (TextRun(words, "lettering"),)),), 11, "#1d1a22", **looks)  # type: ignore[arg-type]


def test_files_are_named_by_panel_and_page() -> None:
    assert list(FILES) == [*(f"panels/00{n}.svg" for n in (1, 2, 3, 4)), "pages/001.svg", "pages/002.svg"]
    assert [padded(label) for label in ("3", "3b", "12", "120b")] == ["003", "003b", "012", "120b"]


def test_a_panel_is_an_image_with_a_name_a_description_and_a_language() -> None:
    root = ElementTree.fromstring(FILES["panels/001.svg"])
    assert (root.tag, root.get("role"), root.get("lang")) == (f"{SVG}svg", "img", "fi")
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "Ruutu 1"
    assert description.text == (
        "Aino ja Samir istuvat pöydän ääressä. Kuva 1. "
        "Kertoja: Maanantai kello yhdeksän. Samir: Tein jo valmiin suunnitelman!"
    )


def test_figures_and_lettering_are_groups_in_reading_order() -> None:
    root = ElementTree.fromstring(FILES["panels/001.svg"])
    groups = [group for group in root.iter(f"{SVG}g") if group.get("class")]
    assert [group.get("class") for group in groups] == ["picture", "figure", "face", "caption", "balloon"]
    figure, balloon = groups[1], groups[4]
    assert figure.get("data-character") == "aino"
    kept = {name: balloon.get(f"data-{name}") for name in ("kind", "speaker", "order")}
    assert kept == {"kind": "speech", "speaker": "samir", "order": "2"}
    assert [child.get("class") for child in balloon] == ["outline", "lettering"]


def test_a_line_is_a_tspan_and_runs_of_another_face_lie_inside() -> None:
    root = ElementTree.fromstring(FILES["panels/001.svg"])
    lines = [*root.iter(f"{SVG}text")][1]
    assert ["".join(line.itertext()) for line in lines] == ["Tein", "jo valmiin suunnitelman!"]
    assert all(line.get("x") and line.get("y") for line in lines)
    assert [run.get("class") for run in lines[1]] == [None, "loud"]


def test_ids_are_unique_and_every_reference_leads_somewhere() -> None:
    for name, file in FILES.items():
        ids = re.findall(r' id="([^"]*)"', file)
        assert len(ids) == len(set(ids)), name
        assert set(re.findall(r"url\(#([^)]*)\)", file)) <= set(ids)


@pytest.mark.parametrize("name", FILES)
def test_fonts_inside_hold_every_letter_of_the_text(name: str) -> None:
    root = ElementTree.fromstring(FILES[name])
    style = "".join(root.find(f"{SVG}defs/{SVG}style").itertext())  # type: ignore[union-attr]
    fonts = {
        family: set(TTFont(io.BytesIO(b64decode(data))).getBestCmap())
        for family, data in re.findall(r"font-family:'([^']*)';src:url\(data:font/woff;base64,([^)]*)\)", style)
    }
    for element in root.iter():
        family = re.match("'([^']*)'", element.get("font-family", ""))
        if family:
            inner = [element.text or "", *(span.text or "" for span in element.iter() if not span.get("font-family"))]
            assert {ord(c) for c in "".join(inner)} - {10} <= fonts[family[1]]


@pytest.mark.parametrize("face", ["lettering", "caption", "caption-stress", "sound", "loud"])
@pytest.mark.parametrize("characters", ["a", "abcäö ABC", "".join(map(chr, range(32, 127)))])
@pytest.mark.parametrize("small", [False, True])
def test_every_table_of_a_font_can_be_read(face: str, characters: str, small: bool) -> None:
    style = font_css({face: characters}, small=small)
    data = base64.b64decode(style[style.index("base64,") + 7 : style.index(")")])
    font = TTFont(io.BytesIO(data), lazy=False)
    assert set(map(ord, characters)) <= set(font.getBestCmap())
    for table in sorted(font.keys()):
        font[table]


@given(st.text(max_size=40))
def test_whatever_an_author_writes_stays_text(words: str) -> None:
    drawing = of((text(words), Group((), "balloon", (("speaker", words),))), title=words, spoken=words)
    root = ElementTree.fromstring(to_svg(drawing))
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "text", "tspan", "g")
    }


def test_hostile_words_make_no_elements_and_no_attributes() -> None:
    for artifact in Svg().publish(edition(story(title=HOSTILE, said=HOSTILE))):
        file = artifact.render().decode()
        assert "<script" not in file
        assert not [
            element
            for element in ElementTree.fromstring(file).iter()
            for name in element.attrib
            if name.startswith("on")
        ]


def test_a_sound_effect_has_its_words_only_once_and_its_edge_as_an_outline() -> None:
    root = ElementTree.fromstring(FILES["panels/004.svg"])
    sound = next(group for group in root.iter(f"{SVG}g") if group.get("class") == "sound")
    edge, words = sound
    assert (edge.tag, edge.get("class"), "".join(words.itertext())) == (f"{SVG}path", "edge", "Tömps!")
    assert edge.get("transform") == words.get("transform") == "rotate(-6 66 64)"


def test_all_marks_can_be_drawn_with_letters_as_outlines() -> None:
    dashed = Path("M0 0L9 9", stroke="#000000", width=1, dash=(3.2, 2.4), opacity=0.5)
    picture = Picture(Box(1, 2, 3, 4), b"png")
    svg = to_svg(of((Group((dashed, text("Hei"), picture), opacity=0.3, clip="M0 0L9 0L9 9Z"),)), outlined=True)
    assert "<text" not in svg
    assert 'stroke-dasharray="3.2 2.4"' in svg
    assert "data:image/png;base64,cG5n" in svg
    assert 'class="letters"' in svg


def test_a_key_changes_with_what_is_drawn_and_with_nothing_else() -> None:
    def keys(said: str) -> list[str]:
        return [artifact.key for artifact in Svg().publish(edition(story(said=said)))]

    assert keys("Hei siellä") == keys("Hei siellä")
    differing = [a != b for a, b in zip(keys("Hei siellä"), keys("Hei täällä"), strict=True)]
    assert differing == [True, False, False, False, True, False]


def test_a_page_says_its_title_number_and_draft_note() -> None:
    words = ["".join(text.itertext()) for text in ElementTree.fromstring(FILES["pages/001.svg"]).iter(f"{SVG}text")]
    assert words[-3:-1] == ["Sovitaan yhdessä", "1"]
    assert words[-1].startswith("Tämä on hankkeen oma luonnos.")
    assert {"1", "2 – sitten valinta", "3 – sitten loppu"} <= set(words)


def test_a_long_title_leaves_room_for_the_page_number() -> None:
    long = replace(edition(), story=story(title="Pitkä otsikko " * 20))
    page = dict(sheets(long))["pages/001"]
    title = next(mark for mark in page.marks[-1].marks if isinstance(mark, Text))  # type: ignore[union-attr]
    assert title.lines[0].runs[0].words.endswith("…")
    assert title.lines[0].x + title.lines[0].width < page.width - 60
