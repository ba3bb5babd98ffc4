"""Who is answered, and what there is: this computer's own browser, and nothing but a preview."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from showing import STORY, Preview, all_scripts, previewing

from kokko_ethics.preview.serving import HOST, Taken, listen

ROUTES = ("/", "/preview.css", "/preview.js", "/fonts/lettering", "/pages", "/proofs")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_the_computers_own_names_are_answered(preview: Preview, name: str) -> None:
    assert preview.get("/", Host=f"{name}:{preview.port}").status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:{port}", "",
             "127.0.0.1:{port}@evil.example", "192.168.1.2:{port}", "0.0.0.0:{port}", "2130706433:{port}"],
)  # fmt: skip
@pytest.mark.parametrize("route", ROUTES)
def test_other_names_are_refused(preview: Preview, host: str, route: str) -> None:
    answer = preview.get(route, Host=host.format(port=preview.port))
    assert answer.status == 403
    assert "Tea" not in answer.text and "tea" not in answer.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost", "http://127.0.0.1:1", "file://"])
@pytest.mark.parametrize("route", ROUTES)
def test_pages_of_others_are_refused(preview: Preview, origin: str, route: str) -> None:
    assert preview.get(route, Origin=origin).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
@pytest.mark.parametrize("route", ROUTES)
def test_what_a_browser_calls_cross_site_is_refused(preview: Preview, site: str, route: str) -> None:
    assert preview.get(route, Sec_Fetch_Site=site).status == 403


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_our_own_page_is_answered(preview: Preview, site: str) -> None:
    own = f"http://127.0.0.1:{preview.port}"
    assert {preview.get(route, Sec_Fetch_Site=site, Origin=own).status for route in ROUTES} == {200}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_there_is_nothing_to_do_but_to_read(preview: Preview, method: str) -> None:
    assert preview.get("/", method).status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/scripts/tea.md", "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//secret.txt",
        "/fonts/../secret.txt", "/fonts/..%2f..%2fsecret.txt", "/fonts/%2fetc%2fpasswd", "/fonts/", "/%00",
        "/fonts/ShantellSans_400Regular.ttf", "/pages?script=secret.txt", "/proofs?script=../secret.txt",
        "/pages?script=/etc/passwd", "/preview.js/../secret.txt", "/templates/preview.html", "/preview.html",
        "/?script=secret.txt", "/.git/config", "/\\secret.txt",
    ],
)  # fmt: skip
def test_no_address_is_the_path_of_a_file(preview: Preview, path: str) -> None:
    Path("secret.txt").write_text("a secret", encoding="utf-8")
    answer = preview.get(path)
    assert "a secret" not in answer.text and "root:" not in answer.text
    assert answer.status == 404 or path.startswith("/?")


@pytest.mark.parametrize("route", [*ROUTES, "/nothing"])
def test_every_answer_has_a_strict_policy(preview: Preview, route: str) -> None:
    for answer in (preview.get(route), preview.get(route, Host="evil.example")):
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy and "http" not in policy and "*" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store"


def test_nobody_is_told_what_the_server_is(preview: Preview) -> None:
    assert preview.get("/").headers["Server"] == "kokko"


def test_it_listens_on_the_loopback_address_alone() -> None:
    with listen(0) as at:
        assert at.getsockname()[0] == HOST == "127.0.0.1"


def test_a_taken_port_is_told_apart() -> None:
    with listen(0) as at, pytest.raises(Taken):
        listen(at.getsockname()[1])


def test_the_next_free_port_is_found() -> None:
    with listen(None) as first, listen(None) as second:
        assert first.getsockname()[1] != second.getsockname()[1]


HOSTILE = "<img src=x onerror=alert(1)>"


def test_the_name_of_a_file_is_text(script: Path) -> None:
    script.rename(f"scripts/{HOSTILE}{{{{7*7}}}}.md")
    for preview in previewing(all_scripts):
        text = preview.get("/").text
        assert "<img" not in text and "&lt;img" in text
        assert "{{7*7}}" in text


def test_the_words_of_a_script_are_text(script: Path) -> None:
    told = STORY.replace("Tea is ready.", f"Look: {HOSTILE} </svg><script>alert(2)</script>").replace(
        "Aino looks at her cup.", "</desc><script>alert(3)</script>"
    )
    script.write_text(told, encoding="utf-8")
    for preview in previewing(all_scripts):
        proof = preview.follow("scripts/tea.md").proof()
        drawn = "".join(panel["svg"] for panel in proof["panels"]) + preview.get("/pages?script=scripts/tea.md").text
        assert "<img" not in drawn and "<script" not in drawn
        assert "&lt;script&gt;" in drawn


def test_a_script_that_is_not_listed_is_not_opened(preview: Preview) -> None:
    Path("other.md").write_text(STORY, encoding="utf-8")
    for path in ("other.md", "scripts/../other.md", str(Path("scripts/tea.md").resolve())):
        assert preview.get(f"/proofs?script={quote(path)}").status == 404


def test_a_project_without_scripts_says_how_to_begin(script: Path) -> None:
    script.unlink()
    for preview in previewing(all_scripts):
        answer = preview.get("/")
        assert answer.status == 200 and "kokko new" in answer.text
