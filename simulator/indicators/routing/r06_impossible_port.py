"""A port of loading that is none.

The bill names a whole country, or a city far from the sea, as the port where the ship was loaded. Carriers know where
their ships lie; whoever made this paper did not.

Source: ICC International Maritime Bureau's checks of bills (ICC10); catalogue number R06.
"""

from __future__ import annotations

from simulator.documents import bill_of_lading, invoice, manifest, packing_list, route_card
from simulator.documents.model import Papers, Sight
from simulator.documents.places import country_named
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import manifest_line
from simulator.randomness import Stream
from simulator.reference.countries import countries
from simulator.reference.inland import inland_places
from simulator.reference.ports import ports
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="R06",
    title=Bilingual("Port of loading that is none", "Puerto de carga imposible"),
    family="routing",
    points_to="documentary",
    strength="strong",
    seen_by=("glance", "comparison"),
    stage="dossier",
    subtleties=(1, 2),
    modes=frozenset({"sea"}),
    explanation=Bilingual(
        "No ship is loaded in a city without the sea, nor in a country as a whole: the bill states what cannot be. Ask the "
        "carrier; by itself this says nothing of rights.",
        "Ningún buque carga en una ciudad sin mar ni en un país entero: el conocimiento afirma lo imposible. Solicitar "
        "aclaración al naviero; por sí solo no dice nada de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Name the country, or an inland city of it, as port of loading on the bill."""
    country = ports()[consignment.carriage.origin].country
    names = [place.printed for place in inland_places().values() if place.country == country]
    if subtlety == 2 and not names:
        return None
    name = countries()[country].en if subtlety == 1 else stream.pick(names)
    return (Departure(CARD.id, consignment.id, frozenset({"bill-of-lading"}), "carriage.origin_printed", name),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find the bill's port of loading among inland places, or find that it is a country; name where papers differ."""
    bill = papers.of(consignment, bill_of_lading.TYPE)
    port = None if bill is None else bill.get(bill_of_lading.PORT_OF_LOADING)
    if bill is None or port is None:
        return ()
    pages = papers.all(route_card.TYPE)
    listed = [
        page.against(route_card.INLAND, row)
        for page in pages
        for row, place in page.rows(route_card.INLAND)
        if place == port
    ]
    real = any(place == port for page in pages for _, place in page.rows(route_card.LANE_FROM))
    if not listed and (country_named(port) is None or real):
        return ()
    return (bill.shows(bill_of_lading.PORT_OF_LOADING), *listed, *_elsewhere(papers, consignment, port))


def _elsewhere(papers: Papers, consignment: str, port: str) -> list[Sight]:
    """Return the boxes of other papers that name another port of loading."""
    line = manifest_line(papers, consignment)
    named = [
        (papers.of(consignment, invoice.TYPE), invoice.PORT_OF_LOADING),
        (papers.of(consignment, packing_list.TYPE), packing_list.PORT_OF_LOADING),
        (None if line is None else line.document, manifest.PORT_OF_LOADING),
    ]
    sights = [paper.against(field) for paper, field in named if paper is not None and paper.get(field) not in (None, port)]
    if line is not None and line.document.get(manifest.PORT_OF_LOADING) not in (None, port):
        sights += line.by
    return sights
