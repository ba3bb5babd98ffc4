"""Who slips, who opens the repair and who decides, as authors say it in three languages."""

from __future__ import annotations

import pytest
from dumped import story_of, told

BODY = "# S\n## Wide\nAino and Samir talk.\nAINO: Hello."
FRONT = "title: T\nlang: en\ncast: Aino, Hodan, Samir, Noa\n"


@pytest.mark.parametrize(
    ("written", "turns"),
    [
        ("slips: Samir, Hodan", (("samir",), ("hodan",))),
        ("lipsahdus: samir; Hodan Warsame", (("samir",), ("hodan",))),
        ("Snedsteg: Samir", (("samir",),)),
        ("slips: Samir + Hodan, Samir", (("samir", "hodan"), ("samir",))),
        ("lipsahdus: Samir ja Hodan", (("samir", "hodan"),)),
        ("snedsteg: Samir och Hodan", (("samir", "hodan"),)),
        ("slips: Samir&Hodan", (("samir", "hodan"),)),
        ("slips:\n  - Samir\n  - Hodan and Noa", (("samir",), ("hodan", "noa"))),
        ("slips: [Samir, Hodan]", (("samir",), ("hodan",))),
        ("slips:", ()),
        ("", ()),
    ],
)
def test_turns_are_names_in_order(written: str, turns: object) -> None:
    assert story_of(BODY, FRONT + written).turns.slips == turns


@pytest.mark.parametrize("key", ["repairs", "korjaa", "reparerar"])
def test_repairs(key: str) -> None:
    assert story_of(BODY, FRONT + f"{key}: Noa").turns.repairs == (("noa",),)


@pytest.mark.parametrize("key", ["decides", "päättää", "beslutar"])
def test_decisions(key: str) -> None:
    assert story_of(BODY, FRONT + f"{key}: Noa").turns.decides == (("noa",),)


def test_somebody_who_is_not_in_the_story_is_told_with_the_nearest_name() -> None:
    script = "---\ntitle: T\nlang: en\ncast: Aino, Samir\nslips: Aino, Samri\nrepairs: Hodan\n---\n" + BODY
    story, said = told(script)
    assert story is not None
    assert story.turns.slips == (("aino",),)
    found = [one for one in said if one.code == "unknown-turn-name"]
    assert [(one.place, one.source.words(one.span), one.nearest) for one in found] == [
        ((5, 14), "Samri", "Samir"), ((6, 10), "Hodan", None),
    ]  # fmt: skip


def test_people_who_are_only_met_count() -> None:
    story, _ = told("---\ntitle: T\nlang: en\nslips: Nurse, Aino\ncast:\n  Nurse: passer-by\n---\n" + BODY)
    assert story is not None
    assert story.turns.slips == (("nurse",), ("aino",))
