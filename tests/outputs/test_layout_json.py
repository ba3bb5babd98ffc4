"""layout.json: every page and panel in points, flaws included."""

from __future__ import annotations

import json

from made_edition import edition

from kokko_ethics.outputs.layout_json import LayoutJson

(ARTIFACT,) = LayoutJson().publish(edition())
TABLE = json.loads(ARTIFACT.render())


def test_it_holds_all_editions() -> None:
    assert ARTIFACT.path == "layout.json"
    assert (
        [len(page["panels"]) for page in TABLE["a4"]["pages"]]
        == [len(page["panels"]) for page in TABLE["a5"]["pages"]]
        == [3, 1]
    )
    assert [panel["label"] for panel in TABLE["web"]["panels"]] == ["1", "2", "3", "4"]
    assert (TABLE["a5"]["width"], TABLE["a5"]["height"]) == (419.53, 595.28)


def test_a_panel_tells_its_balloons_tails_and_faces() -> None:
    panel = TABLE["web"]["panels"][0]
    speech = panel["balloons"][1]
    assert (speech["kind"], speech["speakers"], speech["order"]) == ("speech", ["samir"], 2)
    assert len(speech["box"]) == len(speech["text"]) == 4
    assert speech["outline"].startswith("M")
    assert set(speech["tails"][0]) == {"speaker", "root", "tip", "mouth", "width"}
    assert set(panel["figures"][0]) == {"character", "feeling", "head", "face", "mouth"}


def test_broken_rules_are_never_left_out() -> None:
    scores = [(panel["score"], panel["broken"]) for panel in TABLE["web"]["panels"]]
    assert scores[0] == (91.25, [])
    assert scores[3] == (91.25, [{"rule": "H3", "order": 1, "by": 2.5}])


def test_keys_are_sorted_and_numbers_have_two_decimals_at_most() -> None:
    text = ARTIFACT.render().decode()
    assert text == json.dumps(TABLE, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
