"""What an author sees who saves, breaks, mends, moves and takes back a script while its preview is open."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from showing import STORY, Preview, all_scripts, previewing

from kokko_ethics.preview import proofing, watching
from kokko_ethics.preview.model import Entry
from kokko_ethics.wording import say

Proof = dict[str, Any]


def words(panel: Proof) -> list[str]:
    """What is written in the balloons of a panel."""
    root = ElementTree.fromstring(panel["svg"])
    texts = root.iter("{http://www.w3.org/2000/svg}text")
    return [" ".join("".join(line.itertext()) for line in text).strip() for text in texts]


def test_the_first_proof_shows_panels_and_where_their_words_stand(preview: Preview) -> None:
    proof = preview.follow("scripts/tea.md").proof()
    assert (proof["state"], proof["title"], proof["lang"]) == ("drawn", "Tea", "en")
    tea, cup = proof["panels"]
    assert [panel["title"] for panel in (tea, cup)] == ["Panel 1", "Panel 2"]
    assert words(tea) == ["Tea is ready."]
    (said,) = cup["lettering"]
    assert f'id="cup_{said["id"]}"' in cup["svg"]
    place = said["place"]
    assert (place["path"], place["line"], place["column"]) == ("scripts/tea.md", 24, 1)
    assert place["words"] == "AINO (happy): It is still warm."
    assert cup["place"]["line"] == 18
    assert cup["excerpt"] == STORY.splitlines()[17:]


def test_readers_marks_of_a_draft_are_shown(preview: Preview) -> None:
    assert preview.follow("scripts/tea.md").proof()["marks"]


def test_a_save_sends_the_panel_that_changed_and_no_other(preview: Preview, script: Path) -> None:
    watcher = preview.follow("scripts/tea.md")
    watcher.proof()
    script.write_text(STORY.replace("still warm", "still very warm"), encoding="utf-8")
    tea, cup = watcher.proof(lambda proof: not proof["settled"])["panels"]
    assert (tea["sent"], cup["sent"]) == (False, True)
    assert words(cup) == ["It is still very warm."]
    assert words(tea) == ["Tea is ready."]


def test_a_line_above_moves_places_and_draws_nothing(preview: Preview, script: Path) -> None:
    watcher = preview.follow("scripts/tea.md")
    keys = [panel["key"] for panel in watcher.proof()["panels"]]
    script.write_text(STORY.replace("# Tea\n", "# Tea\n\n<!-- A note. -->\n"), encoding="utf-8")
    moved = watcher.proof()["panels"]
    assert [panel["key"] for panel in moved] == keys
    assert not any(panel["sent"] for panel in moved)
    assert moved[1]["lettering"][0]["place"]["line"] == 26


def test_what_is_taken_back_is_sent_again(preview: Preview, script: Path) -> None:
    watcher = preview.follow("scripts/tea.md")
    watcher.proof()
    script.write_text(STORY.replace("still warm", "cold"), encoding="utf-8")
    watcher.proof()
    script.write_text(STORY, encoding="utf-8")
    assert words(watcher.proof()["panels"][1]) == ["It is still warm."]


def test_a_script_that_breaks_keeps_its_last_picture(preview: Preview, script: Path) -> None:
    watcher = preview.follow("scripts/tea.md")
    good = watcher.proof()
    script.write_bytes("---\ntitle: Tea\n---\n# Tea\n## Wide\nA cup of t\xe4a.\n".encode("latin-1"))
    broken = watcher.proof(lambda proof: proof["state"] == "broken")
    assert [panel["key"] for panel in broken["panels"]] == [panel["key"] for panel in good["panels"]]
    (message,) = broken["messages"]
    assert (message["code"], message["severity"]) == ("file-not-utf8", "error")
    assert (message["place"]["line"], message["place"]["column"]) == (6, 11)
    script.write_text(STORY, encoding="utf-8")
    assert watcher.proof()["state"] == "drawn"


def test_a_script_that_never_worked_has_messages_and_no_picture(preview: Preview) -> None:
    Path("scripts/empty.md").write_text("\n", encoding="utf-8")
    watcher = preview.follow("scripts/tea.md")
    watcher.until(lambda sight: "scripts/empty.md" in sight["names"])
    proof = preview.follow("scripts/empty.md").proof()
    assert (proof["state"], proof["panels"]) == ("broken", [])
    assert [message["code"] for message in proof["messages"]] == ["file-empty"]


def test_a_message_tells_its_line_and_the_words_it_is_about(preview: Preview, script: Path) -> None:
    script.write_text(STORY.replace("AINO (happy)", "AIMO (happy)"), encoding="utf-8")
    proof = preview.follow("scripts/tea.md").proof()
    found = next(message for message in proof["messages"] if message["severity"] == "error")
    assert (found["place"]["line"], found["place"]["column"], found["marked"]) == (24, 1, "AIMO")
    assert found["panel"] == "cup"
    assert "Aino" in found["hint"]
    assert found["after"] == " (happy): It is still warm."


LONG = "We made the tea with the best leaves that anybody has found on any of the hills round here"


def test_what_does_not_fit_on_the_pages_is_told_when_they_are_done(preview: Preview, script: Path) -> None:
    words = f"{LONG}, {'and it is good ' * 30}"
    script.write_text(STORY.replace("Tea is ready.", words), encoding="utf-8")
    proof = preview.follow("scripts/tea.md").proof()
    assert {"panel-split", "balloon-does-not-fit", "lettering-crowded"} & {one["code"] for one in proof["messages"]}


def gone(path: Path) -> None:
    path.unlink()


def a_folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def too_large(path: Path) -> None:
    path.write_bytes(b"x" * 1_000_001)


@pytest.mark.parametrize(
    ("happens", "code"),
    [(gone, "file-missing"), (a_folder_instead, "file-is-directory"), (too_large, "file-too-large")],
)
def test_whatever_happens_to_the_file_is_said_over_the_last_picture(
    preview: Preview, script: Path, happens: Callable[[Path], None], code: str
) -> None:
    watcher = preview.follow("scripts/tea.md")
    watcher.proof()
    happens(script)
    proof = watcher.proof(lambda proof: proof["state"] == "broken")
    assert [message["code"] for message in proof["messages"]] == [code]
    assert len(proof["panels"]) == 2


def test_a_script_that_is_renamed_is_found_under_its_new_name(preview: Preview, script: Path) -> None:
    watcher = preview.follow("scripts/tea.md")
    watcher.proof()
    script.rename("scripts/teas.md")
    proof = watcher.proof(lambda proof: proof["state"] == "broken")
    assert "teas.md" in proof["messages"][0]["hint"]
    assert watcher.sights[-1]["names"] == ["scripts/teas.md"] or watcher.until(
        lambda sight: sight["names"] == ["scripts/teas.md"]
    )
    assert preview.follow("scripts/teas.md").proof()["state"] == "drawn"


def test_pages_are_those_of_the_booklet(preview: Preview, script: Path) -> None:
    def page() -> str:
        (only,) = json.loads(preview.get("/pages?script=scripts/tea.md").text)
        assert only["title"] == "Tea, page 1"
        return str(only["svg"])

    watcher = preview.follow("scripts/tea.md")
    number = watcher.proof()["pages"]
    assert "Tea is ready." in page() and say("pages", "en", "sign-off", "mark") in page()
    script.write_text(STORY.replace("ready", "served"), encoding="utf-8")
    assert watcher.proof()["pages"] > number
    assert "Tea is served." in page()


WITHDRAWN = "withdrawn:\n  - story: tea\n"


@pytest.mark.parametrize("listed", [WITHDRAWN, "withdrawn: {"])
def test_a_story_whose_consent_is_withdrawn_disappears_at_once(preview: Preview, script: Path, listed: str) -> None:
    watcher = preview.follow("scripts/tea.md")
    watcher.proof()
    Path("scripts/consent.yaml").write_text(listed, encoding="utf-8")
    proof = watcher.proof(lambda proof: proof["state"] == "withdrawn")
    assert not proof["panels"] and "ready" not in str(proof)
    assert preview.get("/pages?script=scripts/tea.md").text == "[]"
    script.unlink()
    watcher.proof()
    assert watcher.sights[-1]["proof"]["panels"] == []


def test_a_fault_of_ours_is_named_and_the_next_save_is_seen(
    preview: Preview, script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = preview.follow("scripts/tea.md")
    watcher.proof()

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError("what nobody expects")

    with monkeypatch.context() as patch:
        patch.setattr(proofing, "compile_story", fails)
        script.write_text(STORY + "\n", encoding="utf-8")
        proof = watcher.proof(lambda proof: proof["state"] == "broken")
    assert [message["code"] for message in proof["messages"]] == ["internal-error"]
    assert len(proof["panels"]) == 2
    script.write_text(STORY, encoding="utf-8")
    assert watcher.proof()["state"] == "drawn"


def test_a_drive_that_tells_nothing_is_looked_at(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise OSError("no watches left")

    monkeypatch.setattr(watching, "watch", refuses)
    for preview in previewing(all_scripts):
        watcher = preview.follow("scripts/tea.md")
        watcher.proof()
        script.write_text(STORY.replace("ready", "served"), encoding="utf-8")
        assert words(watcher.proof()["panels"][0]) == ["Tea is served."]


def test_a_translation_shows_where_it_stands(script: Path) -> None:
    Path("scripts/tea.sv.po").write_text(
        'msgid ""\nmsgstr "Language: sv\\n"\n\nmsgctxt "cup/line-1"\nmsgid "It is still warm."\n'
        'msgstr "Det är varmt än."\n', encoding="utf-8",
    )  # fmt: skip
    for preview in previewing(lambda: (Entry(Path("scripts/tea.md"), "sv"),), "ink"):
        proof = preview.follow("scripts/tea.md (sv)").proof()
        assert proof["lang"] == "sv"
        (said,) = proof["panels"][1]["lettering"]
        assert words(proof["panels"][1]) == ["Det är varmt än."]
        assert said["place"]["line"] == 24
        assert said["translated"]["path"] == "scripts/tea.sv.po"
        assert said["translated"]["line"] in (5, 6)


def test_messages_speak_the_authors_language(script: Path) -> None:
    script.write_text(STORY.replace("AINO (happy)", "AIMO (happy)"), encoding="utf-8")
    for preview in previewing(all_scripts, lang="fi"):
        proof = preview.follow("scripts/tea.md").proof()
        assert "virhe" in proof["counts"]
        assert any(message["word"] == "virhe" for message in proof["messages"])
