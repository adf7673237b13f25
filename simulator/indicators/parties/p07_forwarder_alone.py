"""A forwarder alone on the only bill.

Consignee and notify party are the firm that stands in the box of the forwarding agent, and there is no house bill that
would name who receives the goods. A forwarder moves other people's goods; here the other people are missing.

Source: practitioners' knowledge of consolidation (BDIC, BAC); catalogue number P07.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.reference.forwarders import forwarders
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, Party, World
from simulator.trade.numbering import draw_rfc
from simulator.trade.parties import SAME_AS_CONSIGNEE as SAME_PARTY
from simulator.wording import SAME_AS_CONSIGNEE

CARD = Card(
    id="P07",
    title=Bilingual("Forwarder alone on the only bill", "Agente de carga solo en el único conocimiento"),
    family="parties",
    points_to="documentary",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2, 1),
    modes=frozenset({"sea"}),
    apart=frozenset({"H01"}),
    explanation=Bilingual(
        "The forwarder of this bill is consignee and notify party too, and no house bill names the importer. Ask the "
        "forwarder for whom the goods are; by itself this says nothing of rights.",
        "El agente de carga de este conocimiento es también consignatario y parte a notificar, y ningún conocimiento house "
        "nombra al importador. Solicitar aclaración de para quién es la carga; por sí solo no dice nada de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Make the Mexican forwarder agent, consignee and notify party, the last by name or as the same firm."""
    local = [each for each in forwarders().values() if each.country == "MX"]
    if consignment.consignee.is_order or not local:
        return None
    chosen = stream.pick(local)
    # A firm has one tax number, whatever the shipment.
    number = draw_rfc(chosen.name, Stream("forwarder", chosen.id))
    firm = Party(chosen.name, chosen.address, chosen.country, chosen.telephone, number)
    notify = firm if subtlety == 1 else SAME_PARTY
    facts = (("forwarding_agent", firm), ("consignee", firm), ("notify", notify))
    return tuple(Departure(CARD.id, consignment.id, ALL, fact, party) for fact, party in facts)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare consignee and notify party with the bill's forwarding agent."""
    bill = papers.of(consignment, bill_of_lading.TYPE)
    agent = None if bill is None else bill.get(bill_of_lading.FORWARDING_AGENT)
    consignee = None if bill is None else bill.get(bill_of_lading.CONSIGNEE)
    if bill is None or agent is None or consignee is None or consignee.name != agent.name:
        return ()
    notify = bill.get(bill_of_lading.NOTIFY_PARTY)
    if notify is not None and notify.name not in (SAME_AS_CONSIGNEE, agent.name):
        return ()
    shown = (bill.shows(bill_of_lading.CONSIGNEE), bill.shows(bill_of_lading.NOTIFY_PARTY))
    return (*shown, bill.against(bill_of_lading.FORWARDING_AGENT))
