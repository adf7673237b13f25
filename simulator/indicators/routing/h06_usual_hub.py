"""Transhipment at a usual hub.

The bill names a port where the goods changed ships, and the route card lists it among the usual ones of this way. Most
containers change ships somewhere.

Source: practitioners' knowledge of hubs (SI17); look-alike H06.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading, route_card
from simulator.documents.model import Field, Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.reference.lanes import lanes
from simulator.reference.ports import ports
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="H06",
    title=Bilingual("Transhipment at a usual hub", "Transbordo en un puerto usual"),
    family="routing",
    points_to="innocent",
    strength=None,
    seen_by=("glance", "comparison"),
    stage="dossier",
    subtleties=(2,),
    modes=frozenset({"sea"}),
    apart=frozenset({"R06"}),
    explanation=Bilingual(
        "The goods changed ships at a port that the route card lists for this way: ordinary trade, whatever the hub. "
        "Nothing to act on.",
        "La carga transbordó en un puerto que la ficha de rutas enumera para esta ruta: comercio ordinario, sea cual sea el "
        "puerto. No hay nada que objetar.",
    ),
)

_TIES: tuple[tuple[Field[str], Field[str]], ...] = (
    (bill_of_lading.PORT_OF_LOADING, route_card.LANE_FROM),
    (bill_of_lading.PORT_OF_DISCHARGE, route_card.LANE_TO),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Send the goods by way of a usual hub."""
    carriage = consignment.carriage
    ways = [lane for lane in lanes() if (lane.origin, lane.destination) == (carriage.origin, carriage.destination)]
    hubs = [ports()[lane.via].printed for lane in ways if lane.via is not None]
    if consignment.transhipment is not None or not hubs:
        return None
    return (Departure(CARD.id, consignment.id, ALL, "transhipment", stream.pick(hubs)),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find the bill's port of transhipment among the usual hubs between its ports."""
    bill = papers.of(consignment, bill_of_lading.TYPE)
    hub = None if bill is None else bill.get(bill_of_lading.TRANSHIPMENT)
    if bill is None or hub is None:
        return ()
    for page in papers.all(route_card.TYPE):
        for row, hubs in page.rows(route_card.HUBS):
            way = tuple((bill.get(mine), page.get(listed, row)) for mine, listed in _TIES)
            if hub in hubs and all(mine == listed for mine, listed in way):
                by = [sight for mine, listed in _TIES for sight in (bill.identifies(mine), page.identifies(listed, row))]
                return (bill.shows(bill_of_lading.TRANSHIPMENT), page.against(route_card.HUBS, row), *by)
    return ()
