"""Every keyword of the format's tables, in every language, means what its column says."""

# The tables are copied from the format as they are.
# ruff: noqa: E501

from __future__ import annotations

import pytest
from dumped import CAST, story_of

from kokko_ethics.script import parse
from kokko_ethics.script.keywords import load_vocabulary
from kokko_ethics.script.model import HEADING_GROUPS, HOW_GROUPS
from kokko_ethics.source import Source
from kokko_ethics.story import understand
from kokko_ethics.story.lines import VOICES

HEADINGS = """
shot | wide, medium, close, detail | laajakuva/laaja, puolikuva/puoli, lähikuva/lähi, yksityiskohta | helbild, halvbild, närbild, detalj
size | small, large, full width, full page | pieni, iso, koko leveys, koko sivu | liten, stor, hel bredd, helsida
time | morning, day, evening, night | aamu, päivä, ilta, yö | morgon, dag, kväll, natt
link | later, earlier, meanwhile, next day | myöhemmin, aiemmin, samaan aikaan, seuraavana päivänä | senare, tidigare, samtidigt, nästa dag
view | from above | ylhäältä | uppifrån
place | meeting room, office, cafe, home, kitchen, corridor, clinic, lecture hall, park, bus stop, street, online meeting, nowhere | kokoushuone, toimisto, kahvila, koti, keittiö, käytävä, vastaanotto, luentosali, puisto, bussipysäkki, katu, etäkokous, tyhjä | mötesrum, kontor, café, hem, kök, korridor, mottagning, föreläsningssal, park, busshållplats, gata, distansmöte, tom
"""
HOWS = """
voice | thinks, whispers, shouts, sings, aside | ajattelee, kuiskaa, huutaa, laulaa, sivulle | tänker, viskar, ropar, sjunger, avsides
channel | off, from phone, from screen | kuvan ulkopuolelta, puhelimesta, ruudulta | utanför bild, ur telefonen, från skärmen
feeling | neutral, happy, pleased, delighted, calm, sad, worried, afraid, angry, furious, surprised, tired, ashamed, doubtful, serious, proud, moved, confused, hopeful, annoyed, laughing, crying, hurt, hurried, relieved, curious | tavallinen, iloinen, hyvillään, ilahtunut, rauhallinen, surullinen, huolestunut, peloissaan, vihainen, raivoissaan, yllättynyt, väsynyt, häpeissään/nolo, epäilevä, vakava, ylpeä, liikuttunut, hämmentynyt, toiveikas, ärtynyt, nauraa, itkee, loukkaantunut, kiireinen, helpottunut, utelias | neutral, glad, nöjd, förtjust, lugn, ledsen, orolig, rädd, arg, rasande, överraskad, trött, skamsen, tveksam, allvarlig, stolt, rörd, förvirrad, hoppfull, irriterad, skrattar, gråter, sårad, stressad, lättad, nyfiken
does | stands, sits, walks, points, explains, waves, listens, writes, reads, holds cup, holds paper, holds phone, holds laptop, arms crossed, hand on heart, shrugs, raises hand, shakes hands, looks away, rolls, shows, holds phone, tag, card, pen | seisoo, istuu, kävelee, osoittaa, selittää, vilkuttaa, kuuntelee, kirjoittaa, lukee, kahvikuppi, paperi, puhelin kädessä, kannettava, kädet puuskassa, käsi sydämellä, kohauttaa, viittaa, kättelee, katsoo pois, rullaa, näyttää, puhelimessa, nimilappu, kortti, kynä | står, sitter, går, pekar, förklarar, vinkar, lyssnar, skriver, läser, kaffekopp, papper, telefon i handen, laptop, armarna i kors, hand på hjärtat, rycker på axlarna, räcker upp handen, skakar hand, tittar bort, rullar, visar, i telefon, namnlapp, kort, penna
side | left, middle, right | vasemmalla, keskellä, oikealla | till vänster, i mitten, till höger
depth | front, back | edessä, takana | fram, bak
"""
CHANNELS = {"from-phone": "phone", "from-screen": "screen"}


def rows(table: str) -> list[tuple[str, str, str]]:
    found = []
    for row in table.strip().split("\n"):
        group, en, *others = (cell.strip() for cell in row.split("|"))
        concepts = [word.replace(" ", "-") for word in en.split(", ")]
        for column in (en, *others):
            words = column.split(", ")
            assert len(words) == len(concepts), (group, column)
            found += [(group, form, c) for c, forms in zip(concepts, words, strict=True) for form in forms.split("/")]
    return found


@pytest.mark.parametrize(("group", "word", "concept"), rows(HEADINGS))
def test_heading_words(group: str, word: str, concept: str) -> None:
    panel = story_of(f"# S\n## {word.upper()}\nThe room is quite empty.").panels[0]
    assert getattr(panel, group) == concept
    assert panel.title == ""


@pytest.mark.parametrize(
    ("group", "word", "concept"), [*rows(HOWS), ("does", "phone", "holds-phone"), ("place", "café", "")]
)
def test_bracket_words(group: str, word: str, concept: str) -> None:
    if group == "place":
        assert story_of("# S\n## Café\nEmpty.").panels[0].place == "cafe"
        return
    story = story_of(f"# S\n## Wide\n[Aino, Samir]\nAINO ({word.capitalize()}): Hello.")
    line = story.panels[0].lines[0]
    actor = next(actor for actor in story.panels[0].actors if actor.character == "aino")
    if group == "voice":
        assert line.kind == VOICES[concept]
    elif group == "channel":
        assert line.channel == CHANNELS.get(concept, concept)
    elif group == "feeling":
        assert (line.feeling, actor.feeling) == (concept, concept)
    elif group == "does":
        assert actor.actions == (concept,)
    else:
        assert getattr(actor, group) == concept
    directed = story_of(f"# S\n## Wide\n[Samir; Aino {word}]\nAINO: Hello.").panels[0]
    assert not directed.brief


@pytest.mark.parametrize("how", ["to Samir", "→ Samir", "-> Samir", "Samirille", "till Samir", "to Samir Haddad"])
def test_addressee(how: str) -> None:
    panel = story_of(f"# S\n## Wide\nAINO (happy, {how}): Hello.").panels[0]
    assert panel.lines[0].to == ("samir",)
    assert [actor.character for actor in panel.actors] == ["aino", "samir"]
    assert panel.actors[0].to == ("samir",)


@pytest.mark.parametrize(
    ("written", "who"),
    [("Aino", "aino"), ("AINO KALLIO", "aino"), ("Hodanin", "hodan"), ("Samirilla", "samir"), ("Noana", "noa")],
)
def test_names_in_stage_directions(written: str, who: str) -> None:
    assert story_of(f"# S\n## Wide\n[{written} istuu]").panels[0].actors[0].character == who


@pytest.mark.parametrize("word", ["iloisena", "väsyneenä", "kokoushuoneessa", "käytävällä", "aamulla", "vasemmalle"])
def test_inflected_keywords_are_in_the_tables(word: str) -> None:
    assert load_vocabulary().find((*HEADING_GROUPS, *HOW_GROUPS), word)


def test_languages_never_disagree_within_a_bracket_or_a_heading() -> None:
    """Things apart: a word like *paper* may be held or lie on a table; the place of the word in its bracket decides."""
    for groups in (HEADING_GROUPS, HOW_GROUPS[:-1], ("prop",)):
        seen: dict[str, tuple[str, str]] = {}
        for group in groups:
            for form, concept in load_vocabulary().forms[group].items():
                assert seen.setdefault(form, (group, concept)) == (group, concept)


KEYS = """
title | otsikko | titel
lang | kieli | språk
principle | periaate | princip
cast | hahmot | roller
place | paikka | plats
summary | tiivistelmä | sammanfattning
note | huomautus | anmärkning
origin | alkuperä | ursprung
review | tarkistus | granskning
credits | tekijät | upphov
"""


@pytest.mark.parametrize(
    ("key", "concept"), [(k, r.split(" | ")[0]) for r in KEYS.strip().split("\n") for k in r.split(" | ")]
)
def test_front_matter_keys(key: str, concept: str) -> None:
    script, found = parse(Source.of(f"---\n{key.upper()}: x: #4\n---\n"))
    assert [(entry.key, entry.value) for entry in script.front] == [(concept, "x: #4")]
    assert not found


@pytest.mark.parametrize(
    ("heading", "kind"),
    [(h, k) for k, row in {
        "reflection": ("Reflection", "Pohdittavaksi", "Att fundera på"),
        "facilitator": ("Facilitator", "Ohjaajalle", "För ledaren"),
        "sources": ("Sources", "Lähteet", "Källor"),
    }.items() for h in row],
)  # fmt: skip
def test_reserved_scenes(heading: str, kind: str) -> None:
    story = story_of(f"# S\n## Wide\nAino waits.\n# {heading}\n- words\n")
    assert story.headings == {kind: heading}
    assert (story.facilitator or story.sources or story.reflections[0].words.plain).endswith("words")


@pytest.mark.parametrize(
    ("who", "to"),
    [("All", "all"), ("Expert by experience", "expert"), ("Professional", "professional"), ("Kaikille", "all"),
     ("Kokemusasiantuntijalle", "expert"), ("Ammattilaiselle", "professional"), ("Alla", "all"),
     ("Erfarenhetsexpert", "expert"), ("Yrkesperson", "professional")],
)  # fmt: skip
def test_whom_a_question_asks(who: str, to: str) -> None:
    reflection = story_of(f"# S\n## Wide\nAino waits.\n# Reflection\n- **{who}:** Why?\n").reflections[0]
    assert (reflection.to, reflection.words.plain) == (to, "Why?")


@pytest.mark.parametrize("word", ["SIGN", "KYLTTI", "SKYLT", "sign"])
@pytest.mark.parametrize("holder", ["", " (Hodan)", " (Hodanin)"])
def test_signs(word: str, holder: str) -> None:
    panel = story_of(f"# S\n## Wide\n{word}{holder}: ASIAKAS 2\nAino waits.").panels[0]
    assert (panel.lines[0].kind, panel.lines[0].words.plain) == ("sign", "ASIAKAS 2")
    assert panel.lines[0].speakers == (("hodan",) if holder else ())


@pytest.mark.parametrize("word", ["SOUND", "ÄÄNI", "LJUD"])
def test_sounds(word: str) -> None:
    line = story_of(f"# S\n## Wide\n{word}: Thud!\nAino waits.").panels[0].lines[0]
    assert (line.kind, line.words.plain, line.speakers) == ("sound", "Thud!", ())


@pytest.mark.parametrize("word", ["end", "loppu", "slut"])
def test_the_end(word: str) -> None:
    assert story_of(f"# S\n## Wide\nAino waits.\n-> {word}").panels[0].goes_to == "end"


@pytest.mark.parametrize("bullet", ["-", "*", "+", "•", "·", "–", "1."])
@pytest.mark.parametrize("arrow", ["->", "→"])
def test_options(bullet: str, arrow: str) -> None:
    story = story_of(
        f"# S\n## Wide\nAino waits.\n? What?\n\n{bullet} Go on. {arrow} #a\n\n# A {{#a}}\n## Wide\nShe goes."
    )
    assert story.panels[0].choice is not None
    assert [(o.words.plain, o.target) for o in story.panels[0].choice.options] == [("Go on.", "a-1")]


@pytest.mark.parametrize("mark", ["***", "---", "___", "* * *", "-----", "–––"])
def test_page_breaks(mark: str) -> None:
    panels = story_of(f"# S\n## Wide\nAino waits.\n{mark}\n## Wide\nShe goes.").panels
    assert [panel.breaks_page for panel in panels] == [False, True]
    assert panels[0].description.plain == "Aino waits."


def test_the_cast_of_a_case_is_not_changed_by_a_story() -> None:
    script, _ = parse(Source.of("---\ntitle: T\nlang: fi\nhahmot:\n  Aino: naapuri\n---\n# S\n## Laaja\nAino odottaa."))
    story, _ = understand(script, CAST, id="t")
    assert story is not None and story.member("aino").role == "naapuri"
    assert CAST["aino"].role == "kokemuskouluttaja"
