"""Terms are marked where readers meet them and explained at the back; whoever reads something heavy finds a number."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import page
import pytest
from made_edition import HOSTILE, WORKS, edition, story, words
from test_draft_note import pages

from kokko_ethics.edition import Edition
from kokko_ethics.outputs.book import BOOKLET, Book
from kokko_ethics.outputs.markdown import to_html
from kokko_ethics.outputs.marking import Marking
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.pdf import Pdf
from kokko_ethics.outputs.web import Web
from kokko_ethics.reference.model import Fact, Facts, Glossary, Term, TermWords
from kokko_ethics.story.model import Reflection, Story

ASKED = (
    Reflection("all", words("Milloin kerroit läheisellesi? Mitä läheisesi sanoi?"), words("Mitä läheinen sanoi?")),
    Reflection("all", words("Kuka on läheinen?")),
)
NOTES = "Lukekaa *kokemustiedosta* ja [palkkioista](https://example.org).\n\n- Palkkion voi sopia kokemustiedosta.\n"


def tale() -> Story:
    return replace(story(), reflections=ASKED, facilitator=NOTES)


def web(made: Edition) -> str:
    return next(iter(Web().publish(made))).render().decode()


def explained(html: str) -> list[str]:
    return re.findall(r'<dt id="_term-([a-z-]+)"', html)


def test_the_terms_of_the_story_and_no_others_are_explained_by_the_alphabet() -> None:
    made = edition(tale())
    assert explained(web(made)) == ["ammattilainen", "kokemusasiantuntija", "kokemustieto", "laheinen", "palkkio"]
    assert explained(Book(made.a4, matter_of(made)).html(0)) == explained(web(made))


def test_a_booklet_has_no_notes_so_it_explains_no_words_of_theirs() -> None:
    made = edition(tale())
    html = Book(made.a5, matter_of(made), BOOKLET).html(0)
    assert explained(html) == ["ammattilainen", "kokemusasiantuntija", "laheinen"]


def test_a_term_is_marked_once_in_a_part_in_plain_and_in_easy_words() -> None:
    asked = web(edition(tale()))
    asked = asked[asked.index('class="reflection"') : asked.index("</section>", asked.index('class="reflection"'))]
    marked = '<a class="term" href="#_term-laheinen">{}</a>'
    assert asked.count("_term-laheinen") == 2
    assert [marked.format("läheisellesi") in asked, marked.format("läheinen") in asked] == [True, True]


def test_notes_mark_words_but_none_inside_a_link() -> None:
    made = to_html(NOTES, linked=True, marking=Marking(WORKS.glossary, "fi"))
    assert '<em><a class="term" href="#_term-kokemustieto">kokemustiedosta</a></em>' in made
    assert '<a href="https://example.org" rel="noreferrer">palkkioista</a>' in made
    assert '<a class="term" href="#_term-palkkio">Palkkion</a>' in made
    assert made.count("_term-kokemustieto") == 1


def test_each_cell_of_a_table_says_what_its_column_is_called_for_narrow_windows() -> None:
    made = to_html("| *Vaihe* | Aika \"min\" |\n|---|--:|\n| Alku | 5 | liikaa |\n| Loppu |\n", linked=True)
    assert re.findall(r'<td data-column="(.*?)"|<td class="to-right" data-column="(.*?)"', made) == [
        ("Vaihe", ""), ("", "Aika &quot;min&quot;"),
    ] * 2  # fmt: skip


def test_every_mark_leads_to_an_explanation() -> None:
    made = edition(tale())
    for html in (web(made), Book(made.a4, matter_of(made)).html(0), Book(made.a5, matter_of(made), BOOKLET).html(0)):
        linked = set(re.findall(r'href="#(_term-[a-z-]+)"', html))
        assert linked
        assert linked <= set(re.findall(r'id="(_term-[a-z-]+)"', html))


def test_options_are_links_and_hold_no_other_links() -> None:
    (scene,) = story().scenes
    first, second, *rest = scene.panels
    assert second.choice is not None
    options = tuple(replace(option, words=words("Kysyy kokemusasiantuntijalta.")) for option in second.choice.options)
    choice = replace(second.choice, options=options)
    panels = (first, replace(second, choice=choice), *rest)
    html = web(edition(replace(story(), scenes=(replace(scene, panels=panels),))))
    ways = re.findall(r'<a class="way".*?</a>', html, flags=re.DOTALL)
    assert len(ways) == 2
    assert not any("term" in way for way in ways)


@pytest.mark.parametrize("name", ["handout-a4.pdf", "booklet-a5.pdf"])
def test_books_with_marks_words_and_numbers_are_accessible(name: str, tmp_path: Path) -> None:
    file = next(artifact for artifact in Pdf().publish(edition(tale())) if artifact.path == name)
    (tmp_path / name).write_bytes(file.render())
    report = page.validate_pdf(str(tmp_path / name), profile="ua1")
    assert report.is_compliant, str(report)


def test_a_screen_reader_hears_the_explanations_after_the_questions(tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing: install poppler-utils")
    file = next(iter(Pdf().publish(edition(tale()))))
    (tmp_path / "a.pdf").write_bytes(file.render())
    done = subprocess.run(["pdftotext", "-raw", str(tmp_path / "a.pdf"), "-"], capture_output=True, check=True)
    said = " ".join(done.stdout.decode().split())
    places = [said.index(part) for part in ("Mitä läheisesi sanoi?", "Ohjaajalle", "Sanasto", "Perheenjäsen, ystävä",
                                            "Raha, joka maksetaan", "Lähteet")]  # fmt: skip
    assert places == sorted(places)


def test_words_of_our_own_say_so() -> None:
    made = matter_of(edition(replace(tale(), lang="sv", summary="Kamrater hjälper varandra.")))
    term = next(term for _, term in made.explained() if term.term.startswith("kamrat"))
    assert term.usage == "own"
    assert "(hankkeen oma sana)" not in web(edition(tale()))
    swedish = web(edition(replace(tale(), lang="sv", summary="Kamrater hjälper varandra.")))
    assert "<dfn>kamrat (person i samma situation)</dfn> (projektets eget ord)" in swedish


def test_a_language_without_a_glossary_explains_nothing() -> None:
    assert matter_of(edition(replace(tale(), lang="se"))).explained() == ()


def test_hostile_terms_stay_words() -> None:
    said = TermWords(HOSTILE, "own", (("läheinen", "läheisen", "läheistä"),), HOSTILE, HOSTILE)
    works = replace(WORKS, glossary=Glossary((Term("x", (), {"fi": said}),)))
    html = web(edition(replace(tale(), reference=works)))
    assert "<script>alert" not in html
    assert 'onload="' not in html


def test_a_story_with_a_content_note_says_whom_to_call(tmp_path: Path) -> None:
    html = web(edition(tale()))
    note = html[html.index('class="note"') : html.index("</div>", html.index('class="note"'))]
    assert '<a href="tel:112">112</a>' in note
    assert '<a href="tel:0925250111">09\u00a02525\u00a00111</a> MIELI Kriisipuhelin' in note
    assert "080" not in note
    assert "tel:080005005" in html[html.index("Ohjaajalle") :]
    for name in ("handout-a4.pdf", "booklet-a5.pdf"):
        assert "09 2525 0111 MIELI Kriisipuhelin" in pages(edition(tale()), name, tmp_path)[0]


def test_a_story_without_one_says_nothing() -> None:
    made = edition(replace(tale(), note="Ei ole."))
    assert matter_of(made).help_lines == matter_of(made).all_help_lines == ()
    assert "tel:" not in web(made)


@pytest.mark.parametrize(("lang", "number"), [("fi", "09 2525 0111"), ("sv", "09 2525 0112"), ("en", "09 2525 0111")])
def test_the_lines_are_those_of_the_readers_language(lang: str, number: str) -> None:
    lines = matter_of(edition(replace(tale(), lang=lang, note="Väsymys."))).help_lines
    assert lines[0].number == "112"
    assert number in [line.number.replace("\u00a0", " ") for line in lines]


def test_a_number_that_has_to_be_checked_is_told_to_nobody() -> None:
    fact = Fact("x", "help-line", {"fi": "Linja"}, "s", "re-check", "2026-01-01", "stored copy", "123", {}, ("fi",))
    made = edition(replace(tale(), reference=replace(WORKS, facts=Facts((fact,)))))
    assert "123" not in web(made)[web(made).index("<header>") : web(made).index("<main>")]
    assert matter_of(made).all_help_lines == ()
