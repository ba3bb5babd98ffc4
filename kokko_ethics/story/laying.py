"""Laying: the things that stage directions put on tables, walls and floors."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kokko_ethics.script.model import Term
from kokko_ethics.story.model import Stand, Thing

_NUMBERS = {"two": 2, "three": 3, "four": 4}


@dataclass(slots=True)
class Laid:
    """The things of one pair of brackets; ``on`` and ``side`` are what the words before a thing said of it.

    ``on`` holds until a person is named: ``[on the table calendar, two cups, Aino sits]``.
    """

    things: list[Thing] = field(default_factory=list)
    on: Stand = ""
    side: Term | None = None
    count: int = 1
    fresh: int = 0
    """How many things were laid before this phrase began."""

    def begin(self) -> None:
        """A new phrase begins: a side or a number of the last one is forgotten."""
        self.side, self.count, self.fresh = None, 1, len(self.things)

    @property
    def named(self) -> bool:
        """Whether this phrase has named a thing."""
        return len(self.things) > self.fresh

    def hear_side(self, term: Term) -> None:
        """A side: of what this phrase has just named, or of what comes next."""
        if self.named:
            self.things[-1] = replace(self.things[-1], side=term.concept)  # type: ignore[arg-type]
        else:
            self.side = term

    def hear(self, term: Term) -> None:
        """A number, or a place: of what comes next, or of what this phrase has just named."""
        if term.group == "number":
            self.count = _NUMBERS[term.concept]
        elif self.named:
            self.things[-1] = replace(self.things[-1], on=term.concept)  # type: ignore[arg-type]
        else:
            self.on = term.concept  # type: ignore[assignment]

    def put(self, kind: str, by: str) -> None:
        """Lay a thing, beside the person ``by`` if there is one."""
        side = self.side.concept if self.side else ""
        self.things.append(Thing(kind, self.on, side, by, self.count))  # type: ignore[arg-type]
        self.side, self.count = None, 1
