"""A waybill number that fails its check digit.

The first seven digits behind the airline's three, divided by seven, leave the eighth: 1234567 leaves 5. The number on
this waybill does not; it was mistyped, or no airline ever gave it.

Source: IATA Resolution 600a; carriers' rule of check digits (ABFawb); catalogue number D02.
"""

from __future__ import annotations

from simulator.documents import air_waybill
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.numbers import is_air_waybill_number
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="D02",
    title=Bilingual("Waybill number fails its check digit", "El número de guía no cumple su dígito verificador"),
    family="form",
    points_to="documentary",
    strength="moderate",
    seen_by=("arithmetic",),
    stage="dossier",
    subtleties=(2, 3),
    modes=frozenset({"air"}),
    explanation=Bilingual(
        "Seven digits divided by seven leave the eighth, and here they do not: mistyped, or never given by an airline. Ask "
        "the airline; it is never innocent and never more.",
        "Siete dígitos entre siete dejan como residuo el octavo, y aquí no: se tecleó mal o ninguna aerolínea lo emitió. "
        "Solicitar aclaración a la aerolínea; nunca es inocente y nunca es más que eso.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Change the last digit, or exchange the last two, on all papers that name the waybill."""
    number = consignment.bill_number
    if consignment.mode != "air":
        return None
    if subtlety == 3:
        false = f"{number[:-2]}{number[-1]}{number[-2]}"
    else:
        false = f"{number[:-1]}{stream.pick([digit for digit in '0123456789' if digit != number[-1]])}"
    if is_air_waybill_number(false):
        return None
    return (Departure(CARD.id, consignment.id, ALL, "bill_number", false),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Divide the waybill's number."""
    waybill = papers.of(consignment, air_waybill.TYPE)
    number = None if waybill is None else waybill.get(air_waybill.NUMBER)
    if waybill is None or number is None or is_air_waybill_number(number):
        return ()
    return (waybill.shows(air_waybill.NUMBER),)
