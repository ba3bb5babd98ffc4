"""Headings that miss the section they were meant to begin are told; scenes stay silent."""

from __future__ import annotations

import pytest
from dumped import told

BEGUN = "---\ntitle: T\nlang: fi\ncast: Aino\n---\n# S\n## Laaja\nAino odottaa.\n"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("## Pohdittavaksi", "Pohdittavaksi"),
        ("### Källor", "Källor"),
        ("# Pohditavaksi", "Pohdittavaksi"),
        ("# Reflektion", "Reflection"),
        ("# Pohdittavaa", ""),
        ("# För ledare", ""),
        ("# Källan", ""),
        ("# Loppu", ""),
    ],
)
def test_sections_that_were_missed(heading: str, meant: str) -> None:
    found = [one for one in told(f"{BEGUN}{heading}\n\nKuka?")[1] if one.code == "section-heading"]
    assert [dict(one.values)["meant"] for one in found] == ([meant] if meant else [])
    if meant:
        story, after = told(f"{BEGUN}# {meant}\n\nKuka?")
        assert story is not None and len(story.panels) == 1
        assert "section-heading" not in {one.code for one in after}


@pytest.mark.parametrize(
    ("heading", "told_of"),
    [("# Lähikuva", True), ("# Wide, evening {#a}", True), ("# Laaja piiri", False), ("# Ilta", False)],
)
def test_a_panel_with_the_mark_of_a_scene_is_told(heading: str, told_of: bool) -> None:
    found = [dict(one.values) for one in told(f"{BEGUN}{heading}\nSamir tulee.")[1] if one.code == "scene-or-panel"]
    assert found == ([{"words": heading}] if told_of else [])
    assert "scene-or-panel" not in {one.code for one in told(f"{BEGUN}#{heading}\nSamir tulee.")[1]}
