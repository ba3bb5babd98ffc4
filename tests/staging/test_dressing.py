"""What the script names can be seen: inside the picture, on its surface, and clear of other things."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from dumped import story_of

from kokko_ethics.lettering.field import field_of
from kokko_ethics.staging.blocking import stage, takes
from kokko_ethics.staging.dressing import TABLE_TOP
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.staging.model import Prop, Stage
from kokko_ethics.story import load_cast

CAST = tuple(load_cast(Path(__file__).parents[2] / "panels" / "cast")[0].values())
NAMED = [kind for kind, article in INVENTORY.items() if article.stands]


def staged(directions: str, heading: str = "Wide, meeting room", w: float = 300.0, h: float = 240.0) -> Stage:
    panel = story_of(f"# S\n## {heading}\nSome people and some things are here.\n[{directions}]").panels[0]
    return stage(panel, CAST, panel.lines, w, h, takes(panel, 0.3)[0])


def named(made: Stage) -> list[Prop]:
    return [prop for prop in made.props if prop.named]


def words_for(kind: str) -> str:
    from kokko_ethics.script.keywords import load_vocabulary

    return next(form for form, concept in load_vocabulary().forms["prop"].items() if concept == kind)


@pytest.mark.parametrize("kind", NAMED)
def test_a_named_thing_is_in_a_wide_picture(kind: str) -> None:
    made = staged(f"{words_for(kind)}; Aino left sits, Samir right")
    (prop,) = named(made)
    assert prop.kind == kind
    assert made.camera.view.grown(4).holds(prop.box)


def test_things_on_a_table_stand_on_it_apart_and_in_the_order_of_their_places() -> None:
    made = staged("on the table calendar, two cups, flowers, laptop; Aino left sits, Samir right sits")
    table = next(prop for prop in made.props if prop.kind == "table")
    laid = named(made)
    assert [prop.kind for prop in laid].count("cup") == 2
    for prop in laid:
        assert prop.at[1] == TABLE_TOP
        assert table.box.x <= prop.box.x and prop.box.right <= table.box.right
    for one, other in combinations(laid, 2):
        assert one.box.right <= other.box.x or other.box.right <= one.box.x


def test_a_table_comes_where_there_is_none() -> None:
    made = staged("on the table cake; Aino left", "Wide, park")
    assert [prop.kind for prop in made.props] == ["table", "cake"]


def test_a_side_word_decides_where_a_thing_is() -> None:
    left, right = (named(staged(f"{side} plant; Aino middle"))[0].at[0] for side in ("left", "right"))
    assert left < -20 and right > 20


def test_a_detail_without_people_shows_the_thing_large() -> None:
    made = staged("calendar", "Detail, office")
    (box,) = made.named
    assert box.h > 0.3 * made.camera.height
    assert box.x >= 0 and box.right <= made.camera.width and box.bottom < made.camera.height


@pytest.mark.parametrize("kind", [kind for kind in NAMED if INVENTORY[kind].stands[0] == "table"])
def test_a_narrow_detail_shows_the_whole_thing(kind: str) -> None:
    made = staged(f"on the table {words_for(kind)}", "Detail, meeting room", 140.0, 230.0)
    (box,) = made.named
    assert box.x >= 0 and box.right <= made.camera.width


def test_the_letterer_sees_named_things() -> None:
    made = staged("clock on the wall; Aino left, Samir right")
    hands = sum(len(figure.hands) for figure in made.figures)
    assert len(field_of(made, (), "en", 11.0).hands) == hands + 1


OVER = "Over the shoulder, park"


@pytest.mark.parametrize("directions", ["Aino left, Samir right", "Aino right, Samir left"])
def test_over_a_shoulder_one_person_is_seen_from_behind_large_and_whole(directions: str) -> None:
    panel = story_of(f"# S\n## {OVER}\nTwo people talk in a park.\n[{directions}]\nAINO: Hello, Samir.").panels[0]
    for w, h in ((220.0, 220.0), (420.0, 200.0), (200.0, 300.0)):
        for take in takes(panel, 0.3):
            if take.turned:  # the last resort, where words leave no room
                continue
            made = stage(panel, CAST, panel.lines, w, h, take)
            seen, back = made.figures
            assert (seen.member.id, back.member.id) == ("aino", "samir")
            assert back.from_behind and not seen.from_behind
            assert back.head.h > seen.head.h
            assert back.head.x >= 0 and back.head.right <= w and back.head.bottom <= h
            assert back.facing == -seen.facing


@pytest.mark.parametrize("heading", ["Two-shot, office", "Medium, office"])
def test_people_stand_nearer_in_a_two_shot(heading: str) -> None:
    made = staged("Aino left, Samir right", heading, 420.0)
    gap = abs(made.figures[0].head.centre[0] - made.figures[1].head.centre[0]) / made.camera.scale
    assert (gap < 85) == heading.startswith("Two")


@pytest.mark.parametrize("heading", ["Wide", "Medium", "Close", "Two-shot", "Over the shoulder"])
@pytest.mark.parametrize("who", ["Jere left, Milla right", "Samir left, Leena middle, Aino right", "Milla, Jere"])
def test_no_head_is_cut_by_the_frame(heading: str, who: str) -> None:
    panel = story_of(f"# S\n## {heading}, office\nSome people are in an office.\n[{who}]").panels[0]
    for w, h in ((160.0, 160.0), (260.0, 200.0), (420.0, 170.0), (200.0, 320.0)):
        for take in takes(panel, 0.3):
            for figure in stage(panel, CAST, (), w, h, take).figures:
                head = figure.head
                assert head.x >= -0.5 and head.y >= -0.5 and head.right <= w + 0.5 and head.bottom <= h + 0.5


@pytest.mark.parametrize("w", [150.0, 300.0, 520.0])
def test_each_sign_on_a_table_seen_from_above_has_a_sheet_of_its_own(w: float) -> None:
    signs = "\n\n".join(f"SIGN: {name}" for name in ("Hodan", "Samir", "Milla"))
    panel = story_of(f"# S\n## Detail, from above\nThree sheets lie side by side on a table.\n\n{signs}").panels[0]
    made = stage(panel, CAST, panel.lines, w, 160.0, takes(panel, 0.3)[0])
    sheets = [prop.box.mapped(made.camera.matrix) for prop in made.props if prop.kind == "sheet-from-above"]
    anchors = [item.anchor for item in field_of(made, panel.lines, "en", 12.0).items]
    assert [anchor[0] * 12.0 for anchor in anchors if anchor] == pytest.approx([box.centre[0] for box in sheets])
    assert all(0 < box.centre[0] < w for box in sheets)


def test_a_sign_that_nobody_holds_is_written_on_the_calendar_that_hangs_there() -> None:
    directions = "[Aino left, on the wall wall calendar right]"
    panel = story_of(f"# S\n## Medium, office\nAino looks at the calendar.\n{directions}\n\nSIGN: Off").panels[0]
    made = stage(panel, CAST, panel.lines, 300.0, 240.0, takes(panel, 0.3)[0])
    (anchor,) = [item.anchor for item in field_of(made, panel.lines, "en", 12.0).items]
    (calendar,) = made.named
    assert anchor and calendar.x < anchor[0] * 12.0 < calendar.right and calendar.y < anchor[1] * 12.0 < calendar.bottom
