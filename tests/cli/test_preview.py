"""``kokko preview``: says where to look, what is wrong before it begins, and ends when it is asked to."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from asked import STORY, Desk

from kokko_ethics.preview.serving import listen

KOKKO = (sys.executable, "-c", "from kokko_ethics.cli import main; main()")


def test_an_empty_project_is_told_how_to_begin(desk: Desk) -> None:
    answer = desk.ask("preview", "--no-open")
    assert answer.code == 2
    assert "kokko new" in answer.err


@pytest.mark.parametrize(("name", "code"), [("scripts/tee.md", "file-missing"), ("scripts", "file-is-directory")])
def test_what_is_no_script_is_said_and_nothing_is_served(desk: Desk, name: str, code: str) -> None:
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("preview", "--no-open", name)
    assert answer.code == 1
    assert f"error[{code}]" in answer.err
    assert code != "file-missing" or "tea.md" in answer.err


def test_a_translation_is_no_script(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    answer = desk.ask("preview", "--no-open", "scripts/tea.sv.po")
    assert answer.code == 2
    assert "--lang sv" in answer.err


def test_a_taken_port_is_said(desk: Desk) -> None:
    desk.write("scripts/tea.md", STORY)
    with listen(0) as at:
        port = at.getsockname()[1]
        answer = desk.ask("preview", "--no-open", "--port", str(port))
    assert answer.code == 2
    assert f"Port {port} belongs to another program" in answer.err


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs by other means")
@pytest.mark.parametrize(("lang", "over"), [("en", "The preview has ended."), ("fi", "Esikatselu on lopetettu.")])
def test_it_says_where_to_look_and_ends_politely(desk: Desk, lang: str, over: str) -> None:
    desk.write("scripts/tea.md", STORY)
    with listen(0) as at:
        port = at.getsockname()[1]
    command = [*KOKKO, "--lang", lang, "preview", "--no-open", "--port", str(port), "scripts/tea.md"]
    home = Path(__file__).parent.parent.parent
    running = subprocess.Popen(
        command, cwd=desk.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(home), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert running.stdout
    address = re.search(r"http://127\.0\.0\.1:\d+/\S*", running.stdout.readline())
    assert address
    with urlopen(address[0], timeout=20) as page:
        assert "scripts/tea.md" in page.read().decode("utf-8")
    events = urlopen(address[0].replace("/?", "/proofs?"), timeout=20)
    assert events.readline().startswith(b"data: ")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    events.close()
    assert out.splitlines()[-1] == over
    assert err == ""
    assert running.returncode == 0
