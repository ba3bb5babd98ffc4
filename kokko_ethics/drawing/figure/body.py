"""The body: legs, trunk, neck and clothes, in figure units from the hip, facing right."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.ink import LINE, disc, flat, limb, lit, moved, polygon, solid, spline, stroke, tint, turned
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Pose
from kokko_ethics.story.model import Look

Ring = list[Point]


def draw_legs(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """Both legs with shoes; the far one darker. Skirts and coats are drawn over them."""
    marks: list[Mark] = []
    for side, colour in (("far", tint(look.bottom_colour, 0.86)), ("near", look.bottom_colour)):
        marks += _leg(pose, side, colour, look, dark)
    if look.bottom == "skirt":
        marks += _skirt(pose, look, dark)
    return marks


def _leg(pose: Pose, side: str, colour: str, look: Look, dark: Point) -> list[Mark]:
    hip, knee, ankle = (pose.joint(f"{side} {joint}") for joint in ("hip", "knee", "ankle"))
    b = look.build
    mids = [((hip[0] + knee[0]) / 2, (hip[1] + knee[1]) / 2), ((knee[0] + ankle[0]) / 2, (knee[1] + ankle[1]) / 2)]
    trouser = limb([hip, mids[0], knee, mids[1], (ankle[0], ankle[1] - 5)], [58 * b, 53 * b, 44 * b, 40 * b, 35 * b])
    fold = stroke([(knee[0] + 17, knee[1] - 3), (knee[0] + 5, knee[1] + 4)], 2.5)
    return [*_shoe(pose, side, ankle, look, dark), *solid(trouser, colour, dark, depth=9), fold]


def _shoe(pose: Pose, side: str, ankle: Point, look: Look, dark: Point) -> list[Mark]:
    x, y = ankle
    turn = (-14.0 if side == "far" else 30.0) if pose.posture == "walks" else 0.0
    ring = turned(
        [
            (x - 17, y - 8),
            (x + 8, y - 13),
            (x + 24, y - 2),
            (x + 44, y + 5),
            (x + 46, y + 15),
            (x + 14, y + 16),
            (x - 18, y + 15),
        ],
        turn,
        ankle,
    )
    sole = turned(
        [
            (x - 18, y + 10),
            (x + 14, y + 11),
            (x + 46, y + 10),
            (x + 46, y + 15.5),
            (x + 14, y + 16),
            (x - 19, y + 15.5),
        ],
        turn,
        ankle,
    )
    light = "#efe9dc" if look.shoes == "trainers" else tint(look.shoes_colour, 0.62)
    laces = [stroke(turned([(x + 12, y - 7), (x + 20, y - 9)], turn, ankle), 2.0)] if look.shoes == "trainers" else []
    return [*solid(ring, look.shoes_colour, dark, depth=4), flat(sole, light), *laces]


def _skirt(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    b = look.build
    if pose.posture in {"sits", "rolls"}:
        ring = [(-46 * b, -14), (40 * b, -20), (128, -22), (140, 10), (130, 44), (40, 30), (-40 * b, 22)]
    else:
        ring = [(-46 * b, -10), (46 * b, -10), (60 * b, 60), (66 * b, 120), (0, 132), (-66 * b, 120), (-58 * b, 60)]
    return solid(ring, look.bottom_colour, dark, depth=10)


def trunk(pose: Pose, b: float) -> Ring:
    """The contour of the trunk: shoulders, waist, hem."""
    lean, drop = pose.joint("shoulders")
    y = -168 + drop
    return [
        (lean - 16, y - 20), (lean - 42 * b, y - 8), (lean - 57 * b, y + 18), (lean * 0.6 - 52 * b, -116),
        (lean * 0.3 - 44 * b, -72),
        (-46 * b, -30), (-48 * b, -4), (0, 6), (47 * b, -6), (48 * b, -32), (lean * 0.3 + 45 * b, -74),
        (lean * 0.6 + 53 * b, -118),
        (lean + 54 * b, y + 18), (lean + 42 * b, y - 8), (lean + 20, y - 20), (lean + 3, y - 8),
    ]  # fmt: skip


def draw_trunk(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """The trunk with everything worn on it, neck and collar included."""
    ring = trunk(pose, look.build)
    marks: list[Mark] = solid(ring, look.top_colour, dark, depth=12)
    marks += _TOPS.get(look.top, _nothing)(pose, look, dark)
    if look.bottom == "dungarees":
        marks += _dungarees(pose, look, dark)
    marks += _neck(pose, look, dark)
    marks += _collar(pose, look, dark)
    marks += _OVERS.get(look.over, _nothing)(pose, look, dark)
    b = look.build
    return [*marks, stroke([(-44 * b, -62), (-31 * b, -57), (-24 * b, -48)], 2.4, start=0.7, end=0.1)]


def _nothing(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    return []


def _neck(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    ring = [
        (x - 17, y - 28),
        (x + 14, y - 26),
        (x + 17, y),
        (x + 23, y + 14),
        (x, y + 28),
        (x - 26, y + 14),
        (x - 19, y - 2),
    ]
    shadow = [(x - 17, y - 14), (x + 2, y - 2), (x + 16, y - 10), (x + 17, y + 2), (x + 2, y + 9), (x - 17, y)]
    return [*solid(ring, look.skin, dark, depth=0, width=LINE * 0.8), flat(shadow, tint(look.skin))]


def _collar(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    if look.top in {"shirt", "blouse"}:
        near = [(x + 1, y + 30), (x - 21, y + 3), (x - 31, y + 20), (x - 15, y + 46)]
        far = [(x + 4, y + 30), (x + 21, y + 3), (x + 31, y + 18), (x + 19, y + 44)]
        light = lit(look.top_colour, 0.18)
        out: list[Mark] = []
        for flap in (far, near):
            out += [Path(polygon(flap), light, INK, 3.0)]
        return out
    if look.top == "tunic":
        return [
            stroke(
                [(x - 25, y + 10), (x + 1, y + 44), (x + 24, y + 9)],
                5.5,
                start=0.7,
                end=0.7,
                colour=lit(look.top_colour, 0.5),
            ),
            stroke([(x - 27, y + 12), (x + 1, y + 48), (x + 26, y + 11)], 2.4),
        ]
    return [
        stroke(
            [(x - 26, y + 13), (x - 8, y + 30), (x + 10, y + 30), (x + 24, y + 14)],
            5.5,
            start=0.6,
            end=0.6,
            colour=tint(look.top_colour, 0.75),
        ),
        stroke([(x - 28, y + 15), (x - 8, y + 34), (x + 10, y + 34), (x + 26, y + 16)], 2.4),
    ]


def _buttons(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    x, y = pose.joint("neck")
    spots = [flat(disc((x * 0.6 + 5, yy), 2.5, count=4), INK, places=1) for yy in (-126, -94, -62, -30)]
    return [stroke([(x + 2, y + 36), (x * 0.6 + 1, -70), (1, 2)], 2.3), *spots]


def _pockets(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """A nurse's tunic: a chest pocket with a pen, two pockets below."""
    pen = stroke([(26, -128), (27, -112)], 3.0, start=1, end=1, colour="#35618e")
    return [
        pen,
        stroke([(16, -112), (17, -94), (36, -95), (36, -113)], 2.2, start=0.8, end=0.8),
        stroke([(-34, -30), (-8, -28)], 2.2),
        stroke([(14, -28), (38, -31)], 2.2),
    ]


_TOPS: dict[str, Callable[[Pose, Look, Point], list[Mark]]] = {"shirt": _buttons, "blouse": _buttons, "tunic": _pockets}


def _dungarees(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """Bib and straps over the top."""
    x = pose.joint("neck")[0]
    b = look.build
    bib = [
        (x * 0.6 - 27, -120),
        (x * 0.6 + 31, -120),
        (32, -78),
        (46 * b, -52),
        (48 * b, -4),
        (0, 7),
        (-48 * b, -4),
        (-45 * b, -52),
        (-28, -78),
    ]
    near, far = [(x - 40, -178), (x * 0.6 - 22, -118)], [(x + 38, -178), (x * 0.6 + 26, -118)]
    straps = [limb(strap, [15, 15], 1) for strap in (far, near)]
    marks: list[Mark] = []
    for strap in straps:
        marks += solid(strap, look.bottom_colour, dark, depth=3, width=LINE * 0.8)
    marks += solid(bib, look.bottom_colour, dark, depth=10)
    marks += [stroke([(-16, -98), (-15, -70), (20, -70), (21, -98)], 2.2, start=0.8, end=0.8)]
    marks += [flat(disc((x * 0.6 + dx, -114), 4.4, count=6), "#e9c46a", places=1) for dx in (-20, 24)]
    return marks


def _stars(spots: tuple[Point, ...], size: float, colour: str) -> list[Mark]:
    star = [
        (0, -1),
        (0.24, -0.32),
        (0.95, -0.31),
        (0.38, 0.12),
        (0.59, 0.81),
        (0, 0.4),
        (-0.59, 0.81),
        (-0.38, 0.12),
        (-0.95, -0.31),
        (-0.24, -0.32),
    ]
    return [Path(polygon([(x + px * size, y + py * size) for px, py in star], 1), colour) for x, y in spots]


def draw_pattern(pose: Pose, look: Look) -> list[Mark]:
    """The pattern of the clothes (stars on dungarees)."""
    if "star-pattern" not in look.wears:
        return []
    spots: tuple[Point, ...] = ((-30, -40), (2, -48), (32, -38), (-12, -20), (20, -16), (2, -86))
    if pose.posture in {"stands", "walks"}:
        spots = (*spots, (-26, 30), (24, 40), (-24, 90), (30, 110), (-22, 150), (30, 165))
    return _stars(spots, 7.5, "#f6e7a8")


def _panels(pose: Pose, look: Look, hem: float, spread: float = 1.0) -> tuple[Ring, Ring]:
    """The two front panels of an open garment, near and far: the trunk's contour outside, the opening inside."""
    lean, drop = pose.joint("shoulders")
    x, y = pose.joint("neck")
    top, b = -168 + drop, look.build
    flare = 1.0 if hem <= 10 else 1.12
    near = [
        (x - 18, y - 2), (lean - 42 * b, top - 9), (lean - 59 * b, top + 18), (lean * 0.6 - 54 * b, -116),
        (lean * 0.3 - 46 * b, -72),
        (-48 * b, -30), (-50 * b * flare, hem - 6), (-26 * b, hem + 4), (-7 * spread, hem), (-9 * spread, -60),
        (x - 15 * spread, -130),
    ]  # fmt: skip
    far = [
        (x + 24, y - 2), (lean + 42 * b, top - 9), (lean + 56 * b, top + 18), (lean * 0.6 + 55 * b, -118),
        (lean * 0.3 + 47 * b, -74),
        (50 * b, -32), (50 * b * flare, hem - 6), (40 * b, hem + 3), (28 * spread, hem), (24 * spread, -60),
        (x + 19 * spread, -126),
    ]  # fmt: skip
    return near, far


def _open_garment(hem: float, lapels: bool, spread: float = 1.0) -> Callable[[Pose, Look, Point], list[Mark]]:
    def draw(pose: Pose, look: Look, dark: Point) -> list[Mark]:
        length = min(hem, 8.0) if pose.posture in {"sits", "rolls"} else hem
        near, far = _panels(pose, look, length, spread)
        marks: list[Mark] = [
            *solid(far, look.over_colour, dark, depth=10),
            *solid(near, look.over_colour, dark, depth=8),
        ]
        return [*marks, *(_lapels(pose, look) if lapels else _facings(pose, look))]

    return draw


def _facings(pose: Pose, look: Look) -> list[Mark]:
    """The knitted edge of a cardigan."""
    x, y = pose.joint("neck")
    edge = tint(look.over_colour, 0.82)
    near = stroke([(x - 20, y + 2), (x - 14, -128), (-10, -60), (-8, 2)], 6.0, start=0.9, end=0.9, colour=edge)
    return [near, stroke([(x - 16, y + 2), (x - 10, -128), (-6, -60), (-4, 2)], 2.0)]


def _lapels(pose: Pose, look: Look) -> list[Mark]:
    x, y = pose.joint("neck")
    near = [(x - 20, y - 2), (x - 36, y + 28), (x - 26, y + 36), (x - 30, y + 44), (x - 11, -96), (x - 14, -132)]
    far = [(x + 24, y - 2), (x + 38, y + 26), (x + 28, y + 34), (x + 33, y + 42), (x + 20, -98), (x + 20, -130)]
    light = lit(look.over_colour, 0.12)
    return [Path(polygon(lapel), light, INK, 3.0) for lapel in (far, near)]


def _hoodie(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """A hooded jacket, open over the shirt, the hood lying round the neck."""
    x, y = pose.joint("neck")
    hood = [(x - 22, y - 22), (x - 44, y - 6), (x - 42, y + 16), (x - 22, y + 22), (x - 14, y + 4)]
    hood_far = [(x + 20, y - 16), (x + 38, y - 2), (x + 36, y + 16), (x + 22, y + 18)]
    cords = [
        stroke([(x - 12, y + 24), (x - 14, y + 56)], 3.0, start=1, end=1, colour="#f4efe4"),
        stroke([(x + 20, y + 24), (x + 20, y + 50)], 3.0, start=1, end=1, colour="#f4efe4"),
    ]
    body = _open_garment(2, lapels=False)(pose, look, dark)
    return [
        *body,
        *solid(hood_far, look.over_colour, dark, depth=4),
        *solid(hood, look.over_colour, dark, depth=5),
        *cords,
    ]


def _denim(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """A denim work jacket: collar, chest pocket, seams in light thread."""
    thread = "#e8c98a"
    seams = [
        stroke([(-40, -112), (-14, -110)], 1.8, colour=thread),
        stroke([(-36, -112), (-35, -90), (-16, -90), (-16, -111)], 1.8, start=0.8, end=0.8, colour=thread),
    ]
    seams += [stroke([(-46, -18), (-8, -14)], 1.8, colour=thread), stroke([(28, -16), (46, -20)], 1.8, colour=thread)]
    return [*_open_garment(-6, lapels=True)(pose, look, dark), *seams]


_OVERS: dict[str, Callable[[Pose, Look, Point], list[Mark]]] = {
    "cardigan": _open_garment(4, lapels=False), "blazer": _open_garment(16, lapels=True, spread=1.1), "hoodie": _hoodie,
    "denim-jacket": _denim, "coat": _open_garment(118, lapels=True),
}  # fmt: skip


def draw_arm(pose: Pose, number: int, look: Look, dark: Point) -> list[Mark]:
    """The sleeve of an arm (0 near, 1 far), without the hand: rolled-up sleeves show the forearm."""
    arm = pose.limbs[number]
    colour = look.over_colour if look.over else look.top_colour
    colour = tint(colour, 0.9) if number else colour
    b = 0.5 + look.build / 2
    s, e, w = arm.shoulder, arm.elbow, arm.wrist
    upper = ((s[0] + e[0]) / 2, (s[1] + e[1]) / 2)
    if "rolled-sleeves" in look.wears:
        bare = limb([e, ((e[0] + w[0]) / 2, (e[1] + w[1]) / 2), w], [27 * b, 23 * b, 19 * b])
        sleeve = limb([s, upper, e], [40 * b, 41 * b, 38 * b])
        return [*solid(bare, look.skin, dark, depth=6), *_tattoo(look, e, w), *solid(sleeve, colour, dark, depth=8)]
    lower = ((e[0] + w[0]) / 2, (e[1] + w[1]) / 2)
    ring = limb([s, upper, e, lower, w], [40 * b, 41 * b, 35 * b, 33 * b, 27 * b])
    marks: list[Mark] = [*solid(ring, colour, dark, depth=8), *_folds(s, e, w)]
    return marks


def _tattoo(look: Look, elbow: Point, wrist: Point) -> list[Mark]:
    if "tattoo" not in look.wears:
        return []
    x, y = (elbow[0] * 0.45 + wrist[0] * 0.55, elbow[1] * 0.45 + wrist[1] * 0.55)
    return [
        Path(polygon([(x - 4, y + 7), (x - 2, y - 7), (x + 2, y - 7), (x + 4, y + 7)], 1), "#2b4a5e"),
        flat(disc((x, y - 9), 2.6, count=4), "#2b4a5e", places=1),
    ]


def _folds(s: Point, e: Point, w: Point) -> list[Mark]:
    """Two creases on the inner side of a bent elbow."""
    mx, my = (s[0] + w[0]) / 2 - e[0], (s[1] + w[1]) / 2 - e[1]
    size = (mx * mx + my * my) ** 0.5
    if size < 12:
        return []
    ux, uy = mx / size, my / size
    return [
        stroke([(e[0] + ux * 15, e[1] + uy * 15), (e[0] + ux * 3, e[1] + uy * 2)], 2.5, start=0.6, end=0.1),
        stroke(
            [(e[0] + ux * 14 + uy * 7, e[1] + uy * 14 - ux * 7), (e[0] + ux * 4 + uy * 9, e[1] + uy * 4 - ux * 9)],
            2.1,
            start=0.6,
            end=0.1,
        ),
    ]


def shoulder_patch(pose: Pose, look: Look) -> list[Mark]:
    """Hides the seam where the near sleeve grows out of the trunk."""
    arm = pose.limbs[0]
    colour = look.over_colour if look.over else look.top_colour
    s, e = arm.shoulder, arm.elbow
    length = ((e[0] - s[0]) ** 2 + (e[1] - s[1]) ** 2) ** 0.5 or 1.0
    ux, uy = (e[0] - s[0]) / length, (e[1] - s[1]) / length
    b = 0.5 + look.build / 2
    ring = [
        (s[0] - 10 * b, s[1] - 14),
        (s[0] + 10 * b, s[1] - 15),
        (s[0] + ux * 16 + 13 * b, s[1] + uy * 16),
        (s[0] + ux * 20, s[1] + uy * 20),
        (s[0] + ux * 14 - 13 * b, s[1] + uy * 14),
    ]
    return [Path(spline(moved(ring, 0, 1)), colour)]
