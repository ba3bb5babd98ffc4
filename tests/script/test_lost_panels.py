"""A panel written below the notes is told; the notes' own headings are not."""

from __future__ import annotations

import pytest
from dumped import told

from kokko_ethics.diagnostics import Severity

BEGUN = "---\ntitle: T\nlang: fi\ncast: Aino, Samir\n---\n# S\n## Laaja\nAino odottaa.\n"


def lost(rest: str) -> list[tuple[int, Severity, dict[str, str]]]:
    found = [one for one in told(BEGUN + rest)[1] if one.code == "panel-in-notes"]
    return [(one.source.place(one.span.start)[0], one.severity, dict(one.values)) for one in found]


@pytest.mark.parametrize(
    ("rest", "heading"),
    [
        ("# Ohjaajalle\nPuhukaa.\n\n## Laaja\n\nSamir tulee.\n\nSAMIR: Hei!", "## Laaja"),
        ("# Pohdittavaksi {#p}\n- Miksi?\n\n## Lähikuva, ilta\nSamir tulee.", "## Lähikuva, ilta"),
        ("# Lähteet\n\n\n## Helbild {#loppu-2}\nSamir tulee.", "## Helbild {#loppu-2}"),
        ("# Ohjaajalle\n\n\n## Close\n[Samir left]", "## Close"),
    ],
)
def test_a_panel_below_the_notes_is_told(rest: str, heading: str) -> None:
    notes = rest.split("\n")[0].removeprefix("# ").removesuffix(" {#p}")
    assert lost(rest) == [(12, Severity.WARNING, {"words": heading, "notes": notes})]


def test_a_lonely_word_may_be_a_heading_of_the_notes() -> None:
    assert [severity for _, severity, _ in lost("# Facilitator\n## Close\nThank everybody.")] == [Severity.HINT]


@pytest.mark.parametrize(
    "rest",
    [
        "# Ohjaajalle\n## Alku\nAINO: näin hän sanoo.\n## Ilta\n## Kahvila\n## Laaja keskustelu\n### Laaja\n#### Lähi",
        "# Facilitator\n## Closing\n## Close with a round\n## Medium, long and short plans",
        "# Ohjaajalle\nPuhukaa.\n# Uusi\n## Laaja\nSamir tulee.",
    ],
)
def test_headings_of_the_notes_stay_silent(rest: str) -> None:
    assert lost(rest) == []


def test_what_the_hint_says_works() -> None:
    story, found = told(BEGUN + "## Laaja\nSamir tulee.\n# Ohjaajalle\nPuhukaa.")
    assert story is not None and len(story.panels) == 2
    assert "panel-in-notes" not in {one.code for one in found}
