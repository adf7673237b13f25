"""Sailings: a carrier's vessel from a port of loading to a Mexican port, at the speed of real distances."""

from __future__ import annotations

from datetime import date, timedelta

from simulator.numbers import ceil_div
from simulator.randomness import Stream
from simulator.reference.carriers import Agent, Carrier, carriers
from simulator.reference.countries import countries
from simulator.reference.lanes import Lane, lanes
from simulator.reference.ports import ports
from simulator.reference.vessels import Vessel, vessels
from simulator.trade.facts import Party, Voyage
from simulator.trade.numbering import filled
from simulator.trade.office import draw_manifest_note

MAIN_LANE_WEIGHT = 4
"""How much more often goods take the ordinary way than another."""


def draw_voyage(id_: str, reference_date: date, stream: Stream) -> Voyage:
    """Return a voyage that ended in the days before ``reference_date``."""
    origin = stream.pick(sorted({lane.origin for lane in lanes()}))
    offered = [lane for lane in lanes() if lane.origin == origin]
    lane = stream.weighted(offered, [MAIN_LANE_WEIGHT if each.main else 1 for each in offered])
    carrier = stream.pick(tuple(carriers().values()))
    vessel = stream.pick([ship for ship in vessels().values() if ship.carrier == carrier.id])
    arrival = reference_date - timedelta(days=stream.below(4))
    departure = arrival - timedelta(days=transit_days(lane, vessel) + stream.below(3))
    pages = stream.between(18, 60)
    office = stream.at("office")
    received = arrival + timedelta(days=office.below((reference_date - arrival).days + 1))
    berthed = departure - timedelta(days=stream.at("berth").between(1, 3))
    return Voyage(
        id=id_,
        carrier=carrier.id,
        carrier_name=carrier.name,
        carrier_address=carrier.address,
        agent=_agent(carrier.agents[lane.destination]),
        vessel=vessel.name,
        imo=vessel.imo,
        call_sign=vessel.call_sign,
        flag=countries()[vessel.flag].en,
        master=vessel.master,
        number=filled(carrier.voyage_number, stream),
        origin=lane.origin,
        origin_printed=ports()[lane.origin].printed,
        origin_country=ports()[lane.origin].country,
        destination=lane.destination,
        destination_printed=ports()[lane.destination].printed,
        destination_city=ports()[lane.destination].name.upper(),
        office=ports()[lane.destination].customs_office or "",
        via_printed=None if lane.via is None else ports()[lane.via].printed,
        departure=departure,
        arrival=arrival,
        sheet=f"EXTRACT - PAGE {stream.between(1, pages)} OF {pages}",
        papers_in=received,
        office_note=draw_manifest_note(arrival, received, office),
        berthed=berthed,
    )


def transit_days(lane: Lane, vessel: Vessel) -> int:
    """Return whole days at sea at service speed, with the days of waiting at the hub."""
    return ceil_div(lane.nautical_miles, vessel.knots * 24) + lane.hub_days


def carrier_of(voyage: Voyage) -> Carrier:
    """Return the ocean carrier whose voyage this is."""
    return carriers()[voyage.carrier]


def _agent(agent: Agent) -> Party:
    return Party(agent.name, agent.address, "MX", agent.telephone)
