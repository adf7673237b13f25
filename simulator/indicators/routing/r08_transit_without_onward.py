"""In transit, but everybody is local.

The bill sends the goods on to another country; yet buyer and notify party are Mexican firms, and the box for the onward
carriage is empty. Goods declared in transit pay nothing and are looked at less, and these were never to leave.

Source: practitioners' knowledge; real transit cases (ICE09, 20M); catalogue number R08.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading, invoice
from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.numbers import is_rfc
from simulator.randomness import Stream
from simulator.reference.phrases import phrases
from simulator.trade.departures import ALL, Departure
from simulator.trade.extras import goes_inland
from simulator.trade.facts import Consignment, World
from simulator.wording import IN_TRANSIT, SAME_AS_CONSIGNEE

CARD = Card(
    id="R08",
    title=Bilingual("In transit without onward booking", "En tránsito sin reserva ulterior"),
    family="routing",
    points_to="infringement",
    strength="moderate",
    seen_by=("comparison", "absence"),
    stage="dossier",
    subtleties=(3,),
    modes=frozenset({"sea"}),
    explanation=Bilingual(
        "The goods are said to travel on to another country, but buyer and notify party are Mexican and nothing is booked "
        "beyond the port: a false transit. Open the shipment.",
        "Se dice que la mercancía sigue a otro país, pero el comprador y quien debe notificarse son mexicanos y no hay "
        "reserva más allá del puerto: un falso tránsito. Practicar el reconocimiento.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Send the goods on to another country, with no booking."""
    if goes_inland(consignment.terms) or consignment.notify is None:
        return None
    place = f"{IN_TRANSIT}{stream.pick(phrases().transit_places)}"
    if consignment.onward is not None:
        return (Departure(CARD.id, consignment.id, ALL, "onward", None),)
    return (Departure(CARD.id, consignment.id, ALL, "place_of_delivery", place),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find a bill in transit with Mexican parties and an empty box for the onward carriage."""
    bill, paper = papers.of(consignment, bill_of_lading.TYPE), papers.of(consignment, invoice.TYPE)
    if bill is None or paper is None or not (bill.get(bill_of_lading.PLACE_OF_DELIVERY) or "").startswith(IN_TRANSIT):
        return ()
    number = paper.get(invoice.BUYER_TAX_ID)
    notify, consignee = bill.get(bill_of_lading.NOTIFY_PARTY), bill.get(bill_of_lading.CONSIGNEE)
    same = notify is not None and notify.name == SAME_AS_CONSIGNEE
    told = consignee if same else notify
    if bill.get(bill_of_lading.ONWARD_CARRIAGE) is not None or number is None or not is_rfc(number):
        return ()
    if told is None or not _is_mexican(told):
        return ()
    local = [bill.against(bill_of_lading.NOTIFY_PARTY), paper.against(invoice.BUYER_TAX_ID)]
    shown = (bill.shows(bill_of_lading.PLACE_OF_DELIVERY), bill.shows(bill_of_lading.ONWARD_CARRIAGE))
    return (*shown, *local, *((bill.against(bill_of_lading.CONSIGNEE),) if same else ()))


def _is_mexican(party: PartyBlock) -> bool:
    return (party.telephone or "").startswith("+52 ") or (party.tax_id is not None and is_rfc(party.tax_id))
