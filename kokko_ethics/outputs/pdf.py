"""PDF: tagged files that a screen reader can read: a handout on A4, a booklet on A5, and that imposed for printing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial

from kokko_ethics.diagnostics import Diagnostic, Severity
from kokko_ethics.directions import right_to_left
from kokko_ethics.edition import Edition
from kokko_ethics.house_style import LARGE, with_code
from kokko_ethics.imposition import SIGNATURE, impose, saddle
from kokko_ethics.outputs.book import BOOKLET, EASY, HANDOUT, LARGE_PRINT, Book
from kokko_ethics.outputs.matter import matter_of
from kokko_ethics.outputs.protocol import Artifact
from kokko_ethics.outputs.sheets import key
from kokko_ethics.outputs.tagged_pdf import page_count, tagged_pdf
from kokko_ethics.prepress import for_press
from kokko_ethics.source import Span
from kokko_ethics.wording import say


class Pdf:
    """Accessible booklets."""

    name = "pdf"
    about = "tagged PDF (PDF/UA-1): a handout on A4, a booklet on A5, and the booklet imposed for a duplex printer"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``handout-a4.pdf``, ``booklet-a5.pdf`` and ``booklet-a5-print.pdf``."""
        matter = matter_of(edition)
        handout, booklet = Bindery(Book(edition.a4, matter, HANDOUT)), Bindery(Book(edition.a5, matter, BOOKLET))
        yield Artifact("handout-a4.pdf", handout.key, handout.bind)
        yield Artifact("booklet-a5.pdf", booklet.key, booklet.bind, booklet.key)
        yield Artifact("booklet-a5-print.pdf", key("print", booklet.key), booklet.impose, booklet.key)


class PrintShop:
    """The booklet for a print shop."""

    name = "press"
    about = "the A5 booklet for a print shop: single pages with 3 mm of bleed and crop marks outside of it"

    def publish(self, edition: Edition) -> Iterable[Artifact]:
        """``booklet-a5-press.pdf``."""
        bindery = Bindery(Book(edition.a5, matter_of(edition), BOOKLET))
        yield Artifact("booklet-a5-press.pdf", key("press", bindery.key), partial(bindery.for_press, "booklet-a5.pdf"))


class LargePrint:
    """The comic for readers with low vision."""

    name = "large-print"
    about = "tagged PDF on A4 with letters of at least 16 points: fewer panels on a page, nothing scaled"

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``large-print-a4.pdf``."""
        pages = edition.pages(with_code(LARGE) if edition.story.reference.project.address else LARGE)
        yield from pages.complaints
        bindery = Bindery(Book(pages, matter_of(edition), LARGE_PRINT))
        yield Artifact("large-print-a4.pdf", bindery.key, bindery.bind)


class Easy:
    """The comic told with the easy lines of its script."""

    name = "easy"
    about = "the booklet told with the script's easy lines (~), to read on a screen and imposed for printing"

    def publish(self, edition: Edition) -> Iterable[Artifact | Diagnostic]:
        """``easy-a5.pdf`` and ``easy-a5-print.pdf``; neither where the script has no easy lines."""
        story = edition.story
        if story.easy == story:
            yield Diagnostic("no-easy-lines", Severity.WARNING, story.source, Span(0, min(3, len(story.source.text))))
            return
        easy = edition.retold(story.easy)
        pages = easy.pages(easy.a5.format)
        yield from dict.fromkeys((*easy.complaints, *pages.complaints))
        bindery = Bindery(Book(pages, matter_of(easy), EASY))
        yield Artifact("easy-a5.pdf", bindery.key, bindery.bind, bindery.key)
        yield Artifact("easy-a5-print.pdf", key("print", bindery.key), bindery.impose, bindery.key)


class Bindery:
    """Binds a book when first asked for it, and only once: the imposed booklet is made from the same pages."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._bound = b""

    @cached_property
    def key(self) -> str:
        """What names the book's bytes."""
        pages = [(page.number, [(p.label, p.frame, p.drawing) for p in page.panes]) for page in self.book.pages.pages]
        return key("pdf", pages, self.book.matter, self.book.binding)

    def bind(self) -> bytes:
        """The file, in reading order."""
        if not self._bound:
            html = self.book.html(self._fillers() if self.book.binding.folded else 0)
            self._bound = tagged_pdf(html, self.book.paintings())
        return self._bound

    def impose(self) -> bytes:
        """The same pages on A4 sheets, for a duplex printer."""
        return impose(self.bind(), saddle, backwards=right_to_left(self.book.matter.lang))

    def for_press(self, twin: str) -> bytes:
        """The same pages for a print shop; ``twin`` is the file that holds them for reading."""
        matter = self.book.matter
        return for_press(self.bind(), say("pages", matter.lang, "press", "title", title=matter.title, file=twin))

    def _fillers(self) -> int:
        """How many pages for notes fill the last sheet; text pages are counted by setting them."""
        text = page_count(self.book.html(0, comic=False), self.book.paintings())
        return -(text + len(self.book.pages.pages)) % SIGNATURE
