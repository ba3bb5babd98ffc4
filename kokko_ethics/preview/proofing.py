"""Proofing: pulls proofs of one script, again and again, and draws only what has changed since the last."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from kokko_ethics.building.model import fault_in
from kokko_ethics.compiler import compile_story
from kokko_ethics.consent import refusal
from kokko_ethics.diagnostics import Diagnostic, in_order
from kokko_ethics.drawing.model import Drawing
from kokko_ethics.edition import Compiled, Edition, PageSet, Pane
from kokko_ethics.house_style import Format, Style
from kokko_ethics.outputs.matter import Beat, beats_of, unreviewed
from kokko_ethics.outputs.sheets import sheet
from kokko_ethics.outputs.svg import to_svg
from kokko_ethics.outputs.templating import direction
from kokko_ethics.preview.model import Entry, PageProof, PanelProof, Proof
from kokko_ethics.preview.telling import Finder, counts_of, messages_of, place_of
from kokko_ethics.script.reading import read_source
from kokko_ethics.story.model import Story
from kokko_ethics.styling import in_style
from kokko_ethics.translation.model import Laid
from kokko_ethics.translation.reading import catalogue_of
from kokko_ethics.wording import say
from kokko_ethics.workspace import panels_folder, script_id, stays_inside


@dataclass(slots=True)
class _Version:
    """The last version of a script that could be drawn: what was said of it while reading and on the pages, and the
    formats in which nobody has laid it out yet."""

    edition: Edition
    laid: Laid
    finder: Finder
    said: tuple[Diagnostic, ...]
    on_pages: tuple[Diagnostic, ...] = ()
    waiting: tuple[Format, ...] = ()


class Proofer:
    """Pulls proofs of an entry, in a style, with messages in ``lang``.

    A proof comes in steps: :meth:`pull` shows the panels, which takes a moment; :meth:`paginate` lays out the pages,
    one format a time, and tells what doesn't fit there. A script that can't be drawn keeps the panels of its last
    version that could, one whose consent was withdrawn keeps nothing.
    """

    def __init__(self, entry: Entry, style: Style, lang: str) -> None:
        self.entry, self._style, self._lang = entry, style, lang
        self.proof = Proof("broken")
        self._version: _Version | None = None
        self._panels: dict[str, tuple[Drawing, PanelProof]] = {}
        self._pages: dict[str, tuple[Drawing, PageProof]] = {}
        self._a5: tuple[PageSet, Story] | None = None
        self._earlier: tuple[Diagnostic, ...] = ()

    def pull(self) -> Proof:
        """The proof of the script as it is now; never raises, whatever is wrong with it."""
        if self._version:
            self._version.waiting = ()
        if refused := refusal(self.entry.script):
            self._version, self._panels, self._pages, self._a5, self._earlier = None, {}, {}, None, ()
            self.proof = self._spoken_of(Proof("withdrawn"), (refused,), None)
            return self.proof
        try:
            compiled = self._compiled()
            said = compiled.diagnostics
            if compiled.edition and compiled.laid:
                return self._drawn(in_style(compiled.edition, self._style), compiled.laid, said)
        except Exception as error:  # our own bug: named, and the author goes on writing
            said = (fault_in(self.entry.script, error),)
        self.proof = self._spoken_of(replace(self.proof, state="broken", settled=True), said, None)
        return self.proof

    @property
    def unfinished(self) -> bool:
        """Whether there are pages that nobody has laid out yet."""
        return self._version is not None and bool(self._version.waiting)

    def paginate(self) -> Proof:
        """The same proof with the pages of one more format laid out, if there is one."""
        version = self._version
        if version is None or not version.waiting:
            return self.proof
        format, *rest = version.waiting
        version.waiting = tuple(rest)
        try:
            pages = version.edition.press.pages(version.edition.story, format)
            version.on_pages += version.laid.placed(pages.complaints)
        except Exception as error:
            version.on_pages += (fault_in(self.entry.script, error),)
            pages = PageSet(format, ())
        if format == version.edition.a5.format:
            self._a5 = pages, version.edition.story
            self.proof = replace(self.proof, pages=self.proof.pages + 1)
        if not rest:
            self._earlier = version.on_pages
            said = in_order([*version.said, *version.on_pages])
            self.proof = self._spoken_of(replace(self.proof, settled=True), said, version.finder)
        return self.proof

    def pages(self) -> tuple[PageProof, ...]:
        """The comic pages in A5, as they were laid out last; those that have not changed are not drawn again."""
        if self._a5 is None:
            return ()
        pages, story = self._a5
        drawings = [sheet(page, pages, story) for page in pages.pages]
        known = self._pages
        made = {one.id: known[one.id] if _is_same(known, one) else (one, _page(one)) for one in drawings}
        self._pages = made
        return tuple(page for _, page in made.values())

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The files of pictures that the story asks for, beside or below its script."""
        panels = self._version.laid.story.panels if self._version else ()
        names = {panel.picture.file for panel in panels if panel.picture}
        return tuple(self.entry.script.parent / name for name in sorted(names) if stays_inside(name))

    def _compiled(self) -> Compiled:
        script, lang = self.entry.script, self.entry.lang
        source = read_source(script, str(script))
        if isinstance(source, Diagnostic):
            return Compiled(None, None, (source,))
        catalogue = catalogue_of(script, lang) if lang else None
        if isinstance(catalogue, Diagnostic):
            return Compiled(None, None, (catalogue,))
        return compile_story(source, script_id(script), panels=panels_folder(), catalogue=catalogue, paged=False)

    def _drawn(self, edition: Edition, laid: Laid, said: tuple[Diagnostic, ...]) -> Proof:
        """The proof of an edition; what was found on the pages of the last version is told until these are done."""
        story, finder = edition.story, Finder.of(laid, edition.web)
        self._version = _Version(edition, laid, finder, said, waiting=(edition.a5.format, edition.a4.format))
        self._panels = {
            pane.drawing.id: (pane.drawing, self._panel(pane, beat, finder))
            for pane, beat in zip(edition.web, beats_of(edition), strict=True)
        }
        fresh = {(each.code, each.values) for each in said}
        earlier = [each for each in self._earlier if (each.code, each.values) not in fresh]
        lang, draft = story.lang, story.reference.principles.draft_note(story.principle, story.lang)
        marks = tuple(filter(None, (unreviewed(story), draft)))
        panels = tuple(panel for _, panel in self._panels.values())
        proof = Proof(
            "drawn", story.title, lang, direction(lang), marks, panels, pages=self.proof.pages, settled=False
        )
        self.proof = self._spoken_of(proof, in_order([*said, *earlier]), finder)
        return self.proof

    def _panel(self, pane: Pane, beat: Beat, finder: Finder) -> PanelProof:
        drawing, lang = pane.drawing, pane.drawing.lang
        if _is_same(self._panels, drawing):
            before = self._panels[drawing.id][1]
            svg, key = before.svg, before.key
        else:
            svg = to_svg(drawing)
            key = _key(svg)
        title = say("panels", self._lang, "panel", "title", label=pane.label)
        ways = beat.fork.ways if beat.fork else ()
        return PanelProof(
            drawing.id, key, svg, title, drawing.width / drawing.height,
            place_of(finder.source, pane.panel.span), finder.excerpt(pane.panel), finder.lettering(pane),
            beat.fork.question.words if beat.fork else "",
            tuple(f"{way.saying.words} {_where(way.label, lang)}" for way in ways), beat.turn,
        )  # fmt: skip

    def _spoken_of(self, proof: Proof, said: tuple[Diagnostic, ...], finder: Finder | None) -> Proof:
        messages = messages_of(said, self._lang, finder)
        return replace(proof, messages=messages, counts=counts_of(said, self._lang))


def _is_same(known: dict[str, tuple[Drawing, PanelProof]] | dict[str, tuple[Drawing, PageProof]], one: Drawing) -> bool:
    return one.id in known and known[one.id][0] == one


def _page(drawing: Drawing) -> PageProof:
    svg = to_svg(drawing)
    return PageProof(_key(svg), svg, drawing.title)


def _key(svg: str) -> str:
    return hashlib.blake2b(svg.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _where(label: str, lang: str) -> str:
    """Where an option leads, as readers are told."""
    return say("pages", lang, "choice", "to", label=label) if label else say("pages", lang, "choice", "to-end")
