"""What may be wrong with a file is a diagnostic, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.script.reading import read_source
from kokko_ethics.source import Source


def said(path: Path) -> Diagnostic:
    found = read_source(path, path.name)
    assert isinstance(found, Diagnostic)
    return found


def test_a_script_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf# S\r\n")
    found = read_source(tmp_path / "a.md", "a.md")
    assert isinstance(found, Source) and found.text == "# S\n"


def test_a_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "nimilappu.md").write_text("x", encoding="utf-8")
    found = said(tmp_path / "nimlappu.md")
    assert (found.code, found.nearest) == ("file-missing", "nimilappu.md")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf \r\n", "file-empty"),
        (b"x" * 5_000_000, "file-too-large"),
        (b"a\nb\xe4c", "file-not-utf8"),
        (b"PK\x03\x04...word/document.xml", "file-not-text"),
        (b"{\\rtf1 Hei}", "file-not-text"),
    ],
)
def test_what_a_file_may_hold(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.md").write_bytes(content)
    assert said(tmp_path / "a.md").code == code


def test_a_byte_that_is_not_utf8_has_a_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("# Ä\nb".encode() + b"\xe4c")
    found = said(tmp_path / "a.md")
    assert (found.place, dict(found.values)["byte"], dict(found.values)["line"]) == ((2, 2), "0xE4", "2")


def test_a_folder_and_a_name_that_cannot_be(tmp_path: Path) -> None:
    assert said(tmp_path).code == "file-is-directory"
    assert said(tmp_path / "a\0b").code == "file-unreadable"
    assert said(tmp_path / ("x" * 5000)).code == "file-unreadable"
