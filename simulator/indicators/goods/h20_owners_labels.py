"""Spare labels that the right holder ordered.

Labels of a mark travel without goods, and the invoice names the order under which the right holder buys them; the number
stands on the card.

Source: practitioners' knowledge; look-alike H20 of G09.
"""

from __future__ import annotations

from simulator.documents import invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.goods.labelling import ORDER, as_labels, boxes, card_on, only_labels, ordered_by_owner
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="H20",
    title=Bilingual("Spare labels, owner's order", "Etiquetas de repuesto, pedido del titular"),
    family="goods",
    points_to="innocent",
    strength=None,
    seen_by=("card", "comparison"),
    stage="dossier",
    subtleties=(2,),
    branded=True,
    resembles="G09",
    settled_by=(("invoice", "remarks"),),
    apart=frozenset({"P02", "V01", "V03", "V06", "X01", "X03"}),
    explanation=Bilingual(
        "Labels alone, but the invoice names the right holder's own order and the number is the card's. Nothing to act on.",
        "Sólo etiquetas, pero la factura cita el pedido del propio titular y el número es el de la ficha. No hay nada que "
        "objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Ship labels under the right holder's order."""
    brand = world.brand_of(consignment.brand)
    if brand is None or consignment.remarks is not None:
        return None
    said = "PEDIDO DEL TITULAR" if consignment.invoice_language == "es" else "MARK OWNER'S ORDER"
    lines = enumerate(as_labels(consignment, stream.at("labels")))
    return (
        *(Departure(CARD.id, consignment.id, ALL, f"goods[{place}]", line) for place, line in lines),
        Departure(CARD.id, consignment.id, ALL, "remarks", f"{said} {ORDER}{brand.label_order}"),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find an invoice with marked labels alone that names the order on the card."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None or not only_labels(paper):
        return ()
    card = card_on(papers, paper)
    return boxes(paper, card) if ordered_by_owner(paper, card) else ()
