"""Countries of origin as the papers state them, in boxes of their own and in shipping marks."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents import invoice, packing_list
from simulator.documents.model import Papers, Sight
from simulator.documents.places import made_in
from simulator.indicators.looking import transport
from simulator.reference.parties import parties
from simulator.trade.facts import Consignment


@dataclass(frozen=True, slots=True)
class Origin:
    """A country by its code, with document, field and role-free box that names it."""

    country: str
    document: str
    field: str

    def shows(self) -> Sight:
        """The box as the departing one."""
        return Sight(self.document, self.field, None, "shows")

    def against(self) -> Sight:
        """The box as the one that is contradicted."""
        return Sight(self.document, self.field, None, "against")


def stated_origins(papers: Papers, consignment: str) -> tuple[Origin, ...]:
    """Return every origin that bill or waybill, packing list and invoice name: first their boxes, then their marks."""
    lying = (
        transport(papers, consignment),
        papers.of(consignment, packing_list.TYPE),
        papers.of(consignment, invoice.TYPE),
    )
    present = [paper for paper in lying if paper is not None]
    boxes = [(paper, "country_of_origin", paper.named("country_of_origin")) for paper in present]
    marks = [(paper, "shipping_marks", made_in(paper.named("shipping_marks") or ())) for paper in present]
    return tuple(Origin(country, paper.id, field) for paper, field, country in (*boxes, *marks) if country is not None)


def made_in_place(consignment: Consignment) -> int | None:
    """Return which shipping mark names the origin."""
    return next((place for place, mark in enumerate(consignment.marks) if made_in((mark,)) is not None), None)


def exporting_countries() -> frozenset[str]:
    """Return the countries from which firms of this world export."""
    return frozenset(parties()) - {"MX"}
