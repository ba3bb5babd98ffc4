"""Words that somebody was to say, and that became a description, are told; descriptions stay silent."""

from __future__ import annotations

import pytest
from dumped import story_of, told

BEGUN = "---\ntitle: T\nlang: fi\ncast:\n  Aino: vieras\n  Sirpa Kallio: vieras\n---\n# S\n## Laaja\nHe odottavat.\n\n"


def heads(line: str) -> list[str]:
    found = [one for one in told(BEGUN + line)[1] if one.code == "speech-or-description"]
    return [dict(one.values)["head"] for one in found]


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("AINO (iloinen) Tein sen jo.", "AINO (iloinen)"),
        ("AINO [iloinen]: Tein sen jo.", "AINO (iloinen)"),
        ("AINO (iloinen); Tein sen jo.", "AINO (iloinen)"),
        ("AINO (iloinen):Tein sen jo.", "AINO (iloinen)"),
        ("**AINO** Tein sen jo.", "AINO"),
        ("AINO – iloinen: Tein sen jo.", "AINO"),
        ("AINO. Tein sen jo.", "AINO"),
        ("AINO ”Tein sen jo.”", "AINO"),
        ("Aino:Tein sen jo.", "Aino"),
        ("Aino iloinen): Tein sen jo.", "Aino (iloinen)"),
        ("SIRPA KALLIO hieman surullinen): Tein sen jo.", "SIRPA KALLIO (hieman surullinen)"),
        ("SIRPA KALLIO Tein sen jo.", "SIRPA KALLIO"),
        ("\tSIRPA\u00a0Tein sen jo.", "SIRPA"),
    ],
)
def test_lost_words_are_told_and_what_the_hint_says_works(line: str, head: str) -> None:
    assert heads(line) == [head]
    assert heads(f"{head}: Tein sen jo.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Aino katsoo ulos.",
        "AINO katsoo ulos.",
        "AINO JA SIRPA istuvat.",
        "AINO JA SIRPA ISTUVAT.",
        "Aino (iloinen) katsoo ulos.",
        "AINO, joka istuu, katsoo ulos.",
        "PEKKA Tulee.",
        "ATK Tulee.",
        "Aino sanoo (hiljaa): ei.",
        "Aino tulee. Samir lähtee): näin.",
    ],
)
def test_descriptions_stay_silent(line: str) -> None:
    assert heads(line) == []


def test_a_slash_stands_between_two_who_speak() -> None:
    story = story_of("# S\n## Wide\nThey wait.\n\nAINO / SAMIR: Hello!", "title: T\nlang: en\ncast: Aino, Samir")
    assert story.panels[0].lines[0].speakers == ("aino", "samir")
