"""Staging: a panel as a little stage. Who stands where in which pose, before which backdrop, through which camera.

The world is measured in centimetres: x runs along the room, y downwards, the floor line on which people stand is y = 0,
so a
standing person reaches to about y = -170. The camera maps the world into the panel, which is measured in points from
its
own top left corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kokko_ethics.geometry import Box, Matrix, Point, apply
from kokko_ethics.packs.model import Artwork, DrawnFigure, DrawnProp, Pack
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.story.model import CastMember, Strength

Facing = Literal[1, -1]
"""1 looks towards the right edge of the panel, -1 towards the left."""

Posture = Literal["stands", "sits", "walks", "rolls"]

Layer = Literal["", "front", "top"]
"""Where an arm lies: as usual (the near arm before the trunk, the far one behind it), before the trunk, over the other
arm."""


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm in its pose: shoulder, elbow and wrist in figure units, the hand's shape, its turn in degrees (0 points
    ahead), what it holds."""

    shoulder: Point
    elbow: Point
    wrist: Point
    hand: str
    turn: float
    holds: str = ""
    flipped: bool = False
    layer: Layer = ""


@dataclass(frozen=True, slots=True)
class Pose:
    """A body struck into a pose, in centimetres, origin on the floor below the hip, drawn as if facing right.

    ``joints`` and ``limbs`` are what the drawing puts flesh on, in figure units from the hip (``unit`` centimetres
    each, the floor ``floor``
    units below the hip). The boxes and points are what the letterer has to keep free or aim at, in centimetres. All of
    them hold for facing right;
    mirror x for facing left.
    """

    posture: Posture
    actions: tuple[str, ...]
    joints: tuple[tuple[str, Point], ...]
    limbs: tuple[Limb, ...]
    head: Box
    face: Box
    mouth: Point
    hands: tuple[Box, ...]
    body: Box
    bounds: Box
    unit: float = 0.305
    floor: float = 234.0
    tilt: float = 0.0
    surface: Box | None = None
    """Where words can stand on what the person wears or holds (a tag, card, paper, phone, laptop)."""

    def joint(self, name: str) -> Point:
        """The place of one joint.

        Raises:
            KeyError: if the pose has no such joint.
        """
        return dict(self.joints)[name]


@dataclass(frozen=True, slots=True)
class Camera:
    """How the world comes into the panel: ``scale`` points a centimetre, ``floor`` and ``left`` the panel point of the
    world's origin, ``eye`` the height of the horizon above the floor in centimetres (standing eyes: about 155)."""

    width: float
    height: float
    scale: float
    left: float
    floor: float
    eye: float = 150.0

    @property
    def matrix(self) -> Matrix:
        """World to panel."""
        return (self.scale, 0.0, 0.0, self.scale, self.left, self.floor)

    def point(self, p: Point) -> Point:
        """A world point in the panel."""
        return apply(self.matrix, p)

    @property
    def horizon(self) -> float:
        """The panel y of the horizon."""
        return self.floor - self.eye * self.scale

    @property
    def view(self) -> Box:
        """What of the world the panel shows, in centimetres."""
        return Box(-self.left / self.scale, -self.floor / self.scale, self.width / self.scale, self.height / self.scale)


@dataclass(frozen=True, slots=True)
class Figure:
    """A person on the stage."""

    member: CastMember
    pose: Pose
    feeling: str
    facing: Facing
    matrix: Matrix
    """Figure centimetres (facing right) to panel points; mirrors when ``facing`` is -1."""
    speaking: bool = False
    seat: str = ""
    """What a sitting person sits on: ``chair``, ``office-chair``, ``cafe-chair``, ``armchair``, ``bench``, or
    nothing."""
    gaze: Point = (0.0, 0.0)
    """Where the eyes look, in the head's own frame: x from -1 (behind) to 1 (ahead), y from -1 (up) to 1 (down)."""
    strength: Strength = ""
    drawn: DrawnFigure | None = None
    """Drawn by somebody else's hand, for this pose."""
    from_behind: bool = False
    """Whether we look over this person's shoulder."""

    @property
    def head(self) -> Box:
        """The head with hair, in the panel."""
        return self.pose.head.mapped(self.matrix)

    @property
    def face(self) -> Box:
        """The face, in the panel."""
        return self.pose.face.mapped(self.matrix)

    @property
    def mouth(self) -> Point:
        """The mouth, in the panel."""
        return apply(self.matrix, self.pose.mouth)

    @property
    def body(self) -> Box:
        """Trunk and legs, in the panel."""
        return self.pose.body.mapped(self.matrix)

    @property
    def hands(self) -> tuple[Box, ...]:
        """Hands with what they hold, in the panel."""
        return tuple(hand.mapped(self.matrix) for hand in self.pose.hands)


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing on the stage: ``kind`` names its drawing, ``at`` the middle of its foot in world centimetres, ``width``
    its
    width in centimetres where the kind can be of any width (a table), else 0."""

    kind: str
    at: Point
    layer: Literal["back", "front"] = "back"
    facing: Facing = 1
    width: float = 0.0
    named: bool = False
    """Whether the script asked for it: then words are kept off it."""
    drawn: DrawnProp | None = None

    @property
    def box(self) -> Box:
        """The room that it takes, in world centimetres."""
        article = INVENTORY[self.kind]
        width, height = self.width or article.width, article.height
        if self.drawn:
            width = self.drawn.width_cm
            height = self.drawn.artwork.height * self.drawn.cm_per_unit
        return Box(self.at[0] - width / 2, self.at[1] - height, width, height)


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What an illustrator drew for this panel: a place with its ``horizon`` (a share of its height from above), or a
    picture that fills the panel and has none."""

    artwork: Artwork
    horizon: float | None = None


@dataclass(frozen=True, slots=True)
class Art:
    """Other people's drawings for a story: an art pack, and pictures that fill panels, by the panels' ids."""

    pack: Pack | None = None
    pictures: Mapping[str, Artwork] = field(default_factory=dict)


OUR_OWN = Art()
"""Nothing but our own drawings."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One staged panel. ``figures`` are in painting order, the farthest first; ``backwards`` says that it is read from
    right to left."""

    camera: Camera
    place: str
    time: str
    shot: str
    view: str
    figures: tuple[Figure, ...]
    props: tuple[Prop, ...] = ()
    backdrop: Backdrop | None = None
    backwards: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether one picture from outside fills the panel, people and all."""
        return self.backdrop is not None and self.backdrop.horizon is None

    @property
    def named(self) -> tuple[Box, ...]:
        """What the script asked for, in the panel."""
        return tuple(prop.box.mapped(self.camera.matrix) for prop in self.props if prop.named)
