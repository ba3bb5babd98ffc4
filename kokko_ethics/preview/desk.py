"""The desk: pulls proofs of what somebody looks at, whenever something was saved, and shows them to all who look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Event, Thread

from kokko_ethics.house_style import Style
from kokko_ethics.preview.model import Entry, PageProof, Proof, Sight
from kokko_ethics.preview.proofing import Proofer
from kokko_ethics.preview.watching import State, folders_of, state_of, wakes

_REST = 0.25
"""Seconds after which pages are laid out: the panels are shown first, and another save may follow."""
_BREATH = 10.0
"""Seconds after which somebody who looks hears that we are still here."""


@dataclass(slots=True)
class _Tray:
    """What lies on the desk of one entry: who looks at it, how its files were when its proof was begun, and the proof
    that is shown, which ``number`` counts."""

    proofer: Proofer
    lookers: int = 0
    number: int = 0
    proof: Proof | None = None
    files: State = field(default=())


class Desk:
    """Entries and their proofs. ``listed`` finds the entries there are; ``style`` is that of the drawings, ``lang`` the
    language of messages. One thread pulls all proofs, so that each is done as soon as can be; any thread may look."""

    def __init__(self, listed: Callable[[], tuple[Entry, ...]], style: Style, lang: str) -> None:
        self._listed, self._style, self._lang = listed, style, lang
        self._entries = listed()
        self._trays: dict[Entry, _Tray] = {}
        self._change = Condition()
        self._over = Event()

    def __enter__(self) -> Desk:
        for entry in self._entries[:1]:  # while the browser opens, the first is drawn
            self._trays[entry] = self._tray(entry)
        for work in (self._pull, self._watch):
            Thread(target=work, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        with self._change:
            self._change.notify_all()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all entries, in their order."""
        return tuple(entry.name for entry in self._entries)

    def find(self, name: str) -> Entry | None:
        """The entry with that name; the first there is for an empty one. One that somebody looked at is found again,
        though its file may be gone."""
        known = dict.fromkeys((*self._entries, *self._trays))
        return next((entry for entry in known if not name or entry.name == name), None)

    def follow(self, entry: Entry) -> Iterator[Sight | None]:
        """What somebody sees who looks at ``entry``, now and whenever it changes; None where nothing did for a while.
        Ends with the desk's work."""
        with self._change:
            tray = self._trays.setdefault(entry, self._tray(entry))
            tray.lookers += 1
            self._change.notify_all()
        names: tuple[str, ...] = ()
        number = -1

        def is_news() -> bool:
            return self._over.is_set() or (names, number) != (self.names, tray.number)

        try:
            while not self._over.is_set():
                with self._change:
                    has_news = self._change.wait_for(is_news, _BREATH)
                    names, number = self.names, tray.number
                    sight = Sight(names, tray.proof)
                yield sight if has_news else None
        finally:
            with self._change:
                tray.lookers -= 1

    def pages(self, entry: Entry) -> tuple[PageProof, ...]:
        """The comic pages of ``entry``, if somebody looks at it and there are any."""
        tray = self._trays.get(entry)
        return tray.proofer.pages() if tray else ()

    def _pull(self) -> None:
        """Pulls proofs: first of whatever has changed, then, as long as nothing has, of the pages."""
        while True:
            with self._change:
                self._change.wait_for(lambda: self._over.is_set() or bool(self._stale() or self._unfinished()))
                if not self._stale():
                    self._change.wait_for(lambda: self._over.is_set() or bool(self._stale()), _REST)
                if self._over.is_set():
                    return
                stale = self._stale()
                tray = (stale or self._unfinished())[0]
                if stale:
                    tray.files = state_of(tray.proofer.entry, tray.proofer.pictures)
            proof = tray.proofer.pull() if stale else tray.proofer.paginate()
            with self._change:
                tray.proof, tray.number = proof, tray.number + 1
                self._change.notify_all()

    def _tray(self, entry: Entry) -> _Tray:
        return _Tray(Proofer(entry, self._style, self._lang))

    def _stale(self) -> list[_Tray]:
        looked_at = [tray for tray in self._trays.values() if tray.lookers or not tray.number]
        return [t for t in looked_at if t.files != state_of(t.proofer.entry, t.proofer.pictures)]

    def _unfinished(self) -> list[_Tray]:
        return [tray for tray in self._trays.values() if tray.lookers and tray.proofer.unfinished]

    def _watch(self) -> None:
        """Looks what has changed, whenever something may have."""
        for _ in wakes(self._folders, self._over):
            entries = self._listed()
            with self._change:
                self._entries = entries
                self._change.notify_all()

    def _folders(self) -> frozenset[Path]:
        with self._change:
            trays = [tray.proofer for tray in self._trays.values()]
            entries = self._entries
        known = [folders_of(proofer.entry, proofer.pictures) for proofer in trays]
        return frozenset().union(*known, *(folders_of(entry, ()) for entry in entries))
