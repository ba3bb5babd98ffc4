"""The trunk: its contour, neck, collars and everything worn on it, in figure units from the hip, facing right."""

from __future__ import annotations

from collections.abc import Callable

from kokko_ethics.drawing.figure.limbs import stars
from kokko_ethics.drawing.ink import LINE, disc, flat, limb, lit, polygon, solid, spline, stroke, tint
from kokko_ethics.drawing.model import Mark, Path
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.staging.model import Pose
from kokko_ethics.staging.skeleton import physique_of
from kokko_ethics.story.model import Look

Ring = list[Point]


def sides(pose: Pose, look: Look, more: float = 0.0) -> tuple[Ring, Ring]:
    """The near (back) and the far (front) side of the trunk, from the shoulder to the hem, ``more`` units wider."""
    lean, drop = pose.joint("shoulders")
    p, y = physique_of(look), -168 + drop
    near = [
        (lean - p.shoulder * 0.72, y - 7 + p.stoop * 0.3), (lean - p.shoulder - more, y + 20 + p.stoop * 0.4),
        (lean * 0.6 - p.chest - p.stoop * 0.4 - more, -118), (lean * 0.3 - p.waist - more, -74),
        (-p.hip - more, -32), (-p.hip * 0.98 - more, -3),
    ]  # fmt: skip
    far = [
        (lean + p.shoulder * 0.74, y - 9), (lean + p.shoulder * 0.97 + more, y + 18),
        (lean * 0.6 + p.chest + 3 + more, -120), (lean * 0.3 + p.waist + p.belly + more, -74),
        (p.hip + p.belly * 0.7 + more, -34), (p.hip + more, -6),
    ]  # fmt: skip
    return near, far


def draw_trunk(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """The trunk with everything worn on it, neck and collar included."""
    (x, y), (near, far) = pose.joint("neck"), sides(pose, look)
    ring = [(x - 18, y - 2), *near, (0, 6), *far[::-1], (x + 20, y - 2), (x + 2, y + 12)]
    marks: list[Mark] = solid(ring, look.top_colour, dark, depth=12)
    marks += _TOPS.get(look.top, _nothing)(pose, look, dark)
    if look.bottom == "dungarees":
        marks += _dungarees(pose, look, dark)
    marks += _pattern(pose, look)
    marks += _neck(pose, look, dark)
    marks += _collar(pose, look, dark)
    marks += _OVERS.get(look.over, _nothing)(pose, look, dark)
    waist = near[3][0]
    return [*marks, stroke([(waist + 2, -66), (waist + 14, -60), (waist + 20, -51)], 2.4, start=0.7, end=0.1)]


def _nothing(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    return []


def _neck(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """The neck bends between the head and the trunk."""
    x, y = pose.joint("neck")
    hx, hy = pose.joint("head")
    w = physique_of(look).neck
    dx = hx - 5 - x
    ring = [
        (x - w + dx, hy + 38), (x + w - 3 + dx, hy + 40), (x + w, y), (x + w + 6, y + 14), (x, y + 28),
        (x - w - 9, y + 14), (x - w - 2, y - 2),
    ]  # fmt: skip
    shadow = [(x - w + dx, y - 14), (x + 2, y - 2), (x + w - 1, y - 10), (x + w, y + 2), (x + 2, y + 9), (x - w, y)]
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
    spots = "".join(spline(disc((x * 0.6 + 5, yy), 2.5, count=4), places=1) for yy in (-126, -94, -62, -30))
    return [stroke([(x + 2, y + 36), (x * 0.6 + 1, -70), (1, 2)], 2.3), Path(spots, INK)]


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
    outer_near, outer_far = sides(pose, look)
    bib = [
        (x * 0.6 - 27, -120), (x * 0.6 + 31, -120), (34, -82), *((px, py) for px, py in outer_far[-3:]), (0, 7),
        *((px, py) for px, py in outer_near[:-4:-1]), (-30, -82),
    ]  # fmt: skip
    near, far = [(x - 40, -178), (x * 0.6 - 22, -118)], [(x + 38, -178), (x * 0.6 + 26, -118)]
    straps = [limb(strap, [15, 15], 1) for strap in (far, near)]
    marks: list[Mark] = []
    for strap in straps:
        marks += solid(strap, look.bottom_colour, dark, depth=3, width=LINE * 0.8)
    marks += solid(bib, look.bottom_colour, dark, depth=10)
    marks += [stroke([(-16, -98), (-15, -70), (20, -70), (21, -98)], 2.2, start=0.8, end=0.8)]
    marks += [flat(disc((x * 0.6 + dx, -114), 4.4, count=6), "#e9c46a", places=1) for dx in (-20, 24)]
    return marks


def _pattern(pose: Pose, look: Look) -> list[Mark]:
    """The pattern of the clothes (stars on dungarees)."""
    spots: tuple[Point, ...] = ((-30, -40), (2, -48), (34, -38), (-12, -20), (22, -16), (2, -86))
    return stars(spots, 7.5, "#f6e7a8") if "star-pattern" in look.wears else []


def _panels(pose: Pose, look: Look, hem: float, spread: float = 1.0) -> tuple[Ring, Ring]:
    """The two front panels of an open garment, near and far: the trunk's contour outside, the opening inside."""
    x, y = pose.joint("neck")
    hip = physique_of(look).hip
    near, far = sides(pose, look, 2.0)
    if hem > 10:
        near, far = (
            [*side[:-1], (side[-1][0] * k, hem * 0.5), (side[-1][0] * k * 1.18, hem - 4)]
            for side, k in ((near, 1.04), (far, 1.0))
        )
    else:
        near, far = [*near[:-1], (near[-1][0], hem - 5)], [*far[:-1], (far[-1][0], hem - 6)]
    return (
        [
            (x - 18, y - 2),
            *near,
            (-26 / 48 * hip, hem + 4),
            (-8 * spread, hem + 2),
            (-9 * spread, -60),
            (x - 15 * spread, -130),
        ],
        [
            (x + 24, y - 2),
            *far,
            (40 / 48 * hip, hem + 3),
            (28 * spread, hem),
            (24 * spread, -60),
            (x + 19 * spread, -126),
        ],
    )


def _coat_tails(pose: Pose, look: Look, dark: Point) -> list[Mark]:
    """What a long coat does when its wearer sits: it falls over the thighs."""
    ring = [(-48, -14), (20, -34), (84, -38), (104, -12), (98, 30), (84, 58), (58, 40), (0, 34), (-46, 26)]
    return solid(ring, tint(look.over_colour, 0.94), dark, depth=9)


def _open_garment(hem: float, lapels: bool, spread: float = 1.0) -> Callable[[Pose, Look, Point], list[Mark]]:
    def draw(pose: Pose, look: Look, dark: Point) -> list[Mark]:
        seated = pose.posture in {"sits", "rolls"}
        near, far = _panels(pose, look, min(hem, 6.0) if seated else hem, spread)
        return [
            *(_coat_tails(pose, look, dark) if seated and hem > 60 else ()),
            *solid(far, look.over_colour, dark, depth=10), *solid(near, look.over_colour, dark, depth=8),
            *(_lapels(pose, look) if lapels else _facings(pose, look)),
        ]  # fmt: skip

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
    "denim-jacket": _denim, "coat": _open_garment(136, lapels=True),
}  # fmt: skip
