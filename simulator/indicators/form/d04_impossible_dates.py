"""Goods on board after the ship's arrival.

The bill says that the goods were shipped on board on a day after the manifest's date of arrival at the Mexican port. One
of the two dates is wrong, and the bill was not written when the goods were loaded.

Source: trade finance lists of documentary indicators (TFT); catalogue number D04.
"""

from __future__ import annotations

from datetime import timedelta

from simulator.documents import bill_of_lading, manifest, schedule
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import calls, manifest_line
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

DAYS_AFTER_ARRIVAL = {1: (20, 45), 2: (6, 14), 3: (1, 3)}

CARD = Card(
    id="D04",
    title=Bilingual("On board after arrival", "A bordo después del arribo"),
    family="form",
    points_to="documentary",
    strength="strong",
    seen_by=("comparison",),
    stage="dossier",
    explanation=Bilingual(
        "The bill's date on board is later than the ship's arrival on the manifest: goods cannot be loaded after they were "
        "discharged. Ask the carrier for an explanation; by itself this says nothing of rights.",
        "La fecha a bordo del conocimiento es posterior al arribo del manifiesto: nada se carga después de descargado. "
        "Solicitar aclaración al naviero; por sí solo no dice nada de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Put the date on board, and with it the date of issue, after the arrival."""
    days = stream.between(*DAYS_AFTER_ARRIVAL[subtlety])
    day = consignment.carriage.arrival + timedelta(days=days)
    return (Departure(CARD.id, consignment.id, ALL, "on_board", day),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the bill's date on board with the arrival on the manifest that lists the bill."""
    bill = papers.of(consignment, bill_of_lading.TYPE)
    line = manifest_line(papers, consignment)
    if bill is None or line is None:
        return ()
    on_board, arrival = bill.get(bill_of_lading.ON_BOARD_DATE), line.document.get(manifest.ARRIVAL_DATE)
    if on_board is None or arrival is None or on_board <= arrival:
        return ()
    scheduled = [
        sight
        for call in calls(papers, bill)
        for field in (schedule.BERTHED, schedule.SAILED)
        if (day := call.document.get(field, call.row)) is not None and day < on_board
        for sight in (call.document.against(field, call.row), *call.by)
    ]
    shown = (bill.shows(bill_of_lading.ON_BOARD_DATE), line.document.against(manifest.ARRIVAL_DATE))
    return tuple(dict.fromkeys((*shown, *line.by, *scheduled)))
