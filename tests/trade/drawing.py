"""Shipments as the product draws them, for tests that look at many."""

from __future__ import annotations

from datetime import date
from functools import cache

from simulator.randomness import Stream
from simulator.trade.consignments import Wanted, draw_consignment
from simulator.trade.facts import Consignment, Voyage
from simulator.trade.voyages import draw_voyage

DESK_DATE = date(2009, 2, 5)


def voyage(number: int) -> Voyage:
    return draw_voyage("voyage-1", DESK_DATE, Stream("tests", "voyage", number))


@cache
def consignment(number: int, branded: bool = False) -> Consignment:
    """The shipment of a number: the first of its voyages from where a brand is made, where one is wanted."""
    stream = Stream("tests", "shipment", number)
    for attempt in range(20):
        sailing = draw_voyage("voyage-1", DESK_DATE, stream.at("voyage", attempt))
        found = draw_consignment("C01", sailing, Wanted(branded=branded), stream.at("goods", attempt))
        if found is not None:
            return found
    raise AssertionError(f"no brand is made anywhere for shipment {number}")


def mixed(count: int) -> tuple[Consignment, ...]:
    """Plain and branded shipments in turn."""
    return tuple(consignment(number, branded=number % 2 == 1) for number in range(count))
