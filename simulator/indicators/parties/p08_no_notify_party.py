"""No notify party on a bill to order.

A bill to order names no consignee, so the party to be told of the arrival must stand on it with its address; here the
box is empty, and nobody can be asked.

Source: practitioners' knowledge; DCSA makes the notify party mandatory on bills to order; catalogue number P08.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World
from simulator.wording import is_to_order

CARD = Card(
    id="P08",
    title=Bilingual("No notify party on a bill to order", "Conocimiento a la orden sin notificar a"),
    family="parties",
    points_to="documentary",
    strength="moderate",
    seen_by=("absence",),
    stage="dossier",
    modes=frozenset({"sea"}),
    subtleties=(1, 2),
    explanation=Bilingual(
        "The bill is to order, so nobody but the notify party could be asked, and that box is empty. The paper is "
        "incomplete: ask the carrier or the buyer to complete it.",
        "El conocimiento es a la orden, así que sólo quedaría preguntar a quien debe notificarse, y la casilla está vacía. "
        "El documento está incompleto: solicitar aclaración al naviero o al comprador.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Leave the notify party out of bill and manifest, or out of the bill alone."""
    if not consignment.consignee.is_order:
        return None
    papers = ALL if subtlety == 1 else frozenset({"bill-of-lading"})
    return (Departure(CARD.id, consignment.id, papers, "notify", None),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find a bill to order whose notify box is empty."""
    bill = papers.of(consignment, bill_of_lading.TYPE)
    consignee = None if bill is None else bill.get(bill_of_lading.CONSIGNEE)
    if bill is None or consignee is None or not is_to_order(consignee.name):
        return ()
    if bill.get(bill_of_lading.NOTIFY_PARTY) is not None:
        return ()
    return (bill.shows(bill_of_lading.NOTIFY_PARTY), bill.against(bill_of_lading.CONSIGNEE))
