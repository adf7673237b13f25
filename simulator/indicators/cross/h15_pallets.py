"""Pallets on the bill, cartons on the packing list.

The carrier counts what he lifts, the seller what he packs; the bill says how many cartons its pallets contain, and that is
the packing list's number.

Source: practitioners' knowledge; look-alike H15 of X01.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading, packing_list
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.cross.counting import on_pallets
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.extras import draw_pallets
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="H15",
    title=Bilingual("Pallets said to contain the cartons", "Tarimas que dicen contener las cajas"),
    family="cross",
    points_to="innocent",
    strength=None,
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2,),
    modes=frozenset({"sea"}),
    resembles="X01",
    settled_by=(("bill-of-lading", "carrier_clauses"),),
    explanation=Bilingual(
        "The bill counts pallets and says how many cartons they contain: the packing list's number. Nothing to act on.",
        "El conocimiento cuenta tarimas y dice cuántas cajas contienen: el número de la lista de empaque. No hay nada que "
        "objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Stow the packages on pallets."""
    pallets = draw_pallets(consignment.goods, stream)
    if consignment.pallets is not None or pallets >= consignment.packages:
        return None
    return (Departure(CARD.id, consignment.id, ALL, "pallets", pallets),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find a bill in pallets that are said to contain the packing list's packages."""
    bill, packing = papers.of(consignment, bill_of_lading.TYPE), papers.of(consignment, packing_list.TYPE)
    said = None if bill is None else on_pallets(bill)
    if bill is None or packing is None or said is None:
        return ()
    if said != (bill.get(bill_of_lading.NUMBER_OF_PACKAGES), packing.get(packing_list.TOTAL_PACKAGES)):
        return ()
    shown = (bill.shows(bill_of_lading.NUMBER_OF_PACKAGES), bill.shows(bill_of_lading.CLAUSES))
    return (*shown, packing.against(packing_list.TOTAL_PACKAGES))
