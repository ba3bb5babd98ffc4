"""Visits pages in Chromium as a reader does, and writes down whatever they ask for, complain of or open."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What Chromium is called. Its shell without windows goes first: it draws the same pages and takes half the processor
time, because it draws no toolbar with each of them."""
MISSING = "Chromium is missing. On Debian: sudo apt-get install --no-install-recommends chromium-headless-shell"
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
"""Chromium for itself, on a machine that may have no screen; no name leads out of it."""
_WITHIN = ("data:", "blob:", "about:")


@dataclass
class Visit:
    """A page that is open. ``asked`` are the addresses that it asked for, ``said`` what it complained of (errors of
    scripts, of the console and of the page's policy), ``opened`` the words of dialogs. ``home`` is how all addresses
    begin that it may ask for."""

    page: Page
    home: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """The addresses of others that the page asked for."""
        return [address for address in self.asked if not address.startswith((self.home, *_WITHIN))]

    @property
    def faults(self) -> list[str]:
        """All that a good page never does, up to now."""
        self.page.evaluate("0")  # what the page has done is heard of before its answer
        return [*self.said, *(f"dialog: {words}" for words in self.opened), *(f"asked for {a}" for a in self.outside)]


class Visitor:
    """Opens pages, each with a memory of its own, and knows what came of it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self.watched: list[Visit] = []

    def __call__(
        self,
        place: Path | str,
        home: Path | str = "",
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        motion: Literal["reduce", "no-preference"] = "no-preference",
        script: bool = True,
        workers: Literal["allow", "block"] = "block",
        watched: bool = True,
        before: Callable[[Page], object] = lambda page: None,
    ) -> Visit:
        """Open ``place``, a file or an address. ``home`` is the folder (or how all addresses begin) that it may ask
        for: that of the file where none is named. ``before`` prepares the page before it loads. A visit that is not
        ``watched`` may do what a good page doesn't."""
        address = place.as_uri() if isinstance(place, Path) else place
        folder = home or (place.parent if isinstance(place, Path) else address[: address.index("/", 8) + 1])
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion=motion,
            java_script_enabled=script, service_workers=workers,
        )  # fmt: skip
        context.set_default_timeout(10_000)
        self._contexts.append(context)
        visit = Visit(context.new_page(), f"{folder.as_uri()}/" if isinstance(folder, Path) else folder)
        _watch(context, visit)
        if watched:
            self.watched.append(visit)
        before(visit.page)
        visit.page.goto(address)
        return visit

    def leave(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()


def _watch(context: BrowserContext, visit: Visit) -> None:
    context.on("request", lambda request: visit.asked.append(request.url))
    context.on("console", lambda told: visit.said.append(told.text) if told.type == "error" else None)
    context.on("weberror", lambda error: visit.said.append(str(error.error)))

    def shut(dialog: object) -> None:
        visit.opened.append(dialog.message)  # type: ignore[attr-defined]
        dialog.dismiss()  # type: ignore[attr-defined]

    context.on("dialog", shut)


def chromium(player: Playwright) -> Browser:
    """Start the Chromium of this computer.

    Raises:
        LookupError: if there is none, with the command that installs it.
    """
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise LookupError(MISSING)
    return player.chromium.launch(executable_path=found, args=list(_QUIET))
