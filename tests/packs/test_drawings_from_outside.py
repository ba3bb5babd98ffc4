"""Drawings from outside: what is safe is carried over, everything else is told and left behind."""

# ruff: noqa: E501

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from kokko_ethics.packs.model import Artwork
from kokko_ethics.packs.png_reading import read_png
from kokko_ethics.packs.reading import load_pack, packs, read_picture
from kokko_ethics.packs.svg_reading import Unreadable, read_svg
from kokko_ethics.source import Source, Span
from kokko_ethics.workspace import panels_folder

PACKS = panels_folder() / "packs"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 80" width="100" height="80"'
SHAPE = '<path d="M1 1L9 1L9 9Z" fill="#123456"/>'
HOSTILE = [
    "<script>alert(1)</script>", '<g onload="alert(1)"/>', '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
    '<image href="http://example.org/a.png"/>', '<image href="file:///etc/passwd"/>', "<foreignObject><b>x</b></foreignObject>",
    '<use href="http://example.org/a.svg#x"/>', '<style>@import "http://example.org/a.css";</style>',
    '<rect width="9" height="9" fill="url(http://example.org/a.svg#g)"/>', '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>', '<path d="M0 0L9 9" style="fill:url(javascript:alert(1))"/>',
    '<filter id="f"><feImage href="http://example.org/a.png"/></filter>', '<mask id="m"><rect width="9" height="9"/></mask>',
    '<path d="M0 0L9 9Z" fill="expression(alert(1))"/>', '<iframe src="http://example.org"/>', "<text>javascript:alert(1)</text>",
    '<path d="M0 0L9 9Z" class="x" data-x="alert(1)" id="&quot;onload=alert(1)"/>', '<circle r="1e99" cx="5" cy="5"/>',
    '<path d="M0 0L1e999 1e999Z"/>', '<path d="&lt;script&gt;"/>', '<video src="http://example.org/a.mp4"/>', '<audio src="a.mp3"/>',
    '<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>', '<handler type="application/ecmascript">alert(1)</handler>',
    '<pattern id="p"><image href="http://example.org/a.png"/></pattern>', '<symbol id="s"><script>alert(1)</script></symbol>',
    '<path d="M0 0L9 9Z" stroke="#123" stroke-width="1e12"/>', '<tref xlink:href="http://example.org"/>',
    '<cursor xlink:href="http://example.org/a.cur"/>', '<!-- --><script href="data:text/javascript,alert(1)"/>',
]  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_nothing_of_a_hostile_svg_survives(part: str) -> None:
    artwork, _ = read_svg(f"{HEAD}>{part}{SHAPE}</svg>".encode())
    assert artwork.shapes
    for shape in artwork.shapes:
        assert re.fullmatch(r"(?:[MLCQ]-?[\d. e-]+|Z)+", shape.d), shape.d
        assert re.fullmatch(r"(?:#[0-9a-f]{6})?", shape.fill) and re.fullmatch(r"(?:#[0-9a-f]{6})?", shape.stroke)
    assert not artwork.png


BOMB = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
USES = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no-svg"), (b"<html/>", "no-svg"), (b"\x89PNG", "no-svg"), (f"{HEAD}></svg>".encode(), "nothing-to-draw"),
        (f"{BOMB}{HEAD}>&b;{SHAPE}</svg>".encode(), "no-svg"), (b"<svg" + b" " * 1_000_001, "too-large"),
        (f"{HEAD}>{'<g>' * 99}{SHAPE}{'</g>' * 99}</svg>".encode(), "too-deep"),
        (f"{HEAD}>{USES}{SHAPE}</svg>".encode(), "too-deep"), (f"{HEAD}>{SHAPE * 5001}</svg>".encode(), "too-many"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_says_why(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_svg(data)
    assert error.value.why == why


def test_shapes_groups_transforms_and_styles_are_carried_over() -> None:
    body = (
        '<g transform="translate(10 5) scale(2)" fill="#ff0000"><rect x="1" y="2" width="10" height="5"/></g>'
        '<circle cx="50" cy="40" r="3" style="fill:none;stroke:rgb(0,0,255);stroke-width:2"/>'
        '<linearGradient id="g"><stop stop-color="#00ff00"/></linearGradient><ellipse rx="4" ry="2" fill="url(#g)"/>'
    )
    artwork, left_out = read_svg(f"{HEAD}>{body}</svg>".encode())
    assert (artwork.width, artwork.height) == (100, 80)
    square, ring, oval = artwork.shapes
    assert square.fill == "#ff0000" and square.d.startswith("M12 9L32 9")
    assert (ring.fill, ring.stroke, ring.width) == ("", "#0000ff", 2)
    assert oval.fill == "#00ff00"
    assert left_out == ("gradient",)


def test_the_classes_of_drawing_programs_keep_their_colours() -> None:
    sheet = "<defs><style>.cls-1{fill:#abcdef;}.cls-2{fill:none;stroke:#010203;stroke-width:3px}</style></defs>"
    body = '<path class="cls-1" d="M1 1L9 1L9 9Z"/><path class="cls-2" d="M1 1L9 1L9 9Z"/>'
    artwork, left_out = read_svg(f"{HEAD}>{sheet}{body}</svg>".encode())
    assert [(shape.fill, shape.stroke, shape.width) for shape in artwork.shapes] == [("#abcdef", "", 0), ("", "#010203", 3)]
    assert not left_out


def test_a_view_that_begins_elsewhere_is_moved_to_the_corner() -> None:
    artwork, _ = read_svg(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-50 -40 100 80"><rect x="-50" y="-40" width="10" height="8"/></svg>')
    assert (artwork.width, artwork.height) == (100, 80)
    assert artwork.shapes[0].d.startswith("M0 0L10 0")


def test_holes_stay_holes_whatever_the_rule() -> None:
    both = '<path fill-rule="evenodd" d="M0 0L60 0L60 60L0 60ZM20 20L40 20L40 40L20 40Z" fill="#123456"/>'
    artwork, _ = read_svg(f"{HEAD}>{both}</svg>".encode())
    outer, inner = [ring for ring in artwork.shapes[0].d.split("M") if ring]

    def area(ring: str) -> float:
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", ring)]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))

    assert area(outer) * area(inner) < 0


def png(size: tuple[int, int] = (30, 20), **options: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGBA", size, "#7fae72").save(made, "PNG", **options)
    return made.getvalue()


def test_a_png_keeps_its_pixels_and_nothing_else() -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", "secret place")
    artwork = read_png(png(pnginfo=info))
    assert (artwork.width, artwork.height) == (30, 20)
    assert b"secret" not in artwork.png
    assert read_png(png()).png == artwork.png


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"GIF89a", "no-png"), (png()[:60], "no-png"), (png((4001, 2)), "too-wide"), (png() + b" " * 5_000_000, "too-large")],
)
def test_a_bad_png_says_why(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_png(data)
    assert error.value.why == why


def pictured(name: str, root: Path) -> tuple[Artwork | None, list[str]]:
    artwork, said = read_picture(name, root, Source.of("x"), Span(0, 1))
    return artwork, [one.code for one in said]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../a.png", "picture-outside"), ("/etc/passwd", "picture-outside"), ("link/a.png", "picture-outside"),
        ("none.png", "picture-missing"), ("a.jpg", "picture-kind"), ("bad.png", "picture-broken"), ("a", "picture-kind"),
        ("folder.png", "picture-missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_picture_is_told(tmp_path: Path, name: str, code: str) -> None:
    root = tmp_path / "scripts"
    root.mkdir()
    (root / "folder.png").mkdir()
    (tmp_path / "a.png").write_bytes(png())
    (root / "link").symlink_to(tmp_path)
    (root / "bad.png").write_bytes(b"nothing")
    assert pictured(name, root) == (None, [code])


def test_our_own_packs_are_whole() -> None:
    assert packs()["paper-cut"].resolve() == PACKS / "paper-cut"
    pack, said = load_pack(PACKS / "paper-cut")
    assert pack and not said
    assert pack.licence == "CC-BY-4.0"
    assert (PACKS / "paper-cut" / pack.licence_file).is_file()


def test_the_figure_that_fits_best_is_chosen() -> None:
    pack, _ = load_pack(PACKS / "paper-cut")
    assert pack
    sits, stands, other = (
        pack.figure(who, does, feels) for who, does, feels in
        (("aino", ("sits",), "happy"), ("aino", (), "sad"), ("hodan", ("explains",), "happy"))
    )  # fmt: skip
    assert sits and stands and other
    assert "sits" in sits.does and "happy" in sits.feels
    assert "stands" in stands.does and "sad" in stands.feels
    assert other in dict(pack.figures)["any"] and "explains" in other.does


MANIFEST = 'title = "T"\nauthor = "A"\nlicence = "CC0-1.0"\n'
FIGURE = '[[figures]]\nwho = "any"\nfile = "a.svg"\nfoot = [50, 79]\nhead = [40, 1, 20, 20]\nmouth = [50, 15]\nheight_cm = 170\n'


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ('title = "T', "pack-broken", ""), ('title = "T"\nauthor = "A"\n', "pack-value", "licence"),
        (MANIFEST + "colour = 1\n", "pack-value", "colour"), (MANIFEST + FIGURE + "fot = [1, 2]\n", "pack-value", "fot"),
        (MANIFEST + FIGURE.replace("[50, 15]", "[50]"), "pack-value", "mouth"),
        (MANIFEST + FIGURE.replace("[50, 15]", "[500, 15]"), "pack-anchor", "mouth"),
        (MANIFEST + FIGURE.replace("170", '"tall"'), "pack-value", "height_cm"),
        (MANIFEST + FIGURE + 'does = ["jumpps"]\n', "pack-word", "jumpps"),
        (MANIFEST + FIGURE + 'feels = ["hapy"]\n', "pack-word", "hapy"),
        (MANIFEST + FIGURE.replace("a.svg", "b.svg"), "picture-missing", "b.svg"),
        (MANIFEST + FIGURE.replace("a.svg", "../a.svg"), "picture-outside", "../a.svg"),
        (MANIFEST + '[[backgrounds]]\nplace = "prk"\nfile = "a.svg"\n', "pack-word", "prk"),
        (MANIFEST + '[[props]]\nname = "cup"\nfile = "a.svg"\n', "pack-value", "width_cm"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_manifest_is_told_with_its_place(tmp_path: Path, text: str, code: str, word: str) -> None:
    (tmp_path / "pack.toml").write_text(text, encoding="utf-8")
    (tmp_path / "a.svg").write_text(f"{HEAD}>{SHAPE}</svg>", encoding="utf-8")
    _, said = load_pack(tmp_path)
    assert code in [one.code for one in said]
    if word and word in text:
        (first,) = {one.place for one in said if one.code == code}
        assert word in text.split("\n")[first[0] - 1]


def test_a_manifest_speaks_every_language(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(f"{HEAD}>{SHAPE}</svg>", encoding="utf-8")
    words = 'does = ["istuu", "sitter", "holds cup"]\nfeels = ["iloinen", "ledsen", "angry"]\n'
    (tmp_path / "pack.toml").write_text(MANIFEST + FIGURE + words, encoding="utf-8")
    pack, said = load_pack(tmp_path)
    assert pack and not said
    ((_, (figure,)),) = pack.figures
    assert (figure.does, figure.feels) == (("sits", "sits", "holds-cup"), ("happy", "sad", "angry"))
