"""A value for carriage far above the value that customs is told.

The shipper declares to the airline what he wants to be paid if the goods are lost: several times what the invoice comes
to. He knows best what they are worth.

Source: practitioners' knowledge; the boxes are 16 and 17 of IATA Resolution 600a; catalogue number V07.
"""

from __future__ import annotations

from simulator.documents import air_waybill, invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

TIMES = {1: (10, 20), 2: (5, 8), 3: (3, 4)}
"""Planted value for carriage as a multiple of the invoice's total, by level."""
MOST_TIMES = 2
"""A check counts what is above so many times the invoice's total, as the briefing prints."""

CARD = Card(
    id="V07",
    title=Bilingual(
        "Value for carriage against value for customs and invoice", "Valor para transporte contra valor en aduana y factura"
    ),
    family="value",
    points_to="revenue",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    modes=frozenset({"air"}),
    explanation=Bilingual(
        "The value declared to the airline is several times what the invoice says. Whoever insures his goods so knows what "
        "they are worth: undervaluation, for the revenue side; by itself nothing about rights.",
        "El valor declarado a la aerolínea es varias veces el de la factura. Quien así protege su carga sabe lo que vale: "
        "posible subvaluación, turnar a contribuciones; por sí solo nada dice de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Declare several times the invoice's total for carriage."""
    if consignment.air is None:
        return None
    least, most = TIMES[subtlety]
    percent = stream.between(100 * least, 100 * most)
    return (Departure(CARD.id, consignment.id, ALL, "air.for_carriage", percent),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the value for carriage with the invoice's total, and with the value for customs where one is declared."""
    waybill, paper = papers.of(consignment, air_waybill.TYPE), papers.of(consignment, invoice.TYPE)
    if waybill is None or paper is None:
        return ()
    carriage, customs = waybill.get(air_waybill.VALUE_FOR_CARRIAGE), waybill.get(air_waybill.VALUE_FOR_CUSTOMS)
    total = paper.get(invoice.TOTAL)
    if carriage is None or carriage.cents is None or total is None or carriage.cents <= MOST_TIMES * total:
        return ()
    shown = (waybill.shows(air_waybill.VALUE_FOR_CARRIAGE), paper.against(invoice.TOTAL))
    if customs is None or customs.cents is None:
        return shown
    return (*shown, waybill.against(air_waybill.VALUE_FOR_CUSTOMS)) if carriage.cents > MOST_TIMES * customs.cents else ()
