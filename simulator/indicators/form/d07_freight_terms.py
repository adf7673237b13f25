"""Freight terms against the terms of sale.

The invoice sells on terms that leave the freight to the buyer and the bill says prepaid, or the other way round, and
nothing on the invoice explains it.

Source: practitioners' knowledge; catalogue number D07.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading, invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.reference.incoterms import incoterms
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, World
from simulator.wording import FREIGHT_ADDED

CARD = Card(
    id="D07",
    title=Bilingual("Freight terms against terms of sale", "Flete contrario al término de venta"),
    family="form",
    points_to="documentary",
    strength="moderate",
    seen_by=("comparison", "absence"),
    stage="dossier",
    subtleties=(1, 2),
    modes=frozenset({"sea"}),
    explanation=Bilingual(
        "E and F terms leave the main carriage to the buyer, C and D terms to the seller; the bill says the opposite and "
        "the invoice adds no prepaid freight. Ask who paid it: it belongs to the customs value.",
        "En los términos E y F el transporte principal toca al comprador; en los C y D, al vendedor. El conocimiento dice "
        "lo contrario y la factura no agrega el flete. Solicitar aclaración de quién lo pagó: es parte del valor en aduana.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Turn the freight of the bill: collect where the seller pays, or prepaid where the buyer does."""
    freight = consignment.terms.freight
    if freight != incoterms()[consignment.terms.incoterm].freight or (freight == "prepaid") != (subtlety == 1):
        return None
    turned = "collect" if freight == "prepaid" else "prepaid"
    return (Departure(CARD.id, consignment.id, frozenset({"bill-of-lading"}), "terms.freight", turned),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the bill's freight with the term of the invoice, unless prepaid freight was added there."""
    bill, paper = papers.of(consignment, bill_of_lading.TYPE), papers.of(consignment, invoice.TYPE)
    freight = None if bill is None else bill.get(bill_of_lading.FREIGHT_TERMS)
    term = None if paper is None else paper.get(invoice.TERMS_OF_DELIVERY)
    if bill is None or paper is None or freight is None or term is None:
        return ()
    by_buyer, prepaid = term[0] in "EF", freight == "FREIGHT PREPAID"
    added = any(words in (paper.get(invoice.REMARKS) or "") for words in FREIGHT_ADDED.values())
    if by_buyer != prepaid or (prepaid and added):
        return ()
    explaining = (paper.shows(invoice.REMARKS),) if prepaid else ()
    return (bill.shows(bill_of_lading.FREIGHT_TERMS), paper.against(invoice.TERMS_OF_DELIVERY), *explaining)
