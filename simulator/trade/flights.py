"""Flights: an airline's aircraft from an airport abroad to a Mexican one, directly or by way of a hub."""

from __future__ import annotations

from datetime import date, timedelta

from simulator.randomness import Stream
from simulator.reference.air_lanes import AirLane, air_lanes
from simulator.reference.airlines import airlines
from simulator.reference.airports import airports
from simulator.reference.handling_agents import handling_agents
from simulator.trade.facts import Flight, Party
from simulator.trade.numbering import filled
from simulator.trade.office import draw_manifest_note

MAIN_LANE_WEIGHT = 4
"""How much more often goods take the ordinary way than another."""
CRUISE = 830
"""Kilometres an hour over the whole way, stops left out."""


def draw_flight(id_: str, reference_date: date, stream: Stream) -> Flight:
    """Return a flight that landed in the days before ``reference_date``."""
    origin = stream.pick(sorted({lane.origin for lane in air_lanes()}))
    offered = [lane for lane in air_lanes() if lane.origin == origin]
    lane = stream.weighted(offered, [MAIN_LANE_WEIGHT if each.main else 1 for each in offered])
    airline = stream.pick([each for each in airlines().values() if each.flies(lane)])
    agent = handling_agents()[airline.handling_agents[lane.destination]]
    arrival = reference_date - timedelta(days=stream.below(3))
    departure = arrival - timedelta(days=days_on_the_way(lane))
    received = arrival + timedelta(days=stream.below((reference_date - arrival).days + 1))
    destination = airports()[lane.destination]
    pages = stream.between(3, 12)
    return Flight(
        id=id_,
        carrier=airline.id,
        carrier_name=airline.name,
        carrier_address=airline.address,
        agent=Party(agent.name, agent.address, "MX", agent.telephone),
        number=filled(airline.flight_number, stream),
        origin=lane.origin,
        origin_printed=airports()[lane.origin].printed,
        origin_country=airports()[lane.origin].country,
        destination=lane.destination,
        destination_printed=destination.printed,
        destination_city=destination.city,
        office=destination.customs_office or "",
        via_printed=None if lane.via is None else airports()[lane.via].printed,
        departure=departure,
        arrival=arrival,
        sheet=f"EXTRACT - PAGE {stream.between(1, pages)} OF {pages}",
        papers_in=received,
        office_note=draw_manifest_note(arrival, received, stream.at("office")),
        prefix=airline.prefix,
        designator=airline.designator,
        registration=filled(airline.registration, stream),
        via=lane.via,
    )


def days_on_the_way(lane: AirLane) -> int:
    """Return calendar days from take-off to landing: flying time and waiting at the hub, begun days counted."""
    hours = lane.kilometres / CRUISE + lane.hub_hours
    return 1 + int(hours // 24)
