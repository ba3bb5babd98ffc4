"""Bodies: which actions one body can do at the same time."""

from __future__ import annotations

POSTURES = ("stands", "sits", "walks", "rolls")
HANDS = {
    "points": 1,
    "explains": 1,
    "waves": 1,
    "writes": 1,
    "reads": 1,
    "holds-cup": 1,
    "holds-paper": 1,
    "holds-phone": 1,
    "holds-laptop": 1,
    "arms-crossed": 2,
    "hand-on-heart": 1,
    "shrugs": 2,
    "raises-hand": 1,
    "shakes-hands": 1,
    "shows": 1,
    "card": 1,
    "green-card": 1,
    "red-card": 1,
    "pen": 1,
}
CARDS = ("card", "green-card", "red-card")
"""Cards that speak for whoever raises them: wait (yellow), go on, stop."""
_THINGS = ("holds-paper", "holds-phone", "holds-laptop", *CARDS, "holds-cup", "pen", "tag")
_USES = {
    "reads": ("holds-paper", "holds-phone", "holds-laptop", *CARDS),
    "shows": _THINGS,
    "writes": ("pen", "holds-laptop", "holds-phone"),
    "points": ("pen",),
    "raises-hand": (*CARDS, "pen"),
}
"""With which things in hand an action needs no hand of its own."""
SURFACES = ("tag", *CARDS, "holds-paper", "holds-phone", "holds-laptop")
"""What words can stand on, in the order in which it is chosen."""


def clash(done: tuple[str, ...], action: str) -> str | None:
    """The action among ``done`` that leaves no room for ``action`` on one body, if there is one."""
    if action in POSTURES:
        return next((other for other in done if other in POSTURES and other != action), None)
    if action in HANDS and _hands((*done, action)) > 2:
        return next((other for other in reversed(done) if other in HANDS), None)
    return None


def _hands(actions: tuple[str, ...]) -> int:
    unique = tuple(dict.fromkeys(actions))
    free = set()
    for action in unique:
        if any(thing in unique and thing not in free for thing in _USES.get(action, ())):
            free.add(action)
    return sum(HANDS.get(action, 0) for action in unique if action not in free)
