"""The vessel was not at the port.

The bill says that the goods came on board at a port on a day when, by the schedule, the vessel lay somewhere else. The
bill was not written when the goods were loaded, or they came by another ship.

Source: ICC International Maritime Bureau's checks of bills (ICC10); catalogue number R04.
"""

from __future__ import annotations

from datetime import timedelta

from simulator.documents import bill_of_lading, schedule
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import calls
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

DAYS_AFTER_SAILING = {1: (10, 16), 2: (4, 9)}

CARD = Card(
    id="R04",
    title=Bilingual("Vessel not at the port that day", "El buque no estaba en el puerto ese día"),
    family="routing",
    points_to="documentary",
    strength="strong",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2, 1),
    modes=frozenset({"sea"}),
    explanation=Bilingual(
        "By the schedule the vessel had left the port of loading before the bill's date on board: the paper states what "
        "cannot have happened. Ask the carrier; by itself this says nothing of rights.",
        "Según el itinerario, el buque había zarpado del puerto de carga antes de la fecha a bordo del conocimiento: el "
        "documento afirma lo imposible. Solicitar aclaración al naviero; por sí solo no dice nada de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Date the goods on board days after the vessel sailed, and before it arrived."""
    carriage = consignment.carriage
    least, most = DAYS_AFTER_SAILING[subtlety]
    most = min(most, (carriage.arrival - carriage.departure).days - consignment.issue_delay - 1)
    if most < least:
        return None
    day = carriage.departure + timedelta(days=stream.between(least, most))
    return (Departure(CARD.id, consignment.id, ALL, "on_board", day),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Look up vessel and voyage in the schedule and compare the date on board with the call at the port of loading.

    A day on which the vessel lay at its last port already is another matter: goods on board after the arrival.
    """
    bill = papers.of(consignment, bill_of_lading.TYPE)
    day = None if bill is None else bill.get(bill_of_lading.ON_BOARD_DATE)
    if bill is None or day is None:
        return ()
    port = bill.get(bill_of_lading.PORT_OF_LOADING)
    sights: list[Sight] = []
    for call in calls(papers, bill):
        page, row = call.document, call.row
        berthed, sailed = page.get(schedule.BERTHED, row), page.get(schedule.SAILED, row)
        if port is None or page.get(schedule.PORT, row) != port:
            if berthed is not None and berthed < day:
                return ()
        elif berthed is not None and sailed is not None and not berthed <= day <= sailed:
            tied = (*call.by, bill.identifies(bill_of_lading.PORT_OF_LOADING), page.identifies(schedule.PORT, row))
            sights += [page.against(schedule.BERTHED, row), page.against(schedule.SAILED, row), *tied]
    return (bill.shows(bill_of_lading.ON_BOARD_DATE), *sights) if sights else ()
