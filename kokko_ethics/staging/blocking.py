"""Blocking: who stands where, turns to whom, and how near the camera comes.

A panel can be staged in several takes (heads higher or lower, nearer or farther); the letterer tells which take reads
best.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kokko_ethics.geometry import Box, Point, place, union
from kokko_ethics.staging.dressing import EYE_LEVEL, TABLE_TOP, lowest_named, on_what
from kokko_ethics.staging.furniture import furnish, seat_of
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.staging.model import OUR_OWN, Art, Backdrop, Camera, Facing, Figure, Pose, Stage
from kokko_ethics.staging.posing import pose_of, unseen
from kokko_ethics.staging.skeleton import strike
from kokko_ethics.story.model import Actor, CastMember, Line, Panel

_ALOUD = {"speech", "whisper", "shout", "song", "aside"}
"""Kinds of lines that open a mouth."""
_HEAD = 38.0
"""Height of a grown-up's head in world centimetres: about 4.5 heads make a body."""
_EYES = 148.0
_FARTHEST = 95.0
"""Centimetres between two neighbours' outlines at most: people who talk stand near each other, also in a wide panel."""


_CLOSE_TOGETHER = 12.0
"""And in a two-shot, which is about what is between two people."""


@dataclass(frozen=True, slots=True)
class Take:
    """One way to frame a panel: ``top`` is where the highest head begins, as a share of the panel's height; ``near``
    scales the people, ``turned`` says that everybody is turned to us after all, where there is no room to look over a
    shoulder."""

    top: float
    near: float = 1.0
    turned: bool = False


_TAKES = {
    "wide": (Take(0.36), Take(0.44), Take(0.30), Take(0.50, 0.95), Take(0.55, 0.9), Take(0.60, 0.8)),
    "medium": (Take(0.46), Take(0.38, 1.1), Take(0.54), Take(0.60, 0.92), Take(0.30, 1.25), Take(0.64, 0.82)),
    "two-shot": (Take(0.42), Take(0.36, 1.1), Take(0.5, 0.94), Take(0.56, 0.84), Take(0.6, 0.74)),
    "over-shoulder": (Take(0.34), Take(0.42, 0.92), Take(0.28, 1.1), Take(0.5, 0.8), Take(0.56, 0.7),
                      Take(0.5, 0.84, turned=True), Take(0.6, 0.74, turned=True)),
    "close": (Take(0.34), Take(0.42, 0.95), Take(0.50, 0.85), Take(0.26, 1.1), Take(0.58, 0.72), Take(0.62, 0.62)),
    "detail": (Take(0.0), Take(0.15), Take(0.3)),
}  # fmt: skip
_SHARE = {"wide": 0.145, "medium": 0.225, "two-shot": 0.3, "over-shoulder": 0.3, "close": 0.46, "detail": 0.5}
"""Height of a head as a share of the panel's height."""
_LARGEST = {
    "wide": 44.0, "medium": 72.0, "two-shot": 90.0, "over-shoulder": 88.0, "close": 118.0, "detail": 160.0,
}  # fmt: skip
"""Heads are no higher than this, in points: a panel that grows for its words shall not grow its people with it."""
_FACING_SHARE = 0.68
"""Share of the width that belongs to those whose faces we see when the camera looks over a shoulder."""
_NEARER = 1.25
"""How much larger the person before the camera is."""
_FARTHER = 0.6
"""The camera goes back so far at most to show a thing that the script names."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame to stage in, in points, and the take to try."""

    width: float
    height: float
    take: Take


def takes(panel: Panel, sky: float) -> tuple[Take, ...]:
    """All takes of a panel, those first whose heads leave ``sky`` (a share of the height) free for words."""
    usual = _TAKES[panel.shot]
    return tuple(sorted(usual, key=lambda take: (take.turned, abs(take.top - max(sky, usual[0].top * 0.8)), take.top)))


def stage(
    panel: Panel, cast: tuple[CastMember, ...], lines: tuple[Line, ...], width: float, height: float, take: Take,
    art: Art = OUR_OWN, *, backwards: bool = False,
) -> Stage:  # fmt: skip
    """Stages ``panel`` in a frame of ``width`` by ``height`` points. ``lines`` are those spoken in it (a split panel
    has only some); ``art`` holds other people's drawings; ``backwards`` says that it is read from right to left."""
    people = {member.id: member for member in cast}
    actors = tuple(actor for actor in panel.actors if actor.character in people)
    if picture := art.pictures.get(panel.id):
        return replace(_in_a_picture(panel, people, actors, Backdrop(picture), Frame(width, height, take)),
                       backwards=backwards)  # fmt: skip
    speaking = {
        speaker for line in lines if line.channel == "seen" and line.kind in _ALOUD for speaker in line.speakers
    }
    facings = _facings(actors, lines, backwards)
    posed = [pose_of(people[one.character], one, art, speaking=one.character in speaking) for one in actors]
    poses = [pose for pose, _ in posed]
    turned = take.turned or any(drawn for _, drawn in posed)
    before = None if turned else _before_the_camera(panel, actors, lines, backwards)
    if before is None:
        camera, xs = _camera(panel, poses, facings, width, height, take)
    else:
        camera, xs = _over_shoulder_camera(panel, poses, facings, before, Frame(width, height, take))
    poses = _joined_hands(actors, people, poses, facings, xs)
    figures = [
        replace(_figure(people[actor.character], actor, pose, facing, camera, x, panel, speaking), drawn=drawn)
        for actor, pose, (_, drawn), facing, x in zip(actors, poses, posed, facings, xs, strict=True)
    ]
    figures = _looking(actors, figures, lines, backwards)
    if before is not None:
        figures[before] = _from_behind(figures, before, camera)
    depths = {"back": 0, "": 1, "front": 2}
    order = sorted(range(len(figures)), key=lambda i: (3 if i == before else depths[actors[i].depth], i))
    props = furnish(panel, figures, xs, camera, art.pack)
    place = art.pack.background(panel.place, panel.time) if art.pack and not panel.view else None
    backdrop = Backdrop(place.artwork, place.horizon) if place else None
    seen = tuple(figures[i] for i in order)
    return Stage(camera, panel.place, panel.time, panel.shot, panel.view, seen, props, backdrop, backwards)


def _in_a_picture(
    panel: Panel, people: dict[str, CastMember], actors: tuple[Actor, ...], picture: Backdrop, frame: Frame
) -> Stage:
    """A panel that one picture fills. Who speaks is in it already; the directions say on which side."""
    camera = Camera(frame.width, frame.height, frame.height / 200.0, frame.width / 2, frame.height, _EYES)
    thirds = {"left": -0.28, "middle": 0.0, "right": 0.28, "": 0.0}
    spots = {side: camera.point((share * camera.view.w, 0.0)) for side, share in thirds.items()}
    figures = tuple(
        Figure(people[one.character], unseen(one), one.feeling, 1, place(*spots[one.side], camera.scale))
        for one in actors
    )
    return Stage(camera, panel.place, panel.time, panel.shot, panel.view, figures, (), picture)


def _facings(actors: tuple[Actor, ...], lines: tuple[Line, ...], backwards: bool) -> list[Facing]:
    """Everybody turns to whom they address, else to whoever speaks, else to the nearest neighbour; who looks away turns
    from them. Who is alone looks where reading goes on."""
    index = {actor.character: i for i, actor in enumerate(actors)}
    speakers = [speaker for line in lines for speaker in line.speakers if speaker in index]
    out: list[Facing] = []
    for i, actor in enumerate(actors):
        partner = _partner(i, actor, index, speakers, lines, backwards)
        onward: Facing = -1 if backwards else 1
        facing: Facing = onward if partner is None else 1 if partner > i else -1
        out.append((-1 if facing == 1 else 1) if "looks-away" in actor.actions else facing)
    return out


def _partner(
    i: int, actor: Actor, index: dict[str, int], speakers: list[str], lines: tuple[Line, ...], backwards: bool
) -> int | None:
    """The number of the person to whom actor ``i`` turns; of two neighbours, to the one that is read first."""
    addressed = [*actor.to, *(name for line in lines if actor.character in line.speakers for name in line.to)]
    for name in [*addressed, *speakers]:
        if name in index and index[name] != i:
            return index[name]
    others = [j for j in index.values() if j != i]
    return min(others, key=lambda j: (abs(j - i), -j if backwards else j)) if others else None


def _camera(
    panel: Panel, poses: list[Pose], facings: list[Facing], width: float, height: float, take: Take
) -> tuple[Camera, list[float]]:
    """The camera, and the world x of every person."""
    if not poses and panel.things:
        return _things_camera(panel, width, height), []
    if not poses:
        scale = height * _SHARE[panel.shot] / _HEAD
        return Camera(
            width, height, scale, width / 2, height * 0.86 if panel.shot == "wide" else height * 1.1, _EYES
        ), []
    scale = min(height * _SHARE[panel.shot], _LARGEST[panel.shot]) * take.near / _HEAD
    reaches = [_reach(pose, facing, panel.shot) for pose, facing in zip(poses, facings, strict=True)]
    span = sum(left + right for left, right in reaches)
    scale = min(scale, width * 0.98 / span) if span else scale
    if panel.shot == "detail":
        return _detail_camera(poses, facings, width, height, take)
    highest = min(pose.head.y for pose in poses)
    top = take.top * height
    if (lowest := lowest_named(panel)) is not None:
        scale = max(scale * _FARTHER, min(scale, (height * 0.97 - top) / (lowest - highest)))
    lowest_chin = max(pose.head.bottom for pose in poses)
    scale = min(scale, (height * 0.97 - top) / (lowest_chin - highest))  # no head is cut, however tall the others are
    xs = _spread(reaches, width / scale, _CLOSE_TOGETHER if panel.shot == "two-shot" else _FARTHEST)
    if panel.shot == "wide":
        scale = min(scale, (height * 0.95 - top) / -highest)
        xs = _spread(reaches, width / scale)
        floor = max(top + -highest * scale, height * 0.9)
    else:
        floor = top + -highest * scale
    return Camera(width, height, scale, width / 2, floor, _EYES), xs


def _before_the_camera(
    panel: Panel, actors: tuple[Actor, ...], lines: tuple[Line, ...], backwards: bool
) -> int | None:
    """Over whose shoulder we look: at whoever speaks first, from behind the person whom they address."""
    if panel.shot != "over-shoulder" or len(actors) < 2:
        return None
    index = {actor.character: i for i, actor in enumerate(actors)}
    speakers = [speaker for line in lines for speaker in line.speakers if speaker in index]
    seen = index[speakers[0]] if speakers else 0 if backwards else len(actors) - 1
    return _partner(seen, actors[seen], index, [], lines, backwards)


def _over_shoulder_camera(
    panel: Panel, poses: list[Pose], facings: list[Facing], before: int, frame: Frame
) -> tuple[Camera, list[float]]:
    """The camera of those whose faces we see; they keep to the side that the person before the camera leaves free."""
    others = [i for i in range(len(poses)) if i != before]
    room = frame.width * _FACING_SHARE
    seen, turned = [poses[i] for i in others], [facings[i] for i in others]
    camera, xs = _camera(panel, seen, turned, room, frame.height, frame.take)
    left = frame.width - room / 2 if before < others[0] else room / 2
    places = dict(zip(others, xs, strict=True))
    beside = -1.0 if before < others[0] else 1.0
    whole = [places.get(i, beside * frame.width / 2 / camera.scale) for i in range(len(poses))]
    return replace(camera, width=frame.width, left=left), whole


def _from_behind(figures: list[Figure], before: int, camera: Camera) -> Figure:
    """The person before the camera: large, at the edge, the whole head in the picture, lower than those we look at."""
    figure = figures[before]
    others = [other.head for i, other in enumerate(figures) if i != before]
    head, low = figure.pose.head, camera.height * 0.97
    top = min(box.y + box.h * 0.3 for box in others)
    scale = min(camera.scale * _NEARER, (low - top) / (head.h * 1.3))
    room = camera.width * 0.02
    x = room - head.x * scale if figure.facing == 1 else camera.width - room + head.x * scale
    matrix = place(x, top - head.y * scale, scale, mirrored=figure.facing == -1)
    return replace(figure, matrix=matrix, from_behind=True)


def _things_camera(panel: Panel, width: float, height: float) -> Camera:
    """Nobody is in the picture: the things that the script names fill it, below the room that words need."""
    articles = [INVENTORY[thing.kind] for thing in panel.things for _ in range(thing.count)]
    tallest, across = max(a.height for a in articles), sum(a.width + 6.0 for a in articles)
    share = 0.5 if panel.shot == "detail" else 0.3
    scale = min(height * share / tallest, width * 0.8 / across, 9.0)
    stands = {on_what(thing) for thing in panel.things}
    foot = TABLE_TOP if "table" in stands else 0.0 if "floor" in stands else EYE_LEVEL + tallest / 2
    return Camera(width, height, scale, width / 2, height * 0.84 - foot * scale, _EYES)


def _reach(pose: Pose, facing: Facing, shot: str) -> tuple[float, float]:
    """How far a person reaches to the left and right of their foot, in centimetres. Near shots need only room for heads
    and shoulders."""
    box = pose.bounds if shot == "wide" else union((pose.head, Box(pose.head.centre[0] - 27, 0.0, 54.0, 1.0)))
    left, right = -box.x, box.right
    return (left, right) if facing == 1 else (right, left)


def _spread(reaches: list[tuple[float, float]], room: float, farthest: float = _FARTHEST) -> list[float]:
    """World x of everybody (0 is the middle of the panel): evenly spread, a little closer than the edges would
    allow."""
    spare = room - sum(left + right for left, right in reaches)
    gap = spare / (len(reaches) + (0.35 if len(reaches) > 1 else 1.0))
    gap = max(0.0, min(gap, farthest))
    inner = sum(left + right for left, right in reaches) + gap * (len(reaches) - 1)
    at = -inner / 2
    out = []
    for left, right in reaches:
        out.append(at + left)
        at += left + right + gap
    return out


def _detail_camera(
    poses: list[Pose], facings: list[Facing], width: float, height: float, take: Take
) -> tuple[Camera, list[float]]:
    """A detail shows hands and what they hold, and no cut head: the picture begins below the chin, or beside the head
    where the
    hand is held up to it."""
    shown = [pose.surface or (pose.hands[1] if pose.hands else pose.body) for pose in poses]
    raised = any(box.y < pose.head.bottom + 2 for box, pose in zip(shown, poses, strict=True))
    top, bottom = min(box.y for box in shown), max(box.bottom for box in shown)
    middles = [box.centre[0] for box in shown]
    if raised:
        free = min(box.centre[0] - pose.head.right - 3.0 for box, pose in zip(shown, poses, strict=True))
        scale = max(width / 2 / max(free, 7.0), height * (0.84 - take.top) / (bottom - top + 26))
        middles = [
            max(middle, pose.head.right + 3.0 + width / 2 / scale) for middle, pose in zip(middles, poses, strict=True)
        ]
        floor = height * (0.58 + take.top / 2) - (top + bottom) / 2 * scale
    else:
        chin = max(pose.head.bottom for pose in poses) + 3
        scale = max(height * 0.96 / (bottom + 10 - chin), height * (0.84 - take.top) / (bottom - top + 34))
        floor = height * 0.92 - bottom * scale
    slot = width / scale / len(poses)
    xs = [slot * (i + 0.5) - width / scale / 2 - m * f for i, (m, f) in enumerate(zip(middles, facings, strict=True))]
    return Camera(width, height, scale, width / 2, floor, _EYES), xs


def _joined_hands(
    actors: tuple[Actor, ...], people: dict[str, CastMember], poses: list[Pose], facings: list[Facing], xs: list[float]
) -> list[Pose]:
    """Two neighbours who shake hands move together until their hands meet half way."""
    out = list(poses)
    for i in range(len(actors) - 1):
        a, b = actors[i], actors[i + 1]
        if (
            "shakes-hands" not in a.actions
            or "shakes-hands" not in b.actions
            or facings[i] != 1
            or facings[i + 1] != -1
        ):
            continue
        gap = xs[i + 1] - xs[i]
        near = min(gap, 96.0)
        xs[i], xs[i + 1] = xs[i] + (gap - near) / 2, xs[i + 1] - (gap - near) / 2
        height = (
            (poses[i].hands[0].centre[1] + poses[i + 1].hands[0].centre[1]) / 2
            if poses[i].hands and poses[i + 1].hands
            else -88.0
        )
        for k, actor in ((i, a), (i + 1, b)):
            if not poses[k].joints:  # drawn by somebody else's hand
                continue
            look = people[actor.character].look
            meets = (near / 2, height)
            out[k] = strike(look, actor.actions, actor.feeling, strength=actor.strength, meets=meets)
    return out


def _figure(
    member: CastMember,
    actor: Actor,
    pose: Pose,
    facing: Facing,
    camera: Camera,
    x: float,
    panel: Panel,
    speaking: set[str],
) -> Figure:
    far = 0.9 if actor.depth == "back" else 1.06 if actor.depth == "front" else 1.0
    px, py = camera.point((x, -10.0 if actor.depth == "back" else 4.0 if actor.depth == "front" else 0.0))
    matrix = place(px, py, camera.scale * far, mirrored=facing == -1)
    seat = seat_of(panel.place) if pose.posture == "sits" else ""
    return Figure(member, pose, actor.feeling, facing, matrix, member.id in speaking, seat, strength=actor.strength)


def _looking(
    actors: tuple[Actor, ...], figures: list[Figure], lines: tuple[Line, ...], backwards: bool
) -> list[Figure]:
    """Eyes meet: everybody looks at the partner's face, in the frame of their own head."""
    index = {actor.character: i for i, actor in enumerate(actors)}
    speakers = [speaker for line in lines for speaker in line.speakers if speaker in index]
    out = []
    for i, (actor, figure) in enumerate(zip(actors, figures, strict=True)):
        partner = _partner(i, actor, index, speakers, lines, backwards)
        out.append(replace(figure, gaze=_gaze(figure, actor, figures[partner] if partner is not None else None)))
    return out


def _gaze(figure: Figure, actor: Actor, partner: Figure | None) -> Point:
    if {"reads", "writes"} & set(actor.actions):
        return (0.45, 1.0)
    if partner is None or "looks-away" in actor.actions:
        return (0.7, 0.0)
    (x, y), (tx, ty) = figure.face.centre, partner.face.centre
    dx, dy = (tx - x) * figure.facing, ty - y
    size = max(abs(dx), abs(dy), 1e-6)
    return (round(max(-0.6, min(1.0, dx / size)), 2), round(max(-1.0, min(1.0, dy / size)), 2))
