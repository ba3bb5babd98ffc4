"""A page's panels share their shapes and leave out what lies beside them; nobody can see that they do."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter

from kokko_ethics.compiler import compile_story
from kokko_ethics.drawing.model import Drawing, Group, Path
from kokko_ethics.edition import Pane
from kokko_ethics.outputs.cropping import cropped
from kokko_ethics.outputs.painting import without_lettering
from kokko_ethics.outputs.path_data import steps, tight
from kokko_ethics.outputs.png import resvg
from kokko_ethics.outputs.shapes import Shapes
from kokko_ethics.outputs.svg import to_svg, to_svg_in_page
from kokko_ethics.source import Source
from kokko_ethics.workspace import panels_folder

SCRIPT = File(__file__).parent.parent / "scripts" / "kahvitauko.md"


@pytest.fixture(scope="module")
def panes() -> tuple[Pane, ...]:
    source = Source.of(SCRIPT.read_text(encoding="utf-8"), str(SCRIPT))
    made = compile_story(source, "kahvitauko", panels=panels_folder()).edition
    assert made
    return made.web


def drawn(svgs: list[str]) -> Image.Image:
    """The drawings one below the other, as a page with all of them shows them."""
    places = [svg.replace("<svg ", f'<svg y="{500 * at}" width="400" height="400" ', 1) for at, svg in enumerate(svgs)]
    size = f'width="400" height="{500 * len(svgs)}"'
    page = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(places)}</svg>'
    done = subprocess.run([resvg(), "--background", "#fff", "-", "-c"], input=page.encode(), capture_output=True)
    assert done.returncode == 0, done.stderr
    return Image.open(BytesIO(done.stdout)).convert("RGB")


def same(one: Image.Image, other: Image.Image) -> bool:
    """Whether nobody sees a difference: edges may be smoothed otherwise by a twentieth of a point."""
    soft = [picture.filter(ImageFilter.BoxBlur(1)) for picture in (one, other)]
    return max(high for _, high in ImageChops.difference(*soft).getextrema()) < 32


def test_panels_that_share_their_shapes_look_as_they_do_alone_and_weigh_less(panes: tuple[Pane, ...]) -> None:
    whole = [without_lettering(pane.drawing) for pane in panes]
    lean = [cropped(drawing) for drawing in whole]
    shapes = Shapes(lean)
    alone, shared = [to_svg(one) for one in whole], [to_svg_in_page(one, shapes) for one in lean]
    assert same(drawn(alone), drawn(shared))
    assert len("".join(shared)) < 0.8 * len("".join(alone))


def test_every_shape_is_written_before_it_is_used(panes: tuple[Pane, ...]) -> None:
    lean = [cropped(pane.drawing) for pane in panes]
    shapes = Shapes(lean)
    page = "".join(to_svg_in_page(drawing, shapes) for drawing in lean)
    written = re.findall(r' id="(_[0-9a-f]+)"', page)
    assert len(written) == len(set(written)) > 10
    for use in re.finditer(r'href="#(_[0-9a-f]+)"', page):
        assert page.index(f' id="{use[1]}"') < use.start()


def panel(*marks: Path | Group) -> Drawing:
    return Drawing("p", 100.0, 100.0, marks, "fi", "", "", "")


IN = Path("M10 10L90 90", stroke="#000000", width=2.0)
CURVES = {
    "beside it": ("M110 10L190 90", False),
    "touching it with its line": ("M100.5 10L190 90", True),
    "with a handle inside": ("M-50 50C-20 50 20 50 -50 60", True),
    "below, step by step": ("m10 10l0 100", True),
    "begun again outside": ("M200 10l5 5zm0 5l5 5z", False),
    "bent back by a mirrored handle": ("M120 50c0 0 60 0 30 0s-200 0 0 0", True),
    "a quadratic curve": ("M120 10Q50 50 120 90", True),
}


@pytest.mark.parametrize("case", CURVES)
def test_only_what_cannot_be_seen_is_left_out(case: str) -> None:
    d, stays = CURVES[case]
    path = Path(d, stroke="#000000", width=2.0)
    assert cropped(panel(IN, path)).marks == ((IN, path) if stays else (IN,))


def test_groups_carry_what_they_hold_out_of_the_picture_and_back() -> None:
    away = Group((IN,), matrix=(1.0, 0.0, 0.0, 1.0, 0.0, 200.0))
    back = Group((Group((IN,), matrix=(1.0, 0.0, 0.0, 1.0, 0.0, 200.0)),), matrix=(1.0, 0.0, 0.0, 1.0, 0.0, -200.0))
    assert cropped(panel(away, back)).marks == (back,)


def test_paths_that_always_meet_are_one_shape_and_the_colours_stay_theirs() -> None:
    long = "M10 10" + "L20 20L30 10" * 8
    pair = (Path(long, "#aa0000"), Path(f"{long}Z", "#00aa00"))
    other = replace(pair[0], fill="#0000aa")
    first, second = panel(*pair), replace(panel(Group(pair), other), id="q")
    shapes = Shapes([first, second])
    one, two = to_svg_in_page(first, shapes), to_svg_in_page(second, shapes)
    assert one.count("<defs>") == 1 and "<path" not in two
    assert (two.count("<use"), two.count("#0000aa")) == (2, 1)


@st.composite
def paths(draw: st.DrawFn) -> str:
    """Path data of our commands, absolute and relative, with two decimals at most."""
    parts = [f"M{draw(_POINT)}"]
    for command in draw(st.lists(st.sampled_from("MLCSQZlcsqz"), min_size=1, max_size=8)):
        count = {"M": 1, "L": 1, "C": 3, "S": 2, "Q": 2, "Z": 0}[command.upper()]
        parts.append(command + " ".join(draw(_POINT) for _ in range(count)))
    return "".join(parts)


_VALUE = st.integers(-99_999, 99_999).map(lambda value: value / 100)
_POINT = st.builds("{:g} {:g}".format, _VALUE, _VALUE)


@given(paths(), st.sampled_from([0.02, 0.05, 0.2, 0.6]))
def test_a_path_in_fewer_signs_goes_the_same_way(d: str, slack: float) -> None:
    long, short = list(steps(d)), list(steps(tight(d, slack)))
    assert [step.command for step in short] == [step.command for step in long]
    for one, other in zip(long, short, strict=True):
        near = pytest.approx([c for p in one.points for c in p], abs=slack + 0.0001)
        assert [c for p in other.points for c in p] == near


def test_what_is_only_drawn_small_is_written_less_finely() -> None:
    long = "M10.31 10.12" + "L20.44 20.38L30.27 10.86" * 8
    small = Group((Path(long, "#aa0000"),), matrix=(0.25, 0.0, 0.0, 0.25, 0.0, 0.0))
    fine, coarse = panel(Path(long, "#00aa00")), panel(small)
    both = Shapes([coarse, replace(fine, id="q")])
    assert both.slack(long) == pytest.approx(0.05)
    assert Shapes([coarse]).slack(long) == pytest.approx(0.2)
    assert len(tight(long, 0.2)) < len(tight(long))


def test_a_curve_takes_half_the_signs() -> None:
    assert tight("M10.25 20L10.75 20.5C12.04 21.06 13 22 14 23Z") == "M10.2 20l.6.5c1.2.6 2.2 1.5 3.2 2.5z"
    assert tight("M10 10L20 10L20 30.5L12 24Z") == "M10 10h10v20.5l-8-6.5z"
