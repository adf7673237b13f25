"""A bill to order with a full notify party.

Bills to order are everyday trade: the goods are financed, or may be sold on the way. With a notify party who is the
invoice's buyer, somebody answers for them.

Source: practitioners' knowledge; look-alike H01 of P08.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.reference.banks import banks
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, Party, World
from simulator.wording import is_to_order

CARD = Card(
    id="H01",
    title=Bilingual("Bill to order with its notify party", "Conocimiento a la orden con notificar a"),
    family="parties",
    points_to="innocent",
    strength=None,
    seen_by=("glance",),
    stage="dossier",
    modes=frozenset({"sea"}),
    subtleties=(1,),
    resembles="P08",
    settled_by=(("bill-of-lading", "notify_party"),),
    explanation=Bilingual(
        "To order is usual where a bank finances the goods; the notify party stands on the bill with its address. Nothing "
        "to act on.",
        "A la orden es lo usual cuando un banco financia la operación; quien debe notificarse figura con su domicilio. No "
        "hay nada que objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Make the bill out to order and name the buyer as notify party."""
    if consignment.consignee.is_order or "WAYBILL" in consignment.copy:
        return None
    bank = stream.pick(tuple(banks().values()))
    name = f"TO ORDER OF {bank.name}" if stream.chance(0.6) else "TO ORDER"
    return (
        Departure(CARD.id, consignment.id, ALL, "consignee", Party(name)),
        Departure(CARD.id, consignment.id, ALL, "notify", consignment.buyer),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find a bill to order whose notify box is filled."""
    bill = papers.of(consignment, bill_of_lading.TYPE)
    consignee = None if bill is None else bill.get(bill_of_lading.CONSIGNEE)
    if bill is None or consignee is None or not is_to_order(consignee.name):
        return ()
    if bill.get(bill_of_lading.NOTIFY_PARTY) is None:
        return ()
    return (bill.shows(bill_of_lading.CONSIGNEE), bill.against(bill_of_lading.NOTIFY_PARTY))
