"""The difficulty card of a consignment: what on its papers may make the right decision hard to find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.documents import bill_of_lading, invoice, price_guide, register, right_holder_card, route_card
from simulator.documents.model import Document, Papers
from simulator.formats.key import DifficultyCard, Finding
from simulator.indicators.looking import card_of, guide_lines


def difficulty_card(papers: Papers, consignment: str, findings: Sequence[Finding]) -> DifficultyCard:
    """Return the card, but for the sides, which are known when the papers are bound."""
    departing = [each for each in findings if each.points_to != "innocent"]
    confirmed = list(_confirmed(papers, consignment))
    return DifficultyCard(
        clues=len(departing),
        seen_by=tuple(sorted({way for each in departing for way in each.seen_by})),
        subtlety=min((each.subtlety for each in departing), default=0),
        look_alikes=len(findings) - len(departing),
        trusted=round(sum(confirmed) / len(confirmed), 4) if confirmed else 0.0,
        lines=_lines(papers, consignment),
    )


def _lines(papers: Papers, consignment: str) -> int:
    paper = papers.of(consignment, invoice.TYPE)
    return 0 if paper is None else sum(1 for _ in paper.rows(invoice.QUANTITY))


def _confirmed(papers: Papers, consignment: str) -> Iterator[bool]:
    """Tell, for each thing that a reference page could confirm, whether it does."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is not None:
        for row, price in paper.rows(invoice.UNIT_PRICE):
            yield from _price(papers, paper, row, price)
            yield from _mark(papers, paper, row)
        buyer = paper.get(invoice.BUYER)
        listed = {name for page in papers.all(register.TYPE) for _, name in page.rows(register.NAME)}
        if buyer is not None and listed:
            yield buyer.name in listed
    yield from _lane(papers, consignment)


def _price(papers: Papers, paper: Document, row: int, price: int) -> Iterator[bool]:
    for found in guide_lines(papers, paper, row):
        low, high = (found.document.get(each, found.row) for each in (price_guide.LOWEST_PRICE, price_guide.HIGHEST_PRICE))
        if low is not None and high is not None:
            yield low <= price <= high


def _mark(papers: Papers, paper: Document, row: int) -> Iterator[bool]:
    """A mark's card may list the model, the maker and the buyer's licence."""
    found = card_of(papers, paper, row)
    if found is None:
        return
    buyer = paper.get(invoice.BUYER)
    told = (
        (paper.get(invoice.MODEL, row), right_holder_card.MODEL),
        (paper.get(invoice.MANUFACTURER), right_holder_card.MAKER),
        (buyer.name if buyer is not None else None, right_holder_card.LICENSEE),
    )
    for stated, listed in told:
        if stated is not None:
            yield stated in {value for _, value in found.document.rows(listed)}


def _lane(papers: Papers, consignment: str) -> Iterator[bool]:
    """The route card lists the usual lanes of ships."""
    paper, pages = papers.of(consignment, invoice.TYPE), papers.all(route_card.TYPE)
    if paper is None or not pages or papers.of(consignment, bill_of_lading.TYPE) is None:
        return
    lanes = {(page.get(route_card.LANE_FROM, row), to) for page in pages for row, to in page.rows(route_card.LANE_TO)}
    yield (paper.get(invoice.PORT_OF_LOADING), paper.get(invoice.PORT_OF_DISCHARGE)) in lanes
