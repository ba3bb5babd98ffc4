"""Slides: a title on each, words for every picture, choices that lead where the story goes on, the same bytes."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from made_edition import HOSTILE, edition, story
from PIL import Image
from pptx import Presentation

from kokko_ethics import __version__
from kokko_ethics.outputs.slides import Slides
from kokko_ethics.outputs.slideshow import slideshow
from kokko_ethics.story.model import Story


def made(tale: Story | None = None) -> bytes:
    (artifact,) = Slides().publish(edition(tale))
    return artifact.render()


@pytest.fixture(scope="module")
def data() -> bytes:
    return made()


@pytest.fixture(scope="module")
def slides(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def named(slides: list[Any], title: str) -> Any:
    return next(slide for slide in slides if slide.shapes.title.text_frame.text == title)


def words_of(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_every_slide_has_a_title_of_its_own_that_is_read_first(slides: list[Any]) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert all(slide.shapes[0] == slide.shapes.title for slide in slides)


def test_the_slides_come_in_the_order_of_the_story(slides: list[Any]) -> None:
    assert [slide.shapes.title.text_frame.text for slide in slides] == [
        "Sovitaan yhdessä", "Sisällöstä", "Henkilöt", "Ruutu 1", "Ruutu 2", "Ruudun 2 jälkeen: Mitä Samir tekee?",
        "Ruutu 3", "Ruutu 4", "Pohdittavaksi 1/2: Kaikille", "Pohdittavaksi 2/2: Ammattilaiselle", "Lähteet",
        "Tekijät ja lupa",
    ]  # fmt: skip


def test_every_picture_says_the_scene_then_who_says_what(slides: list[Any]) -> None:
    said = [
        shape._element._nvXxPr.cNvPr.get("descr")
        for slide in slides
        for shape in slide.shapes
        if shape.shape_type == 13
    ]
    assert len(said) == 5
    assert said[1].startswith("Aino ja Samir istuvat pöydän ääressä. Kuva 1. Kertoja: Maanantai")
    assert said[1].endswith("Samir: Tein jo valmiin suunnitelman!")


def test_options_and_ends_lead_where_the_story_goes_on(slides: list[Any]) -> None:
    def links(title: str) -> list[tuple[str, str]]:
        return [
            (shape.text_frame.text, shape.click_action.target_slide.shapes.title.text_frame.text)
            for shape in named(slides, title).shapes
            if shape.shape_type == 1 and shape.click_action.target_slide is not None
        ]

    assert links("Ruudun 2 jälkeen: Mitä Samir tekee?") == [
        ("Hän kysyy. → ruutu 3", "Ruutu 3"), ("Hän jatkaa. → ruutu 4", "Ruutu 4"),
    ]  # fmt: skip
    assert links("Ruutu 3") == [
        ("Tarina päättyy tähän. Siirry pohdittavaan.", "Pohdittavaksi 1/2: Kaikille")
    ]
    assert links("Ruutu 1") == []


def test_every_way_leads_to_a_slide() -> None:
    for tale in (story(), replace(story(), reflections=())):
        show = slideshow(edition(tale))
        assert {link.to for slide in show.slides for link in slide.links} <= {slide.id for slide in show.slides}


def test_the_speaker_reads_the_plan_the_scene_and_the_easy_words(slides: list[Any]) -> None:
    def notes(title: str) -> list[str]:
        return named(slides, title).notes_slide.notes_text_frame.text.split("\n")

    assert {"Aloittakaa hitaasti.", "Lukeminen – 10", "Kiittäkää. Ohje (https://example.org/ohje)"} <= set(
        notes("Sovitaan yhdessä")
    )
    assert notes("Ruutu 2")[-2:] == ["Aino miettii.", "Aino ajattelee: Ai. Teit sen yksin?"]
    assert notes("Pohdittavaksi 1/2: Kaikille") == ["Mikä tekee siitä yhteisen?"]


def test_every_slide_shows_its_number_and_the_draft_note(slides: list[Any]) -> None:
    for number, slide in enumerate(slides, 1):
        (field,) = slide._element.findall(".//{*}fld")
        assert (field.get("type"), field.find("{*}t").text) == ("slidenum", str(number))
        assert "luonnos" in words_of(slide)


def test_every_word_has_a_language(slides: list[Any]) -> None:
    for slide in slides:
        for board in (slide, *([slide.notes_slide] if slide.has_notes_slide else [])):
            runs = board._element.findall(".//{*}r") + board._element.findall(".//{*}fld")
            assert {run.find("{*}rPr").get("lang") for run in runs} <= {"fi-FI"}


def test_words_are_large_enough_and_pictures_inside_the_slide(data: bytes) -> None:
    deck = Presentation(BytesIO(data))
    for slide in deck.slides:
        sizes = [int(run.get("sz")) for run in slide._element.findall(".//{*}rPr") if run.get("sz")]
        assert min(sizes) >= 1200
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height


def test_pictures_are_sharp_on_a_large_screen(slides: list[Any]) -> None:
    picture = next(shape for shape in named(slides, "Ruutu 1").shapes if shape.shape_type == 13)
    height = Image.open(BytesIO(picture.image.blob)).height
    assert 800 <= height <= 1000


def test_the_file_bears_no_date_and_says_its_title(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert {part.date_time for part in packed.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert packed.namelist()[0] == "[Content_Types].xml"
        assert not [name for name in packed.namelist() if "thumbnail" in name]
        assert b"2000-01-01T00:00:00Z" in packed.read("docProps/core.xml")
    assert Presentation(BytesIO(data)).core_properties.title == "Sovitaan yhdessä"
    assert made() == data


def test_hostile_words_stay_words() -> None:
    deck = Presentation(BytesIO(made(story(title=f"{HOSTILE}\x07", said=HOSTILE))))
    assert deck.slides[0].shapes.title.text_frame.text == HOSTILE


def test_the_last_slide_says_what_it_was_made_with(slides: list[Any]) -> None:
    assert f"kokko-ethics-ohjelmalla, versio {__version__}." in words_of(slides[-1])


def test_long_words_take_several_slides_with_titles_of_their_own() -> None:
    sources = "\n\n".join(f"Lähde {number}. {'Pitkä nimi. ' * 20}" for number in range(12))
    show = slideshow(edition(replace(story(), sources=sources)))
    titles = [slide.title for slide in show.slides if slide.title.startswith("Lähteet")]
    assert titles[0] == "Lähteet 1/3"
    assert len(titles) == len(set(titles)) == 3


def test_a_title_longer_than_a_file_may_name_itself_by_loses_whole_words() -> None:
    title = "Sovitaan yhdessä " * 20
    named = Presentation(BytesIO(made(story(title=title.strip())))).core_properties.title
    assert len(named) <= 255
    assert title.startswith(named.removesuffix("…"))
    assert named.endswith(("Sovitaan …", "yhdessä …"))
