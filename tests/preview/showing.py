"""A preview on a free port, and somebody who asks it over HTTP as a browser does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode

from kokko_ethics.house_style import Style
from kokko_ethics.preview.desk import Desk
from kokko_ethics.preview.model import Entry
from kokko_ethics.preview.serving import HOST, listen, server

STORY = """---
title: Tea
lang: en
cast: Aino, Samir
place: office
---

# Tea

## Wide {#tea}

Aino and Samir sit at a table.

[Aino left sits holds cup happy, Samir right sits calm]

AINO: Tea is ready.

## Close {#cup}

Aino looks at her cup.

[Aino calm]

AINO (happy): It is still warm.
"""
PATIENCE = 20.0
"""Seconds after which a test gives up; a preview that works is far quicker."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


class Watcher:
    """Somebody who follows the proofs of a script."""

    def __init__(self, port: int, script: str) -> None:
        self._line = HTTPConnection(HOST, port, timeout=PATIENCE)
        self._line.request("GET", f"/proofs?{urlencode({'script': script})}")
        self.answer: HTTPResponse = self._line.getresponse()
        self.sights: list[dict[str, Any]] = []
        self._pictures: dict[str, str] = {}

    def until(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first sight from now on that ``fits``."""
        while True:
            line = self.answer.readline().decode("utf-8")
            assert line, "the preview has ended"
            if line.startswith("data: "):
                self.sights.append(self._kept(json.loads(line.removeprefix("data: "))))
                if fits(self.sights[-1]):
                    return self.sights[-1]

    def proof(self, fits: Callable[[dict[str, Any]], bool] = lambda proof: proof["settled"]) -> dict[str, Any]:
        """The first proof from now on that ``fits``: usually the first whose pages are done too."""
        found: dict[str, Any] = self.until(lambda sight: bool(sight["proof"]) and fits(sight["proof"]))["proof"]
        return found

    def _kept(self, sight: dict[str, Any]) -> dict[str, Any]:
        """A sight with the drawings that the last one had already; ``sent`` says which came with this one."""
        panels = sight["proof"]["panels"] if sight["proof"] else []
        for panel in panels:
            panel["sent"] = "svg" in panel
            panel.setdefault("svg", self._pictures.get(panel["key"], "never sent"))
        if sight["proof"]:
            self._pictures = {panel["key"]: panel["svg"] for panel in panels}
        return sight

    def leave(self) -> None:
        self.answer.close()
        self._line.close()


class Preview:
    """A preview of scripts in a folder, which is the current one."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.watchers: list[Watcher] = []

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        line = HTTPConnection(HOST, self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, path, headers=named)
        answer = line.getresponse()
        streams = "event-stream" in (answer.headers["Content-Type"] or "")
        text = "" if streams else answer.read().decode("utf-8", "replace")
        line.close()
        return Answer(answer.status, dict(answer.headers), text)

    def follow(self, script: str) -> Watcher:
        self.watchers.append(Watcher(self.port, script))
        return self.watchers[-1]


def previewing(
    listed: Callable[[], tuple[Entry, ...]], style: Style = "colour", lang: str = "en"
) -> Iterator[Preview]:
    """A preview of what is ``listed``, until the test is over."""
    with listen(0) as at, Desk(listed, style, lang) as desk:
        answers = server(desk, lang, at)
        Thread(target=answers.serve_forever, args=(0.01,), daemon=True).start()
        preview = Preview(at.getsockname()[1])
        yield preview
        for watcher in preview.watchers:
            watcher.leave()
        answers.shutdown()


def all_scripts() -> tuple[Entry, ...]:
    return tuple(Entry(path) for path in sorted(Path("scripts").glob("*.md")))
