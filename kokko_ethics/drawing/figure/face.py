"""The face: brows, eyes, nose, mouth, cheeks, the lines of age, and the signs beside the head. Origin in the middle of
the head."""

from __future__ import annotations

from kokko_ethics.drawing.figure.features import Eyes, Features, Mouth
from kokko_ethics.drawing.ink import disc, flat, moved, solid, stroke
from kokko_ethics.drawing.model import Mark
from kokko_ethics.geometry import Point
from kokko_ethics.house_style import INK
from kokko_ethics.story.model import Look

_EYES: tuple[Point, Point] = ((0.0, -6.0), (30.0, -6.0))
_MOUTH: Point = (17.0, 36.0)
_WIDTHS = (1.0, 0.84)
"""The far eye is a little narrower: the head is seen from three quarters."""
_BLUSH = "#e8735a"
_TEAR = "#7db9dd"


def draw_features(look: Look, features: Features, *, speaking: bool, gaze: Point, dark: Point) -> list[Mark]:
    """Everything that moves in a face. ``gaze`` is where the eyes look, from -1 to 1 ahead and down."""
    look_to = features.gaze if features.gaze is not None else gaze
    marks: list[Mark] = [*_cheeks(features, look), *_nose(look)]
    for eye, width, inner in zip(_EYES, _WIDTHS, (1, -1), strict=True):
        marks += _eye(eye, width, features.eyes, look_to, inner)
    marks += _age(look, features)
    marks += _mouth(features.speaking if speaking else features.shut)
    return marks


def draw_brows(look: Look, features: Features) -> list[Mark]:
    """The brows, drawn over the hair: they carry the feeling."""
    colour = INK if look.age < 55 else "#77716c"
    (x1, y1), (x2, y2) = _EYES
    inner, outer = features.brows
    up = features.uneven
    near = [(x1 - 12, y1 - 19 + outer), (x1 - 1, y1 - 23.5 + (inner + outer) / 2), (x1 + 10, y1 - 20 + inner)]
    far = [
        (x2 - 8, y2 - 20 + inner - up),
        (x2 + 1, y2 - 23.5 + (inner + outer) / 2 - up),
        (x2 + 9.5, y2 - 19 + outer - up),
    ]
    return [stroke(near, 5.8, start=0.35, end=0.7, colour=colour), stroke(far, 5.4, start=0.7, end=0.35, colour=colour)]


def _cheeks(features: Features, look: Look) -> list[Mark]:
    marks: list[Mark] = [
        flat(disc((-9, 20), 8.5, 7.5), _BLUSH, features.blush, 1),
        flat(disc((37, 20), 5.5, 7), _BLUSH, features.blush, 1),
    ]
    if look.freckles:
        spots = ((-14, 14), (-7, 17), (-1, 14), (-10, 22), (-3, 22), (34, 14), (38, 19), (33, 21))
        marks += [flat(disc(spot, 1.5, count=4), "#b4653a", 0.75, 1) for spot in spots]
    if "flush" in features.signs:
        marks += [stroke([(x, 17), (x - 3, 23)], 1.8, colour="#b8453a") for x in (-14, -8, -2, 36)]
    return marks


def _nose(look: Look) -> list[Mark]:
    return [
        flat(disc((27, 10), 7), look.skin, places=1),
        stroke([(25, 1), (33.5, 6.5), (32, 15), (23.5, 15)], 3.4, start=0.2, end=0.45),
    ]


def _eye(at: Point, width: float, kind: Eyes, gaze: Point, inner: int) -> list[Mark]:
    """One eye. ``inner`` is 1 where the nose lies to the right of it, else -1."""
    x, y = at
    gx, gy = gaze[0] * 2.8, gaze[1] * 2.6
    if kind in {"smiling", "squeezed", "closed"}:
        rise = {"smiling": 5.0, "squeezed": 4.0, "closed": -1.5}[kind]
        arc = [(x - 8 * width, y + 2), (x, y - rise + (2 if kind == "closed" else 0)), (x + 8 * width, y + 2)]
        marks: list[Mark] = [stroke(arc, 3.6, start=0.5, end=0.5)]
        if kind == "squeezed":
            marks.append(stroke([(x - 8 * width, y + 5.5), (x, y + 3.5), (x + 8 * width, y + 5.5)], 1.8))
        return marks
    if kind == "wide":
        ring = disc((x, y), 10.5 * width, 12.5)
        return [
            *solid(ring, "#ffffff", (0.0, 1.0), depth=0, width=3.4, places=1),
            flat(disc((x + 1 + gx * 1.2, y + gy * 1.3), 3.9), INK, places=1),
        ]
    if kind in _LIDS:
        return _lidded((x, y), width, kind, (gx, gy), inner)
    wide, tall = (6.4, 8.6) if kind == "bright" else (4.9, 7.0)
    marks = [flat(disc((x + gx, y + gy), wide * width, tall), INK, places=1)]
    spark = 2.2 if kind == "bright" else 1.4
    marks.append(flat(disc((x - 1.4 + gx, y - 2.8 + gy), spark, count=4), "#ffffff", places=1))
    if kind == "bright":
        marks.append(flat(disc((x + 1.8 + gx, y + 3.2 + gy), 1.1, count=4), "#ffffff", places=1))
    return marks


_LIDS: dict[Eyes, tuple[float, float, float]] = {
    "half": (-1.5, 0.0, 3.2), "low": (-2.0, -2.4, 2.8), "narrow": (-2.5, 2.8, 3.4), "heavy": (1.6, -1.0, 3.6),
}  # fmt: skip
"""Lids over the eye: how far below its middle, by how much lower on the nose's side than outside, how thick a line."""


def _lidded(at: Point, w: float, kind: Eyes, gaze: Point, inner: int) -> list[Mark]:
    """An eye cut by its lid."""
    (x, y), (gx, gy) = at, gaze
    below, slant, line = _LIDS[kind]
    left, right = y + below - slant * inner, y + below + slant * inner

    def lid(px: float) -> float:
        return left + (right - left) * (px - x + 8 * w) / (16 * w)

    pupil = [(px, max(py, lid(px))) for px, py in disc((x + gx, y + gy + 1), 5.2 * w, 7.0)]
    marks: list[Mark] = [flat(pupil, INK, places=1)]
    ends = x - 9.5 * w, x + 9.5 * w
    edge = [(ends[0], lid(ends[0]) + 1), (x, lid(x) - 1), (ends[1], lid(ends[1]) + 1)]
    marks.append(stroke(edge, line, start=0.4, end=0.4))
    if kind == "narrow":
        marks.append(stroke([(x - 7 * w, y + 8), (x, y + 9), (x + 7 * w, y + 7.5)], 1.8))
    if kind == "heavy":
        marks.append(stroke([(x - 8 * w, y - 6), (x, y - 8.5), (x + 8 * w, y - 6)], 1.8))
    return marks


def _age(look: Look, features: Features) -> list[Mark]:
    marks: list[Mark] = []
    if "bags" in features.signs or look.age >= 50:
        marks += [
            stroke([(x - 6 * w, 4.5), (x, 7), (x + 6 * w, 4.5)], 1.5) for (x, _), w in zip(_EYES, _WIDTHS, strict=True)
        ]
    if look.age >= 50:
        marks.append(stroke([(7, 22), (3, 29), (4.5, 34)], 1.8, start=0.1, end=0.1))
    if look.age >= 60:
        marks += [
            stroke([(-12, -1), (-18, 2)], 1.6),
            stroke([(-11, 3), (-17, 8)], 1.6),
            stroke([(2, -42), (14, -44), (27, -42)], 1.7, start=0.1, end=0.1),
        ]
    return marks


def _mouth(mouth: Mouth) -> list[Mark]:
    x, y = _MOUTH
    curve = mouth.curve
    if mouth.kind == "line":
        return [
            stroke(
                [(x - 12, y - curve * 0.5), (x, y + curve * 0.5), (x + 11, y - curve * 0.55)], 3.4, start=0.35, end=0.35
            )
        ]
    if mouth.kind == "pressed":
        line = stroke(
            [(x - 11, y - curve * 0.4), (x, y + curve * 0.3), (x + 10, y - curve * 0.4)], 4.2, start=0.3, end=0.3
        )
        return [line, stroke([(x - 5, y + 8), (x + 5, y + 8)], 1.8)]
    if mouth.kind == "side":
        return [stroke([(x - 10, y + 2), (x, y + 1), (x + 10, y - 3 - curve * 0.3)], 3.4, start=0.3, end=0.5)]
    if mouth.kind == "wavy":
        points = [
            (x - 12, y + 2 - curve * 0.3),
            (x - 5, y - 2 + curve * 0.2),
            (x + 1, y + 2),
            (x + 6, y - 1),
            (x + 11, y + 2 - curve * 0.4),
        ]
        return [stroke(points, 3.1, start=0.4, end=0.4)]
    if mouth.kind == "round":
        ring = disc((x, y + 1), mouth.gape * 0.75, mouth.gape)
        return [
            flat(ring, INK, places=1),
            flat(disc((x, y + 1 + mouth.gape * 0.45), mouth.gape * 0.45, mouth.gape * 0.35), "#c4524b", places=1),
        ]
    return _open_mouth(mouth)


def _open_mouth(mouth: Mouth) -> list[Mark]:
    """An open mouth: dark inside, tongue below, teeth above; clenched for ``teeth``, broad for ``grin``."""
    x, y = _MOUTH
    curve, gape = mouth.curve, mouth.gape
    w = 17 if mouth.kind == "grin" else 14
    lift = 3 if curve < 0 else 0
    ring = [
        (x - w, y - curve * 0.55), (x, y - 3 + curve * 0.12 - lift), (x + w - 1, y - curve * 0.6), (x + w * 0.62,
        y + gape * 0.70),
        (x - 1, y + gape), (x - w * 0.66, y + gape * 0.74),
    ]  # fmt: skip
    top = y - 2 + curve * 0.1 - lift
    teeth_low = y + (gape * 0.62 if mouth.kind == "teeth" else gape * 0.22)
    teeth = [
        (x - w * 0.86, y - curve * 0.4),
        (x, top + 0.8),
        (x + w * 0.82, y - curve * 0.45),
        (x + w * 0.62, teeth_low),
        (x, teeth_low + 1),
        (x - w * 0.66, teeth_low),
    ]
    marks: list[Mark] = [
        *solid(ring, "#5c1f2a", (0.0, 1.0), depth=0, width=3.4, places=1),
        flat(teeth, "#fffdf6", places=1),
    ]
    if mouth.kind == "teeth":
        marks += [stroke([(x + dx, top + 2), (x + dx, teeth_low)], 1.2) for dx in (-7, 0, 7)]
    elif gape > 8:
        marks.append(flat(disc((x, y + gape * 0.80), w * 0.5, gape * 0.20), "#d9615c", places=1))
    return marks


def draw_signs(features: Features) -> list[Mark]:
    """The signs of comics beside a head: drops, lines, steam. Drawn outside the face, so they never hide it."""
    marks: list[Mark] = []
    for sign in features.signs:
        marks += _SIGNS.get(sign, lambda: [])()
    return marks


def _drop() -> list[Mark]:
    ring = [(0, -10), (5, -1), (5, 5), (0, 8), (-5, 5), (-5, -1)]
    return solid(moved(ring, -30, -34), _TEAR, (0.6, 0.6), depth=3, width=2.6, places=1)


def _tears() -> list[Mark]:
    near = [(-4, 2), (3, 2), (5, 16), (1, 26), (-6, 24), (-8, 14)]
    far = [(28, 2), (34, 2), (37, 12), (35, 22), (30, 22), (29, 12)]
    return [flat(near, _TEAR, 0.9, 1), flat(far, _TEAR, 0.9, 1)]


def _tear_in_eye() -> list[Mark]:
    return [
        *solid(
            moved([(0, -5), (3.5, 0), (3, 4), (0, 5.5), (-3, 4), (-3.5, 0)], -8, 5),
            _TEAR,
            (0.5, 0.5),
            depth=0,
            width=2,
            places=1,
        )
    ]


def _rays(points: list[tuple[Point, Point]], width: float = 3.0) -> list[Mark]:
    return [stroke([a, b], width, start=0.8, end=0.3) for a, b in points]


def _lines() -> list[Mark]:
    return _rays([((58, -50), (74, -62)), ((64, -30), (84, -35)), ((42, -70), (50, -88))])


def _sparks() -> list[Mark]:
    return _rays([((58, -44), (72, -54)), ((62, -26), (78, -28))], 2.6)


def _laugh() -> list[Mark]:
    return _rays([((58, -34), (70, -42)), ((60, -20), (74, -20)), ((-58, -44), (-70, -54))], 2.6)


def _shivers() -> list[Mark]:
    wave = [(62, -30), (67, -22), (62, -14), (67, -6)]
    return [stroke(wave, 2.4), stroke([(x + 9, y + 3) for x, y in wave], 2.0)]


def _steam() -> list[Mark]:
    puff = disc((0, 0), 9, 7)
    return [
        *solid(moved(puff, -66, -52), "#fffefa", (0.5, 0.5), depth=3, width=2.6),
        *solid(moved(puff, -80, -66), "#fffefa", (0.5, 0.5), depth=3, width=2.4),
    ]


def _vein() -> list[Mark]:
    red = "#c0392b"
    return [
        stroke([(-28, -40), (-22, -34), (-16, -40)], 2.6, colour=red),
        stroke([(-28, -26), (-22, -32), (-16, -26)], 2.6, colour=red),
    ]


def _question() -> list[Mark]:
    return [
        stroke([(58, -58), (64, -68), (72, -62), (66, -52), (65, -46)], 4.0, start=0.5, end=0.6),
        flat(disc((65, -38), 2.6), INK, places=1),
    ]


def _sigh() -> list[Mark]:
    """Breath let out: two small curls ahead of the mouth."""
    near = stroke([(50, 34), (59, 31), (63, 37), (57, 40)], 2.4, start=0.4, end=0.3)
    return [near, stroke([(56, 46), (64, 44), (67, 49), (62, 51)], 2.0, start=0.4, end=0.3)]


def _speed() -> list[Mark]:
    return _rays([((-66, -20), (-92, -20)), ((-66, 0), (-98, 0)), ((-64, 20), (-88, 20))], 2.6)


_SIGNS = {
    "drop": _drop, "tears": _tears, "tear-in-eye": _tear_in_eye, "lines": _lines, "sparks": _sparks, "laugh": _laugh,
    "shivers": _shivers,
    "steam": _steam, "vein": _vein, "question": _question, "sigh": _sigh, "speed": _speed,
}  # fmt: skip
