"""The balance of power: who has the words along the ways that readers go, and what authors say of slips and repairs."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from dumped import body_codes, codes, story_of

from kokko_ethics.reporting.balance_table import balance_table, verdict
from kokko_ethics.review.balance import balance_of
from kokko_ethics.review.model import Balance, Share, Tip, leanings, together
from kokko_ethics.source import Source
from kokko_ethics.table_read import read
from kokko_ethics.wording import LANGUAGES
from kokko_ethics.workspace import panels_folder

ROOT = Path(__file__).parent.parent.parent
PANEL = "# S\n## Wide\nAino and Samir wait.\n"
FRONT = "title: T\nlang: en\ncast: Aino, Samir\n"


def said(name: str, count: int) -> str:
    return f"{name}: {'word ' * count}\n"


def share(body: str) -> tuple[float, float]:
    words = balance_of(story_of(body)).words
    return round(words.expert, 4), round(words.professional, 4)


def test_words_of_captions_signs_and_sounds_are_nobodys() -> None:
    body = PANEL + "> One two three.\nSIGN (Aino): CLIENT 2\nSOUND: Bang!\n> AINO: four words of hers.\n"
    assert share(body) == (4, 0)


def test_thoughts_count_and_a_balloon_of_two_counts_for_both() -> None:
    assert share(PANEL + "AINO (thinks): Hm hm.\nAINO AND SAMIR: Hello there you.\nALL: Yes.") == (6, 4)


FORK = PANEL + said("AINO", 6) + "? What now?\n- One. -> #a\n- Two. -> #b\n- Three. -> #c\n"


def ending(id: str, words: str, goes_on: str = "-> end\n") -> str:
    return f"# {id} {{#{id}}}\n## Wide\nThey wait.\n{words}{goes_on}"


def test_what_stands_behind_a_choice_counts_for_those_who_go_there() -> None:
    ways = ending("a", said("SAMIR", 9)) + ending("b", said("AINO", 3)) + ending("c", said("SAMIR", 9))
    assert share(FORK + ways) == (7, 6)


def test_what_comes_after_branches_have_met_again_counts_once() -> None:
    last = "# Last {#d}\n## Wide\nThey wait.\n" + said("SAMIR", 5)
    ways = "".join(ending(id, "", "-> #d\n") for id in "abc")
    assert share(FORK + ways + last) == (6, 5)


def test_who_goes_back_reads_again() -> None:
    ways = ending("a", said("SAMIR", 4), "-> #b\n") + ending("b", "") + ending("c", "", "-> #s\n")
    assert share(FORK.replace("# S", "# S {#s}") + ways) == (9, 2)


def test_a_story_without_an_end_is_counted_all_the_same() -> None:
    assert share("# S {#s}\n## Wide\nThey wait.\nAINO: Hm.\n-> #s\n")[0] > 0


def test_first_and_last_word_by_the_readers_who_hear_them() -> None:
    ways = ending("a", said("SAMIR", 1)) + ending("b", "") + ending("c", said("SAMIR", 1))
    balance = balance_of(story_of(FORK + ways))
    assert balance.first == Tip(((("Aino", "expert"),),), Share(1, 0))
    assert balance.last.groups == ((("Samir", "professional"),), (("Aino", "expert"),))
    assert balance.last.share.professional == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("expert", "professional", "limit", "warns"),
    [
        (20, 40, "", False), (20, 41, "", True), (41, 20, "", True), (13, 26, "", False), (13, 27, "", True),
        (12, 27, "", False), (0, 40, "", True), (0, 39, "", False),
        (20, 41, "balance: 2,5", False), (20, 51, "balance: 2.5 : 1", True), (20, 41, "balance: 3:1", False),
        (20, 31, "balans: 1.5", True), (20, 30, "tasapaino: 1,5", False),
    ],
)  # fmt: skip
def test_two_to_one_is_the_limit(expert: int, professional: int, limit: str, warns: bool) -> None:
    text = f"---\n{FRONT}{limit}\n---\n{PANEL}{said('AINO', expert) if expert else ''}{said('SAMIR', professional)}"
    assert ("words-unbalanced" in codes(text)) == warns


def test_where_only_one_side_is_there_nothing_can_lean() -> None:
    text = f"---\n{FRONT.replace('Samir', 'Hodan')}\n---\n# S\n## Wide\nAino waits there.\n{said('AINO', 60)}"
    assert "words-unbalanced" not in codes(text)


@pytest.mark.parametrize("value", ["fine", "0", "0,9", "3:2", "-2"])
def test_a_limit_is_a_number_from_one(value: str) -> None:
    assert "balance-value" in codes(f"---\n{FRONT}balance: {value}\n---\n{PANEL}")
    assert "balance-value" not in body_codes(PANEL)


EXPERT, PROFESSIONAL, BOTH, NOBODY = Share(1, 0), Share(0, 1), Share(0.5, 0.5), Share()


def story(slips: Share = NOBODY, repairs: Share = NOBODY, words: Share = BOTH) -> Balance:
    return Balance("T", words, words, Tip(), Tip(), Tip((), slips), Tip((), repairs))


@pytest.mark.parametrize(
    ("slips", "leans"),
    [
        ([EXPERT] * 3 + [PROFESSIONAL] * 2, False),
        ([EXPERT] * 5 + [PROFESSIONAL] * 3, True),
        ([EXPERT] * 4 + [PROFESSIONAL] * 2 + [BOTH], True),
        ([EXPERT] * 3, False),
        ([PROFESSIONAL] * 4, True),
        ([BOTH] * 10, False),
    ],
)
def test_slips_and_repairs_of_many_stories_fall_to_both_sides(slips: list[Share], leans: bool) -> None:
    assert bool(leanings(together((story(slips=one) for one in slips), ""))) == leans
    assert bool(leanings(together((story(repairs=one) for one in slips), ""))) == leans


def test_neither_side_has_more_than_sixty_percent_of_the_words() -> None:
    assert not leanings(together([story(words=Share(60, 40))] * 4, ""))
    assert leanings(together([story(words=Share(39, 61))] * 4, "")) == (("words", "professional", 61),)
    assert not leanings(together([story(words=Share(39, 61))] * 3, ""))


def test_a_ratio_without_a_smaller_side() -> None:
    assert Share(3, 0).ratio == math.inf
    assert Share().ratio == 1.0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_is_markdown_that_reads_well_as_it_is(lang: str) -> None:
    story = story_of(PANEL + said("AINO", 3) + said("SAMIR", 5), FRONT + "slips: Samir, Aino\nrepairs: Aino + Samir")
    table = balance_table([balance_of(story), balance_of(story)], lang)
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert len(rows) == 5
    assert len({len(row) for row in rows}) == 1
    assert len({tuple(i for i, c in enumerate(row) if c == "|") for row in rows}) == 1
    letters = {"fi": "KA", "sv": "EY", "en": "EP"}[lang]
    assert f"Samir ({letters[1]}), Aino ({letters[0]})" in rows[2]
    assert f"Aino ({letters[0]}) + Samir ({letters[1]})" in rows[2]
    assert "6 : 10 (38 : 62 %)" in rows[4]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_leaning_has_its_words(lang: str) -> None:
    for slips in (EXPERT, PROFESSIONAL):
        words = Share(100 * slips.expert, 100 * slips.professional)
        total = together([story(slips, slips, words)] * 4, "")
        assert len({*verdict(total, lang)}) == 3
    assert len(verdict(together([story()] * 4, ""), lang)) == 1
    assert verdict(story(), lang) == []


def test_a_title_cannot_break_the_table() -> None:
    story = story_of(PANEL, "title: A | B\nlang: en\ncast: Aino")
    assert "A \\| B" in balance_table([balance_of(story)], "en")


TEN = sorted(path for path in (ROOT / "scripts").glob("[0-9][0-9]-*.md"))


def test_our_stories_are_in_balance() -> None:
    """Nobody is always the one who errs, explains or mends: the source's own criterion, over all principles."""
    balances = []
    for path in TEN:
        story, _ = read(Source.of(path.read_text(encoding="utf-8")), path.stem, panels=panels_folder())
        assert story is not None
        assert story.turns.slips and story.turns.repairs and story.turns.decides, path.stem
        balances.append(balance_of(story))
    total = together(balances, "")
    assert len(balances) == 10
    assert leanings(total) == ()
    for share in (total.slips.share, total.repairs.share):
        assert share.total == 10 and abs(share.expert - share.professional) <= 2
    assert max(total.words.percent, 100 - total.words.percent) <= 60
