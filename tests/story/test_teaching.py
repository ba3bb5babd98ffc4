"""A story says the official text of its principle once an organisation has put it into the principles' file."""

from __future__ import annotations

from dataclasses import replace

from dumped import CAST, WORKS

from kokko_ethics.reference.model import Reference
from kokko_ethics.script import parse
from kokko_ethics.source import Source
from kokko_ethics.story import understand
from kokko_ethics.translation.retelling import passages

OURS = "Me emme kerro toisten asioita eteenpäin, ja sanomme ääneen, jos roolimme menevät sekaisin."
SCRIPT = f"""---
otsikko: T
kieli: fi
periaate: 7
---
# Loppu
## Laaja
Aino istuu pöydän ääressä.
> Sovittu.
> {OURS}
~ Emme juorua.
"""


def works(**official: dict[str, str]) -> Reference:
    principles = WORKS.principles
    seventh = replace(principles.entries[6], status="replaced", **official)  # type: ignore[arg-type]
    entries = (*principles.entries[:6], seventh, *principles.entries[7:])
    return replace(WORKS, principles=replace(principles, entries=entries))


def captions(reference: Reference) -> list[str]:
    story, _ = understand(parse(Source.of(SCRIPT))[0], CAST, reference, id="t")
    assert story is not None
    return [line.words.plain for line in story.panels[0].lines]


def test_our_draft_is_said_until_it_is_replaced() -> None:
    assert captions(WORKS) == ["Sovittu.", OURS]


def test_the_official_text_is_said_wherever_our_draft_stood() -> None:
    assert captions(works(official_text={"fi": "Virallinen lause."})) == ["Sovittu.", "Virallinen lause."]


def test_without_an_official_text_in_its_language_a_story_keeps_our_draft() -> None:
    assert captions(works(official_text={"sv": "Den officiella texten."})) == ["Sovittu.", OURS]


def test_translators_get_the_official_text_in_their_language() -> None:
    both = works(official_text={"fi": "Virallinen lause.", "sv": "Den officiella texten."})
    story, _ = understand(parse(Source.of(SCRIPT))[0], CAST, both, id="t")
    assert story is not None
    ready = {one.words: one.ready for one in passages(story, "sv") if one.ready}
    assert ready["Virallinen lause."] == "Den officiella texten."
