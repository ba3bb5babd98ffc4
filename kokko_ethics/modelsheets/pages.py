"""Pages: which pictures stand on a model sheet, a page of a place, and in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import get_args

from kokko_ethics.drawing.figure.features import FEATURES
from kokko_ethics.drawing.model import Drawing
from kokko_ethics.drawing.setting import PLACES
from kokko_ethics.modelsheets.model import Exhibit, Page, Section
from kokko_ethics.modelsheets.pictures import head, line_up, scene, thing, whole
from kokko_ethics.script.keywords import words_in
from kokko_ethics.staging.gestures import GESTURES
from kokko_ethics.staging.inventory import INVENTORY
from kokko_ethics.story.looks import WORDS
from kokko_ethics.story.model import CastMember, Look, Shot, Strength, Thing, Time
from kokko_ethics.wording import LANGUAGES, say

ACTIONS = ("stands", "sits", "walks", "rolls", *GESTURES)
"""Every action that has a picture of its own."""
_TIMES: tuple[Time, ...] = get_args(Time)
_SHOTS: tuple[Shot, ...] = ("wide", "medium", "close", "two-shot", "over-shoulder")
_STRENGTHS: tuple[Strength, ...] = ("little", "", "very")
_BUILDS, _AGES = (0.9, 1.0, 1.12, 1.25), (10, 25, 45, 52, 70)


def model_sheet(member: CastMember, cast: tuple[CastMember, ...], lang: str) -> Page:
    """One person: both ways, sitting, as a silhouette, beside the others, every feeling and every action."""
    id, say_it = member.id, _titles(lang)
    views = (
        ("right", whole(f"{id}-right", member)), ("left", whole(f"{id}-left", member, facing=-1)),
        ("sitting", whole(f"{id}-sits", member, ("sits",))), ("walking", whole(f"{id}-walks", member, ("walks",))),
        ("silhouette", whole(f"{id}-silhouette", member, black=True)),
    )  # fmt: skip
    others = (member, *(one for one in cast if one.id != member.id))
    sections = (
        Section(say_it("views"), tuple(Exhibit(picture, ((lang, say_it(key)),)) for key, picture in views)),
        Section(say_it("beside"), (Exhibit(line_up(f"{id}-beside", others), ((lang, say_it("heights")),)),)),
        Section(say_it("feelings"), tuple(_feelings(member, lang))),
        Section(say_it("actions"), tuple(_actions(member, lang))),
    )
    return Page(id, member.name, member.role, sections)


def place_page(where: str, people: tuple[CastMember, ...], lang: str) -> Page:
    """One place: its shots, and its times of day."""
    say_it = _titles(lang)
    shots = tuple(
        Exhibit(scene(f"{where}-{shot}", where, shot, "day", people), _names("shot", shot, lang)) for shot in _SHOTS
    )
    empty = Exhibit(scene(f"{where}-empty", where, "wide", "day", (), 360.0, 200.0), ((lang, say_it("empty")),))
    times = tuple(
        Exhibit(scene(f"{where}-{time}", where, "wide", time, people[:1]), _names("time", time, lang))
        for time in _TIMES
    )
    name = _names("place", where, lang)
    sections = (Section(say_it("shots"), (empty, *shots)), Section(say_it("times"), times))
    return Page(f"place-{where}", name[0][1], "", sections)


def catalogue(member: CastMember, cast: tuple[CastMember, ...], lang: str) -> Page:
    """Everything that can be asked for, with the words for it in all languages."""
    say_it = _titles(lang)
    plain = replace(member, look=Look(top="t-shirt", top_colour="#5f8f78"))
    looks = tuple(_field(plain, field, lang) for field in WORDS)
    feelings = tuple(
        Exhibit(head(f"f-{feeling}-{strength}", plain, feeling, strength), _felt(feeling, strength, lang))
        for feeling in FEATURES
        for strength in _STRENGTHS
    )
    places = tuple(
        Exhibit(scene(f"p-{where}", where, "wide", "day", (), 180.0, 110.0), _names("place", where, lang))
        for where in PLACES
    )
    things = tuple(
        Exhibit(thing(f"t-{kind}", kind), _names("prop", kind, lang)) for kind, one in INVENTORY.items() if one.stands
    )
    shots = tuple(
        Exhibit(scene(f"s-{shot}", "cafe", shot, "day", cast[:2], 180.0, 120.0), _names("shot", shot, lang))
        for shot in _SHOTS
    )
    near = scene("s-detail", "cafe", "detail", "day", (), 180.0, 120.0, (Thing("calendar"),))
    shots += (Exhibit(near, _names("shot", "detail", lang)),)
    sections = (
        *looks, _builds(plain, lang), _ages(plain, lang), _skins(plain, lang), _colours(plain, lang),
        Section(say_it("feelings"), feelings), Section(say_it("actions"), tuple(_actions(plain, lang))),
        Section(say_it("things"), things), Section(say_it("places"), places), Section(say_it("shots"), shots),
    )  # fmt: skip
    return Page("catalogue", say_it("catalogue"), say_it("about"), sections)


def _field(plain: CastMember, field: str, lang: str) -> Section:
    """Every word of one field of a look."""
    exhibits = []
    for word in filter(None, WORDS[field]):
        value = (word,) if field in ("aids", "wears") else word
        shown = replace(plain, look=replace(plain.look, **{field: value}))  # type: ignore[arg-type]
        if word == "star-pattern":
            shown = replace(shown, look=replace(shown.look, bottom="dungarees"))
        small = field in ("hair", "headwear", "glasses", "beard")
        id = f"{field}-{word}"
        exhibits.append(Exhibit(_bust(id, shown) if small else whole(id, shown), _names(f"look-{field}", word, lang)))
    return Section(_names("look", field, lang)[0][1], tuple(exhibits), _names("look", field, lang))


def _builds(plain: CastMember, lang: str) -> Section:
    shown = (
        Exhibit(whole(f"build-{build}", _with(plain, build=build)), _names("look-build", str(build), lang))
        for build in _BUILDS
    )
    return Section(_names("look", "build", lang)[0][1], tuple(shown), _names("look", "build", lang))


def _ages(plain: CastMember, lang: str) -> Section:
    shown = (Exhibit(_bust(f"age-{age}", _with(plain, age=age)), ((lang, str(age)),)) for age in _AGES)
    return Section(_names("look", "age", lang)[0][1], tuple(shown), _names("look", "age", lang))


def _skins(plain: CastMember, lang: str) -> Section:
    shown = (
        Exhibit(_bust(f"skin-{colour[1:]}", _with(plain, skin=colour)), _names("skin", colour, lang))
        for colour in words_in(lang)["skin"]
    )
    return Section(_names("look", "skin", lang)[0][1], tuple(shown), _names("look", "skin", lang))


def _colours(plain: CastMember, lang: str) -> Section:
    shown = (
        Exhibit(_bust(f"colour-{colour[1:]}", _with(plain, top_colour=colour)), _names("colour", colour, lang))
        for colour in words_in(lang)["colour"]
    )
    return Section(_titles(lang)("colours"), tuple(shown), _names("look", "top_colour", lang))


def _with(plain: CastMember, **changes: object) -> CastMember:
    return replace(plain, look=replace(plain.look, **changes))  # type: ignore[arg-type]


def _bust(id: str, member: CastMember) -> Drawing:
    return head(id, member, "neutral")


def _feelings(member: CastMember, lang: str) -> Iterator[Exhibit]:
    for feeling in FEATURES:
        yield Exhibit(head(f"{member.id}-{feeling}", member, feeling), _names("feeling", feeling, lang))


def _actions(member: CastMember, lang: str) -> Iterator[Exhibit]:
    for action in ACTIONS:
        if action in words_in(lang)["does"]:
            yield Exhibit(whole(f"{member.id}-does-{action}", member, (action,)), _names("does", action, lang))


def _felt(feeling: str, strength: str, lang: str) -> tuple[tuple[str, str], ...]:
    named = _names("feeling", feeling, lang)
    if not strength:
        return named
    return tuple((tongue, f"{words_in(tongue)['strength'][strength]} {name}") for tongue, name in named)


def _names(group: str, concept: str, lang: str) -> tuple[tuple[str, str], ...]:
    """What all languages call something, the page's own first."""
    tongues = (lang, *(other for other in LANGUAGES if other != lang))
    return tuple((tongue, words_in(tongue)[group].get(concept, concept)) for tongue in tongues)


def _titles(lang: str) -> Callable[[str], str]:
    """Headings in one language."""
    return partial(say, "pages", lang, "modelsheet")
