"""The book of all stories: whole, in order, accessible, with page numbers that are right."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import page
import pikepdf
import pytest
from outputs.made_edition import edition, story

from kokko_ethics.edition import Edition
from kokko_ethics.outputs.chapter import StoryInBook, story_in_book
from kokko_ethics.outputs.protocol import Artifact, Chapter, chapter_path
from kokko_ethics.outputs.series import WholeSeries
from kokko_ethics.prepress import BLEED
from kokko_ethics.story.model import CastMember, Look

BOOK = "fi/book-a5.pdf"


def told(id: str, title: str) -> Edition:
    tale = story(title)
    return edition(replace(tale, id=id))


@cache
def chapters() -> tuple[Chapter, ...]:
    found = []
    for id, title in (("yksi", "Ensimmäinen"), ("käpy", "Toinen <b>")):
        (kept,) = WholeSeries().publish(told(id, title))
        assert kept.path == chapter_path("series")
        found.append(Chapter(id, "fi", kept.render()))
    return tuple(found)


@cache
def files() -> dict[str, bytes]:
    return {one.path: one.render() for one in WholeSeries().gather(chapters()) if isinstance(one, Artifact)}


@cache
def pages() -> list[str]:
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=files()[BOOK], capture_output=True, check=True)
    return [" ".join(one.split()) for one in run.stdout.decode().split("\f")[:-1]]


def test_a_chapter_comes_back_as_it_was_written() -> None:
    chapter = story_in_book(told("yksi", "Ensimmäinen"))
    assert StoryInBook.read(chapter.written()) == chapter


def test_it_reads_in_order() -> None:
    said = " ".join(pages())
    words = [
        "Kokko-sarjakuvat", "Sisällys", "Aino", "kokemusasiantuntija", "Periaate 1", "Periaate 10", "Kenen se on?",
        "Tein jo valmiin suunnitelman!", "Pohdittavaksi", "CC BY 4.0", "kokko-ethics-ohjelma", "Tarina on keksitty",
    ]  # fmt: skip
    places = [said.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)
    assert said.count("Tein jo valmiin suunnitelman!") == 2


def test_the_contents_name_the_right_pages() -> None:
    contents = next(one for one in pages() if one.startswith("Sisällys"))
    for heading in ("Henkilöt", "Periaatteet", "Ensimmäinen", "Toinen <b>", "Tekijät ja lupa"):
        found = re.search(rf"{re.escape(heading)} (\d+)", contents)
        assert found, heading
        assert pages()[int(found[1]) - 1].startswith(heading)


def test_every_link_leads_to_what_it_names() -> None:
    with pikepdf.open(io.BytesIO(files()[BOOK])) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        names = list(pdf.Root.Names.Dests.Names)
        places = {bytes(id): numbers[place[0].objgen] for id, place in zip(names[::2], names[1::2], strict=True)}
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
        assert sorted(places) == [bytes(id) for id in names[::2]] and links
        assert all("/A" not in link and bytes(link.Dest) in places for link in links)
        led = [pages()[places[bytes(link.Dest)]] for link in links if str(link.Dest).startswith("_story-")]
    assert [said.split()[0] for said in led] == ["Ensimmäinen", "Toinen"]


def test_bookmarks_lead_through_the_whole_book() -> None:
    with pikepdf.open(io.BytesIO(files()[BOOK])) as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        first = [(item.title, numbers[item.destination[0].objgen]) for item in outline.root]
        assert all(item.children for item in outline.root if item.title in ("Ensimmäinen", "Toinen <b>"))
    headings = ["Henkilöt", "Periaatteet", "Ensimmäinen", "Toinen <b>", "Tekijät ja lupa"]
    assert [title for title, _ in first if title in headings] == headings
    assert all(pages()[number].startswith(title) for title, number in first)


def test_tags_are_one_tree_and_found_from_every_page_and_link() -> None:
    with pikepdf.open(io.BytesIO(files()[BOOK])) as pdf:
        keys = [int(key) for key in list(pdf.Root.StructTreeRoot.ParentTree.Nums)[::2]]
        assert keys == sorted(set(keys))
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
        owners = [page.obj.StructParents for page in pdf.pages] + [link.StructParent for link in links]
        assert sorted(map(int, owners)) == keys
        told, above = [], [pdf.Root.StructTreeRoot.K[0]]
        while above:
            tag = above.pop()
            below = [one for one in tag.get("/K", ()) if isinstance(one, pikepdf.Dictionary) and "/S" in one]
            assert all(one.P.objgen == tag.objgen for one in below)
            told.extend(one.Pg.objgen for one in below)
            above.extend(below)
        assert set(told) == {page.objgen for page in pdf.pages}


def test_every_page_but_the_cover_tells_its_number() -> None:
    for number, said in enumerate(pages()[1:], 2):
        assert str(number) in said.split()[-20:], said


def test_choices_name_the_story_beside_the_panel() -> None:
    said = " ".join(pages())
    assert "→ ruutu 3 (Ensimmäinen)" in said and "→ ruutu 3 (Toinen <b>)" in said


def test_the_running_title_is_that_of_the_story() -> None:
    comic = [one for one in pages() if "Tein jo valmiin" in one]
    assert [title in one for one, title in zip(comic, ("Ensimmäinen", "Toinen <b>"), strict=True)] == [True, True]


def test_somebody_in_two_stories_is_shown_once_with_both_roles() -> None:
    aino = CastMember("aino", "Aino", "expert", "pomo", Look())
    other = replace(story(), id="kolme", cast=(aino, story().cast[1]))
    (kept,) = WholeSeries().publish(edition(other))
    both = (chapters()[0], Chapter("kolme", "fi", kept.render()))
    book = next(iter(WholeSeries().gather(both))).render()
    asked = ["pdftotext", "-raw", "-f", "3", "-l", "3", "-", "-"]
    said = subprocess.run(asked, input=book, capture_output=True, check=True).stdout.decode()
    assert "Aino\nkokemusasiantuntija\npomo\nSamir\nammattilainen\n" in said


def test_it_is_accessible_and_everybody_on_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "book.pdf").write_bytes(files()[BOOK])
    report = page.validate_pdf(str(tmp_path / "book.pdf"), profile="ua1")
    assert report.is_compliant, str(report)
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        heard = [str(one["/Alt"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert len([alt for alt in heard if alt.startswith("Kuva: ")]) == 1
    assert len([alt for alt in heard if "istuvat pöydän" in alt]) == 8


def test_it_fills_its_sheets_also_in_print_and_for_the_print_shop() -> None:
    counts = {path: len(pikepdf.open(io.BytesIO(data)).pages) for path, data in files().items()}
    assert counts[BOOK] % 4 == 0
    assert counts["fi/book-a5-print.pdf"] == counts[BOOK] // 2
    assert counts["fi/book-a5-press.pdf"] == counts[BOOK]
    with pikepdf.open(io.BytesIO(files()["fi/book-a5-press.pdf"])) as press:
        boxes = press.pages[0].obj
        assert float(boxes.TrimBox[0]) - float(boxes.BleedBox[0]) == pytest.approx(BLEED, abs=0.01)


def test_every_story_knows_on_how_many_pages_it_is_told() -> None:
    told = [StoryInBook.read(one.data) for one in chapters()]
    firsts = [next(k for k, page in enumerate(pages(), 1) if k > 2 and page.startswith(one.title)) for one in told]
    for one, first, after in zip(told, firsts, (firsts[1], None), strict=True):
        comic = next(k for k, page in enumerate(pages(), 1) if k > first and "Tein jo valmiin" in page)
        assert comic == first + one.title_pages
        assert after in {None, first + one.text_pages + one.comic_pages}


def test_every_language_has_a_book_of_its_own() -> None:
    mixed = (*chapters(), replace(chapters()[0], lang="sv"))
    found = {one.path for one in WholeSeries().gather(mixed) if isinstance(one, Artifact)}
    assert {"fi/book-a5.pdf", "sv/book-a5.pdf"} <= found and len(found) == 6


def test_the_same_chapters_give_the_same_bytes() -> None:
    again = {one.path: one for one in WholeSeries().gather(chapters()) if isinstance(one, Artifact)}
    assert again[BOOK].render() == files()[BOOK]
