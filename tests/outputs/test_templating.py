"""Templates are compiled once for all processes, where that can be kept, and read anew when they change."""

from pathlib import Path

import pytest
from jinja2 import Environment

from kokko_ethics.outputs.templating import environment

_TEMPLATE = "page.css"


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    environment(tmp_path / "kept").get_template(_TEMPLATE)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "compile", refuse)
    environment.cache_clear()
    assert environment(tmp_path / "kept").get_template(_TEMPLATE)


def test_templates_are_filled_where_nothing_can_be_kept(tmp_path: Path) -> None:
    assert environment(tmp_path / "there" / "is" / "no" / "such" / "folder").get_template(_TEMPLATE)
