"""The registry: our outputs and strangers' take the same road."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from kokko_ethics import outputs
from kokko_ethics.outputs import BUILT_IN, output_names, outputs_named, usual_names


class Stranger:
    name = "cbz"
    about = "an archive"


def test_ours_come_in_their_order_and_by_name() -> None:
    assert output_names()[: len(BUILT_IN)] == tuple(entry.name for entry in BUILT_IN)
    assert usual_names() == ("svg", "png", "pdf", "web", "layout")
    assert [output.name for output in outputs_named(["web", "svg"])] == ["web", "svg"]
    assert [output.name for output in outputs_named()] == list(output_names())


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        outputs_named(["epub"])


def test_a_strangers_output_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("cbz", "test_registry:Stranger", outputs.GROUP)
    monkeypatch.setattr(outputs, "entry_points", lambda group: [entry])
    outputs._known.cache_clear()
    assert [output.about for output in outputs_named(["cbz"])] == ["an archive"]
    monkeypatch.undo()
    outputs._known.cache_clear()


def test_the_list_says_of_ours_what_a_stranger_says_of_itself() -> None:
    loaded = {entry.name: entry.load() for entry in BUILT_IN}
    gathering = {name for name, output in loaded.items() if hasattr(output, "gather")}
    assert {entry.name for entry in BUILT_IN if entry.folder} == gathering
    told = {name for name, output in loaded.items() for one in ("usual", "audience", "folder") if hasattr(output, one)}
    assert not told


def test_what_is_for_whom_is_known_without_loading_an_output() -> None:
    asked = "import sys; from kokko_ethics import outputs; assert outputs.names_for('all') and outputs.usual_names();"
    rooms = "print([name for name in ('kokko_ethics.drawing', 'kokko_ethics.outputs.pdf') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", asked + rooms], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
