"""Cast files: who is who, and what to say when one cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kokko_ethics.story import load_cast
from kokko_ethics.workspace import panels_folder

AINO = """
id: aino
name: Aino Kallio
side: expert
role: {fi: kokemuskouluttaja, sv: erfarenhetsutbildare, en: lived-experience educator}
look: {height: 162, age: 68, hair_colour: "#EEEEEE", aids: [rollator], freckles: yes}
"""


def write(folder: Path, text: str) -> Path:
    (folder / "aino.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("lang", "role"),
    [("fi", "kokemuskouluttaja"), ("sv-FI", "erfarenhetsutbildare"), ("ar", "lived-experience educator")],
)
def test_roles_speak_the_language_of_the_story(tmp_path: Path, lang: str, role: str) -> None:
    cast, found = load_cast(write(tmp_path, AINO), lang)
    assert not found
    aino = cast["aino"]
    assert (aino.name, aino.side, aino.role) == ("Aino Kallio", "expert", role)
    assert (aino.look.height, aino.look.age, aino.look.hair_colour, aino.look.aids) == (
        162,
        68,
        "#eeeeee",
        ("rollator",),
    )
    assert aino.look.freckles is True


def test_what_a_look_may_not_hold(tmp_path: Path) -> None:
    _, found = load_cast(write(tmp_path, "name: Aino\nlook: {hieght: 3, height: tall, skin: red, age: 400}\n"))
    assert [(one.code, one.nearest) for one in found] == [
        ("unknown-look-field", "height"), ("look-value", None), ("look-value", None), ("look-value", None),
    ]  # fmt: skip
    assert found[0].place == (2, 8)


def test_a_missing_folder_is_an_empty_cast(tmp_path: Path) -> None:
    assert load_cast(tmp_path / "none") == ({}, ())


def test_our_own_cast_can_be_read() -> None:
    _, found = load_cast(panels_folder() / "cast", "fi")
    assert not found
