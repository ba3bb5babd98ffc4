"""``kokko check --print``: a print shop's complaints, before the print shop has them."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from asked import STORY, Desk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kokko_ethics.diagnostics import Diagnostic
from kokko_ethics.geometry import MM
from kokko_ethics.preflight.measuring import measure
from kokko_ethics.preflight.rules import inspect

A5 = (148 * MM, 210 * MM)


def made(path: Path, content: str = "", pages: int = 4, size: tuple[float, float] = A5, **boxes: list[float]) -> Path:
    """A PDF of empty pages, the second of which has ``content``; /Im is a picture of 100 × 50 dots, /F a loose font."""
    with pikepdf.new() as pdf:
        picture = pdf.make_stream(b"\0" * 5000, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=100,
                                  Height=50, BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceGray)  # fmt: skip
        inner = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture))
        form = pdf.make_stream(b"0.5 0 0 0.5 0 0 cm /Im Do 0 0 m 9 9 l S", Type=pikepdf.Name.XObject,
                               Subtype=pikepdf.Name.Form, BBox=[0, 0, 999, 999], Resources=inner)  # fmt: skip
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Loose)
        for number in range(1, pages + 1):
            page = pdf.add_blank_page(page_size=size)
            for name, sides in boxes.items():
                page.obj[f"/{name}"] = pikepdf.Array(sides)
            if number == 2 and content:
                page.obj.Contents = pdf.make_stream(content.encode())
                page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture, Fm=form))
                if "/F " in content:
                    page.obj.Resources.Font = pikepdf.Dictionary(F=font)
        pdf.save(path)
    return path


def found(path: Path) -> dict[str, dict[str, str]]:
    """What is said of a file beside its facts: codes and values."""
    measured = measure(path)
    said = (measured,) if isinstance(measured, Diagnostic) else tuple(inspect(measured))
    return {one.code: dict(one.values) for one in said if one.code != "pdf-facts"}


@pytest.mark.parametrize(
    ("content", "code", "values"),
    [
        ("q 24 0 0 12 0 0 cm /Im Do Q", "", {}),
        ("q 36 0 0 18 0 0 cm /Im Do Q", "pdf-picture-coarse", {"ppi": "200", "pages": "2"}),
        ("q 72 0 0 9 0 0 cm /Im Do Q", "pdf-picture-coarse", {"ppi": "100", "pages": "2"}),
        ("q 0 72 -36 0 0 0 cm /Im Do Q", "pdf-picture-coarse", {"ppi": "100", "pages": "2"}),
        ("q 144 0 0 72 0 0 cm /Fm Do Q", "pdf-picture-coarse", {"ppi": "100", "pages": "2"}),
        ("q 50 0 0 50 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", "pdf-picture-coarse", {"ppi": "1"}),
        ("0.25 w 0 0 m 9 9 l S", "", {}),
        ("0.2 w 0 0 m 9 9 l S", "pdf-line-thin", {"width": "0.2", "pages": "2"}),
        ("q 0.1 0 0 0.1 0 0 cm 1 w 0 0 m 9 9 l S Q", "pdf-line-thin", {"width": "0.1"}),
        ("q 0.1 w Q 0 0 m 9 9 l S", "", {}),
        ("0 w 0 0 9 9 re B", "pdf-line-thin", {"width": "0"}),
        ("q 0.2 0 0 0.2 0 0 cm 1 0 0 1 0 0 cm /Fm Do Q", "pdf-line-thin", {"width": "0.1"}),
        ("BT /F 12 Tf (x) Tj ET", "pdf-font-missing", {"fonts": "Loose"}),
    ],
)
def test_what_is_drawn_is_measured_as_large_as_it_is_printed(
    tmp_path: Path, content: str, code: str, values: dict[str, str]
) -> None:
    said = found(made(tmp_path / "a.pdf", content))
    assert list(said) == ([code] if code else [])
    assert values.items() <= said.get(code, {}).items()


def around(trim: list[float], more: float) -> list[float]:
    return [trim[0] - more, trim[1] - more, trim[2] + more, trim[3] + more]


@pytest.mark.parametrize(
    ("bleed", "code"), [(3.0, ""), (2.0, "pdf-bleed-short"), (-1.0, "pdf-boxes-wrong"), (20.0, "pdf-boxes-wrong")]
)
def test_bleed_is_3_mm_and_stays_on_the_sheet(tmp_path: Path, bleed: float, code: str) -> None:
    trim = [30.0, 30.0, 30.0 + A5[0], 30.0 + A5[1]]
    boxes = {"TrimBox": trim, "BleedBox": around(trim, bleed * MM)}
    said = found(made(tmp_path / "a.pdf", size=(A5[0] + 60, A5[1] + 60), **boxes))
    assert list(said) == ([code] if code else [])


@pytest.mark.parametrize(
    ("pages", "size", "code"),
    [(8, A5, ""), (10, A5, "pdf-pages-not-four"), (2, A5, ""), (10, (210 * MM, 297 * MM), "")],
)
def test_a_booklet_fills_its_sheets(tmp_path: Path, pages: int, size: tuple[float, float], code: str) -> None:
    assert list(found(made(tmp_path / "a.pdf", pages=pages, size=size))) == ([code] if code else [])


def test_pages_of_two_sizes_are_named(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        for size in (A5, A5, (300, 300), (300, 300), A5, (200, 200)):
            pdf.add_blank_page(page_size=size)
        pdf.save(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf") == {"pdf-sizes-differ": {"first": "148 × 210", "pages": "3–4, 6"}}


def test_a_form_that_holds_itself_comes_to_an_end(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        form = pdf.make_indirect(pdf.make_stream(b"/Fm Do", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]))
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form))
        page = pdf.add_blank_page(page_size=A5)
        page.obj.Contents, page.obj.Resources = pdf.make_stream(b"/Fm Do"), form.Resources
        pdf.save(tmp_path / "a.pdf")
    assert found(tmp_path / "a.pdf") == {}


def test_files_that_cannot_be_read_are_told_apart(tmp_path: Path) -> None:
    with pikepdf.open(made(tmp_path / "a.pdf")) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    (tmp_path / "text.pdf").write_text("not a PDF", encoding="utf-8")
    (tmp_path / "empty.pdf").write_bytes(b"")
    names = ("none.pdf", "locked.pdf", "text.pdf", "empty.pdf")
    codes = [code for name in names for code in found(tmp_path / name)]
    assert codes == ["pdf-missing", "pdf-locked", "pdf-damaged", "pdf-damaged"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=30))
def test_no_damage_makes_it_fall_over(tmp_path: Path, changes: list[tuple[int, int]]) -> None:
    whole = tmp_path / "whole.pdf"
    if not whole.exists():
        made(whole, "q 72 0 0 36 0 0 cm /Im Do /Fm Do Q 0.2 w 0 0 m 9 9 l S BT /F 12 Tf (x) Tj ET")
    data = bytearray(whole.read_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    (tmp_path / "damaged.pdf").write_bytes(bytes(data))
    found(tmp_path / "damaged.pdf")


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_good_files_give_0_and_bad_ones_1(desk: Desk, lang: str) -> None:
    made(desk.folder / "good.pdf")
    made(desk.folder / "bad.pdf", "0.1 w 0 0 m 9 9 l S")
    good, bad = (desk.ask("check", "--print", name, lang=lang) for name in ("good.pdf", "bad.pdf"))
    assert (good.code, bad.code) == (0, 1)
    assert "148 × 210 mm" in good.out and "[pdf-line-thin]" in bad.out
    assert "{" not in good.out + bad.out


def test_a_picture_that_is_not_quite_sharp_is_an_error_only_with_strict(desk: Desk) -> None:
    made(desk.folder / "soft.pdf", "q 36 0 0 18 0 0 cm /Im Do Q")
    assert [desk.ask("check", "--print", *more, "soft.pdf").code for more in ((), ("--strict",))] == [0, 1]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_complaint_has_all_of_its_words(desk: Desk, lang: str) -> None:
    trim = [30.0, 30.0, 30.0 + A5[0], 30.0 + A5[1]]
    soft = "q 36 0 0 18 0 0 cm /Im Do Q 0.1 w 0 0 m 9 9 l S BT /F 12 Tf (x) Tj ET"
    made(desk.folder / "many.pdf", soft, pages=6)
    made(desk.folder / "narrow.pdf", size=(A5[0] + 60, A5[1] + 60), TrimBox=trim, BleedBox=around(trim, 1.0))
    made(desk.folder / "wrong.pdf", TrimBox=trim)
    answer = desk.ask("check", "--print", "many.pdf", "narrow.pdf", "wrong.pdf", "missing.pdf", lang=lang)
    codes = set(re.findall(r"\[(pdf-[a-z-]+)\]", answer.out))
    assert len(codes) == 8
    assert "…" not in answer.out and "missing.pdf" in answer.out


def test_without_names_it_takes_the_print_files_in_output(desk: Desk) -> None:
    nothing = desk.ask("check", "--print")
    assert nothing.code == 2 and "kokko pack --for print-shop" in nothing.err
    desk.write("scripts/tea.md", STORY)
    assert desk.ask("build", "--to", "press").code == 0
    answer = desk.ask("check", "--print", "--format", "short")
    assert answer.code == 0
    assert "booklet-a5-press.pdf:1:1: hint[pdf-facts]" in answer.out and "bleed: 3 mm" in answer.out
    assert answer.out.endswith("1 PDF: 1 hint.\n")
