"""The watch itself: what a bad page does is seen, so that silence of the others means something."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import visiting
from shelf import Shelf
from visiting import Visitor

BARE = "<!doctype html><html lang=en><title>x</title>"
STRICT = f"{BARE}<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
BAD = {
    "a script that the policy keeps out": (f"{STRICT}<script>alert(1)</script>", "Executing inline script violates"),
    "a handler that the policy keeps out": (f"{STRICT}<p onclick='x()'>x", "Executing inline event handler violates"),
    "a style that the policy keeps out": (f"{STRICT}<p style='color:red'>x", "Applying inline style violates"),
    "a dialog": (f"{BARE}<script>alert('hello')</script>", "dialog: hello"),
    "an error": (f"{BARE}<script>throw new Error('no way')</script>", "no way"),
    "something of others": (f"{BARE}<img src=https://example.org/a.png alt=x>", "asked for https://example.org/a.png"),
    "a file beside its folder": (f"{BARE}<img src=../a.png alt=x>", "asked for file:///"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_a_bad_page_does_is_seen(case: str, visit: Visitor, tmp_path: Path) -> None:
    page, fault = BAD[case]
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert any(fault in one for one in visit(tmp_path / "page.html", watched=False).faults)


def test_a_good_page_has_no_faults_from_a_stick_and_from_a_server(
    visit: Visitor, shelf: Shelf, serve: Callable[[Path], str]
) -> None:
    folder = shelf.of("web", "fi")
    for place in (folder / "web" / "index.html", f"{serve(folder)}web/"):
        seen = visit(place)
        assert seen.page.locator("h1").inner_text() == "Kahvitauko"
        assert len(seen.asked) >= 3
        assert seen.faults == []


def test_a_computer_without_chromium_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visiting, "NAMES", ("no-such-browser",))
    with pytest.raises(LookupError, match="apt-get install --no-install-recommends chromium-headless-shell"):
        visiting.chromium(None)  # type: ignore[arg-type]
