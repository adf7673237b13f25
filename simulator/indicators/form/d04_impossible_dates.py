"""Goods loaded after they left.

The bill says that the goods were shipped on board on a day after the manifest's date of arrival at the Mexican port, or
the waybill was executed after its flight took off. One of the two dates is wrong, and the paper was not written when the
goods were loaded.

Source: trade finance lists of documentary indicators (TFT); catalogue number D04.
"""

from __future__ import annotations

from datetime import timedelta

from simulator.documents import bill_of_lading, manifest, schedule
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import calls, manifest_line, transport
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

DAYS_AFTER = {1: (20, 45), 2: (6, 14), 3: (1, 3)}

CARD = Card(
    id="D04",
    title=Bilingual("Loaded after it left", "Cargado después de salir"),
    family="form",
    points_to="documentary",
    strength="strong",
    seen_by=("comparison",),
    stage="dossier",
    explanation=Bilingual(
        "The bill's date on board is later than the ship's arrival on the manifest, or the waybill's date later than its "
        "flight: goods cannot be loaded after they left. Ask the carrier; by itself this says nothing of rights.",
        "La fecha a bordo del conocimiento es posterior al arribo del manifiesto, o la de la guía a su vuelo: nada "
        "se carga después de haber salido. Solicitar aclaración al transportista; por sí solo no dice nada de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Put the date on board, and with it the date of issue, after the arrival; a waybill's date after the take-off."""
    carriage = consignment.carriage
    day = carriage.arrival if consignment.mode == "sea" else carriage.departure
    return (
        Departure(CARD.id, consignment.id, ALL, "on_board", day + timedelta(days=stream.between(*DAYS_AFTER[subtlety]))),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the bill's date on board with the arrival, or the waybill's date with the flight, on the manifest."""
    paper = transport(papers, consignment)
    line = manifest_line(papers, consignment)
    if paper is None or line is None:
        return ()
    field = "shipped_on_board_date" if paper.type.name == bill_of_lading.TYPE.name else "issue_date"
    loaded, moved = paper.named(field), line.document.get(manifest.ARRIVAL_DATE)
    if loaded is None or moved is None or loaded <= moved:
        return ()
    scheduled = [
        sight
        for call in calls(papers, paper)
        for day_field in (schedule.BERTHED, schedule.SAILED)
        if (day := call.document.get(day_field, call.row)) is not None and day < loaded
        for sight in (call.document.against(day_field, call.row), *call.by)
    ]
    shown = (paper.sight("shows", field), line.document.against(manifest.ARRIVAL_DATE))
    return tuple(dict.fromkeys((*shown, *line.by, *scheduled)))
