"""How checks find their way on the desk: from a consignment to its manifest line, its brand's card, its price band.

Everything here reads printed boxes only, and names the boxes it read.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from simulator.documents import air_waybill, bill_of_lading, invoice, manifest, price_guide, right_holder_card, schedule
from simulator.documents.model import Document, Papers, Place, Sight


class Found(msgspec.Struct, frozen=True):
    """A paper, a row of it where that matters, and the boxes by which it was found."""

    document: Document
    row: int
    by: tuple[Sight, ...]


TRANSPORT = (bill_of_lading.TYPE, air_waybill.TYPE)
"""Transport documents by mode; they share the names of their common fields."""
NUMBERS = {bill_of_lading.TYPE.name: bill_of_lading.NUMBER, air_waybill.TYPE.name: air_waybill.NUMBER}
"""The box with the number under which a manifest lists the document."""


def transport(papers: Papers, consignment: str) -> Document | None:
    """Return the consignment's bill of lading or air waybill."""
    for type_ in TRANSPORT:
        if (found := papers.of(consignment, type_)) is not None:
            return found
    return None


def manifest_line(papers: Papers, consignment: str) -> Found | None:
    """Return the manifest line with the number of the consignment's bill or waybill."""
    paper = transport(papers, consignment)
    field = None if paper is None else NUMBERS[paper.type.name]
    number = None if paper is None or field is None else paper.get(field)
    if paper is None or field is None or number is None:
        return None
    for document in papers.all(manifest.TYPE):
        for row, listed in document.rows(manifest.BILL_NUMBER):
            if listed == number:
                return Found(document, row, (paper.identifies(field), document.identifies(manifest.BILL_NUMBER, row)))
    return None


def card_of(papers: Papers, paper: Document, row: int) -> Found | None:
    """Return the right holder's card of the mark on an invoice line."""
    mark = paper.get(invoice.MARK, row)
    if mark is None:
        return None
    for card in papers.all(right_holder_card.TYPE):
        if card.get(right_holder_card.MARK) == mark:
            return Found(card, 0, (paper.identifies(invoice.MARK, row), card.identifies(right_holder_card.MARK)))
    return None


def guide_lines(papers: Papers, paper: Document, row: int) -> tuple[Found, ...]:
    """Return the price guide's lines with the HS code and mark of an invoice line.

    Kinds of goods may share a code (toys do); whoever checks then gives the goods the benefit of the widest band.
    """
    code, mark = paper.get(invoice.GOODS_HS_CODE, row), paper.get(invoice.MARK, row)
    return tuple(
        Found(guide, line, _guide_identity(guide, line, paper, row))
        for guide in papers.all(price_guide.TYPE)
        for line, listed in guide.rows(price_guide.GOODS_HS_CODE)
        if listed == code and guide.get(price_guide.MARK, line) == mark
    )


def _guide_identity(guide: Document, line: int, paper: Document, row: int) -> tuple[Sight, ...]:
    codes = (paper.identifies(invoice.GOODS_HS_CODE, row), guide.identifies(price_guide.GOODS_HS_CODE, line))
    if paper.get(invoice.MARK, row) is None:
        return codes
    return (*codes, paper.identifies(invoice.MARK, row), guide.identifies(price_guide.MARK, line))


def calls(papers: Papers, bill: Document) -> tuple[Found, ...]:
    """Return the schedule's calls of a bill's vessel on its voyage, in the order of the page."""
    vessel, voyage = bill.get(bill_of_lading.VESSEL_NAME), bill.get(bill_of_lading.VOYAGE_NUMBER)
    mine = (bill.identifies(bill_of_lading.VESSEL_NAME), bill.identifies(bill_of_lading.VOYAGE_NUMBER))
    return tuple(
        Found(
            page,
            row,
            (*mine, page.identifies(schedule.VESSEL_NAME, row), page.identifies(schedule.VOYAGE_NUMBER, row)),
        )
        for page in papers.all(schedule.TYPE)
        for row, listed in page.rows(schedule.VESSEL_NAME)
        if listed == vessel and page.get(schedule.VOYAGE_NUMBER, row) == voyage
    )


def once(sights: Iterable[Sight]) -> tuple[Sight, ...]:
    """Return each box once: with the part that matters where it also serves to find the paper or the row."""
    found: dict[tuple[str, Place], Sight] = {}
    for sight in sights:
        known = found.setdefault(sight.box, sight)
        if known.role == "identifies":
            found[sight.box] = sight
    return tuple(found.values())
