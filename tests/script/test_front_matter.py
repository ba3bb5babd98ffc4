"""Front matter forgives what authors do."""

from __future__ import annotations

import pytest
from dumped import codes, story_of, told

from kokko_ethics.script import parse
from kokko_ethics.source import Source

BODY = "# S\n## Wide\nAino waits there."


def values(front: str) -> dict[str, object]:
    script, _ = parse(Source.of(f"---\n{front}\n---\n{BODY}"))
    return {entry.key or entry.written.raw: entry.value for entry in script.front}


@pytest.mark.parametrize(
    ("front", "wanted"),
    [
        ("title: Room 4: who has the key?", {"title": "Room 4: who has the key?"}),
        ("lang: no\nprinciple: #4", {"lang": "no", "principle": "#4"}),
        ('title: "Quoted: yes"', {"title": "Quoted: yes"}),
        ("title: 'It''s'", {"title": "It's"}),
        (r'title: "One \u00b7 two\x21 \U0001F600 \ud83d\ude00"', {"title": "One · two! 😀 😀"}),
        (r'title: "A\nB \"C\" \u00b \ud800\u0000\UFFFFFFFF."', {"title": 'A B "C" u00b .'}),
        (r"title: 'One \u00b7 two'", {"title": r"One \u00b7 two"}),
        ('cast:\n  Aino: "a \\ud800 b"', {"cast": {"Aino": "a b"}}),
        (r'cast: {Aino: "a \ud800 \u00b7"}', {"cast": {"Aino": "a ·"}}),
        ("title: yes, @home & {more} [now", {"title": "yes, @home & {more} [now"}),
        ("cast: [Aino, Samir]", {"cast": ("Aino", "Samir")}),
        ("cast: Aino, Samir", {"cast": "Aino, Samir"}),
        ("cast:\n  - Aino\n  - Samir", {"cast": ("Aino", "Samir")}),
        ("cast:\n- Aino\n- Samir", {"cast": ("Aino", "Samir")}),
        ("cast:\n  Aino: no\n  Samir: lääkäri: iso", {"cast": {"Aino": "no", "Samir": "lääkäri: iso"}}),
        ("cast:\n\tAino: no", {"cast": {"Aino": "no"}}),
        (
            "cast:\nAino: nurse\nPekka: guest\nplace: café",
            {"cast": {"Aino": "nurse", "Pekka": "guest"}, "place": "café"},
        ),
        ("cast:\n  Aino: no\nPekka: guest", {"cast": {"Aino": "no"}, "Pekka": "guest"}),
        ("title:T\nlang:fi", {"title": "T", "lang": "fi"}),
        ("cast: {Aino: {height: 150}}", {"cast": {"Aino": {"height": "150"}}}),
        (
            "cast:\n  Aino: {height: 150}\n  Nurse: passer-by",
            {"cast": {"Aino": {"height": "150"}, "Nurse": "passer-by"}},
        ),
        (
            "review:\n  - {by: K, role: r, date: 2026-01-02}",
            {"review": ({"by": "K", "role": "r", "date": "2026-01-02"},)},
        ),
        ("review:\n  - by: K\n    role: r", {"review": ({"by": "K", "role": "r"},)}),
        ("summary: One\n  and two.", {"summary": "One and two."}),
        ("summary: |\n  One\n  two.", {"summary": "One two."}),
        ("", {}),
    ],
)
def test_values(front: str, wanted: dict[str, object]) -> None:
    assert values(front) == wanted


def test_broken_yaml_leaves_everything_else() -> None:
    text = f"---\ntitle: T\ncast: {{Aino: [x\nlang: en\n---\n{BODY}"
    story, found = told(text)
    assert story is not None and story.title == "T" and story.panels[0].description.plain == "Aino waits there."
    assert [d.code for d in found if d.code == "front-matter-broken"] and story.lang == "en"


def test_an_end_that_was_forgotten() -> None:
    assert "front-matter-not-closed" in codes(f"---\ntitle: T\nlang: en\n{BODY}")
    assert "front-matter-not-closed" in codes("---\ntitle: T\nlang: en")
    story, _ = told(f"---\ntitle: T\nlang: en\n\n{BODY}")
    assert story is not None and (story.title, len(story.panels)) == ("T", 1)


@pytest.mark.parametrize("fence", ["---", "----", "—", "–", "---  "])
def test_fences(fence: str) -> None:
    story, _ = told(f"\n{fence}\ntitle: T\nlang: en\n{fence}\n{BODY}")
    assert story is not None and story.title == "T"


def test_people_whom_no_cast_file_knows() -> None:
    story = story_of(
        "# S\n## Wide\nNURSE: Hello.",
        "title: T\nlang: en\ncast:\n  Nurse: passer-by\n  Aino: {height: 150, top: blouse}",
    )
    nurse, aino = story.cast
    assert (nurse.id, nurse.name, nurse.role, nurse.side) == ("nurse", "Nurse", "passer-by", "other")
    assert (aino.look.height, aino.look.top, aino.side) == (150, "blouse", "expert")


def test_the_rest_of_the_story_facts() -> None:
    front = (
        "titel: T\nspråk: sv\nprincip: 2\nplats: café\nsammanfattning: S\nanmärkning: N\nursprung: egen berättelse\n"
        "samtycke: ja, 3.5.\ngranskning:\n  - {av: K, roll: r, datum: d}\nupphov:\n  - Text: Kaisa\n  - Bild: Olli"
    )
    story = story_of(BODY, front)
    assert (story.lang, story.principle, story.summary, story.note, story.consent) == ("sv", "2", "S", "N", "ja, 3.5.")
    assert story.origin == "own-story" and story.panels[0].place == "cafe"
    assert story.reviews == ((("by", "K"), ("role", "r"), ("date", "d")),)
    assert story.credits == ("Text: Kaisa", "Bild: Olli")


@pytest.mark.parametrize("end", ["", "---\n", "\n\n"])
def test_a_beginning_that_was_forgotten(end: str) -> None:
    story, found = told(f"title: T\nlang: en\ncast:\n  Aino: no\n{end}{BODY}")
    assert story is not None and (story.title, story.lang, len(story.panels)) == ("T", "en", 1)
    assert [one.severity.name for one in found if one.code.startswith("front-")] == ["WARNING"]


def test_facts_alone_are_facts() -> None:
    assert [entry.value for entry in parse(Source.of("title:T\nlang: en\n\nAino waits."))[0].front] == ["T", "en"]


def test_a_story_may_begin_with_words_and_a_colon() -> None:
    assert "front-matter-without-fence" not in codes(f"Note: a story.\n{BODY}")
