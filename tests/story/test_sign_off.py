"""A story is signed off by an expert by experience and a professional, on a real day; anything less is a draft."""

from __future__ import annotations

import pytest
from dumped import told

from kokko_ethics.story.model import Story
from kokko_ethics.story.sign_off import is_a_day

PANEL = "# S\n## Wide\nAino waits there.\n"
EXPERT = "  - by: M. K.\n    role: expert by experience\n    date: 2026-03-14\n"
PROFESSIONAL = "  - by: P. L.\n    role: nurse\n    date: 14.3.2026\n"


def signed(reviews: str, key: str = "review") -> tuple[Story, list[str]]:
    story, said = told(f"---\ntitle: T\nlang: en\ncast: Aino\n{key}:\n{reviews}---\n{PANEL}")
    assert story is not None
    return story, [one.code for one in said if one.code.startswith(("review-", "not-signed"))]


def test_both_sides_sign_a_story_off() -> None:
    story, said = signed(EXPERT + PROFESSIONAL)
    assert story.signed_by == ("expert", "professional")
    assert story.signed_off and not said


@pytest.mark.parametrize(
    ("reviews", "by", "said"),
    [
        ("", (), ["not-signed-off"]),
        (EXPERT, ("expert",), ["not-signed-off"]),
        (PROFESSIONAL, ("professional",), ["not-signed-off"]),
        (EXPERT + EXPERT, ("expert",), ["not-signed-off"]),
        (EXPERT + PROFESSIONAL.replace("14.3.", "31.2."), ("expert",), ["not-signed-off", "review-date"]),
        (EXPERT + PROFESSIONAL.replace("14.3.2026", "March"), ("expert",), ["not-signed-off", "review-date"]),
        (EXPERT + PROFESSIONAL.replace("nurse", "friend"), ("expert",), ["not-signed-off", "review-role"]),
        (EXPERT + "  - by: P. L.\n    role: nurse\n", ("expert",), ["not-signed-off", "review-incomplete"]),
        (EXPERT + "  - role: nurse\n    date: 2026-03-14\n", ("expert",), ["not-signed-off", "review-incomplete"]),
        (EXPERT + PROFESSIONAL.replace("P. L.", ""), ("expert",), ["not-signed-off", "review-incomplete"]),
        ("  - Maija and Pekka, in March\n", (), ["not-signed-off", "review-incomplete"]),
        (EXPERT + PROFESSIONAL.replace("nurse", "nurse, team manager"), ("expert", "professional"), []),
        (EXPERT + PROFESSIONAL + PROFESSIONAL.replace("nurse", "friend"), ("expert", "professional"), ["review-role"]),
    ],
)
def test_what_counts(reviews: str, by: tuple[str, ...], said: list[str]) -> None:
    story, codes = signed(reviews)
    assert story.signed_by == by
    assert sorted(codes) == said


@pytest.mark.parametrize(
    ("key", "fields", "roles"),
    [
        ("tarkistus", ("tekijä", "rooli", "päivä"), ("kokemusasiantuntija", "ammattilainen")),
        ("tarkistus", ("kuka", "rooli", "pvm"), ("Kokemuskouluttaja", "sairaanhoitaja, esihenkilö")),
        ("granskning", ("av", "roll", "datum"), ("erfarenhetsexpert", "yrkesperson")),
        ("review", ("by", "role", "date"), ("peer supporter", "social worker")),
    ],
)
def test_three_languages(key: str, fields: tuple[str, ...], roles: tuple[str, str]) -> None:
    by, role, date = fields
    records = "".join(f"  - {by}: X\n    {role}: {one}\n    {date}: 2026-03-14\n" for one in roles)
    assert signed(records, key)[0].signed_off


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("2026-03-14", True), ("14.3.2026", True), ("14. 3. 2026", True), ("29.2.2028", True), ("29.2.2026", False),
        ("2026-13-01", False), ("00.1.2026", False), ("yesterday", False), ("14/3/2026", False), ("", False),
    ],
)  # fmt: skip
def test_days(written: str, known: bool) -> None:
    assert is_a_day(written) == known


def test_a_review_that_is_a_line_of_text_is_kept_for_the_credits() -> None:
    story, _ = told(f"---\ntitle: T\nlang: en\nreview: Maija, 14.3.\n---\n{PANEL}")
    assert story is not None
    assert story.reviews == ((("by", "Maija, 14.3."),),)
