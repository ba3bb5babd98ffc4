"""Sewing: tagged PDFs that were set one by one become one book, as gatherings are sewn together.

Its pages, tags, bookmarks and links are those of the parts in their order; title, language and metadata those of the
first. A part may lead into another one: such a link has an address that begins with ``ELSEWHERE``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

ELSEWHERE = "elsewhere:"
"""How the address of a link begins that leads to an id in another part."""


def sew(parts: Sequence[bytes]) -> bytes:
    """The book of these parts, each a tagged PDF by WeasyPrint. Their ids are unique in the book."""
    with Pdf.open(io.BytesIO(parts[0])) as book:
        places = _places(book)
        _lead_inside(book)
        for number, part in enumerate(parts[1:], 1):
            with Pdf.open(io.BytesIO(part)) as source:
                places |= _sewn_on(book, source, number)
        named = sorted(((String(id), place) for id, place in places.items()), key=lambda one: bytes(one[0]))
        book.Root.Names = Dictionary(Dests=Dictionary(Names=Array(part for one in named for part in one)))
        out = io.BytesIO()
        book.save(out, static_id=True, preserve_pdfa=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _sewn_on(book: Pdf, part: Pdf, number: int) -> dict[str, Object]:
    """Add a part to the book; its ids, each with its place there."""
    _lead_inside(part)
    _tell_cells_apart(part, number)
    _renumber(part, max(map(int, _tags(book))) + 1)
    book.add_pages_from(part)  # before all else: what is copied finds its pages only then
    for key, tags in _tags(part).items():
        book.Root.StructTreeRoot.ParentTree.Nums.append(key)
        book.Root.StructTreeRoot.ParentTree.Nums.append(_copied(tags, part, book))
    document = book.Root.StructTreeRoot.K[0]
    for element in book.copy_foreign(part.Root.StructTreeRoot.K[0]).K:
        element.P = document
        document.K.append(element)
    return {id: _copied(place, part, book) for id, place in _places(part).items()}


def _lead_inside(part: Pdf) -> None:
    """Links that lead elsewhere lead to an id in the book; all ids are written in one way."""
    for link in _links(part):
        address = str(link.A.get("/URI", "")) if "/A" in link else ""
        if address.startswith(ELSEWHERE):
            link.Dest = link.Contents = String(unquote(address.removeprefix(ELSEWHERE)))
            del link.A
        elif "/Dest" in link:
            link.Dest = String(str(link.Dest))


def _tell_cells_apart(part: Pdf, number: int) -> None:
    """Headers of tables have ids, which WeasyPrint counts from one in every document."""
    for one in part.objects:
        if isinstance(one, Dictionary) and one.get("/S") in (Name.TH, Name.TD):
            if "/ID" in one:
                one.ID = String(f"{number}-{one.ID}")
            if "/Headers" in one.A:
                one.A.Headers = Array(String(f"{number}-{header}") for header in one.A.Headers)


def _renumber(part: Pdf, first: int) -> None:
    """Give pages and links keys from ``first`` on, by which their tags are found."""
    for one in (*(page.obj for page in part.pages), *_links(part)):
        for name in ("/StructParents", "/StructParent"):
            if name in one:
                one[name] = int(one[name]) + first
    tagged = _tags(part).items()
    part.Root.StructTreeRoot.ParentTree.Nums = Array(one for key, tags in tagged for one in (key + first, tags))


def _tags(pdf: Pdf) -> dict[int, Object]:
    """The tags of pages and links by their keys."""
    found = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    return {int(key): tags for key, tags in zip(found[::2], found[1::2], strict=True)}


def _places(pdf: Pdf) -> dict[str, Object]:
    """Where the ids of a document are, as it stands in the document itself."""
    found = list(pdf.Root.Names.Dests.Names) if "/Names" in pdf.Root else []
    return {str(id): place for id, place in zip(found[::2], found[1::2], strict=True)}


def _links(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", ())


def _copied(one: Object, part: Pdf, book: Pdf) -> Object:
    return book.copy_foreign(one if one.is_indirect else part.make_indirect(one))
