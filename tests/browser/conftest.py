"""A browser for every file of tests, the pages that it visits, and a web server for those who need one.

Every page that ``visit`` opens is watched: a test fails where its page asked for anything of others, where a script or
the page's policy complained, or where a dialog opened, whatever else the test is about.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from shelf import Shelf
from visiting import Visitor, chromium


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file: while Playwright runs, no other test of the same process could use asyncio."""
    with sync_playwright() as player:
        try:
            started = chromium(player)
        except LookupError as missing:
            pytest.fail(str(missing))
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visitor]:
    visitor = Visitor(browser)
    yield visitor
    faults = [f"{one.home}: {fault}" for one in visitor.watched for fault in one.faults]
    visitor.leave()
    assert faults == []


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("shelf"))


class _Server(ThreadingHTTPServer):
    """Lets a browser that asks for many files at once wait, where others would be turned away on a busy machine."""

    request_queue_size = 128
    daemon_threads = True


class _Silent(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on this computer alone; gives the address of each, with a slash at its end."""
    servers: list[_Server] = []

    def start(folder: Path) -> str:
        server = _Server(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
