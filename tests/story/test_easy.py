"""A story in easy language says the easy lines wherever there are any, and keeps all else."""

from __future__ import annotations

from kokko_ethics.compiler import compile_story
from kokko_ethics.house_style import A5
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

SCRIPT = """---
otsikko: Koe
kieli: fi
hahmot: Aino, Samir
---

# Kokous

## Puolikuva

Aino ja Samir istuvat pöydän ääressä.

SAMIR: Tein jo valmiin suunnitelman ilman sinua!
~ Tein suunnitelman yksin.

AINO: Ai.

? Mitä Samir tekee?
~ Mitä nyt?
- Hän kääntää paperin. -> #loput
~ Samir ottaa paperin pois.
- Hän jatkaa. -> #loput

## Puolikuva {#loput}

Samir hymyilee Ainolle.
~ Samir on iloinen.

-> loppu

# Pohdittavaksi

- Kaikille: Milloin suunnitelma on yhteinen?
~ Mikä tekee siitä yhteisen?
"""


def test_easy_lines_take_the_place_of_the_others() -> None:
    made = compile_story(Source.of(SCRIPT), "koe", panels=panels_folder())
    assert made.story and made.edition
    easy = made.story.easy
    first, last = easy.panels
    assert [line.words.plain for line in first.lines] == ["Tein suunnitelman yksin.", "Ai."]
    assert first.choice and first.choice.question.plain == "Mitä nyt?"
    assert [option.words.plain for option in first.choice.options] == ["Samir ottaa paperin pois.", "Hän jatkaa."]
    assert last.description.plain == "Samir on iloinen."
    assert easy.reflections[0].words.plain == "Mikä tekee siitä yhteisen?"
    assert easy.title == made.story.title


def test_an_edition_is_lettered_anew_for_another_telling_and_another_format() -> None:
    made = compile_story(Source.of(SCRIPT), "koe", panels=panels_folder())
    assert made.edition
    easy = made.edition.retold(made.edition.story.easy)
    said = [balloon.line.words.plain for pane in easy.web for balloon in pane.lettering.balloons]
    assert said == ["Tein suunnitelman yksin.", "Ai."]
    assert made.edition.pages(A5) is made.edition.a5
