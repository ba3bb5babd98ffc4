"""Cards: every word inside its card, every back behind its front, everybody and every question among them."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import page
import pikepdf
import pytest
from outputs.handed_out import alternatives, edition, files, pages, words
from outputs.made_edition import edition as made_edition
from outputs.made_edition import story
from outputs.measured import type_sizes
from PIL import Image

from kokko_ethics.edition import Edition
from kokko_ethics.geometry import MM, Box
from kokko_ethics.house_style import A4
from kokko_ethics.outputs.card_texts import cards_of
from kokko_ethics.outputs.cards import CARD, COLUMNS, ROWS, Cards, place_of
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.source import Span
from kokko_ethics.story.model import Reflection, Run, Words

pytestmark = pytest.mark.slow

SCRIPT, FILE = "02-peruttu-keikka", "cards-a4.pdf"
SAFE = 3 * MM
"""Words keep so far away from where a knife may slip."""
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page and its box."""

    text: str
    box: Box


def made(of: Edition) -> bytes:
    return next(iter(Cards().publish(of))).render()


def word_boxes(pdf: bytes) -> list[list[Word]]:
    """The words of every page, where they lie."""
    run = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    return [list(_words(one)) for one in run.stdout.decode().split("<page ")[1:]]


def _words(page: str) -> Iterator[Word]:
    for left, top, right, bottom, text in _WORD.findall(page):
        x, y = float(left), float(top)
        yield Word(text, Box(x, y, float(right) - x, float(bottom) - y))


def card_boxes(*, back: bool = False) -> list[Box]:
    """Where the cards of a sheet lie, in their order."""
    return [Box(*place_of(k, back=back), *CARD) for k in range(COLUMNS * ROWS)]


def on_cards(page: list[Word]) -> list[Word]:
    """The words that are not in the head or foot of a page."""
    return [word for word in page if place_of(0)[1] <= word.box.y < place_of(7)[1] + CARD[1]]


def told(page: list[Word], *, back: bool = False) -> list[str]:
    """What stands on each card of a page."""
    return [
        " ".join(word.text for word in page if card.holds(Box(*word.box.centre, 0, 0)))
        for card in card_boxes(back=back)
    ]


def sides(pdf: bytes) -> tuple[list[list[Word]], list[list[Word]]]:
    """Front pages and back pages; the last page says how to use the cards."""
    *cards, _ = word_boxes(pdf)
    return cards[::2], cards[1::2]


@pytest.mark.parametrize(("style", "lang"), [("colour", ""), ("ink", "sv"), ("outline", "en")])
def test_cards_are_accessible(style: str, lang: str, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(files(Cards, SCRIPT, style, lang)[FILE])  # type: ignore[arg-type]
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.is_compliant, str(report)


def test_letters_are_large_enough_to_read_across_a_table() -> None:
    sizes = {size for on_page in type_sizes(files(Cards, SCRIPT)[FILE]) for size in on_page}
    assert {size for size in sizes if size < 11} == {9.5}


def test_a_sheet_lies_in_the_middle_of_the_paper() -> None:
    cards = card_boxes()
    assert cards[0].x == pytest.approx(A4.width - cards[1].right)
    assert cards[0].y == pytest.approx(A4.height - cards[-1].bottom)
    assert all(one.overlap(other) == 0 for one in cards for other in cards if one is not other)


def test_turned_over_the_long_edge_backs_lie_behind_their_fronts() -> None:
    for k, front in enumerate(card_boxes()):
        back = card_boxes(back=True)[k]
        assert (back.x, back.y) == pytest.approx((A4.width - front.right, front.y))


def test_the_backs_of_a_finished_sheet_say_what_is_on_their_fronts() -> None:
    fronts, backs = sides(files(Cards, "08-lyhennekeitto")[FILE])
    seen = set()
    for front, back in zip(fronts, backs, strict=True):
        for here, behind in zip(told(front), told(back, back=True), strict=True):
            kind = next(kind for kind in ("Oma kysymys", "Rooli", "Valinta", "Kysymys") if kind in here)
            assert f"Lyhennekeitto {kind} Periaate 8: Puhumme niin, että kaikki pääsevät mukaan" in behind
            seen.add(kind)
    assert seen >= {"Rooli", "Valinta", "Kysymys"}


@pytest.mark.parametrize("lang", ["", "sv", "en"])
@pytest.mark.parametrize("script", [SCRIPT, "09-pulla-ja-palkkio"])
def test_no_word_comes_near_a_cut(script: str, lang: str) -> None:
    fronts, backs = sides(files(Cards, script, "colour", lang)[FILE])
    for sheets, behind in ((fronts, False), (backs, True)):
        safe = [box.grown(-SAFE) for box in card_boxes(back=behind)]
        strays = [word for page in sheets for word in on_cards(page) if not any(b.holds(word.box) for b in safe)]
        assert strays == []


def test_everybody_has_a_role_with_an_aim_and_somebody_to_swap_with() -> None:
    (front,), _ = sides(files(Cards, SCRIPT)[FILE])
    leena, jere, _, ville = told(front)[:4]
    assert leena == (
        "Leena Rooli: sairaanhoitaja, esihenkilö (ammattilainen) Tavoite: Sano toiselle: ”Odotan, että kerrot huolesi "
        "minulle etkä päätä puolestani.” Kysy, mitä hän odottaa sinulta. Vaihto: Parisi on Jere. Vaihtakaa kortteja "
        "ja lukekaa uudestaan."
    )
    assert "Parisi on Leena." in jere
    assert ville.startswith("Ville Rooli: toinen kokemusasiantuntija")  # only heard on the phone: no picture of him
    assert alternatives(files(Cards, SCRIPT)[FILE]) == ["Piirros: Leena", "Piirros: Jere", "Piirros: Noa"]


def test_choices_say_where_each_option_leads_and_questions_what_to_look_at() -> None:
    said = words(files(Cards, SCRIPT)[FILE]).replace("\u00a0", " ")
    for told_on_card in (
        "Valinta ruudun 4 jälkeen Mitä Leena tekee seuraavaksi? Leena pyytää vierailulle jonkun muun. → ruutu 5 "
        "Leena soittaa Jerelle ja kertoo huolensa. → ruutu 14 Noa kertoo Jerelle, mitä Leena aikoo. → ruutu 18",
        "Kysymys: Kaikille Miten haluat, että sinulle kerrotaan huolesta? Ruutu 4 (valinta)",
        "Kysymys: Ammattilaiselle Ketä olet viimeksi säästänyt kysymättä? Mitä pelkäsit? Ruudut 13, 17 ja 21",
    ):
        assert told_on_card in said


def test_what_is_too_long_for_a_card_goes_on_on_the_next_one() -> None:
    long = " ".join(f"sana{k}" for k in range(160)) + " " + "pitkä" * 300
    story = edition(SCRIPT).story
    asked = replace(story, reflections=(Reflection("all", Words((Run(long),), Span(0, 0))),))
    pdf = made(replace(edition(SCRIPT), story=asked))
    said = words(pdf)
    assert "Kysymys: Kaikille (jatkuu)" in said
    assert all(f"sana{k} " in said for k in range(160))
    assert re.sub(r"\W|Kysymys|Kaikille|jatkuu", "", said).count("pitkä") >= 290
    fronts, _ = sides(pdf)
    safe = [box.grown(-SAFE) for box in card_boxes()]
    assert [word for page in fronts for word in on_cards(page) if not any(b.holds(word.box) for b in safe)] == []


def test_sheets_are_filled_with_cards_for_questions_of_ones_own() -> None:
    fronts, _ = sides(files(Cards, "09-pulla-ja-palkkio")[FILE])
    own = [card for page in fronts for card in told(page) if card == "Oma kysymys"]
    cards = len(cards_of(edition("09-pulla-ja-palkkio"), matter_of(edition("09-pulla-ja-palkkio"))))
    assert own and (cards + len(own)) % 8 == 0


def test_crop_marks_stand_outside_the_cards_at_every_cut() -> None:
    dots = 144
    run = subprocess.run(["pdftoppm", "-r", str(dots), "-gray", "-f", "1", "-singlefile", "-"],
                         input=files(Cards, SCRIPT)[FILE], capture_output=True, check=True)  # fmt: skip
    sheet = Image.open(io.BytesIO(run.stdout))

    def dark(x: float, y: float) -> bool:
        at = (int(x / 72 * dots), int(y / 72 * dots))
        return min(sheet.crop((at[0] - 2, at[1] - 2, at[0] + 3, at[1] + 3)).tobytes()) < 140

    first, last = card_boxes()[0], card_boxes()[-1]
    for x in (first.x, first.right, last.right):
        assert dark(x, first.y - 4 * MM) and dark(x, last.bottom + 4 * MM)
    for y in (first.y, first.bottom, last.bottom):
        assert dark(first.x - 4 * MM, y) and dark(last.right + 4 * MM, y)
    assert not dark(first.x + 20 * MM, first.y - 4 * MM)


def test_the_printer_is_told_to_turn_over_the_long_edge_and_not_to_scale() -> None:
    with pikepdf.open(io.BytesIO(files(Cards, SCRIPT)[FILE])) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (str(wishes.Duplex), str(wishes.PrintScaling)) == ("/DuplexFlipLongEdge", "/None")
        assert wishes.DisplayDocTitle is True or bool(wishes.DisplayDocTitle)


def test_every_back_says_whose_words_the_principle_is_in() -> None:
    _, backs = sides(files(Cards, SCRIPT)[FILE])
    for back in backs:
        assert all("LUONNOS – tarkistamatta. Tämä on hankkeen oma luonnos." in card for card in told(back, back=True))


def test_the_last_page_says_how_to_use_them() -> None:
    last = pages(files(Cards, SCRIPT)[FILE])[-1]
    assert "Kukaan ei esitä omaa elämäänsä." in last and "CC BY 4.0" in last


def test_the_same_story_gives_the_same_bytes() -> None:
    assert made(edition(SCRIPT)) == files(Cards, SCRIPT)[FILE]


def test_what_is_said_in_a_panel_leaves_the_cards_as_they_are() -> None:
    told = [made_edition(story(said=said)) for said in ("Tervetuloa!", "Tule sisään!")]
    assert len({made.key for one in told for made in Cards().publish(one)}) == 1
