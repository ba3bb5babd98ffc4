"""What is kept standing spares work and changes nothing: with it, damaged or not, all is made as without."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_panels import made_story

from kokko_ethics import standing as room
from kokko_ethics.compiler import publishable
from kokko_ethics.drawing import panel
from kokko_ethics.drawing.model import Drawing, Group
from kokko_ethics.drawing.model import Path as Mark
from kokko_ethics.outputs import engraving, overview, shapes, slides, tagged_pdf, web
from kokko_ethics.outputs.tagged_pdf import page_numbers
from kokko_ethics.staging.model import Art
from kokko_ethics.standing import standing, standing_in

sys.path.insert(0, str(Path(__file__).parent / "outputs"))

from made_edition import edition, story

SAID = ("Tein jo valmiin suunnitelman!", "Tein jo valmiin ohjelman!")


def made(folder: Path, of: str = "a face", *, kind: str = "face", house: str = "ours", size: int = 9) -> list[str]:
    """What had to be made, in the order in which it was asked for."""
    done: list[str] = []

    def make() -> bytes:
        done.append(of)
        return of.encode().ljust(size, b".")

    with standing_in(folder, house):
        assert standing(kind, of, make) == of.encode().ljust(size, b".")
    return done


def deck(said: str = SAID[0]) -> bytes:
    (artifact,) = slides.Slides().publish(edition(story(said=said)))
    return artifact.render()


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Slides, and what was kept standing of them by the house called ``ours``."""
    folder = tmp_path_factory.mktemp("standing") / "story"
    with standing_in(folder, "ours"):
        return folder, deck()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the panels whose pictures are made."""
    seen: list[str] = []
    to_png = slides.to_png
    monkeypatch.setattr(slides, "to_png", lambda drawing, dpi: seen.append(drawing.id) or to_png(drawing, dpi))
    return seen


def test_what_was_made_is_made_once(tmp_path: Path) -> None:
    assert made(tmp_path / "kept") == ["a face"]
    assert made(tmp_path / "kept") == []


@pytest.mark.parametrize("other", [{"of": "a hat"}, {"kind": "hat"}, {"house": "theirs"}])
def test_what_depends_on_something_else_is_made_for_itself(tmp_path: Path, other: dict[str, str]) -> None:
    made(tmp_path)
    assert made(tmp_path, **other) == [other.get("of", "a face")]


def test_nothing_is_kept_where_nothing_was_opened(tmp_path: Path) -> None:
    with standing_in(tmp_path, "ours"):
        pass
    assert standing("face", "a face", lambda: b"made") == b"made"
    assert list(tmp_path.iterdir()) == []


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "nothing in it": lambda data: b"",
    "cut short": lambda data: data[:-1],
    "something behind it": lambda data: data + b"\n",
    "one sign is another": lambda data: data[:-3] + bytes([data[-3] ^ 1]) + data[-2:],
    "the checksum is another": lambda data: b"0" + data[1:] if data[:1] != b"0" else b"1" + data[1:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_made_anew(tmp_path: Path, damage: str) -> None:
    made(tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(DAMAGE[damage](whole))
    assert made(tmp_path) == ["a face"]
    assert entry.read_bytes() == whole


def test_where_it_cannot_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert made(tmp_path / "file" / "kept") == made(tmp_path / "file" / "kept") == ["a face"]


def test_what_was_not_used_for_longest_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for age, of in enumerate(("old", "older", "oldest")):
        made(tmp_path, of)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (1000 - age, 1000 - age))
    (tmp_path / ".half.7.part").write_bytes(b"left by a build that was cut short")
    assert made(tmp_path, "oldest") == []
    size = max(path.stat().st_size for path in tmp_path.iterdir())
    monkeypatch.setattr(room, "ROOM", 3 * size)
    made(tmp_path, "new")
    assert len(list(tmp_path.iterdir())) == 3
    assert [made(tmp_path, of) for of in ("oldest", "old", "new")] == [[], [], []]
    assert made(tmp_path, "older") == ["older"]


def test_only_the_picture_of_a_changed_word_is_drawn_again(stored: tuple[Path, bytes], drawn: list[str]) -> None:
    folder, whole = stored
    with standing_in(folder, "ours"):
        assert deck() == whole
        assert drawn == []
        changed = deck(SAID[1])
    assert drawn == ["aloitus"]
    drawn.clear()
    assert deck(SAID[1]) == changed != whole
    assert len(drawn) > 1


def test_slides_are_the_same_with_what_is_damaged_or_of_another_house(stored: tuple[Path, bytes]) -> None:
    folder, whole = stored
    with standing_in(folder, "theirs"):
        assert deck() == whole
    for entry in folder.iterdir():
        entry.write_bytes(entry.read_bytes()[:-9])
    with standing_in(folder, "ours"):
        assert deck() == whole


def test_only_the_outlines_of_a_changed_panel_are_written_in_fewer_signs_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    tight = shapes.tight
    monkeypatch.setattr(shapes, "tight", lambda d, slack: done.append(d) or tight(d, slack))
    begin, same, changed = "M1.123 1.456L9 9", "M2.123 2.456L9 9", "M3.123 3.456L9 9"
    page = [Drawing(id, 9.0, 9.0, (Mark(begin), Mark(d)), "fi", "", "", "") for id, d in (("a", same), ("b", begin))]
    other = replace(page[1], marks=(*page[1].marks, Mark(changed)))
    plain = [shapes.Shapes(page).tight(same), shapes.Shapes([page[0], other]).tight(changed)]
    with standing_in(tmp_path, "ours"):
        assert shapes.Shapes(page).tight(same) == plain[0]
        done.clear()
        assert shapes.Shapes([page[0], other]).tight(changed) == plain[1]
        assert done == [changed]
        small = [replace(one, marks=(Group(one.marks, matrix=(0.1, 0.0, 0.0, 0.1, 0.0, 0.0)),)) for one in page]
        assert len(shapes.Shapes(small).tight(same)) < len(plain[0])


def test_a_page_is_the_same_with_what_is_standing_whole_or_damaged(tmp_path: Path) -> None:
    def page() -> bytes:
        return next(iter(web.Web().publish(edition()))).render()

    plain = page()
    for _ in range(3):
        with standing_in(tmp_path, "ours"):
            assert page() == plain
        for entry in list(tmp_path.iterdir())[::2]:
            entry.write_bytes(entry.read_bytes()[:-9])


def test_a_large_engraving_is_read_as_it_was_cut_with_its_layers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    cut = engraving._cut
    monkeypatch.setattr(engraving, "_cut", lambda marks, lang: done.append(len(marks)) or cut(marks, lang))
    path = Mark("M1.5 2.5" + "L3.25 4.75L1 2" * 2000, "#aa0000", opacity=0.5)
    sheet = Group((path, replace(path, stroke="#00aa00")), opacity=0.25)
    panel = Drawing("a", 9.0, 9.0, (path, sheet, path), "fi", "", "", "")

    def engraved() -> engraving.Engraved:
        engraving._engraving.cache_clear()
        done.clear()
        return engraving.engrave(panel)

    plain = engraved()
    cuts = len(done)
    for expected in (cuts, 0):
        with standing_in(tmp_path, "ours"):
            assert engraved() == plain
        assert len(done) == expected
    for entry in tmp_path.iterdir():
        entry.write_bytes(entry.read_bytes()[:-9])
    with standing_in(tmp_path, "ours"):
        assert engraved() == plain


class Picture:
    """So many pixels high."""

    def __init__(self, height: float) -> None:
        self.height = height

    def get_intrinsic_size(self, _resolution: float, _font_size: float) -> tuple[float, float, float]:
        """Width and height in pixels, and their ratio."""
        return 100.0, self.height, 100.0 / self.height


def test_a_scene_is_drawn_once_and_read_as_it_was_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = publishable(made_story(3, 3), Art(), paged=False)
    stages = {pane.lettering.stage for pane in told.web}
    drawn = {stage: repr(panel.draw_scene(stage)) for stage in stages}  # also whole numbers stay whole
    with standing_in(tmp_path / "story", "ours"):
        panel.draw_scene.cache_clear()
        assert {stage: repr(panel.draw_scene(stage)) for stage in stages} == drawn
        monkeypatch.delattr(panel, "draw_figure")
        panel.draw_scene.cache_clear()
        assert {stage: repr(panel.draw_scene(stage)) for stage in stages} == drawn



def test_small_pictures_of_the_guide_are_cropped_once_and_stay_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = edition().web[0]
    small = repr(overview.small_picture(pane))
    with standing_in(tmp_path / "story", "ours"):
        assert repr(overview.small_picture(pane)) == small
        monkeypatch.delattr(overview, "cropped")
        assert repr(overview.small_picture(pane)) == small



def test_pages_are_counted_again_where_a_word_or_the_size_of_a_picture_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_: list[str] = []
    numbered = tagged_pdf._numbered
    monkeypatch.setattr(tagged_pdf, "_numbered", lambda html, *rest: set_.append(html) or numbered(html, *rest))

    def counted(words: str, height: float, behind: float = 10.0) -> tuple[int, dict[str, int]]:
        style = "@page { size: 300px; margin: 75px } p { margin: 1em 0 } img { display: block }"
        style += "body { background: url(painting:2) }"
        html = f'<html lang="en"><title>T</title><style>{style}</style><p>{words}'
        html += '<p><img alt="x" src="painting:1"><p id="end">End'
        paintings: Any = {"painting:1": Picture(height), "painting:2": Picture(behind)}
        return page_numbers(html, paintings)

    asked = [("Word", 10.0), ("Words", 10.0), ("Word", 140.0), ("Word", 10.0), ("Word", 10.0, 400.0)]
    plain = [counted(*each) for each in asked]
    assert [count for count, _ in plain] == [1, 1, 3, 1, 1]
    assert [places["end"] for _, places in plain] == [1, 1, 3, 1, 1]
    set_.clear()
    with standing_in(tmp_path, "ours"):
        assert [counted(*each) for each in asked] == plain
    assert len(set_) == 3
