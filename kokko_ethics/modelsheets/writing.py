"""Writing: model sheets as files. Every page is HTML that stands alone; a person's sheet is a picture too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from kokko_ethics.drawing.model import Drawing, Group, Mark, Path, Text
from kokko_ethics.drawing.setting import PLACES
from kokko_ethics.geometry import place
from kokko_ethics.house_style import INK
from kokko_ethics.modelsheets.model import Exhibit, Page, Section
from kokko_ethics.modelsheets.pages import catalogue, model_sheet, place_page
from kokko_ethics.modelsheets.pictures import line_up
from kokko_ethics.outputs.png import to_png
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.outputs.templating import fill
from kokko_ethics.story.model import CastMember
from kokko_ethics.typeface import Face
from kokko_ethics.typesetting import one_line
from kokko_ethics.wording import say

_WIDTH, _MARGIN, _GAP = 842.0, 24.0, 8.0
_TITLE, _HEADING, _NAME = 22.0, 12.0, 7.5
"""Type sizes of a sheet as a picture."""
_EXAMPLE = {
    "fi": "hahmot:\n  Sirpa: {rooli: kokemusasiantuntija, ikä: 61, hiukset: polkkatukka, hiusten väri: hopea,\n"
    "    silmälasit: pyöreät, päällä: villatakki, takin väri: sinappi, apuvälineet: rollaattori}",
    "sv": "roller:\n  Sirpa: {roll: erfarenhetsexpert, ålder: 61, hår: page, hårfärg: silver,\n"
    "    glasögon: runda, över: kofta, jackans färg: senap, hjälpmedel: rollator}",
    "en": "cast:\n  Sirpa: {role: expert by experience, age: 61, hair: bob, hair colour: silver,\n"
    "    glasses: round, over: cardigan, jacket colour: mustard, aids: rollator}",
}


def sheets_of(
    members: tuple[CastMember, ...], cast: tuple[CastMember, ...], lang: str
) -> Iterator[tuple[str, bytes]]:
    """The model sheets of ``members``, a page of every place, and the page that leads to them: names and contents."""
    pages = [model_sheet(member, cast, lang) for member in members]
    for page in pages:
        yield f"{page.name}.html", _html(page, lang)
        picture = as_picture(page)
        yield f"{page.name}.svg", to_svg(picture, sized=True, outlined=True).encode()
        yield f"{page.name}.png", to_png(picture)
    places = [place_page(where, cast[:2], lang) for where in PLACES]
    for page in places:
        yield f"{page.name}.html", _html(page, lang)
        yield f"{page.name}.png", to_png(as_picture(page))
    everybody = Section(
        say("pages", lang, "modelsheet", "cast"), (Exhibit(line_up("everybody", cast), ((lang, _listed(cast)),)),)
    )
    index = Page("index", say("pages", lang, "modelsheet", "index"), "", (everybody,))
    yield "everybody.png", to_png(everybody.exhibits[0].picture)
    titles = [(page.name, page.title) for page in (*pages, *places)]
    links = [*titles, ("catalogue", say("pages", lang, "modelsheet", "catalogue"))]
    yield "index.html", _html(index, lang, links=links)
    yield "catalogue.html", catalogue_of(cast, lang)


def catalogue_of(cast: tuple[CastMember, ...], lang: str) -> bytes:
    """The page that shows everything that can be asked for."""
    return _html(catalogue(cast[0], cast, lang), lang, example=_EXAMPLE[lang])


def _html(page: Page, lang: str, links: list[tuple[str, str]] | None = None, example: str = "") -> bytes:
    svgs = {}
    for section in page.sections:
        for exhibit in section.exhibits:
            described = replace(exhibit.picture, title=exhibit.names[0][1], lang=lang)
            svgs[described.id] = Markup(to_svg(described, sized=True))
    filled = fill("modelsheet.html", lang, page=page, tongue=lang, svgs=svgs, links=links or [], example=example)
    return filled.strip().encode() + b"\n"


def as_picture(page: Page) -> Drawing:
    """A page as one picture: headings, and pictures in rows with their names below."""
    marks: list[Mark] = [_text(page.title, _MARGIN, _MARGIN + _TITLE * 0.8, _TITLE, "caption-stress")]
    y = _MARGIN + _TITLE * 1.4
    for section in page.sections:
        marks.append(_text(section.title, _MARGIN, y + _HEADING, _HEADING, "caption-stress"))
        y += _HEADING * 1.6
        x, row = _MARGIN, 0.0
        for exhibit in section.exhibits:
            picture = exhibit.picture
            shrink = min(1.0, (_WIDTH - 2 * _MARGIN) / picture.width)
            w, h = picture.width * shrink, picture.height * shrink
            if x > _MARGIN and x + w > _WIDTH - _MARGIN:
                x, y, row = _MARGIN, y + row + _GAP + 2 * _NAME, 0.0
            marks.append(Group(picture.marks, matrix=place(x, y, shrink)))
            marks.append(_text(exhibit.names[0][1], x + 2, y + h + _NAME * 1.2, _NAME))
            x, row = x + w + _GAP, max(row, h)
        y += row + 3 * _NAME + _GAP
    height = round(y + _MARGIN)
    paper = Path(f"M0 0L{_WIDTH:g} 0L{_WIDTH:g} {height}L0 {height}Z", "#fffdf8")
    return Drawing(page.name, _WIDTH, float(height), (paper, *marks), "en", page.title, "", "")


def _text(words: str, x: float, y: float, size: float, face: Face = "caption") -> Text:
    return Text((one_line(words, face, "", size, (x, y)),), size, INK)


def _listed(cast: tuple[CastMember, ...]) -> str:
    return ", ".join(member.name for member in cast)
