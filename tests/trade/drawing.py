"""Shipments as the product draws them, for tests that look at many."""

from __future__ import annotations

from datetime import date
from functools import cache

from simulator.formats.vocabulary import Mode
from simulator.randomness import Stream
from simulator.trade.consignments import Wanted, draw_consignment
from simulator.trade.facts import Consignment, Voyage
from simulator.trade.flights import draw_flight
from simulator.trade.voyages import draw_voyage

DESK_DATE = date(2009, 2, 5)


def voyage(number: int) -> Voyage:
    return draw_voyage("voyage-1", DESK_DATE, Stream("tests", "voyage", number))


@cache
def consignment(number: int, branded: bool = False, mode: Mode = "sea") -> Consignment:
    """The shipment of a number: the first of its voyages or flights from where a brand is made, where one is wanted."""
    stream = Stream("tests", "shipment", number) if mode == "sea" else Stream("tests", "shipment by air", number)
    draw = draw_voyage if mode == "sea" else draw_flight
    for attempt in range(20):
        carriage = draw("voyage-1" if mode == "sea" else "flight-1", DESK_DATE, stream.at("voyage", attempt))
        found = draw_consignment("C01", carriage, Wanted(branded=branded), stream.at("goods", attempt))
        if found is not None:
            return found
    raise AssertionError(f"no brand is made anywhere for shipment {number}")


def mixed(count: int) -> tuple[Consignment, ...]:
    """Plain and branded shipments in turn."""
    return tuple(consignment(number, branded=number % 2 == 1) for number in range(count))
