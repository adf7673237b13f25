"""A low price that the invoice explains.

Last season's goods, or a lot with a claim on it, are sold far below the usual price; the invoice says so and names the
credit note, which can be asked for.

Source: practitioners' knowledge; look-alike H12 of V01.
"""

from __future__ import annotations

from simulator.documents import invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.value.pricing import below_guide, explained, priced_at
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="H12",
    title=Bilingual("Low price with its credit note", "Precio bajo con su nota de crédito"),
    family="value",
    points_to="innocent",
    strength=None,
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2,),
    resembles="V01",
    settled_by=(("invoice", "remarks"),),
    explanation=Bilingual(
        "The price is below the guide, but the invoice gives the reason and names the credit note: last season's goods "
        "are sold so every day. Nothing to act on.",
        "El precio está por debajo de la guía, pero la factura da la razón y cita la nota de crédito: los saldos de "
        "temporada se venden así todos los días. No hay nada que objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Sell all lines below the guide and say why."""
    if consignment.remarks is not None:
        return None
    number = f"{stream.pick('ABCD')}{stream.between(1000, 9999)}"
    remarks = (
        f"SALDO DE TEMPORADA ANTERIOR, NOTA DE CREDITO No. {number}"
        if consignment.invoice_language == "es"
        else f"LAST SEASON STOCK, CREDIT NOTE No. {number}"
    )
    return (
        Departure(CARD.id, consignment.id, ALL, "remarks", remarks),
        *(
            Departure(CARD.id, consignment.id, ALL, f"goods[{line}].unit_price", priced_at(world, goods, (45, 75), stream))
            for line, goods in enumerate(consignment.goods)
        ),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find prices below the guide on an invoice that explains them."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None or not explained(paper):
        return ()
    low = below_guide(papers, paper)
    return (*low, paper.shows(invoice.REMARKS)) if low else ()
